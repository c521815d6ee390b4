// What is asked for and not used costs money; what is used and not asked for is taken away.

import { at } from "../lib/places.js";
import { parseQuantity } from "../lib/quantities.js";
import { round } from "../lib/numbers.js";
import { short } from "../lib/texts.js";
import { namespaceOf, objectsOf, workloadsOf } from "../lib/workloads.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ yaml }, settings, report) {
  const objects = yaml.flatMap(({ root }) => objectsOf(root));
  const workloads = yaml.flatMap(({ root }) => workloadsOf(root));
  const scalers = objects.filter((one) => one.get("kind")?.value === "VerticalPodAutoscaler");
  if (scalers.length === 0) {
    report.error("no-recommendation", "None of the selected files holds a VerticalPodAutoscaler.");
  }

  for (const scaler of objects.filter((one) => one.get("kind")?.value === "HorizontalPodAutoscaler")) {
    const [now, most, name] = [scaler.get("status.desiredReplicas"), scaler.get("spec.maxReplicas"), short(scaler.get("metadata.name"))];
    now && most && !(now.value < most.value) ? report.error("at-most", `${name} wants ${now} replicas of ${most} that it may have: more load finds no room.`, at(now ?? scaler, `${name} replicas`))
      : now && most ? report.pass("room", `${name} wants ${now} replicas of ${most}`)
      : report.error("no-status", `${name} does not say how many replicas it wants: export it from the cluster.`, at(scaler, `${name} status`));
  }

  for (const scaler of scalers) {
    const id = `${scaler.get("spec.targetRef.kind")?.value}/${scaler.get("spec.targetRef.name")?.value}`;
    const workload = workloads.find((one) => one.id === id && one.namespace === namespaceOf(scaler));
    const advice = scaler.find("status.recommendation.containerRecommendations.*");
    if (!workload || advice.length === 0) {
      report.error(workload ? "no-recommendation" : "no-workload", `${short(id)} ${workload ? "has no recommendation yet" : "is recommended for, and not selected"}.`, at(scaler, id));
    }

    for (const one of workload ? advice : []) {
      const container = workload?.spec.find("containers.*").find((node) => node.get("name")?.value === one.get("containerName")?.value);
      ["cpu", "memory"].forEach((kind) => judgeRequest(`${id}/${one.get("containerName")}`, kind, container ?? workload?.spec, container?.get(`resources.requests.${kind}`), one.get(`target.${kind}`)));
    }
  }

  function judgeRequest(name, kind, container, request, target) {
    const ratio = parseQuantity(request?.text) / parseQuantity(target?.text);
    const rule = ratio > settings.factor ? "too-much" : ratio >= 1 / settings.factor ? "fits" : "too-little";
    const text = `${short(name)} requests ${short(request ?? "no", 20)} ${kind}, ${short(target ?? "nothing", 20)} ${Number.isNaN(ratio) ? "is" : `(${round(ratio)} times)`} recommended`;
    rule === "fits" ? report.pass("fits", text) : report.error(rule, `${text}.`, at(request ?? container, `${name} ${kind}`));
  }
}
