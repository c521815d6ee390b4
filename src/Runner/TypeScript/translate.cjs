// Lowers policies to ES5 and joins each with what it imports; runs nothing of them.
// One JSON request on standard input: { typescript, policies: [{ entry, files: { path: text } }] }.
// One JSON answer on standard output: { policies: [{ text } | { problem: { file, line, column, message, source } }] } or { tooOld }.
"use strict";

const oldest = 18;

class Problem extends Error {
  constructor(file, position, message) {
    super(message);
    this.file = file;
    this.position = position;
  }
}

function main(request) {
  const ts = require(request.typescript);
  return request.policies.map((policy) => {
    try {
      return { text: new Bundle(ts, policy).write() };
    } catch (error) {
      if (!(error instanceof Problem)) {
        return { problem: { file: policy.entry, message: `the TypeScript compiler cannot translate it: ${error.message}` } };
      }

      return { problem: { ...describe(policy.files[error.file], error.position), file: error.file, message: error.message } };
    }
  });
}

function describe(text, position) {
  if (position === undefined) {
    return {};
  }

  const before = text.slice(0, position);
  const start = before.lastIndexOf("\n") + 1;
  return {
    line: before.split("\n").length,
    column: position - start + 1,
    source: text.slice(start).split(/\r?\n/, 1)[0],
  };
}

class Bundle {
  constructor(ts, policy) {
    this.ts = ts;
    this.entry = policy.entry;
    this.files = policy.files;
    this.modules = new Map();
  }

  /** The script, ready for the engine, with its source map in the last line. */
  write() {
    const entry = this.load(this.entry, []);
    const writer = new Writer();
    if (entry.isScript) {
      writer.add(entry.code, entry.map);
      return writer.finish();
    }

    writer.addLine("var judge = (function (modules) {");
    for (const module of this.modules.values()) {
      writer.addLine(`(function (exports, require) {`);
      writer.add(module.code, module.map);
      if (module === entry) {
        writer.addLine('modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];');
      }

      writer.addLine(`})(modules[${JSON.stringify("/" + module.path)}] = {}, function (name) { return modules[${JSON.stringify(module.imports)}[name]]; });`);
    }

    writer.addLine("return modules.judge;");
    writer.addLine("})({});");
    return writer.finish();
  }

  /** Translates a module after all that it imports, so that the map's order is the order to run them in. */
  load(path, chain) {
    const known = this.modules.get(path);
    if (known !== undefined) {
      return known;
    }

    const { code, map, source } = this.translate(path);
    const imports = {};
    for (const specifier of importsOf(this.ts, source)) {
      // Imports of types alone leave nothing behind.
      if (code.includes(`require(${JSON.stringify(specifier.text)})`)) {
        const target = this.resolve(path, specifier);
        const at = chain.indexOf(target);
        if (target === path || at >= 0) {
          const circle = [...(at >= 0 ? chain.slice(at) : []), path, target].join(" → ");
          throw new Problem(path, specifier.getStart(source), `the imports go in a circle: ${circle}. Move what both need into a third file.`);
        }

        this.load(target, [...chain, path]);
        imports[specifier.text] = "/" + target;
      }
    }

    const module = { path, code, map, imports, isScript: !this.ts.isExternalModule(source) };
    if (module.isScript && path !== this.entry) {
      throw new Problem(path, 0, "nothing can be imported from this file: it exports nothing. Write `export` before what others may use.");
    }

    this.modules.set(path, module);
    return module;
  }

