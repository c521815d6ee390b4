// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected JSON files. */
  json: GateDocument[];
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Whether a report of oasdiff must be there. Default: true. */
  compared: boolean;
  /** Changes that may break. Default: []. */
  "may-break": {
    /** What oasdiff calls it, such as api-removed-without-deprecation; * stands for anything. */
    change: string;
    /** The operation, such as GET /orders; * stands for anything. */
    operation: string;
    /** Why nobody is hurt. */
    reason: string;
  }[];
  /** Operations that anybody may call, such as GET /health; * stands for anything. Default: []. */
  public: string[];
  /** Operations that a token without scopes may call; * stands for anything. Default: []. */
  unscoped: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
