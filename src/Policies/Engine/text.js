// What texts have beyond ECMAScript 5.
// No regular expression literals here: the engine would keep them, and share them between judgements.
(function (define) {
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

  define(String.prototype, "replaceAll", function replaceAll(search, replacement) {
    var text = toText(this, "replaceAll");
    if (search instanceof RegExp) {
      if (!search.global) {
        throw new TypeError("String.prototype.replaceAll takes a regular expression with the flag g");
      }

      return text.replace(search, replacement);
    }

    var sought = String(search);
    var parts = text.split(sought);
    if (typeof replacement !== "function") {
      return parts.join(String(replacement));
    }

    var result = parts[0];
    var at = parts[0].length;
    for (var i = 1; i < parts.length; i++) {
      result += String(replacement(sought, at, text)) + parts[i];
      at += sought.length + parts[i].length;
    }

    return result;
  });
})($define);
