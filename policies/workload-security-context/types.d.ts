// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** Workloads or containers to leave out, as Kind/name or Kind/name/container; * stands for anything. Default: []. */
  exempt: string[];
  /** Capabilities a container may add after it has dropped all. Default: ["NET_BIND_SERVICE"]. */
  "allowed-capabilities": string[];
  /** How much each rule matters; off leaves it out. Default: {"run-as-non-root":"error","no-privileged":"error","no-privilege-escalation":"error","drop-all-capabilities":"error","read-only-root-filesystem":"warning","host-namespaces":"error"}. */
  severity: {
    /** How much this rule matters. Default: "error". */
    "run-as-non-root": "error" | "warning" | "note" | "off";
    /** How much this rule matters. Default: "error". */
    "no-privileged": "error" | "warning" | "note" | "off";
    /** How much this rule matters. Default: "error". */
    "no-privilege-escalation": "error" | "warning" | "note" | "off";
    /** How much this rule matters. Default: "error". */
    "drop-all-capabilities": "error" | "warning" | "note" | "off";
    /** How much this rule matters. Default: "warning". */
    "read-only-root-filesystem": "error" | "warning" | "note" | "off";
    /** How much this rule matters. Default: "error". */
    "host-namespaces": "error" | "warning" | "note" | "off";
  };
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
