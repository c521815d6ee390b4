// One policy for all tenants: what each may do says a file of its own.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { list, short } from "../lib/texts.js";
import { namespaceOf, objectsOf, workloadsOf } from "../lib/workloads.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ yaml }, settings, report) {
  const tenants = yaml.filter(({ path }) => matchesAny([settings.tenants], path)).map(({ root }) => root);
  const manifests = yaml.filter(({ root }) => !tenants.includes(root));
  const owners = new Map();
  for (const tenant of tenants) {
    const spaces = tenant.find("namespaces.*");
    (!tenant.get("tenant")?.text || spaces.length === 0) && report.error("not-a-tenant", `${tenant.path} needs \`tenant\` and \`namespaces\`.`, at(tenant, "tenant"));
    spaces.filter(({ text }) => owners.has(text)).forEach((space) => report.error("shared", `${short(space)} belongs to ${short(owners.get(space.text).get("tenant"))} as well.`, at(space, space.text)));
    spaces.forEach(({ text }) => owners.set(text, tenant));
  }

  const isSpaced = (object) => object.get("metadata.namespace") || object.get("kind")?.value === "Namespace";
  for (const object of manifests.flatMap(({ root }) => objectsOf(root)).filter(isSpaced)) {
    const space = object.get("kind")?.value === "Namespace" ? object.get("metadata.name")?.text ?? "" : namespaceOf(object);
    const name = `${object.get("kind")?.value}/${object.get("metadata.name")?.value}`;
    const tenant = owners.get(space);
    const problems = tenant ? problemsOf(object, tenant) : [{ rule: "no-tenant", where: object, text: `is in ${short(space)}, which belongs to nobody` }];
    problems.forEach(({ rule, where, text }) => report.error(rule, `${short(name)} ${text}.`, at(where, `${rule} ${name} ${text}`)));
    problems.length === 0 && report.pass("tenant", `${short(name)} keeps to what ${short(tenant?.get("tenant"))} may`);
  }
}

/** @type {(object: GateNode, tenant: GateNode) => { rule: string, where: GateNode, text: string }[]} */
function problemsOf(object, tenant) {
  const [who, texts] = [short(tenant.get("tenant")), (key) => tenant.find(`${key}.*`).map(({ text }) => text ?? "")];
  const labels = texts("labels").filter((label) => !object.find("metadata.labels.*").some(({ key }) => key === label));
  const workload = workloadsOf(object)[0];
  const images = (workload?.spec.find("**.image") ?? []).filter(({ text }) => texts("registries").length > 0 && !texts("registries").some((registry) => text?.startsWith(registry)));
  const replicas = object.get("spec.replicas");
  const [least, most] = ["min", "max"].map((key) => tenant.get(`replicas.${key}`)?.value);
  return [
    ...labels.length > 0 ? [{ rule: "labels", where: object, text: `has no ${list(labels)}, which ${who} asks for` }] : [],
    ...images.map((image) => ({ rule: "registry", where: image, text: `takes ${short(image)}, and ${who} takes images of ${list(texts("registries"))}` })),
    ...workload && replicas && !(replicas.value >= (least ?? 0) && replicas.value <= (most ?? Infinity))
      ? [{ rule: "replicas", where: replicas, text: `has ${short(replicas)} replicas, and ${who} may have ${least ?? 0} to ${most ?? "any number"}` }] : [],
  ];
}
