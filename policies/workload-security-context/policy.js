// What a container may do to its node is written in its manifest; what is not written is allowed.

import { matchesAny } from "../lib/globs.js";
import { count, short } from "../lib/texts.js";
import { isFalse, isTrue, workloadsOf } from "../lib/workloads.js";
import { containersOf, inherited, own, placeOf, textsOf } from "./workloads.js";
/** @import { Subject } from "./workloads.js" */

/**
 * @typedef {{ message: string, where: GateNode }} Problem
 * @typedef {{ linux?: boolean, broken: (subject: Subject) => Problem | undefined }} Rule
 */

/** Each rule returns what is wrong with a pod or container, or undefined. `linux` rules mean nothing to Windows pods. */
const podRules = {
  "host-namespaces": { broken: hostNamespaces },
};

const containerRules = {
  "run-as-non-root": { broken: runAsNonRoot },
  "no-privileged": { linux: true, broken: privileged },
  "no-privilege-escalation": { linux: true, broken: privilegeEscalation },
  "drop-all-capabilities": { linux: true, broken: capabilities },
  "read-only-root-filesystem": { linux: true, broken: readOnlyRootFilesystem },
};

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const tally = new Map();
  const workloads = [...(evidence.yaml ?? []), ...(evidence.json ?? [])]
    .flatMap(({ root }) => workloadsOf(root))
    .filter(({ id }) => !matchesAny(settings.exempt, id));

  for (const workload of workloads) {
    apply(podRules, { workload, id: workload.id, node: workload.spec, settings }, report, tally);
    containersOf(workload, settings).forEach((container) => apply(containerRules, container, report, tally));
  }

  for (const [rule, { seen, broken }] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (broken === 0) {
      report.pass(rule, `holds in ${count(seen, "place")}`);
    }
  }
}

/** @type {(rules: { [rule: string]: Rule }, subject: Subject, report: Report, tally: Map<string, { seen: number, broken: number }>) => void} */
function apply(rules, subject, report, tally) {
  for (const [rule, { linux, broken }] of Object.entries(rules)) {
    const severity = subject.settings.severity[rule];
    if (severity === "off" || (linux && subject.workload.windows)) {
      continue;
    }

    const problem = broken(subject);
    const { seen, broken: already } = tally.get(rule) ?? { seen: 0, broken: 0 };
    tally.set(rule, { seen: seen + 1, broken: already + (problem ? 1 : 0) });
    if (problem) {
      report[severity](rule, `${subject.id}: ${problem.message}`, {
        path: problem.where.path,
        line: problem.where.keyLine ?? problem.where.line,
        column: problem.where.keyColumn ?? problem.where.column,
        identity: subject.id,
      });
    }
  }
}

/** @type {(pod: Subject) => Problem | undefined} */
function hostNamespaces({ node }) {
  const shared = ["hostNetwork", "hostPID", "hostIPC"].flatMap((key) => node.get(key) ?? []).filter((flag) => isTrue(flag));
  return shared.length > 0
    ? { message: `${shared.map(({ key }) => key).join(" and ")} let it see and reach what runs on the node. Remove it.`, where: shared[0] }
    : undefined;
}

/** @type {(container: Subject) => Problem | undefined} */
function runAsNonRoot(container) {
  const user = inherited(container, "runAsUser");
  const flag = inherited(container, "runAsNonRoot");
  if (user && user.value !== null && Number(user.value) === 0) {
    return { message: "runAsUser is 0, which is root. Use another user id.", where: user };
  }

  return isTrue(flag) ? undefined : {
    message: "it may run as root. Set securityContext.runAsNonRoot: true on the pod or the container.",
    where: flag ?? placeOf(container),
  };
}

/** @type {(container: Subject) => Problem | undefined} */
function privileged(container) {
  const flag = own(container, "privileged");
  return flag && isTrue(flag)
    ? { message: "privileged is true, which gives it the whole node. Remove it, and add the one capability it needs.", where: flag }
    : undefined;
}

/** @type {(container: Subject) => Problem | undefined} */
function privilegeEscalation(container) {
  const flag = own(container, "allowPrivilegeEscalation");
  return isFalse(flag) ? undefined : {
    message: "it may gain more privileges than it started with. Set securityContext.allowPrivilegeEscalation: false on the container.",
    where: flag ?? placeOf(container),
  };
}

/** @type {(container: Subject) => Problem | undefined} */
function capabilities(container) {
  const drop = own(container, "capabilities.drop");
  if (!textsOf(drop).includes("ALL")) {
    return {
      message: "it keeps the default capabilities. Set securityContext.capabilities.drop: [\"ALL\"] on the container.",
      where: drop ?? placeOf(container),
    };
  }

  const add = own(container, "capabilities.add");
  const extra = textsOf(add).filter((name) => !container.settings["allowed-capabilities"].includes(name));
  return !add || extra.length === 0 ? undefined : {
    message: `it adds the ${extra.length === 1 ? "capability" : "capabilities"} ${short(extra.join(", "))}. Remove it, or list it under \`allowed-capabilities\`.`,
    where: add,
  };
}

/** @type {(container: Subject) => Problem | undefined} */
function readOnlyRootFilesystem(container) {
  const flag = own(container, "readOnlyRootFilesystem");
  return isTrue(flag) ? undefined : {
    message: "it can change its own programs. Set securityContext.readOnlyRootFilesystem: true on the container and mount a volume where it must write.",
    where: flag ?? placeOf(container),
  };
}
