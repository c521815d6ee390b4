// The table of all budgets, and how their numbers came to be what they are.

import { code } from "../lib/texts.js";
import { amount, signed } from "./words.js";
/** @import { Budget, Comparison } from "./types.d.ts" */

/** @typedef {{ budget: Budget, verdict: string }} Row */

const day = 86_400;

/** @type {(rows: Row[], report: Report) => void} */
export function tabulate(rows, report) {
  if (rows.length > 0) {
    const head = "| metric | baseline | now | change | 95 % interval | verdict |\n|---|--:|--:|--:|--:|---|\n";
    report.document("budgets", head + rows.map(rowOf).join(""));
  }
}

/** @param {Row} row */
function rowOf({ budget, verdict }) {
  const name = code(`${budget.aggregation} of ${budget.metric}`.replace(/[|`]/g, " "));
  const numbers = budget.reason === undefined ? numbersOf(budget) : ["", "", "", ""];
  return `| ${[name, ...numbers, verdict].join(" | ")} |\n`;
}

/** @param {Comparison} budget */
function numbersOf({ baseline, current, unit, ratio, low, high }) {
  const interval = low === undefined ? "none" : `${signed(low - 1)} to ${signed(high - 1)}`;
  return [amount(baseline.value, unit), amount(current.value, unit), signed(ratio - 1), interval];
}

/** @type {(budget: Comparison, report: Report) => void} */
export function drawTrend({ metric, aggregation, unit, trend = [], baseline, current, factor, upper }, report) {
  if (trend.length === 0) {
    return;
  }

  const [first, last] = [trend[0].logged, trend[trend.length - 1].logged].map((time) => Date.parse(time) / 1000);
  const limit = baseline.value * factor;
  report.chart(`${aggregation} of ${metric}, the last ${trend.length} runs and now`, {
    unit,
    start: trend[0].logged,
    step: trend.length > 1 && last > first ? (last - first) / (trend.length - 1) : day,
    lines: [{ name: "measured", values: [...trend.map(({ value }) => value), current.value] }],
    limits: [{ name: `${upper ? "at most" : "at least"} ${amount(limit, unit)}`, values: limit }],
  });
}
