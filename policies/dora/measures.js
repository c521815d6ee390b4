// What is measured of many things.

import { parseTime } from "../lib/moments.js";

/** NaN of nothing, and where one of the values is none. @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return values.length === 0 || values.some(Number.isNaN) ? NaN : sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Minutes of each run. @param {{ run_started_at: string, updated_at: string }[]} runs */
export function durationsOf(runs) {
  return runs.map((run) => (parseTime(run.updated_at) - parseTime(run.run_started_at)) / 60_000);
}

/** The share of runs that passed, and not the first time. @param {{ conclusion: string, run_attempt: number }[]} runs */
export function reruns(runs) {
  return runs.filter(({ conclusion, run_attempt }) => conclusion === "success" && run_attempt > 1).length / runs.length;
}
