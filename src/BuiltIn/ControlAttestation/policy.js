// Judges the controls of a catalogue, each of which the gate held against its evidence. A control's id, in lower case, is the rule.

/** @import { Control, Evidence } from "./types.d.ts" */

const outcomes = ["holds", "fails", "present-not-judged", "not-applicable"];

/** @type {import("./types.d.ts").Judge} */
export function judge({ catalogue, controls, folder }, settings, report) {
  for (const control of controls) {
    judgeControl(control, catalogue, folder, report);
  }

  for (const outcome of outcomes) {
    report.metric(`controls-${outcome}`, controls.filter((control) => control.outcome === outcome).length);
  }
}

/** @type {(control: Control, catalogue: Evidence["catalogue"], folder: string, report: Report) => void} */
function judgeControl(control, catalogue, folder, report) {
  const rule = control.id.toLowerCase();
  const title = `${control.id} (${control.name})`;
  const where = { path: catalogue.path, line: control.line, identity: control.id };
  switch (control.outcome) {
    case "holds":
      report.pass(rule, `${title} holds: ${control.details}`);
      break;
    case "present-not-judged":
      report.warning(rule, `${title} is ${lowerFirst(control.details)}`, where);
      break;
    case "not-applicable":
      report.note(rule, `${title} ${lowerFirst(control.details)}`, where);
      break;
    default:
      report.error(rule, `${title} does not hold. ${reasonsOf(control, folder).join(" ")}`, where);
  }
}

/**
 * A sentence for each file that is missing, and for each assertion that a file does not bear out.
 * @type {(control: Control, folder: string) => string[]}
 */
function reasonsOf({ missing, assertions, evidence }, folder) {
  const absent = missing.map(({ glob, nearest }) => `No file matches ${folder}/${glob}${nearest ? `; nearest: ${nearest}` : ""}.`);
  const broken = assertions.filter(({ holds, unverified }) => !holds && !unverified && evidence.length > 0);
  return [...absent, ...broken.map(({ type, detail }) => `${type}: ${detail}.`)];
}

/** @param {string} text */
function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
