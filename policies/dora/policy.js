// Four keys say how well software is delivered, and a page says it to people.

import { momentOf, parseTime } from "../lib/moments.js";
import { round } from "../lib/numbers.js";
import { at } from "../lib/places.js";
import { cell, table } from "../lib/tables.js";
import { short } from "../lib/texts.js";
import { durationsOf, median, reruns } from "./measures.js";

const [hour, week] = [3_600_000, 7 * 24 * 3_600_000];
const good = ["SUCCESS", "ACTIVE", "INACTIVE"];
const bad = ["FAILURE", "ERROR"];

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const now = momentOf(evidence);
  const from = now - settings.weeks * week;
  const rows = [...keysOf(evidence.json, { now, from, ...settings }, report), ...workflowsOf(evidence.json, { from, ...settings }, report)];
  for (const { rule, words, value, most, least, unit } of rows) {
    const limit = least === undefined ? `at most ${most}` : `at least ${least}`;
    const text = Number.isNaN(value) ? `${words}: nothing says` : `${words}: ${round(value)}${unit}, ${limit}${unit} should be`;
    (least === undefined ? value <= most : value >= least) ? report.pass(rule, text) : report.error(rule, `${text}.`);
    Number.isFinite(value) && report.metric(rule, value, unit.trim() || null);
  }

  report.document("digest", `# Delivery until ${new Date(now).toISOString().slice(0, 10)}\n\n`
    + table(["measure", "now", "limit"], rows.map(({ words, value, most, least, unit }) => [cell(words), Number.isNaN(value) ? "unknown" : `${round(value)}${unit}`, `${most ?? least}${unit}`])));
  report.output("digest", JSON.stringify(Object.fromEntries(rows.map(({ rule, value }) => [rule, Number.isNaN(value) ? null : round(value)]))));
}

function keysOf(json, { now, from, weeks, environment, deployments, ...most }, report) {
  const nodes = json.flatMap((doc) => doc.find("data.repository.deployments.nodes.*"));
  const all = nodes.map((node) => ({ ...node.value, node, time: parseTime(node.value.latestStatus?.createdAt ?? node.value.createdAt) }))
    .filter((one) => one.environment === environment).sort((a, b) => a.time - b.time);
  all.filter(({ time }) => !(time <= now)).forEach(({ node }) => report.error("not-a-deployment", `${node.path} has a deployment without a time, or of a time to come.`, at(node, node.pointer)));
  const recent = all.filter(({ time }) => from < time && time <= now);
  const [done, failed] = [good, bad].map((states) => recent.filter(({ latestStatus }) => states.includes(latestStatus?.state)));
  const mended = failed.map(({ time }) => ((all.find((one) => one.time > time && good.includes(one.latestStatus?.state))?.time ?? now) - time) / hour);
  const leads = done.map(({ time, commit }) => (time - parseTime(commit?.committedDate)) / hour);
  nodes.length === 0 && report.error("no-deployments", `None of the files holds deployments to ${short(environment)}.`);
  return [
    { rule: "deployments", words: "Deployments a week", value: done.length / weeks, least: deployments, unit: "" },
    { rule: "lead-time", words: "From commit to production", value: median(leads), most: most["lead-time"], unit: " h" },
    { rule: "failures", words: "Deployments that failed", value: 100 * failed.length / (done.length + failed.length), most: most.failures, unit: " %" },
    { rule: "restore", words: "Until it worked again", value: failed.length === 0 ? 0 : median(mended), most: most.restore, unit: " h" },
  ];
}

function workflowsOf(json, { from, since, ...drop }, report) {
  const nodes = json.flatMap((doc) => [...doc.find("workflow_runs.*"), ...doc.find("*.workflow_runs.*")]);
  const start = parseTime(since);
  if (nodes.length === 0) {
    return [];
  }

  const ended = nodes.map(({ value }) => ({ ...value, time: parseTime(value.run_started_at) })).filter(({ status }) => status === "completed");
  const [before, now] = [ended.filter(({ time }) => time < start), ended.filter(({ time }) => from < time && time >= start)];
  (before.length === 0 || now.length === 0) && report.error("no-baseline", `Workflow runs before ${short(since || "(`since` is not set)", 40)} and of late are needed to compare them.`);
  const change = (measure) => 100 * (1 - measure(now) / measure(before));
  return [
    { rule: "ci-time", words: "Time of a workflow, shorter by", value: change((runs) => median(durationsOf(runs))), least: drop["ci-time"], unit: " %" },
    { rule: "flakes", words: "Runs that passed only when repeated, fewer by", value: reruns(before) === 0 && reruns(now) === 0 ? 100 : change(reruns), least: drop.flakes, unit: " %" },
  ];
}
