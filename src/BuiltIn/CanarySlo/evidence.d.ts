/** The rollout, what each objective did, and the answers that this was read from. Times are ISO 8601. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  /** The server's host and port. */
  server: string;
  mode: "live" | "replay";
  start: string;
  /** When the last stage ends. */
  end: string;
  /** The last moment that was looked at: before the end only when the canary was stopped. */
  until: string;
  /** Seconds. */
  breach: number;
  /** Seconds. */
  step: number;
  minRequests: number;
  /** Of a rule "so many of so many points": of how many. */
  among?: number;
  /** Of a rule of fast burning: how many times the limit. */
  burnTimes?: number;
  /** Seconds that Prometheus's clock is ahead of this machine's; absent when they agree. */
  clockAhead?: number;
  objectives: Objective[];
  /** Objectives of the preset that were left out, each with the reason. */
  leftOut: string[];
  budget?: ErrorBudget;
  /** What Prometheus said to each query; without `series` when all answers together are too long to keep. */
  answers: {
    query: string;
    /** The server's name; absent for the one under `prometheus`. */
    server?: string;
    digest: string;
    samples: number;
    /** Why a part of the data is missing. */
    missing?: string[];
    series?: { times: number[]; values: string[] }[];
  }[];
}

/** One objective, as it was asked for and as it went. */
export interface Objective {
  name: string;
  kind: string;
  measure: Measure;
  quantile?: number;
  /** The limit as it was set: a share, seconds for a quantile, events a minute for a counter, or a number. */
  max?: number;
  min?: number;
  /** What breaking it means: "error" rolls back. */
  severity: "error" | "warning" | "note";
  /** Where the limit came from; absent for the settings. */
  from?: string;
  /** The limits of the same file that it took precedence over. */
  replaced: string[];
  breach?: Breach;
  /** When it could not be judged, and why. */
  holds: Hold[];
  stages: StageSummary[];
  /** Beside the stable version; absent when it was not compared. */
  comparison?: StableComparison;
  /** A letter for each point, in the order of time; the gate's README lists them. */
  states: string;
  /** The value of each point; null without data. */
  values: (number | null)[];
  /** The same of the stable version; absent when it was not asked for. */
  stable?: (number | null)[];
}

/** The canary's points beside the stable version's, up to a stage's end; without numbers where there were too few. */
export interface StableComparison {
  /** Of that stage, in per cent. */
  weight: number;
  points: number;
  /** The two-sided p-value of the Mann-Whitney test. */
  probability?: number;
  /** How much worse the canary is, with the ends of the interval. */
  shift?: number;
  low?: number;
  high?: number;
  /** The effect size: the share of pairs of points in which the canary is worse. */
  superiority?: number;
  /** The means, one over the other; more than 1 is worse. */
  ratio?: number;
  isWorse: boolean;
}

/** When a limit was broken without a pause, and how far. */
export interface Breach {
  since: string;
  confirmed: string;
  until: string;
  value: number;
  limit: number;
  /** By which rule; absent for "without a pause". */
  rule?: "Often" | "Burning";
  /** How many points were beyond the limit, or burned; only with a rule. */
  points?: number;
  requests?: number;
  /** The 95 % Wilson bounds of a share. */
  low?: number;
  high?: number;
}

/** When an objective could not be judged. */
export interface Hold {
  reason: string;
  since: string;
  until: string;
  /** Whether it was beyond its limit beside that. */
  mayHideBreach: boolean;
  requests?: number;
}

/** What was asked for one objective, and how the answers are read. */
export interface Measure {
  objective: string;
  /** The share of bad in all, one number, or a counter's increase in a minute. */
  form: "Share" | "Value" | "Increase";
  query: string;
  whole?: string;
  isGood: boolean;
  stable?: string;
  stableWhole?: string;
  max?: number;
  min?: number;
  /** Whether breaking it rolls the canary back. */
  decides: boolean;
  /** Whether the limit lies above the largest finite bucket: being within that bucket then proves it kept, and nothing proves it broken. */
  beyondBuckets?: boolean;
  /** What the query counts failures in and this Prometheus has nowhere. */
  unheard?: string;
  /** Whether its answers are raw samples of counters. */
  raw?: boolean;
  /** The server's name; absent for the one under `prometheus`. */
  server?: string;
  /** How it is compared with the stable version beside its limit: what follows, the least ratio of the means, how sure it must be, milliseconds. */
  compare?: { then: "report" | "hold" | "rollback"; by: number; confidence: number; apart: number };
  /** Why Prometheus said that a part of the data is missing. */
  missing?: string[];
  /** What Prometheus remarked about the queries. */
  remarks?: string[];
  /** A range that holds fewer than four scrapes; both lengths in seconds. */
  shortRange?: { range: string; seconds: number; scrape: number };
  warning?: string;
}

/** An objective over one stage. */
export interface StageSummary {
  /** The canary's share of traffic, in per cent. */
  weight: number;
  /** How many moments were looked at, and how many of them had no data. */
  points: number;
  missing: number;
  /** The point farthest on the wrong side. */
  worst?: number;
  requests?: number;
  bad?: number;
  share?: number;
  /** The 95 % Wilson bounds of the share. */
  low?: number;
  high?: number;
  /** Of a stage that is over: whether it as a whole was beyond the limit. */
  broken?: boolean;
  beyond?: number;
}

/** The state of an error budget. */
export interface ErrorBudget {
  /** The promised share of good requests. */
  target: number;
  whole: BurnWindow;
  /** The pairs of windows of the SRE workbook: the long one is evidence, the short one says that it still goes on. */
  alerts: { long: string; short: string; factor: number; pages: boolean; burns?: boolean }[];
  windows: BurnWindow[];
}

/** The pace at which an error budget burns over one window. */
export interface BurnWindow {
  /** Such as "1h". */
  window: string;
  /** Failed requests among all. */
  share?: number;
  /** 1 uses up the budget exactly at the end of its time. */
  rate?: number;
}
