// Which image runs must be written in the repository, not decided by whoever pushed last.

import { knownDigests, pinAsElsewhere } from "../lib/digests.js";
import { matchesAny } from "../lib/globs.js";
import { count, short } from "../lib/texts.js";
import { parseVersion } from "../lib/versions.js";
/** @import { Settings } from "./types.d.ts" */

/** @typedef {{ reference: string, node: GateNode | undefined }} Image */

const digestForm = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const documents = [...(evidence.yaml ?? []), ...(evidence.json ?? [])];
  const all = documents.flatMap(imagesOf);
  const digests = knownDigests(all.map(({ reference }) => reference));
  const images = all.filter(({ reference }) => !isExempt(reference, settings.exempt));
  const pinned = images.filter((image) => judgeImage(image, digests, settings, report));
  if (pinned.length > 0) {
    report.pass("image-tags-pinned", `${count(pinned.length, "image")} ${pinned.length === 1 ? "names its" : "name their"} version`);
  }
}

/**
 * What names an image: in Kubernetes every `image`, in a compose file those of services that are not built there, and in Helm's
 * values `image` with its repository and tag.
 * @param {GateDocument} document
 */
function imagesOf(document) {
  const { root } = document;
  if (isText(root.get("apiVersion")) && isText(root.get("kind"))) {
    return ["ConfigMap", "Secret"].includes(root.get("kind")?.value)
      ? []
      : asReferences([...document.find("**.image"), ...document.find("**.image.reference")]);
  }

  return root.has("services")
    ? asReferences(document.find("services.*.image").filter((image) => !image.parent?.has("build")))
    : isValuesFile(document.path) ? valuesOf(document) : [];
}

/** @param {GateNode[]} nodes */
function asReferences(nodes) {
  return nodes.filter(isText).map((node) => ({ reference: node.value, node }));
}

/** @param {string} path */
function isValuesFile(path) {
  return /(^|\/)values[^/]*\.ya?ml$/.test(path);
}

/**
 * Helm's values; a chart takes an empty tag from its own version.
 * @param {GateDocument} document
 */
function valuesOf(document) {
  const images = document.find("**.image");
  const parts = images.filter((image) => isText(image.get("repository"))).flatMap((image) => {
    const part = (key) => (image.get(key)?.text ?? "").trim();
    const [registry, repository, tag, digest] = ["registry", "repository", "tag", "digest"].map(part);
    const name = registry ? `${registry}/${repository}` : repository;
    return tag || digest
      ? [{ reference: `${name}${tag ? `:${tag}` : ""}${digest ? `@${digest}` : ""}`, node: image.get(digest ? "digest" : "tag") }]
      : [];
  });
  return [...asReferences(images).filter(({ reference }) => /[:/]/.test(reference)), ...parts];
}

/** @type {(image: Image, digests: Map<string, string>, settings: Settings, report: Report) => boolean} */
function judgeImage({ reference, node }, digests, settings, report) {
  const written = short(reference);
  const image = parse(withDefaults(reference));
  const name = short(image.name);
  const fix = pinAsElsewhere(reference, digests);

  if (digestForm.test(image.digest)) {
    return true;
  }

  if ((image.digest || image.tag || image.name).includes("$")) {
    report.warning("image-tag-unknown", `${written} takes its version from a variable, so this file does not say which image runs. `
      + "Write the version here, or pin it where the variable is set and list the image under `exempt`.", node);
  } else if (image.digest) {
    report.error("image-digest-invalid", `${written} is not pinned: a digest is sha256: and 64 lower-case hexadecimal digits.`, node);
  } else if (!image.tag) {
    report.error("image-untagged", `${written} has no tag, so it runs whatever "latest" is that day. `
      + `Write a version (${name}:<version>) or a digest (${name}@sha256:…).`, node);
  } else if (matchesAny(settings["floating-tags"], image.tag)) {
    report.error("image-floating-tag", `${written} can become another image without a commit: the tag ${short(image.tag)} moves. `
      + `Write a version (${name}:<version>) or a digest (${name}@sha256:…).`, node, fix);
  } else if (settings["require-digest"]) {
    report.error("image-without-digest", `${written} has no digest, so its tag can be moved to another image. `
      + `Write ${short(`${name}:${image.tag}`)}@sha256:….`, node, fix);
  } else if (settings["require-semver"] && !isVersion(image.tag)) {
    report.error("image-tag-no-version", `${written} has the tag ${short(image.tag)}, which is no whole version. `
      + `Write one such as ${name}:1.2.3, or a digest (${name}@sha256:…).`, node, fix);
  } else {
    return true;
  }

  return false;
}

/**
 * A semantic version, with or without `v`; what stands behind it, such as `-alpine`, reads as a pre-release.
 * @param {string} tag
 */
function isVersion(tag) {
  return parseVersion(tag.replace(/^v/, "")) !== undefined;
}

/**
 * `registry:5000/team/app:1.2@sha256:…` into name, tag and digest.
 * @param {string} reference
 */
function parse(reference) {
  const at = reference.indexOf("@");
  const name = at < 0 ? reference : reference.slice(0, at);
  const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  return {
    name: colon < 0 ? name : name.slice(0, colon),
    tag: colon < 0 ? "" : name.slice(colon + 1),
    digest: at < 0 ? "" : reference.slice(at + 1),
  };
}

/**
 * Compose's `${TAG:-1.2}` becomes `1.2`; a variable without a default becomes `$`.
 * @param {string} reference
 */
function withDefaults(reference) {
  return reference
    .replace(/\$\{\w+:?-([^{}]*)\}/g, "$1")
    .replace(/\$\{[^{}]*\}|\$\([^()]*\)|\$\w+/g, "$$");
}

/** @type {(reference: string, globs: string[]) => boolean} */
function isExempt(reference, globs) {
  return matchesAny(globs, reference) || matchesAny(globs, parse(withDefaults(reference)).name);
}

/** @param {GateNode | undefined} node */
function isText(node) {
  return typeof node?.value === "string" && node.value !== "";
}
