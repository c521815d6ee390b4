// A test run counts when it is whole: nothing failed, nothing is missing, and little was skipped or flaky.

import { matches } from "../lib/globs.js";
import { beginning, count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/**
 * @typedef {JUnitSuite & { path: string }} Suite
 * @typedef {JUnitCase & { suite: Suite }} Test
 */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const suites = (evidence.junit ?? []).flatMap(({ path, suites: own }) => own.map((suite) => ({ ...suite, path })));
  const cases = suites.flatMap((suite) => suite.cases.map((test) => ({ ...test, suite })));

  cases.filter(hasFailed).forEach((test) => report.error("test-failed", `${titleOf(test)} failed: ${short(test.message ?? "the report does not say why")}`, placeOf(test)));
  suites.forEach((suite) => judgeSuite(suite, report));
  judgeTotals(suites, cases, settings, report);
  judgeSkipped(cases, settings, report);
  judgeFlaky(cases, settings, report);
}

/**
 * A suite that ran nothing, or lost tests on the way, passes in most test runners.
 * @type {(suite: Suite, report: Report) => void}
 */
function judgeSuite(suite, report) {
  const place = { path: suite.path, line: suite.line, identity: suite.name };
  const name = short(suite.name || "(unnamed)");
  if (suite.cases.length === 0) {
    report.error("empty-suite", `The suite ${name} ran no test. Remove it, or find out why nothing ran.`, place);
    return;
  }

  const counted = {
    tests: suite.cases.length,
    failures: suite.cases.filter(({ status }) => status === "failed").length,
    errors: suite.cases.filter(({ status }) => status === "error").length,
  };
  for (const [what, number] of Object.entries(counted)) {
    const declared = suite.declared[what];
    if (declared !== null && declared > number) {
      report.error("count-mismatch", `The suite ${name} declares ${declared} ${what} and holds ${number}. The report is cut off, or its writer is wrong.`, place);
    }
  }
}

/** @type {(suites: Suite[], cases: Test[], settings: Settings, report: Report) => void} */
function judgeTotals(suites, cases, settings, report) {
  const ran = cases.filter(({ status }) => status !== "skipped").length;
  const least = settings["minimum-tests"];
  if (ran < least) {
    report.error("too-few-tests", `${count(ran, "test")} ran, at least ${least} must. Check that \`facts\` selects every report, and that no test runner ended early.`);
  }

  for (const glob of settings["required-suites"]) {
    if (!suites.some((suite) => matches(glob, suite.name) && suite.cases.length > 0)) {
      report.error("suite-missing", `No suite named ${glob} ran. Run it before this gate, or correct its name under \`required-suites\`.`);
    }
  }

  report.metric("tests", ran);
  if (ran >= least && !cases.some(hasFailed)) {
    report.pass("tests-passed", `${count(ran, "test")} in ${count(suites.length, "suite")} passed`);
  }
}

/** @type {(cases: Test[], settings: Settings, report: Report) => void} */
function judgeSkipped(cases, settings, report) {
  const skipped = cases.filter(({ status }) => status === "skipped");
  const percent = cases.length === 0 ? 0 : 100 * skipped.length / cases.length;
  report.metric("skipped", skipped.length);
  if (percent > settings["maximum-skipped-percent"]) {
    report.error("too-many-skipped", `${skipped.length} of ${count(cases.length, "test")} were skipped (${percent.toFixed(1)} %), at most ${settings["maximum-skipped-percent"]} % may be: ${beginning(skipped.map(titleOf))}.`);
  }
}

/** @type {(cases: Test[], settings: Settings, report: Report) => void} */
function judgeFlaky(cases, settings, report) {
  const flaky = cases.filter((test) => test.flaky);
  report.metric("flaky", flaky.length);
  flaky.forEach((test) => report.note("test-flaky", `${titleOf(test)} failed before it passed: ${short(test.message ?? "the report does not say why")}`, placeOf(test)));
  if (flaky.length > settings["flaky-budget"]) {
    report.error("flaky-budget", `${count(flaky.length, "test")} failed before passing, at most ${settings["flaky-budget"]} may: ${beginning(flaky.map(titleOf))}. Mend the tests, or raise \`flaky-budget\`.`);
  }
}

/** @param {JUnitCase} test */
function hasFailed({ status }) {
  return status === "failed" || status === "error";
}

/** @param {JUnitCase} test */
function titleOf({ className, name }) {
  return short(className ? `${className} › ${name}` : name);
}

/** @param {Test} test */
function placeOf(test) {
  return { ...test.where, identity: [test.suite.name, test.className, test.name].join(" ") };
}
