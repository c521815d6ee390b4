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
  /** The documents of the selected INI files: keys and texts by section; keys before any section stand at the root. What repeats stands under the same key. */
  ini?: GateDocument[];
  /** The documents of the selected properties files (Java's): one map of texts. `get('"a.b"')` is the key `a.b`. */
  properties?: GateDocument[];
  /**
   * The documents of the selected HCL files, such as Terraform's, as they are written: nothing is evaluated, an expression is a text `${…}`. Blocks are maps by
   * name and labels, as in `get("resource.aws_s3_bucket.logs.acl")`; blocks that repeat stand under the same key, as elements of XML do.
   */
  hcl?: GateDocument[];
  /**
   * The documents of the selected descriptions of interfaces, OpenAPI 3 and Swagger 2. A `$ref` within the document is replaced by what it names, which keeps
   * its own line; one in a circle, and one to another file, stays.
   */
  openapi?: GateDocument[];
  /** The selected files with a JSON value a line (JSON Lines, NDJSON), however large. */
  jsonl?: JsonLinesFile[];
  /** The selected pages of Markdown. */
  markdown?: MarkdownFile[];
  /** The selected Dockerfiles, as the builder reads them. */
  dockerfile?: DockerfileFact[];
  /** The selected SARIF 2.1.0 files: what scanners found. */
  sarif?: SarifLog[];
  /** The selected JUnit XML files: what test runners reported. */
  junit?: JUnitReport[];
  /** Where programs' time went, from the selected profiles: pprof, speedscope's JSON (dotnet-trace and py-spy write it), folded stacks. */
  profiles?: Profile[];
  /** The selected bills of materials: CycloneDX 1.2 to 1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value). */
  sbom?: Sbom[];
  /**
   * What the change does to files: `facts: { change: ["package.json", "api/**\/*.yaml"] }`, globs over the paths of changed files, old and new. Without a base
   * to compare with there are none, and a gate that looks at nothing else is skipped.
   */
  change?: ChangeFacts;
  /**
   * When and by what the run was started: `facts: { run: ["time", "event", "branch", "tag", "env.STAGE"] }`, any of these; `env.` and a name for each
   * environment variable, none that is named like a secret. It is recorded, so that judging again gives the same answer.
   */
  run?: RunFacts;
  /**
   * Files of the evidence branch: `facts: { evidence: ["drill/*.json"] }`, the type that `gates evidence add` was given, a slash, and a glob of names. Only what
   * a trusted key signed and the log holds; of one name the last about the newest commit that has any. One that does not hold makes the gate `errored`.
   */
  evidence?: LoggedFile[];
  /** The repository's history: `facts: { git: ["commits", "tags", "diff"] }`, any of the three. */
  git?: GitFacts;
  /**
   * What registries say of images: `facts: { images: ["ghcr.io/acme/shop:1.4", "./**\/Dockerfile"] }`, names or globs of the Dockerfiles that
   * pull them. What cannot be had makes the gate `errored`; it is never left out.
   */
  images?: ImageFact[];
  /**
   * What a cluster has: `facts: { kubernetes: [{ apiVersion: "apps/v1", kind: "Deployment" }] }`. Each may name `namespaces`, `labels` (a label selector),
   * `plural` (then nobody asks the cluster for it), and `optional: true`, by which a cluster that does not know the kind has none of it.
   */
  kubernetes?: ClusterObject[];
  /**
   * What the Prometheus in `GATES_PROMETHEUS_URL` says: `facts: { prometheus: [{ name: "errors", query: "sum(rate(errors_total[5m]))" }] }`, with `range`
   * and `step` for values over time. A fault, a partial answer, NaN and infinity make the gate `errored`, and so does no answer, but for `optional: true`.
   */
  prometheus?: MetricAnswer[];
  /**
   * What GitHub says of the commit and its repository: `facts: { github: ["pullRequests", "protection"] }`, any of `pullRequests`, `protection`,
   * `environments`, `deployments`, `run`, `runs`, `releases` and `source`. What could not be seen is null and stands in `unseen`; it is never an empty list.
   */
  github?: GitHubFacts;
  /**
   * Files and what verified provenance shows of them:
   * `facts: { provenance: [{ artifacts: ["dist/*"], bundles: ["dist/*.sigstore.json"] }] }`. An entry may also name `source-repository`, `identity` with
   * `issuer`, and `builders`.
   */
  provenance?: ArtifactProvenance[];
  /**
   * What verifiers of others found: `facts: { summaries: [{ bundles: ["vsa/*.json"], verifier: "https://…", keys: ["…"], resource: "…" }] }`.
   * An entry may also name `type`, `artifacts`, `levels`, and `identity` with `issuer` instead of `keys`.
   */
  summaries?: VerifierSummary[];
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

