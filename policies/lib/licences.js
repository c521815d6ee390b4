// Licence expressions: SPDX 2.3, annex D (https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/).

/**
 * @typedef {{ licence: string, exception?: string }} Licence
 * @typedef {Licence | { all: Expression[] } | { any: Expression[] }} Expression
 */

const mostDepth = 50;

/**
 * @param {string} text
 * @returns {Expression | undefined} undefined when it is no expression
 */
export function parseExpression(text) {
  const words = text.match(/[()]|[^\s()]+/g) ?? [];
  const reader = { words, at: 0, depth: 0 };
  const expression = readAny(reader);
  return expression && reader.at === words.length ? expression : undefined;
}

/**
 * Whether somebody who keeps to some of the licences keeps to the expression: of OR one is enough, of AND all are needed.
 * @param {Expression} expression
 * @param {(licence: Licence) => boolean} accepts
 * @returns {boolean}
 */
export function isSatisfied(expression, accepts) {
  if ("any" in expression) {
    return expression.any.some((part) => isSatisfied(part, accepts));
  }

  return "all" in expression ? expression.all.every((part) => isSatisfied(part, accepts)) : accepts(expression);
}

/** @typedef {{ words: string[], at: number, depth: number }} Reader */

/** @type {(reader: Reader) => Expression | undefined} */
function readAny(reader) {
  return readList(reader, /^or$/i, (one) => readList(one, /^and$/i, readOne, (all) => ({ all })), (any) => ({ any }));
}

/** @type {(reader: Reader, word: RegExp, read: (reader: Reader) => Expression | undefined, join: (parts: Expression[]) => Expression) => Expression | undefined} */
function readList(reader, word, read, join) {
  const parts = [read(reader)];
  while (word.test(reader.words[reader.at] ?? "")) {
    reader.at++;
    parts.push(read(reader));
  }

  const whole = parts.filter((part) => part !== undefined);
  return whole.length < parts.length ? undefined : whole.length === 1 ? whole[0] : join(whole);
}

/** @type {(reader: Reader) => Expression | undefined} */
function readOne(reader) {
  const word = reader.words[reader.at++];
  if (word === "(") {
    if (++reader.depth > mostDepth) {
      return undefined;
    }

    const inner = readAny(reader);
    reader.depth--;
    return reader.words[reader.at++] === ")" ? inner : undefined;
  }

  if (!/^(?:DocumentRef-[\w.-]+:)?[\w.-]+\+?$/.test(word ?? "") || /^(and|or|with)$/i.test(word)) {
    return undefined;
  }

  if (!/^with$/i.test(reader.words[reader.at] ?? "")) {
    return { licence: word };
  }

  const exception = reader.words[reader.at + 1];
  reader.at += 2;
  return /^[\w.-]+$/.test(exception ?? "") ? { licence: word, exception } : undefined;
}
