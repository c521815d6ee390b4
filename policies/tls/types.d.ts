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
  /** For how many days a certificate must still be valid. At least 0. Default: 30. */
  days: number;
  /** What testssl.sh rates so, or worse, fails. Default: "HIGH". */
  "fail-at": "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
