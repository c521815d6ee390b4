// Judges the secrets and personal data that dlp-scan found. The scanner says what a value is; this policy says how much it matters.
// Severity: settings.rules by rule, else by category; else the rule's own, lowered in tests and samples.

import { pathPattern } from "../lib/globs.js";
import { count } from "../lib/texts.js";
import { messageOf, nothingFound, placeOf, wasAccepted, why } from "./messages.js";
import { tellAllows, tellColumn, tellCoverage } from "./words.js";
/** @import { Column, Evidence, Hit, MoreHits, Rule } from "./types.d.ts" */
/** @import { Allow } from "./words.js" */

/** @typedef {Map<string, Rule["severity"] | "off">} Overrides severities by rule and by category */

// A few may be a mistake or a sample; as many different ones in one file, or a column of them, are somebody's data.
const bulkRules = ["payment-card", "iban", "us-ssn"];
const bulk = 10;

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const overrides = new Map(Object.entries(settings.rules ?? {}));
  const allows = [
    ...(settings.allow ?? []).map((entry, index) => ({ ...entry, name: `allow[${index}]` })),
    ...(evidence.allow ?? []).map(({ file, line, ...entry }) => ({ ...entry, name: `${file}:${line}` })),
  ].map(({ path, ...entry }) => ({ ...entry, used: 0, pattern: path ? pathPattern(path) : undefined }));

  const bulks = bulkFiles(evidence.hits);
  const found = evidence.hits.filter((hit) => judgeHit(bulks.has(fileOf(hit)) ? inBulk(hit) : hit, overrides, allows, report)).length
    + (evidence.columns ?? []).filter((column) => judgeColumn(column, overrides, allows, report)).length;
  const more = evidence.more.map((rule) => judgeMore(rule, overrides, report));

  tellAllows(allows, evidence.scope, report);
  tellCoverage(evidence, report);
  report.metric("files scanned", evidence.scanned.files);
  report.metric("bytes scanned", evidence.scanned.bytes, "bytes");
  if (found === 0 && more.every((places) => places === 0)) {
    report.pass("dlp-scan", nothingFound(evidence));
  }
}

/**
 * Returns whether the hit counts.
 * @type {(hit: Hit, overrides: Overrides, allows: Allow[], report: Report) => boolean}
 */
function judgeHit(hit, overrides, allows, report) {
  const severity = severityOf(hit, overrides);
  if (severity === "off") {
    return false;
  }

  const covering = allows.filter((entry) => covers(entry, hit));
  const allow = covering.find((entry) => !entry.expired);
  if (allow) {
    allow.used += 1;
    return false;
  }

  covering.forEach((entry) => { entry.used += 1; });
  report[severity](hit.rule, messageOf(hit) + covering.map(wasAccepted).join(""), placeOf(hit));
  return true;
}

/** @type {(rule: Rule & { testLike?: boolean, verified?: boolean }, overrides: Overrides) => Rule["severity"] | "off"} */
function severityOf({ rule, category, severity, testLike, verified }, overrides) {
  const override = overrides.get(rule) ?? overrides.get(category);
  // A checksum that holds is no accident, wherever it stands.
  if (override || !testLike || verified) {
    return override ?? severity;
  }

  const isGrave = category === "provider-secret" || category === "private-key";
  return isGrave && severity === "error" ? "warning" : "note";
}

/** @type {(allow: Allow, hit: Hit | Column) => boolean} */
function covers({ rule, pattern, identity }, hit) {
  return (!rule || rule === hit.rule || rule === hit.category)
    && (!pattern || pattern.test(hit.path))
    && (!identity || identity === hit.identity);
}

/**
 * The files, by rule, that hold many different values. One that is listed a thousand times is one.
 * @param {Hit[]} hits
 */
function bulkFiles(hits) {
  /** @type {Map<string, Set<string>>} */
  const values = new Map();
  for (const hit of hits.filter(({ rule }) => bulkRules.includes(rule))) {
    const known = values.get(fileOf(hit)) ?? new Set();
    values.set(fileOf(hit), known.add(hit.identity));
  }

  return new Set([...values].filter(([, known]) => known.size >= bulk).map(([file]) => file));
}

/** @param {{ rule: string, path: string }} hit */
function fileOf({ rule, path }) {
  return `${rule} ${path}`;
}

/**
 * In bulk they block, in tests they warn.
 * @type {<T extends Rule & { testLike?: boolean }>(one: T) => T}
 */
function inBulk(one) {
  return bulkRules.includes(one.rule) ? { ...one, severity: one.testLike ? "warning" : "error", testLike: false } : one;
}

/**
 * Returns whether the column counts.
 * @type {(column: Column, overrides: Overrides, allows: Allow[], report: Report) => boolean}
 */
function judgeColumn(column, overrides, allows, report) {
  const severity = severityOf(inBulk(column), overrides);
  if (severity === "off") {
    return false;
  }

  const allow = allows.find((entry) => !entry.expired && covers(entry, column));
  if (allow) {
    allow.used += 1;
    return false;
  }

  const { path, line, rule, identity, values } = column;
  const place = line === undefined ? { path, identity } : { path, line, endLine: line, identity };
  report[severity](rule, `${tellColumn(column)} ${why[column.category]} ${column.help}`, { ...place, count: values });
  return true;
}

/**
 * Beyond the scanner's cap only counts are known: said once, as severe as the rule, and new whenever others are behind the count.
 * Returns how many places count.
 * @type {(more: MoreHits, overrides: Overrides, report: Report) => number}
 */
function judgeMore(more, overrides, report) {
  const severity = severityOf(more.count >= bulk ? inBulk(more) : more, overrides);
  if (severity === "off") {
    return 0;
  }

  const { rule, count: places, title, path, identity } = more;
  report[severity](rule, `${places} more places hold: ${title} (the first in ${path}). They are counted but not listed, `
    + "so no waiver by path covers them; mend the listed ones first, or leave the files out with `exclude`.", { path, identity: `more:${rule}:${places}:${identity || ""}`, count: places });
  return places;
}
