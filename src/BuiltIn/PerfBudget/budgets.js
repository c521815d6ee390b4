// Budgets: limits on what changed since the baseline.

import { code } from "../lib/texts.js";
import { groundsOf, originOf } from "./grounds.js";
import { drawTrend, tabulate } from "./pages.js";
import { decide, significant } from "./verdicts.js";
import { amount, noSamplesHint, percent, signed } from "./words.js";
/** @import { Comparison, Evidence, Gap, Settings } from "./types.d.ts" */
/** @import { Row } from "./pages.js" */
/** @import { Kind } from "./words.js" */

/**
 * @typedef {Place & { identity: string }} Where
 * @typedef {{ unsure: Kind, unmeasured: Kind }} Kinds what the report is told of what cannot be said, and of what was never measured
 */

/** @type {(evidence: Evidence, settings: Settings, kinds: Kinds, report: Report) => void} */
export function judgeBudgets({ budgets, baseline, current, refusals }, settings, kinds, report) {
  const origin = originOf(baseline);
  /** @type {Row[]} */
  const rows = [];
  for (const budget of budgets) {
    const where = { path: current[0].path, identity: `${budget.metric} ${budget.expression}` };
    if (budget.reason !== undefined) {
      rows.push({ budget, verdict: judgeGap(budget, kinds, where, report) });
      continue;
    }

    const name = `${budget.metric} ${budget.aggregation}`;
    report.metric(`${name}, baseline`, budget.baseline.value, budget.unit);
    report.metric(`${name}, now`, budget.current.value, budget.unit);
    drawTrend(budget, report);
    if (refusals.length > 0) {
      rows.push({ budget, verdict: "not comparable" });
      continue;
    }

    const grounds = groundsOf(budget, budgets.length) + origin;
    rows.push({ budget, verdict: judgeBudget(budget, grounds, settings, kinds.unsure, where, report) });
    judgeImprovement(budget, settings["suspicious-improvement"], where, report);
  }

  tabulate(rows, report);
  report.output("undecided", String(rows.some(({ verdict }) => verdict === "inconclusive")));
}

/**
 * Tells what could not be compared, and returns it in a word.
 * @type {(gap: Gap, kinds: Kinds, where: Where, report: Report) => string}
 */
function judgeGap({ expression, metric, reason, unmeasured, absent }, kinds, where, report) {
  const title = `${code(expression)} of ${metric}`;
  const end = reason.endsWith("?") ? "" : ".";
  if (unmeasured) {
    report[kinds.unmeasured]("no-samples", `${title} was never measured: ${reason}${end} ${noSamplesHint}`, where);
    return "never measured";
  }

  if (absent) {
    report.error("not-in-file", `${title} cannot be evaluated: ${reason}${end}`, where);
    return "not in the files";
  }

  report[kinds.unsure]("inconclusive", `Inconclusive: ${title} cannot be evaluated: ${reason}.`, where);
  return "cannot be compared";
}

/**
 * Tells whether the budget holds, and returns it in a word.
 * @type {(budget: Comparison, grounds: string, settings: Settings, unsure: Kind, where: Where, report: Report) => string}
 */
function judgeBudget(budget, grounds, settings, unsure, where, report) {
  const { verdict, why, kind } = decide(budget, settings.strict);
  const text = `${compared(budget)}; the budget ${allowed(budget)}.${why ? ` ${why}` : ""} ${grounds}`;
  switch (verdict) {
    case "pass":
      report.pass("within-budget", `${settings.strict ? compared(budget) : unsuspicious(budget)}; the budget ${allowed(budget)}. ${grounds}`);
      return "holds";
    case "fail":
      report.error("over-budget", text, where);
      return "over budget";
    case "small":
      report[kind ?? unsure]("below-floor", text, where);
      return "below the floor";
    default:
      report[unsure]("inconclusive", `Inconclusive: ${text}`, where);
      return "inconclusive";
  }
}

/** @type {(budget: Comparison, suspicious: number, where: Where, report: Report) => void} */
function judgeImprovement(budget, suspicious, where, report) {
  const isSignificant = budget.low === undefined || budget.probability < significant;
  const ratio = budget.upper ? budget.ratio : 1 / budget.ratio;
  if (isSignificant && ratio < 1 - suspicious / 100) {
    report.warning("suspicious-improvement", `${compared(budget)}. Such a leap is more often a test that no longer does its work. `
      + "Check that requests still succeed.", { ...where, identity: `improvement ${where.identity}` });
  }
}

/** @param {Comparison} budget */
function compared({ aggregation, metric, unit, baseline, current, ratio, low, high }) {
  const change = ratio - 1;
  const relation = Math.abs(change) < 0.0005 ? "as much as" : `${percent(Math.abs(change))} ${change > 0 ? "above" : "below"}`;
  const interval = low === undefined ? "" : ` (95 % CI ${signed(low - 1)} to ${signed(high - 1)})`;
  return `${aggregation} of ${metric} is ${amount(current.value, unit)}, ${relation} the baseline's ${amount(baseline.value, unit)}${interval}`;
}

/**
 * What a pass says: how much growth the runs speak against, and what was measured.
 * @param {Comparison} budget
 */
function unsuspicious({ aggregation, metric, unit, baseline, current, detectable }) {
  const growth = detectable !== undefined && detectable > 0 ? ` ≥ ${percent(detectable)}` : "";
  const [before, now] = [amount(baseline.value), amount(current.value, unit)];
  return `${metric}: no sign of a regression${growth} (${aggregation.replace(/[()]/g, "")} ${before} → ${now})`;
}

/** @param {Comparison} budget */
function allowed({ factor, upper }) {
  const change = factor - 1;
  if (Math.abs(change) < 0.00005) {
    return `allows no ${upper ? "increase" : "decrease"}`;
  }

  return `${upper || change < 0 ? "allows" : "asks for"} ${signed(change)}`;
}