  translate(path) {
    const { ts } = this;
    const text = this.files[path];
    const kind = path.endsWith(".ts") ? ts.ScriptKind.TS : ts.ScriptKind.JS;
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
    const result = ts.transpileModule(text, {
      fileName: "/" + path,
      reportDiagnostics: true,
      compilerOptions: {
        target: ts.ScriptTarget.ES5,
        module: ts.ModuleKind.CommonJS,
        downlevelIteration: true,
        allowJs: true,
        sourceMap: true,
        inlineSources: true,
        newLine: ts.NewLineKind.LineFeed,
        removeComments: true,
        ignoreDeprecations: "5.0",
      },
    });
    const wrong = result.diagnostics.find((d) => d.category === ts.DiagnosticCategory.Error && d.start !== undefined);
    if (wrong !== undefined) {
      throw new Problem(path, wrong.start, sentence(ts.flattenDiagnosticMessageText(wrong.messageText, " ")));
    }

    refuse(ts, path, source);
    const map = JSON.parse(result.sourceMapText);
    return {
      source,
      code: result.outputText.replace(/\n?\/\/# sourceMappingURL=.*\n?$/, "\n"),
      map: { version: 3, sources: [path], sourcesContent: map.sourcesContent, names: [], mappings: map.mappings },
    };
  }

  resolve(from, specifier) {
    const name = specifier.text;
    const position = specifier.getStart();
    if (!/^\.\.?\//.test(name)) {
      throw new Problem(from, position, `"${name}" cannot be imported. A policy imports its own files ("./name.js") and those of the folder lib beside it ("../lib/name.js"), nothing else.`);
    }

    const path = normalize(from.split("/").slice(0, -1), name);
    const candidates = path === undefined ? [] : [path, path + ".js", path + ".ts", path.replace(/\.js$/, ".ts")];
    const found = candidates.find((candidate) => Object.hasOwn(this.files, candidate));
    if (found !== undefined) {
      return found;
    }

    const other = Object.keys(this.files).filter((file) => file !== from).sort();
    throw new Problem(from, position, `"${name}" is not among the files that a policy may import: its own and those of the folder lib beside it. `
      + (other.length > 0 ? `There is: ${other.slice(0, 10).join(", ")}.` : "There is no other file here."));
  }
}

function normalize(folder, name) {
  const parts = [...folder];
  for (const part of name.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) {
        return undefined;
      }
    } else if (part !== "." && part !== "") {
      parts.push(part);
    }
  }

  return parts.join("/");
}

function importsOf(ts, source) {
  const specifiers = [];
  for (const statement of source.statements) {
    if ((ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier) {
      specifiers.push(statement.moduleSpecifier);
    }
  }

  return specifiers;
}

/** What translates into something that the engine lacks is better refused at its place. */
function refuse(ts, path, source) {
  const visit = (node) => {
    const reason = reasonAgainst(ts, node);
    if (reason !== undefined) {
      throw new Problem(path, node.getStart(source), reason);
    }

    ts.forEachChild(node, visit);
  };
  visit(source);
}

function reasonAgainst(ts, node) {
  if (ts.isAwaitExpression(node) || (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword))) {
    return "a policy has nothing to wait for: write plain calls, without `async` and `await`";
  }

  if (ts.isForOfStatement(node) && node.awaitModifier) {
    return "a policy has nothing to wait for: write `for … of` without `await`";
  }

  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return "`import()` is not available: write `import … from \"./name.js\"` at the top of the file";
  }

  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "require") {
    return "`require` is not available: write `import … from \"./name.js\"` at the top of the file";
  }

  if (ts.isImportEqualsDeclaration(node)) {
    return "write `import … from \"./name.js\"`";
  }

  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return "`import.meta` is not available in a policy";
  }

  if (ts.isBigIntLiteral(node)) {
    return "whole numbers beyond 2^53 (`1n`) are not available in a policy";
  }

  const isRead = node.kind === ts.SyntaxKind.SuperKeyword && ts.isPropertyAccessExpression(node.parent)
    && !(ts.isCallExpression(node.parent.parent) && node.parent.parent.expression === node.parent);
  if (isRead) {
    return "`super.name` reads the wrong object when it is lowered: write a method and call it, `super.name()`";
  }

  if (ts.isDecorator(node)) {
    return "decorators are not available in a policy";
  }

  return undefined;
}

function sentence(text) {
  return text.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** Collects lines and where each part's map begins. */
class Writer {
  constructor() {
    this.text = "";
    this.line = 0;
    this.sections = [];
  }

  add(code, map) {
    this.sections.push({ offset: { line: this.line, column: 0 }, map });
    this.addLine(code.replace(/\n+$/, ""));
    // An empty section ends the part before it.
    this.sections.push({ offset: { line: this.line, column: 0 }, map: { version: 3, sources: [], names: [], mappings: "" } });
  }

  addLine(code) {
    this.text += code + "\n";
    this.line += code.split("\n").length;
  }

  finish() {
    const map = Buffer.from(JSON.stringify({ version: 3, sections: this.sections })).toString("base64");
    return `${this.text}//# sourceMappingURL=data:application/json;base64,${map}\n`;
  }
}

let input = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (part) => { input += part; });
process.stdin.on("end", () => {
  const version = process.versions.node;
  const answer = Number(version.split(".")[0]) < oldest ? { tooOld: version } : { policies: main(JSON.parse(input)) };
  process.stdout.write(JSON.stringify(answer));
});
