// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /**
   * When and by what the run was started: `facts: { run: ["time", "event", "branch", "tag", "env.STAGE"] }`, any of these; `env.` and a name for each
   * environment variable, none that is named like a secret. It is recorded, so that judging again gives the same answer.
   */
  run: RunFacts & Required<Pick<RunFacts, "time">>;
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Days of the week. Default: ["monday","tuesday","wednesday","thursday"]. */
  days: string[];
  /** The first hour, in UTC. From 0 to 23. Default: 8. */
  from: number;
  /** The hour before which it must be, in UTC. From 1 to 24. Default: 16. */
  to: number;
  /** When nothing is released. Default: []. */
  freezes: {
    /** The first day, such as 2026-12-20. */
    from: string;
    /** The last day. */
    to: string;
    /** Why nothing is released. */
    reason: string;
  }[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