/** A file with a JSON value a line. All are checked and counted. */
interface JsonLinesFile {
  path: string;
  /** How many values it holds. */
  records: number;
  /** A sequence of the records, each with its line: the first 20,000, or 2 MiB of them. */
  rows: GateDocument;
  /** Whether there are more records than rows; `keys` are about all of them. */
  truncated: boolean;
  /** The keys of the records in the order of their first place, and of the objects right below as `outer.inner`; at most 200. */
  keys: JsonLinesKey[];
}

/** A key of the records of a file. */
interface JsonLinesKey {
  key: string;
  /** Records that have it. */
  count: number;
  missing: number;
  /** The line of the first record that lacks it. */
  firstMissing: number | null;
  /** Its different values; null when there are more than 50, or one is long, a map or a list. */
  values: { value: string | number | boolean | null; count: number; line: number }[] | null;
}

/** A page of Markdown. What stands in code and in comments is not looked at. `section` is the headings above, joined by " / ". */
interface MarkdownFile {
  path: string;
  /** All of it, mended. */
  text: string;
  /** What the file's UTF-8 had been taken for by mistake; its signs are mended everywhere. Null when nothing was. */
  mended: "mac-roman" | "windows-1252" | null;
  headings: { level: number; text: string; line: number; where: Place }[];
  /** Items of lists with one box: `- [ ]`, `- [x]`, `- ☐`, `- ☑`. `depth` counts the lists around. */
  tasks: { text: string; done: boolean; line: number; depth: number; section: string; where: Place }[];
  /** Lines with boxes that are signs, such as `**Status:** ☐ Approved ☑ Blocker`. */
  choices: { label: string; line: number; section: string; options: { text: string; ticked: boolean }[]; where: Place }[];
  tables: { line: number; section: string; header: string[]; rows: { line: number; cells: string[]; where: Place }[]; where: Place }[];
  links: { text: string; target: string; line: number; where: Place }[];
}

/** A Dockerfile. */
interface DockerfileFact {
  path: string;
  /** What escapes a line's end: a backslash or a backtick. */
  escape: string;
  directives: { name: string; value: string; line: number }[];
  /** All instructions, in order. */
  instructions: DockerInstruction[];
  stages: DockerStage[];
}

/** A stage of a Dockerfile: a FROM and what follows it. */
interface DockerStage {
  index: number;
  /** In lower case; null without AS. */
  name: string | null;
  /** The image or stage as written, variables included. */
  base: string;
  platform: string | null;
  line: number;
  where: Place;
  instructions: DockerInstruction[];
}

/** An instruction of a Dockerfile. */
interface DockerInstruction {
  /** In upper case, such as "RUN". */
  name: string;
  /** What follows name and flags, lines joined, without comments. */
  body: string;
  /** In JSON form its elements; of RUN and the like the body as one; else its words. */
  arguments: string[];
  json: boolean;
  flags: { name: string; value: string | null }[];
  heredocs: { name: string; content: string; line: number }[];
  line: number;
  endLine: number;
  where: Place;
  /** What ONBUILD adds. */
  trigger: DockerInstruction | null;
}

/** What a change does to the selected files. */
interface ChangeFacts {
  /** The commit that it is compared with; null when there is nothing to compare with. */
  base: string | null;
  head: string | null;
  files: ChangeFile[];
}

