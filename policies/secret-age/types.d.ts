// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The repository's history: `facts: { git: ["commits", "tags", "diff"] }`, any of the three. */
  git: GitFacts & Required<Pick<GitFacts, "commits">>;
  /** The documents of the selected JSON files. */
  json: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** How many days old the current version of a secret may be. At least 0. Default: 365. */
  days: number;
  /** Secrets whose metadata must be there, by the name of the file without .json. Default: []. */
  secrets: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
