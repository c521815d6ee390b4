// GitHub's OpenAPI description, cut down to the requests of used-paths.json, which the emulator answers too, and fact-paths.json, so that it is read in
// a moment.
//   node description.mjs cut OUT             writes the cut description, for prism
//   node description.mjs shapes OUT          writes for each answer the smallest object that the description allows, for the emulator
//   node description.mjs check EXCHANGES     prints what is wrong with recorded answers: [{"request": "GET /…", "status": 200, "body": …}]
import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const used = ["used-paths.json", "fact-paths.json"].flatMap((name) => JSON.parse(fs.readFileSync(new URL(name, import.meta.url), "utf8")));
const shaped = [
  "activity", "artifact", "basic-error", "blob", "check-run", "code-scanning-sarifs-receipt", "content-file", "diff-entry", "full-repository", "git-commit",
  "git-ref", "git-tag", "git-tree", "issue", "issue-comment", "labeled-issue-event", "pull-request", "pull-request-review", "pull-request-simple", "release", "release-asset",
  "repository-collaborator-permission", "short-blob", "simple-user", "team-membership", "workflow-run",
];
// Parts of paths that hold slashes, which prism does not match: the same request with two and with three segments.
const deep = /\{(path|ref)\}$/;

function whole() {
  return JSON.parse(fs.readFileSync(require.resolve("@octokit/openapi/generated/api.github.com.json"), "utf8"));
}

function find(description, ref) {
  return ref.slice(2).split("/").reduce((node, part) => node[part.replaceAll("~1", "/").replaceAll("~0", "~")], description);
}

function cut() {
  const from = whole();
  const to = { openapi: from.openapi, info: { title: "GitHub", version: from.info.version }, paths: {} };
  for (const request of used) {
    const [method, path] = request.split(" ");
    const operation = from.paths[path]?.[method.toLowerCase()];
    if (!operation) {
      throw new Error(`${request} is not in the description`);
    }
    (to.paths[path] ??= {})[method.toLowerCase()] = operation;
    if (deep.test(path)) {
      for (const extra of ["/{second}", "/{second}/{third}"]) {
        const names = [...extra.matchAll(/\w+/g)].map(([name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
        (to.paths[path + extra] ??= {})[method.toLowerCase()] = {
          ...operation,
          operationId: operation.operationId + names.length,
          parameters: [...operation.parameters, ...names],
        };
      }
    }
  }
  const waiting = [to.paths, ...shaped.map((name) => ({ $ref: `#/components/schemas/${name}` }))];
  const seen = new Set();
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === null || typeof node !== "object") {
      continue;
    }
    if (typeof node.$ref === "string" && !seen.has(node.$ref)) {
      seen.add(node.$ref);
      const [, , kind, name] = node.$ref.split("/");
      const target = find(from, node.$ref);
      ((to.components ??= {})[kind] ??= {})[name] = target;
      waiting.push(target);
    }
    waiting.push(...Object.values(node));
  }
  // The example's content is not what its encoding says.
  to.components.examples["content-file-response-if-content-is-a-file"].value.content = "aGVsbG8=";
  return to;
}

function text(schema) {
  const formats = { uri: "https://example.invalid/", "date-time": "2026-01-01T00:00:00Z", email: "nobody@example.invalid" };
  return schema.enum?.[0] ?? formats[schema.format] ?? "";
}

function smallest(description, schema) {
  if (schema.$ref) {
    return smallest(description, find(description, schema.$ref));
  }
  if (schema.nullable) {
    return null;
  }
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice && !schema.properties) {
    return smallest(description, choice[0]);
  }
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => smallest(description, part)));
  }
  if (schema.properties || schema.type === "object") {
    return Object.fromEntries((schema.required ?? []).map((name) => [name, schema.properties?.[name] ? smallest(description, schema.properties[name]) : ""]));
  }
  return { array: [], integer: schema.enum?.[0] ?? 0, number: 0, boolean: schema.enum?.[0] ?? false }[schema.type] ?? text(schema);
}

// Ajv knows `nullable` only beside a type.
function typed(node) {
  if (Array.isArray(node)) {
    return node.map(typed);
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  const parts = Object.entries(node).filter(([name, value]) => name !== "nullable" || typeof value !== "boolean");
  const whole = Object.fromEntries(parts.map(([name, value]) => [name, typed(value)]));
  return typeof node.nullable !== "boolean" ? whole : node.type ? { ...whole, nullable: node.nullable } : { anyOf: [whole, { type: "null" }] };
}

function check(exchanges) {
  const Ajv = require("ajv").default;
  const description = typed(cut());
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  require("ajv-formats").default(ajv);
  ajv.addSchema(description, "github");
  const wrong = [];
  for (const { request, status, body } of exchanges) {
    const [method, path] = request.split(" ");
    let answer = description.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
    if (answer?.$ref) {
      answer = find(description, answer.$ref);
    }
    // The description leaves out refusals that every request can meet, and some bodies of them.
    const schema = answer?.content?.["application/json"]?.schema ?? (status < 400 ? undefined : { $ref: "#/components/schemas/basic-error" });
    if (!answer && status < 400) {
      wrong.push(`${request}: GitHub does not answer ${status}`);
    } else if (!schema) {
      if (body !== null) {
        wrong.push(`${request}: GitHub's answer ${status} has no body`);
      }
    } else {
      const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"github#/')));
      if (!validate(body)) {
        wrong.push(...validate.errors.slice(0, 5).map((error) => `${request} ${status}: ${error.instancePath || "/"} ${error.message}`));
      }
    }
  }
  return wrong;
}

const [verb, file] = process.argv.slice(2);
if (verb === "cut") {
  fs.writeFileSync(file, JSON.stringify(cut()));
} else if (verb === "shapes") {
  const description = cut();
  const shapes = Object.fromEntries(shaped.map((name) => [name, smallest(description, description.components.schemas[name])]));
  fs.writeFileSync(file, JSON.stringify(shapes, null, 1) + "\n");
} else if (verb === "check") {
  console.log([...new Set(check(JSON.parse(fs.readFileSync(file, "utf8"))))].join("\n"));
} else {
  throw new Error("usage: description.mjs cut OUT | shapes OUT | check EXCHANGES");
}
