/** Runs of a load test, and what they say of thresholds and budgets. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  current: LoadRun[];
  baseline: LoadRun[];
  thresholds: Threshold[];
  /** Sub-metrics that have thresholds which their run's file does not hold. */
  undisclosed: { path: string; metric: string; samples: number }[];
  budgets: Budget[];
  /** Why the two sides cannot be compared; empty when they can, or when there is no baseline. */
  refusals: string[];
  /** Why there is no baseline, one reason for each source. */
  missingBaseline: string[];
  /** Earlier runs on the evidence branch: how many tell how much runs differ, and which do not, and why. */
  history?: { used: number; leftOut: string[] };
}

/** One run, as its file tells it. */
export interface LoadRun {
  path: string;
  format: string;
  /** Whether it holds samples. */
  points: boolean;
  seconds?: number;
  iterations?: number;
  toolVersion?: string;
  /** SHA-256 of the script. */
  script?: string;
  /** How many thresholds the test declared. */
  declared?: number;
  /** Why it may not be a whole, sound run. */
  doubts: string[];
  /** Where it was kept and who signed it; absent for a file of the working directory. */
  origin?: { commit: string; logged: string; ageHours: number; key: string; statement: string };
}

/** A threshold and what became of it in every run that it applies to. */
export interface Threshold {
  metric: string;
  /** What of it is limited; absent when the expression is none. */
  aggregation?: string;
  expression: string;
  severity: "error" | "warning" | "note";
  /** Where it was declared. */
  from: string;
  /** What it took precedence over. */
  replaced: string[];
  /** One for each run; `stated` is the tool's own verdict. */
  results: { path: string; result: "held" | "crossed" | "no-samples" | "not-in-file" | "invalid"; value?: number; unit?: string; reason?: string; stated?: boolean }[];
}

/** A relative limit and what the data say of it. */
export type Budget = Gap | Comparison;

/** A relative limit. */
export interface Limit {
  metric: string;
  aggregation: string;
  expression: string;
  /** Whether more is worse. */
  upper: boolean;
  /** What the baseline's value is multiplied by. */
  factor: number;
  unit?: string;
}

/** Of a budget where nothing could be compared. */
export interface Gap extends Limit {
  reason: string;
  /** Whether a run of now does not hold the metric at all. */
  unmeasured?: boolean;
  /** Whether the runs of now hold the metric and none this number of it. */
  absent?: boolean;
}

/** Of a budget where both sides are known. */
export type Comparison = SingleComparison | IntervalComparison;

/** What is known of the two sides. */
export interface ComparedSides extends Limit {
  reason?: undefined;
  baseline: Side;
  current: Side;
  /** Current over baseline. */
  ratio: number;
  /** Whether the bare ratio keeps the limit. */
  holds: boolean;
  /** The p-value of "nothing changed", corrected for all comparisons of this gate (Holm). */
  probability?: number;
  resolution: "runs" | "samples" | "summaries" | "single";
  /** How many samples a side this aggregation needs to mean anything. */
  samplesNeeded?: number;
  /** The difference that is not held against it, in milliseconds. */
  floor?: number;
  /** How many earlier runs told how much runs differ when nothing changes. */
  learnt?: number;
  /** The number in earlier runs, from the oldest. */
  trend?: { commit: string; logged: string; value: number }[];
}

/** One value a side, which says nothing about noise. */
export interface SingleComparison extends ComparedSides {
  low?: undefined;
  high?: undefined;
  detectable?: undefined;
}

/** Values enough to tell a change from noise. */
export interface IntervalComparison extends ComparedSides {
  /** The 95 % interval of the ratio. */
  low: number;
  high: number;
  probability: number;
  /** The smallest change for the worse, as a share, that would have measured worse than this four times in five. */
  detectable: number;
}

/** One side of a comparison, all its runs together. */
export interface Side {
  value: number;
  runs: number;
  samples?: number;
}
