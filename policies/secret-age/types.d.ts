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
  /** How many days old the current version of a secret may be. At least 0. Default: 365. */
  days: number;
  /** Secrets whose metadata must be there, by the name of the file without .json. Default: []. */
  secrets: string[];
  /** Whether each secret needs a load that ran while it was changed, without a failed request: the summary of `gates load` or k6 in a file of the secret's name. Default: false. */
  "load-proof": boolean;
  /** Where those summaries are; * stands for anything. Default: "loads/*.json". */
  loads: string;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
