// What policies in Rego found counts as well, with the file that it is about.

import { at } from "../lib/places.js";
import { count, short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ json }, settings, report) {
  for (const doc of json) {
    const results = doc.root.kind === "seq" ? doc.root.items() : [];
    if (doc.root.kind !== "seq" || results.some((result) => !result.get("filename"))) {
      report.error("no-report", `${doc.path} is no report of conftest: that is a list, each entry with a \`filename\`.`, at(doc, "report"));
      continue;
    }

    let [tested, failed] = [0, 0];
    for (const result of results) {
      const file = short(result.get("filename"));
      const found = (list) => result.get(list)?.items() ?? [];
      const say = (severity, rule) => (one) => report[severity](rule, `${file}: ${short(one.get("msg") ?? one)}`, at(one, `${file} ${one.get("msg")}`));
      found("failures").forEach(say("error", "failure"));
      found("warnings").forEach(say(settings.warnings ? "error" : "warning", "warning"));
      found("exceptions").forEach(say("note", "exception"));
      tested += Number(result.get("successes")?.value ?? 0) + ["failures", "warnings", "exceptions"].reduce((sum, key) => sum + found(key).length, 0);
      failed += found("failures").length;
    }

    if (tested === 0) {
      report.error("nothing-tested", `${doc.path} tells of no test: an empty policy folder or an unknown namespace looks like this.`, at(doc, "tested"));
    } else if (failed === 0) {
      report.pass("conftest", `${count(tested, "test")} of ${count(results.length, "file")}`);
    }
  }
}
