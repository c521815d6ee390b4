// A migration runs while the service does: what locks a table for long, or takes away what the old version reads, is seen before.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ json }, settings, report) {
  for (const doc of json) {
    const results = doc.root.items();
    if (doc.root.kind !== "seq" || results.some((one) => !one.get("rule_name") || !one.get("file"))) {
      report.error("not-a-report", `${doc.path} is no report of squawk: that is a list, each entry with \`file\` and \`rule_name\`.`, at(doc, "report"));
      continue;
    }

    for (const one of results) {
      const [rule, file] = [String(one.get("rule_name")?.value), String(one.get("file")?.value)];
      const allowed = settings.allow.find((entry) => matchesAny([entry.rule], rule) && matchesAny([entry.file], file));
      // squawk counts lines from 0.
      const text = `${short(file)}:${Number(one.get("line")?.value ?? 0) + 1}: ${short(one.get("message") ?? rule)} (${short(rule, 80)})`;
      allowed ? report.pass("migration", `${text}: ${short(allowed.reason)}`)
        : report.error("migration", `${text}${one.get("help")?.value ? ` ${short(one.get("help"))}` : ""}`, at(one, `${rule} ${file} ${one.get("line")}`));
    }

    results.length === 0 && report.pass("migration", `squawk found nothing (${doc.path})`);
  }
}
