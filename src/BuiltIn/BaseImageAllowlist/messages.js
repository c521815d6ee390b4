// What a finding about an image says, and where it stands.

import { code, list, short } from "../lib/texts.js";
/** @import { Image } from "./types.d.ts" */

// What comes from a file has no length of its own; no image's name is longer.
const most = 500;

/**
 * The other lines, as a part of a sentence in brackets.
 * @param {number[]} lines
 */
export function alsoOn(lines) {
  const others = lines.slice(1);
  return others.length === 0 ? "" : `, also ${others.length === 1 ? "line" : "lines"} ${list(others.map(String))}`;
}

/** @type {(image: Image, also: string) => string} */
export function unresolved({ written, how, kind, path, line, reason }, also) {
  const place = `${path}:${line}`;
  const origin = how.includes(place) ? short(how, most) : `${short(how, most)}; ${kind}, ${short(place, most)}`;
  return `${code(short(written, most))} (${origin}${also}) cannot be resolved to an image: ${short(reason, most)}.`;
}

/** @type {(image: Image, title: string) => string} */
export function notAllowed(image, title) {
  const thing = image.kind.endsWith("FROM") ? "base" : "image";
  if (image.refusedBy) {
    return `${title} is not allowed: ${short(image.refusedBy, most)}. Change the ${thing}, or the policy.`;
  }

  const closest = image.closest ? ` Closest: ${short(image.closest, most)}.` : "";
  return `${title} is not on the allow list.${closest}${difference(image)} Add it to \`allow\` in .github/gates.yml or change the ${thing}.`;
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

/** @type {(image: Image, title: string) => string} */
export function unpinned({ reference, tag }, title) {
  return `${title} has no digest, so what ${code(tag ?? "latest")} means can change without a commit here. `
    + `Pin it: ${reference}@sha256:…, with the digest that \`docker buildx imagetools inspect ${reference}\` prints.`;
}

/** @type {(image: Image, also: string) => string} */
export function titleOf({ reference, how, platform }, also) {
  return `${short(reference, most)} (${short(how, most)}${also})${platform ? ` for ${short(platform, 100)}` : ""}`;
}

/**
 * The identity stays the same when the line moves.
 * @type {(image: Image, what: string | null) => Place}
 */
export function placeOf({ path, line, column, kind }, what) {
  return { path, line, column, identity: short(`${kind} ${what}`, most) };
}
