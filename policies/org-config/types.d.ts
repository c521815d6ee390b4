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
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** How old the last results may be. At least 0. Default: 30. */
  days: number;
  /** How many of the services must have results, in percent. From 0 to 100. Default: 90. */
  adoption: number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
