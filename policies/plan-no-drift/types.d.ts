// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected JSON files. */
  json: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Whether the plan may create and update; otherwise it must change nothing. Default: false. */
  changes: boolean;
  /** Resources that may be destroyed or replaced, by address, such as module.cache.*; * stands for anything. Default: []. */
  destroy: string[];
  /** Resources that may differ from what Terraform left, by address; * stands for anything. Default: []. */
  drift: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
