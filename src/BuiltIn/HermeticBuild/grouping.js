// One finding for a rule and a file, with its lines; what only deserves a note is said once for the repository.

import { list, short } from "../lib/texts.js";
import { nameOf } from "./places.js";
/** @import { Where } from "./places.js" */

/** @typedef {{ rule: string, severity: "error" | "warning" | "note", message: string, where: Where, fix: Fix | null }} Said */

/** Said place by place: each place has its own fix, or another gate says the same of it. */
const apart = ["ignored-lock", "unpinned-action", "unpinned-image"];

/** Whether it stands alone: one without a line is about several files already. @type {(said: Said) => boolean} */
const isApart = ({ rule, where }) => apart.includes(rule) || where.line === undefined;

/** @type {(said: Said[], report: Report) => void} */
export function tellOnce(said, report) {
  said.filter(isApart).forEach((one) => tell([one], report));
  for (const some of Map.groupBy(said.filter((one) => !isApart(one)), keyOf).values()) {
    tell(some.toSorted((a, b) => compare(a.where.path, b.where.path) || (a.where.line ?? 0) - (b.where.line ?? 0)), report);
  }
}

/**
 * Lock files of other tools are written by other commands.
 * @type {(said: Said) => string}
 */
function keyOf({ rule, severity, where }) {
  return severity !== "note" ? `${rule} ${severity} ${where.path}` : rule === "missing-library-lock" ? `${rule} ${where.identity}` : rule;
}

/** @type {(some: Said[], report: Report) => void} */
function tell(some, report) {
  const [first, ...others] = some;
  const { rule, severity, where, message, fix } = first;
  const names = [...new Set(some.map((one) => (one.where.path === where.path ? "" : `${one.where.path} `) + one.where.identity))];
  // The line that comes first may change its place with another's, so the names have an order of their own.
  const identity = names.length === 1 ? where.identity : names.toSorted(compare).join("; ");
  report[severity](rule, short(`${message}${rest(first, others)}`, 4000), where.path ? { ...where, identity: nameOf(identity) } : null, fix);
}

/** @type {(first: Said, others: Said[]) => string} */
function rest(first, others) {
  const here = others.filter(({ where }) => where.path === first.where.path);
  const elsewhere = Map.groupBy(others.filter(({ where }) => where.path !== first.where.path), ({ where }) => where.path);
  return sameFile(first, here) + otherFiles(elsewhere);
}

/** @type {(first: Said, here: Said[]) => string} */
function sameFile(first, here) {
  if (here.length === 0) {
    return "";
  }

  const names = Map.groupBy(here, ({ where }) => where.identity);
  const again = names.get(first.where.identity);
  names.delete(first.where.identity);
  const repeated = again ? ` It stands again on ${lines(again)}.` : "";
  const others = [...names].map(([name, some]) => `${short(name.trim(), 120)} (${lines(some)})`);
  return repeated + (others.length > 0 ? ` Likewise here: ${list(others, { most: 12 })}.` : "");
}

/** @type {(files: Map<string, Said[]>) => string} */
function otherFiles(files) {
  if (files.size === 0) {
    return "";
  }

  const places = [...files].map(([path, some]) => `${path} (${lines(some)})`);
  return ` Likewise in ${files.size === 1 ? "another file" : `${files.size} other files`}: ${list(places, { most: 20 })}.`;
}

/** @type {(some: Said[]) => string} */
function lines(some) {
  const numbers = [...new Set(some.map(({ where }) => where.line ?? 1))];
  return `${numbers.length === 1 ? "line" : "lines"} ${list(numbers.map(String), { most: 60 })}`;
}

/** @type {(a: string, b: string) => number} */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
