// A workload that runs is not one that is ready: it must also live through load, faults, attackers and the loss of a node.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { count } from "../lib/texts.js";
import { objectsOf, workloadsOf } from "../lib/workloads.js";
import { excludedBy } from "./constraints.js";
import { networkDeny, networkOpen, networkPolicy } from "./network.js";
import { probes, resources, securityContext, serviceAccount, spireSocket } from "./pods.js";
import { autoscaler, disruptionBudget } from "./scaling.js";
/** @import { Workload } from "../lib/workloads.js" */
/** @import { Settings } from "./types.d.ts" */

/**
 * @typedef {{ message: string, where?: GateNode }} Problem
 * @typedef {{ workload: Workload, objects: GateNode[], settings: Settings }} Subject a workload, and what stands beside it
 */

/** Each rule gives what is wrong with a workload. @type {{ [rule: string]: (subject: Subject) => Problem[] }} */
const rules = {
  "security-context": securityContext,
  resources,
  probes,
  autoscaler,
  "disruption-budget": disruptionBudget,
  "service-account": serviceAccount,
  "spire-socket": spireSocket,
  "network-policy": networkPolicy,
  "network-deny": networkDeny,
  "network-open": networkOpen,
};

/** @type {import("./types.d.ts").Judge} */
export function judge({ yaml }, settings, report) {
  const unknown = settings["leave-out"].filter((rule) => !Object.hasOwn(rules, rule));
  if (unknown.length > 0) {
    throw new Error(`leave-out: ${unknown.join(", ")} is no rule; there are ${Object.keys(rules).join(", ")}`);
  }

  const objects = yaml.flatMap(({ root }) => objectsOf(root));
  const workloads = yaml.flatMap(({ root }) => workloadsOf(root)).filter(({ id }) => !matchesAny(settings.exempt, id));
  if (workloads.length === 0) {
    report.error("no-workload", "None of the selected files describes a workload. Correct the globs, or take the gate out.");
  }

  for (const [rule, find] of Object.entries(rules).filter(([rule]) => !settings["leave-out"].includes(rule))) {
    const excluded = settings["follow-constraints"] ? excludedBy(objects, rule) : [];
    const asked = workloads.filter(({ namespace }) => !matchesAny(excluded, namespace));
    const problems = asked.flatMap((workload) => find({ workload, objects, settings }).map((problem) => ({ workload, problem })));
    for (const { workload, problem } of problems) {
      report.error(rule, `${workload.id}: ${problem.message}`, at(problem.where ?? workload.root.get("metadata") ?? workload.root, `${workload.namespace} ${workload.id} ${problem.message}`));
    }

    if (asked.length < workloads.length) {
      report.note("excluded", `${count(workloads.length - asked.length, "workload")} not asked for ${rule}: a constraint of Gatekeeper excludes the namespace.`);
    }

    if (problems.length === 0 && asked.length > 0) {
      report.pass(rule, `holds for ${count(asked.length, "workload")}`);
    }
  }
}
