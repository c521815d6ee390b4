// A release is its configuration as well: what stands in it is copied, kept for years and rolled back to. So it names secrets, and holds none.

import { matchesAny } from "../lib/globs.js";
import { count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const documents = [...(evidence.yaml ?? []), ...(evidence.json ?? [])];
  const named = documents.flatMap(({ root }) => secretsOf(root, settings));
  for (const { name, node, rule } of named.filter((secret) => !isReference(secret.node, settings))) {
    report.error(rule, `${short(name, 80)} in ${node.path} holds a value. Say where the secret is instead, and change it: who reads this file has it.`, {
      path: node.path,
      line: node.keyLine ?? node.line,
      column: node.keyColumn ?? node.column,
      identity: short(node.pointer),
    });
  }

  const references = named.filter(({ node }) => isReference(node, settings)).length;
  if (references === named.length) {
    report.pass("secret-value", `${count(references, "secret")}, each by reference`);
  }
}

/**
 * Everything that is called like a secret and is a text or number, what a Kubernetes Secret holds, and variables of a container.
 * @param {GateNode} root
 * @param {Settings} settings
 * @returns {{ name: string, node: GateNode, rule: string }[]}
 */
function secretsOf(root, settings) {
  const found = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...node.items());
    if (node.kind === "map" && node.get("kind")?.value === "Secret" && node.has("apiVersion")) {
      const held = ["data", "stringData"].flatMap((part) => node.get(part)?.items() ?? []);
      found.push(...held.filter(isText).map((one) => ({ name: `${part(one)} of a Secret`, node: one, rule: "secret-manifest" })));
    } else if (isText(node) && !isOfSecret(node) && !isOfExternalSecret(node)) {
      const name = nameOf(node);
      if (name && isSecret(name, settings)) {
        found.push({ name, node, rule: "secret-value" });
      }
    }
  }

  return found;
}

/** A list of `name` and `value` names its values in the list; everything else by its key. @param {GateNode} node */
function nameOf(node) {
  const given = node.key === "value" ? node.parent?.get("name") : undefined;
  return typeof given?.value === "string" ? given.value : node.key;
}

/** @param {GateNode} node */
function part(node) {
  return node.key ?? node.pointer;
}

/** What a Secret holds is judged as a whole. @param {GateNode} node */
function isOfSecret(node) {
  const owner = node.parent?.parent;
  return ["data", "stringData"].includes(node.parent?.key ?? "") && owner?.get("kind")?.value === "Secret";
}

/** An ExternalSecret says by `secretKey` what the value is called that it brings. @param {GateNode} node */
function isOfExternalSecret(node) {
  return node.key === "secretKey" && node.parent?.has("remoteRef") === true;
}

/** @type {(name: string, settings: Settings) => boolean} */
function isSecret(name, settings) {
  const plain = name.toLowerCase().replace(/[-_.]/g, "");
  return matchesAny(settings.secrets, plain) && !matchesAny(settings.exempt, plain);
}

/** Nothing, true and false are no secret. @param {GateNode} node */
function isText(node) {
  return node.kind === "scalar" && node.value !== null && node.value !== "" && typeof node.value !== "boolean";
}

/** @type {(node: GateNode, settings: Settings) => boolean} */
function isReference(node, settings) {
  return matchesAny(settings.references, String(node.value).trim());
}
