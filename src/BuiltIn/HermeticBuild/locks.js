// What decides which versions of its dependencies a build takes.

import { code, list } from "../lib/texts.js";
import { at, place } from "./places.js";
/** @import { Lock, Requirements } from "./types.d.ts" */
/** @import { Say } from "./places.js" */

/** @type {(locks: Lock[], say: Say) => void} */
export function judgeLocks(locks, say) {
  const isNuGet = ({ ecosystem }) => ecosystem === "nuget";
  locks.filter((lock) => !isNuGet(lock)).forEach((lock) => judgeLock(lock, say));
  judgeNuGet(locks.filter(isNuGet), say);
}

/** @type {(lock: Lock, say: Say) => void} */
function judgeLock({ path, ecosystem, library, locks, command }, say) {
  const rule = library ? "missing-library-lock" : "missing-lock";
  const names = list(locks, { word: "or", most: locks.length });
  const position = locks.length > 1 || ecosystem === "cargo" ? "beside or above it" : "beside it";
  const harm = library ? "so its own tests build with other versions each day" : "so each build resolves them anew";
  say(rule, `${path} has dependencies, but there is no ${names} ${position}, ${harm}. Commit one: ${code(command)} writes it.`,
    { path, line: 1, identity: ecosystem });
}

/**
 * Projects of one repository mostly stand alike, so all without a lock are one finding.
 * @type {(projects: Lock[], say: Say) => void}
 */
function judgeNuGet(projects, say) {
  const { required = [], voluntary = [] } = Object.groupBy(projects, (project) => (project.required ? "required" : "voluntary"));
  if (required.length > 0) {
    say("missing-lock", `${haveNoLock(required)}, though RestorePackagesWithLockFile asks for it. `
      + "Commit what `dotnet restore` writes.", placeOf(required));
  }

  if (voluntary.length > 0) {
    say("missing-library-lock", `${haveNoLock(voluntary)}, so each restore may bring other versions of indirect packages. `
      + "Set `<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>` and commit what `dotnet restore` writes.", placeOf(voluntary));
  }
}

/** @param {Lock[]} projects */
function haveNoLock(projects) {
  return `${list(projects.map(({ path }) => path))} ${projects.length === 1 ? "has" : "have"} no packages.lock.json`;
}

/**
 * Several projects have no one line; without it, all of the base is looked at for the same ones.
 * @param {Lock[]} projects
 */
function placeOf(projects) {
  const paths = projects.map(({ path }) => path);
  const where = { path: paths[0], identity: `nuget ${paths.join(" ")}` };
  return projects.length === 1 ? { ...where, line: 1 } : where;
}

/** @type {(file: Requirements, say: Say) => void} */
export function judgeRequirements(file, say) {
  const { path, open, pinned, hashed } = file;
  const where = place(file, `requirements ${open.join(" ")}`);
  if (open.length > 0) {
    say("unpinned-requirements", `${at(file)} leaves the version of ${list(open)} open. Pin every package with \`==\`, best together with hashes: `
      + "`uv pip compile --generate-hashes` or `pip-compile --generate-hashes` writes both.", where);
  } else {
    say("requirements-without-hashes", `${path} names versions but not hashes for ${pinned - hashed} of ${pinned} packages, `
      + "so what an index serves under a version is taken on trust. `uv pip compile --generate-hashes` or `pip-compile --generate-hashes` writes them.", where);
  }
}
