// The workloads of Kubernetes manifests.

import { short } from "./texts.js";

/**
 * @typedef {object} Workload
 * @property {string} id `Kind/name`
 * @property {string} kind
 * @property {string} name
 * @property {string} namespace
 * @property {GateNode} root
 * @property {GateNode} spec of its pods
 * @property {{ [label: string]: string }} labels of its pods
 * @property {boolean} windows
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
 * The objects of a manifest; a `List` or `PodList` holds several.
 * @param {GateNode} root
 * @returns {GateNode[]}
 */
export function objectsOf(root) {
  return String(root.get("kind")?.value).endsWith("List") ? root.find("items.*").flatMap(objectsOf) : [root];
}

/**
 * The workloads of a manifest.
 * @param {GateNode} root
 * @returns {Workload[]}
 */
export function workloadsOf(root) {
  return objectsOf(root).flatMap((object) => {
    const kind = String(object.get("kind")?.value);
    const isKnown = Object.hasOwn(podSpecs, kind) && /^(v1$|apps\/|batch\/|extensions\/)/.test(object.get("apiVersion")?.value);
    const spec = isKnown ? object.get(podSpecs[kind]) : undefined;
    const name = short(object.get("metadata.name")?.value || object.get("metadata.generateName")?.value || "(unnamed)");
    return spec ? [{
      id: `${kind}/${name}`,
      kind,
      name,
      namespace: namespaceOf(object),
      root: object,
      spec,
      labels: (kind === "Pod" ? object.get("metadata.labels") : spec.parent?.get("metadata.labels"))?.value ?? {},
      windows: spec.get("os.name")?.value === "windows",
    }] : [];
  });
}

/** @param {GateNode} object */
export function namespaceOf(object) {
  return String(object.get("metadata.namespace")?.value || "default");
}

/**
 * Whether a label selector matches; one without any requirement matches everything, and one that is not there nothing.
 * @param {GateNode | undefined} selector
 * @param {{ [label: string]: string }} labels
 */
export function selects(selector, labels) {
  const { matchLabels = {}, matchExpressions = [] } = selector?.value ?? {};
  return selector !== undefined
    && Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
    && matchExpressions.every(({ key, operator, values = [] }) => ({
      In: values.includes(labels[key]),
      NotIn: !values.includes(labels[key]),
      Exists: labels[key] !== undefined,
      DoesNotExist: labels[key] === undefined,
    })[operator] === true);
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