/** A changed file. Report at its `path`, or at a node of `after`: lines of `before` are those of the base. */
interface ChangeFile {
  /** Its path now; the last one when it is deleted. */
  path: string;
  oldPath: string | null;
  status: "added" | "modified" | "deleted" | "renamed";
  binary: boolean;
  added: number;
  deleted: number;
  /** The lines that went and those that came, each with the line where they begin. Null when there are no lines to compare: binary, a link, or too large. */
  hunks: { oldStart: number; oldLines: string[]; newStart: number; newLines: string[] }[] | null;
  /**
   * What it held at the base, where its name is of YAML, JSON, TOML, XML, CSV, INI, properties or HCL. Null when it was not there, has another name,
   * or could not be read, which is in `problem` then.
   */
  before: GateDocument[] | null;
  /** What it holds now, likewise. */
  after: GateDocument[] | null;
  /** Why `before` or `after` could not be read, with file and line. */
  problem: string | null;
}

/** When and by what the run was started; of its members those that were asked for. */
interface RunFacts {
  /** ISO 8601, in UTC: `Date.parse(evidence.run.time)` is the present. */
  time?: string;
  /** Such as "push"; null outside a job of GitHub Actions. */
  event?: string | null;
  /** The branch that was pushed, or that of the pull request. */
  branch?: string | null;
  /** Comes with `branch`: where the pull request goes to. */
  target?: string | null;
  tag?: string | null;
  /** Variables by name; null when one is empty or not set. */
  environment?: { [name: string]: string | null };
}

