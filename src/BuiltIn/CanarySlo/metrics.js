// What was measured in each stage, as numbers, and how.

import { round } from "../lib/numbers.js";
import { shortRangeText } from "./holds.js";
import { isLowerWorse } from "./limits.js";
import { isInfinite, seconds } from "./words.js";
/** @import { Objective } from "./types.d.ts" */

/** @type {(objective: Objective, report: Report) => void} */
export function tellMeasures(objective, report) {
  for (const stage of objective.stages) {
    const name = `${objective.name}, stage at ${stage.weight} %`;
    if (stage.share !== undefined) {
      tellShare(objective, stage, name, report);
    } else if (stage.worst !== undefined && !isInfinite(stage.worst)) {
      tellWorst(objective, stage.worst, name, report);
    }
  }
}

function tellShare(objective, stage, name, report) {
  const { kind, max, measure } = objective;
  const { share, requests } = stage;
  const within = kind === "Quantile" ? `, within ${seconds(max)}` : "";
  report.metric(name + within, round((measure.isGood ? 1 - share : share) * 100), "%");
  if (kind === "Ratio") {
    report.metric(`${name}, requests`, Math.round(requests));
  }
}

/** @type {(objective: Objective, worst: number, name: string, report: Report) => void} */
function tellWorst(objective, worst, name, report) {
  const side = isLowerWorse(objective) ? "lowest" : "highest";
  const [value, unit] = objective.kind === "Quantile" ? [worst * 1000, "ms"] : [worst, null];
  report.metric(`${name}, ${side}`, round(value), unit);
}

/**
 * How it was measured, where a reader should know.
 * @type {(objective: Objective, report: Report) => void}
 */
export function judgeMeasure({ name, breach, measure }, report) {
  const { warning, shortRange, missing, remarks = [] } = measure;
  if (warning) {
    report.warning("interpolated", `${name}: ${warning}.`);
  }

  if (shortRange) {
    report.warning("short-range", `${name}: ${shortRangeText(shortRange)}.`);
  }

  if (missing && breach) {
    report.warning("partial", `${name}: Prometheus says that a part of its data is missing (${missing.join("; ")}), so the numbers are of the rest.`);
  }

  for (const remark of remarks) {
    report.note("remark", `${name}: Prometheus remarks: ${remark}.`);
  }
}
