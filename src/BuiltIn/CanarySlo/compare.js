// The canary beside the stable version, whatever the limit.

import { round } from "../lib/numbers.js";
import { count } from "../lib/texts.js";
import { figure, isInfinite, percent, query } from "./words.js";
/** @import { Objective, StableComparison } from "./types.d.ts" */

/** @typedef {"error" | "warning"} Kind */

/**
 * What a worse canary means for the decision; nothing for one that is not, or that is only reported.
 * @type {(objective: Objective) => "hold" | "rollback" | undefined}
 */
export function decisionOf({ comparison, measure }) {
  const then = measure.compare?.then;
  return comparison?.isWorse && then !== "report" ? then : undefined;
}

/** @type {(objective: Objective, unsure: Kind, report: Report) => void} */
export function judgeComparison(objective, unsure, report) {
  const { name, comparison, measure } = objective;
  if (!comparison) {
    return;
  }

  if (comparison.probability === undefined) {
    report.note("not-compared", `${name}: it was known together with the stable version at ${count(comparison.points, "point")}, too few to compare them.`);
    return;
  }

  if (!comparison.isWorse) {
    report.pass("as-stable", `${name} was no worse than the stable version: ${numbers(comparison)}.`);
    return;
  }

  const { kind, rule, verdict } = consequence(measure.compare?.then, unsure);
  report[kind](rule, `${verdict}${name} was worse than the stable version up to the end of the stage at ${comparison.weight} %: ${numbers(comparison)}. `
    + `Query: ${query(objective)}.`);
}

/**
 * @param {"report" | "hold" | "rollback" | undefined} then
 * @param {Kind} unsure
 * @returns {{ kind: Kind, rule: string, verdict: string }}
 */
function consequence(then, unsure) {
  switch (then) {
    case "rollback":
      return { kind: "error", rule: "rollback", verdict: "Roll back: " };
    case "hold":
      return { kind: unsure, rule: "hold", verdict: "Hold: " };
    default:
      return { kind: "warning", rule: "worse-than-stable", verdict: "" };
  }
}

/** @param {StableComparison} comparison */
function numbers({ ratio = 0, superiority = 0, probability = 1, points }) {
  const mean = isInfinite(ratio) ? "above that of stable, which is 0" : `${figure(ratio)} times that of stable`;
  const chance = probability < 0.0001 ? "less than 0.0001" : String(round(probability, 4));
  return `its mean is ${mean}, it is the worse one in ${percent(superiority)} of all pairs of ${count(points, "point")} a side, `
    + `and chance would do so with p ${chance}`;
}
