// What runs says more than what was to run: Falco's events of the last hours.

import { matchesAny } from "../lib/globs.js";
import { daysBetween, momentOf, parseTime } from "../lib/moments.js";
import { count, short } from "../lib/texts.js";

const priorities = ["Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug"];

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const now = momentOf(evidence);
  const events = evidence.jsonl.flatMap((file) => readEvents(file, report));
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

/** @type {(file: JsonLinesFile, report: Report) => { event: any, where: Place }[]} */
function readEvents({ path, rows, truncated }, report) {
  truncated && report.error("not-read", `${path} has more events than are read; keep those of the last hours.`, { path });
  const read = rows.root.items().map((row) => ({ event: row.value, where: { path, line: row.line } }));
  read.filter(({ event }) => !isEvent(event)).forEach(({ where }) => report.error("not-read", `${path}:${where.line} is no event of Falco.`, where));
  return read.filter(({ event }) => isEvent(event));
}

/** @param {any} event */
function isEvent(event) {
  return typeof event?.rule === "string" && priorities.includes(event.priority) && !Number.isNaN(parseTime(event.time));
}
