// What runs says more than what was to run: Falco's events of the last hours.

import { matchesAny } from "../lib/globs.js";
import { daysBetween, momentOf, parseTime } from "../lib/moments.js";
import { count, short } from "../lib/texts.js";

const priorities = ["Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug"];

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const now = momentOf(evidence);
  const events = evidence.files.flatMap((file) => readEvents(file, report));
  const late = events.filter(({ event }) => Math.abs(24 * daysBetween(parseTime(event.time), now)) <= settings.hours);
  const isBad = ({ event }) => priorities.indexOf(event.priority) <= priorities.indexOf(settings.priority);
  for (const { event, where } of late.filter(isBad)) {
    const waiver = settings.waived.find(({ rule }) => matchesAny([rule], event.rule));
    const text = `${short(event.rule)} (${event.priority}) at ${short(event.time, 40)}`;
    waiver ? report.pass("waived", `${text}: ${short(waiver.reason)}`) : report.error("event", `${text}: ${short(event.output)}`, { ...where, identity: short(`${event.rule} ${event.time}`) });
  }

  if (late.length < settings.watched) {
    report.error("not-watched", `Falco tells of ${count(late.length, "event")} in the last ${settings.hours} hours, at least ${settings.watched} must be there: nobody may have watched.`);
  } else if (!late.some(isBad)) {
    report.pass("quiet", `${count(late.length, "event")} in ${settings.hours} hours, none of them ${settings.priority} or worse`);
  }
}

/** @type {(file: FileFact, report: Report) => { event: any, where: Place }[]} */
function readEvents({ path, text, truncated }, report) {
  const lines = truncated ? [""] : (text ?? "").split("\n");
  const read = lines.map((line, index) => ({ line, where: { path, line: index + 1 }, event: parse(line) })).filter(({ line }) => line.trim() !== "" || truncated);
  read.filter(({ event }) => !event).forEach(({ where }) => report.error("not-read", `${path}:${where.line} is no event of Falco${truncated ? ": the file is too long to be read whole" : ""}.`, where));
  return read.filter(({ event }) => event);
}

/** @param {string} line */
function parse(line) {
  try {
    const event = JSON.parse(line);
    return typeof event?.rule === "string" && priorities.includes(event.priority) && !Number.isNaN(parseTime(event.time)) ? event : undefined;
  } catch {
    return undefined;
  }
}
