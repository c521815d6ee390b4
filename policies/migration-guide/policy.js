// A major version breaks something: whoever upgrades must not find out by trying.

import { readChangelog } from "../lib/changelogs.js";
import { short } from "../lib/texts.js";
import { parseVersion } from "../lib/versions.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ files }, settings, report) {
  const file = files.find(({ path }) => path === settings.changelog);
  const lines = (file?.text ?? "").split(/\r?\n/);
  const sections = file?.truncated ? [] : readChangelog(file?.text ?? "").sections;
  if (sections.length === 0) {
    report.error("no-changelog", `${short(settings.changelog)} is not among the files, is too long to be read whole, or has no version.`);
  }

  const majors = sections.map((section, index) => ({ ...section, end: sections[index + 1]?.line ?? lines.length + 1, version: parseVersion(section.name.replace(/^v/, "")) }))
    .filter(({ version }) => version && version.pre.length === 0 && version.core[0] >= settings.since && version.core[1] === 0 && version.core[2] === 0);
  for (const { name, line, end, version } of majors) {
    const path = settings.guide.replace("%", String(version?.core[0]));
    const guide = files.find((one) => one.path === path);
    const where = { path: settings.changelog, line, identity: short(name) };
    if (!guide) {
      report.error("no-guide", `Version ${short(name)} has no guide: ${short(path)} is not there.`, where);
    } else if (guide.size < settings.least) {
      report.error("empty-guide", `${path} has ${guide.size} bytes, which tells nobody how to upgrade.`, { path, line: 1, identity: "size" });
    } else if (!lines.slice(line, end - 1).some((text) => text.includes(path))) {
      report.error("not-linked", `The section of version ${short(name)} does not link to ${path}.`, where);
    } else {
      report.pass("guide", `version ${short(name)}: ${path}`);
    }
  }

  majors.length === 0 && sections.length > 0 && report.pass("guide", `no major version from ${settings.since} on, so nobody needs a guide`);
}
