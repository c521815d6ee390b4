// What is released is what was planned for: nothing that somebody changed by hand, and nothing that is lost on the way.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { count, list, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/** The versions of the format that this reads; its minor number grows without breaking readers. */
const known = /^1\.\d+$/;

/** @type {import("./types.d.ts").Judge} */
export function judge({ json }, settings, report) {
  for (const plan of json) {
    const version = plan.get("format_version");
    if (!known.test(version?.text ?? "") || !plan.get("planned_values")) {
      report.error("no-plan", `${plan.path} is no plan of Terraform in format 1 (its format_version is ${short(version ?? "not there")}), or has no planned_values, as a state.`, at(version ?? plan, "format"));
    } else {
      judgePlan(plan, settings, report);
    }
  }
}

/** @type {(plan: GateDocument, settings: Settings, report: Report) => void} */
function judgePlan(plan, settings, report) {
  if (plan.get("errored")?.value === true || plan.get("complete")?.value === false) {
    report.error("plan-incomplete", `${plan.path} says that it is not the whole plan, so what else would change is not known.`, at(plan.get("complete") ?? plan, "complete"));
  }

  const drifted = plan.find("resource_drift[*]").filter((drift) => !matchesAny(settings.drift, address(drift)));
  for (const drift of drifted) {
    report.error("drift", `${short(address(drift))} is no longer what Terraform left: somebody else ${words(drift)} it.`, at(drift, address(drift)));
  }

  const changes = [...plan.find("resource_changes[*]"), ...plan.find("output_changes.*")]
    .filter((change) => !actions(change).every((action) => action === "no-op" || action === "read"));
  const refused = changes.filter((change) => !judgeChange(change, settings, report));
  if (drifted.length === 0 && refused.length === 0) {
    report.pass("plan", `${plan.path} finds no drift, and ${count(changes.length, "change")} that may be`);
  }

  report.metric("planned-changes", changes.length);
}

/** @type {(change: GateNode, settings: Settings, report: Report) => boolean} whether it may be */
function judgeChange(change, settings, report) {
  const name = address(change);
  if (actions(change).includes("delete") && change.has("address") && !matchesAny(settings.destroy, name)) {
    report.error("destroyed", `${short(name)} would be ${actions(change).includes("create") ? "destroyed and made anew" : "destroyed"}.`, at(change, name));
    return false;
  }

  if (!settings.changes && !(actions(change).includes("delete") && matchesAny(settings.destroy, name))) {
    report.error("change", `${short(name)} is not as the configuration says: the plan would ${list(actions(change))} it.`, at(change, name));
    return false;
  }

  return true;
}

/** An output has no address but its name. @param {GateNode} change */
function address(change) {
  return String(change.get("address")?.value ?? `output.${change.key}`);
}

/** What cannot be read is taken for a change. @param {GateNode} change @returns {string[]} */
function actions(change) {
  const found = (change.get("change.actions") ?? change.get("actions"))?.items().map(({ value }) => short(value, 20)) ?? [];
  return found.length === 0 ? ["change"] : found;
}

/** @param {GateNode} drift */
function words(drift) {
  return actions(drift).includes("delete") ? "removed" : "changed";
}
