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
  return isInfinite(value) ? "infinity" : String(round(value));
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

/** @param {number} value */
export function duration(value) {
  return value >= 60 && value % 60 === 0 ? `${value / 60} min` : `${figure(value)} s`;
}

/**
 * The time of day of an ISO time.
 * @param {string} time
 */
export function clock(time) {
  return time.slice(11, 16);
}

/** @param {Objective} objective */
export function query({ measure }) {
  return measure.whole ? `${code(measure.query)} over ${code(measure.whole)}` : code(measure.query);
}
