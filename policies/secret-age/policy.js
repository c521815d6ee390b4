// A secret that nobody changes is known to everybody who ever left.

import { matchesAny } from "../lib/globs.js";
import { daysBetween, momentOf, parseTime } from "../lib/moments.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const loads = evidence.json.filter(({ path }) => matchesAny([settings.loads], path));
  const secrets = evidence.json.filter((doc) => !loads.includes(doc));
  const name = (doc) => doc.path.replace(/^.*\//, "").replace(/\.json$/, "");
  for (const secret of settings.secrets.filter((one) => !secrets.some((doc) => name(doc) === one))) {
    report.error("missing", `No metadata of ${short(secret)} is here, so its age is not known.`);
  }

  for (const doc of secrets) {
    const current = doc.get("data.current_version");
    const version = doc.get("data.versions")?.items().find(({ key }) => key === current?.text);
    const days = daysBetween(parseTime(version?.get("created_time")?.value), momentOf(evidence));
    if (doc.get("data.data")) {
      report.error("holds-value", `${doc.path} holds the secret itself, not only its metadata.`, at(doc.get("data.data") ?? doc, "value"));
    } else if (!version || Number.isNaN(days)) {
      report.error("no-metadata", `${doc.path} does not say when its current version was made: it is no metadata of Vault.`, at(doc, "metadata"));
    } else if (version.get("destroyed")?.value === true || version.get("deletion_time")?.value) {
      report.error("deleted", `The current version of ${name(doc)} is deleted.`, at(version, "deleted"));
    } else if (!(days <= settings.days)) {
      report.error("too-old", `${name(doc)} was changed ${Math.floor(days)} days ago, at most ${settings.days} may pass.`, at(version, "age"));
    } else {
      report.pass("age", `${name(doc)} was changed ${Math.floor(days)} days ago`);
    }

    const load = loads.find((one) => name(one) === name(doc));
    const [sent, failed] = [load?.get("metrics.http_reqs.count")?.value, load?.get("metrics.http_req_failed.value")?.value];
    if (settings["load-proof"] && !(sent > 0 && failed === 0)) {
      report.error("no-load-proof", `${name(doc)}: ${!load ? "no load ran" : sent > 0 ? "requests failed" : "no request was sent"} while it was changed.`, at(load ?? doc, `${name(doc)} load`));
    }
  }
}
