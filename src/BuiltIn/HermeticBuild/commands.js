// What the commands of a build fetch.

import { code, list } from "../lib/texts.js";
import { at, place } from "./places.js";
/** @import { Command, Settings } from "./types.d.ts" */
/** @import { Say } from "./places.js" */

/** What is wrong with a command, by its problem; its tool and its place are named before. */
const complaints = {
  "download-and-execute": ({ because }) =>
    `is run as it comes${because ? ` (${because})` : ""}: whoever controls that server, or the way to it, controls the build. `
    + "Fetch a fixed version into a file, compare it with a checksum kept here (`echo \"<sha256>  <file>\" | sha256sum -c`), then run it.",

  "unchecked-download": ({ where, subjects: [source], because, better }) => better
    ? `is fetched and used without comparing it with anything. Add ${code(better)} to the file.`
    : `is used without comparing it with anything${because ? ` kept here: ${because}` : ""}. Add \`echo "<sha256>  <file>" | sha256sum -c\` after it in the same step`
    + (where === "dockerfile" ? `, or use ${code(`ADD --checksum=sha256:<digest> ${source}`)}.` : "."),

  "unpinned-install": ({ subjects, better }) =>
    `takes whatever version of ${list(subjects)} is the newest that day. Name the version: ${code(better)}.`,

  "unpinned-system-package": ({ subjects, better }) =>
    `takes whatever version of ${list(subjects)} the distribution has that day. `
    + `${better ? `Name versions (${code(better)}), use` : "It cannot name versions: use"} a dated snapshot of the distribution, or start from an image that has them.`,

  "unpinned-toolchain": ({ subjects: [version], better }) =>
    `takes whatever "${version}" is that day. Name the version: ${code(better)}.`,

  "unpinned-clone": ({ tool, better }) => better
    ? `${tool.startsWith("git submodule") ? "takes the newest commits of the submodules instead of those that the repository records" : "names no commit"}. Use ${code(better)}.`
    : "takes whatever its branch or tag names that day. Check out one commit in the same step: `git checkout <40-hex commit>`.",

  "ignored-lock": ({ subjects: [lock], better }) =>
    `may resolve other versions than ${lock} says. Use ${code(better)}.`,

  "docker-build-network": ({ tool, subjects: [pull], better }) =>
    `lets the steps of the build use the network${pull === undefined ? "" : `, and ${code(pull)} fetches newer bases`}. `
    + `${isAction(tool) ? `Set ${code(better)}` : tool.includes("compose") ? `Set ${code(better)} under \`build:\` of each service` : `Add ${code(better)}`}, and bring what the steps need into the build context first.`,

  "docker-build-pull": ({ tool, subjects: [pull], better }) =>
    `${pull === undefined ? "does not say that it keeps to the bases the machine has" : `fetches newer bases because of ${code(pull)}`}. `
    + `${isAction(tool) ? "Set" : "Use"} ${code(better)}.`,
};

/** The problems whose messages begin with what is fetched. */
const fetched = ["download-and-execute", "unchecked-download", "unpinned-clone"];

/** Where much stands that is no part of the build. */
const loose = ["makefile", "script", "task"];

/** @type {(command: Command, say: Say) => void} */
export function judgeCommand(command, say) {
  const { problem, tool, subjects, where } = command;
  const complaint = complaints[problem];
  if (complaint) {
    const title = fetched.includes(problem) ? `${tool} ${subjects[0]}` : tool;
    const isMilder = loose.includes(where);
    say(problem, `${title} (${at(command)}) ${complaint(command)}`, place(command, nameOf(command)), { isMilder, fix: fixOf(command) });
  }
}

/** Those whose better command does the same with the same options, whichever version the tool has. */
const mended = ["npm install", "pnpm install", "pnpm install --no-frozen-lockfile", "bun install", "uv sync", "dotnet restore"];

/** @type {(command: Command) => Fix | null} */
function fixOf({ problem, tool, better }) {
  const isSafe = problem === "ignored-lock" && (mended.includes(tool) || better === `${tool} --locked`);
  return isSafe && better !== undefined ? { replace: tool, with: better } : null;
}

/**
 * One note for each file, and only for Dockerfiles unless the rule is set: a workflow is expected to fetch.
 * @type {(commands: Command[], rules: Settings["rules"], say: Say) => void}
 */
export function judgeNetworkSteps(commands, rules, say) {
  const steps = commands.filter(({ problem, where }) => problem === "network-step" && (where === "dockerfile" || rules["network-step"]));
  for (const [path, some] of Map.groupBy(steps, (step) => step.path)) {
    const names = list(some.map((step) => `${step.tool} (${at(step)})`));
    say("network-step", `${names} ${some.length === 1 ? "needs" : "need"} the network while the image is built, `
      + "also where a lock file or a checksum says what must come. To build without one, fetch before the build and add `--network=none`.",
      { path, line: some[0].line, identity: `network ${some.map(nameOf).join("; ")}` });
  }
}

/** @param {Command} command */
function nameOf({ tool, subjects }) {
  return `${tool} ${subjects.join(" ")}`;
}

/** @param {string} tool */
function isAction(tool) {
  return tool.includes("/");
}
