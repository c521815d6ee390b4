// A release is named by a tag that somebody trusted has signed, and everything in the tree agrees with that name.

import { readChangelog } from "../lib/changelogs.js";
import { matchesPath } from "../lib/globs.js";
import { count, short } from "../lib/texts.js";
import { compareVersions, parseVersion } from "../lib/versions.js";
/** @import { Evidence, Settings } from "./types.d.ts" */
/** @import { Version } from "../lib/versions.js" */

/** @typedef {GitTag & { version: Version }} Release */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const tags = evidence.git?.tags ?? [];
  const releases = tags.flatMap((tag) => releaseOf(tag, settings.prefix) ?? []).sort((a, b) => compareVersions(b.version, a.version));
  const tag = releases.find(({ atHead }) => atHead);
  if (!tag) {
    judgeAbsence(tags, settings, report);
    return;
  }

  judgeSignature(tag, report);
  judgeOrder(tag, releases, settings, report);
  judgeVersionFiles(tag.version, evidence, settings, report);
  judgeChangelog(tag.version, evidence, settings, report);
}

/** @type {(tag: GitTag, prefix: string) => Release | undefined} */
function releaseOf(tag, prefix) {
  const version = tag.name.startsWith(prefix) ? parseVersion(tag.name.slice(prefix.length)) : undefined;
  return version && { ...tag, version };
}

/** @type {(tags: GitTag[], settings: Settings, report: Report) => void} */
function judgeAbsence(tags, settings, report) {
  const example = `${settings.prefix}1.2.3`;
  const others = tags.filter(({ atHead }) => atHead).map(({ name }) => name);
  if (others.length > 0) {
    report.error("tag-name", `The head commit is tagged ${short(others.join(", "))}, which is no release's name. Name the tag like ${example}.`);
  } else if (settings.required) {
    report.error("tag-missing", `The head commit has no tag like ${example}. Make one with \`git tag -s ${example}\`, or fetch the tags: \`fetch-tags: true\` for actions/checkout.`);
  }
}

/** @type {(tag: GitTag, report: Report) => void} */
function judgeSignature({ name, annotated, signature }, report) {
  const again = `Make it again with \`git tag -s -f ${name}\``;
  const signers = signature.kind === "gpg" ? ".github/allowed_signers.gpg" : ".github/allowed_signers";
  if (!annotated) {
    report.error("tag-lightweight", `${name} is a lightweight tag, which holds no author, no date and no signature. ${again}.`);
  } else if (signature.kind === "none") {
    report.error("tag-unsigned", `${name} is not signed. ${again}.`);
  } else if (signature.status === "bad") {
    report.error("signature-bad", `The signature of ${name} does not fit what it signs. Somebody changed the tag, or the key that ${signers} names is another.`);
  } else if (signature.status !== "good") {
    const why = signature.reason ? `: ${short(signature.reason)}` : "";
    report.error("signer-unknown", `Nobody vouches for the signature of ${name}${why}. List the key in ${signers}, or sign with one that is there.`);
  } else {
    report.pass("tag-signed", `${name} is signed with ${signature.key}`);
  }
}

/**
 * A version is newer than all others of its line: `1.2.4` may follow `2.0.0` when lines are majors.
 * @type {(tag: Release, releases: Release[], settings: Settings, report: Report) => void}
 */
function judgeOrder(tag, releases, settings, report) {
  const parts = { all: 0, major: 1, minor: 2 }[settings.line];
  const line = ({ core }) => core.slice(0, parts).join(".");
  const newest = releases.find(({ name, atHead, version }) => name !== tag.name && !atHead && line(version) === line(tag.version));
  if (newest && compareVersions(newest.version, tag.version) >= 0) {
    report.error("version-not-newer", `${tag.name} is not newer than ${newest.name}, which is there already. Give the release the next version.`);
  }
}

/** @type {(version: Version, evidence: Evidence, settings: Settings, report: Report) => void} */
function judgeVersionFiles(version, evidence, settings, report) {
  const documents = ["json", "yaml", "toml", "xml"].flatMap((kind) => evidence[kind] ?? []);
  const named = settings["version-files"].flatMap(({ files, key }) =>
    documents.filter(({ path }) => matchesPath(files, path)).flatMap((document) => document.find(key)));

  const wrong = named.filter((node) => String(node.value) !== version.text);
  for (const node of wrong) {
    report.error("version-file", `${node.path} says ${short(node.value)}, and the tag says ${version.text}. Make both say the same before tagging.`, node);
  }

  if (named.length > 0 && wrong.length === 0) {
    report.pass("version-file", `${count(named.length, "file")} say ${version.text}`);
  }
}

/** @type {(version: Version, evidence: Evidence, settings: Settings, report: Report) => void} */
function judgeChangelog(version, evidence, settings, report) {
  const file = (evidence.files ?? []).find(({ path }) => path === settings.changelog);
  if (file?.text === undefined || version.pre.length > 0) {
    return;
  }

  const entry = readChangelog(file.text).sections.find(({ name }) => name === version.text);
  if (!entry) {
    report.error("changelog-entry", `${file.path} has no entry for ${version.text}. Add it and tag the commit that has it.`, { path: file.path, line: 1, identity: version.text });
  } else if (entry.isYanked) {
    report.error("changelog-entry", `${file.path} says that ${version.text} was taken back. Release the next version.`, { path: file.path, line: entry.line, identity: version.text });
  } else {
    report.pass("changelog-entry", `${file.path} has an entry for ${version.text}`);
  }
}
