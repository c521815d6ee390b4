// Thresholds: limits on what one run measured, from the load test, the settings or a file of limits.

import { round } from "../lib/numbers.js";
import { code } from "../lib/texts.js";
import { amount, noSamplesHint } from "./words.js";
/** @import { Threshold } from "./types.d.ts" */
/** @import { Kind } from "./words.js" */

/** @typedef {Threshold["results"][number]} Result of one run */

const ranks = { note: 0, warning: 1, error: 2 };

/** @type {(thresholds: Threshold[], unmeasured: Kind, report: Report) => void} */
export function judgeThresholds(thresholds, unmeasured, report) {
  const hardest = hardestCrossed(thresholds);
  for (const threshold of thresholds) {
    judgeThreshold(threshold, hardest.get(numberOf(threshold)) === threshold, unmeasured, report);
    judgeStated(threshold, report);
    tellMeasured(threshold, report);
  }
}

/**
 * When a milder limit and a harder one on the same number are both crossed, only the harder is said.
 * @type {(thresholds: Threshold[]) => Map<string, Threshold>}
 */
function hardestCrossed(thresholds) {
  const hardest = new Map();
  for (const threshold of thresholds.filter(({ results }) => results.some(({ result }) => result === "crossed"))) {
    const number = numberOf(threshold);
    const known = hardest.get(number);
    if (!known || ranks[threshold.severity] > ranks[known.severity]) {
      hardest.set(number, threshold);
    }
  }

  return hardest;
}

/**
 * What a threshold limits, and on which side.
 * @param {Threshold} threshold
 */
function numberOf(threshold) {
  const { metric, aggregation, expression, from } = threshold;
  return (isOfFile(threshold) ? [metric, aggregation, /[<>]/.exec(expression)?.[0]] : [from, metric, expression]).join("|");
}

/**
 * One threshold is one finding: its worst run speaks for the others.
 * @type {(threshold: Threshold, isHardest: boolean, unmeasured: Kind, report: Report) => void}
 */
function judgeThreshold(threshold, isHardest, unmeasured, report) {
  const { results, severity, metric, expression, from } = threshold;
  const title = titleOf(threshold);
  const { invalid, "not-in-file": absent, "no-samples": empty, crossed, held } = Object.groupBy(results, ({ result }) => result);
  const tell = (some, kind, rule, message) => {
    if (some) {
      const worst = worstOf(some, threshold);
      const runs = results.length > 1 ? ` ${some.length} of ${results.length} runs.` : "";
      report[kind](rule, message(worst) + runs, { path: worst.path, identity: `${metric} ${expression}` });
    }
  };

  tell(invalid, "error", "threshold-invalid", ({ reason }) => `${title} (${from}) cannot be evaluated: ${reason}.`);
  tell(absent, "error", "not-in-file", ({ path, reason }) => `${title} (${from}) cannot be evaluated from ${path}: ${reason}.`);
  tell(empty, unmeasured, "no-samples", ({ path, stated, reason }) =>
    `${title} (${from}) was never measured in ${path}${stated ? ", although k6 calls it passed" : ""}${reason ? `: ${reason}` : ""}. ${noSamplesHint}`);
  tell(isHardest && crossed, severity, "threshold-crossed", (worst) => crossedText(threshold, worst));
  if (held?.length === results.length) {
    report.pass("threshold-held", heldText(threshold));
  }
}

/** @type {(threshold: Threshold, result: Result) => string} */
function crossedText(threshold, { path, value, unit, reason }) {
  const { metric, aggregation, expression, from } = threshold;
  if (value === undefined) {
    return `${titleOf(threshold)} is crossed in ${path}, ${reason}.`;
  }

  const limit = Number(expression.replace(/^[^<>=!]*[<>=!]+/, ""));
  // Rounded, a value just beyond its limit would look like the limit.
  const isClose = round(value) === limit || Math.abs(value - limit) < Math.abs(limit) / 100;
  const written = isClose ? `${value}${unit ? ` ${unit}` : ""}` : amount(value, unit);
  return `${aggregation} of ${metric} is ${written} in ${path}; the limit is ${code(expression)}, from ${from}${replacement(threshold)}.`;
}

/** @param {Threshold} threshold */
function heldText(threshold) {
  const { results, from } = threshold;
  const { value, unit } = worstOf(results, threshold);
  const runs = results.length > 1 ? ` in the worst of ${results.length} runs` : "";
  const how = value === undefined ? `, ${results[0].reason}` : `: ${amount(value, unit)}${runs}`;
  return `${titleOf(threshold)} holds${how}${isOfFile(threshold) ? `, from ${from}${replacement(threshold)}` : ""}.`;
}

/** @type {(threshold: Threshold, report: Report) => void} */
function judgeStated(threshold, report) {
  const { results, metric, expression } = threshold;
  for (const { path, value, unit, stated, result } of results) {
    const holds = result === "held";
    if (value !== undefined && stated !== undefined && stated !== holds) {
      report.warning("verdict-differs", `${titleOf(threshold)}: ${path} says that it ${stated ? "passed" : "was crossed"}, `
        + `but its value is ${amount(value, unit)}, with which it ${holds ? "holds" : "does not hold"}. Was the file edited?`,
        { path, identity: `stated ${metric} ${expression}` });
    }
  }
}

/** @type {(threshold: Threshold, report: Report) => void} */
function tellMeasured(threshold, report) {
  const measured = threshold.results.filter(({ value }) => value !== undefined);
  const worst = measured.length > 0 ? worstOf(measured, threshold) : undefined;
  if (worst?.value !== undefined) {
    report.metric(`${threshold.metric} ${threshold.aggregation} (limit ${threshold.expression.replace(/^[^<>=!]*/, "")})`, worst.value, worst.unit);
  }
}

/** @param {Threshold} threshold */
function titleOf({ metric, expression }) {
  return `${code(expression)} on ${metric}`;
}

/** @param {Threshold} threshold */
function isOfFile({ from }) {
  return from !== "the load test" && from !== "the settings";
}

/** @param {Threshold} threshold */
function replacement({ replaced }) {
  return replaced.length > 0 ? `, which replaces ${replaced.join(" and ")}` : "";
}

/**
 * The result that is farthest on the wrong side; one without a value only when all are.
 * @type {(results: Result[], threshold: Threshold) => Result}
 */
function worstOf(results, { expression }) {
  const isUpper = expression.includes("<");
  const isWorse = (a, b) => (isUpper ? a > b : a < b);
  return results.reduce((worst, one) => (one.value !== undefined && (worst.value === undefined || isWorse(one.value, worst.value)) ? one : worst));
}
