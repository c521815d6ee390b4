// Judges a redactor by what came through: of each rule's values in the critical samples a share must be gone.

import { count } from "../lib/texts.js";
/** @import { Evidence, RuleShare, Sample } from "./types.d.ts" */

/** @type {import("./types.d.ts").Judge} */
export function judge({ samples, rules, leaks, leakCount }, settings, report) {
  const atLeast = settings["at-least"];
  samples.forEach((sample) => judgeOutput(sample, report));

  const critical = rules.filter((rule) => rule.critical);
  if (critical.length === 0 && samples.some((sample) => sample.critical && isJudged(sample))) {
    report.error("nothing-detected", "The critical samples hold no value that a rule finds, so nothing was measured. Put made-up people and secrets into them.");
  }

  const failed = critical.filter((rule) => share(rule) < atLeast);
  failed.forEach((rule) => report.error("below-target", `${rule.rule}: ${inWords(rule)} of the critical samples are gone; at least ${atLeast} % must be.`));
  const isBlocked = new Set(failed.map((rule) => rule.rule));
  for (const leak of leaks) {
    const severity = leak.critical && isBlocked.has(leak.rule) ? "warning" : "note";
    report[severity]("leaked", `A value found by ${leak.rule} is still in the redactor's output.`, { path: leak.path, line: leak.line });
  }

  if (leakCount > leaks.length) {
    report.log(`${leakCount - leaks.length} more values came through and are not listed`);
  }

  tellTable(rules, report);
  if (critical.length > 0 && failed.length === 0 && samples.every(isJudged)) {
    report.pass("redaction-coverage", `At least ${atLeast} % of the values of ${count(critical.length, "rule")} are gone from ${count(samples.length, "sample")}.`);
  }
}

/** @type {(sample: Sample, report: Report) => void} */
function judgeOutput(sample, report) {
  const { path, after, critical, output } = sample;
  const severity = critical ? "error" : "warning";
  if (output === "missing") {
    report[severity]("missing-output", `${after} does not exist: run the redactor over ${path} before this gate.`, { path });
  } else if (output === "empty") {
    report[severity]("empty-output", `${after} is empty: a redactor that lets nothing through was not measured.`, { path });
  }
}

/** @param {Sample} sample */
function isJudged({ output }) {
  return output === "read" || output === "same";
}

/** @param {RuleShare} rule */
function share({ detected, redacted }) {
  return 100 * redacted / detected;
}

/** @param {RuleShare} rule */
function inWords(rule) {
  return `${Math.floor(share(rule) * 10) / 10} % of ${count(rule.detected, "value")} (${rule.redacted})`;
}

/** @type {(rules: RuleShare[], report: Report) => void} */
function tellTable(rules, report) {
  for (const rule of rules) {
    report.log(`${rule.rule}${rule.critical ? "" : " (not critical)"}: ${rule.detected} detected, ${rule.redacted} redacted, ${rule.leaked} leaked`);
  }

  const all = rules.filter((rule) => rule.critical);
  const detected = all.reduce((sum, rule) => sum + rule.detected, 0);
  if (detected > 0) {
    report.metric("redacted in critical samples", 100 * all.reduce((sum, rule) => sum + rule.redacted, 0) / detected, "%");
  }
}
