// Says what running the builds proved.

import { code, count, list } from "../lib/texts.js";
/** @import { Build, Difference } from "./types.d.ts" */
/** @import { Say, Where } from "./places.js" */

const named = 10;

/** What to do about each cause of a difference. */
const remedies = {
  "time": "declare `ARG SOURCE_DATE_EPOCH` and take the time from it (`date -u -d @$SOURCE_DATE_EPOCH`), or write none",
  "path": "build under one path, or map it away (`-ffile-prefix-map`, `-trimpath`, `/p:PathMap`)",
  "host": "leave the machine's name out of what is built",
  "user": "set owner and mode on purpose (`install -o 0 -g 0 -m 644`, `umask 022`), and leave the user's name out",
  "order": "sort what is listed (`LC_ALL=C sort`, `tar --sort=name`) before it is packed or linked",
  "random": "give the generator a fixed seed, or derive ids from the content",
  "archive": "pack without them (`gzip -n`; `tar --mtime=@$SOURCE_DATE_EPOCH --sort=name --owner=0 --group=0`; `zip -X`; `ar D`; Python's checked-hash)",
  "unknown": "compare both with diffoscope, and take out what differs",
};

const causes = {
  "time": "time",
  "path": "path",
  "host": "host name",
  "user": "user or umask",
  "order": "order",
  "random": "randomness",
  "archive": "archive metadata",
  "unknown": "not known",
};

/** @type {(builds: Build[], say: Say, report: Report) => void} */
export function judgeBuilds(builds, say, report) {
  const ratios = builds.map((build) => judge(build, say, report)).filter((ratio) => ratio !== null);
  if (ratios.length > 0) {
    report.metric("reproducible", percent(Math.min(...ratios)), "%");
  }
}

/** @type {(build: Build, say: Say, report: Report) => number | null} */
function judge(build, say, report) {
  build.reaches.forEach((reach) => say(
    "build-reaches-out",
    `${build.name}: ${code(reach.step)} tried to reach ${hosts(reach.hosts)} and went on without it; with a network the build would be another. `
      + "Take the attempt out, or fetch in a step before the build.",
    where(build, reach.line, `reaches ${reach.step}`),
  ));
  if (build.failure) {
    judgeFailure(build, build.failure, say);
    return null;
  }

  report.pass("build-needs-network", `${build.name} builds without network, by ${build.builder}`);
  return build.compared ? judgeComparison(build, build.compared, say, report) : null;
}

/** @type {(build: Build, failure: NonNullable<Build["failure"]>, say: Say) => void} */
function judgeFailure(build, failure, say) {
  const { kind, line, said, second } = failure;
  const step = failure.step || "the build";
  const when = second ? ", the second time only" : "";
  const at = build.path ? ` (${build.path}:${line})` : "";
  if (kind === "network") {
    say("build-needs-network", `${build.name}: ${code(step)}${at} needs the network${when}: it tried to reach ${hosts(failure.hosts)}. It said: ${said}. `
      + "Bring what it fetches into the repository or the base image, or fetch it by digest in a step before the build.", where(build, line, `needs ${step}`));
  } else {
    say("build-failed", `${build.name}: ${code(step)}${at} failed without network${when}: ${said}.`, where(build, line, `failed ${step}`));
  }
}

/** @type {(build: Build, compared: NonNullable<Build["compared"]>, say: Say, report: Report) => number} */
function judgeComparison(build, compared, say, report) {
  const { files, same, accepted, limit, differing } = compared;
  const ratio = files === 0 ? 100 : ((same + accepted) * 100) / files;
  const open = differing.filter((difference) => !difference.accepted);
  const missing = files - same - accepted;
  const text = `${build.name}: reproducible ${percent(ratio)} % (limit ${limit} %): ${count(missing, "file differs", "files differ")}`
    + `${accepted > 0 ? `, ${accepted} more may` : ""}, of ${files}`;
  if (missing > 0) {
    const rule = ratio < limit ? "not-reproducible" : "build-differs";
    const help = `What helps in ${build.name}: ${remediesOf(open)}.`;
    const place = where(build, open[0]?.line ?? 1, rule);
    say(rule, `${text}. ${tell(open)}${build.path ? "" : ` ${help}`}`, { ...place, help });
  } else {
    report.pass("not-reproducible", `${build.name}: reproducible 100 % (limit ${limit} %): ${count(files, "file is", "files are")} the same in both builds`
      + `${accepted > 0 ? `, but for ${accepted} that may differ` : ""}; ${list(compared.varied)} varied, ${list(compared.notVaried)} did not`);
  }

  differing.filter((difference) => difference.accepted).slice(0, named).forEach((difference) =>
    report.log(`${build.name}: ${difference.path} may differ: ${difference.accepted}`));
  compared.expired.forEach((glob) => say("build-accepted-expired", `${build.name}: the day until which ${code(glob)} may differ is over. `
    + "Mend what differs, or set `expires` anew.", where(build, 1, `expired ${glob}`)));
  compared.unused.forEach((glob) => report.log(`${build.name}: nothing that differs fits ${glob} in \`accept\`; take it out`));
  report.log(`${build.name}: the times of ${compared.times} of ${compared.timed} files are the same; times do not count`);
  return ratio;
}

/** @type {(differing: Difference[]) => string} */
function tell(differing) {
  const shown = differing.slice(0, named).map(({ path, what, cause, detail }) =>
    `${code(path)} (${list(what)}; likely cause: ${causes[cause]}${detail ? `, ${detail}` : ""})`);
  const more = differing.length > named ? ` and ${differing.length - named} more` : "";
  return `${shown.join("; ")}${more}.`;
}

/** @type {(differing: Difference[]) => string} */
function remediesOf(differing) {
  return [...new Set(differing.map(({ cause }) => cause))].map((cause) => `${causes[cause]}: ${remedies[cause]}`).join("; ");
}

/** A ratio that is not whole is never rounded up to it. */
function percent(/** @type {number} */ ratio) {
  return Math.floor(ratio * 10) / 10;
}

/** @param {string[]} names */
function hosts(names) {
  return names.length > 0 ? list(names) : "a host that it does not name";
}

/** @type {(build: Build, line: number, identity: string) => Where} */
function where(build, line, identity) {
  const named = `${build.name} ${identity}`;
  return build.path ? { path: build.path, line, identity: named } : /** @type {Where} */ ({ identity: named });
}
