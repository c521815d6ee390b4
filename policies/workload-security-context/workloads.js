// The workloads of Kubernetes manifests, their containers, and what is written about their rights.

import { matchesAny } from "../lib/globs.js";
import { short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */
/** @import { Workload } from "../lib/workloads.js" */

/**
 * @typedef {{ workload: Workload, id: string, node: GateNode, settings: Settings }} Subject a pod or a container
 */

/** @type {(workload: Workload, settings: Settings) => Subject[]} */
export function containersOf(workload, settings) {
  return ["initContainers", "containers", "ephemeralContainers"]
    .flatMap((list) => workload.spec.find(`${list}.*`))
    .map((node) => ({ workload, id: `${workload.id}/${short(node.get("name")?.value || "(unnamed)")}`, node, settings }))
    .filter(({ id }) => !matchesAny(settings.exempt, id));
}

/**
 * A field of the container's own security context.
 * @type {(subject: Subject, key: string) => GateNode | undefined}
 */
export function own({ node }, key) {
  return node.get(`securityContext.${key}`);
}

/**
 * A field that a container takes from its pod when it does not set it itself.
 * @type {(container: Subject, key: string) => GateNode | undefined}
 */
export function inherited(container, key) {
  return own(container, key) ?? container.workload.spec.get(`securityContext.${key}`);
}

/**
 * Where to say that something is missing.
 * @param {Subject} container
 */
export function placeOf({ node }) {
  return node.get("securityContext") ?? node.get("name") ?? node;
}

/** @param {GateNode | undefined} list */
export function textsOf(list) {
  return (list?.items() ?? []).map(({ value }) => String(value));
}
