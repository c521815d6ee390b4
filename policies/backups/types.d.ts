// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
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
  /** For how many days a backup must be kept. At least 0. Default: 30. */
  "keep-days": number;
  /** How many hours old the newest whole backup may be. At least 0. Default: 24. */
  "rpo-hours": number;
  /** How many hours a restore may take. At least 0. Default: 4. */
  "rto-hours": number;
  /** How many days ago the newest restore may have been. At least 0. Default: 30. */
  "restore-days": number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
