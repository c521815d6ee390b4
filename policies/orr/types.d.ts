// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected files, when `facts.files` is set. */
  files: FileFact[];
  /**
   * When and by what the run was started: `facts: { run: ["time", "event", "branch", "tag", "env.STAGE"] }`, any of these; `env.` and a name for each
   * environment variable, none that is named like a secret. It is recorded, so that judging again gives the same answer.
   */
  run: RunFacts & Required<Pick<RunFacts, "time">>;
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** What proves items, so that nobody has to tick them. Default: []. */
  proofs: {
    /** The items' text; * stands for anything. */
    item: string;
    /** The gate whose passing proves them; it must stand under facts: { needs: [...] }. Default: "". */
    gate: string;
    /** The logged evidence whose being there proves them, as type/name; it must stand under facts: { evidence: [...] }. * stands for anything. Default: "". */
    evidence: string;
  }[];
  /** Whether an item counts that is ticked and that nothing proves. Default: true. */
  "by-hand": boolean;
  /** Plans for sections that require mitigation. Default: []. */
  mitigations: {
    /** The section's heading; * stands for anything. */
    section: string;
    /** What is done until the section is in order. */
    plan: string;
    /** Who does it. */
    owner: string;
    /** The last day, as 2026-12-31. */
    until: string;
  }[];
  /** The roles that must have signed. Default: ["Tech Lead","DevOps Lead","Security Lead","Product Manager"]. */
  signers: string[];
  /** How many days ago the review may have been. At least 0. Default: 90. */
  days: number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
