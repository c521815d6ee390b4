// Where most of the time goes is where it can be saved.

import { matchesAny } from "../lib/globs.js";
import { round } from "../lib/numbers.js";
import { count, short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ profiles }, settings, report) {
  for (const { path, name, type, total, samples, functions } of profiles) {
    const what = `${short(name ?? type)} in ${path}`;
    if (total <= 0 || (samples !== null && samples < settings.samples)) {
      report.error("too-few", `${what} has ${count(samples ?? 0, "sample")}, at least ${settings.samples} say something.`, { path, identity: what });
      continue;
    }

    const hot = functions.filter((one) => 100 * one.self / total > settings.percent && !matchesAny(settings.exempt, one.name));
    for (const { name: place, file, self } of hot) {
      const where = file ? ` (${short(file)})` : "";
      report.error("hotspot", `${short(place)}${where} takes ${round(100 * self / total)} % of ${what}, at most ${settings.percent} % may be.`, { path, identity: `${what} ${short(place)}` });
    }

    hot.length === 0 && report.pass("spread", `no function takes more than ${settings.percent} % of ${what}`);
  }
}
