// A changelog that follows Keep a Changelog 1.1.0 can be read by people and by the tools that make releases.

import { readChangelog } from "../lib/changelogs.js";
import { count, short } from "../lib/texts.js";
import { compareVersions, parseVersion } from "../lib/versions.js";
/** @import { Evidence, Settings } from "./types.d.ts" */
/** @import { Changelog, Section } from "../lib/changelogs.js" */

/** @typedef {(line: number, identity: string) => Place} At a place in the changelog */

const changeTypes = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const file = (evidence.files ?? []).find(({ path }) => path === settings.path);
  if (file?.text === undefined) {
    report.error("changelog-missing", `There is no changelog at ${settings.path}. Add one (keepachangelog.com), or name it under \`path\`.`);
    return;
  }

  const changelog = readChangelog(file.text);
  const at = (line, identity) => ({ path: file.path, line, identity });
  const releases = changelog.sections.filter(({ isUnreleased }) => !isUnreleased);

  judgeFrame(changelog, at, report);
  releases.forEach((release) => judgeHeading(release, at, report));
  judgeOrder(releases, at, report);
  changelog.sections.forEach((section) => judgeChanges(section, at, report));
  judgeVersion(evidence, settings, releases, at, report);
  report.pass("changelog", `${file.path} has ${count(releases.length, "release")}`);
}

/** @type {(changelog: Changelog, at: At, report: Report) => void} */
function judgeFrame({ title, sections, links }, at, report) {
  if (!title) {
    report.error("changelog-title", "The changelog has no title. Write `# Changelog` first.", at(1, "title"));
  }

  const unreleased = sections.findIndex(({ isUnreleased }) => isUnreleased);
  if (unreleased !== 0) {
    report.error("unreleased-missing", unreleased < 0
      ? "There is no `## [Unreleased]` section. Add it above the first version, so that changes have a place to go."
      : "`## [Unreleased]` must be the first section, above all versions.", at(sections[Math.max(unreleased, 0)]?.line ?? 1, "unreleased"));
  }

  sections.filter(({ name, isLinked }) => isLinked && !links.has(name.toLowerCase())).forEach(({ name, line }) => {
    report.warning("link-missing", `[${short(name)}] links to nothing. Add at the end of the file \`[${short(name)}]: \` and the address of its comparison or release.`, at(line, `link ${name}`));
  });
}

/** @type {(release: Section, at: At, report: Report) => void} */
function judgeHeading({ name, date, rest, line, isYanked }, at, report) {
  if (!parseVersion(name)) {
    report.error("version-invalid", `"${short(name)}" is no semantic version. Write the heading as \`## [1.2.3] - 2026-01-31\`.`, at(line, `version ${name}`));
  }

  if (!date) {
    report.error("date-missing", `${short(name)} has no date. Write \`## [${short(name)}] - \` and the day of the release as year-month-day${isYanked ? ", then [YANKED]" : ""}.`, at(line, `date ${name}`));
  } else if (!isDay(date)) {
    report.error("date-invalid", `"${date}" is not a day. Write it as year-month-day, such as 2026-01-31.`, at(line, `date ${name}`));
  }

  if (rest) {
    report.error("heading-unclear", `The heading of ${short(name)} ends with "${short(rest)}". Behind the date only [YANKED] may stand.`, at(line, `heading ${name}`));
  }
}

/** @type {(releases: Section[], at: At, report: Report) => void} */
function judgeOrder(releases, at, report) {
  const seen = new Set();
  for (const [i, { name, date, line }] of releases.entries()) {
    const above = releases[i - 1];
    const [version, newer] = [parseVersion(name), above && parseVersion(above.name)];
    if (seen.has(name)) {
      report.error("version-twice", `${short(name)} has two sections. Join them.`, at(line, `twice ${name}`));
    } else if (version && newer && compareVersions(version, newer) > 0) {
      report.error("version-order", `${name} stands below ${above.name}, which is older. The newest version comes first.`, at(line, `order ${name}`));
    } else if (date && above?.date && isDay(date) && isDay(above.date) && date > above.date) {
      report.error("date-order", `${short(name)} is of ${date}, later than ${short(above.name)} above it (${above.date}). Correct the dates.`, at(line, `dates ${name}`));
    }

    seen.add(name);
  }
}

/** @type {(section: Section, at: At, report: Report) => void} */
function judgeChanges({ name, groups, hasText, isUnreleased, line }, at, report) {
  if (!isUnreleased && groups.length === 0 && !hasText) {
    report.error("section-empty", `${short(name)} says nothing. Write what changed, under ### Added, Changed, Deprecated, Removed, Fixed or Security.`, at(line, `empty ${name}`));
  }

  for (const group of groups) {
    const place = at(group.line, `${name} ${group.name}`);
    if (!changeTypes.includes(group.name)) {
      report.error("change-type", `"${short(group.name)}" is no type of change. The types are ${changeTypes.join(", ")}.`, place);
    } else if (!group.hasText) {
      report.error("section-empty", `${group.name} of ${short(name)} is empty. Fill it, or remove the heading.`, place);
    }
  }
}

/**
 * The version that is about to be released has an entry.
 * @type {(evidence: Evidence, settings: Settings, releases: Section[], at: At, report: Report) => void}
 */
function judgeVersion(evidence, settings, releases, at, report) {
  const manifest = evidence.json?.find(({ path }) => path === "package.json")?.get("version");
  const version = settings.version || manifest?.value;
  if (!version) {
    return;
  }

  if (releases.some(({ name }) => name === version)) {
    report.pass("version-entry", `${version} has an entry`);
  } else if (!parseVersion(version)?.pre.length) {
    report.error("version-entry", `${short(version)} has no entry. Turn \`## [Unreleased]\` into \`## [${short(version)}] - \` and the day, and open a new one above.`, settings.version ? at(1, "entry") : manifest);
  }
}

/**
 * Whether the calendar has this day; months roll over in dates that it has not.
 * @param {string} text
 */
function isDay(text) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
