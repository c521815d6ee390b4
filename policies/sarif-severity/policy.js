// What scanners found decides by how bad it is, not by which scanner found it.

import { matches } from "../lib/globs.js";
import { reaches } from "../lib/severities.js";
import { count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/**
 * @typedef {SarifRun & { path: string }} Run
 * @typedef {SarifResult & { tool: string }} Result
 * @typedef {"suppressed" | "ignored" | "unchanged"} Reason why a result does not count
 */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const runs = (evidence.sarif ?? []).flatMap((log) => log.runs.map((run) => ({ ...run, path: log.path })));

  judgePresence(runs, settings, report);
  runs.forEach((run) => judgeRun(run, report));

  const { counted, left } = sort(runs, settings);
  counted.forEach((result) => judgeResult(result, settings, report));
  tell(counted, left, report);
}

/**
 * No results are good news only from a scanner that ran.
 * @type {(runs: Run[], settings: Settings, report: Report) => void}
 */
function judgePresence(runs, settings, report) {
  if (settings.required && runs.length === 0) {
    report.error("no-report", "No scanner's report is here. Run the scanner before this gate, and let `facts: { sarif: [...] }` select what it writes.");
  }

  for (const tool of settings.tools) {
    if (!runs.some((run) => matches(tool.toLowerCase(), run.tool.toLowerCase()))) {
      report.error("tool-missing", `No report of ${tool} is here. There is: ${runs.map((run) => run.tool).join(", ") || "none"}.`);
    }
  }
}

/** @type {(run: Run, report: Report) => void} */
function judgeRun(run, report) {
  if (run.successful === false) {
    const why = run.errors.length > 0 ? `: ${short(run.errors[0])}` : "";
    report.error("scan-incomplete", `${run.tool} says that it did not run to its end${why}. Mend the scan; what it did not look at may hold anything.`, { path: run.path });
  }
}

/**
 * Results that count, and why each of the others does not.
 * @type {(runs: Run[], settings: Settings) => { counted: Result[], left: Record<Reason, number> }}
 */
function sort(runs, settings) {
  const counted = [];
  const left = { suppressed: 0, ignored: 0, unchanged: 0 };
  for (const run of runs) {
    for (const result of run.results.filter(({ kind }) => kind === "fail")) {
      const reason = reasonToLeave(result, run, settings);
      if (reason) {
        left[reason]++;
      } else {
        counted.push({ ...result, tool: run.tool });
      }
    }
  }

  return { counted, left };
}

/** @type {(result: SarifResult, run: Run, settings: Settings) => Reason | undefined} */
function reasonToLeave(result, run, settings) {
  const rule = result.ruleId ?? "";
  const isIgnored = settings.ignore.some((entry) => matches(entry.rule, rule) && matches(entry.tool.toLowerCase(), run.tool.toLowerCase()));
  return result.suppressed ? "suppressed"
    : isIgnored ? "ignored"
    : settings["only-new"] && ["unchanged", "updated"].includes(result.baselineState ?? "") ? "unchanged"
    : undefined;
}

/** @type {(result: Result, settings: Settings, report: Report) => void} */
function judgeResult(result, settings, report) {
  const severity = severityOf(result, settings);
  const kind = reaches(severity, settings["fail-at"]) ? "error" : reaches(severity, settings["warn-at"]) ? "warning" : undefined;
  if (kind) {
    const score = result.securitySeverity === null ? "" : ` (${result.securitySeverity})`;
    const rule = result.ruleId ? ` ${short(result.ruleId)}` : "";
    report[kind](`${severity}-severity`, `${result.tool}${rule}, ${severity}${score}: ${short(result.message)}`, {
      ...result.where,
      identity: [result.tool, result.ruleId, result.fingerprint ?? result.message].join(" "),
      ...(result.helpUri ? { help: `See ${short(result.helpUri)}.` } : {}),
    });
  }
}

/**
 * A result without a security severity counts as its level says.
 * @type {(result: Result, settings: Settings) => string}
 */
function severityOf(result, settings) {
  return result.severity ?? settings.levels[result.level] ?? "none";
}

/** @type {(counted: Result[], left: Record<Reason, number>, report: Report) => void} */
function tell(counted, left, report) {
  report.metric("results", counted.length);
  report.pass("results", `${count(counted.length, "result")} counted`
    + `, ${left.suppressed} suppressed, ${left.ignored} ignored by the settings, ${left.unchanged} there before`);
}
