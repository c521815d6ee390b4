// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The documents of the selected JSON files. */
  json: GateDocument[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** The most that all projects together may cost, in units of `currency` a month. At least 0. */
  monthly: number;
  /** By how much the change may raise that, in units of `currency` a month; needs a report that compares (`--compare-to`). 0 where this is not asked. At least 0. Default: 0. */
  increase: number;
  /** The currency of the limits, by its ISO 4217 code. A report in another one fails. Default: "USD". */
  currency: string;
  /** How many requests a month are served; 0 where cost is not held against them. The answer `requests` of a Prometheus that `facts` asks stands for it. At least 0. Default: 0. */
  requests: number;
  /** The most that a thousand requests may cost, in units of `currency`; needs `requests`. At least 0. Default: 0. */
  "per-thousand": number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
