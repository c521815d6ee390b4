/** What a redactor made of samples. No value is part of it. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  samples: Sample[];
  rules: RuleShare[];
  /** The first 200 places whose values came through, critical ones first. */
  leaks: { rule: string; path: string; line: number; critical: boolean }[];
  leakCount: number;
}

export interface Sample {
  path: string;
  /** Where the redactor's output stands. */
  after: string;
  /** Whether its share decides. */
  critical: boolean;
  /** "same": not a byte differs. */
  output: "read" | "missing" | "empty" | "same";
}

/** What became of the values of one rule, in the critical samples or in the others. */
export interface RuleShare {
  rule: string;
  critical: boolean;
  detected: number;
  redacted: number;
  leaked: number;
}
