/// <reference path="../types/gates.d.ts" />

/**
 * Whether a name matches: `*` stands for anything.
 * @param {string} glob
 * @param {string} name
 */
export function matches(glob, name) {
  return new RegExp(`^${escape(glob).replace(/\*+/g, "[^]*")}$`).test(name);
}

/**
 * Whether any of the globs matches the name.
 * @param {string[]} globs
 * @param {string} name
 */
export function matchesAny(globs, name) {
  return globs.some((glob) => matches(glob, name));
}

/**
 * Whether a path matches: `*` within one folder, `**` over folders, `?` for one character.
 * @param {string} glob
 * @param {string} path
 */
export function matchesPath(glob, path) {
  const wild = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
  const pattern = escape(glob).replace(/\*\*\/|\*\*|\*|\\\?/g, (found) => wild[found.replace("\\", "")]);
  return new RegExp(`^${pattern}$`).test(path);
}

/** @param {string} glob */
function escape(glob) {
  return glob.replace(/[.+^${}()|[\]\\?]/g, "\\$&");
}
