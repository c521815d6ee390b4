// Whom the pods of a workload hear, and whom they call.

import { namespaceOf, selects } from "../lib/workloads.js";
/** @import { Problem, Subject } from "./policy.js" */

const directions = ["Ingress", "Egress"];

/** @type {(subject: Subject) => Problem[]} */
export function networkPolicy(subject) {
  const policies = policiesOf(subject).filter((policy) => !isDeny(policy));
  const missing = directions.filter((direction) => !policies.some((policy) => covers(policy, direction)));
  return missing.length === 0 ? [] : [{ message: `no NetworkPolicy names ${missing.map((one) => (one === "Ingress" ? "whom its pods hear" : "whom they call")).join(", and ")}.` }];
}

/** @type {(subject: Subject) => Problem[]} */
export function networkDeny(subject) {
  const denying = policiesOf(subject).filter((policy) => isDeny(policy) && (policy.get("spec.podSelector")?.items() ?? []).length === 0);
  const missing = directions.filter((direction) => !denying.some((policy) => covers(policy, direction)));
  return missing.length === 0 ? [] : [{ message: `its namespace ${subject.workload.namespace} has no NetworkPolicy that denies all ${missing.join(" and ")} that no other allows.` }];
}

/** A rule without peers is about everybody. @type {(subject: Subject) => Problem[]} */
export function networkOpen(subject) {
  return policiesOf(subject).flatMap((policy) => [["ingress", "from"], ["egress", "to"]].flatMap(([list, peers]) => policy.find(`spec.${list}.*`)
    .filter((rule) => (rule.get(peers)?.items() ?? []).length === 0 || rule.find(`${peers}.*.ipBlock.cidr`).some(({ value }) => /^(0\.0\.0\.0|::)\/0$/.test(value)))
    .map((rule) => ({ message: `its NetworkPolicy ${policy.get("metadata.name") ?? ""} lets ${list === "ingress" ? "everybody in" : "it call everybody"}.`, where: rule }))));
}

/** @type {(subject: Subject) => GateNode[]} */
function policiesOf({ workload, objects }) {
  return objects.filter((object) => object.get("kind")?.value === "NetworkPolicy" && namespaceOf(object) === workload.namespace
    && selects(object.get("spec.podSelector"), workload.labels));
}

/** Without policyTypes a policy is about Ingress, and about Egress where it has such rules. @type {(policy: GateNode, direction: string) => boolean} */
function covers(policy, direction) {
  const types = policy.get("spec.policyTypes")?.items().map(({ value }) => value);
  return types ? types.includes(direction) : direction === "Ingress" || policy.get("spec.egress") !== undefined;
}

/** @param {GateNode} policy */
function isDeny(policy) {
  return policy.find("spec.ingress.*").length === 0 && policy.find("spec.egress.*").length === 0;
}
