// Why the data cannot tell, and what to do about it.

import { count } from "../lib/texts.js";
import { clock, duration, promDuration, query, span } from "./words.js";
/** @import { Evidence, Hold, Objective } from "./types.d.ts" */

/** What was wrong with the data, and the remedy. */
const holes = {
  NoTraffic: ["had no traffic", "See that the router really sends requests to the canary."],
  Absent: ["found no such series", "Check the names and labels of the query, and that the canary is scraped."],
  Gap: ["has a gap", "See whether the scrape or the canary was down."],
  NotANumber: ["is not a number (NaN)", "A rate over no requests gives NaN: send traffic, or ask for a ratio with `bad` and `total`."],
  ScrapeDown: ["was not being scraped (`up`)", "Repair the scrape and watch again."],
  BeyondBuckets: ["is above the largest bucket of its histogram, where nobody can say how slow it was,", "Add a bucket at the limit."],
  Unheard: [
    "counts failures in what this Prometheus does not have",
    "Check the name; a counter that is born with the first failure must be there with 0 from the start.",
  ],
  Shared: ["was beyond its limit, but so was the stable version", "The trouble is not the canary's alone: wait until it is over and watch again."],
};

/** What charts say where the data is whole and yet cannot tell. */
const doubts = {
  Burst: "was beyond its limit, and the whole stage beyond twice as much",
  Chance: "was beyond its limit, which so few requests can be by chance",
  Open: "was beyond its limit when the last stage ended",
  Partial: "is known in part only",
};

/** @type {(objective: Objective, hold: Hold, evidence: Evidence) => string} */
export function holdText(objective, hold, evidence) {
  const { name } = objective;
  const { reason, since, until } = hold;
  const requests = Math.round(hold.requests ?? 0);
  const when = ` ${span(since, until)}`;
  const longest = duration(evidence.breach);
  switch (reason) {
    case "Thin":
      return `${name} saw ${requests} requests${when}, and ${evidence.minRequests} are needed to judge a stage. `
        + "Let the stage last longer, give it more traffic, or lower `min-requests`.";
    case "Chance":
      return `${name} was beyond its limit${when}, but with ${requests} requests that can be chance. `
        + "Give the canary more traffic, or more time, before it goes on.";
    case "Open":
      return `${name} was beyond its limit when the last stage ended, since ${clock(since)} UTC, and not yet for ${longest}. `
        + `Watch on before the old version goes. Query: ${query(objective)}.`;
    case "Burst":
      return `${name} was beyond its limit${when}, not for longer than ${longest}, but so far that the whole stage was beyond `
        + `${hold.requests === undefined ? "it most of the time" : "twice its limit"}. See what it was before the canary goes on. Query: ${query(objective)}.`;
    case "Partial":
      return `${name} is known in part only${when}: Prometheus says that data is missing (${objective.measure.missing?.join("; ")}). `
        + "See that all its stores answer, and watch again.";
    case "Coverage":
      return `${name} had no data for more than half of the stage${when}. See that the canary has traffic and is scraped.`;
    default:
      return holeText(objective, hold, when, longest);
  }
}

/** @type {(objective: Objective, hold: Hold, when: string, longest: string) => string} */
function holeText(objective, { reason, mayHideBreach }, when, longest) {
  const { name, measure } = objective;
  const [what, usual] = holes[reason];
  const remedy = measure.shortRange && isScrape(reason) ? `${upper(shortRangeText(measure.shortRange))}.` : usual;
  const names = reason === "Unheard" && measure.unheard ? ` (${measure.unheard})` : "";
  const breach = mayHideBreach ? "; it was beyond its limit beside that, so a breach may hide there" : "";
  return `${name} ${what}${names}${when}, longer than ${longest}${breach}. ${remedy} Query: ${query(objective)}.`;
}

/**
 * Why a range is too short, and what would be long enough.
 * @param {NonNullable<Objective["measure"]["shortRange"]>} shortRange
 */
export function shortRangeText({ range, seconds, scrape }) {
  const scrapes = Math.round(seconds / scrape);
  const trouble = scrapes < 2 ? "of which no rate can be made" : "so that one lost scrape can leave a hole";
  return `the range [${range}] holds ${count(scrapes, "scrape")}, ${duration(scrape)} apart, ${trouble}; use at least [${promDuration(scrape * 4)}]`;
}

/** @param {string} reason */
function isScrape(reason) {
  return reason === "Absent" || reason === "Gap" || reason === "NotANumber";
}

/** @param {string} text */
function upper(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/**
 * What a chart says at the time of the hold; nothing of what is true of a whole stage.
 * @param {Hold} hold
 */
export function markText({ reason }) {
  return holes[reason]?.[0] ?? doubts[reason];
}
