// What the log says about the scan.

import { count } from "../lib/texts.js";
/** @import { Column, Evidence } from "./types.d.ts" */

/**
 * An entry of `allow`, of the settings or of the repository's own file.
 * @typedef {{ name: string, used: number, rule?: string, identity?: string, reason?: string, expires?: string, expired?: boolean, pattern: RegExp | undefined }} Allow
 */

/** What kept a file from being scanned as text. */
const obstacles = {
  "archive": "not opened, or not to its end",
  "binary": "binary, searched for known tokens and keys only",
  "binary-text": "text by its name that holds binary data, scanned as text all the same",
  "over-limit": "not scanned to its end, for its time or its size",
  "unreadable": "could not be read",
  "lfs": "content in Git LFS, not looked at: fetch it with `lfs: true` of actions/checkout, or `git lfs pull`",
};

/**
 * What each entry of `allow` was good for. Lines that were added need not all entries.
 * @type {(allows: Allow[], scope: string, report: Report) => void}
 */
export function tellAllows(allows, scope, report) {
  for (const { name, reason, expires, expired, used } of allows) {
    const title = `${name}${reason ? ` (${reason})` : ""}`;
    if (expired && (used > 0 || scope === "tree")) {
      const effect = used > 0 ? `${count(used, "finding")} of it count again` : "remove it";
      report.log(`${title} expired on ${expires} and accepts nothing: ${effect}`);
    } else if (used > 0 && !expired) {
      report.log(`${title} accepts ${count(used, "finding")}${expires ? ` until ${expires}` : ""}`);
    } else if (scope === "tree" && !expired) {
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
export function tellCoverage({ skippedCounts, skipped, submodules = [], history, placeholders, placeholdersAt = [] }, report) {
  for (const [reason, files] of Object.entries(skippedCounts)) {
    report.log(`${count(files, "file")}: ${obstacles[reason] ?? reason}`);
  }

  for (const { problem } of skipped.filter((file) => file.problem)) {
    report.log(problem);
  }

  for (const { path, commit } of submodules) {
    report.log(`submodule ${path}${commit ? ` at ${commit.slice(0, 7)}` : ""} is not looked at: its own repository's gates look at it`);
  }

  tellHistory(history, report);
  if (placeholders > 0) {
    const places = placeholdersAt.slice(0, 20).map(placeOf).join(", ");
    const values = count(placeholders, "value is an obvious placeholder and was", "values are obvious placeholders and were");
    report.log(`${values} left alone${places ? `: ${places}` : ""}`);
  }
}

/** @type {(history: Evidence["history"] | undefined, report: Report) => void} */
function tellHistory(history, report) {
  if (history?.unread) {
    report.log(`history: ${history.unread}`);
  }

  if (history?.commits) {
    const lfs = history.largeFiles ? `; ${count(history.largeFiles, "version is", "versions are")} in Git LFS and not looked at` : "";
    report.log(`history: ${count(history.commits, "commit")}, ${count(history.blobs, "version")} of files, ${count(history.messages, "message")}${lfs}`);
  }
}

/** @param {Evidence["placeholdersAt"][number]} place */
function placeOf({ path, line, offset, member, rule }) {
  const inner = member === undefined ? "" : `!/${member}`;
  return `${path}${inner}${offset === undefined ? `:${line}` : ` (byte ${offset})`} ${rule}`;
}
