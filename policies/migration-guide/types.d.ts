// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected files, when `facts.files` is set. */
  files: FileFact[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** The changelog, in the form of Keep a Changelog. Default: "CHANGELOG.md". */
  changelog: string;
  /** Where the guides stand; % stands for the major version. Default: "docs/migration/v%.md". */
  guide: string;
  /** The first major version that must have a guide. At least 1. Default: 2. */
  since: number;
  /** How many bytes make a guide more than a heading. At least 1. Default: 200. */
  least: number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
