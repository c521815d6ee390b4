// A budget is broken when the number is beyond its limit and chance alone does not explain that anything changed.

import { amount, percent } from "./words.js";
/** @import { Comparison, IntervalComparison, SingleComparison } from "./types.d.ts" */

/**
 * @typedef {{ verdict: "pass" | "fail" | "small" | "unsure", why?: string, kind?: "note" | "warning" }} Decision
 * @typedef {{ ratio: number, low: number, limit: number }} Worse the ratio, the lower end of its interval and the limit, turned so that more is worse
 */

/** How improbable a change must be by chance: two in a hundred, half of them for the worse. */
export const significant = 0.02;

/** One run a side does not tell how much runs differ, but no two runs differ that much by chance. */
const doubled = 2;

/** What chance may add to a single value without an interval. */
const single = 1.25;

const more = "Do a `rerun`, as many runs a side again beside these (the step's output `undecided` says when), or let the bare ratio decide with "
  + "`strict: true`.";

/**
 * Returns `pass`, `fail`, `small` (below the floor) or `unsure`, and why in a sentence.
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

  return budget.holds ? decideWithin(budget) : decideBeyond(budget);
}

/**
 * The ratio, the lower end of its interval and the limit, turned so that more is worse.
 * @type {(budget: Comparison) => Worse}
 */
function worseSide({ upper, ratio, low = NaN, high = NaN, factor }) {
  return upper ? { ratio, low, limit: factor } : { ratio: 1 / ratio, low: 1 / high, limit: 1 / factor };
}

/**
 * What no chance explains between two single runs: a doubled value, or twice the excess that the budget allows.
 * @param {number} limit
 */
function beyondChance(limit) {
  return Math.max(doubled, 1 + 2 * (limit - 1));
}

/** @type {(budget: SingleComparison) => Decision} */
function decideSingle(budget) {
  const { ratio, limit } = worseSide(budget);
  if (!budget.holds && ratio >= beyondChance(limit) * single) {
    return { verdict: "fail", why: "One value a side says nothing about noise, but noise does not do that; `strict: true` takes every value at its word." };
  }

  return { verdict: "unsure", why: `One value a side says nothing about noise: give at least three runs a side, or the points (--out json). ${more}` };
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

/** @type {(budget: IntervalComparison) => Decision} */
function decideBeyond(budget) {
  const { unit, baseline, current, probability } = budget;
  const { low, limit } = worseSide(budget);
  const isOneRun = Math.min(baseline.runs, current.runs) === 1;
  const isCertain = probability < significant && low > (isOneRun ? beyondChance(limit) : 1);
  const { isSmall, isHarmless, floor } = floorOf(budget);
  if (isSmall && (isCertain || isHarmless)) {
    const chance = isCertain ? ", though no chance. With `floor: 0s` it fails." : ".";
    const why = `It is not held against it: the difference of ${amount(Math.abs(current.value - baseline.value), unit)} is below the floor of `
      + `${amount(floor, unit)}${chance}`;
    return { verdict: "small", kind: isCertain && isHarmless ? "warning" : isCertain ? undefined : "note", why };
  }

  if (isCertain) {
    return { verdict: "fail" };
  }

  if (isOneRun) {
    return { verdict: "unsure", why: `One run a side does not tell how much runs differ, and fails only what has doubled for certain. ${more}` };
  }

  const odds = low > 1 ? ` As much is seen in ${percent(probability)} of comparisons where nothing changed; below ${percent(significant)} counts.` : "";
  return { verdict: "unsure", why: `That can be chance.${odds} ${more}` };
}

/** @type {(budget: IntervalComparison) => Decision} */
function decideWithin(budget) {
  const { detectable, unit, upper, factor } = budget;
  if (detectable <= (upper ? factor - 1 : 1 - factor)) {
    return { verdict: "pass" };
  }

  const { isSmall, isHarmless, floor } = floorOf(budget);
  return isSmall && isHarmless
    ? { verdict: "small", kind: "note", why: `It may be as much as ${percent(detectable)}, which is below the floor of ${amount(floor, unit)}.` }
    : { verdict: "unsure", why: `The runs are too few or too noisy: a regression of up to ${percent(detectable)} could look like this. ${more}` };
}

/**
 * Whether the difference is below the floor, and whether what the data cannot exclude is so too. A time that has doubled is never small.
 * @type {(budget: IntervalComparison) => { isSmall: boolean, isHarmless: boolean, floor: number }}
 */
function floorOf({ floor = 0, baseline, current, detectable }) {
  const least = Math.min(floor, baseline.value);
  return { isSmall: Math.abs(current.value - baseline.value) < least, isHarmless: baseline.value * detectable < least, floor: least };
}
