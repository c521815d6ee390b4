// Judges what load tests measured. The gate has read the files, evaluated the thresholds and computed the intervals; what they mean is said here.

import { beginning, count, short } from "../lib/texts.js";
import { judgeBudgets } from "./budgets.js";
import { judgeThresholds } from "./thresholds.js";
import { noSamplesHint } from "./words.js";
/** @import { Evidence, LoadRun } from "./types.d.ts" */
/** @import { Kind } from "./words.js" */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const unsure = settings.inconclusive === "fail" ? "error" : "warning";
  const unmeasured = settings["allow-no-samples"] ? "note" : "error";

  evidence.current.forEach((run) => judgeRun(run, unsure, report));
  judgeThresholds(evidence.thresholds, unmeasured, report);
  evidence.undisclosed.forEach((metric) => judgeUndisclosed(metric, unmeasured, report));
  judgeComparison(evidence, unsure, report);
  judgeBudgets(evidence, settings, { unsure, unmeasured }, report);
  judgeHistory(evidence, report);
  judgePresence(evidence, report);
}

/** @type {(run: LoadRun, unsure: Kind, report: Report) => void} */
function judgeRun({ path, doubts }, unsure, report) {
  for (const doubt of doubts) {
    report[unsure]("doubtful-run", `Inconclusive: ${path}: ${doubt}. Repeat the run.`, { path, identity: "doubt" });
  }
}

/**
 * Thresholds of the script whose results are not in the file.
 * @type {(metric: Evidence["undisclosed"][number], unmeasured: Kind, report: Report) => void}
 */
function judgeUndisclosed({ path, metric, samples }, unmeasured, report) {
  const where = { path, identity: `undisclosed ${metric}` };
  if (samples > 0) {
    report.note("threshold-undisclosed", `${metric} has thresholds in the script, which k6 does not write among points. `
      + "Repeat them under `thresholds` to have them judged.", where);
  } else {
    report[unmeasured]("no-samples", `${metric} has thresholds in the script and was never measured in ${path}. k6 calls that passed. ${noSamplesHint}`, where);
  }
}

/**
 * Whether there is a baseline, and whether it is of the same test.
 * @type {(evidence: Evidence, unsure: Kind, report: Report) => void}
 */
function judgeComparison({ current, missingBaseline, refusals }, unsure, report) {
  const [{ path }] = current;
  if (missingBaseline.length > 0) {
    report[unsure]("no-baseline", `Inconclusive: nothing was compared, because there is no baseline: ${missingBaseline.join("; ")}.`,
      { path, identity: "baseline" });
  }

  // What speaks against a run of now has been said of the run.
  const said = new Set(current.flatMap((run) => run.doubts.map((doubt) => `${run.path}: ${doubt}`)));
  for (const reason of refusals.filter((refusal) => !said.has(refusal))) {
    const [identity] = reason.split(":");
    report[unsure]("not-comparable", `Inconclusive: the runs cannot be compared with the baseline: ${reason}.`, { path, identity });
  }
}

/**
 * Without what earlier runs tell, more is inconclusive than need be; nobody would look for the reason there.
 * @type {(evidence: Evidence, report: Report) => void}
 */
function judgeHistory({ current, history }, report) {
  const { used = 0, leftOut = [] } = history ?? {};
  if (leftOut.length > 0) {
    report[used === 0 ? "warning" : "note"]("history-unread", `${count(leftOut.length, "earlier run")} of ${used + leftOut.length} on the evidence branch `
      + `${leftOut.length === 1 ? "tells" : "tell"} nothing of how much runs differ: ${beginning(leftOut.map((reason) => short(reason, 200)))}.`, { path: current[0].path, identity: "history" });
  }
}

/** @type {(evidence: Evidence, report: Report) => void} */
function judgePresence({ current, thresholds, undisclosed, budgets, missingBaseline }, report) {
  if ([thresholds, undisclosed, budgets, missingBaseline].every((list) => list.length === 0)) {
    report.error("nothing-to-judge", "Neither the load test nor the settings have a threshold, and there is no baseline, so nothing was judged. "
      + "Set `thresholds` or `baseline`.", { path: current[0].path, identity: "nothing" });
  }
}
