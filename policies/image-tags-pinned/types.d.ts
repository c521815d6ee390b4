// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Images to leave out, as written or without tag and digest; * stands for anything. Default: []. */
  exempt: string[];
  /** Tags that count as moving; * stands for anything, for example "*-snapshot". Default: ["latest"]. */
  "floating-tags": string[];
  /** Whether a version tag alone is not enough. Default: false. */
  "require-digest": boolean;
  /** Whether a tag must be a whole version, such as 1.27.3 or v1.27.3-alpine. Default: false. */
  "require-semver": boolean;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
