// Texts in UTF-8 that somebody read as Mac Roman and saved again: `\u201a\u00f2\u00ea` stands where `\u2610` stood.

/** What Mac Roman has from 128 on: https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT */
const high = "\u00c4\u00c5\u00c7\u00c9\u00d1\u00d6\u00dc\u00e1\u00e0\u00e2\u00e4\u00e3\u00e5\u00e7\u00e9\u00e8\u00ea\u00eb\u00ed\u00ec\u00ee\u00ef\u00f1\u00f3"
  + "\u00f2\u00f4\u00f6\u00f5\u00fa\u00f9\u00fb\u00fc\u2020\u00b0\u00a2\u00a3\u00a7\u2022\u00b6\u00df\u00ae\u00a9\u2122\u00b4\u00a8\u2260\u00c6\u00d8"
  + "\u221e\u00b1\u2264\u2265\u00a5\u00b5\u2202\u2211\u220f\u03c0\u222b\u00aa\u00ba\u03a9\u00e6\u00f8\u00bf\u00a1\u00ac\u221a\u0192\u2248\u2206\u00ab"
  + "\u00bb\u2026\u00a0\u00c0\u00c3\u00d5\u0152\u0153\u2013\u2014\u201c\u201d\u2018\u2019\u00f7\u25ca\u00ff\u0178\u2044\u20ac\u2039\u203a\ufb01\ufb02"
  + "\u2021\u00b7\u201a\u201e\u2030\u00c2\u00ca\u00c1\u00cb\u00c8\u00cd\u00ce\u00cf\u00cc\u00d3\u00d4\uf8ff\u00d2\u00da\u00db\u00d9\u0131\u02c6\u02dc"
  + "\u00af\u02d8\u02d9\u02da\u00b8\u02dd\u02db\u02c7";

/** What the beginnings of sequences of UTF-8 look like. */
const suspicious = /[\u201a\u201e\u00e2\u00fc][\u0080-\uffff]{2}|\u221a[\u0080-\uffff]/;

/**
 * The line as it was meant; the same when it is in order, or when no UTF-8 comes of it.
 * @param {string} line
 */
export function mendLine(line) {
  const bytes = [...line].map((letter) => (letter < "\u0080" ? letter.charCodeAt(0) : high.indexOf(letter) + 128));
  return suspicious.test(line) && !bytes.includes(127) ? decode(bytes) ?? line : line;
}

/** @param {number[]} bytes */
function decode(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++];
    const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : -1;
    const rest = bytes.slice(at, at + more);
    if (more < 0 || rest.length < more || rest.some((byte) => (byte & 0xc0) !== 0x80)) {
      return undefined;
    }

    at += more;
    const point = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), more === 0 ? first : first & (0x3f >> more));
    if (point > 0x10ffff) {
      return undefined;
    }

    text += String.fromCodePoint(point);
  }

  return text;
}
