// What each operation of an OpenAPI document must say: how it fails, who may call it, and with which scopes.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** @type {(doc: GateDocument, settings: Settings, report: Report) => void} */
export function judgeOperations(doc, settings, report) {
  const items = doc.get("paths")?.items() ?? [];
  const operations = items.flatMap((item) => item.items().filter(({ key }) => methods.includes(key ?? "")));
  for (const item of items.filter((one) => one.has("$ref"))) {
    report.error("not-resolved", `${short(item.key)} is described in another file (\`$ref\`), which was not looked at. Bundle the document first.`, at(item, item.key));
  }

  if (operations.length === 0) {
    report.error("no-operations", `${doc.path} describes no operation.`, at(doc.get("paths") ?? doc, "paths"));
  }

  const bad = operations.filter((operation) => !judgeOperation(operation, doc, settings, report));
  if (bad.length === 0 && operations.length > 0) {
    report.pass("operations", `${count(operations.length, "operation")} of ${doc.path} say how they fail and who may call them`);
  }
}

/** @type {(operation: GateNode, doc: GateDocument, settings: Settings, report: Report) => boolean} */
function judgeOperation(operation, doc, settings, report) {
  const name = short(`${operation.key?.toUpperCase()} ${operation.parent?.key}`);
  const problems = [];
  if (!operation.get("responses")?.keys().some((code) => /^(4(\d\d|XX)|default)$/i.test(code))) {
    problems.push(["no-client-error", "does not say how it answers a caller's mistake: it has no response of 4xx"]);
  }

  // An operation's own list takes the document's place; an empty list, or an empty entry of it, lets anybody in.
  const demanded = (operation.get("security") ?? doc.get("security"))?.items() ?? [];
  if ((demanded.length === 0 || demanded.some((one) => one.items().length === 0)) && !matchesAny(settings.public, name)) {
    problems.push(["no-security", "may be called by anybody: it demands no security"]);
  }

  for (const scheme of demanded.flatMap((one) => one.items())) {
    problems.push(...problemsOf(scheme, doc, matchesAny(settings.unscoped, name)));
  }

  problems.forEach(([rule, text]) => report.error(rule, `${name} ${text}.`, at(operation, `${rule} ${name}`)));
  return problems.length === 0;
}

/** @type {(scheme: GateNode, doc: GateDocument, unscoped: boolean) => string[][]} */
function problemsOf(scheme, doc, unscoped) {
  const schemes = doc.get("components.securitySchemes") ?? doc.get("securityDefinitions");
  const declared = schemes?.items().find(({ key }) => key === scheme.key);
  const type = declared?.get("type")?.value;
  const title = short(scheme.key, 80);
  if (!declared) {
    return [["unknown-scheme", `demands ${title}, which is no security scheme of the document`]];
  }

  if (type !== "oauth2" && type !== "openIdConnect") {
    return [];
  }

  const scopes = scheme.items().map(({ value }) => String(value));
  const known = [...declared.find("flows.*.scopes"), ...declared.find("scopes")].flatMap((one) => one.keys());
  const unknown = type === "oauth2" ? scopes.filter((scope) => !known.includes(scope)) : [];
  return [
    ...(scopes.length === 0 && !unscoped ? [["no-scopes", `takes any token of ${title}: it names no scope`]] : []),
    ...unknown.map((scope) => ["unknown-scope", `demands the scope ${short(scope, 80)}, which ${title} does not have`]),
  ];
}
