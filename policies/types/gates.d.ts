// The standard library that policies have. Of what these files declare, policies lack, with an error that says so: Date.now,
// `new Date()` without a time, Math.random and Intl (a judgement must be repeatable), eval and Function (code is what was signed).
// What is not declared is not there: Promise and timers (there is nothing to wait for), console, fetch, process, require.
/// <reference lib="es5" />
/// <reference lib="es2015.core" />
/// <reference lib="es2015.collection" />
/// <reference lib="es2015.generator" />
/// <reference lib="es2015.iterable" />
/// <reference lib="es2015.proxy" />
/// <reference lib="es2015.reflect" />
/// <reference lib="es2015.symbol" />
/// <reference lib="es2015.symbol.wellknown" />
/// <reference lib="es2016.array.include" />
/// <reference lib="es2017.object" />
/// <reference lib="es2017.string" />
/// <reference lib="es2017.typedarrays" />
/// <reference lib="es2018.regexp" />
/// <reference lib="es2019.array" />
/// <reference lib="es2019.object" />
/// <reference lib="es2019.string" />
/// <reference lib="es2019.symbol" />
/// <reference lib="es2020.bigint" />
/// <reference lib="es2020.string" />
/// <reference lib="es2020.symbol.wellknown" />
/// <reference lib="es2021.string" />
/// <reference lib="es2022.array" />
/// <reference lib="es2022.error" />
/// <reference lib="es2022.object" />
/// <reference lib="es2022.regexp" />
/// <reference lib="es2022.string" />
/// <reference lib="es2023.array" />
/// <reference lib="es2023.collection" />
/// <reference lib="es2024.collection" />
/// <reference lib="es2024.object" />
/// <reference lib="es2024.regexp" />
/// <reference lib="es2024.string" />
/// <reference lib="esnext.collection" />
/// <reference lib="esnext.iterator" />

// Everything a policy can see. `gates policy types` adds what policy.json says: which facts there are, and which settings.
// In a policy.js, start with
//
//   /** @type {import("./types.d.ts").Judge} */
//   export function judge(evidence, settings, report) { … }
//
// and in a policy.ts with
//
//   import type { Evidence, Settings } from "./types.d.ts";
//
//   export function judge(evidence: Evidence, settings: Settings, report: Report): void { … }
//
// A policy is a module that exports the function `judge`, in JavaScript or in TypeScript of which only types have to be taken away
// (`--erasableSyntaxOnly`). It may import its own files and those of the folder `lib` beside it. It has no files, no network, no clock,
// no randomness, and makes no code from text: the same evidence, settings and policy give the same judgement, byte for byte.

/**
 * Judges the facts that a gate collected. Says what it finds through `report` and returns nothing.
 *
 * This one is for a script that has no policy.json, and for policies that were written before there was a types.d.ts: a policy's own
 * `Judge`, which stands there, knows which facts and settings there are.
 *
 * An exception, or a limit that is reached, makes the gate `errored`: it never passes. One judgement may take 5 seconds (`policy-timeout`),
 * 50 million statements and 256 MiB, nest 200 calls deep, and report 10,000 findings, checks, metrics and log lines each, of 8,192 characters each.
 */
type Judge = (evidence: Required<FactsEvidence>, settings: { readonly [name: string]: any }, report: Report) => void;

