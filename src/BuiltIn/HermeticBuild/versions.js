// Which toolchain and which dependencies a file of the repository asks for.

import { code } from "../lib/texts.js";
import { at, place } from "./places.js";
/** @import { Floating, Version } from "./types.d.ts" */
/** @import { Say } from "./places.js" */

/** @type {(version: Version, say: Say) => void} */
export function judgeVersion(version, say) {
  const { tool, written, better, isLowest } = version;
  const harm = isLowest
    ? "names only the lowest version that will do, so a build takes whatever newer one it finds"
    : "moves on with each release";
  say("unpinned-toolchain", `${at(version)} asks for ${tool} "${written}", which ${harm}. Name one whole version, for example ${code(better)}.`,
    place(version, `${tool} ${written}`), { isMilder: isLowest });
}

/** @type {(dependency: Floating, say: Say) => void} */
export function judgeFloating(dependency, say) {
  const { package: name, written, better } = dependency;
  say("floating-version", `${name} ${code(written)} (${at(dependency)}) is chosen anew by each build, and no lock file decides. `
    + `Name one version: ${code(better)}, or commit the lock file of the tool.`, place(dependency, `${name} ${written}`));
}
