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
  /** How many people must have agreed, the author included where the author is trusted. At least 2. Default: 2. */
  people: number;
  /** Whose word counts, by what GitHub says that they are to the repository. Default: ["owner","member","collaborator"]. */
  trusted: string[];
  /** Whether an approval must be of the pull request's last commit. Default: true. */
  "last-commit": boolean;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
