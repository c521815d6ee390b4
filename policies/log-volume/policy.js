// Logs cost twice: where they are kept, and where nobody finds anything among them.

import { round } from "../lib/numbers.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ prometheus }, settings, report) {
  const most = settings["gigabytes-per-hour"];
  for (const { name, series } of prometheus) {
    const hourly = series.map(({ labels, samples }) => ({ of: short(JSON.stringify(labels), 200), gigabytes: Math.max(...samples.map(({ value }) => value)) * 3600 / 1e9 }));
    hourly.length === 0 && report.error("no-value", `Prometheus has no value for ${name}, so how much is logged is not known.`);
    const over = hourly.filter(({ gigabytes }) => !(gigabytes <= most));
    over.forEach(({ of, gigabytes }) => report.error("too-much", `${of} logs ${round(gigabytes)} GB an hour, at most ${most} may be.`));
    over.length === 0 && hourly.length > 0 && report.pass("volume", `${name} stays below ${most} GB an hour`);
  }
}
