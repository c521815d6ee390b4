// Whoever relies on data asks where it came from.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ json }, settings, report) {
  const statements = json.filter((doc) => doc.get("predicateType"));
  const events = json.filter((doc) => !statements.includes(doc)).flatMap(({ root }) => (root.kind === "seq" ? root.items() : [root]));
  const name = (set) => `${set.get("namespace")?.value}/${set.get("name")?.value}`;
  const written = new Set();
  for (const event of events) {
    const [job, type] = [event.get("job.name"), event.get("eventType")?.value];
    if (!job || !event.get("run.runId") || !event.get("eventTime")) {
      report.error("no-lineage", `${event.path} holds no event of a run of OpenLineage.`, at(event, `event ${event.pointer}`));
    } else if (type === "FAIL" || type === "ABORT") {
      report.error("not-complete", `A run of ${short(job)} ended with ${type}.`, at(event, `${job} ${type}`));
    }

    const refused = event.find("inputs.*").filter((set) => settings.inputs.length > 0 && !matchesAny(settings.inputs, name(set)));
    refused.forEach((set) => report.error("input", `${short(job ?? "a run")} reads ${short(name(set))}, which \`inputs\` does not name.`, at(set, `${job} ${name(set)}`)));
    for (const set of type === "COMPLETE" ? event.find("outputs.*") : []) {
      written.add(name(set));
      settings.owned && set.find("facets.ownership.owners.*").length === 0
        && report.error("owner", `${short(name(set))} names no owner.`, at(set, `owner ${name(set)}`));
    }
  }

  for (const statement of statements) {
    const steps = statement.find("**.data_lineage.*");
    const lacking = steps.flatMap((step) => ["source", "transform", "policy_version"].filter((key) => !step.get(key)?.text).map((key) => ({ step, key })));
    lacking.forEach(({ step, key }) => report.error("no-lineage", `A step of ${statement.path} has no ${key}.`, at(step, `${step.pointer} ${key}`)));
    steps.length === 0 ? report.error("no-lineage", `${statement.path} is a statement without \`data_lineage\`.`, at(statement, "data_lineage"))
      : lacking.length === 0 && statement.find("subject.*.name").forEach(({ text }) => written.add(text));
  }

  settings.outputs.filter((glob) => ![...written].some((one) => matchesAny([glob], one)))
    .forEach((glob) => report.error("missing", `No complete run wrote ${short(glob)}.`));
  written.size > 0 ? report.pass("lineage", `${written.size} data sets have an origin`) : report.error("no-lineage", "No complete run wrote anything.");
}
