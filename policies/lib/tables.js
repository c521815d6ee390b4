// Tables for `report.document`.

/**
 * A text as a cell of a table: nothing in it is read as markup.
 * @param {unknown} value
 * @param {number} [most] how many characters stay
 */
export function cell(value, most = 300) {
  const text = String(value).replace(/\s+/g, " ");
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return cut.replace(/[\\`*|]/g, "\\$&");
}

/**
 * The same, to be read letter by letter.
 * @param {unknown} value
 * @param {number} [most] how many characters stay
 */
export function codeCell(value, most = 300) {
  const text = String(value).replace(/\s+/g, " ");
  return text === "" || /[`\\]/.test(text) ? cell(text, most)
    : `\`${(text.length > most ? `${text.slice(0, most)}…` : text).replace(/\|/g, "\\|")}\``;
}

/**
 * A table of Markdown that is no longer than it may be: what has no room is counted.
 * @param {string[]} head
 * @param {string[][]} rows with cells as `cell` and `codeCell` give them
 * @param {{ room?: number, more?: number }} [options] how many characters it may take, and how many rows there are beside those that are given
 */
export function table(head, rows, { room = 80_000, more = 0 } = {}) {
  let text = `${row(head)}${row(head.map(() => "---"))}`;
  let shown = 0;
  for (const cells of rows) {
    const line = row(cells);
    if (text.length + line.length > room) {
      break;
    }

    text += line;
    shown++;
  }

  const left = rows.length - shown + more;
  return left === 0 ? text : `${text}\n${left} more ${left === 1 ? "row has" : "rows have"} no room here.\n`;
}

/** @param {string[]} cells */
function row(cells) {
  return `| ${cells.join(" | ")} |\n`;
}
