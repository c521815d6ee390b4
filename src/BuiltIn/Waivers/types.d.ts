// What the policy of the waivers gets. By hand: it has no policy.json.

/** The waivers of the repository, and what the gates of the run found for them. */
export interface Evidence extends Pick<FactsEvidence, "coverage"> {
  /** The file that they stand in. */
  path: string;
  today: string;
  /** Every gate of the configuration. */
  gates: string[];
  waivers: Waiver[];
}

/** One waiver. */
export interface Waiver {
  gate: string;
  rule: string | null;
  path: string | null;
  fingerprint: string | null;
  reason: string;
  owner: string;
  ticket: string | null;
  added: string;
  expires: string;
  line: number;
  expired: boolean;
  /** Whole days until it expires; negative afterwards. */
  daysLeft: number;
  gateIsKnown: boolean;
  /** The gate that its name comes nearest to. */
  suggestion: string | null;
  /** Whether its gate looked at everything, so that what is not found is not there. */
  sawEverything: boolean;
  /** How many findings it covers. */
  matches: number;
}

/** It has no settings. */
export interface Settings {}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
