// What the log says about the scan.

import { count } from "../lib/texts.js";
/** @import { Evidence } from "./types.d.ts" */

/** @typedef {{ index: number, used: number, rule?: string, identity?: string, reason?: string, pattern: RegExp | undefined }} Allow an entry of `allow` */

/** What kept a file from being scanned as text. */
const obstacles = {
  "archive": "not opened, or not to its end",
  "binary": "binary, searched for known tokens and keys only",
  "binary-text": "text by its name that holds binary data, scanned as text all the same",
  "over-limit": "not scanned to its end, for its time or its size",
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
function placeOf({ path, line, offset, member, rule }) {
  const inner = member === undefined ? "" : `!/${member}`;
  return `${path}${inner}${offset === undefined ? `:${line}` : ` (byte ${offset})`} ${rule}`;
}
