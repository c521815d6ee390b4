// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected JSON files. */
  json: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Data sets that some run must have written, as namespace/name; * stands for anything. Default: []. */
  outputs: string[];
  /** Data sets that may be read; empty for any. Default: []. */
  inputs: string[];
  /** Whether each data set that is written must name its owners (facet ownership). Default: true. */
  owned: boolean;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
