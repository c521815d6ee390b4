// How values, times and queries are written.

import { round } from "../lib/numbers.js";
import { code } from "../lib/texts.js";
/** @import { Objective } from "./types.d.ts" */

/** Values beyond it stand for the infinite ones, which JSON does not have. */
const infinite = 1e300;

/** @param {number} value */
export function isInfinite(value) {
  return Math.abs(value) > infinite;
}

/** @param {number} value */
export function figure(value) {
  const sign = value < 0 ? "minus " : "";
  return isInfinite(value) ? `${sign}infinity` : String(round(value));
}

/** @param {number} share */
export function percent(share) {
  return `${figure(share * 100)} %`;
}

/** @param {number} value */
export function seconds(value) {
  if (isInfinite(value)) {
    return "more than the last bucket";
  }

  return value < 1 ? `${figure(value * 1000)} ms` : `${figure(value)} s`;
}

/**
 * A length of time: `20 s`, `5 min`, `5 min 15 s`.
 * @param {number} value in seconds
 */
export function duration(value) {
  const minutes = Math.floor(value / 60);
  const rest = value - minutes * 60;
  const words = [minutes > 0 ? [`${minutes} min`] : [], rest > 0 || minutes === 0 ? [`${figure(rest)} s`] : []];
  return words.flat().join(" ");
}

/**
 * The same as PromQL has it: `90s`, `2m`.
 * @param {number} value in seconds
 */
export function promDuration(value) {
  return value % 60 === 0 ? `${value / 60}m` : `${value}s`;
}

/**
 * The time of day of an ISO time, with its seconds unless they are none.
 * @param {string} time
 */
export function clock(time) {
  return time.slice(17, 19) === "00" ? time.slice(11, 16) : time.slice(11, 19);
}

/**
 * From one ISO time to another, and how long that is.
 * @type {(since: string, until: string) => string}
 */
export function span(since, until) {
  const seconds = (Date.parse(until) - Date.parse(since)) / 1000;
  return `from ${clock(since)} to ${clock(until)} UTC${seconds > 0 ? `, for ${duration(seconds)}` : ""}`;
}

/** @param {Objective} objective */
export function query({ measure }) {
  return measure.whole ? `${code(measure.query)} over ${code(measure.whole)}` : code(measure.query);
}
