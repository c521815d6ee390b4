// Whoever is woken needs to know what to do, not only what is wrong.

import { at } from "../lib/places.js";
import { count, short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ yaml, files }, settings, report) {
  const alerts = yaml.flatMap((doc) => doc.find("**.rules.*")).filter((rule) => rule.has("alert"));
  for (const alert of alerts) {
    const url = alert.get("annotations.runbook_url") ?? alert.get("annotations.runbook");
    const name = short(alert.get("alert"), 100);
    const [target] = (url?.text ?? "").split(/[#?]/);
    const isHere = target !== "" && files.some(({ path }) => target === path || target.endsWith(`/${path}`));
    if (!url || !isHere) {
      report.error(url ? "missing" : "no-runbook", `The alert ${name} ${url ? `names ${short(url)}, which is none of the selected runbooks` : "names no runbook"}.`, at(url ?? alert, name));
    }
  }

  for (const { path, text, truncated } of files) {
    const lines = (text ?? "").split(/\r?\n/);
    for (const section of settings.sections) {
      const start = lines.findIndex((line) => /^#{1,6}\s/.test(line) && line.replace(/^#+\s+/, "").toLowerCase().startsWith(section.toLowerCase()));
      const below = lines.slice(start + 1);
      const end = below.findIndex((line) => /^#{1,6}\s/.test(line));
      if (start < 0 || truncated || (end < 0 ? below : below.slice(0, end)).every((line) => line.trim() === "")) {
        report.error("section", `${path} has ${start < 0 ? "no section" : "nothing in its section"} "${short(section)}".`, { path, line: Math.max(start + 1, 1), identity: section });
      }
    }
  }

  files.length < settings["at-least"] && report.error("too-few", `${count(files.length, "runbook")} of at least ${settings["at-least"]} ${files.length === 1 ? "is" : "are"} here.`);
  alerts.length === 0 ? report.error("no-alert", "None of the selected files holds an alerting rule.") : report.pass("alerts", `looked at ${count(alerts.length, "alert")}`);
}
