// A chart for each objective, with all its limits.

import { round } from "../lib/numbers.js";
import { markText } from "./holds.js";
import { isLowerWorse } from "./limits.js";
import { clock, duration, figure, isInfinite, percent, seconds } from "./words.js";
/** @import { Breach, Evidence, Hold, Objective, StageSummary } from "./types.d.ts" */

/** @typedef {(time: string) => number} At the point of a time */

/** How many marks a chart may have. */
const mostMarks = 100;

/** @type {(evidence: Evidence, report: Report) => void} */
export function drawObjectives(evidence, report) {
  for (const [name, same] of Map.groupBy(evidence.objectives, (objective) => objective.name)) {
    const isDeciding = ({ severity }) => severity === "error";
    const [objective, ...milder] = [...same.filter(isDeciding), ...same.filter((one) => !isDeciding(one))];
    if (objective.values.length > 0) {
      draw(name, objective, milder, evidence, report);
    }
  }
}

/** @type {(name: string, objective: Objective, milder: Objective[], evidence: Evidence, report: Report) => void} */
function draw(name, objective, milder, evidence, report) {
  const { unit, toShown } = scaleOf(objective);
  const shown = (values) => values.map((value) => (value === null ? null : toShown(value)));
  const at = (time) => pointAt(time, evidence, objective.values.length);
  report.chart(name, {
    unit,
    start: evidence.start,
    step: evidence.step,
    lines: [
      { name: "canary", values: shown(objective.values) },
      ...(objective.stable ? [{ name: "stable", values: shown(objective.stable) }] : []),
    ],
    limits: [...limitsOf(objective, ""), ...milder.flatMap((one) => limitsOf(one, `${one.severity}: `))],
    spans: spansOf(objective, at),
    marks: marksOf(objective, evidence.breach, at),
  });
}

/**
 * How values become what people read: the share that is talked about in per cent, times in milliseconds.
 * @param {Objective} objective
 */
function scaleOf({ kind, measure }) {
  if (measure.form === "Share") {
    return { unit: "%", toShown: (value) => round((measure.isGood ? 1 - value : value) * 100, 6) };
  }

  switch (kind) {
    case "Quantile":
      return { unit: "ms", toShown: (value) => (isInfinite(value) ? value : value * 1000) };
    case "Counter":
      return { unit: "a minute", toShown: (value) => value };
    default:
      return { unit: null, toShown: (value) => value };
  }
}

/**
 * The number of the point that is nearest to a time.
 * @type {(time: string, evidence: Evidence, points: number) => number}
 */
function pointAt(time, { start, step }, points) {
  const nearest = Math.round((Date.parse(time) - Date.parse(start)) / 1000 / step);
  return Math.max(0, Math.min(points - 1, nearest));
}

function limitsOf(objective, prefix) {
  const { kind, measure, stages, quantile, min, max } = objective;
  if (kind === "Quantile" && measure.form === "Share") {
    return [{ name: `${prefix}at least ${percent(quantile)} within ${seconds(max)}`, values: quantile * 100 }];
  }

  if (kind === "Counter") {
    const values = stages.flatMap(({ points, weight }) => Array(points).fill(max * weight / 100));
    return [{ name: `${prefix}at most ${figure(max)} for all traffic`, values }];
  }

  const [written, factor] = { Ratio: [percent, 100], Quantile: [seconds, 1000] }[kind] ?? [figure, 1];
  return [["at most", max], ["at least", min]]
    .filter(([, limit]) => limit !== undefined)
    .map(([side, limit]) => ({ name: `${prefix}${side} ${written(limit)}`, values: limit * factor }));
}

/**
 * The stages, one behind the other.
 * @type {(objective: Objective, at: At) => Chart["spans"]}
 */
function spansOf(objective, at) {
  const spans = [];
  let start = 0;
  for (const stage of objective.stages.filter(({ points }) => points > 0)) {
    const [first, end] = [start, start + stage.points];
    const isWithin = ({ since, until }) => at(since) < end && at(until) > first;
    spans.push({ at: first, name: `${stage.weight} %`, text: measured(objective, stage), severity: severityOf(objective, stage, isWithin) });
    start = end;
  }

  return spans;
}

function measured(objective, stage) {
  const { share, requests, worst } = stage;
  if (share !== undefined) {
    return `${percent(objective.measure.isGood ? 1 - share : share)} of ${Math.round(requests)}`;
  }

  if (worst === undefined || requests === 0) {
    return "no data";
  }

  return `${isLowerWorse(objective) ? "from" : "up to"} ${objective.kind === "Quantile" ? seconds(worst) : figure(worst)}`;
}

/** @type {(objective: Objective, stage: StageSummary, isWithin: (time: Breach | Hold) => boolean) => Objective["severity"] | null} */
function severityOf({ severity, breach, holds }, { broken }, isWithin) {
  if (broken || (breach && isWithin(breach))) {
    return severity;
  }

  return holds.some(isWithin) ? "warning" : null;
}

/** @type {(objective: Objective, longest: number, at: At) => Chart["marks"]} */
function marksOf({ severity, breach, holds }, longest, at) {
  /** @type {NonNullable<Chart["marks"]>} */
  const marks = holds.filter(markText).map((hold) => ({ from: at(hold.since), to: at(hold.until), severity: "warning", text: markText(hold) }));
  if (breach) {
    const text = breach.rule
      ? `was broken at ${clock(breach.confirmed)}`
      : `was beyond its limit, longer than ${duration(longest)} at ${clock(breach.confirmed)}`;
    marks.push({ from: at(breach.since), to: at(breach.until), severity, text });
  }

  return marks.slice(0, mostMarks);
}
