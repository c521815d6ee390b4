// Globs over names and over paths.

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
 * Whether a path matches, in the one dialect of globs that docs/configuration.md describes.
 * @param {string} glob
 * @param {string} path
 */
export function matchesPath(glob, path) {
  return pathPattern(glob).test(path);
}

/**
 * The same as a regular expression, for a glob that many paths are held against.
 * @param {string} glob
 */
export function pathPattern(glob) {
  return new RegExp(`^(?:${expand(glob).map(pattern).join("|")})$`);
}

/**
 * The globs without braces that one stands for.
 * @param {string} glob
 * @returns {string[]}
 */
function expand(glob) {
  let start = -1;
  let depth = 0;
  let from = 0;
  const parts = [];
  for (let at = 0; at < glob.length; at++) {
    if (glob[at] === "[" && glob.indexOf("]", at + 2) > 0) {
      at = glob.indexOf("]", at + 2);
    } else if (glob[at] === "{" && depth++ === 0) {
      start = at;
      from = at + 1;
    } else if (glob[at] === "," && depth === 1) {
      parts.push(glob.slice(from, at));
      from = at + 1;
    } else if (glob[at] === "}" && --depth === 0) {
      parts.push(glob.slice(from, at));
      return parts.flatMap((part) => expand(glob.slice(0, start) + part + glob.slice(at + 1)));
    }
  }

  if (depth !== 0) {
    throw new Error(`the glob "${glob}" has { without }, or the other way round`);
  }

  return [glob];
}

/**
 * A glob without braces as a regular expression.
 * @param {string} glob
 */
function pattern(glob) {
  const parts = (glob.endsWith("/") ? `${glob}**` : glob).split("/");
  const last = parts.pop() ?? "";
  return parts.map((part) => (part === "**" ? "(?:[^/]+/)*" : `${namePattern(part)}/`)).join("") + lastPattern(last);
}

/**
 * What a glob ends with: a name without wildcards may be a folder, and then stands for all that is in it.
 * @param {string} part
 */
function lastPattern(part) {
  return part === "**" ? ".+" : namePattern(part) + (/[*?[]/.test(part) ? "" : "(?:/.*)?");
}

/** @param {string} part */
function namePattern(part) {
  return part.replace(/\[(!?)(\]?[^\]]*)\]|\*|\?|[^*?[]+|\[/g, (found, not, set) => {
    if (found === "*") {
      return "[^/]*";
    }

    if (found === "?") {
      return "(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[^/])";
    }

    return set === undefined ? escape(found) : `(?!/)[${not ? "^" : ""}${set.replace(/[\\\]^[]/g, "\\$&")}]`;
  });
}

/** @param {string} glob */
function escape(glob) {
  return glob.replace(/[.+^${}()|[\]\\?]/g, "\\$&");
}
