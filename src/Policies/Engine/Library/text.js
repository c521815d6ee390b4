// What texts have beyond ECMAScript 5.
// No regular expression literals here: the engine would keep them, and share them between judgements.
(function (global, define, host) {
  "use strict";

  var maxTextLength = 1 << 26;

  function toText(value, method) {
    if (value === undefined || value === null) {
      throw new TypeError("String.prototype." + method + " was called on " + value);
    }

    return String(value);
  }

  function toSearch(value, method) {
    if (value instanceof RegExp) {
      throw new TypeError("String.prototype." + method + " takes a text, not a regular expression");
    }

    return String(value);
  }

  function toInteger(value, otherwise) {
    var number = value === undefined ? otherwise : Number(value);
    return number !== number ? 0 : number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  function clamp(number, length) {
    return Math.min(Math.max(number, 0), length);
  }

  function isHigh(code) {
    return code >= 0xd800 && code <= 0xdbff;
  }

  function isLow(code) {
    return code >= 0xdc00 && code <= 0xdfff;
  }

  function repeat(text, count) {
    if (count < 0 || count === Infinity || text.length * count > maxTextLength) {
      throw new RangeError("a text cannot be repeated " + count + " times");
    }

    var result = "";
    var unit = text;
    for (var left = count; left > 0; left = Math.floor(left / 2)) {
      result = left % 2 === 1 ? result + unit : result;
      unit = left > 1 ? unit + unit : unit;
    }

    return result;
  }

  function padding(text, length, filler) {
    var unit = filler === undefined ? " " : String(filler);
    var missing = toInteger(length, 0) - text.length;
    return missing <= 0 || unit === "" ? "" : repeat(unit, Math.ceil(missing / unit.length)).slice(0, missing);
  }

  define(String.prototype, "startsWith", function startsWith(search, position) {
    var text = toText(this, "startsWith");
    var sought = toSearch(search, "startsWith");
    var start = clamp(toInteger(position, 0), text.length);
    return text.slice(start, start + sought.length) === sought;
  });

  define(String.prototype, "endsWith", function endsWith(search, length) {
    var text = toText(this, "endsWith");
    var sought = toSearch(search, "endsWith");
    var end = clamp(toInteger(length, text.length), text.length);
    return end >= sought.length && text.slice(end - sought.length, end) === sought;
  });

  define(String.prototype, "includes", function includes(search, position) {
    var text = toText(this, "includes");
    return text.indexOf(toSearch(search, "includes"), toInteger(position, 0)) >= 0;
  });

  define(String.prototype, "repeat", function (count) {
    return repeat(toText(this, "repeat"), toInteger(count, 0));
  });

  define(String.prototype, "padStart", function padStart(length, filler) {
    var text = toText(this, "padStart");
    return padding(text, length, filler) + text;
  });

  define(String.prototype, "padEnd", function padEnd(length, filler) {
    var text = toText(this, "padEnd");
    return text + padding(text, length, filler);
  });

  define(String.prototype, "trimStart", function trimStart() {
    var text = toText(this, "trimStart");
    return (text + "|").trim().slice(0, -1);
  });

  define(String.prototype, "trimEnd", function trimEnd() {
    var text = toText(this, "trimEnd");
    return ("|" + text).trim().slice(1);
  });

  define(String.prototype, "trimLeft", String.prototype.trimStart);
  define(String.prototype, "trimRight", String.prototype.trimEnd);

  define(String.prototype, "at", function at(index) {
    var text = toText(this, "at");
    var place = toInteger(index, 0);
    return text[place < 0 ? text.length + place : place];
  });

  define(String.prototype, "codePointAt", function codePointAt(index) {
    var text = toText(this, "codePointAt");
    var place = toInteger(index, 0);
    if (place < 0 || place >= text.length) {
      return undefined;
    }

    var first = text.charCodeAt(place);
    var second = text.charCodeAt(place + 1);
    return isHigh(first) && isLow(second) ? (first - 0xd800) * 0x400 + second - 0xdc00 + 0x10000 : first;
  });

  define(String, "fromCodePoint", function fromCodePoint() {
    var result = "";
    for (var i = 0; i < arguments.length; i++) {
      var code = Number(arguments[i]);
      if (!(code >= 0 && code <= 0x10ffff) || Math.floor(code) !== code) {
        throw new RangeError(arguments[i] + " is no code point");
      }

      result += code > 0xffff
        ? String.fromCharCode(0xd800 + Math.floor((code - 0x10000) / 0x400), 0xdc00 + (code - 0x10000) % 0x400)
        : String.fromCharCode(code);
    }

    return result;
  });

  define(String, "raw", function raw(template) {
    var parts = template.raw;
    var result = "";
    for (var i = 0; i < parts.length; i++) {
      result += String(parts[i]) + (i + 1 < parts.length && i + 1 < arguments.length ? String(arguments[i + 1]) : "");
    }

    return result;
  });

  // Unicode's tables are not in the worker; texts without need of them are the same in every form.
  define(String.prototype, "normalize", function normalize(form) {
    var text = toText(this, "normalize");
    if (form !== undefined && ["NFC", "NFD", "NFKC", "NFKD"].indexOf(String(form)) < 0) {
      throw new RangeError(form + " is no normalization form; the forms are NFC, NFD, NFKC and NFKD");
    }

    for (var i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 0x7f) {
        throw new TypeError("String.prototype.normalize works on ASCII texts only; compare other texts as they are written");
      }
    }

    return text;
  });

  define(String.prototype, "isWellFormed", function isWellFormed() {
    var text = toText(this, "isWellFormed");
    return host.wellFormed(text) === text;
  });

  define(String.prototype, "toWellFormed", function toWellFormed() {
    return host.wellFormed(toText(this, "toWellFormed"));
  });
})
