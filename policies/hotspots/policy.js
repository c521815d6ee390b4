// Where most of the time goes is where it can be saved.

import { matchesAny } from "../lib/globs.js";
import { round } from "../lib/numbers.js";
import { count, short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ files }, settings, report) {
  for (const { path, text, truncated } of files) {
    const lines = (text ?? "").split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== "");
    const stacks = lines.map(({ line, number }) => ({ number, parts: /^(.*) (\d+)$/.exec(line) }));
    const bad = stacks.find(({ parts }) => !parts);
    if (bad || truncated || lines.length === 0) {
      report.error("not-folded", `${path}${bad ? `:${bad.number}` : ""} holds no folded stacks${truncated ? " that could be read whole" : ""}: each line is frames with ; between them, a space, and a number.`, { path, line: bad?.number ?? 1 });
      continue;
    }

    const own = new Map();
    for (const { number, parts } of stacks) {
      const name = (parts?.[1] ?? "").split(";").at(-1) ?? "";
      own.set(name, { samples: (own.get(name)?.samples ?? 0) + Number(parts?.[2]), number: own.get(name)?.number ?? number });
    }

    const total = [...own.values()].reduce((sum, { samples }) => sum + samples, 0);
    const hot = [...own].filter(([name, { samples }]) => 100 * samples / total > settings.percent && !matchesAny(settings.exempt, name));
    hot.forEach(([name, { samples, number }]) => report.error("hotspot", `${short(name)} takes ${round(100 * samples / total)} % of ${path}, at most ${settings.percent} % may be.`, { path, line: number, identity: short(name) }));
    total < settings.samples ? report.error("too-few", `${path} has ${count(total, "sample")}, at least ${settings.samples} say something.`, { path, line: 1 })
      : hot.length === 0 && report.pass("spread", `no function takes more than ${settings.percent} % of ${path}`);
  }
}
