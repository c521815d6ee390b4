// The error budget: another question than the canary's, about the whole service and a month.

import { round } from "../lib/numbers.js";
import { count } from "../lib/texts.js";
import { figure, percent } from "./words.js";
/** @import { ErrorBudget, Settings } from "./types.d.ts" */

/**
 * Returns whether it burns so fast that the canary must go.
 * @type {(budget: ErrorBudget | undefined, settings: Settings, report: Report) => boolean}
 */
export function judgeBudget(budget, settings, report) {
  if (!budget) {
    return false;
  }

  judgeRest(budget, report);
  const burning = budget.alerts.filter(({ burns }) => burns);
  const decides = ({ pages }) => pages && settings.burn === "enforce";
  for (const alert of burning) {
    judgeAlert(alert, decides(alert), report);
  }

  return burning.some(decides);
}

/**
 * What is left of the budget.
 * @type {(budget: ErrorBudget, report: Report) => void}
 */
function judgeRest({ whole, target }, report) {
  const window = days(whole.window);
  if (whole.share === undefined || whole.rate === undefined) {
    report.note("error-budget", `The error budget is not known: its queries give nothing over ${window}.`);
    return;
  }

  const left = 1 - whole.rate;
  report.metric(`availability over ${window}`, round((1 - whole.share) * 100, 6), "%");
  report.metric("error budget left", round(left * 100), "%");
  if (left < 0) {
    report.warning("error-budget", `The error budget of ${window} is spent: ${percent(whole.share)} failed, where ${percent(1 - target)} may. `
      + "Release what repairs, and hold the rest.");
  }
}

/** @type {(alert: ErrorBudget["alerts"][number], decides: boolean, report: Report) => void} */
function judgeAlert({ factor, long, short }, decides, report) {
  const [kind, rule, subject] = decides ? ["error", "rollback", "Roll back: the"] : ["warning", "burn-rate", "The"];
  report[kind](rule, `${subject} error budget burns at more than ${count(factor, "time")} the pace it can bear, over both ${long} and ${short}.`);
}

/**
 * Prometheus knows no months: `2592000s` are 30 days.
 * @param {string} window
 */
function days(window) {
  const [, length] = /^(\d+)s$/.exec(window) ?? [];
  return length ? `${figure(Number(length) / 86400)} days` : window;
}
