// Go or no-go, by a checklist: what a gate proves needs no tick, and what nobody proves and nobody ticked is open.

import { matchesAny } from "../lib/globs.js";
import { daysBetween, momentOf, parseTime } from "../lib/moments.js";
import { cell, table } from "../lib/tables.js";
import { count, list, short } from "../lib/texts.js";
import { readChecklist } from "./checklist.js";
/** @import { Settings } from "./types.d.ts" */
/** @import { Checklist, Item } from "./checklist.js" */

/** @typedef {{ path: string, list: Checklist, now: number, needs: { [gate: string]: NeededGate }, logged: LoggedFile[], settings: Settings, report: Report }} Review */

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, given) {
  let isGo = true;
  const report = { ...bound(given), error: (rule, message, where) => {
    isGo = false;
    given.error(rule, message, where);
  } };
  const needs = evidence.needs ?? {};
  const reviews = (evidence.files ?? []).map(({ path, text, truncated }) => ({ path, list: readChecklist(truncated ? "" : text ?? ""), now: momentOf(evidence), needs, logged: evidence.evidence ?? [], settings, report }));
  const items = reviews.flatMap((review) => judgeItems(review).map((row) => ({ ...row, review })));
  for (const review of reviews) {
    judgeText(review);
    judgeStatuses(review);
    judgeSigners(review);
    judgeAge(review);
  }

  for (const { item, gate, evidence: file } of settings.proofs.filter(({ item }) => !items.some(({ text }) => matchesAny([item], text)))) {
    report.warning("proof-unused", `No item is called ${short(item)}, which ${short(gate || file || "nothing")} should prove.`);
  }

  const by = (state) => items.filter((row) => row.state === state).length;
  report.metric("items", items.length);
  report.metric("items-proven", by("proven"));
  report.metric("items-by-hand", by("by hand"));
  report.metric("items-open", items.length - by("proven") - by("by hand"));
  report.output("decision", isGo ? "go" : "no-go");
  report.document("readiness", `# ${isGo ? "Go" : "No-go"}\n\n${by("proven")} of ${count(items.length, "item")} are proven, ${by("by hand")} ticked by hand.\n\n`
    + table(["section", "item", "state"], items.map(({ section, text, state, proof }) => [cell(section), cell(text), cell(proof ? `${state} by ${proof}` : state)])));
}

/** The functions of a report, to be used one by one. @type {(report: Report) => any} */
function bound(report) {
  const names = ["error", "warning", "note", "pass", "metric", "output", "document"];
  return Object.fromEntries(names.map((name) => [name, (...values) => report[name](...values)]));
}

/** @type {(review: Review) => (Item & { state: string, proof?: string })[]} */
function judgeItems({ path, list: { items }, needs, logged, settings, report }) {
  return items.map((item) => {
    const proofs = settings.proofs.filter((proof) => matchesAny([proof.item], item.text)).map((proof) => proofOf(proof, needs, logged));
    const failed = proofs.filter(({ holds }) => !holds);
    const state = proofs.length > 0 ? (failed.length === 0 ? "proven" : "not proven") : item.ticked && settings["by-hand"] ? "by hand" : "open";
    const where = { path, line: item.line, identity: short(`${item.section} ${item.text}`) };
    if (state === "not proven") {
      report.error("not-proven", `${short(item.text)} is not proven: ${list(failed.map(({ name, why }) => `${name} ${why}`))}.`, where);
    } else if (state === "open") {
      report.error("open-item", `${short(item.text)} (${short(item.section, 80)}) is ${item.ticked ? "ticked, and nothing proves it" : "open"}.`, where);
    }

    return { ...item, state, proof: state === "proven" ? list(proofs.map(({ name }) => name)) : undefined };
  });
}

/** @type {(proof: { gate: string, evidence: string }, needs: Review["needs"], logged: LoggedFile[]) => { name: string, holds: boolean, why: string }} */
function proofOf({ gate, evidence }, needs, logged) {
  const file = logged.find(({ type, name }) => matchesAny([evidence], `${type}/${name}`));
  return gate ? { name: gate, holds: needs[gate]?.verdict === "passed", why: needs[gate]?.verdict ?? "is not among facts.needs" }
    : { name: file ? `${file.type}/${file.name}` : evidence || "a proof", holds: file !== undefined && !file.problem, why: file ? `could not be read: ${short(file.problem)}` : evidence ? "is not in the log" : "names neither a gate nor evidence" };
}

/** @type {(review: Review) => void} */
function judgeText({ path, list: { items, mended }, report }) {
  if (items.length === 0) {
    report.error("no-checklist", `${path} has no item to tick: it is no checklist, or too long to be read whole.`, { path, line: 1 });
  }

  if (mended > 0) {
    report.note("encoding", `${path} is UTF-8 that somebody read as Mac Roman; ${count(mended, "line was", "lines were")} read as they were meant.`, { path, line: 1 });
  }
}

/** @type {(review: Review) => void} */
function judgeStatuses({ path, list: { statuses }, now, settings, report }) {
  for (const { section, line, ticked } of statuses) {
    const where = { path, line, identity: short(section) };
    const plan = settings.mitigations.find((one) => matchesAny([one.section], section));
    if (ticked.length !== 1) {
      report.error("undecided", `${short(section)}: ${ticked.length === 0 ? "no status is ticked" : `${list(ticked)} are ticked at once`}.`, where);
    } else if (ticked[0] === "blocker") {
      report.error("blocker", `${short(section)} blocks.`, where);
    } else if (ticked[0] !== "approved" && !plan) {
      report.error("no-mitigation", `${short(section)} requires mitigation, and nobody wrote a plan.`, where);
    } else if (plan && ticked[0] !== "approved" && !(daysBetween(now, parseTime(plan.until)) > -1)) {
      report.error("mitigation-over", `The mitigation of ${short(section)} was to be done by ${short(plan.until, 40)} (${short(plan.owner)}).`, where);
    }
  }
}

/** @type {(review: Review) => void} */
function judgeSigners({ path, list: { rows }, settings, report }) {
  for (const role of settings.signers) {
    const row = rows.find(({ cells }) => cells[0]?.toLowerCase() === role.toLowerCase());
    const [, name, signature, date] = row?.cells ?? [];
    if (!isWritten(name) || !isWritten(signature) || Number.isNaN(parseTime(date))) {
      report.error("not-signed", `${short(role)} has not signed: ${row ? "name, signature or date are missing" : "the role has no row"}.`, { path, line: row?.line ?? 1, identity: short(role) });
    }
  }
}

/** What stands in brackets is to be replaced. @param {string | undefined} text */
function isWritten(text) {
  return text !== undefined && text !== "" && !/^[[(<_-]/.test(text);
}

/** @type {(review: Review) => void} */
function judgeAge({ path, list: { rows }, now, settings, report }) {
  const row = rows.find(({ cells }) => /^review date$/i.test(cells[0] ?? ""));
  const days = daysBetween(parseTime(row?.cells[1]), now);
  if (!(days <= settings.days && days > -1)) {
    report.error("too-old", Number.isNaN(days) ? `${path} does not say when it was reviewed.` : `The review of ${path} is dated ${short(row?.cells[1], 40)}: at most ${settings.days} days may have passed, and none may be to come.`, { path, line: row?.line ?? 1, identity: "review" });
  }
}
