// The workloads of Kubernetes manifests, their containers, and what is written about their rights.

import { matchesAny } from "../lib/globs.js";
import { short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/**
 * @typedef {{ id: string, spec: GateNode, windows: boolean }} Workload
 * @typedef {{ workload: Workload, id: string, node: GateNode, settings: Settings }} Subject a pod or a container
 */

const podSpecs = {
  Pod: "spec",
  PodTemplate: "template.spec",
  Deployment: "spec.template.spec",
  ReplicaSet: "spec.template.spec",
  ReplicationController: "spec.template.spec",
  StatefulSet: "spec.template.spec",
  DaemonSet: "spec.template.spec",
  Job: "spec.template.spec",
  CronJob: "spec.jobTemplate.spec.template.spec",
};

/**
 * The workloads of a manifest; a `List` or `PodList` holds several.
 * @param {GateNode} root
 */
export function workloadsOf(root) {
  const kind = String(root.get("kind")?.value);
  if (kind.endsWith("List")) {
    return root.find("items.*").flatMap(workloadsOf);
  }

  const isKnown = Object.hasOwn(podSpecs, kind) && /^(v1$|apps\/|batch\/|extensions\/)/.test(root.get("apiVersion")?.value);
  const spec = isKnown ? root.get(podSpecs[kind]) : undefined;
  const name = root.get("metadata.name")?.value || root.get("metadata.generateName")?.value || "(unnamed)";
  return spec ? [{ id: `${kind}/${short(name)}`, spec, windows: spec.get("os.name")?.value === "windows" }] : [];
}

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

/**
 * Kubernetes still reads the words of YAML 1.1, which newer readers take for text.
 * @param {GateNode | undefined} node
 */
export function isTrue(node) {
  return /^(true|yes|on|y)$/i.test(node?.value);
}

/** @param {GateNode | undefined} node */
export function isFalse(node) {
  return /^(false|no|off|n)$/i.test(node?.value);
}

/** @param {GateNode | undefined} list */
export function textsOf(list) {
  return (list?.items() ?? []).map(({ value }) => String(value));
}
