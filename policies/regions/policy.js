// A service in one region is down when that region is.

import { at } from "../lib/places.js";
import { count, list, short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge({ yaml }, settings, report) {
  const sets = yaml.filter((doc) => doc.get("kind")?.value === "ApplicationSet");
  if (sets.length === 0) {
    report.error("no-application-set", "None of the selected files holds an ApplicationSet.");
  }

  for (const set of sets) {
    const name = short(set.get("metadata.name") ?? "(unnamed)");
    const elements = set.find("spec.generators.**.list.elements.*");
    const regions = [...new Set(elements.map((element) => element.get(settings.key)?.value).filter((region) => typeof region === "string" && region !== ""))];
    const fail = (rule, message, where) => report.error(rule, `${name} ${message}.`, at(where ?? set, `${rule} ${name}`));
    if (elements.length === 0) {
      fail("not-listed", "lists no elements, so where it runs is not written here", set.get("spec.generators"));
    } else if (regions.length < settings.regions) {
      fail("too-few-regions", `runs in ${count(regions.length, "region")} (${list(regions) || "none"}), at least ${settings.regions} must be`, elements[0].parent);
    } else {
      report.pass("regions", `${name} runs in ${list(regions)}`);
    }

    const revisions = set.find("spec.template.spec.source.targetRevision").concat(set.find("spec.template.spec.sources.*.targetRevision"));
    const moving = revisions.filter(({ text }) => !/^(v?\d+\.\d+\.\d+(-[\w.-]+)?|[0-9a-f]{40}|\{\{.*\}\})$/.test(text ?? ""));
    moving.forEach((revision) => fail("moving-revision", `follows ${short(revision, 80)}, which may be something else tomorrow`, revision));
    if (revisions.length === 0) {
      fail("moving-revision", "names no targetRevision, which is HEAD");
    }

    const sync = (key) => set.get(`spec.template.spec.syncPolicy.automated.${key}`)?.value === true;
    sync("prune") || fail("not-pruned", "leaves in the cluster what the repository no longer has", set.get("spec.template.spec.syncPolicy"));
    sync("selfHeal") || fail("not-healed", "keeps what somebody changed by hand in the cluster", set.get("spec.template.spec.syncPolicy"));
  }
}
