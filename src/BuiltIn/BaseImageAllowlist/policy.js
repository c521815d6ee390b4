// Judges the images that are built on or run: each must be known, on the allow list when there is one, and pinned by its digest.
// The gate has already said which entry of `settings.allow` covers which image.

import { knownDigests, pinAsElsewhere } from "../lib/digests.js";
import { code, count, list, short } from "../lib/texts.js";
import { judgeCluster } from "./drift.js";
import { alsoOn, notAllowed, placeOf, titleOf, unpinned, unresolved } from "./messages.js";
/** @import { Evidence, Image, Settings } from "./types.d.ts" */

/** @typedef {{ image: Image, lines: number[] }} Uses the same image in one file, at its first line and all of them */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const digests = digestsByPlatform(evidence.images);
  const passed = new Set();
  for (const uses of usesOf(evidence.images)) {
    judgeUses(uses, digests, settings, report, passed);
  }

  evidence.unread.forEach((file) => judgeUnread(file, report));
  groupsOf(evidence.duplicates ?? [], ({ path, key }) => `${path}\n${key}`).forEach((same) => judgeDuplicates(same, report));
  judgePlaceholders(evidence.placeholders ?? [], report);
  (evidence.policyParts ?? []).forEach((part) => judgePart(part, report));

  if (evidence.cluster) {
    judgeCluster(evidence.cluster, settings, report);
  }

  report.metric("images", evidence.images.length);
  report.metric("pinned-images", evidence.images.filter(({ pinned }) => pinned).length);
}

/**
 * One entry for what one file says on several lines.
 * @param {Image[]} images
 * @returns {Uses[]}
 */
function usesOf(images) {
  return groupsOf(images, ({ path, reference, written, platform, kind, allowed, refusedBy, reason }) =>
    [path, reference ?? written, reason, platform, kind, allowed, refusedBy].join("\n"))
    .map((same) => ({ image: same[0], lines: [...new Set(same.map(({ line }) => line))] }));
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => string} key
 * @returns {T[][]} in the order of their first items
 */
function groupsOf(items, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) {
      group.push(item);
    } else {
      groups.set(name, [item]);
    }
  }

  return [...groups.values()];
}

/** @type {(uses: Uses, digests: Map<string | null, Map<string, string>>, settings: Settings, report: Report, passed: Set<string>) => void} */
function judgeUses({ image, lines }, digests, settings, report, passed) {
  const hasList = settings.allow?.length > 0 || settings["allow-from"]?.length > 0;
  const title = titleOf(image, alsoOn(lines));
  if (!image.resolved) {
    report.error("image-unresolved", unresolved(image, alsoOn(lines)), placeOf(image, image.written));
  } else if (hasList && !image.allowed) {
    report.error("image-not-allowed", notAllowed(image, title), placeOf(image, image.reference));
  } else if (!image.pinned) {
    report[settings["require-digest"] ? "error" : "warning"](
      "image-unpinned", unpinned(image, title), placeOf(image, image.reference), lines.length > 1 ? null : fixOf(image, digests));
  } else {
    const message = `${title} is ${image.allowed ? `covered by ${code(short(image.allowed, 500))}` : "pinned by its digest"}.`;
    if (passed.size < 1000 && !passed.has(message)) {
      passed.add(message);
      report.pass("image-allowed", message);
    }
  }
}

/**
 * The digest that the same tag is pinned to elsewhere here.
 * @type {(image: Image, digests: Map<string | null, Map<string, string>>) => Fix | null}
 */
function fixOf({ written, tag, platform }, digests) {
  return tag === null ? null : pinAsElsewhere(written, digests.get(platform) ?? new Map());
}

/** @param {Image[]} images */
function digestsByPlatform(images) {
  return new Map(groupsOf(images, ({ platform }) => String(platform))
    .map((same) => [same[0].platform, knownDigests(same.map(({ written }) => written))]));
}

/** @type {(file: Evidence["unread"][number], report: Report) => void} */
function judgeUnread({ path, line, kind, reason, certain }, report) {
  const where = { path, line, identity: kind };
  const why = short(reason, 500);
  if (certain) {
    report.error("unreadable", `The images of this ${kind} cannot be seen: ${why}. Mend the file, or \`exclude\` it if nothing builds or runs it.`, where);
  } else {
    report.note("not-read", `The images of this ${kind} were not looked at: ${why}.`, where);
  }
}

/** @type {(same: Evidence["duplicates"], report: Report) => void} */
function judgeDuplicates(same, report) {
  const [{ key, path, line }] = same;
  report.warning("duplicate-key", `The key ${code(short(key, 100))} stands twice in one map. The decoders of Kubernetes take the last one and do not say so; `
    + `the images under both were looked at. Remove one${alsoOn(same.map((duplicate) => duplicate.line))}.`,
    { path, line, identity: short(`duplicate ${key}`) });
}

/**
 * Gaps that something fills are said once for all: no registry is asked for them.
 * @type {(placeholders: Evidence["placeholders"], report: Report) => void}
 */
function judgePlaceholders(placeholders, report) {
  if (placeholders.length > 0) {
    const [{ path, line }] = placeholders;
    const named = placeholders.map((one) => `${code(short(one.written, 80))} (${short(one.path)}:${one.line}, ${short(one.reason)})`);
    report.note("placeholder", `${count(placeholders.length, "text stands", "texts stand")} where an image will be, and nothing was looked at in `
      + `${placeholders.length === 1 ? "its" : "their"} place: ${list(named)}.`, { path, line, identity: "placeholders" });
  }
}

/** @type {(part: Evidence["policyParts"][number], report: Report) => void} */
function judgePart({ path, line, reason, missing }, report) {
  const where = { path, line, identity: short(reason, 200) };
  const what = short(reason, 1000);
  if (missing) {
    report.error("policy-not-honoured", `${what}. Images that it would refuse could pass here. Write the rule in a form that the README of this gate names, `
      + "or take the policy out of `allow-from`.", where);
  } else {
    report.note("policy-part", `${what}.`, where);
  }
}
