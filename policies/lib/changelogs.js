// Changelogs in the form of Keep a Changelog, as Markdown.

/**
 * @typedef {object} Group a type of change, such as `### Added`
 * @property {string} name
 * @property {number} line
 * @property {boolean} hasText whether anything stands below it
 *
 * @typedef {object} Section a version, or what is not released yet
 * @property {string} name
 * @property {string | undefined} date
 * @property {string} rest what stands behind the date
 * @property {boolean} isLinked whether the name stands in brackets
 * @property {boolean} isUnreleased
 * @property {boolean} isYanked
 * @property {boolean} hasText whether anything stands directly below it
 * @property {number} line
 * @property {Group[]} groups
 *
 * @typedef {object} Changelog
 * @property {string | undefined} title
 * @property {Section[]} sections
 * @property {Set<string>} links the names that link somewhere, in lower case
 */

/**
 * @param {string} text
 * @returns {Changelog}
 */
export function readChangelog(text) {
  /** @type {Changelog} */
  const changelog = { title: undefined, sections: [], links: new Set() };
  let fence;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    fence = mark && !fence ? mark : mark === fence ? undefined : fence;
    readLine(changelog, fence || mark ? " code" : line, i + 1);
  }

  return changelog;
}

/** @type {(changelog: Changelog, line: string, number: number) => void} */
function readLine(changelog, line, number) {
  const section = changelog.sections.at(-1);
  const [, marks, heading] = /^(#{1,3})\s+(.*?)\s*#*$/.exec(line) ?? [];
  const link = /^\[([^\]]+)\]:\s*\S/.exec(line);
  if (link) {
    changelog.links.add(link[1].toLowerCase());
  } else if (marks === "#") {
    changelog.title ??= heading;
  } else if (marks === "##") {
    changelog.sections.push(readHeading(heading, number));
  } else if (marks === "###" && section) {
    section.groups.push({ name: heading, line: number, hasText: false });
  } else if (section && line.trim() !== "") {
    (section.groups.at(-1) ?? section).hasText = true;
  }
}

/**
 * `[1.2.3] - 2026-01-31 [YANKED]`, or with the link written out: `[1.2.3](https://…) - 2026-01-31`.
 * @type {(heading: string, line: number) => Section}
 */
function readHeading(heading, line) {
  const form = /^(?:\[(?<linked>[^\]]+)\](?<inline>\([^)]*\))?|(?<plain>\S+))(?:\s+-\s+(?<date>\S+))?(?<yanked>\s+\[YANKED\])?\s*(?<rest>.*)$/i;
  const { linked, inline, plain, date, yanked, rest } = form.exec(heading)?.groups ?? {};
  const name = linked ?? plain ?? heading;
  return {
    name,
    date,
    rest: rest ?? "",
    isLinked: linked !== undefined && inline === undefined,
    isUnreleased: name.toLowerCase() === "unreleased",
    isYanked: yanked !== undefined,
    hasText: false,
    line,
    groups: [],
  };
}
