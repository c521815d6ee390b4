// Judges what a cluster runs: it must be on the allow list when there is one, and be what the repository declares.
// One finding for an image, not one for each of its workloads. A message holds nothing that changes by itself, such as a number of pods: waivers hang on it.

import { code, count, short } from "../lib/texts.js";
import { driftPage } from "./report.js";
/** @import { Cluster, Running, Settings } from "./types.d.ts" */

const shown = 5;

/** @type {{ [state: string]: string }} */
const rules = {
  "undeclared": "running-not-declared",
  "other-tag": "running-not-declared",
  "other-digest": "running-other-digest",
  "several-contents": "running-other-digest",
  "unknown-digest": "running-digest-unknown",
  "unresolved": "running-unresolved",
};

/** @type {(cluster: Cluster, settings: Settings, report: Report) => void} */
export function judgeCluster(cluster, settings, report) {
  const groups = groupsOf(cluster.running);
  for (const group of groups) {
    judgeImage(group, settings, report);
  }

  // Not one for each: there may be more images than checks.
  const fine = groups.filter(([image]) => isAsDeclared(image)).length;
  report.pass("running-declared", `${count(fine, "image")} of ${groups.length} in the cluster at ${short(cluster.server)} `
    + `${fine === 1 ? "is" : "are"} what the repository declares, or left out.`);
  for (const { reference, path, line, kind } of cluster.idle) {
    report.warning("declared-not-running", `${short(reference, 500)} is declared, and nothing in the cluster runs it. Roll it out, or take the declaration `
      + "away.", { path, line, identity: short(`idle ${kind} ${reference}`, 500) });
  }

  for (const { image, expires } of cluster.ignored.filter(({ expired }) => expired)) {
    report.warning("ignore-expired", `What \`cluster.ignore\` says of ${code(short(image))} held until ${short(expires)}. `
      + "Renew it with a reason that still holds, or take it away.");
  }

  report.document("drift", driftPage(cluster, settings));
  report.metric("running-images", groups.length);
  report.metric("drifted-images", groups.filter(([{ state, ignored }]) => state !== "declared" && !ignored).length);
}

/**
 * Those that are judged alike, by image and content.
 * @type {(running: Running[]) => Running[][]}
 */
function groupsOf(running) {
  /** @type {Map<string, Running[]>} */
  const groups = new Map();
  for (const one of running) {
    const key = JSON.stringify([one.reference ?? one.written, contentOf(one), one.state, one.declared, one.allowed, one.refusedBy, one.ignored]);
    const group = groups.get(key);
    if (group) {
      group.push(one);
    } else {
      groups.set(key, [one]);
    }
  }

  return [...groups.values()];
}

/** @param {Running} image */
function isAsDeclared({ state, ignored }) {
  return state === "declared" || Boolean(ignored);
}

/** @type {(group: Running[], settings: Settings, report: Report) => void} */
function judgeImage(group, settings, report) {
  const [image] = group;
  const title = `${titleOf(image)} (${whereOf(group)})`;
  let isKnown = isAsDeclared(image);
  const hasList = settings.allow?.length > 0 || settings["allow-from"]?.length > 0;
  if (image.state !== "unresolved" && hasList && !image.allowed && !image.ignored) {
    const closest = image.closest ? ` Closest: ${short(image.closest, 500)}.` : "";
    const too = image.state === "undeclared" ? "; nothing in the repository declares it either" : "";
    const why = image.refusedBy ? `is not allowed: ${short(image.refusedBy, 500)}` : "is not on the allow list";
    report.error("running-not-allowed", `${title} ${runs(image)}, and ${why}${too}.${closest}`, placeOf(image, "allow"));
    isKnown ||= image.state === "undeclared";
  }

  if (!isKnown && image.pending) {
    report.note("drift-pending", `${title} runs; the change declares something else, which is not rolled out yet.`, placeOf(image, image.state));
  } else if (!isKnown) {
    report[image.state === "unknown-digest" ? "warning" : "error"](rules[image.state], `${title} ${whatOf(image)}`, placeOf(image, image.state));
  }
}

/** @param {Running} image */
function whatOf(image) {
  const { state, declared, reference, contents = [] } = image;
  const there = declared ? `${short(declared.reference ?? reference, 500)} (${short(declared.path, 500)}:${declared.line})` : "";
  switch (state) {
    case "undeclared":
      return `${runs(image)}, and nothing in the repository declares it. Declare it, remove it from the cluster, `
        + "or list it under `cluster.ignore` with reason and end.";
    case "other-tag":
      return `${runs(image)}, and the repository declares ${there}. Roll out what is declared, or declare what runs.`;
    case "other-digest":
      return `${runs(image)}, which is another content than ${there} declares. Roll out what is declared, or declare what runs.`;
    case "several-contents":
      return `${runs(image)} as ${contents.slice(0, shown).map((content) => short(content)).join(" and as ")}, which ${there} declares `
        + "without a digest. Pin it by its digest.";
    case "unknown-digest":
      return `${runs(image)}, and its node does not know its digest, so nobody can tell whether it is ${there}. Have the image pulled from its registry.`;
    default:
      return `${runs(image)}, which is no image's name.`;
  }
}

/** @param {Running} image */
function runs({ pods }) {
  return pods === 0 ? "would be run" : "runs";
}

/**
 * What tells contents apart; of those that run under one tag all are named together.
 * @param {Running} image
 */
function contentOf({ state, digest }) {
  return state === "several-contents" ? null : digest;
}

/** @param {Running} image */
function titleOf(image) {
  const { reference, written } = image;
  const digest = contentOf(image);
  return reference === null ? code(short(written ?? "", 500))
    : digest === null || reference.endsWith(digest) ? short(reference, 500) : `${short(reference, 500)}, ${short(digest)}`;
}

/** @param {Running[]} group */
function whereOf(group) {
  const names = [...new Set(group.map(({ workload, container, containerKind }) =>
    `${short(workload)}, ${containerKind ? `${containerKind} ` : ""}container ${short(container)}`))];
  return names.slice(0, shown).join("; ") + (names.length > shown ? "; and more" : "");
}

/**
 * A finding stands where the image is declared; what nothing declares stands nowhere.
 * @type {(image: Running, what: string) => Place | null}
 */
function placeOf(image, what) {
  const { declared, reference } = image;
  const digest = contentOf(image) ?? image.contents?.join(" ") ?? null;
  return declared ? { path: declared.path, line: declared.line, identity: short(`${what} ${reference} ${digest}`, 1000) } : null;
}
