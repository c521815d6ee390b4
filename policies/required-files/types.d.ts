// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected files, when `facts.files` is set. */
  files: FileFact[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** The files, as globs; of each at least one must be there. Default: ["README.md","LICENSE*","SECURITY.md","CHANGELOG.md",".github/CODEOWNERS"]. */
  files: string[];
  /** How many bytes make a file more than a heading. At least 1. Default: 20. */
  least: number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
