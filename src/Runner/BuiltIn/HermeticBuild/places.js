// Where a fact stands, and what it is called from one run to the next.

export function at({ path, line }) {
  return `${path}:${line}`;
}

/** The identity stays the same when the line moves. */
export function place({ path, line }, identity) {
  return { path, line, identity };
}

/** A long identity becomes a short one that still says which it is: its end counts as well. */
export function nameOf(identity) {
  const { length } = identity;
  return length > 1000 ? `${identity.slice(0, 900)}… ${length} ${sum(identity, 2166136261)}${sum(identity, 40389)}` : identity;
}

/** FNV-1a, 32 bits. */
function sum(text, start) {
  let hash = start;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  }

  return (hash >>> 0).toString(16);
}
