// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
/// <reference path="../types/gates.d.ts" />

/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
export interface Evidence extends FactsEvidence {
  /**
   * What the Prometheus in `GATES_PROMETHEUS_URL` says: `facts: { prometheus: [{ name: "errors", query: "sum(rate(errors_total[5m]))" }] }`, with `range`
   * and `step` for values over time. A fault, a partial answer, NaN and infinity make the gate `errored`, and so does no answer, but for `optional: true`.
   */
  prometheus: MetricAnswer[];
}

/** What stands under `with:`, with the defaults. */
export interface Settings {
  /** The most that one series may write, in 10⁹ bytes an hour; the query gives bytes a second. At least 0. Default: 1. */
  "gigabytes-per-hour": number;
}

/** What the script exports. */
export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;
