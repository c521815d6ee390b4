// What a fault does to a service is known when somebody tried.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { count, short } from "../lib/texts.js";
import { objectsOf } from "../lib/workloads.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ yaml }, settings, report) {
  const objects = yaml.flatMap(({ root }) => objectsOf(root));
  const results = objects.filter((one) => one.get("kind")?.value === "ChaosResult" || (one.get("kind")?.value === "Workflow" && /^chaos-mesh\.org\//.test(one.get("apiVersion")?.value)));
  const name = (one) => String(one.get("spec.experiment")?.value ?? one.get("metadata.name")?.value);
  for (const experiment of settings.experiments.filter((glob) => !results.some((one) => matchesAny([glob], name(one))))) {
    report.error("missing", `No result of the experiment ${short(experiment)} is here.`);
  }

  const failed = results.filter((one) => {
    const problem = one.get("kind")?.value === "ChaosResult" ? litmus(one, settings.success) : mesh(one);
    if (problem) {
      report.error("failed", `${short(name(one))} ${problem}.`, at(one.get("status") ?? one, name(one)));
    }

    return problem;
  });
  if (results.length === 0) {
    report.error("no-result", "None of the selected files holds a result of Litmus or Chaos Mesh.");
  } else if (failed.length === 0) {
    report.pass("chaos", `${count(results.length, "experiment")} passed`);
  }
}

/** @type {(result: GateNode, least: number) => string | undefined} */
function litmus(result, least) {
  const [phase, verdict, probes] = ["phase", "verdict", "probeSuccessPercentage"].map((key) => result.get(`status.experimentStatus.${key}`)?.text);
  return phase !== "Completed" || verdict !== "Pass" ? `is ${short(verdict ?? "not judged", 40)} (${short(phase ?? "without a phase", 40)})`
    : !(Number(probes ?? NaN) >= least) ? `had ${short(probes ?? "no", 20)} % of its probes succeed, at least ${least} must` : undefined;
}

/** @type {(workflow: GateNode) => string | undefined} */
function mesh(workflow) {
  const accomplished = workflow.find("status.conditions.*").some((one) => one.get("type")?.value === "Accomplished" && one.get("status")?.value === "True");
  return accomplished ? undefined : "was not accomplished";
}
