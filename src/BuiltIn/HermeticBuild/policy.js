// Says what makes a build depend on the day and the place it runs. The severity of each rule can be set in `rules`.

import { knownDigests, pinAsElsewhere } from "../lib/digests.js";
import { code, count, list, short } from "../lib/texts.js";
import { judgeCommand, judgeNetworkSteps } from "./commands.js";
import { judgeLocks, judgeRequirements } from "./locks.js";
import { at, nameOf, place } from "./places.js";
/** @import { Action, Evidence, Toolchain } from "./types.d.ts" */
/** @import { Say } from "./places.js" */

const severities = {
  "download-and-execute": "error",
  "unreadable": "error",
  "docker-build-network": "warning",
  "ignored-lock": "warning",
  "missing-lock": "warning",
  "not-read": "warning",
  "remote-add": "warning",
  "unchecked-download": "warning",
  "unpinned-action": "warning",
  "unpinned-clone": "warning",
  "unpinned-install": "warning",
  "unpinned-requirements": "warning",
  "unpinned-toolchain": "warning",
  "docker-build-pull": "note",
  "floating-runner": "note",
  "missing-library-lock": "note",
  "network-step": "note",
  "requirements-without-hashes": "note",
  "unpinned-image": "note",
  "unpinned-system-package": "note",
};

/** One step down: for Makefiles and scripts, which do much that is no part of the build, and for versions that a matrix tests on purpose. */
const milder = { error: "warning", warning: "note", note: "note" };

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const rules = settings.rules ?? {};
  /** @type {Say} */
  const say = (rule, message, where, { isMilder = false, fix = null } = {}) => {
    const severity = rules[rule] ?? (isMilder ? milder[severities[rule]] : severities[rule]);
    if (severity !== "off") {
      report[severity](rule, short(message, 4000), { ...where, identity: nameOf(where.identity) }, fix);
    }
  };

  evidence.unread.forEach((file) => judgeUnread(file, say));
  evidence.actions.forEach((action) => judgeAction(action, say));
  evidence.toolchains.forEach((toolchain) => judgeToolchain(toolchain, say));
  evidence.runners.forEach((runner) => judgeRunner(runner, say));
  const digests = knownDigests(evidence.images.map(({ image }) => image));
  evidence.images.forEach((image) => judgeImage(image, digests, say));
  evidence.adds.forEach((add) => judgeAdd(add, say));
  evidence.commands.forEach((command) => judgeCommand(command, say));
  judgeNetworkSteps(evidence.commands, rules, say);
  judgeLocks(evidence.locks, say);
  evidence.requirements.forEach((file) => judgeRequirements(file, say));
  tellWhatHolds(evidence, report);
}

/** @type {(file: Evidence["unread"][number], say: Say) => void} */
function judgeUnread(file, say) {
  const isBuild = ["workflow", "action", "dockerfile"].includes(file.kind);
  say(isBuild ? "unreadable" : "not-read", `${at(file)} could not be looked at: ${file.reason}. `
    + "Mend the file, or list it under `exclude` if no build uses it.", place(file, "file"));
}

/** @type {(action: Action, say: Say) => void} */
function judgeAction(action, say) {
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
function judgeToolchain(setup, say) {
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
function judgeRunner(runner, say) {
  const { label, jobs } = runner;
  const fixed = { "ubuntu-latest": "ubuntu-24.04", "windows-latest": "windows-2025", "macos-latest": "macos-15" }[label.toLowerCase()];
  const example = fixed ? `, for example ${code(`runs-on: ${fixed}`)}` : "";
  say("floating-runner", `${label} (${at(runner)}, ${jobs.length === 1 ? "job" : "jobs"} ${list(jobs)}) becomes another system without a commit here. `
    + `Name a version${example}.`, place(runner, label), { fix: fixed ? { replace: label, with: fixed } : null });
}

/** @type {(fact: Evidence["images"][number], digests: Map<string, string>, say: Say) => void} */
function judgeImage(fact, digests, say) {
  const { image, how, pinned } = fact;
  if (!pinned) {
    const [name] = image.split("@");
    say("unpinned-image", `${image} (${how}, ${at(fact)}) has no digest, so what the build runs in can change without a commit here. `
      + `Pin it: ${code(`${name}@sha256:<digest>`)}.`, place(fact, `${how} ${image}`), { fix: pinAsElsewhere(image, digests) });
  }
}

/** @type {(add: Evidence["adds"][number], say: Say) => void} */
function judgeAdd(add, say) {
  const { source, kind, pinned } = add;
  if (!pinned) {
    const remedy = kind === "git"
      ? `takes whatever commit its branch or tag names that day. Name the commit: ${code(`ADD ${source}#<40-hex commit>`)}.`
      : "is not compared with anything, so whatever the server sends becomes part of the image. "
        + `Fix what is expected: ${code(`ADD --checksum=sha256:<digest> ${source}`)}.`;
    say("remote-add", `ADD ${source} (${at(add)}) ${remedy}`, place(add, source));
  }
}

/** @type {(evidence: Evidence, report: Report) => void} */
function tellWhatHolds({ actions, toolchains }, report) {
  const pinned = actions.filter(({ pin }) => pin === "commit").length;
  const exact = toolchains.filter(({ state }) => state === "exact" || state === "file").length;
  if (pinned > 0) {
    report.pass("unpinned-action", `${count(pinned, "use of an action is", "uses of actions are")} pinned to a commit`);
  }

  if (exact > 0) {
    report.pass("unpinned-toolchain", `${count(exact, "toolchain names", "toolchains name")} one version`);
  }

  report.metric("actions", actions.length);
  report.metric("actions-pinned", pinned);
}
