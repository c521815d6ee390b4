// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Values of the label that must reach somebody. Default: ["P0","P1"]. */
  severities: string[];
  /** The label that says how severe an alert is. Default: "severity". */
  label: string;
  /** Receivers that tell nobody though they have a configuration; * stands for anything. Default: ["null","blackhole","devnull"]. */
  quiet: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
