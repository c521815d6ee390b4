// Gatekeeper's constraints, which hold the same in the cluster.

/** What the constraints of a rule are called, without their `K8s` in front and however they begin. */
const kinds = {
  "service-account": /ServiceAccount$/,
  "spire-socket": /Spi(re|ffe)Socket$/,
  "network-policy": /NetworkPolicy$/,
  "network-deny": /NetworkPolicy$/,
};

/**
 * The namespaces that every constraint of a rule excludes; one that only warns or tries binds nobody, and so excludes nobody here.
 * @type {(objects: GateNode[], rule: string) => string[]}
 */
export function excludedBy(objects, rule) {
  const constraints = objects.filter((object) => /^constraints\.gatekeeper\.sh\//.test(object.get("apiVersion")?.value)
    && kinds[rule]?.test(object.get("kind")?.value)
    && (object.get("spec.enforcementAction")?.value ?? "deny") === "deny");
  const excluded = constraints.map((one) => one.find("spec.match.excludedNamespaces.*").map(({ value }) => String(value)));
  return (excluded[0] ?? []).filter((namespace) => excluded.every((list) => list.includes(namespace)));
}
