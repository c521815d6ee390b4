// A way back that nobody has gone lately is a hope. The newest drill of each kind counts: an older one that was better proves nothing.

import { daysBetween, momentOf, parseTime } from "../lib/moments.js";
import { round } from "../lib/numbers.js";
import { at } from "../lib/places.js";
import { short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

const measures = { rpo_minutes: "rpo", rto_minutes: "rto", mttr_minutes: "mttr" };

/** @type {import("./types.d.ts").Judge} */
export function judge(evidence, settings, report) {
  const { json } = evidence;
  const now = momentOf(evidence);
  const answers = json.filter((doc) => doc.get("data.resultType"));
  const drills = json.filter((doc) => !answers.includes(doc) && isDrill(doc, now, report));
  for (const kind of settings.drills) {
    const newest = drills.filter((doc) => doc.get("kind")?.value === kind).sort((a, b) => timeOf(b) - timeOf(a))[0];
    if (newest) {
      judgeDrill(newest, now, settings, report);
    } else {
      report.error("no-drill", `No drill of ${short(kind)} is here.`);
    }
  }

  answers.forEach((doc) => judgeLag(doc, settings, report));
}

/** @type {(doc: GateDocument, now: number, report: Report) => boolean} */
function isDrill(doc, now, report) {
  const bad = Object.keys(measures).filter((key) => !(typeof doc.get(key)?.value === "number" && doc.get(key)?.value >= 0));
  const wrong = [...bad, ...(timeOf(doc) <= now ? [] : ["finished"]), ...["kind", "passed"].filter((key) => doc.get(key) === undefined)];
  if (wrong.length > 0) {
    report.error("not-a-drill", `${doc.path} tells of no drill: ${wrong.join(", ")} ${wrong.length === 1 ? "is" : "are"} missing or not what must stand there.`, at(doc.get(wrong[0]) ?? doc, "drill"));
  }

  return wrong.length === 0;
}

/** @type {(doc: GateDocument, now: number, settings: Settings, report: Report) => void} */
function judgeDrill(doc, now, settings, report) {
  const kind = short(doc.get("kind"));
  const days = daysBetween(timeOf(doc), now);
  const slow = Object.entries(measures).filter(([key, setting]) => doc.get(key)?.value > settings[setting]);
  if (!(days <= settings.days)) {
    report.error("too-old", `The last drill of ${kind} was ${Math.floor(days)} days ago, at most ${settings.days} may pass.`, at(doc.get("finished") ?? doc, kind));
  }

  if (doc.get("passed")?.value !== true) {
    report.error("failed", `The last drill of ${kind} did not pass.`, at(doc.get("passed") ?? doc, kind));
  }

  for (const [key, setting] of slow) {
    report.error("too-slow", `${key} of the last drill of ${kind} is ${round(doc.get(key)?.value)}, at most ${settings[setting]} may be.`, at(doc.get(key) ?? doc, key));
  }

  if (days <= settings.days && slow.length === 0 && doc.get("passed")?.value === true) {
    report.pass("drill", `${kind}: ${Math.floor(days)} days ago, lost ${doc.get("rpo_minutes")} and took ${doc.get("rto_minutes")} minutes`);
  }
}

/** @type {(doc: GateDocument, settings: Settings, report: Report) => void} */
function judgeLag(doc, settings, report) {
  const values = doc.find("data.result[*].value[1]");
  const behind = values.filter(({ value }) => !(Number(value) <= settings.lag));
  if (doc.get("status")?.value !== "success" || values.length === 0) {
    report.error("lag", `${doc.path} holds no value, so how far replication lags is not known.`, at(doc, "lag"));
  } else if (behind.length > 0) {
    report.error("lag", `Replication lags ${short(behind[0], 20)} seconds, at most ${settings.lag} may be.`, at(behind[0], behind[0].pointer));
  } else {
    report.pass("lag", `replication lags at most ${settings.lag} seconds`);
  }
}

/** @param {GateDocument} doc */
function timeOf(doc) {
  return parseTime(doc.get("finished")?.value);
}
