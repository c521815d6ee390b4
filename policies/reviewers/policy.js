// A review is of what is merged, by somebody who did not write it, and with what a reviewer needs to know.

import { count, list, short } from "../lib/texts.js";
/** @import { Settings } from "./types.d.ts" */

/** @type {import("./types.d.ts").Judge} */
export function judge({ github }, settings, report) {
  const pulls = github.pullRequests;
  if (pulls === null || pulls.some(({ reviews, cut }) => reviews === null || cut) || github.cut.length > 0) {
    const what = [...github.unseen.map(({ what }) => what), ...github.cut];
    report.error("not-seen", `The pull request and its reviews could not be seen whole: ${short(list(what)) || "its text is too long"}.`);
  } else if (pulls.length === 0) {
    report.error("no-pull-request", `No pull request brought ${github.commit} to ${short(github.branch)}.`);
  } else {
    pulls.forEach((pull) => {
      judgeReviews(pull, settings, report);
      judgeText(pull, settings, report);
    });
  }
}

/** @type {(pull: GitHubPull, settings: Settings, report: Report) => void} */
function judgeReviews(pull, settings, report) {
  const name = `Pull request ${pull.number}`;
  const others = (pull.reviews ?? []).filter(({ byAuthor }) => !byAuthor);
  if (pull.draft) {
    report.error("draft", `${name} is a draft: its author is not done.`);
  }

  for (const { reviewer } of others.filter(({ state }) => state === "changes-requested")) {
    report.error("changes-requested", `${name} has changes requested by ${reviewer ?? "somebody"}, which nobody settled.`);
  }

  const counting = others.filter(({ state, ofHead, reviewer, association }) => state === "approved" && ofHead
    && reviewer?.startsWith("person-") && reviewer !== pull.author && settings.trusted.includes(association));
  if (counting.length < settings.approvals) {
    report.error("too-few-approvals", `${name} has ${count(counting.length, "approval")} of its last commit that count, ${settings.approvals} are needed.`);
  } else {
    report.pass("approvals", `${count(counting.length, "approval")} of the last commit of pull request ${pull.number}`);
  }
}

/** @type {(pull: GitHubPull, settings: Settings, report: Report) => void} */
function judgeText(pull, settings, report) {
  const lines = pull.body.replace(/<!--[^]*?(-->|$)|^```[^]*?(^```|$(?![^]))/gm, "").split(/\r?\n/);
  const begins = (text, word) => text.trim().toLowerCase().startsWith(word.toLowerCase());
  for (const section of settings.sections) {
    const start = lines.findIndex((line) => /^#{1,6}\s/.test(line) && begins(line.replace(/^#+/, ""), section));
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => /^#{1,6}\s/.test(line));
    const below = (end < 0 ? rest : rest.slice(0, end)).filter((line) => !/^\s*([-*] \[[ xX]\].*|[-*_.…]*)$/.test(line));
    if (start < 0 || below.length === 0) {
      report.error("section-missing", `The description of pull request ${pull.number} has ${start < 0 ? "no section" : "nothing in its section"} "${short(section)}".`);
    }
  }

  const tasks = lines.flatMap((line) => [...line.matchAll(/^\s*[-*] \[([ xX])\]\s+(.*)$/g)].map(([, mark, text]) => ({ done: mark !== " ", text })));
  for (const word of settings.ticked) {
    const about = tasks.filter(({ text }) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).join(" ").includes(word.toLowerCase()));
    const open = about.find(({ done }) => !done);
    if (open || about.length === 0) {
      report.error("task-open", open ? `"${short(open.text)}" of pull request ${pull.number} is not ticked.`
        : `Pull request ${pull.number} has no task "${short(word)}", so nobody says that it is done.`);
    }
  }
}
