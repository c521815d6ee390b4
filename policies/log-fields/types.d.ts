// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected files with a JSON value a line (JSON Lines, NDJSON), however large. */
  jsonl: JsonLinesFile[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Fields that every line must have, with a value. Default: ["timestamp","level","message","service","trace_id"]. */
  fields: string[];
  /** Levels that may be; without case. Default: ["info","warn","warning","error","fatal"]. */
  levels: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
