// Judges the images that are built on or run: each must be known, on the allow list when there is one, and pinned by its digest.
// The gate has already said which entry of `settings.allow` covers which image.

import { knownDigests, pinAsElsewhere } from "../lib/digests.js";
import { code } from "../lib/texts.js";
/** @import { Evidence, Image, Settings } from "./types.d.ts" */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  for (const image of evidence.images) {
    judgeImage(image, evidence.images, settings, report);
  }

  for (const file of evidence.unread) {
    judgeUnread(file, report);
  }

  for (const duplicate of evidence.duplicates ?? []) {
    judgeDuplicate(duplicate, report);
  }

  report.metric("images", evidence.images.length);
  report.metric("pinned-images", evidence.images.filter(({ pinned }) => pinned).length);
}

/** @type {(image: Image, all: Image[], settings: Settings, report: Report) => void} */
function judgeImage(image, all, settings, report) {
  const hasList = settings.allow?.length > 0;
  if (!image.resolved) {
    report.error("image-unresolved", unresolved(image), placeOf(image, image.written));
  } else if (hasList && !image.allowed) {
    report.error("image-not-allowed", notAllowed(image), placeOf(image, image.reference));
  } else if (!image.pinned) {
    report[settings["require-digest"] ? "error" : "warning"]("image-unpinned", unpinned(image), placeOf(image, image.reference), fixOf(image, all));
  } else {
    report.pass("image-allowed", `${titleOf(image)} is ${image.allowed ? `covered by ${code(image.allowed)}` : "pinned by its digest"}.`);
  }
}

/** @param {Image} image */
function unresolved({ written, how, kind, path, line, reason }) {
  const place = `${path}:${line}`;
  return `${code(written)} (${how.includes(place) ? how : `${how}; ${kind}, ${place}`}) cannot be resolved to an image: ${reason}.`;
}

/** @param {Image} image */
function notAllowed(image) {
  const closest = image.closest ? ` Closest: ${image.closest}.` : "";
  const thing = image.kind.endsWith("FROM") ? "base" : "image";
  return `${titleOf(image)} is not on the allow list.${closest}${difference(image)} Add it to \`allow\` in .github/gates.yml or change the ${thing}.`;
}

/**
 * Why the closest entry does not cover the image, when that is hard to see.
 * @param {Image} image
 */
function difference({ closestDiffers }) {
  switch (closestDiffers) {
    case "digest":
      return " That entry allows one content only, by its digest.";
    case "tag-for-digest":
      return " A digest wins over a tag, so an entry with a tag alone cannot cover it.";
    default:
      return "";
  }
}

/** @param {Image} image */
function unpinned(image) {
  const { reference, tag } = image;
  return `${titleOf(image)} has no digest, so what ${code(tag ?? "latest")} means can change without a commit here. `
    + `Pin it: ${reference}@sha256:…, with the digest that \`docker buildx imagetools inspect ${reference}\` prints.`;
}

/**
 * The digest that the same tag is pinned to elsewhere here, for the same platform: a digest may be that of one platform only.
 * @type {(image: Image, all: Image[]) => Fix | null}
 */
function fixOf({ written, tag, platform }, all) {
  return tag === null ? null : pinAsElsewhere(written, knownDigests(all.filter((other) => other.platform === platform).map((other) => other.written)));
}

/** @param {Image} image */
function titleOf({ reference, how, platform }) {
  return `${reference} (${how})${platform ? ` for ${platform}` : ""}`;
}

/**
 * The identity stays the same when the line moves.
 * @type {(image: Image, what: string | null) => Place}
 */
function placeOf({ path, line, column, kind }, what) {
  return { path, line, column, identity: `${kind} ${what}` };
}

/** @type {(file: Evidence["unread"][number], report: Report) => void} */
function judgeUnread({ path, line, kind, reason, certain }, report) {
  const where = { path, line, identity: kind };
  if (certain) {
    report.error("unreadable", `The images of this ${kind} cannot be seen: ${reason}. Mend the file, or \`exclude\` it if nothing builds or runs it.`, where);
  } else {
    report.note("not-read", `The images of this ${kind} were not looked at: ${reason}.`, where);
  }
}

/** @type {(duplicate: Evidence["duplicates"][number], report: Report) => void} */
function judgeDuplicate({ key, path, line }, report) {
  report.warning("duplicate-key", `The key ${code(key)} stands twice in one map. The decoders of Kubernetes take the last one and do not say so; `
    + "the images under both were looked at. Remove one.", { path, line, identity: `duplicate ${key}` });
}
