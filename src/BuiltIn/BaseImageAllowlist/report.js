// The drift of a cluster as a page: what does not run as it is declared, or may not run.

import { cell, codeCell, table } from "../lib/tables.js";
import { count } from "../lib/texts.js";
/** @import { Cluster, Running, Settings } from "./types.d.ts" */

/** No more have room; to make thousands would take the time of the judgement. */
const most = 1000;

/** @type {(cluster: Cluster, settings: Settings) => string} */
export function driftPage(cluster, settings) {
  const hasList = settings.allow?.length > 0 || settings["allow-from"]?.length > 0;
  const running = cluster.running.filter((one) => one.state !== "declared" || (hasList && !one.allowed));
  const rows = [...running.slice(0, most).map((one) => rowOf(one, hasList)), ...cluster.idle.slice(0, most).map(idleRowOf)];
  const more = running.length + cluster.idle.length - rows.length;
  const seen = `${count(cluster.pods, "pod")} and ${count(cluster.workloads, "workload")} in ${codeCell(cluster.server)} were looked at`;
  const head = `# Drift\n\n${seen}; ${count(cluster.running.length - running.length, "image")} of ${cluster.running.length} `
    + `${cluster.running.length - running.length === 1 ? "is" : "are"} what the repository declares.\n\n`;
  return rows.length === 0 ? `${head}Nothing drifts.\n` : head + table(["state", "workload", "container", "image", "declared at"], rows, { more });
}

/** @type {(one: Running, hasList: boolean) => string[]} */
function rowOf(one, hasList) {
  const { state, workload, container, containerKind, reference, written, digest, declared, pending, ignored, allowed } = one;
  const words = [state, hasList && !allowed && state !== "unresolved" ? "not allowed" : "", pending ? "pending" : "", ignored ? `ignored: ${ignored}` : ""];
  const image = reference ?? written ?? "";
  const content = digest === null || image.endsWith(digest) ? "" : ` ${codeCell(digest)}`;
  const at = declared ? `${codeCell(`${declared.path}:${declared.line}`)}${declared.reference ? ` ${codeCell(declared.reference)}` : ""}` : "";
  return [
    cell(words.filter((word) => word !== "").join(", ")), codeCell(workload), codeCell(containerKind ? `${containerKind} ${container}` : container),
    codeCell(image) + content, at,
  ];
}

/** @param {Cluster["idle"][number]} idle */
function idleRowOf({ reference, path, line }) {
  return ["declared, nothing runs it", "", "", codeCell(reference), codeCell(`${path}:${line}`)];
}