/** What a gate with `facts:` hands to its policy: of the kinds, those that were asked for. Built-in gates have evidence of their own. */
interface FactsEvidence {
  /** What each glob of each kind matched, so that a policy can tell "nothing selected" from "nothing wrong". */
  selection: { [kind: string]: { include: { glob: string; matched: number }[]; exclude: string[] } };
  /** What was looked at and what was left out, with the reasons of docs/configuration.md. Built-in gates have it as well. */
  coverage: { seen: { unit: string; count: number }[]; leftOut: { reason: string; expected: boolean; words: string; count: number; paths: string[] }[] };
  /** The selected files, when `facts.files` is set. */
  files?: FileFact[];
  /** The documents of the selected YAML files; a file may hold several. */
  yaml?: GateDocument[];
  /** The documents of the selected JSON files. */
  json?: GateDocument[];
  /** The documents of the selected TOML files. Dates and times are texts. */
  toml?: GateDocument[];
  /**
   * The documents of the selected XML files; prefixes and namespaces are dropped. An element of text only is a scalar.
   * Any other is a map: attributes as `@name`, child elements by name, its own text as `#text`. Elements that repeat stand
   * under the same key: `find("project.dependencies.dependency")` finds them all, `get` the first, `dependency[1]` the
   * second, and in a `value` they are an array. The root is a map with the root element's name as its only key.
   */
  xml?: GateDocument[];
  /** The selected CSV files: each a sequence of rows, a row a map by the header, every value a text. */
  csv?: GateDocument[];
  /** The selected SARIF 2.1.0 files: what scanners found. */
  sarif?: SarifLog[];
  /** The selected JUnit XML files: what test runners reported. */
  junit?: JUnitReport[];
  /** The selected bills of materials: CycloneDX 1.2 to 1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value). */
  sbom?: Sbom[];
  /** The repository's history: `facts: { git: ["commits", "tags", "diff"] }`, any of the three. */
  git?: GitFacts;
  /** What other gates of the run saw and found, by id: `facts: { needs: ["dlp-scan"] }`, in gates.yml only. */
  needs?: { [gate: string]: NeededGate };
}

/** A file, and its text up to 256 KiB of one file and 8 MiB of all. */
interface FileFact {
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Whether it is no UTF-8 text. The following are there for text only. */
  binary: boolean;
  lines?: number;
  text?: string;
  /** Whether the text is cut off. */
  truncated?: boolean;
}

/** One SARIF file. */
interface SarifLog {
  path: string;
  version: string;
  runs: SarifRun[];
}

/** One run of one tool. */
interface SarifRun {
  tool: string;
  toolVersion: string | null;
  /** Whether the tool says that it ran to its end; null when it does not say. Judge null as you would judge the tool. */
  successful: boolean | null;
  /** What the tool itself reported as errors: files it could not read, rules that crashed. */
  errors: string[];
  results: SarifResult[];
}

/** One thing that a tool found, or checked. */
interface SarifResult {
  ruleId: string | null;
  ruleName: string | null;
  /** The effective level: the result's, else its rule's, else "warning"; "none" unless `kind` is "fail". */
  level: "none" | "note" | "warning" | "error";
  kind: "notApplicable" | "pass" | "fail" | "review" | "open" | "informational";
  message: string;
  /** From `securitySeverity` by GitHub's bands (9, 7, 4), else from a word or tag such as Trivy's "HIGH"; null when nothing says. */
  severity: "critical" | "high" | "medium" | "low" | "none" | null;
  /** `security-severity` of the result, else of its rule: 0 to 10. */
  securitySeverity: number | null;
  /** The result's and its rule's. */
  tags: string[];
  helpUri: string | null;
  /** Whether it has suppressions and all of them are accepted. */
  suppressed: boolean;
  baselineState: "new" | "unchanged" | "updated" | "absent" | null;
  fingerprint: string | null;
  /** Where in the repository; null when it names no place in it. */
  location: Place | null;
  /** For `report`: the location, else the result's place in the SARIF file. */
  where: Place;
}

/** One JUnit XML file. */
interface JUnitReport {
  path: string;
  /** Nested suites stand side by side; a suite that only holds others is left out. */
  suites: JUnitSuite[];
}

/** Cases that ran together. */
interface JUnitSuite {
  /** With the suites it stands in: "outer / inner". */
  name: string;
  line: number;
  /** What its attributes say, which a runner that crashed may contradict; null where one is absent, or counts the suites in it as well. */
  declared: { tests: number | null; failures: number | null; errors: number | null; skipped: number | null };
  /** Seconds. */
  time: number | null;
  cases: JUnitCase[];
}

