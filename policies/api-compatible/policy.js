// Callers rely on what the interface was: what breaks them is found by oasdiff, and what they must know is written down.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { count, short } from "../lib/texts.js";
import { judgeOperations } from "./operations.js";
/** @import { Settings } from "./types.d.ts" */

/** Of oasdiff's levels: 3 breaks, 2 may break, 1 informs. */
const severities = { 3: "error", 2: "warning" };

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const documents = [...(evidence.json ?? []), ...(evidence.yaml ?? [])];
  const described = documents.filter((doc) => doc.get("openapi") || doc.get("swagger"));
  const reports = documents.filter((doc) => !described.includes(doc));
  if (reports.length === 0 && settings.compared) {
    report.error("not-compared", "No report of oasdiff is here, so nobody knows what changed for callers.");
  }

  reports.forEach((doc) => judgeReport(doc, settings, report));
  described.forEach((doc) => judgeOperations(doc, settings, report));
}

/** @type {(doc: GateDocument, settings: Settings, report: Report) => void} */
function judgeReport(doc, settings, report) {
  const changes = doc.root.items();
  if (doc.root.kind !== "seq" || changes.some((change) => !/^[123]$/.test(change.get("level")?.text ?? "") || !change.get("id"))) {
    report.error("no-report", `${doc.path} is no report of oasdiff: that is a list of changes, each with \`id\` and a \`level\` from 1 to 3.`, at(doc, "report"));
    return;
  }

  const counted = changes.filter((change) => change.get("level")?.value > 1);
  for (const change of counted) {
    const id = String(change.get("id")?.value);
    const operation = `${change.get("operation")?.value ?? ""} ${change.get("path")?.value ?? ""}`.trim();
    const allowed = settings["may-break"].find((entry) => matchesAny([entry.change], id) && matchesAny([entry.operation], operation));
    if (allowed) {
      report.pass("breaking-change", `${short(id)} of ${short(operation)} may be: ${short(allowed.reason)}`);
    } else {
      report[severities[change.get("level")?.value]]("breaking-change", `${short(operation)}: ${short(change.get("text") ?? id)} (${short(id)}).`, at(change, `${id} ${operation} ${change.get("text")}`));
    }
  }

  if (counted.length === 0) {
    report.pass("breaking-change", `${doc.path} has ${count(changes.length, "change")}, of which none breaks callers`);
  }
}
