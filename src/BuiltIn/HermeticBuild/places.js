// Where a fact stands, and what it is called from one run to the next.

/**
 * @typedef {{ path: string, line: number }} Fact
 * @typedef {Place & { identity: string }} Where
 * @typedef {(rule: string, message: string, where: Where, more?: { isMilder?: boolean, fix?: Fix | null }) => void} Say reports as severely as the rule is
 */

/** @param {Fact} fact */
export function at({ path, line }) {
  return `${path}:${line}`;
}

/**
 * The identity stays the same when the line moves.
 * @type {(fact: Fact, identity: string) => Where}
 */
export function place({ path, line }, identity) {
  return { path, line, identity };
}

/**
 * A long identity becomes a short one that still says which it is: its end counts as well.
 * @param {string} identity
 */
export function nameOf(identity) {
  const { length } = identity;
  return length > 1000 ? `${identity.slice(0, 900)}… ${length} ${sum(identity, 2166136261)}${sum(identity, 40389)}` : identity;
}

/**
 * FNV-1a, 32 bits.
 * @type {(text: string, start: number) => string}
 */
function sum(text, start) {
  let hash = start;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  }

  return (hash >>> 0).toString(16);
}
