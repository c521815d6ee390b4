// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The repository's history: `facts: { git: ["commits", "tags", "diff"] }`, any of the three. */
  git: GitFacts & Required<Pick<GitFacts, "commits">>;
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** What the phase is called. Default: "phase". */
  phase: string;
  /** The gates that end it; they must stand under facts: { needs: [...] }. */
  gates: string[];
  /** Whether a gate that is waived counts. Default: false. */
  waived: boolean;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
