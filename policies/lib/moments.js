// Times and durations. A policy has no clock: the present is a fact, so that the same evidence is judged alike in years.

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** Seconds of each unit, as Go, Prometheus and ISO 8601 (in lower case) write it. */
const seconds = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/**
 * The moment that is judged, in milliseconds: that of the run, else that of the head commit; NaN when no fact says. A limit that a NaN is held against must
 * fail, so write `!(days <= most)`.
 * @param {{ run?: { time?: string }, git?: GitFacts }} facts
 */
export function momentOf({ run, git }) {
  const head = git?.commits?.find(({ sha }) => sha === git.head);
  return Date.parse(run?.time ?? head?.time ?? "");
}

/**
 * @param {number} from milliseconds
 * @param {number} to milliseconds
 */
export function daysBetween(from, to) {
  return (to - from) / millisecondsPerDay;
}

/**
 * A text such as `2026-11-30T10:00:00Z` or `2026-11-30` in milliseconds. Anything else is NaN: Date.parse takes more than times. Without a zone it is UTC,
 * so that it means the same everywhere.
 * @param {unknown} value
 */
export function parseTime(value) {
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)\d*(Z|[+-]\d\d:\d\d)?)?$/.exec(String(value)) ?? [];
  return day === undefined ? NaN : Date.parse(time === undefined ? day : `${day}T${time}${zone ?? "Z"}`);
}

/**
 * A duration such as `15m`, `1h30m`, `PT15M` or `P1D` in seconds; NaN when it is none.
 * @param {unknown} value
 */
export function parseDuration(value) {
  const text = String(value).toLowerCase().replace(/^p(?=.)(.*)$/, (_, rest) => rest.replace("t", ""));
  return /^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(text)
    ? [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)].reduce((sum, [, number, unit]) => sum + Number(number) * seconds[unit], 0)
    : NaN;
}
