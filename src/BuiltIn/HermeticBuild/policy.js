// Says what makes a build depend on the day and the place it runs. The severity of each rule can be set in `rules`.

import { knownDigests, pinAsElsewhere } from "../lib/digests.js";
import { code, count } from "../lib/texts.js";
import { judgeAction, judgeRunner, judgeToolchain } from "./actions.js";
import { judgeCommand, judgeNetworkSteps } from "./commands.js";
import { tellOnce } from "./grouping.js";
import { judgeLocks, judgeRequirements } from "./locks.js";
import { at, place } from "./places.js";
import { judgeBuilds } from "./proof.js";
import { judgeFloating, judgeVersion } from "./versions.js";
/** @import { Evidence } from "./types.d.ts" */
/** @import { Said } from "./grouping.js" */
/** @import { Say } from "./places.js" */

const severities = {
  "build-failed": "error",
  "build-needs-network": "error",
  "not-reproducible": "error",
  "build-accepted-expired": "warning",
  "build-reaches-out": "warning",
  "build-differs": "note",
  "download-and-execute": "error",
  "unreadable": "error",
  "docker-build-network": "warning",
  "floating-version": "warning",
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
  /** @type {Said[]} */
  const said = [];
  /** @type {Say} */
  const say = (rule, message, where, { isMilder = false, fix = null } = {}) => {
    const severity = rules[rule] ?? (isMilder ? milder[severities[rule]] : severities[rule]);
    if (severity !== "off") {
      said.push({ rule, severity, message, where, fix });
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
  evidence.versions.forEach((version) => judgeVersion(version, say));
  evidence.floating.forEach((dependency) => judgeFloating(dependency, say));
  judgeBuilds(evidence.builds ?? [], say, report);
  tellOnce(said, report);
  tellWhatHolds(evidence, report);
}

/** @type {(file: Evidence["unread"][number], say: Say) => void} */
function judgeUnread(file, say) {
  const isBuild = ["workflow", "action", "dockerfile", "pipeline"].includes(file.kind);
  say(isBuild ? "unreadable" : "not-read", `${at(file)} could not be looked at: ${file.reason}. `
    + "Mend the file, or list it under `exclude` if no build uses it.", place(file, "file"));
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
    say("remote-add", `ADD ${source} (${at(add)}) ${remedy}`, place(add, `ADD ${source}`));
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
