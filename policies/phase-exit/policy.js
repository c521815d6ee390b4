// A phase ends by what is shown, not by a date.

import { cell, table } from "../lib/tables.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const needs = evidence.needs ?? {};
  const rows = settings.gates.map((gate) => ({ gate, verdict: String(needs[gate]?.verdict ?? "unknown"), findings: needs[gate]?.findings.length ?? 0 }));
  const open = rows.filter(({ verdict }) => verdict !== "passed" && !(verdict === "waived" && settings.waived));
  for (const { gate, verdict } of open) {
    verdict === "unknown" ? report.error("not-needed", `${short(gate)} is not among the gates that this one needs, so nobody asked it.`)
      : report.error("not-passed", `${short(gate)} ${verdict}, so ${short(settings.phase)} is not over.`);
  }

  if (rows.length === 0) {
    report.error("not-needed", `No gate ends ${short(settings.phase)}: name them under \`gates\`.`);
  } else if (open.length === 0) {
    report.pass("over", `${short(settings.phase)} is over: ${rows.length} of ${rows.length} gates passed`);
  }

  report.output("phase", open.length === 0 && rows.length > 0 ? "over" : "open");
  report.document("snapshot", `# ${cell(settings.phase)} at ${evidence.git?.head ?? "an unknown commit"}\n\n`
    + table(["gate", "verdict", "findings"], rows.map(({ gate, verdict, findings }) => [cell(gate), verdict, String(findings)])));
}
