// What a service rests on exists, and held when somebody looked last.

import { daysBetween, momentOf, parseTime } from "../lib/moments.js";
import { round } from "../lib/numbers.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const now = momentOf(evidence);
  const services = evidence.yaml.flatMap((doc) => doc.find("services.*"));
  const results = new Map(evidence.json.map((doc) => [doc.path.replace(/^.*\/([^/]+\/[^/]+)\.json$/, "$1"), doc]));
  const byName = new Map(services.map((node) => [node.get("name")?.text ?? "", node]));
  for (const node of services) {
    const [name, repository] = [node.get("name")?.text ?? "", node.get("repository")?.text ?? ""];
    (!name || !repository || byName.get(name) !== node) && report.error("not-a-service", `A service needs a name of its own and a repository such as acme/shop.`, at(node, node.pointer));
    for (const needed of node.find("depends-on.*")) {
      const other = byName.get(needed.text ?? "");
      const problem = other ? problemOf(results.get(other.get("repository")?.text ?? ""), now, settings) : "is not declared";
      problem ? report.error(other ? "not-passed" : "missing", `${short(name)} depends on ${short(needed)}, which ${problem}.`, at(needed, `${name} ${needed}`))
        : report.pass("dependency", `${short(name)} depends on ${short(needed)}, which passed`);
    }
  }

  const adopted = 100 * services.filter((node) => results.has(node.get("repository")?.text ?? "")).length / services.length;
  const text = `${services.length === 0 ? "No service is declared" : `${round(adopted)} % of ${services.length} services have results`}; at least ${settings.adoption} % should`;
  adopted >= settings.adoption ? report.pass("adoption", text) : report.error("adoption", `${text}.`);
}

/** @type {(results: GateDocument | undefined, now: number, settings: import("./types.d.ts").Settings) => string | undefined} */
function problemOf(results, now, settings) {
  const days = daysBetween(parseTime(results?.get("started")?.value), now);
  const verdict = results?.get("verdict")?.value;
  return !results ? "has no results" : !["passed", "waived", "warned"].includes(verdict) ? `was ${short(verdict ?? "not judged", 20)}`
    : !(days >= 0 && days <= settings.days) ? `was judged more than ${settings.days} days ago, or nobody knows when` : undefined;
}
