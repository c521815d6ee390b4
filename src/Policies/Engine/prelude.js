// What policies may expect beyond ECMAScript 5, and what they must not have: a clock, chance, and code made from text.
// No regular expression literals here: the engine would keep them, and share them between judgements.
(function (global) {
  "use strict";

  var RealDate = global.Date;
  var RealFunction = global.Function;
  var push = Array.prototype.push;
  var maxTextLength = 1 << 26;

  function define(target, name, value) {
    Object.defineProperty(target, name, { value: value, writable: true, enumerable: false, configurable: true });
  }

  function refuse(target, name, reason) {
    define(target, name, function () {
      throw new TypeError(reason);
    });
  }

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

  function toList(value, method) {
    if (value === undefined || value === null) {
      throw new TypeError("Array.prototype." + method + " was called on " + value);
    }

    return Object(value);
  }

  function indexOfMatch(list, test, self) {
    if (typeof test !== "function") {
      throw new TypeError("a function is needed to test the items");
    }

    for (var i = 0; i < list.length; i++) {
      if (test.call(self, list[i], i, list)) {
        return i;
      }
    }

    return -1;
  }

  function flatten(result, list, depth) {
    for (var i = 0; i < list.length; i++) {
      if (depth > 0 && Array.isArray(list[i])) {
        flatten(result, list[i], depth - 1);
      } else if (i in list) {
        push.call(result, list[i]);
      }
    }

    return result;
  }

  define(Array.prototype, "find", function find(test, self) {
    var list = toList(this, "find");
    var index = indexOfMatch(list, test, self);
    return index < 0 ? undefined : list[index];
  });

  define(Array.prototype, "findIndex", function findIndex(test, self) {
    return indexOfMatch(toList(this, "findIndex"), test, self);
  });

  define(Array.prototype, "includes", function includes(item, from) {
    var list = toList(this, "includes");
    var start = toInteger(from, 0);
    for (var i = start < 0 ? Math.max(0, list.length + start) : start; i < list.length; i++) {
      if (list[i] === item || (item !== item && list[i] !== list[i])) {
        return true;
      }
    }

    return false;
  });

  define(Array.prototype, "flat", function flat(depth) {
    return flatten([], toList(this, "flat"), toInteger(depth, 1));
  });

  define(Array.prototype, "flatMap", function flatMap(change, self) {
    return flatten([], Array.prototype.map.call(toList(this, "flatMap"), change, self), 1);
  });

  define(Array, "from", function from(items, change, self) {
    var list = typeof items === "string" ? items.split("") : toList(items, "from");
    var result = [];
    for (var i = 0; i < toInteger(list.length, 0); i++) {
      push.call(result, change === undefined ? list[i] : change.call(self, list[i], i));
    }

    return result;
  });

  define(Array, "of", function of() {
    return Array.prototype.slice.call(arguments);
  });

  define(Object, "assign", function assign(target) {
    var result = Object(target);
    for (var i = 1; i < arguments.length; i++) {
      var source = arguments[i];
      if (source !== undefined && source !== null) {
        var keys = Object.keys(Object(source));
        for (var k = 0; k < keys.length; k++) {
          result[keys[k]] = source[keys[k]];
        }
      }
    }

    return result;
  });

  define(Object, "values", function values(object) {
    return Object.keys(Object(object)).map(function (key) { return object[key]; });
  });

  define(Object, "entries", function entries(object) {
    return Object.keys(Object(object)).map(function (key) { return [key, object[key]]; });
  });

  define(Object, "fromEntries", function fromEntries(list) {
    var result = {};
    list.forEach(function (entry) { result[entry[0]] = entry[1]; });
    return result;
  });

  var parseText = JSON.parse;

  function revive(holder, key, reviver) {
    var value = holder[key];
    if (value !== null && typeof value === "object") {
      Object.keys(value).forEach(function (name) {
        var changed = revive(value, name, reviver);
        if (changed === undefined) {
          delete value[name];
        } else {
          value[name] = changed;
        }
      });
    }

    return reviver.call(holder, key, value);
  }

  define(JSON, "parse", function parse(text, reviver) {
    var value = parseText(text);
    return typeof reviver === "function" ? revive({ "": value }, "", reviver) : value;
  });

  define(Number, "isFinite", function (value) {
    return typeof value === "number" && isFinite(value);
  });

  define(Number, "isNaN", function (value) {
    return value !== value;
  });

  define(Number, "isInteger", function isInteger(value) {
    return typeof value === "number" && isFinite(value) && Math.floor(value) === value;
  });

  define(Number, "isSafeInteger", function isSafeInteger(value) {
    return Number.isInteger(value) && Math.abs(value) <= 9007199254740991;
  });

  define(Number, "parseInt", global.parseInt);
  define(Number, "parseFloat", global.parseFloat);
  define(Number, "MAX_SAFE_INTEGER", 9007199254740991);
  define(Number, "MIN_SAFE_INTEGER", -9007199254740991);
  define(Number, "EPSILON", 2.220446049250313e-16);

  define(Math, "trunc", function trunc(value) {
    var number = Number(value);
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  });

  define(Math, "sign", function sign(value) {
    var number = Number(value);
    return number > 0 ? 1 : number < 0 ? -1 : number;
  });

  define(Math, "log10", function log10(value) {
    var exact = Math.round(Math.log(value) / Math.LN10);
    return Math.pow(10, exact) === Number(value) ? exact : Math.log(value) / Math.LN10;
  });

  define(Math, "log2", function log2(value) {
    var exact = Math.round(Math.log(value) / Math.LN2);
    return Math.pow(2, exact) === Number(value) ? exact : Math.log(value) / Math.LN2;
  });

  // Time and chance would make the same evidence judge differently tomorrow.
  var noClock = "a policy has no clock: time comes in as a fact, in the evidence or in the settings";
  var isoForm = "^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?)?$";

  function instant(value) {
    if (value instanceof RealDate) {
      return value.getTime();
    }

    if (typeof value === "number") {
      return value;
    }

    // Other forms would be completed with today's date.
    return new RegExp(isoForm).test(String(value)) ? RealDate.parse(String(value)) : NaN;
  }

  function PolicyDate(year, month, day, hour, minute, second, millisecond) {
    if (!(this instanceof PolicyDate) || arguments.length === 0) {
      throw new TypeError(noClock + "; new Date(text) and new Date(milliseconds) work");
    }

    return arguments.length === 1
      ? new RealDate(instant(year))
      : new RealDate(RealDate.UTC(year, month, day === undefined ? 1 : day, hour || 0, minute || 0, second || 0, millisecond || 0));
  }

  PolicyDate.prototype = RealDate.prototype;
  define(PolicyDate, "UTC", RealDate.UTC);
  define(PolicyDate, "parse", instant);
  refuse(PolicyDate, "now", noClock);
  define(RealDate.prototype, "constructor", PolicyDate);
  define(global, "Date", PolicyDate);
  refuse(Math, "random", "a policy has no randomness: the same evidence must be judged the same way again");

  // What a policy does is the text that was signed, so it makes no code from other text.
  var noCode = "a policy makes no code from text";
  function PolicyFunction() {
    throw new TypeError(noCode);
  }

  PolicyFunction.prototype = RealFunction.prototype;
  define(RealFunction.prototype, "constructor", PolicyFunction);
  define(global, "Function", PolicyFunction);
  refuse(global, "eval", noCode);
})(this);
