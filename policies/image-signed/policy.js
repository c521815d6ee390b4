// An image runs under the name of its digest, and somebody who may has signed that digest. A tag says neither.

import { matchesAny } from "../lib/globs.js";
import { at } from "../lib/places.js";
import { count, list, short } from "../lib/texts.js";
import { objectsOf, workloadsOf } from "../lib/workloads.js";
/** @import { Settings } from "./types.d.ts" */

/** What an analysis may come to, so that a vulnerability no longer counts. */
const settled = ["not_affected", "false_positive", "resolved", "resolved_with_pedigree"];

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const images = evidence.yaml.flatMap(({ root }) => objectsOf(root)).flatMap(workloadsOf)
    .flatMap(({ spec }) => ["initContainers", "containers", "ephemeralContainers"].flatMap((kind) => spec.find(`${kind}.*.image`)));
  if (images.length === 0) {
    report.error("no-image", "None of the selected manifests names an image. Correct the globs under `facts: { yaml: [...] }`.");
  }

  const bad = images.filter((image) => !judgeImage(image, evidence.provenance, settings, report));
  if (images.length > 0 && bad.length === 0) {
    report.pass("signed", `${count(images.length, "image")}, each by its digest, and signed where that is asked for`);
  }

  evidence.sbom.forEach((bill) => judgeBill(bill, settings, report));
}

/** @type {(image: GateNode, provenance: ArtifactProvenance[], settings: Settings, report: Report) => boolean} */
function judgeImage(image, provenance, settings, report) {
  const name = short(image.value);
  const digest = /@sha256:([0-9a-f]{64})$/.exec(image.text ?? "")?.[1];
  const fail = (rule, text) => {
    report.error(rule, `${name} ${text}`, at(image, `${rule} ${name}`));
    return false;
  };
  if (!digest) {
    return fail("not-pinned", "is not named by its digest, so what runs may be another image than what was signed.");
  }

  if (matchesAny(settings.unsigned, name)) {
    report.pass("unsigned", `${name} is built by others`);
    return true;
  }

  // A registry computes an image's digest over its manifest, so a signature over that file is one over the image.
  const proven = provenance.filter(({ sha256 }) => sha256 === digest);
  const trusted = proven.filter(({ signer }) => settings.signers.length === 0 || matchesAny(settings.signers, signer ?? ""));
  const best = trusted.sort((a, b) => (b.level ?? 0) - (a.level ?? 0))[0];
  if (proven.length === 0 || proven.every(({ level }) => level === null)) {
    return fail("not-signed", proven.length > 0 ? `has no provenance that holds: ${short(proven[0].reason)}` : "is none of the images whose provenance was verified.");
  }

  if (!best) {
    return fail("signer", `was signed by ${short(proven[0].signer ?? "nobody known")}, who is none of ${list(settings.signers, { word: "or" })}.`);
  }

  return (best.level ?? 0) >= settings.level
    || fail("level-too-low", `was built at level ${best.level ?? 0}, level ${settings.level} is needed: ${short(best.reason)}`);
}

/** @type {(bill: Sbom, settings: Settings, report: Report) => void} */
function judgeBill(bill, settings, report) {
  const open = bill.vulnerabilities.filter(({ state }) => !settled.includes(state ?? ""));
  for (const { id, score, severity, components, fixed, where } of open) {
    const place = { ...where, identity: short(`${id} ${components.join(" ")}`) };
    const what = `${short(id)} in ${short(list(components)) || "this software"}`;
    if (score === null ? severity === "critical" : score >= settings.cvss) {
      report.error("vulnerable", `${what} has a score of ${score ?? "critical"}, it must be below ${settings.cvss}. ${fixed ? `Update to ${short(fixed)}.` : "No fix is named."}`, place);
    } else if (score === null) {
      report.warning("no-score", `${what} has no score.`, place);
    }
  }

  if (bill.components.length === 0) {
    report.error("sbom-empty", `${bill.path} lists no component, so no vulnerability could be found.`, { path: bill.path });
  } else if (bill.version && bill.format !== "CycloneDX") {
    report.error("sbom-without-vulnerabilities", `${bill.path} is ${bill.format}, which holds no vulnerabilities. Write CycloneDX, with what a scanner found.`, { path: bill.path });
  } else {
    report.pass("vulnerable", `${bill.path} has ${count(open.length, "vulnerability", "vulnerabilities")} that count`);
  }
}
