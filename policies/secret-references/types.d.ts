// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected YAML files; a file may hold several. */
  yaml: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** How a value says where a secret is; * stands for anything. Default: ["vault:*","${VAULT*}","$(VAULT*)","<path:*>","ref+vault://*"]. */
  references: string[];
  /** What the names of secrets are like, without case, hyphens and underscores; * stands for anything. Default: ["*password*","*passwd*","*passphrase*","*secret*","*token*","*credential*","*apikey*","*privatekey*","*accesskey*"]. */
  secrets: string[];
  /** Names that are like one of a secret and hold none, such as secretName or tokenFile. Default: ["*name","*ref","*file","*path","*dir","*url","*type","*policy","*ttl","*seconds","*tokens","existingsecret*","imagepullsecrets","secretstore*"]. */
  exempt: string[];
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
