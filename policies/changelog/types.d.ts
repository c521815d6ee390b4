// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected files, when `facts.files` is set. */
  files: FileFact[];
  /** The documents of the selected JSON files. */
  json: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Where the changelog is; `facts` must select it too. Default: "CHANGELOG.md". */
  path: string;
  /** The version that must have an entry; without it, the one of package.json at the root. Default: "". */
  version: string;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
