// How many pods there are: under load, and while nodes come and go.

import { short } from "../lib/texts.js";
import { namespaceOf, selects } from "../lib/workloads.js";
/** @import { Problem, Subject } from "./policy.js" */

const scaling = ["Deployment", "StatefulSet"];

/** @type {(subject: Subject) => Problem[]} */
export function autoscaler({ workload, objects, settings }) {
  const scalers = objects.filter((object) => object.get("kind")?.value === "HorizontalPodAutoscaler" && namespaceOf(object) === workload.namespace
    && object.get("spec.scaleTargetRef.kind")?.value === workload.kind && object.get("spec.scaleTargetRef.name")?.value === workload.name);
  if (!scaling.includes(workload.kind) || scalers.length === 1) {
    return scalers.flatMap((scaler) => problemsOf(scaler, settings));
  }

  return [{ message: scalers.length === 0 ? "no HorizontalPodAutoscaler scales it." : "several HorizontalPodAutoscalers scale it, and each undoes what the other does." }];
}

/** @type {(scaler: GateNode, settings: Subject["settings"]) => Problem[]} */
function problemsOf(scaler, settings) {
  const spec = (path) => scaler.get(`spec.${path}`);
  const target = (name) => scaler.find("spec.metrics.*").find((metric) => metric.get("resource.name")?.value === name)?.get("resource.target.averageUtilization");
  /** @type {[GateNode | undefined, (n: number) => boolean, string][]} */
  const limits = [
    [spec("minReplicas"), (n) => n >= settings["replicas-min"], `minReplicas is %, at least ${settings["replicas-min"]} must be`],
    [spec("maxReplicas"), (n) => n <= settings["replicas-max"], `maxReplicas is %, at most ${settings["replicas-max"]} may be`],
    [target("cpu"), (n) => n <= settings["target-cpu"], `the target of CPU utilization is %, at most ${settings["target-cpu"]} may be`],
    [spec("behavior.scaleDown.stabilizationWindowSeconds"), (n) => n >= settings["shrink-wait"], `the stabilization window before it shrinks is % seconds, at least ${settings["shrink-wait"]} must be`],
    [target("memory"), (n) => n <= settings["target-memory"], `the target of memory utilization is %, at most ${settings["target-memory"]} may be`],
  ];
  /** @type {[string, number, number][]} */
  const ways = [["scaleUp", settings["grow-pods"], 60], ["scaleDown", settings["shrink-pods"], 300]];
  const rates = ways.flatMap(([way, most, seconds]) => {
    const policies = spec(`behavior.${way}.policies`)?.items() ?? [];
    const holds = policies.length > 0 && policies.every((one) => one.get("type")?.value === "Pods" && one.get("value")?.value * seconds / one.get("periodSeconds")?.value <= most);
    return holds ? [] : [{ message: `behavior.${way} lets it change by more than ${most} pods in ${seconds} seconds.`, where: spec(`behavior.${way}`) ?? scaler.get("spec") ?? scaler }];
  });
  return [...rates, ...limits.filter(([node, holds]) => !(node && typeof node.value === "number" && holds(node.value)))
    .map(([node, , text]) => ({ message: `${text.replace("%", () => short(node ?? "not set", 20))}.`, where: node ?? scaler.get("spec") ?? scaler }))];
}

/** @type {(subject: Subject) => Problem[]} */
export function disruptionBudget({ workload, objects, settings }) {
  const budgets = objects.filter((object) => object.get("kind")?.value === "PodDisruptionBudget" && namespaceOf(object) === workload.namespace
    && selects(object.get("spec.selector"), workload.labels));
  if (!scaling.includes(workload.kind)) {
    return [];
  }

  if (budgets.length !== 1) {
    return [{ message: budgets.length === 0 ? "no PodDisruptionBudget is about its pods, so all of them may be taken at once." : "several PodDisruptionBudgets are about its pods, which Kubernetes refuses to evict then." }];
  }

  const node = budgets[0].get("spec.minAvailable");
  const [, percent] = /^(\d+)%$/.exec(node?.text ?? "") ?? [];
  const available = percent ? Math.ceil(settings["replicas-min"] * Number(percent) / 100) : Number(node?.value ?? NaN);
  return available >= settings.available ? []
    : [{ message: `minAvailable of its PodDisruptionBudget is ${short(node ?? "not set", 20)}, at least ${settings.available} must be left.`, where: node ?? budgets[0] }];
}
