// A budget is broken when the number is beyond its limit and chance alone does not explain that anything changed.

import { amount, percent } from "./words.js";

/** How improbable a change must be by chance. */
export const significant = 0.05;

/** Runs that might not show a change of twice the budget prove nothing by showing none; budgets below 5 % count as 5 %. */
const blind = 2;
const least = 0.05;

/** No noise between two runs doubles a value; a budget that allows as much allows twice its excess. */
const doubled = 2;

/** Returns `pass`, `fail`, `small` (beyond the limit, but below the floor) or `unsure`, and why in a sentence. */
export function decide(budget, isStrict) {
  const side = worseSide(budget);
  if (isStrict) {
    return { verdict: budget.holds ? "pass" : "fail" };
  }

  if (budget.low === undefined) {
    return decideSingle(budget, side);
  }

  const tooFew = tooFewText(budget);
  if (tooFew) {
    return { verdict: "unsure", why: tooFew };
  }

  return budget.holds ? decideWithin(budget, side) : decideBeyond(budget, side);
}

/** The ratio, its interval and the limit, turned so that more is worse. */
function worseSide({ upper, ratio, low, high, factor }) {
  return upper ? { ratio, low, high, limit: factor } : { ratio: 1 / ratio, low: 1 / high, high: 1 / low, limit: 1 / factor };
}

function decideSingle({ holds }, { ratio, limit }) {
  const isBeyondNoise = ratio >= Math.max(doubled, 1 + 2 * (limit - 1));
  if (!holds && isBeyondNoise) {
    return { verdict: "fail", why: "One value a side says nothing about noise, but noise does not do that; `strict: true` takes every value at its word." };
  }

  const why = "One value a side says nothing about noise: give at least three runs a side, or the points (--out json), "
    + "or take single values at their word with `strict: true`.";
  return { verdict: "unsure", why };
}

/** Summaries do not say how many samples they are of, and then nothing is too few. */
function tooFewText({ baseline, current, samplesNeeded, aggregation }) {
  const samples = Math.min(baseline.samples, current.samples);
  const part = aggregation === "avg" ? "a few of them" : "the largest of them";
  return samples < samplesNeeded ? `With ${samples} samples ${aggregation} is hardly more than ${part}; ${samplesNeeded} are needed.` : undefined;
}

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

function decideWithin({ detectable }, { high, limit }) {
  const visible = blind * Math.max(limit - 1, least);
  return high <= limit || detectable <= visible
    ? { verdict: "pass" }
    : { verdict: "unsure", why: `The runs are too few or too noisy: even a change of ${percent(visible)} might go unseen.` };
}
