// What objects and JSON have beyond ECMAScript 5.
// No regular expression literals here: this code is shared between judgements.
(function (global, define, host) {
  "use strict";

  define(Object, "assign", function assign(target) {
    if (target === undefined || target === null) {
      throw new TypeError("Object.assign cannot add to " + target);
    }

    var result = Object(target);
    for (var i = 1; i < arguments.length; i++) {
      var source = arguments[i];
      if (source !== undefined && source !== null) {
        var keys = host.allKeys(Object(source));
        for (var k = 0; k < keys.length; k++) {
          result[keys[k]] = source[keys[k]];
        }
      }
    }

    return result;
  });

  define(Object, "is", function is(a, b) {
    return a === b ? a !== 0 || 1 / a === 1 / b : a !== a && b !== b;
  });

  define(Object, "fromEntries", function fromEntries(entries) {
    var result = {};
    host.list(entries).forEach(function (entry) {
      Object.defineProperty(result, entry[0], { value: entry[1], writable: true, enumerable: true, configurable: true });
    });
    return result;
  });

  define(Object, "hasOwn", function hasOwn(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key);
  });

  define(Object, "getOwnPropertyDescriptors", function getOwnPropertyDescriptors(object) {
    var result = {};
    Object.getOwnPropertyNames(object).forEach(function (name) { result[name] = Object.getOwnPropertyDescriptor(object, name); });
    return result;
  });

  define(Object, "groupBy", function groupBy(items, keyOf) {
    var groups = Object.create(null);
    host.list(items).forEach(function (item, index) {
      var key = keyOf(item, index);
      groups[key] = groups[key] || [];
      groups[key].push(item);
    });
    return groups;
  });

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
    var value = host.parse(text);
    return typeof reviver === "function" ? revive({ "": value }, "", reviver) : value;
  });

  function clone(value, known) {
    if (value === null || typeof value !== "object") {
      if (typeof value === "function") {
        throw new TypeError("structuredClone cannot copy a function");
      }

      return value;
    }

    if (known.has(value)) {
      return known.get(value);
    }

    if (value instanceof Date) {
      return new Date(value.getTime());
    }

    if (value instanceof Map || value instanceof Set) {
      var collection = value instanceof Map ? new Map() : new Set();
      known.set(value, collection);
      value.forEach(function (item, key) {
        if (value instanceof Map) {
          collection.set(clone(key, known), clone(item, known));
        } else {
          collection.add(clone(item, known));
        }
      });
      return collection;
    }

    var prototype = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
      throw new TypeError("structuredClone copies plain data: objects, arrays, Map, Set and Date; of a node, copy its value");
    }

    var copy = Array.isArray(value) ? [] : {};
    known.set(value, copy);
    Object.keys(value).forEach(function (key) { copy[key] = clone(value[key], known); });
    return copy;
  }

  define(global, "structuredClone", function structuredClone(value) {
    return clone(value, new Map());
  });
})