/** One test. */
interface JUnitCase {
  name: string;
  className: string | null;
  /** The file, as the report names it. */
  file: string | null;
  status: "passed" | "failed" | "error" | "skipped";
  /** Whether it failed before it passed; such a test is one case, with status "passed". */
  flaky: boolean;
  /** Why it did not pass, or not at first; at most 500 characters. */
  message: string | null;
  /** Seconds. */
  time: number | null;
  /** For `report`: the file when the report names one of the repository, else the case's place in the report. */
  where: Place;
}

/** One bill of materials. */
interface Sbom {
  path: string;
  format: "CycloneDX" | "SPDX";
  /** Of the format, such as "1.6" or "2.3". */
  version: string;
  /** When it was made, as it says. */
  created: string | null;
  /** The tools that made it, with versions. */
  tools: string[];
  /** What it is about. */
  subject: { name: string; version: string | null; purl: string | null } | null;
  /** What the subject is made of, nested ones included. */
  components: SbomComponent[];
  /** How many dependencies it states; null when it has no such section. */
  dependencies: number | null;
  /** CycloneDX only. */
  vulnerabilities: SbomVulnerability[];
}

/** A part of the subject. */
interface SbomComponent {
  /** What the rest of the bill refers to it by. */
  ref: string | null;
  /** With its group: "@acme/cart". */
  name: string;
  version: string | null;
  purl: string | null;
  /** Identifiers, names or expressions; empty when nothing is asserted. */
  licenses: string[];
  /** "a person" when it is one. */
  supplier: string | null;
  hashes: { algorithm: string; value: string }[];
  where: Place;
}

/** A vulnerability, as the bill states it. */
interface SbomVulnerability {
  id: string;
  source: string | null;
  /** The worst of its ratings. */
  severity: "critical" | "high" | "medium" | "low" | "none" | "unknown";
  /** The highest score of its ratings, 0 to 10. */
  score: number | null;
  /** What an analysis came to, such as "not_affected" or "false_positive". */
  state: string | null;
  /** The affected components, "name@version". */
  components: string[];
  /** A version, or advice. */
  fixed: string | null;
  where: Place;
}

/** The repository's history; only the parts that were asked for are there. */
interface GitFacts {
  head: string;
  /** The commit it is compared with; null outside pull requests and pushes. */
  base: string | null;
  /** The commits since the base, newest first; without a base only the head. */
  commits?: GitCommit[];
  /** There when there are more commits than the 1,000 given. */
  truncated?: true;
  /** The tags of this clone, newest first. */
  tags?: GitTag[];
  /** What changed since the base; empty without a base. */
  diff?: GitChange[];
}

/**
 * Who did something, without saying who: "person-1", "bot-1", the same for the same e-mail address within one judgement.
 * Names and addresses are personal data and are kept out of facts; lines such as `Signed-off-by:` are taken out of texts.
 */
type Role = string;

/** One commit. */
interface GitCommit {
  sha: string;
  subject: string;
  body: string;
  parents: string[];
  /** When it was committed, ISO 8601; null when that is no time. */
  time: string | null;
  author: Role;
  committer: Role;
  coAuthors: Role[];
  signedOffBy: Role[];
  signature: GitSignature;
}

/** One tag. */
interface GitTag {
  name: string;
  /** The commit it points at. */
  sha: string;
  /** Whether it is an object of its own; others have no message, tagger, time and signature. */
  annotated: boolean;
  message: string;
  time: string | null;
  tagger: Role | null;
  signature: GitSignature;
  /** Whether it points at the head. */
  atHead: boolean;
}

/** A signature, checked against `.github/allowed_signers` (ssh-keygen's format); on a pull request against the base's. */
interface GitSignature {
  kind: "ssh" | "gpg" | "none";
  /** "good" only for an SSH key that is listed; GPG is "cannot-verify". */
  status: "good" | "bad" | "unknown-key" | "cannot-verify";
  /** The key's fingerprint, "SHA256:…". */
  key: string | null;
  /** Why it is not good. */
  reason: string | null;
}

