// What messages are made of.

/**
 * Cuts a text for a message: messages have a limit, and a file may hold anything.
 * @param {unknown} value
 * @param {number} [most] how many characters stay
 */
export function short(value, most = 300) {
  const text = String(value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
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

/**
 * Marks what is to be read letter by letter, as Markdown does.
 * @param {string} text
 */
export function code(text) {
  return `\`${text}\``;
}

/**
 * A list as a sentence has it: `a`, `a and b`, `a, b and c`; of a longer one the beginning, `a, b, c, d and 2 more`.
 * @param {string[]} items
 * @param {{ word?: string, most?: number }} [options] what stands before the last item, and how many items are named
 */
export function list(items, { word = "and", most = 4 } = {}) {
  if (items.length > most || items.length < 2) {
    return beginning(items, most);
  }

  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/**
 * The items with commas between them; of a longer list the beginning, `a, b, c and 4 more`.
 * @param {string[]} items
 * @param {number} [most] how many items are named
 */
export function beginning(items, most = 3) {
  const shown = items.slice(0, most).join(", ");
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
