// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected JSON files. */
  json: GateDocument[];
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** What must be there. */
  require: {
    /** The files this is about, as a glob: * within one folder, ** over folders. */
    files: string;
    /** The keys that must be there, as paths: metadata.labels.owner, or with quotes metadata.labels."app.kubernetes.io/name". */
    keys: string[];
    /** Only documents that hold these values, for example {kind: Deployment}. Default: {}. */
    when: { [key: string]: string };
  }[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
