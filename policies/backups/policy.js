// A backup counts when it is whole, young and kept; it is worth something when somebody restored one.

import { daysBetween, momentOf, parseDuration, parseTime } from "../lib/moments.js";
import { round } from "../lib/numbers.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";
import { objectsOf } from "../lib/workloads.js";

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const now = momentOf(evidence);
  const objects = evidence.yaml.flatMap(({ root }) => objectsOf(root)).filter((one) => /^velero\.io\//.test(one.get("apiVersion")?.value));
  const of = (kind) => objects.filter((one) => one.get("kind")?.value === kind);
  const hours = (time) => 24 * daysBetween(time, now);
  const done = (one) => parseTime(one.get("status.completionTimestamp")?.value);
  const newest = (kind) => of(kind).filter((one) => done(one) <= now).sort((a, b) => done(b) - done(a))[0];
  for (const schedule of of("Schedule")) {
    const ttl = schedule.get("spec.template.ttl");
    if (!(parseDuration(ttl?.text) >= settings["keep-days"] * 86_400)) {
      report.error("ttl", `${short(schedule.get("metadata.name"))} keeps backups for ${short(ttl ?? "no time that is written", 40)}, ${settings["keep-days"]} days are needed.`, at(ttl ?? schedule, "ttl"));
    }
  }

  const [backup, restore] = [newest("Backup"), newest("Restore")];
  /** @type {[string, unknown, string][]} */
  const missing = [["no-schedule", of("Schedule").length > 0, "schedule"], ["no-backup", backup, "backup that ended"], ["no-restore", restore, "restore that ended"]];
  missing.filter(([, found]) => !found).forEach(([rule, , what]) => report.error(rule, `No ${what} of Velero is here.`));
  for (const one of [backup, restore].filter((found) => found !== undefined && found.get("status.phase")?.value !== "Completed")) {
    report.error("not-whole", `The newest ${one?.get("kind")?.value.toLowerCase()} is ${short(one?.get("status.phase") ?? "of no known state", 40)}.`, at(one?.get("status") ?? objects[0], "phase"));
  }

  if (backup && !(hours(done(backup)) <= settings["rpo-hours"])) {
    report.error("too-old", `The newest backup is ${round(hours(done(backup)))} hours old, at most ${settings["rpo-hours"]} may be.`, at(backup, "age"));
  }

  const took = restore ? (done(restore) - parseTime(restore.get("status.startTimestamp")?.value)) / 3_600_000 : 0;
  if (restore && !(took <= settings["rto-hours"] && hours(done(restore)) <= 24 * settings["restore-days"])) {
    report.error("slow-restore", `The newest restore took ${round(took)} hours, ${Math.floor(hours(done(restore)) / 24)} days ago; at most ${settings["rto-hours"]} hours and ${settings["restore-days"]} days may be.`, at(restore, "restore"));
  }
}
