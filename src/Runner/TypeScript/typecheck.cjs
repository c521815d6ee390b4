// Checks policies against the types of what they get; runs nothing of them.
// One JSON request on standard input: { typescript, types, files: { path: text } }: types is the text of gates.d.ts.
// One JSON answer on standard output: { problems: [{ file, line, column, message, source }] }.
"use strict";

const types = "/gates.d.ts";

function main(request) {
  const ts = require(request.typescript);
  const files = new Map(Object.entries(request.files).map(([path, text]) => ["/policies/" + path, text]));
  const roots = [...files.keys()];
  files.set(types, request.types);
  const program = ts.createProgram([types, ...roots], optionsOf(ts), new Host(ts, files));
  const problems = ts.getPreEmitDiagnostics(program)
    .filter((diagnostic) => diagnostic.file !== undefined && roots.includes(diagnostic.file.fileName))
    .map((diagnostic) => describe(ts, diagnostic));
  return { problems };
}

function optionsOf(ts) {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es5.d.ts"],
    types: [],
    allowJs: true,
    checkJs: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    // Policies in plain JavaScript say what they need where it helps, not everywhere.
    noImplicitAny: false,
    skipLibCheck: true,
  };
}

class Host {
  constructor(ts, files) {
    this.ts = ts;
    this.files = files;
    this.library = require("node:path").dirname(ts.sys.getExecutingFilePath());
  }

  getSourceFile(name, options) {
    const text = this.readFile(name);
    return text === undefined ? undefined : this.ts.createSourceFile(name, text, options, true);
  }

  readFile(name) {
    if (this.files.has(name)) {
      return this.files.get(name);
    }

    // A policy may name its copy of the types, for editors; the ones of this version count.
    return name.endsWith(types) ? "" : name.startsWith(this.library + "/lib.") ? this.ts.sys.readFile(name) : undefined;
  }

  fileExists(name) {
    return this.files.has(name) || name.endsWith(types) || (name.startsWith(this.library + "/lib.") && this.ts.sys.fileExists(name));
  }

  getDefaultLibFileName() { return this.library + "/lib.d.ts"; }

  getDefaultLibLocation() { return this.library; }

  getCurrentDirectory() { return "/policies"; }

  getCanonicalFileName(name) { return name; }

  useCaseSensitiveFileNames() { return true; }

  getNewLine() { return "\n"; }

  writeFile() { throw new Error("a check writes nothing"); }
}

function describe(ts, diagnostic) {
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return {
    file: diagnostic.file.fileName.slice("/policies/".length),
    line: line + 1,
    column: character + 1,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " ").replace(/\.$/, ""),
    source: diagnostic.file.text.split(/\r?\n/)[line],
  };
}

let input = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (part) => { input += part; });
process.stdin.on("end", () => {
  process.stdout.write(JSON.stringify(main(JSON.parse(input))));
});
