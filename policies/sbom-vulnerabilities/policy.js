// What is shipped must be listed, and what is listed must have no severe vulnerability that nobody looked at.

import { matchesAny } from "../lib/globs.js";
import { reaches } from "../lib/severities.js";
import { beginning, count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/** What an analysis may come to, so that a vulnerability no longer counts. */
const settled = ["not_affected", "false_positive", "resolved", "resolved_with_pedigree"];

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const bills = evidence.sbom ?? [];
  judgePresence(bills, settings, report);

  bills.forEach((bill) => {
    judgeContent(bill, settings, report);
    judgeAge(bill, evidence.git, settings, report);
    judgeLicences(bill, settings, report);
  });
  judgeVulnerabilities(bills, settings, report);
}

/** @type {(bills: Sbom[], settings: Settings, report: Report) => void} */
function judgePresence(bills, settings, report) {
  if (bills.length === 0) {
    report.error("no-sbom", "No bill of materials is here. Write one with syft, cdxgen or the build tool, and let `facts: { sbom: [...] }` select it.");
  }

  for (const glob of settings.subjects) {
    if (!bills.some((bill) => bill.subject && matchesAny([glob], bill.subject.name))) {
      const others = bills.map((bill) => bill.subject?.name ?? `${bill.path}, which names no subject`);
      report.error("subject-missing", `No bill of materials is about ${glob}. There is: ${short(others.join("; ")) || "none"}.`);
    }
  }
}

/** @type {(bill: Sbom, settings: Settings, report: Report) => void} */
function judgeContent(bill, settings, report) {
  const { components, path } = bill;
  if (components.length === 0) {
    report.error("sbom-empty", `${path} lists no component. A scan of the wrong folder or layer looks like this.`, { path });
    return;
  }

  const unidentified = components.filter((component) => !component.version || !component.purl);
  const percent = 100 * (components.length - unidentified.length) / components.length;
  if (percent < settings["identified-percent"]) {
    report.error("components-unidentified",
      `${path} gives a version and a purl for ${percent.toFixed(1)} % of its components, at least ${settings["identified-percent"]} % must have both; without them: ${beginning(unidentified.map(titleOf))}.`,
      unidentified[0].where);
  } else {
    report.pass("sbom", `${path} lists ${count(components.length, "component")}`);
  }
}

/**
 * There is no clock here: age is counted to the head commit.
 * @type {(bill: Sbom, git: GitFacts | undefined, settings: Settings, report: Report) => void}
 */
function judgeAge(bill, git, settings, report) {
  const head = git?.commits?.find(({ sha }) => sha === git.head);
  const limit = settings["maximum-age-days"];
  if (!limit || !head) {
    return;
  }

  const days = (Date.parse(head.time ?? "") - Date.parse(bill.created ?? "")) / millisecondsPerDay;
  if (Number.isNaN(days)) {
    report.error("sbom-undated", `${bill.path} does not say when it was made, so nobody can tell whether it is about this commit.`, { path: bill.path });
  } else if (days > limit) {
    report.error("sbom-old", `${bill.path} was made ${Math.floor(days)} days before the head commit, at most ${limit} may lie between. Make it again from what is released.`, { path: bill.path });
  }
}

/** @type {(bill: Sbom, settings: Settings, report: Report) => void} */
function judgeLicences(bill, settings, report) {
  for (const component of bill.components) {
    const denied = component.licenses.filter((licence) => matchesAny(settings["denied-licences"], licence));
    if (denied.length > 0) {
      report.error("licence-denied", `${titleOf(component)} is under ${short(denied.join(", "))}, which \`denied-licences\` names. Replace the component, or ask whoever owns the list.`,
        { ...component.where, identity: `${component.purl ?? titleOf(component)} ${denied.join(" ")}` });
    }
  }
}

/** @type {(bills: Sbom[], settings: Settings, report: Report) => void} */
function judgeVulnerabilities(bills, settings, report) {
  const allowed = new Map(settings.allow.map(({ id, reason }) => [id, reason]));
  const all = bills.flatMap((bill) => bill.vulnerabilities);
  for (const vulnerability of all) {
    const { id, state } = vulnerability;
    if (settled.includes(state ?? "")) {
      report.pass("vulnerability-settled", `${short(id)}: ${state}`);
    } else if (allowed.has(id)) {
      report.pass("vulnerability-allowed", `${id}: ${short(allowed.get(id))}`);
    } else {
      judgeVulnerability(vulnerability, settings, report);
    }
  }

  report.metric("vulnerabilities", all.length);
  const found = new Set(all.map(({ id }) => id));
  [...allowed.keys()].filter((id) => !found.has(id))
    .forEach((id) => report.note("allowance-unused", `${id} is allowed and no longer found. Remove it from \`allow\`.`));
}

/** @type {(vulnerability: SbomVulnerability, settings: Settings, report: Report) => void} */
function judgeVulnerability({ id, severity, components, fixed, where }, settings, report) {
  const kind = reaches(severity, settings["fail-at"]) ? "error" : severity === "unknown" ? "warning" : "note";
  const mend = fixed ? `Update to ${short(fixed)}.` : "No fix is named: replace it, or record an analysis (VEX) of why it does no harm here.";
  report[kind](`${severity}-vulnerability`, `${short(id)} in ${short(components.join(", ")) || "this software"} is ${severity}. ${mend}`,
    { ...where, identity: `${id} ${components.join(" ")}` });
}

/** @param {SbomComponent} component */
function titleOf({ name, version }) {
  return short(version ? `${name}@${version}` : name);
}
