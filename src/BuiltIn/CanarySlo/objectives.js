// What follows from one objective: that it was broken, that nobody can tell, or that it was kept.

import { count } from "../lib/texts.js";
import { judgeComparison } from "./compare.js";
import { holdText } from "./holds.js";
import { breachText, keptText, stageText } from "./limits.js";
import { judgeMeasure, tellMeasures } from "./metrics.js";
import { clock, duration, query, span } from "./words.js";
/** @import { Breach, Evidence, Objective, Settings, StageSummary } from "./types.d.ts" */

/** @typedef {Objective["severity"]} Kind how the report is told something */

/** @type {(objective: Objective, evidence: Evidence, settings: Settings, report: Report) => void} */
export function judgeObjective(objective, evidence, settings, report) {
  const unsure = settings.hold === "warn" ? "warning" : "error";
  const broken = brokenStages(objective);
  if (objective.breach) {
    judgeBreach(objective, objective.breach, evidence, report);
  } else if (broken.length > 0) {
    judgeStages(objective, broken, settings["stage-share"] === "hold", unsure, report);
  }

  // A milder limit sees the same data as the one that decides, whose holes are said already.
  if (!isDeciding(objective)) {
    return;
  }

  judgeHolds(objective, evidence, unsure, report);
  judgeComparison(objective, unsure, report);
  tellMeasures(objective, report);
  judgeMeasure(objective, report);

  if (!objective.breach && objective.holds.length === 0 && broken.length === 0) {
    const burst = objective.states.includes("X") ? ", though it was beyond its limit for a shorter time" : "";
    report.pass("kept", `${objective.name} was kept${burst}: ${keptText(objective)}.`);
  }
}

/** @type {(objective: Objective, breach: Breach, evidence: Evidence, report: Report) => void} */
function judgeBreach(objective, breach, evidence, report) {
  const { severity, rule, verdict } = consequence(objective, false);
  report[severity](rule, `${verdict}${objective.name} ${howBroken(breach, evidence)}: `
    + `${breachText(objective, breach)}${origin(objective)}. Query: ${query(objective)}.`);
}

/** @type {(breach: Breach, evidence: Evidence) => string} */
function howBroken({ rule, points, since, until, confirmed }, { breach, among, burnTimes = 0 }) {
  switch (rule) {
    case "Often":
      return `was beyond its limit at ${points} of ${among} points ${span(since, until)}`;
    case "Burning":
      return `burned at more than ${count(burnTimes, "time")} its limit ${span(since, until)}`;
    default:
      return `was beyond its limit without a pause ${span(since, until)}, longer than ${duration(breach)} at ${clock(confirmed)}`;
  }
}

/**
 * Bursts, each too short for a breach, of which a stage was full.
 * @type {(objective: Objective, broken: StageSummary[], holds: boolean, unsure: Kind, report: Report) => void}
 */
function judgeStages(objective, [first, ...others], holds, unsure, report) {
  const { severity, rule, verdict } = consequence(objective, holds, unsure);
  const more = others.length > 0 ? ` The same in ${count(others.length, "more stage")}.` : "";
  report[severity](rule, `${verdict}${objective.name} was beyond its limit in the stage at ${first.weight} % as a whole, with pauses in between: `
    + `${stageText(objective, first)}${origin(objective)}.${more} Query: ${query(objective)}.`);
}

/**
 * What follows when a limit was passed: only an objective of severity `error` decides.
 * @type {(objective: Objective, holds: boolean, unsure?: Kind) => { severity: Kind, rule: string, verdict: string }}
 */
function consequence(objective, holds, unsure = "error") {
  if (!isDeciding(objective)) {
    return { severity: objective.severity, rule: "over-limit", verdict: "" };
  }

  return holds
    ? { severity: unsure, rule: "hold", verdict: "Hold: " }
    : { severity: "error", rule: "rollback", verdict: "Roll back: " };
}

/** @param {Objective} objective */
function origin({ from, replaced }) {
  const others = replaced.length > 0 ? `, which replaces ${replaced.join(" and ")}` : "";
  return from ? ` by ${from}${others}` : "";
}

/**
 * What is true of a whole stage is said once for all stages.
 * @type {(objective: Objective, evidence: Evidence, unsure: Kind, report: Report) => void}
 */
function judgeHolds(objective, evidence, unsure, report) {
  const told = new Set();
  for (const hold of objective.holds) {
    const isOfStage = hold.reason === "Thin" || hold.reason === "Coverage";
    if (isOfStage && told.has(hold.reason)) {
      continue;
    }

    told.add(hold.reason);
    const others = isOfStage ? objective.holds.filter(({ reason }) => reason === hold.reason).length - 1 : 0;
    const more = others > 0 ? ` The same in ${others === 1 ? "one more stage" : `${others} more stages`}.` : "";
    report[unsure]("hold", `Hold: ${holdText(objective, hold, evidence)}${more}`);
  }
}

/** @param {Objective} objective */
export function isDeciding({ severity }) {
  return severity === "error";
}

/** @param {Objective} objective */
export function brokenStages({ stages }) {
  return stages.filter(({ broken }) => broken);
}
