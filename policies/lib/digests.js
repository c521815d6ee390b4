// What a digest is known for elsewhere in the same repository.

/**
 * The one digest of each image that is pinned somewhere: by its name and tag, as they are written there. One that is pinned to two is left out, for nobody
 * knows which of them is meant.
 * @param {string[]} references
 * @returns {Map<string, string>}
 */
export function knownDigests(references) {
  const known = new Map();
  for (const reference of references) {
    const [name, digest] = reference.split("@");
    if (/:[\w.-]+$/.test(name) && /^sha256:[0-9a-f]{64}$/.test(digest ?? "")) {
      known.set(name, known.has(name) && known.get(name) !== digest ? null : digest);
    }
  }

  return new Map([...known].filter(([, digest]) => digest !== null));
}

/**
 * @param {string} reference as it is written
 * @param {Map<string, string>} digests of knownDigests
 * @returns {Fix | null}
 */
export function pinAsElsewhere(reference, digests) {
  const digest = digests.get(reference);
  return digest === undefined ? null : { replace: reference, with: `${reference}@${digest}` };
}
