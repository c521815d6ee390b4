// What the log says about the scan.

import { count } from "../lib/texts.js";
/** @import { Column, Evidence } from "./types.d.ts" */

/** @typedef {{ index: number, used: number, rule?: string, identity?: string, reason?: string, pattern: RegExp | undefined }} Allow an entry of `allow` */

/** What kept a file from being scanned as text. */
const obstacles = {
  "binary": "binary, searched for known tokens and keys only",
  "binary-text": "text by its name that holds binary data, scanned as text all the same",
  "over-limit": "not scanned to its end in time",
  "unreadable": "could not be read",
};

/**
 * What each entry of `allow` was good for. Lines that were added need not all entries.
 * @type {(allows: Allow[], scope: string, report: Report) => void}
 */
export function tellAllows(allows, scope, report) {
  for (const { index, reason, used } of allows) {
    const title = `allow[${index}]${reason ? ` (${reason})` : ""}`;
    if (used > 0) {
      report.log(`${title} accepts ${count(used, "finding")}`);
    } else if (scope === "tree") {
      report.log(`${title} accepts nothing any more: remove it`);
    }
  }
}

/**
 * What a column holds, and how much of it.
 * @param {Column} column
 */
export function tellColumn({ path, column, title, values, checked, share }) {
  const name = /^[0-9]+$/.test(column) ? column : `"${column}"`;
  const of = checked === values ? "" : `${grouped(checked)} checked of `;
  return `Column ${name} of ${path}: ${Math.floor(share * 100)} % of ${of}${grouped(values)} values are valid ${plural(title)}.`;
}

/** @param {number} value */
function grouped(value) {
  return String(value).replace(/\B(?=(?:[0-9]{3})+$)/gu, ",");
}

/**
 * The first noun of a title as many: "US social security number" becomes "US social security numbers".
 * @param {string} title
 */
function plural(title) {
  return title.replace(/\b(number|code|date|licence|identifier|line|address)\b/iu, (noun) => `${noun}${noun.endsWith("ss") ? "es" : "s"}`);
}

/**
 * What was not scanned as text, and what was found and left alone.
 * @type {(evidence: Evidence, report: Report) => void}
 */
export function tellCoverage({ skippedCounts, skipped, placeholders, placeholdersAt = [] }, report) {
  for (const [reason, files] of Object.entries(skippedCounts)) {
    report.log(`${count(files, "file")}: ${obstacles[reason] ?? reason}`);
  }

  for (const { problem } of skipped.filter((file) => file.problem)) {
    report.log(problem);
  }

  if (placeholders > 0) {
    const places = placeholdersAt.slice(0, 20).map(placeOf).join(", ");
    const values = count(placeholders, "value is an obvious placeholder and was", "values are obvious placeholders and were");
    report.log(`${values} left alone${places ? `: ${places}` : ""}`);
  }
}

/** @param {Evidence["placeholdersAt"][number]} place */
function placeOf({ path, line, offset, rule }) {
  return `${path}${offset === undefined ? `:${line}` : ` (byte ${offset})`} ${rule}`;
}
