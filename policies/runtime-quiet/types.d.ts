// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected files with a JSON value a line (JSON Lines, NDJSON), however large. */
  jsonl: JsonLinesFile[];
  /**
   * When and by what the run was started: `facts: { run: ["time", "event", "branch", "tag", "env.STAGE"] }`, any of these; `env.` and a name for each
   * environment variable, none that is named like a secret. It is recorded, so that judging again gives the same answer.
   */
  run: RunFacts & Required<Pick<RunFacts, "time">>;
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Events of this priority or a worse one fail. Default: "Warning". */
  priority: "Emergency" | "Alert" | "Critical" | "Error" | "Warning" | "Notice";
  /** How many hours back events count. At least 0. Default: 24. */
  hours: number;
  /** How many events of any kind there must be in that time; a Falco that is off is quiet as well. At least 0. Default: 1. */
  watched: number;
  /** Events that may be. Default: []. */
  waived: {
    /** Falco's rule; * stands for anything. */
    rule: string;
    /** Why it may be. */
    reason: string;
  }[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
