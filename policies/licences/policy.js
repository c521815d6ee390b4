// Who ships a component keeps to its licence. `MIT OR GPL-3.0-only` leaves a choice, `MIT AND Zlib` does not.

import { matchesAny } from "../lib/globs.js";
import { isSatisfied, parseExpression } from "../lib/licences.js";
import { count, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */
/** @import { Licence } from "../lib/licences.js" */

/** What bills write where nobody knows the licence. */
const nothing = ["", "NOASSERTION", "NONE", "UNKNOWN", "UNLICENSED"];

/** @type {import("./types.d.ts").Judge} */
export function judge({ sbom }, settings, report) {
  const used = new Set();
  for (const bill of sbom) {
    const bad = bill.components.filter((component) => !judgeComponent(component, settings, used, report));
    if (bill.components.length === 0) {
      report.error("no-components", `${bill.path} lists no component, so no licence was looked at.`, { path: bill.path });
    } else if (bad.length === 0) {
      report.pass("licences", `${count(bill.components.length, "component")} of ${bill.path}, all under licences that are allowed`);
    }

    report.metric("components", bill.components.length);
  }

  for (const { component } of settings.components.filter((entry) => !used.has(entry))) {
    report.note("component-unused", `No component is called ${short(component)} any more. Remove it from \`components\`.`);
  }
}

/** @type {(component: SbomComponent, settings: Settings, used: Set<object>, report: Report) => boolean} */
function judgeComponent(component, settings, used, report) {
  const title = short(component.version ? `${component.name}@${component.version}` : component.name);
  const where = { ...component.where, identity: short(component.purl ?? title) };
  const names = [component.name, withoutVersion(component.purl)];
  const known = settings.components.filter((entry) => names.some((name) => matchesAny([entry.component], name)));
  known.forEach((entry) => used.add(entry));

  const stated = component.licenses.filter((text) => !nothing.includes(text.trim().toUpperCase()));
  const texts = stated.length > 0 && stated.length === component.licenses.length ? stated : known.map(({ licence }) => licence);
  if (texts.length === 0) {
    report.error("licence-unknown", `${title} says nothing of its licence. Without one nobody may ship it.`, where);
    return false;
  }

  const expressions = texts.map((text) => ({ text, expression: parseExpression(text) }));
  const allowed = [...settings.allowed, ...known.map(({ licence }) => licence)];
  const denied = expressions.filter(({ text, expression }) => !known.some(({ licence }) => licence === text || !expression)
    && (!expression || !isSatisfied(expression, (licence) => isAllowed(licence, allowed))));
  for (const { text, expression } of denied) {
    report.error(expression ? "licence-denied" : "licence-unreadable", expression
      ? `${title} is under ${short(text)}, which \`allowed\` does not cover.`
      : `${title} is under "${short(text)}", which is no licence expression of SPDX.`, where);
  }

  return denied.length === 0;
}

/**
 * An exception only adds to what the licence allows, so the licence alone is enough. Old ids such as `GPL-2.0+` are named in `allowed` as they are written.
 * @type {(licence: Licence, allowed: string[]) => boolean}
 */
function isAllowed({ licence, exception }, allowed) {
  return matchesAny(allowed, licence) || (exception !== undefined && matchesAny(allowed, `${licence} WITH ${exception}`));
}

/** @param {string | null} purl */
function withoutVersion(purl) {
  return (purl ?? "").replace(/[@?#](?!.*\/).*$/, "");
}
