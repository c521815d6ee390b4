// A budget is broken when the number is beyond its limit and chance alone does not explain that anything changed.

import { amount, percent } from "./words.js";
/** @import { Comparison, IntervalComparison, SingleComparison } from "./types.d.ts" */

/**
 * @typedef {{ verdict: "pass" | "fail" | "small" | "unsure", why?: string, isCertain?: boolean }} Decision
 * @typedef {{ ratio: number, low: number, high: number, limit: number }} Worse the ratio, its interval and the limit, turned so that more is worse
 */

/** How improbable a change must be by chance. */
export const significant = 0.05;

/** Runs that might not show a change of twice the budget prove nothing by showing none; budgets below 5 % count as 5 %. */
const blind = 2;
const least = 0.05;

/** No noise between two runs doubles a value; a budget that allows as much allows twice its excess. */
const doubled = 2;

/**
 * Returns `pass`, `fail`, `small` (beyond the limit, but below the floor) or `unsure`, and why in a sentence.
 * @type {(budget: Comparison, isStrict: boolean) => Decision}
 */
export function decide(budget, isStrict) {
  if (isStrict) {
    return { verdict: budget.holds ? "pass" : "fail" };
  }

  if (budget.low === undefined) {
    return decideSingle(budget);
  }

  const tooFew = tooFewText(budget);
  if (tooFew) {
    return { verdict: "unsure", why: tooFew };
  }

  const side = worseSide(budget);
  return budget.holds ? decideWithin(budget, side) : decideBeyond(budget, side);
}

/**
 * The ratio, its interval and the limit, turned so that more is worse.
 * @type {(budget: IntervalComparison) => Worse}
 */
function worseSide({ upper, ratio, low, high, factor }) {
  return upper ? { ratio, low, high, limit: factor } : { ratio: 1 / ratio, low: 1 / high, high: 1 / low, limit: 1 / factor };
}

/** @type {(budget: SingleComparison) => Decision} */
function decideSingle({ holds, upper, ratio, factor }) {
  const [worse, limit] = upper ? [ratio, factor] : [1 / ratio, 1 / factor];
  const isBeyondNoise = worse >= Math.max(doubled, 1 + 2 * (limit - 1));
  if (!holds && isBeyondNoise) {
    return { verdict: "fail", why: "One value a side says nothing about noise, but noise does not do that; `strict: true` takes every value at its word." };
  }

  const why = "One value a side says nothing about noise: give at least three runs a side, or the points (--out json), "
    + "or take single values at their word with `strict: true`.";
  return { verdict: "unsure", why };
}

/**
 * Summaries do not say how many samples they are of, and then nothing is too few.
 * @param {Comparison} budget
 */
function tooFewText({ baseline, current, samplesNeeded, aggregation }) {
  const samples = Math.min(baseline.samples ?? NaN, current.samples ?? NaN);
  const part = aggregation === "avg" ? "a few of them" : "the largest of them";
  return samples < (samplesNeeded ?? 0) ? `With ${samples} samples ${aggregation} is hardly more than ${part}; ${samplesNeeded} are needed.` : undefined;
}

/** @type {(budget: IntervalComparison, side: Worse) => Decision} */
function decideBeyond({ unit, baseline, current, floor = 0, probability }, { low }) {
  const isCertain = low > 1 && probability < significant;
  const smallest = Math.min(floor, baseline.value);
  const difference = Math.abs(current.value - baseline.value);
  if (difference < smallest) {
    const chance = isCertain ? ", though no chance. With `floor: 0` it fails." : ".";
    const why = `It is not held against it: the difference of ${amount(difference, unit)} is below the floor of ${amount(smallest, unit)}${chance}`;
    return { verdict: "small", isCertain, why };
  }

  return isCertain ? { verdict: "fail" } : { verdict: "unsure", why: "That can be chance." };
}

/** @type {(budget: IntervalComparison, side: Worse) => Decision} */
function decideWithin({ detectable }, { high, limit }) {
  const visible = blind * Math.max(limit - 1, least);
  return high <= limit || detectable <= visible
    ? { verdict: "pass" }
    : { verdict: "unsure", why: `The runs are too few or too noisy: even a change of ${percent(visible)} might go unseen.` };
}
