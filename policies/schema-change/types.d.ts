// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected JSON files. */
  json: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** What may be. Default: []. */
  allow: {
    /** squawk's rule, such as adding-not-nullable-field; * stands for anything. */
    rule: string;
    /** The migration; * stands for anything. */
    file: string;
    /** Why nobody is locked out. */
    reason: string;
  }[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
