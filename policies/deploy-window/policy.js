// Who releases on Friday evening mends on Friday night.

import { momentOf, parseTime } from "../lib/moments.js";
import { list, short } from "../lib/texts.js";

const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const now = momentOf(evidence);
  const unknown = settings.days.filter((day) => !names.includes(day.toLowerCase()));
  const freezes = settings.freezes.map((freeze) => ({ ...freeze, start: parseTime(freeze.from), end: parseTime(freeze.to) + 86_400_000 }));
  if (unknown.length > 0 || freezes.some(({ start, end }) => !(start < end)) || Number.isNaN(now)) {
    throw new Error(`no window can be told from this: ${unknown.length > 0 ? `days: ${list(unknown)}` : Number.isNaN(now) ? "nothing says when the run began" : "freezes: from and to are days such as 2026-12-20"}`);
  }

  const [day, hour] = [names[new Date(now).getUTCDay()], new Date(now).getUTCHours()];
  const moment = `${day}, ${new Date(now).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  freezes.filter(({ start, end }) => start <= now && now < end)
    .forEach(({ from, to, reason }) => report.error("freeze", `Nothing is released from ${from} to ${to}: ${short(reason)}. This is ${moment}.`));
  const isOpen = settings.days.some((one) => one.toLowerCase() === day) && settings.from <= hour && hour < settings.to;
  const window = `${list(settings.days, { most: 7 })} from ${settings.from}:00 to ${settings.to}:00 UTC`;
  isOpen ? report.pass("window", moment) : report.error("outside", `It is released on ${window}. This is ${moment}.`);
}
