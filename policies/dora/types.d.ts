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
  /** How many weeks back deployments and runs count. From 1 to 52. Default: 4. */
  weeks: number;
  /** Whose deployments count. Default: "production". */
  environment: string;
  /** The least that must be deployed, in deployments a week. At least 0. Default: 1. */
  deployments: number;
  /** The most hours from a commit until it is deployed, in the middle. At least 0. Default: 168. */
  "lead-time": number;
  /** The most deployments that may fail, in percent. From 0 to 100. Default: 15. */
  failures: number;
  /** The most hours until the next deployment that works, in the middle. At least 0. Default: 24. */
  restore: number;
  /** The day from which workflows should be better than before, such as 2026-09-01; needed where runs are selected. Default: "". */
  since: string;
  /** By how many percent workflows must be shorter. At most 100. Default: 20. */
  "ci-time": number;
  /** By how many percent fewer runs may pass only when repeated. At most 100. Default: 50. */
  flakes: number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