/** One changed file. */
interface GitChange {
  path: string;
  /** Its path at the base; null when it was added. */
  oldPath: string | null;
  status: "added" | "modified" | "deleted" | "renamed";
  binary: boolean;
  /** Lines. */
  added: number;
  /** Lines. */
  deleted: number;
}

/** What another gate saw and found. One that could not be evaluated, or was skipped, keeps this gate from being judged. */
interface NeededGate {
  verdict: "skipped" | "passed" | "waived" | "warned" | "failed";
  /** Its facts are of type `any`: the gate's README says what they hold. */
  evidence: { kind: string; facts: any } | null;
  findings: NeededFinding[];
  metrics: { name: string; value: number; unit: string | null }[];
}

/** A finding of another gate. */
interface NeededFinding {
  rule: string;
  severity: "error" | "warning" | "note";
  message: string;
  path: string | null;
  line: number | null;
  /** Only new ones count. */
  state: "new" | "existing" | "waived";
}

/** Takes what the policy says. A wrong call ends the judgement, with the policy's line in the message. */
interface Report {
  /** A finding that fails an enforced gate. `rule` is stable over time: a-z, 0-9, `-`, `/`, `.`, `_`. */
  error(rule: string, message: string, where?: Where | null, fix?: Fix | null): void;
  /** A finding that warns and never fails. */
  warning(rule: string, message: string, where?: Where | null, fix?: Fix | null): void;
  /** Something worth knowing. */
  note(rule: string, message: string, where?: Where | null, fix?: Fix | null): void;
  /** Something that was checked and is in order. */
  pass(rule: string, message: string): void;
  /** A finite number worth showing, such as `("images", 12)` or `("p95", 180, "ms")`. */
  metric(name: string, value: number, unit?: string | null): void;
  /**
   * A value for later steps of the workflow, such as `("decision", "hold")`: the step's output `decision`, and `<gate>-decision` where
   * several gates run. Each name once; no value decides anything here.
   */
  output(name: string, value: string): void;
  /** Numbers over time: a picture and a table on the report's page, a table in the job's summary. It decides nothing. */
  chart(name: string, chart: Chart): void;
  /** A line for the policy's author, shown with the results. */
  log(text: string | number | boolean | null | undefined): void;
}

/** What `report.chart` draws: up to 100 charts, of 20,000 values a line and 200,000 together. */
interface Chart {
  /** What the values are measured in. */
  unit?: string | null;
  /** The moment of the first value, such as `2026-11-22T12:00:00Z`. */
  start: string;
  /** Seconds from one value to the next. */
  step: number;
  /** One to four, with equally many finite values; null where nothing is known. The first is what the chart is about. */
  lines: { name: string; values: (number | null)[] }[];
  /** What the first line must not cross: one number, or one for each value. The name says in words what is allowed. */
  limits?: { name: string; values: number | (number | null)[] }[] | null;
  /** The parts of the time, such as stages, in order; each begins at the value `at` (from 0) and has a column in the table, with `text` in it. */
  spans?: { at: number; name: string; text?: string | null; severity?: "error" | "warning" | "note" | null }[] | null;
  /** Times to point at, from one value to another. */
  marks?: { from: number; to: number; text: string; severity?: "error" | "warning" | "note" | null }[] | null;
}

/** A node or document, which know their place, or a place in words. */
type Where = GateNode | GateDocument | Place;

