// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected files, when `facts.files` is set. */
  files: FileFact[];
  /** The repository's history: `facts: { git: ["commits", "tags", "diff"] }`, any of the three. */
  git: GitFacts & Required<Pick<GitFacts, "tags">>;
  /** The documents of the selected JSON files. */
  json: GateDocument[];
  /** The documents of the selected TOML files. Dates and times are texts. */
  toml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** What a release's tag begins with. Default: "v". */
  prefix: string;
  /** Whether a head commit without a tag fails. Default: true. */
  required: boolean;
  /** Among which releases the version must be the newest: all, those of its major, or those of its minor version. Default: "major". */
  line: "all" | "major" | "minor";
  /** Where the tree says its version. Default: [{"files":"package.json","key":"version"},{"files":"**\/Cargo.toml","key":"package.version"},{"files":"**\/pyproject.toml","key":"project.version"},{"files":"**\/*.csproj","key":"Project.PropertyGroup.Version"}]. */
  "version-files": {
    /** The files, as a glob; `facts` must select them too. */
    files: string;
    /** Where the version stands, as a path such as package.version. */
    key: string;
  }[];
  /** The changelog that must have an entry; `facts` must select it too. Default: "CHANGELOG.md". */
  changelog: string;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
