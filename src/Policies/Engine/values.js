// What arrays, objects, numbers and JSON have beyond ECMAScript 5.
// No regular expression literals here: the engine would keep them, and share them between judgements.
(function (global, define) {
  "use strict";

  var push = Array.prototype.push;

  function toInteger(value, otherwise) {
    var number = value === undefined ? otherwise : Number(value);
    return number !== number ? 0 : number < 0 ? Math.ceil(number) : Math.floor(number);
  }

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
})(this, $define);