/** A place in the repository. Lines and columns start at 1. */
interface Place {
  /** Relative to the repository, with `/`. */
  path: string;
  line?: number;
  endLine?: number;
  column?: number;
  endColumn?: number;
  /**
   * What the finding is called. It tells findings on equal lines apart; whether one is new is decided by the text it is about as well: that between
   * `column` and `endColumn` when both are there, else its lines, else its message. So an edit of the line makes it new, unless the columns say what counts.
   */
  identity?: string;
  /** How to mend it, when the message does not say. */
  help?: string;
  /**
   * The full id of the commit that has the place, where that is not what is judged: the file may be gone, so there is no line. Whether such a finding is
   * new is decided by its `identity`, so that a rebase changes nothing.
   */
  commit?: string;
  /** How many findings it stands for, when only their number is known. Default: 1. Every total counts them. */
  count?: number;
}

/**
 * An edit of the finding's own line that mends it, such as `{ replace: "npm install", with: "npm ci" }`. It is offered where the text stands in that line
 * exactly once, as a whole word: on pull requests as a suggested change, in SARIF as a fix. Give one only when it is right whatever else is in the line.
 * Texts of more than 500 characters, of several lines, or with characters that nobody sees are left out.
 */
interface Fix {
  /** What stands in the line now. */
  replace: string;
  /** What to write in its place. */
  with: string;
}

/**
 * A way through a document, steps separated by dots:
 *
 * | step | matches |
 * |---|---|
 * | `image` | the value under this key |
 * | `"app.kubernetes.io/name"` | the value under a key with dots, brackets, stars, quotes or spaces; `\"` and `\\` inside |
 * | `[0]`, `[*]` | an item of a sequence, all items; written without a dot: `containers[0].image`. In XML one of the elements that repeat |
 * | `*` | any one step, into a map or a sequence |
 * | `**` | any number of steps, also none: `**.image` finds `image` at every depth |
 *
 * At most 63 steps. Each node is found once, in document order.
 */
type Pattern = string;

/** One document of a YAML, JSON, TOML, XML or CSV file. */
interface GateDocument {
  /** The file, relative to the repository. */
  readonly path: string;
  /** The document's index in its file, from 0. */
  readonly index: number;
  readonly root: GateNode;
  /** All nodes that match, seen from the root. */
  find(pattern: Pattern): GateNode[];
  /** The first node that matches, or undefined. */
  get(pattern: Pattern): GateNode | undefined;
  /** The path. */
  toString(): string;
  /** The root's value, for JSON.stringify. */
  toJSON(): unknown;
}

/** A value in a document that knows its place. Read-only; the same node is always the same object. */
interface GateNode {
  readonly kind: "map" | "seq" | "scalar";
  /** The file, relative to the repository. */
  readonly path: string;
  /** Where the value starts; for a map or sequence, where its first entry or bracket stands. */
  readonly line: number;
  readonly column: number;
  /** A scalar's value; a map as a plain object, a sequence as an array, all the way down. Of type `any`: only the policy knows what its files hold. */
  readonly value: any;
  /** A scalar as it is written, so `1.10` is `"1.10"` where `value` is 1.1; undefined for maps and sequences. */
  readonly text: string | undefined;
  /** The key it stands under; undefined for items of sequences and for the root. */
  readonly key: string | undefined;
  /** Where its key stands; undefined without one. */
  readonly keyLine: number | undefined;
  readonly keyColumn: number | undefined;
  /** Its way from the root as a pattern, such as `spec.containers[0].image`; empty for the root. */
  readonly pointer: string;
  /** The map or sequence it stands in; undefined for the root. */
  readonly parent: GateNode | undefined;
  /** All nodes below (or, with `**`, at) this one that match. */
  find(pattern: Pattern): GateNode[];
  /** The first node that matches, or undefined. */
  get(pattern: Pattern): GateNode | undefined;
  /** Whether this is a map with this very key (no pattern). */
  has(key: string): boolean;
  /** A map's keys in document order, each once; empty for others. */
  keys(): string[];
  /** The nodes directly below: a map's values or a sequence's items; empty for scalars. */
  items(): GateNode[];
  /** A scalar's text; the pointer of others. */
  toString(): string;
  /** The value, for JSON.stringify. */
  toJSON(): unknown;
}
