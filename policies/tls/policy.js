// TLS that is on is not TLS that holds: what is offered, how long the certificate lives, and what a scanner found.

import { daysBetween, momentOf, parseTime } from "../lib/moments.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";
import { objectsOf } from "../lib/workloads.js";

const ratings = ["OK", "INFO", "WARN", "LOW", "MEDIUM", "HIGH", "CRITICAL", "FATAL"];

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  for (const doc of evidence.json ?? []) {
    const results = doc.root.kind === "seq" ? doc.root.items() : doc.find("scanResult.**").filter((one) => one.kind === "map" && one.has("finding"));
    const text = (id) => results.find((one) => one.get("id")?.value === id)?.get("finding")?.text;
    if (!text("TLS1_3")) {
      report.error("not-scanned", `${doc.path} does not say whether TLS 1.3 is offered: it is no whole report of testssl.sh.`, at(doc, "report"));
      continue;
    }

    /^offered/.test(text("TLS1_3") ?? "") || report.error("no-tls-1-3", `${doc.path}: TLS 1.3 is ${short(text("TLS1_3"), 80)}.`, at(doc, "TLS1_3"));
    for (const id of ["SSLv2", "SSLv3", "TLS1", "TLS1_1"].filter((one) => !/^not offered/.test(text(one) ?? ""))) {
      report.error("old-protocol", `${doc.path}: ${id} is ${short(text(id) ?? "not looked at", 80)}.`, at(doc, id));
    }

    for (const one of results.filter((result) => ratings.indexOf(result.get("severity")?.value) >= ratings.indexOf(settings["fail-at"]) || !ratings.includes(result.get("severity")?.value))) {
      report.error("finding", `${short(one.get("id"))} of ${short(one.get("ip") ?? doc.path)} is ${short(one.get("severity") ?? "not rated", 20)}: ${short(one.get("finding"))}`, at(one, `${one.get("ip")} ${one.get("id")}`));
    }
  }

  for (const one of (evidence.yaml ?? []).flatMap(({ root }) => objectsOf(root)).filter((object) => object.get("kind")?.value === "Certificate")) {
    const name = short(one.get("metadata.name"));
    const days = daysBetween(momentOf(evidence), parseTime(one.get("status.notAfter")?.value));
    one.find("status.conditions.*").some((condition) => condition.get("type")?.value === "Ready" && condition.get("status")?.value === "True")
      || report.error("not-ready", `The certificate ${name} is not ready.`, at(one, `ready ${name}`));
    days > settings.days ? report.pass("valid", `${name} is valid for ${Math.floor(days)} days`)
      : report.error("expires", `The certificate ${name} ${Number.isNaN(days) ? "does not say until when it is valid" : `is valid for ${Math.floor(days)} more days`}, ${settings.days} are needed.`, at(one.get("status") ?? one, `expires ${name}`));
  }
}
