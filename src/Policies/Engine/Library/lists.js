// What arrays have beyond ECMAScript 5.
// No regular expression literals here: this code is shared between judgements.
(function (global, define, host) {
  "use strict";

  var slice = Array.prototype.slice;

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

  function toFunction(value) {
    if (typeof value !== "function") {
      throw new TypeError("a function is needed to test the items");
    }

    return value;
  }

  /** An index as `slice` reads it: negative from the end, and within the list. */
  function toIndex(value, length, otherwise) {
    var index = toInteger(value, otherwise);
    return index < 0 ? Math.max(0, length + index) : Math.min(index, length);
  }

  function indexOfMatch(list, test, self) {
    toFunction(test);
    for (var i = 0; i < list.length; i++) {
      if (test.call(self, list[i], i, list)) {
        return i;
      }
    }

    return -1;
  }

  function lastIndexOfMatch(list, test, self) {
    toFunction(test);
    for (var i = list.length - 1; i >= 0; i--) {
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
        result[result.length] = list[i];
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

  define(Array.prototype, "findLast", function findLast(test, self) {
    var list = toList(this, "findLast");
    var index = lastIndexOfMatch(list, test, self);
    return index < 0 ? undefined : list[index];
  });

  define(Array.prototype, "findLastIndex", function findLastIndex(test, self) {
    return lastIndexOfMatch(toList(this, "findLastIndex"), test, self);
  });

  define(Array.prototype, "at", function at(index) {
    var list = toList(this, "at");
    var place = toInteger(index, 0);
    return list[place < 0 ? list.length + place : place];
  });

  define(Array.prototype, "includes", function includes(item, from) {
    var list = toList(this, "includes");
    for (var i = toIndex(from, list.length, 0); i < list.length; i++) {
      if (list[i] === item || (item !== item && list[i] !== list[i])) {
        return true;
      }
    }

    return false;
  });

  define(Array.prototype, "fill", function fill(value, start, end) {
    var list = toList(this, "fill");
    var last = toIndex(end, list.length, list.length);
    for (var i = toIndex(start, list.length, 0); i < last; i++) {
      list[i] = value;
    }

    return list;
  });

  define(Array.prototype, "copyWithin", function copyWithin(target, start, end) {
    var list = toList(this, "copyWithin");
    var to = toIndex(target, list.length, 0);
    var copied = slice.call(list, toIndex(start, list.length, 0), toIndex(end, list.length, list.length));
    for (var i = 0; i < copied.length && to + i < list.length; i++) {
      if (i in copied) {
        list[to + i] = copied[i];
      } else {
        delete list[to + i];
      }
    }

    return list;
  });

  define(Array.prototype, "flat", function flat(depth) {
    return flatten([], toList(this, "flat"), toInteger(depth, 1));
  });

  define(Array.prototype, "flatMap", function flatMap(change, self) {
    return flatten([], Array.prototype.map.call(toList(this, "flatMap"), change, self), 1);
  });

  define(Array.prototype, "toSorted", function toSorted(compare) {
    if (compare !== undefined && typeof compare !== "function") {
      throw new TypeError("toSorted takes a function");
    }

    return slice.call(toList(this, "toSorted")).sort(compare);
  });

  define(Array.prototype, "toReversed", function toReversed() {
    return slice.call(toList(this, "toReversed")).reverse();
  });

  define(Array.prototype, "toSpliced", function toSpliced() {
    var copy = slice.call(toList(this, "toSpliced"));
    copy.splice.apply(copy, arguments.length === 1 ? [arguments[0], copy.length] : arguments);
    return copy;
  });

  define(Array.prototype, "with", function (index, value) {
    var copy = slice.call(toList(this, "with"));
    var place = toInteger(index, 0);
    place = place < 0 ? copy.length + place : place;
    if (place < 0 || place >= copy.length) {
      throw new RangeError("there is no item " + index + " in an array of " + copy.length);
    }

    copy[place] = value;
    return copy;
  });

  define(Array, "from", function from(items, change, self) {
    if (change !== undefined && typeof change !== "function") {
      throw new TypeError("Array.from takes a function to change the items");
    }

    var list = host.isIterable(items) ? host.list(items) : toList(items, "from");
    var result = [];
    for (var i = 0; i < toInteger(list.length, 0); i++) {
      result[i] = change === undefined ? list[i] : change.call(self, list[i], i);
    }

    return result;
  });

  define(Array, "of", function of() {
    return slice.call(arguments);
  });
})
