/// <reference path="../types/gates.d.ts" />
// Someone must answer for everything that runs, or an alert at night has nobody to go to.

interface Settings {
  label: string;
}

export const judge: Judge = (evidence, settings: Settings, report) => {
  for (const doc of evidence.yaml) {
    const kind = doc.get("kind");
    if (!kind) {
      continue; // Not a Kubernetes manifest.
    }

    const labels = doc.get("metadata.labels");
    if (labels?.has(settings.label)) {
      report.pass("has-owner", `${doc.path} says who owns it`);
    } else {
      report.error("no-owner", `${kind.value} has no label "${settings.label}". Add the name of the team that answers for it.`, doc);
    }
  }
};
