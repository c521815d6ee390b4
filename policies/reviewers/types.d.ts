// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /**
   * What GitHub says of the commit and its repository: `facts: { github: ["pullRequests", "protection"] }`, any of `pullRequests`, `protection`,
   * `environments`, `deployments`, `run`, `runs`, `releases` and `source`. What could not be seen is null and stands in `unseen`; it is never an empty list.
   */
  github: GitHubFacts & Required<Pick<GitHubFacts, "pullRequests">>;
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** How many approvals the last commit must have, not counting the author's own. At least 1. Default: 2. */
  approvals: number;
  /** Whose approval counts, by what GitHub says that they are to the repository. Default: ["owner","member","collaborator"]. */
  trusted: string[];
  /** Headings that the description must have, with text of its author's below; as they begin, without case. Default: ["What","Why"]. */
  sections: string[];
  /** Words of the tasks that must be ticked, such as `QA` for `- [x] QA passed`; without case. Default: ["QA"]. */
  ticked: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
