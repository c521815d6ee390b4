// What was measured, beside what is allowed.

import { figure, percent, seconds } from "./words.js";
/** @import { Objective } from "./types.d.ts" */

/**
 * Whether only small values break the limit.
 * @param {Objective} objective
 */
export function isLowerWorse({ kind, max }) {
  return kind === "Value" && max === undefined;
}

/** How far a limit was passed, for one value or, with its requests, for a share of them. */
export function breachText(objective, breach) {
  const { kind, measure, quantile, min, max } = objective;
  const { value, requests, low, high, limit } = breach;
  const all = requests === undefined ? "" : ` of ${Math.round(requests)} requests`;
  const counted = requests === undefined ? "" : `${all} (95 % CI ${percent(low)} to ${percent(high)})`;
  switch (kind) {
    case "Ratio":
      return measure.isGood
        ? `${percent(1 - value)} good${all}, at least ${percent(min)} are needed`
        : `${percent(value)}${counted}, ${percent(max)} is allowed`;
    case "Quantile":
      return measure.form === "Share"
        ? `${percent(value)}${counted} took longer than ${seconds(max)}, where p${figure(quantile * 100)} allows ${percent(1 - quantile)}`
        : `p${figure(quantile * 100)} reached ${seconds(value)}, ${seconds(max)} is allowed`;
    case "Counter":
      return `up to ${figure(value)} in a minute, where this stage's share of ${figure(max)} is ${figure(limit)}`;
    default:
      return `it ${min !== undefined && value < min ? "fell to" : "reached"} ${figure(value)}, ${allowed(objective)}`;
  }
}

/** How far a stage as a whole was beyond the limit. */
export function stageText(objective, stage) {
  const { share, points, beyond, worst, requests, low, high } = stage;
  if (share !== undefined) {
    return breachText(objective, { value: share, requests, low, high });
  }

  const counted = `${beyond} of ${points} points`;
  switch (objective.kind) {
    case "Counter":
      return `${counted}, up to ${figure(worst)} in a minute`;
    case "Quantile":
      return `${counted}, up to ${seconds(worst)}, ${seconds(objective.max)} is allowed`;
    default:
      return `${counted}, ${allowed(objective)}`;
  }
}

/** How well a limit was kept: a share as it was at the end, any other value at its worst. */
export function keptText(objective) {
  const { kind, stages, measure, quantile, min, max } = objective;
  const { share, weight, high } = stages.at(-1);
  const worst = worstOf(objective);
  switch (kind) {
    case "Ratio":
      return measure.isGood
        ? `${percent(1 - share)} good at ${weight} % (95 % CI from ${percent(1 - high)}), at least ${percent(min)}`
        : `${percent(share)} at ${weight} % (95 % CI up to ${percent(high)}), at most ${percent(max)}`;
    case "Quantile":
      return measure.form === "Share"
        ? `${percent(1 - share)} within ${seconds(max)} at ${weight} %, p${figure(quantile * 100)} needs ${percent(quantile)}`
        : `at most ${seconds(worst)}, ${seconds(max)} is allowed`;
    case "Counter":
      return `at most ${figure(worst)} in a minute, ${figure(max)} for all traffic`;
    default:
      return `${isLowerWorse(objective) ? "at least" : "at most"} ${figure(worst)}, ${allowed(objective)}`;
  }
}

function worstOf(objective) {
  const values = objective.stages.map(({ worst }) => worst).filter((worst) => worst !== undefined).sort((a, b) => a - b);
  return isLowerWorse(objective) ? values.at(0) : values.at(-1);
}

/** @param {Objective} objective */
function allowed({ min, max }) {
  const most = max === undefined ? [] : [`at most ${figure(max)}`];
  const least = min === undefined ? [] : [`at least ${figure(min)}`];
  return `${[...most, ...least].join(" and ")} is allowed`;
}
