// What the pods of a workload must say of themselves.

import { parseQuantity } from "../lib/quantities.js";
import { short } from "../lib/texts.js";
import { isFalse, isTrue } from "../lib/workloads.js";
/** @import { Problem, Subject } from "./policy.js" */

/** Workloads that end are not probed. */
const ending = ["Job", "CronJob"];

/** @type {(subject: Subject) => Problem[]} */
export function securityContext(subject) {
  return containersOf(subject, ["initContainers", "containers", "ephemeralContainers"]).flatMap(({ name, node }) => {
    const own = (key) => node.get(`securityContext.${key}`);
    const inherited = (key) => own(key) ?? subject.workload.spec.get(`securityContext.${key}`);
    const user = inherited("runAsUser");
    const dropped = own("capabilities.drop")?.items().map(({ value }) => String(value)) ?? [];
    return [
      !isTrue(inherited("runAsNonRoot")) || (user && Number(user.value) === 0) ? "may run as root" : "",
      !isTrue(own("readOnlyRootFilesystem")) ? "may write to its root file system" : "",
      !isFalse(own("allowPrivilegeEscalation")) || isTrue(own("privileged")) ? "may gain privileges" : "",
      !dropped.includes("ALL") ? "keeps capabilities: drop ALL" : "",
      (own("capabilities.add")?.items() ?? []).length > 0 ? "adds capabilities" : "",
    ].filter((text) => text !== "").map((text) => ({ message: `${name} ${text}.`, where: node.get("securityContext") ?? node }));
  });
}

/** @type {(subject: Subject) => Problem[]} */
export function resources(subject) {
  const { settings } = subject;
  return containersOf(subject, ["initContainers", "containers"]).flatMap(({ name, node }) => ["cpu", "memory"].flatMap((kind) => {
    const [request, limit] = ["requests", "limits"].map((part) => node.get(`resources.${part}.${kind}`));
    const [least, most] = [settings[`request-${kind}`], settings[`limit-${kind}`]];
    const problems = [
      !(parseQuantity(request?.text) >= parseQuantity(least)) ? `requests ${short(request?.text ?? "no", 20)} ${kind}, at least ${least} must be` : "",
      !(parseQuantity(limit?.text) <= parseQuantity(most)) ? `is limited to ${short(limit?.text ?? "no", 20)} ${kind}, at most ${most} may be` : "",
    ];
    return problems.filter((text) => text !== "").map((text) => ({ message: `${name} ${text}.`, where: node.get("resources") ?? node }));
  }));
}

/** @type {(subject: Subject) => Problem[]} */
export function probes(subject) {
  return ending.includes(subject.workload.kind) ? [] : containersOf(subject, ["containers"]).flatMap(({ name, node }) =>
    ["livenessProbe", "readinessProbe"].filter((probe) => !["httpGet", "tcpSocket", "exec", "grpc"].some((way) => node.get(`${probe}.${way}`)))
      .map((probe) => ({ message: `${name} has no ${probe} that asks anything.`, where: node })));
}

/** @type {(subject: Subject) => Problem[]} */
export function serviceAccount({ workload: { spec } }) {
  const account = spec.get("serviceAccountName");
  return account?.value && account.value !== "default" ? []
    : [{ message: "it has no service account of its own, so what the default one may do, everybody may.", where: account ?? spec }];
}

/** @type {(subject: Subject) => Problem[]} */
export function spireSocket({ workload: { spec } }) {
  const volumes = spec.find("volumes.*").filter((volume) => volume.get("csi.driver")?.value === "csi.spiffe.io"
    || /^\/run\/spire(\/|$)/.test(volume.get("hostPath.path")?.value));
  const mounted = spec.find("containers.*.volumeMounts.*.name").map(({ value }) => value);
  return volumes.some((volume) => mounted.includes(volume.get("name")?.value)) ? []
    : [{ message: volumes.length > 0 ? "no container mounts its SPIRE socket." : "it has no SPIRE socket, and so no identity that others can check.", where: volumes[0] ?? spec }];
}

/** @type {(subject: Subject, lists: string[]) => { name: string, node: GateNode }[]} */
function containersOf({ workload }, lists) {
  return lists.flatMap((list) => workload.spec.find(`${list}.*`)).map((node) => ({ name: `container ${short(node.get("name")?.value || "(unnamed)", 80)}`, node }));
}
