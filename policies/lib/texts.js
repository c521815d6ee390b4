/// <reference path="../types/gates.d.ts" />

/**
 * Cuts a text for a message: messages have a limit, and a file may hold anything.
 * @param {unknown} value
 */
export function short(value) {
  const text = String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/**
 * A number with its noun: `1 test`, `3 tests`.
 * @param {number} number
 * @param {string} noun
 * @param {string} [plural]
 */
export function count(number, noun, plural = `${noun}s`) {
  return `${number} ${number === 1 ? noun : plural}`;
}
