// Someone must answer for everything that runs, or an alert at night has nobody to go to.

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  for (const doc of evidence.yaml) {
    const kind = doc.get("kind");
    if (!kind) {
      continue; // Not a Kubernetes manifest.
    }

    if (doc.get("metadata.labels")?.has(settings.label)) {
      report.pass("has-owner", `${doc.path} says who owns it`);
    } else {
      report.error("no-owner", `${kind} has no label "${settings.label}". Add the name of the team that answers for it.`, doc);
    }
  }
}
