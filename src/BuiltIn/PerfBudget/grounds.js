// What a comparison rests on, and whose word its baseline is.

import { count } from "../lib/texts.js";
/** @import { Comparison, LoadRun } from "./types.d.ts" */

/**
 * What the comparison rests on.
 * @type {(budget: Comparison, budgets: number) => string}
 */
export function groundsOf({ resolution, baseline, current, low, learnt }, budgets) {
  const runs = `${baseline.runs} + ${current.runs} runs`;
  const samples = `${baseline.samples} + ${current.samples} samples`;
  const data = {
    runs: `${runs} with ${samples}`,
    samples: `${samples} of ${runs}`,
    summaries: `the summaries of ${runs}`,
    single: `the summaries of ${runs}`,
  }[resolution];
  const noise = learnt === undefined ? "" : `, and how much ${count(learnt, "earlier run")} differed`;
  const correction = budgets > 1 && low !== undefined ? `, corrected for ${budgets} budgets` : "";
  return `From ${data}${noise}${correction}.`;
}

/**
 * Whose word the baseline is, when it was taken from the evidence branch.
 * @param {LoadRun[]} runs
 */
export function originOf(runs) {
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
