// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected JSON files. */
  json: GateDocument[];
  /**
   * When and by what the run was started: `facts: { run: ["time", "event", "branch", "tag", "env.STAGE"] }`, any of these; `env.` and a name for each
   * environment variable, none that is named like a secret. It is recorded, so that judging again gives the same answer.
   */
  run: RunFacts & Required<Pick<RunFacts, "time">>;
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** The kinds of drills that must be there. Default: ["failover"]. */
  drills: string[];
  /** How many days ago the newest drill of a kind may have ended. At least 0. Default: 30. */
  days: number;
  /** Recovery point: how many minutes of data may be lost. At least 0. Default: 15. */
  rpo: number;
  /** Recovery time: how many minutes until the service is back. At least 0. Default: 60. */
  rto: number;
  /** Mean time to repair, in minutes. At least 0. Default: 30. */
  mttr: number;
  /** How many seconds replication may lag, where a file is Prometheus' answer to that query. At least 0. Default: 900. */
  lag: number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
