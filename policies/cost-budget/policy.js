// What a release costs is known before it runs: Infracost's report is held against the budget.

import { round } from "../lib/numbers.js";
import { at } from "../lib/places.js";
import { count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/** @type {import("./types.d.ts").Judge} */
export function judge({ json, prometheus }, settings, report) {
  const reports = json.filter((doc) => isReadable(doc, settings, report));
  const sum = (key) => reports.reduce((total, doc) => total + amount(doc.get(key)), 0);
  if (reports.length < json.length) {
    return;
  }

  const monthly = sum("totalMonthlyCost");
  const { currency } = settings;
  const requests = served(prometheus) ?? (settings.requests > 0 ? settings.requests : undefined);
  const limits = [
    { rule: "over-budget", value: monthly, most: settings.monthly, words: "All projects cost", per: " a month" },
    { rule: "increase", value: monthly - sum("pastTotalMonthlyCost"), most: settings.increase, words: "The change adds", per: " a month" },
    { rule: "per-request", value: 1000 * monthly / (requests ?? 0), most: settings["per-thousand"], words: "A thousand requests cost", per: "" },
  ].filter(({ rule, most }) => rule === "over-budget" || (rule === "increase" ? most > 0 : requests !== undefined));
  for (const { rule, value, most, words, per } of limits) {
    const text = Number.isNaN(value) ? "The reports do not say what it cost before" : `${words} ${round(value, 5)} ${currency}${per}; at most ${most} ${currency} may be`;
    if (!(value <= most)) {
      report.error(rule, `${text}.`, at(reports[0].get("totalMonthlyCost") ?? reports[0], rule));
    } else {
      report.pass(rule, text);
    }
  }

  report.metric("monthly-cost", monthly, currency);
  reports.forEach((doc) => judgeUnpriced(doc, report));
}

/** @type {(doc: GateDocument, settings: Settings, report: Report) => boolean} */
function isReadable(doc, settings, report) {
  const currency = doc.get("currency");
  if (!doc.get("projects") || Number.isNaN(amount(doc.get("totalMonthlyCost")))) {
    report.error("no-cost", `${doc.path} names no cost: it has no projects, or a totalMonthlyCost that is no number.`, at(doc.get("totalMonthlyCost") ?? doc, "cost"));
    return false;
  }

  if (currency?.value !== settings.currency) {
    report.error("currency", `${doc.path} counts in ${short(currency ?? "no currency", 20)}, and the budget is in ${settings.currency}.`, at(currency ?? doc, "currency"));
    return false;
  }

  return true;
}

/** What has no price is in no sum. @type {(doc: GateDocument, report: Report) => void} */
function judgeUnpriced(doc, report) {
  const summary = doc.get("summary");
  const unpriced = Number(summary?.get("totalUnsupportedResources")?.value ?? NaN);
  if (unpriced > 0 || Number.isNaN(unpriced)) {
    report.warning("unpriced", Number.isNaN(unpriced) ? `${doc.path} does not say how many resources it has no price for.`
      : `${doc.path} has no price for ${count(unpriced, "resource")}, so the sum is too low.`, at(summary ?? doc, "unpriced"));
  }
}

/** What Prometheus counted in a month, where it is asked. @param {MetricAnswer[] | undefined} answers */
function served(answers) {
  return answers?.find(({ name }) => name === "requests")?.series.reduce((sum, { samples }) => sum + (samples.at(-1)?.value ?? 0), 0);
}

/** Infracost writes amounts as texts. @param {GateNode | undefined} node */
function amount(node) {
  return /^-?\d+(\.\d+)?$/.test(node?.text ?? "") ? Number(node?.text) : NaN;
}
