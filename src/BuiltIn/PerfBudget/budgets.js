// Budgets: limits on what changed since the baseline.

import { code, count } from "../lib/texts.js";
import { decide, significant } from "./verdicts.js";
import { amount, noSamplesHint, percent, signed } from "./words.js";
/** @import { Comparison, Evidence, Gap, LoadRun, Settings } from "./types.d.ts" */
/** @import { Kind } from "./words.js" */

/**
 * @typedef {Place & { identity: string }} Where
 * @typedef {{ unsure: Kind, unmeasured: Kind }} Kinds what the report is told of what cannot be said, and of what was never measured
 */

/** @type {(evidence: Evidence, settings: Settings, kinds: Kinds, report: Report) => void} */
export function judgeBudgets({ budgets, baseline, current, refusals }, settings, kinds, report) {
  const origin = originOf(baseline);
  for (const budget of budgets) {
    const where = { path: current[0].path, identity: `${budget.metric} ${budget.expression}` };
    if (budget.reason !== undefined) {
      judgeGap(budget, kinds, where, report);
      continue;
    }

    const name = `${budget.metric} ${budget.aggregation}`;
    report.metric(`${name}, baseline`, budget.baseline.value, budget.unit);
    report.metric(`${name}, now`, budget.current.value, budget.unit);
    if (refusals.length === 0) {
      const grounds = groundsOf(budget, budgets.length) + origin;
      judgeBudget(budget, grounds, settings, kinds.unsure, where, report);
      judgeImprovement(budget, settings["suspicious-improvement"], where, report);
    }
  }
}

/** @type {(gap: Gap, kinds: Kinds, where: Where, report: Report) => void} */
function judgeGap({ expression, metric, reason, unmeasured }, kinds, where, report) {
  const title = `${code(expression)} of ${metric}`;
  if (unmeasured) {
    report[kinds.unmeasured]("no-samples", `${title} was never measured: ${reason}${reason.endsWith("?") ? "" : "."} ${noSamplesHint}`, where);
  } else {
    report[kinds.unsure]("inconclusive", `Inconclusive: ${title} cannot be evaluated: ${reason}.`, where);
  }
}

/** @type {(budget: Comparison, grounds: string, settings: Settings, unsure: Kind, where: Where, report: Report) => void} */
function judgeBudget(budget, grounds, settings, unsure, where, report) {
  const { verdict, why, isCertain } = decide(budget, settings.strict);
  const text = `${compared(budget)}; the budget ${allowed(budget)}.${why ? ` ${why}` : ""} ${grounds}`;
  switch (verdict) {
    case "pass":
      report.pass("within-budget", text);
      break;
    case "fail":
      report.error("over-budget", text, where);
      break;
    case "small":
      report[isCertain ? "warning" : "note"]("below-floor", text, where);
      break;
    default:
      report[unsure]("inconclusive", `Inconclusive: ${text}`, where);
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

/** @param {Comparison} budget */
function allowed({ factor, upper }) {
  const change = factor - 1;
  if (Math.abs(change) < 0.00005) {
    return `allows no ${upper ? "increase" : "decrease"}`;
  }

  return `${upper || change < 0 ? "allows" : "asks for"} ${signed(change)}`;
}

/**
 * What the comparison rests on.
 * @type {(budget: Comparison, budgets: number) => string}
 */
function groundsOf({ resolution, baseline, current, low, detectable }, budgets) {
  const runs = `${baseline.runs} + ${current.runs} runs`;
  const samples = `${baseline.samples} + ${current.samples} samples`;
  const data = {
    runs: `${runs} with ${samples}, runs and samples drawn`,
    samples: `${samples} of ${runs}; with fewer than three runs a side, noise between runs is not seen`,
    summaries: `the summaries of ${runs}`,
    single: `the summaries of ${runs}`,
  }[resolution];
  const correction = budgets > 1 && low !== undefined ? `, corrected for ${budgets} budgets` : "";
  const power = detectable === undefined ? "" : `; a change of ${percent(detectable)} would be seen four times in five`;
  return `From ${data}${correction}${power}.`;
}

/**
 * Whose word the baseline is, when it was taken from the evidence branch.
 * @param {LoadRun[]} runs
 */
function originOf(runs) {
  const origins = runs.flatMap(({ origin }) => origin ?? []).map(({ commit, key, ageHours }) =>
    ` The baseline is of commit ${commit.slice(0, 12)}, logged ${ageText(ageHours)} ago and signed by the key ${key.slice(0, 12)}.`);
  return [...new Set(origins)].join("");
}

/** @param {number} hours */
function ageText(hours) {
  if (hours < 1) {
    return "less than an hour";
  }

  return hours < 48 ? count(hours, "hour") : count(Math.floor(hours / 24), "day");
}
