/// <reference path="../types/gates.d.ts" />
// What a container may do to its node is written in its manifest; what is not written is allowed.

var POD_SPEC = {
  Pod: "spec",
  PodTemplate: "template.spec",
  Deployment: "spec.template.spec",
  ReplicaSet: "spec.template.spec",
  ReplicationController: "spec.template.spec",
  StatefulSet: "spec.template.spec",
  DaemonSet: "spec.template.spec",
  Job: "spec.template.spec",
  CronJob: "spec.jobTemplate.spec.template.spec"
};

/** Each rule returns what is wrong with a pod or container, or undefined. `linux` rules mean nothing to Windows pods. */
var POD_RULES = {
  "host-namespaces": { broken: hostNamespaces }
};

var CONTAINER_RULES = {
  "run-as-non-root": { broken: runAsNonRoot },
  "no-privileged": { linux: true, broken: privileged },
  "no-privilege-escalation": { linux: true, broken: privilegeEscalation },
  "drop-all-capabilities": { linux: true, broken: capabilities },
  "read-only-root-filesystem": { linux: true, broken: readOnlyRootFilesystem }
};

function judge(evidence, settings, report) {
  var tally = {};
  (evidence.yaml || []).concat(evidence.json || []).forEach(function (doc) {
    workloadsOf(doc.root).forEach(function (workload) {
      if (!isExempt(settings.exempt, workload.id)) {
        apply(POD_RULES, { workload: workload, id: workload.id, node: workload.spec, settings: settings }, report, tally);
        containersOf(workload, settings).forEach(function (subject) { apply(CONTAINER_RULES, subject, report, tally); });
      }
    });
  });

  Object.keys(tally).sort().forEach(function (rule) {
    if (tally[rule].broken === 0) {
      report.pass(rule, "holds in " + tally[rule].seen + (tally[rule].seen === 1 ? " place" : " places"));
    }
  });
}

function apply(rules, subject, report, tally) {
  Object.keys(rules).forEach(function (rule) {
    var severity = subject.settings.severity[rule];
    if (severity === "off" || (rules[rule].linux && subject.workload.windows)) {
      return;
    }

    var count = tally[rule] = tally[rule] || { seen: 0, broken: 0 };
    var broken = rules[rule].broken(subject);
    count.seen++;
    if (broken) {
      count.broken++;
      report[severity](rule, subject.id + ": " + broken.message, {
        path: broken.where.path,
        line: broken.where.keyLine || broken.where.line,
        column: broken.where.keyColumn || broken.where.column,
        identity: subject.id
      });
    }
  });
}

function hostNamespaces(pod) {
  var shared = ["hostNetwork", "hostPID", "hostIPC"].filter(function (key) { return isTrue(pod.node.get(key)); });
  return shared.length > 0
    ? { message: shared.join(" and ") + " let it see and reach what runs on the node. Remove it.", where: pod.node.get(shared[0]) }
    : undefined;
}

function runAsNonRoot(c) {
  var user = inherited(c, "runAsUser");
  var flag = inherited(c, "runAsNonRoot");
  if (user && user.value !== null && Number(user.value) === 0) {
    return { message: "runAsUser is 0, which is root. Use another user id.", where: user };
  }

  return isTrue(flag) ? undefined : {
    message: "it may run as root. Set securityContext.runAsNonRoot: true on the pod or the container.",
    where: flag || placeOf(c)
  };
}

function privileged(c) {
  var flag = own(c, "privileged");
  return isTrue(flag)
    ? { message: "privileged is true, which gives it the whole node. Remove it, and add the one capability it needs.", where: flag }
    : undefined;
}

function privilegeEscalation(c) {
  var flag = own(c, "allowPrivilegeEscalation");
  return isFalse(flag) ? undefined : {
    message: "it may gain more privileges than it started with. Set securityContext.allowPrivilegeEscalation: false on the container.",
    where: flag || placeOf(c)
  };
}

function capabilities(c) {
  var drop = own(c, "capabilities.drop");
  if (!drop || textsOf(drop).indexOf("ALL") < 0) {
    return {
      message: "it keeps the default capabilities. Set securityContext.capabilities.drop: [\"ALL\"] on the container.",
      where: drop || placeOf(c)
    };
  }

  var add = own(c, "capabilities.add");
  var extra = add ? textsOf(add).filter(function (name) { return c.settings["allowed-capabilities"].indexOf(name) < 0; }) : [];
  return extra.length === 0 ? undefined : {
    message: "it adds the " + (extra.length === 1 ? "capability " : "capabilities ") + short(extra.join(", "))
      + ". Remove it, or list it under `allowed-capabilities`.",
    where: add
  };
}

function readOnlyRootFilesystem(c) {
  var flag = own(c, "readOnlyRootFilesystem");
  return isTrue(flag) ? undefined : {
    message: "it can change its own programs. Set securityContext.readOnlyRootFilesystem: true on the container and mount a volume where it must write.",
    where: flag || placeOf(c)
  };
}

/** The workloads of a manifest; a `List` or `PodList` holds several. */
function workloadsOf(root) {
  var kind = valueOf(root, "kind");
  if (/List$/.test(kind)) {
    return root.find("items.*").reduce(function (all, item) { return all.concat(workloadsOf(item)); }, []);
  }

  var pattern = POD_SPEC.hasOwnProperty(kind) && /^(v1$|apps\/|batch\/|extensions\/)/.test(valueOf(root, "apiVersion")) && POD_SPEC[kind];
  var spec = pattern && root.get(pattern);
  var name = valueOf(root, "metadata.name") || valueOf(root, "metadata.generateName") || "(unnamed)";
  return spec ? [{ id: kind + "/" + short(name), spec: spec, windows: valueOf(spec, "os.name") === "windows" }] : [];
}

function containersOf(workload, settings) {
  return ["initContainers", "containers", "ephemeralContainers"]
    .reduce(function (all, list) { return all.concat(workload.spec.find(list + ".*")); }, [])
    .map(function (node) {
      return { workload: workload, id: workload.id + "/" + short(valueOf(node, "name") || "(unnamed)"), node: node, settings: settings };
    })
    .filter(function (subject) { return !isExempt(settings.exempt, subject.id); });
}

/** A field of the container's own security context. */
function own(c, key) {
  return c.node.get("securityContext." + key);
}

/** A field that a container takes from its pod when it does not set it itself. */
function inherited(c, key) {
  return own(c, key) || c.workload.spec.get("securityContext." + key);
}

/** Where to say that something is missing. */
function placeOf(c) {
  return c.node.get("securityContext") || c.node.get("name") || c.node;
}

/** Kubernetes still reads the words of YAML 1.1, which newer readers take for text. */
function isTrue(node) {
  return node !== undefined && /^(true|yes|on|y)$/i.test(String(node.value));
}

function isFalse(node) {
  return node !== undefined && /^(false|no|off|n)$/i.test(String(node.value));
}

/** Messages have a limit, and a file may hold anything. */
function short(value) {
  var text = String(value);
  return text.length > 300 ? text.slice(0, 300) + "…" : text;
}

function valueOf(node, pattern) {
  var found = node.get(pattern);
  return found && found.value;
}

function textsOf(list) {
  return list.items().map(function (item) { return String(item.value); });
}

function isExempt(globs, id) {
  return globs.some(function (glob) {
    var pattern = glob.replace(/[.+^${}()|\[\]\\?]/g, "\\$&").replace(/\*+/g, ".*");
    return new RegExp("^" + pattern + "$").test(id);
  });
}
