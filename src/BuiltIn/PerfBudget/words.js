// How values and their changes are written.

import { round } from "../lib/numbers.js";

/** @typedef {"error" | "warning" | "note"} Kind how the report is told something */

export const noSamplesHint = "Look for a typo in a name or a tag, or for a test that ended early.";

/** @type {(value: number, unit?: string | null) => string} */
export function amount(value, unit) {
  return unit ? `${round(value)} ${unit}` : String(round(value));
}

/** @param {number} share */
export function percent(share) {
  const value = share * 100;
  const written = Math.abs(value) >= 9.95 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, "");
  return `${written} %`;
}

/** @param {number} share */
export function signed(share) {
  return `${share < 0 ? "−" : "+"}${percent(Math.abs(share))}`;
}
