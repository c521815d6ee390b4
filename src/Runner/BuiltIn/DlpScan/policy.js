// Judges the secrets and personal data that dlp-scan found. The scanner says what a value is; this policy says how much it matters.
// Severity: settings.rules by rule, else by category; else the rule's own, lowered in tests and samples.

import { pathPattern } from "../lib/globs.js";
import { count } from "../lib/texts.js";
import { tellAllows, tellCoverage } from "./words.js";

const why = {
  "provider-secret": "Anyone who reads the repository can use it.",
  "private-key": "Anyone who reads the repository can sign or decrypt with it.",
  "generic-secret": "If it is real, anyone who reads the repository can use it.",
  "personal-data": "A repository is copied and kept for ever; personal data must not be in it.",
};

export function judge(evidence, settings, report) {
  const overrides = new Map(Object.entries(settings.rules ?? {}));
  const allows = (settings.allow ?? []).map(readAllow);

  const found = evidence.hits.filter((hit) => judgeHit(hit, overrides, allows, report)).length;
  const more = evidence.more.map((rule) => judgeMore(rule, overrides, report));

  tellAllows(allows, evidence.scope, report);
  tellCoverage(evidence, report);
  report.metric("files scanned", evidence.scanned.files);
  report.metric("bytes scanned", evidence.scanned.bytes, "bytes");
  if (found === 0 && more.every((places) => places === 0)) {
    report.pass("dlp-scan", nothingFound(evidence));
  }
}

function readAllow({ path, ...entry }, index) {
  return { ...entry, index, used: 0, pattern: path ? pathPattern(path) : undefined };
}

/** Returns whether the hit counts. */
function judgeHit(hit, overrides, allows, report) {
  const severity = severityOf(hit, overrides);
  if (severity === "off") {
    return false;
  }

  const allow = allows.find((entry) => covers(entry, hit));
  if (allow) {
    allow.used += 1;
    return false;
  }

  report[severity](hit.rule, messageOf(hit), placeOf(hit));
  return true;
}

function severityOf({ rule, category, severity, testLike, verified }, overrides) {
  const override = overrides.get(rule) ?? overrides.get(category);
  // A checksum that holds is no accident, wherever it stands.
  if (override || !testLike || verified) {
    return override ?? severity;
  }

  const isGrave = category === "provider-secret" || category === "private-key";
  return isGrave && severity === "error" ? "warning" : "note";
}

function covers({ rule, pattern, identity }, hit) {
  return (!rule || rule === hit.rule || rule === hit.category)
    && (!pattern || pattern.test(hit.path))
    && (!identity || identity === hit.identity);
}

function messageOf({ title, masked, path, offset, verified, category, help }) {
  const value = masked === "hidden" ? "" : ` (${masked})`;
  const place = offset === undefined ? "" : `, binary data, from byte ${offset} on`;
  const proof = verified ? " Its checksum holds, so it was issued." : "";
  return `${title}${value} in ${path}${place}.${proof} ${why[category]} ${help}`;
}

/** Binary data has no lines: its hits stand at a byte. */
function placeOf({ path, offset, line, column, endColumn, identity }) {
  return offset === undefined ? { path, line, endLine: line, column, endColumn, identity } : { path, identity };
}

/**
 * Beyond the scanner's cap only counts are known: said once, as severe as the rule, and new whenever others are behind the count.
 * Returns how many places count.
 */
function judgeMore(more, overrides, report) {
  const severity = severityOf(more, overrides);
  if (severity === "off") {
    return 0;
  }

  const { rule, count: places, title, path, identity } = more;
  report[severity](rule, `${places} more places hold: ${title} (the first in ${path}). They are counted but not listed; `
    + "mend the listed ones first, or leave the files out with `exclude`.", { path, identity: `more:${rule}:${places}:${identity || ""}` });
  return places;
}

function nothingFound({ scanned, scope, skippedCounts: { binary } }) {
  const lines = scope === "diff" ? " (added lines only)" : "";
  const rest = binary ? `; in ${count(binary, "binary file")} no known token` : "";
  return `No secrets or personal data in ${count(scanned.files, "file")}${lines}${rest}.`;
}
