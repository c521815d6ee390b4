// Structured files must say what others rely on: an owner label, a licence field, a schema version.

import { matchesPath } from "../lib/globs.js";
import { count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const documents = [...(evidence.yaml ?? []), ...(evidence.json ?? [])];
  for (const [index, requirement] of settings.require.entries()) {
    const chosen = documents.filter((document) => applies(requirement, document));
    const broken = chosen.filter((document) => !judgeDocument(document, requirement.keys, report));
    if (chosen.length === 0) {
      report.note("nothing-to-check", `No document is covered by require[${index}] (files ${requirement.files}). `
        + "Check the glob, and that `facts` selects these files.");
    } else if (broken.length === 0) {
      report.pass("required-key", `${requirement.keys.join(", ")} in ${count(chosen.length, "document")} of ${requirement.files}`);
    }
  }
}

/** @type {(requirement: Settings["require"][number], document: GateDocument) => boolean} */
function applies({ files, when }, document) {
  return matchesPath(files, document.path) && Object.entries(when).every(([key, value]) => String(document.get(key)?.value) === value);
}

/** @type {(document: GateDocument, keys: string[], report: Report) => boolean} */
function judgeDocument(document, keys, report) {
  const broken = keys.filter((key) => {
    const found = document.find(key);
    const empty = found.filter(({ value }) => value === null || value === "");
    if (found.length === 0) {
      const where = document.index > 0 ? ` in its document ${document.index + 1}` : "";
      report.error("required-key", `${document.path} has no ${key}${where}. Add it.`, at(nearest(document.root, key), document, key));
    }

    for (const node of empty) {
      const pointer = short(node.pointer);
      report.error("required-key-empty", `${pointer} in ${document.path} has no value. Give it one.`, at(node, document, pointer));
    }

    return found.length === 0 || empty.length > 0;
  });
  return broken.length === 0;
}

/**
 * The last node on the way to a key that does exist, so that the finding stands where the key belongs.
 * @param {GateNode} root
 * @param {string} key
 */
function nearest(root, key) {
  const steps = key.match(/("[^"]*"|\[[^\]]*\]|[^."\[])+/g) ?? [];
  for (let length = steps.length - 1; length > 0; length--) {
    const node = root.get(steps.slice(0, length).join("."));
    if (node) {
      return node;
    }
  }

  return root;
}

/** @type {(node: GateNode, document: GateDocument, key: string) => Place} */
function at(node, document, key) {
  return {
    path: document.path,
    line: node.keyLine ?? node.line,
    column: node.keyColumn ?? node.column,
    identity: `${document.index}:${key}`,
  };
}
