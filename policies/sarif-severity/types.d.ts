// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected SARIF 2.1.0 files: what scanners found. */
  sarif: SarifLog[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Results of this severity or worse fail. Default: "high". */
  "fail-at": "critical" | "high" | "medium" | "low" | "never";
  /** Results of this severity or worse warn. Default: "medium". */
  "warn-at": "critical" | "high" | "medium" | "low" | "never";
  /** What a result counts as that has a level and no security severity. Default: {"error":"high","warning":"medium","note":"low"}. */
  levels: {
    /** Results of level error. Default: "high". */
    error: "critical" | "high" | "medium" | "low" | "none";
    /** Results of level warning. Default: "medium". */
    warning: "critical" | "high" | "medium" | "low" | "none";
    /** Results of level note. Default: "low". */
    note: "critical" | "high" | "medium" | "low" | "none";
  };
  /** Whether having no report at all fails. Default: true. */
  required: boolean;
  /** Scanners whose report must be there, as their report names them; * stands for anything. Default: []. */
  tools: string[];
  /** Whether results count only when the scanner's own baseline says that they are new. Default: false. */
  "only-new": boolean;
  /** Rules whose results do not count. Default: []. */
  ignore: {
    /** The rule's id; * stands for anything. */
    rule: string;
    /** The scanner; * stands for anything. Default: "*". */
    tool: string;
    /** Why its results do not count. */
    reason: string;
  }[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
