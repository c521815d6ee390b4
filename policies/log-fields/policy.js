// A log that nobody can search is written for nobody.

import { count, list, short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ files }, settings, report) {
  for (const { path, text, truncated } of files) {
    // The last line of a sample that was cut off is no whole one.
    const lines = (text ?? "").split("\n").slice(0, truncated ? -1 : undefined).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== "");
    const seen = new Map();
    const found = (rule, what, number, message) => {
      const key = `${rule} ${what}`;
      seen.set(key, { rule, number, message, ...seen.get(key), times: (seen.get(key)?.times ?? 0) + 1 });
    };
    for (const { line, number } of lines) {
      const record = parse(line);
      if (!record) {
        found("not-json", "", number, "no JSON object");
        continue;
      }

      settings.fields.filter((field) => record[field] === undefined || record[field] === null || record[field] === "")
        .forEach((field) => found("field", field, number, `no ${short(field, 80)}`));
      const level = String(record.level ?? "").toLowerCase();
      settings.levels.includes(level) || found("level", level, number, `the level ${short(level, 40) || "(none)"}`);
    }

    for (const { rule, number, message, times } of seen.values()) {
      report.error(rule, `${path}: ${count(times, "line")} of ${lines.length} ${times === 1 ? "has" : "have"} ${message}; the first is line ${number}.`, { path, line: number, identity: `${rule} ${message}` });
    }

    lines.length === 0 && report.error("no-lines", `${path} holds no line, so nothing was looked at.`, { path });
    seen.size === 0 && lines.length > 0 && report.pass("fields", `${count(lines.length, "line")} of ${path} have ${list(settings.fields, { most: 8 })}`);
  }
}

/** @param {string} line */
function parse(line) {
  try {
    const value = JSON.parse(line);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
