// A readiness checklist, as people publish it: items to tick, a status for each section, and tables for the review and for those who sign.

import { mendLine } from "../lib/mojibake.js";

/**
 * @typedef {{ text: string, ticked: boolean, line: number, section: string }} Item
 * @typedef {{ section: string, line: number, ticked: string[] }} Status what is ticked of Approved, Requires Mitigation and Blocker
 * @typedef {{ items: Item[], statuses: Status[], rows: { cells: string[], line: number }[], mended: number }} Checklist
 */

const tick = "[\\u2611\\u2612\\u2705\\u2714]|\\[[xX]\\]";
const box = `\\u2610|\\[ \\]|${tick}`;
const itemLine = /^\s*[-*+]\s+\[([ xX])\]\s+(.*)$/;
const statusLine = new RegExp(`^\\**Status:?\\**:?\\s*(?:${box})`, "u");
const option = new RegExp(`(${box})\\s*([^\\u2610\\u2611\\u2612\\u2705\\u2714[]+)`, "gu");

/** @type {(text: string) => Checklist} */
export function readChecklist(text) {
  /** @type {Checklist} */
  const list = { items: [], statuses: [], rows: [], mended: 0 };
  let section = "";
  let isCode = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = mendLine(raw);
    const number = index + 1;
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    const [, mark, item] = itemLine.exec(line) ?? [];
    list.mended += line === raw ? 0 : 1;
    isCode = /^\s*(```|~~~)/.test(line) ? !isCode : isCode;
    if (isCode) {
      continue;
    }

    section = heading ?? section;
    if (item !== undefined) {
      list.items.push({ text: item.trim(), ticked: mark !== " ", line: number, section });
    } else if (statusLine.test(line.trim())) {
      const options = [...line.matchAll(option)].filter(([, sign]) => new RegExp(tick, "u").test(sign));
      list.statuses.push({ section, line: number, ticked: options.map(([, , name]) => name.trim().toLowerCase()) });
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      list.rows.push({ cells: line.trim().slice(1, -1).split("|").map((cell) => cell.replace(/\*\*/g, "").trim()), line: number });
    }
  }

  return list;
}
