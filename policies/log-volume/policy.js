// Logs cost twice: where they are kept, and where nobody finds anything among them.

import { round } from "../lib/numbers.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ json }, settings, report) {
  const most = settings["gigabytes-per-hour"];
  for (const doc of json) {
    // The API wraps what promtool writes alone.
    const results = (doc.root.kind === "seq" ? doc.root : doc.get("data.result"))?.items();
    if (!results || (doc.get("status") && doc.get("status")?.value !== "success")) {
      report.error("not-an-answer", `${doc.path} is no answer of Prometheus, or tells of a fault.`, at(doc, "answer"));
      continue;
    }

    const values = results.flatMap((result) => [...result.find("value[1]"), ...result.find("values.*[1]")].map((value) => ({ value, name: short(JSON.stringify(result.get("metric")), 200) })));
    values.length === 0 && report.error("no-value", `${doc.path} holds no value, so how much is logged is not known.`, at(doc, "value"));
    const over = values.filter(({ value }) => !(Number(value.value) * 3600 / 1e9 <= most));
    over.forEach(({ value, name }) => report.error("too-much", `${name} logs ${round(Number(value.value) * 3600 / 1e9)} GB an hour, at most ${most} may be.`, at(value, `${doc.path} ${name} ${value.pointer}`)));
    over.length === 0 && values.length > 0 && report.pass("volume", `${doc.path} stays below ${most} GB an hour`);
  }
}
