// What a finding says, and where it stands.

import { count } from "../lib/texts.js";
/** @import { Evidence, Hit } from "./types.d.ts" */
/** @import { Allow } from "./words.js" */

/** Why a value of each category matters. */
export const why = {
  "provider-secret": "Anyone who reads the repository can use it.",
  "private-key": "Anyone who reads the repository can sign or decrypt with it.",
  "generic-secret": "If it is real, anyone who reads the repository can use it.",
  "personal-data": "A repository is copied and kept for ever; personal data must not be in it.",
};

/** @param {Allow} allow */
export function wasAccepted({ name, expires }) {
  return ` It was accepted until ${expires} (${name}).`;
}

/** @param {Hit} hit */
export function messageOf({ title, masked, path, commit, verified, category, help, inName, inTarget, ...place }) {
  const value = masked === "hidden" ? "" : ` (${masked})`;
  const proof = verified ? " Its checksum holds, so it was issued." : "";
  if (commit) {
    const mend = category === "personal-data" ? "Deleting does not help: rewrite the branch." : `Rotate it; deleting does not help. ${help}`;
    return `${title}${value} in ${path}${whereIn(place) || `, line ${place.line},`} was added in commit ${commit.slice(0, 7)} and is no longer in the tip.${proof} `
      + `Whoever has fetched the commit has it. ${mend}`;
  }

  if (inName) {
    return `${title}${value} in the name of ${path}.${proof} Every log and listing shows it. ${help}`;
  }

  if (inTarget) {
    return `${title}${value} in the target of the link ${path}.${proof} ${why[category]} ${help}`;
  }

  return `${title}${value} in ${path}${whereIn(place)}.${proof} ${why[category]} ${help}`;
}

/**
 * What a line of the file does not say: the member of an archive, the byte, the wrapping.
 * @param {Pick<Hit, "member" | "inside" | "offset" | "line" | "column">} place
 */
function whereIn({ member, inside, offset, line, column }) {
  const bytes = offset === undefined ? "" : `, binary data, from byte ${offset} on`;
  const lines = offset === undefined ? `, line ${line}, column ${column}` : bytes;
  return `${member ? ` (${member}${lines})` : bytes}${inside ? `, inside ${inside}` : ""}`;
}

/**
 * Binary data and archives have no lines: their hits stand at a byte, or in a member. What only an earlier commit holds has no line either: the
 * file may be another now, or gone.
 * @type {(hit: Hit) => Place}
 */
export function placeOf({ path, commit, offset, member, inName, inTarget, line, column, endColumn, identity }) {
  if (commit) {
    return { path, commit, identity };
  }

  if (inName || inTarget) {
    return { path, identity };
  }

  return offset === undefined && member === undefined ? { path, line, endLine: line, column, endColumn, identity } : { path, identity };
}

/** @param {Evidence} evidence */
export function nothingFound({ scanned, scope, history, skippedCounts: { binary, archive } }) {
  const lines = scope === "diff" ? " (added lines only)" : "";
  const rest = binary ? `; in ${count(binary, "binary file")} no known token` : "";
  const unopened = archive ? `; ${count(archive, "archive")} not opened, or not to the end` : "";
  const commits = history?.commits ? ` and ${count(history.commits, "commit")}` : "";
  return `No secrets or personal data in ${count(scanned.files, "file")}${lines}${commits}${rest}${unopened}.`;
}
