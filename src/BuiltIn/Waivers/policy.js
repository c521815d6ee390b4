// Says what is wrong with the waivers themselves. Nothing here blocks: a waiver that has expired no longer covers its findings, and those block.

import { count } from "../lib/texts.js";
/** @import { Waiver } from "./types.d.ts" */

/** How many days before its end a waiver is named. */
const notice = 14;

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const active = evidence.waivers.filter((waiver) => judgeWaiver(waiver, evidence.path, report));
  if (active.length > 0) {
    report.pass("in-force", `${count(active.length, "waiver is", "waivers are")} in force`);
  }
}

/**
 * Returns whether the waiver is in force.
 * @type {(waiver: Waiver, path: string, report: Report) => boolean}
 */
function judgeWaiver(waiver, path, report) {
  const where = { path, line: waiver.line, identity: identityOf(waiver) };
  const title = `The waiver for ${subjectOf(waiver)}`;
  if (!waiver.gateIsKnown) {
    const hint = waiver.suggestion ? `; did you mean ${waiver.suggestion}?` : ".";
    report.warning("unknown-gate", `A waiver names ${waiver.gate}, which is not a gate of the configuration${hint} It covers nothing.`, where);
  } else if (waiver.expired) {
    report.warning("expired", `${title} expired on ${waiver.expires} and no longer applies. ${whatToDo(waiver)}`, where);
  } else if (waiver.matches === 0 && waiver.sawEverything) {
    report.warning("unused", `${title} matches nothing any more: remove it, so that it cannot cover something new.`, where);
  } else {
    if (waiver.daysLeft <= notice) {
      report.note("expiring", `${title} of ${waiver.owner} expires ${waiver.daysLeft === 0 ? "today" : `on ${waiver.expires}`}.`, where);
    }

    return true;
  }

  return false;
}

/** @param {Waiver} waiver */
function whatToDo({ matches, owner, sawEverything }) {
  if (matches > 0) {
    return `It would still cover ${count(matches, "finding")}: mend ${matches === 1 ? "it" : "them"}, or have ${owner} decide again.`;
  }

  return sawEverything ? "Nothing needs it: remove it." : `Remove it, or have ${owner} decide again.`;
}

/** @param {Waiver} waiver */
function subjectOf({ gate, rule, fingerprint, path }) {
  return [gate, rule, fingerprint && `finding ${fingerprint.slice(0, 15)}`, path && `in ${path}`].filter(Boolean).join(" ");
}

/** @param {Waiver} waiver */
function identityOf({ gate, rule, path, fingerprint, added, expires }) {
  return [gate, rule, path, fingerprint, added, expires].join("|");
}
