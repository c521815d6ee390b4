// Semantic versions, as semver.org writes them.

/**
 * @typedef {object} Version
 * @property {string} text as it is written
 * @property {number[]} core major, minor and patch
 * @property {string[]} pre what stands behind the `-`, in parts; empty for a release
 */

const number = "0|[1-9]\\d*";
const identifier = "0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*";
const form = new RegExp(`^(${number})\\.(${number})\\.(${number})(?:-((?:${identifier})(?:\\.(?:${identifier}))*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`);

/**
 * Reads `1.2.3`, `1.2.3-rc.1` or `1.2.3+build`.
 * @param {string} text
 * @returns {Version | undefined} undefined when it is no semantic version
 */
export function parseVersion(text) {
  const found = form.exec(text);
  if (!found) {
    return undefined;
  }

  const [, major, minor, patch, pre] = found;
  return { text, core: [major, minor, patch].map(Number), pre: pre ? pre.split(".") : [] };
}

/**
 * Below 0 when the first is older, above 0 when it is newer, 0 when neither comes first.
 * @param {Version} a
 * @param {Version} b
 */
export function compareVersions(a, b) {
  const difference = a.core.map((part, i) => part - b.core[i]).find((part) => part !== 0);
  return difference ?? comparePre(a.pre, b.pre);
}

/**
 * A release is newer than its release candidates; numbers count below words.
 * @param {string[]} a
 * @param {string[]} b
 */
function comparePre(a, b) {
  if (a.length === 0 || b.length === 0) {
    return b.length - a.length;
  }

  for (const [i, part] of a.entries()) {
    if (i >= b.length) {
      return 1;
    }

    if (part !== b[i]) {
      return comparePart(part, b[i]);
    }
  }

  return a.length - b.length;
}

/**
 * @param {string} a
 * @param {string} b
 */
function comparePart(a, b) {
  const [isNumber, otherIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && otherIsNumber) {
    return Number(a) - Number(b);
  }

  return isNumber !== otherIsNumber ? (isNumber ? -1 : 1) : a < b ? -1 : 1;
}
