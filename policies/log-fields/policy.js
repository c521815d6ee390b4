// A log that nobody can search is written for nobody.

import { count, list, short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ jsonl }, settings, report) {
  for (const { path, records, rows, truncated, keys } of jsonl) {
    const lines = rows.root.items();
    const faults = [
      { rule: "not-an-object", what: "no JSON object", bad: lines.filter((line) => line.kind !== "map") },
      ...settings.fields.map((field) => ({ rule: "field", what: `no ${short(field, 80)}`, bad: lines.filter((line) => line.kind === "map" && isEmpty(line.value[field])) })),
      ...levelsOf(lines).filter((level) => !settings.levels.includes(level))
        .map((level) => ({ rule: "level", what: `the level ${short(level, 40) || "(none)"}`, bad: lines.filter((line) => line.kind === "map" && levelOf(line) === level) })),
    ].filter(({ bad }) => bad.length > 0);
    for (const { rule, what, bad } of faults) {
      report.error(rule, `${path}: ${count(bad.length, "line")} of ${lines.length} ${bad.length === 1 ? "has" : "have"} ${what}; the first is line ${bad[0].line}.`, { path, line: bad[0].line, identity: `${rule} ${what}` });
    }

    // Of what follows the rows only the keys are known.
    const later = truncated ? settings.fields.filter((field) => (keys.find(({ key }) => key === field)?.missing ?? records) > 0) : [];
    later.forEach((field) => report.error("field", `${path}: some of ${records} lines have no ${short(field, 80)}.`, { path, identity: `field ${short(field, 80)} later` }));
    truncated && report.warning("sampled", `${path}: of ${records} lines the first ${lines.length} were searched for empty fields and levels.`, { path, identity: "sampled" });
    records === 0 && report.error("no-lines", `${path} holds no line, so nothing was looked at.`, { path });
    faults.length + later.length === 0 && records > 0 && report.pass("fields", `${count(lines.length, "line")} of ${path} have ${list(settings.fields, { most: 8 })}`);
  }
}

const isEmpty = (value) => value === undefined || value === null || value === "";
const levelOf = (line) => String(line.value.level ?? "").toLowerCase();
const levelsOf = (lines) => [...new Set(lines.filter(({ kind }) => kind === "map").map(levelOf))];
