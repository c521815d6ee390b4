// Decides on a canary: rollback when an objective was broken, hold when the data cannot tell, promote otherwise.
// The gate has asked Prometheus and found the breaches and the holes; what follows from them is said here.

import { count } from "../lib/texts.js";
import { judgeBudget } from "./budget.js";
import { drawObjectives } from "./charts.js";
import { decisionOf } from "./compare.js";
import { brokenStages, isDeciding, judgeObjective } from "./objectives.js";
import { clock, duration } from "./words.js";
/** @import { Evidence, Objective, Settings } from "./types.d.ts" */

/** What to do about the canary. */
const next = {
  rollback: "take the traffic from the canary and put the old version back (such as `kubectl rollout undo`), then repair what it was rolled back for",
  hold: "leave the canary at the weight it has, do what the findings say, and watch it again before it goes on",
};

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  for (const objective of evidence.objectives) {
    judgeObjective(objective, evidence, settings, report);
  }

  judgeClock(evidence, report);
  drawObjectives(evidence, report);
  const isBurning = judgeBudget(evidence.budget, settings, report);
  for (const name of evidence.leftOut) {
    report.note("left-out", `The preset's objective ${name} was left out.`);
  }

  const decision = decide(evidence.objectives, isBurning, settings);
  report.output("decision", decision);
  if (next[decision]) {
    report.output("next", next[decision]);
  }

  report.log(`decision: ${decision} (${evidence.mode} of ${clock(evidence.start)} to ${clock(evidence.until)} UTC, `
    + `${count(evidence.objectives.length, "objective")})`);
}

/** @type {(evidence: Evidence, report: Report) => void} */
function judgeClock({ clockAhead }, report) {
  if (clockAhead !== undefined) {
    report.warning("clock", `This machine's clock is ${duration(Math.abs(clockAhead))} ${clockAhead > 0 ? "behind" : "ahead of"} Prometheus's, which counted. `
      + "Set it right.");
  }
}

/** @type {(objectives: Objective[], isBurning: boolean, settings: Settings) => string} */
function decide(objectives, isBurning, settings) {
  const deciding = objectives.filter(isDeciding);
  const hasBrokenStage = (objective) => brokenStages(objective).length > 0;
  const isBroken = (objective) => objective.breach
    || decisionOf(objective) === "rollback"
    || (settings["stage-share"] !== "hold" && hasBrokenStage(objective));
  if (isBurning || deciding.some(isBroken)) {
    return "rollback";
  }

  const isUnsure = (objective) => objective.holds.length > 0 || hasBrokenStage(objective) || decisionOf(objective) === "hold";
  return deciding.some(isUnsure) ? "hold" : "promote";
}