/** A file of the evidence branch whose signature, entry in the log and digest hold. */
interface LoggedFile {
  type: string;
  name: string;
  /** The commit that it is about. */
  commit: string;
  /** When it was logged, ISO 8601. */
  logged: string;
  ageDays: number;
  /** The id of the key that signed. */
  signer: string;
  /** Where its statement is on the branch. */
  statement: string;
  size: number;
  sha256: string;
  /** Null when it is no UTF-8 text, or longer than 256 KiB. */
  text: string | null;
  /** What it holds, where its name is of a format with documents. */
  documents: GateDocument[] | null;
  /** Why it could not be read, with its line. */
  problem: string | null;
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

/** An image as its registry had it at the time of the run. Digests are checked; what is attached is not. */
interface ImageFact {
  /** In full, for example "docker.io/library/alpine:3.22". */
  image: string;
  written: string;
  /** Of what the name stands for: of the list, when there are several platforms. */
  digest: string;
  mediaType: string;
  /** What it is when it is no container image; null for one. */
  artifactType: string | null;
  annotations: { [name: string]: string };
  /** Those that every platform has alike. */
  labels: { [name: string]: string };
  platforms: ImagePlatform[];
  /** Whether a bill of materials is attached, and a build's provenance. Nobody read them. */
  sbomAttached: boolean;
  provenanceAttached: boolean;
  /** Whether something is there that says it is a signature. It was not verified: anybody who may push can put one there. */
  signaturePresentUnverified: boolean;
  attached: ImageAttachment[];
  /** The lines of Dockerfiles that pull it; a finding can stand there. */
  places: { path: string; line: number }[];
}

/** The image of one platform. */
interface ImagePlatform {
  /** For example "linux/arm/v7". */
  platform: string;
  digest: string;
  /** ISO 8601, as its builder wrote it; null without. */
  created: string | null;
  /** Empty means root. */
  user: string;
  labels: { [name: string]: string };
  /** The digests of its unpacked layers, from the base up. */
  layers: string[];
  /** Which other images of these facts it is built on: its layers begin with all of theirs. */
  basedOn: string[];
}

/** Something that says of itself that it is attached to an image. */
interface ImageAttachment {
  kind: "sbom" | "signature" | "provenance" | "other";
  /** Its media type, or that of what it states. */
  type: string;
  digest: string;
  /** The digest of the image, or the list, that it is attached to. */
  to: string;
  by: "referrer" | "referrers-tag" | "cosign-tag" | "buildkit";
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

/** A signature, checked against `.github/allowed_signers` (ssh-keygen's format) or `.github/allowed_signers.gpg` (OpenPGP keys); on a pull request against the base's. */
interface GitSignature {
  kind: "ssh" | "gpg" | "none";
  /** "good" only for a key that is listed and has not ended; X.509, or a program that is missing, is "cannot-verify". */
  status: "good" | "bad" | "unknown-key" | "cannot-verify";
  /** The key's fingerprint: "SHA256:…" of an SSH key, 40 hexadecimal digits of an OpenPGP key. */
  key: string | null;
  /** Why it is not good. */
  reason: string | null;
}

/** One profile; a file of speedscope may hold several. */
interface Profile {
  path: string;
  format: "pprof" | "speedscope" | "folded";
  /** Its name in the file. */
  name: string | null;
  /** What was counted, such as "cpu"; "time" in speedscope's files. Of several in a pprof the one that pprof shows. */
  type: string;
  /** In what, such as "nanoseconds". */
  unit: string;
  total: number;
  /** How often somebody looked; null where every call was recorded. */
  samples: number | null;
  /** Those with the most of their own first, at most 1,000. */
  functions: ProfiledFunction[];
  /** Whether there are more functions. */
  cut: boolean;
}

/** What one function took, in the profile's unit. */
interface ProfiledFunction {
  name: string;
  file: string | null;
  line: number | null;
  /** Its own, without what it calls. */
  self: number;
  /** With what it calls. */
  total: number;
}

/** What a Prometheus says to one query. */
interface MetricAnswer {
  /** As the query was named. */
  name: string;
  query: string;
  /** When it was asked, "2026-03-01T12:00:00Z"; a range ends there. */
  time: string;
  series: MetricSeries[];
}

/** One series of an answer. */
interface MetricSeries {
  labels: Record<string, string>;
  /** One without `range`; the oldest first. */
  samples: { time: string; value: number }[];
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

/**
 * An object of a Kubernetes cluster. Values of Secrets, and those that stand in a container's `env`, are masked with `•••`; `managedFields` and what kubectl
 * applied last are left out. It stands in no file, so a finding about it is reported without a place; its message tells it from others.
 */
interface ClusterObject {
  /** Host and port of the cluster's API; "recorded" in a case. */
  cluster: string;
  apiVersion: string;
  kind: string;
  /** Null for what is in no namespace. */
  namespace: string | null;
  name: string;
  /** All of it, as the API has it. */
  object: any;
}

/** What GitHub says. A part is there when it was asked for. */
interface GitHubFacts {
  /** Owner and name. */
  repository: string;
  commit: string;
  /** The branch that the commit goes or went to. */
  branch: string;
  /** When GitHub was asked, ISO 8601. */
  time: string;
  /** The pull request that the job is about, else those that have the commit. */
  pullRequests?: GitHubPull[] | null;
  protection?: GitHubProtection;
  environments?: GitHubEnvironments;
  /** Deployments of the commit, each with its newest state. */
  deployments?: GitHubDeployment[] | null;
  /** The present run of a workflow; null outside one. */
  run?: GitHubRun | null;
  /** The runs of all workflows for the commit. */
  runs?: GitHubRun[] | null;
  releases?: GitHubRelease[] | null;
  source?: GitHubSource;
  /** What was asked for and could not be seen, and the permission that the token lacks. GitHub says "not found" of what it does not show. */
  unseen: { part: string; what: string; permission: string | null; reason: string }[];
  /** Lists that have more than was read. */
  cut: string[];
}

/** A pull request. Texts are their author's; mentions and addresses in them are replaced. */
interface GitHubPull {
  number: number;
  state: "open" | "closed" | "merged";
  draft: boolean;
  /** Up to 1,000 characters. */
  title: string;
  /** Up to 32,768 characters. */
  body: string;
  /** Whether title, body or labels are cut off. */
  cut: boolean;
  /** Null when the account is gone. */
  author: Role | null;
  /** What the author is to the repository, such as "owner", "member", "collaborator", "contributor" or "none". */
  association: string;
  labels: string[];
  base: GitHubSide;
  head: GitHubSide;
  created: string;
  merged: string | null;
  mergedBy: Role | null;
  mergeCommit: string | null;
  /** The one that counts of each reviewer: the last opinion, else the last comment. Null when they could not be seen. */
  reviews: GitHubReview[] | null;
  requestedReviewers: Role[];
  requestedTeams: string[];
  /** Those that it closes; null when they could not be seen. */
  issues: { repository: string; number: number; state: string }[] | null;
}

/** One side of a pull request. */
interface GitHubSide {
  branch: string;
  sha: string;
  /** Whether it lies in another repository, or in one that is gone. */
  foreign: boolean;
}

/** A review. */
interface GitHubReview {
  reviewer: Role | null;
  association: string;
  state: "approved" | "changes-requested" | "commented" | "dismissed";
  /** What was looked at. */
  commit: string | null;
  /** Whether that is the last commit of the pull request. */
  ofHead: boolean;
  byAuthor: boolean;
  time: string | null;
}

/** What binds the branch: its own protection and rulesets, taken together. Null means that it could not be seen. */
interface GitHubProtection {
  branch: string;
  protected: boolean | null;
  forcePushesRefused: boolean | null;
  deletionRefused: boolean | null;
  pullRequestRequired: boolean | null;
  /** How many approvals a pull request needs; at least so many where not all could be seen. */
  approvals: number | null;
  dismissesStale: boolean | null;
  codeOwners: boolean | null;
  /** Whether somebody else must approve the last push. */
  lastPushApproval: boolean | null;
  /** Names of checks that must pass. */
  checks: string[];
  strictChecks: boolean | null;
  signedCommits: boolean | null;
  linearHistory: boolean | null;
  /** Whom not all of it binds. */
  bypass: { from: string; type: string; mode: string | null }[] | null;
  /** What it is taken from. `since` is when a ruleset was last changed; branch protection does not say. */
  sources: GitHubRules[];
  /** Rulesets about every tag. */
  tags: GitHubRules[] | null;
}

/** A ruleset, or a branch's own protection. */
interface GitHubRules {
  name: string;
  rules: string[];
  /** Whether nobody is excepted. */
  bindsAll: boolean | null;
  since: string | null;
}

/** Where jobs deliver to, and who let this run do so. */
interface GitHubEnvironments {
  all: GitHubEnvironment[] | null;
  approvals: { state: string; by: Role | null; environments: string[] }[] | null;
}

/** An environment and its rules. */
interface GitHubEnvironment {
  name: string;
  adminsBypass: boolean | null;
  branches: "any" | "protected" | "custom";
  waitMinutes: number;
  selfReviewRefused: boolean;
  reviewers: Role[];
  reviewerTeams: string[];
}

/** A deployment. */
interface GitHubDeployment {
  environment: string;
  sha: string;
  ref: string;
  production: boolean | null;
  by: Role | null;
  created: string;
  state: string | null;
  stateTime: string | null;
}

/** A run of a workflow. */
interface GitHubRun {
  id: number;
  attempt: number;
  /** The workflow's file. */
  workflow: string;
  event: string;
  sha: string;
  branch: string | null;
  by: Role | null;
  attemptBy: Role | null;
  created: string;
  /** Such as "queued", "in_progress" or "completed". */
  status: string | null;
  /** Such as "success", "failure" or "cancelled"; null before its end. */
  conclusion: string | null;
}

/** A release. */
interface GitHubRelease {
  tag: string;
  draft: boolean;
  prerelease: boolean;
  immutable: boolean | null;
  target: string;
  by: Role | null;
  created: string;
  published: string | null;
}

/** The level of SLSA's source track that is proven of the commit, 1 to 4, and what keeps it from the next. */
interface GitHubSource {
  level: number;
  missing: string[];
}

/** A file that was built, and what verified provenance shows of it. */
interface ArtifactProvenance {
  artifact: string;
  sha256: string;
  /** Of SLSA's build track, 1 to 3; null when no provenance holds. */
  level: number | null;
  /** Why that level and no higher one. */
  reason: string;
  builder: string | null;
  /** The id of a key, or the address of a workflow. */
  signer: string | null;
  bundles: { path: string; sha256: string }[];
}

/** What a verifier found of all that was asked about. */
interface VerifierSummary {
  type: "vsa" | "svr";
  verifier: string;
  holds: boolean;
  reason: string;
  levels: string[];
  /** None when it is about the commit. */
  artifacts: string[];
  bundles: { path: string; sha256: string }[];
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
  /**
   * A page to read, such as a table: folded in the job's summary, and a file `documents/<gate>/<name>.md` beside the results, which is signed with them. Up to
   * ten, of 100,000 characters. `name` is made of a-z, 0-9 and `-`, each once. Headings, lists, quotes, tables, rules, `**strong**`, `` `code` `` and fenced
   * code stay what they are in Markdown, with a backslash before what is none; HTML, links, pictures and mentions become text. It decides nothing.
   */
  document(name: string, markdown: string): void;
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

/** One document of a file of YAML, JSON, TOML, XML, CSV, INI, properties or HCL. */
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
