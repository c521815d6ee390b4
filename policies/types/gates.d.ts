// The standard library that policies have beyond ECMAScript 5. Of what these files declare, policies lack, with an error that
// says so: Date.now, `new Date()` and Math.random (a judgement must be repeatable), eval and Function (code is what was signed),
// Promise, Proxy, Intl and typed arrays (there is nothing to wait for, and nothing binary). String.prototype.normalize takes ASCII
// only, localeCompare compares without a language, a class cannot extend Array, functions have no
// `name`, texts make no HTML (`bold()` and its like), and of `\p{…}` in a regular expression there are the short general
// categories, such as \p{Lu}.
/// <reference lib="es2015.core" />
/// <reference lib="es2015.collection" />
/// <reference lib="es2015.iterable" />
/// <reference lib="es2015.generator" />
/// <reference lib="es2015.symbol" />
/// <reference lib="es2016.array.include" />
/// <reference lib="es2017.object" />
/// <reference lib="es2017.string" />
/// <reference lib="es2018.regexp" />
/// <reference lib="es2019.array" />
/// <reference lib="es2019.object" />
/// <reference lib="es2019.string" />
/// <reference lib="es2019.symbol" />
/// <reference lib="es2020.string" />
/// <reference lib="es2021.string" />
/// <reference lib="es2022.array" />
/// <reference lib="es2022.object" />
/// <reference lib="es2022.string" />
/// <reference lib="es2023.array" />
/// <reference lib="es2023.collection" />
/// <reference lib="es2024.collection" />
/// <reference lib="es2024.object" />
/// <reference lib="es2024.string" />
/// <reference lib="esnext.collection" />

// Everything a policy can see. In a policy.js, start with
//
//   /// <reference path="../types/gates.d.ts" />
//
//   /** @type {Judge} */
//   function judge(evidence, settings, report) { … }
//
// A policy is a script with a function `judge`, exported or at its top level: modern JavaScript or TypeScript, translated to ES5
// where that is needed. It may import its own files and those of the folder `lib` beside it. It has no files, no network, no clock,
// no randomness, and makes no code from text: the same evidence, settings and policy give the same judgement, byte for byte.

/**
 * Judges the facts that a gate collected. Says what it finds through `report` and returns nothing.
 *
 * An exception, or a limit that is reached, makes the gate `errored`: it never passes. One judgement may take 5 seconds (`policy-timeout`),
 * 50 million statements and 256 MiB, nest 200 calls deep, and report 10,000 findings, checks, metrics and log lines each, of 8,192 characters each.
 */
type Judge = (evidence: any, settings: any, report: Report) => void;

/** What a gate with `facts:` hands to its policy; built-in gates describe their own evidence in their README. */
interface FactsEvidence {
  /** The selected files, when `facts.files` is set. */
  files?: { path: string; size: number }[];
  /** The documents of the selected YAML files; a file may hold several. */
  yaml?: GateDocument[];
  /** The documents of the selected JSON files. */
  json?: GateDocument[];
}

/** Takes what the policy says. A wrong call ends the judgement, with the policy's line in the message. */
interface Report {
  /** A finding that fails an enforced gate. `rule` is stable over time: a-z, 0-9, `-`, `/`, `.`, `_`. */
  error(rule: string, message: string, where?: Where | null): void;
  /** A finding that warns and never fails. */
  warning(rule: string, message: string, where?: Where | null): void;
  /** Something worth knowing. */
  note(rule: string, message: string, where?: Where | null): void;
  /** Something that was checked and is in order. */
  pass(rule: string, message: string): void;
  /** A finite number worth showing, such as `("images", 12)` or `("p95", 180, "ms")`. */
  metric(name: string, value: number, unit?: string | null): void;
  /** A line for the policy's author, shown with the results. */
  log(text: string | number | boolean | null | undefined): void;
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
  /** What recognises the finding when it moves; without it, the text of its line does. */
  identity?: string;
  /** How to mend it, when the message does not say. */
  help?: string;
}

/**
 * A way through a document, steps separated by dots:
 *
 * | step | matches |
 * |---|---|
 * | `image` | the value under this key |
 * | `"app.kubernetes.io/name"` | the value under a key with dots, brackets, stars, quotes or spaces; `\"` and `\\` inside |
 * | `[0]`, `[*]` | an item of a sequence, all items; written without a dot: `containers[0].image` |
 * | `*` | any one step, into a map or a sequence |
 * | `**` | any number of steps, also none: `**.image` finds `image` at every depth |
 *
 * At most 63 steps. Each node is found once, in document order.
 */
type Pattern = string;

/** One document of a YAML or JSON file. */
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
  toJSON(): any;
}

/** A value in a document that knows its place. Read-only; the same node is always the same object. */
interface GateNode {
  readonly kind: "map" | "seq" | "scalar";
  /** The file, relative to the repository. */
  readonly path: string;
  /** Where the value starts; for a map or sequence, where its first entry or bracket stands. */
  readonly line: number;
  readonly column: number;
  /** A scalar's value; a map as a plain object, a sequence as an array, all the way down. */
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
  /** A map's keys in document order; empty for others. */
  keys(): string[];
  /** The nodes directly below: a map's values or a sequence's items; empty for scalars. */
  items(): GateNode[];
  /** A scalar's text; the pointer of others. */
  toString(): string;
  /** The value, for JSON.stringify. */
  toJSON(): any;
}

/** What `cause` is given in: `new Error(message, { cause })`. */
interface ErrorOptions {
  cause?: unknown;
}

interface Error {
  cause?: unknown;
}

interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
  (message?: string, options?: ErrorOptions): Error;
}

/** A copy of plain data: objects, arrays, Map, Set and Date. */
declare function structuredClone<T>(value: T): T;
