// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /** The selected JUnit XML files: what test runners reported. */
  junit: JUnitReport[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** How many tests must have run; skipped ones do not count. At least 0. Default: 1. */
  "minimum-tests": number;
  /** Suites that must have run at least one test; * stands for anything. Default: []. */
  "required-suites": string[];
  /** The share of tests that may be skipped. From 0 to 100. Default: 100. */
  "maximum-skipped-percent": number;
  /** How many tests may fail before they pass. At least 0. Default: 0. */
  "flaky-budget": number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
