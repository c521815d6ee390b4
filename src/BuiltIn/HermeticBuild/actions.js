// Judges actions, the toolchains that they set up, and the runners of workflows.

import { code, list } from "../lib/texts.js";
import { at, place } from "./places.js";
/** @import { Action, Evidence, Toolchain } from "./types.d.ts" */
/** @import { Say } from "./places.js" */

/** @type {(action: Action, say: Say) => void} */
export function judgeAction(action, say) {
  const { name, uses, ref, pin, trusted } = action;
  if (pin === "commit" || trusted) {
    return;
  }

  const why = {
    "version": "is a tag that its owner can move",
    "name": "is a branch or a tag, and its owner can move both",
    "short-commit": "names a commit by a part of its id, which a branch or tag can be called too",
    "none": "names no version at all",
  }[pin];
  const comment = pin === "version" || pin === "name" ? ` # ${ref}` : "";
  say("unpinned-action", `${uses} (${at(action)}) ${why}. Pin the commit: ${code(`${name}@<40-hex sha>${comment}`)}.`, place(action, uses));
}

/** @type {(setup: Toolchain, say: Say) => void} */
export function judgeToolchain(setup, say) {
  const { action, state, input, open, example, fileInput, choices } = setup;
  const title = `${action} (${at(setup)})`;
  const file = fileInput ? `, or keep it in a file and give that to ${code(fileInput)}` : "";
  const remedy = `for example ${code(`${input}: ${example}`)}${file}.`;
  if (state === "open") {
    const versions = list(open.map((version) => `"${version}"`));
    say("unpinned-toolchain", `${title} asks for ${input} ${versions}, which ${open.length === 1 ? "moves" : "move"} on with each release. `
      + `Name one whole version, ${remedy}`, place(setup, `${action} ${open.join(" ")}`), { isMilder: choices });
  } else if (state === "absent") {
    say("unpinned-toolchain", `${title} is given no ${input}, so the job takes whatever the action or the runner brings that day. `
      + `Name one, ${remedy}`, place(setup, action));
  }
}

/** @type {(runner: Evidence["runners"][number], say: Say) => void} */
export function judgeRunner(runner, say) {
  const { label, jobs } = runner;
  const fixed = { "ubuntu-latest": "ubuntu-24.04", "windows-latest": "windows-2025", "macos-latest": "macos-15" }[label.toLowerCase()];
  const example = fixed ? `, for example ${code(`runs-on: ${fixed}`)}` : "";
  say("floating-runner", `${label} (${at(runner)}, ${jobs.length === 1 ? "job" : "jobs"} ${list(jobs)}) becomes another system without a commit here. `
    + `Name a version${example}.`, place(runner, label), { fix: fixed ? { replace: label, with: fixed } : null });
}
