// Whoever comes to a repository looks for the same files.

import { matchesPath } from "../lib/globs.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ files }, settings, report) {
  for (const glob of settings.files) {
    const found = files.filter(({ path }) => matchesPath(glob, path));
    const whole = found.filter(({ size }) => size >= settings.least);
    if (found.length === 0) {
      report.error("missing", `No file is called ${short(glob)}.`);
    } else if (whole.length === 0) {
      report.error("empty", `${found[0].path} has ${found[0].size} bytes, which says nothing.`, { path: found[0].path });
    } else {
      report.pass("there", `${short(glob)}: ${whole[0].path}`);
    }
  }
}
