// A change counts when two people who are trusted agreed to exactly what is merged.

import { count, list } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/** @type {import("./types.d.ts").Judge} */
export function judge({ github }, settings, report) {
  const pulls = github.pullRequests;
  if (pulls === null || pulls.some(({ reviews }) => reviews === null) || github.cut.length > 0) {
    const what = [...github.unseen.map(({ what }) => what), ...github.cut];
    report.error("not-seen", `Who agreed to the change could not be seen: ${list(what) || "GitHub shows no reviews"}.`);
    return;
  }

  if (pulls.length === 0) {
    report.error("no-pull-request", `No pull request brought ${github.commit} to ${github.branch}, so nobody was asked.`);
    return;
  }

  pulls.forEach((pull) => judgePull(pull, settings, report));
}

/** @type {(pull: GitHubPull, settings: Settings, report: Report) => void} */
function judgePull(pull, settings, report) {
  const name = `Pull request ${pull.number}`;
  const reviews = (pull.reviews ?? []).filter(({ byAuthor }) => !byAuthor);
  for (const { reviewer } of reviews.filter(({ state }) => state === "changes-requested")) {
    report.error("changes-requested", `${name} has changes requested by ${reviewer ?? "somebody"}, which nobody settled.`);
  }

  const approved = reviews.filter((review) => review.state === "approved" && isTrusted(review.reviewer, review.association, settings));
  const counting = approved.filter(({ ofHead }) => ofHead || !settings["last-commit"]);
  const agreed = counting.length + (isTrusted(pull.author, pull.association, settings) ? 1 : 0);
  if (counting.length === 0 || agreed < settings.people) {
    const old = approved.length - counting.length;
    const why = old > 0 ? ` ${count(old, "approval")} ${old === 1 ? "is" : "are"} of an older commit.` : "";
    report.error("too-few-people", `${name} has ${count(counting.length, "approval")} that count, and ${agreed} of ${settings.people} people agreed to it.${why}`);
  } else {
    report.pass("two-people", `${agreed} people agreed to pull request ${pull.number}`);
  }
}

/**
 * Bots approve what they are told to, and an account that is gone is nobody.
 * @type {(who: Role | null, association: string, settings: Settings) => boolean}
 */
function isTrusted(who, association, settings) {
  return who !== null && who.startsWith("person-") && settings.trusted.includes(association);
}
