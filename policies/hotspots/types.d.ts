// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** Where programs' time went, from the selected profiles: pprof, speedscope's JSON (dotnet-trace and py-spy write it), folded stacks. */
  profiles: Profile[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** The most that one function itself may take, in percent of all samples. From 0 to 100. Default: 70. */
  percent: number;
  /** How many samples a profile must have to say something. At least 1. Default: 100. */
  samples: number;
  /** Functions that may take more, such as a loop that waits; * stands for anything. Default: []. */
  exempt: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
