// What policies must not have: a clock, chance, and code made from text.
// No regular expression literals here: the engine would keep them, and share them between judgements.
(function (global, define, instantOf) {
  "use strict";

  var RealDate = global.Date;
  var RealFunction = global.Function;
  var RealString = global.String;

  function refuse(target, name, reason) {
    define(target, name, function () {
      throw new TypeError(reason);
    });
  }

  // Time and chance would make the same evidence judge differently tomorrow.
  var noClock = "a policy has no clock: time comes in as a fact, in the evidence or in the settings";

  function instant(value) {
    if (value instanceof RealDate) {
      return value.getTime();
    }

    if (typeof value === "number") {
      return value;
    }

    // Read once, and by the host: the engine completes other forms with today's date, and a policy may replace whatever looks at them here.
    return instantOf(RealString(value));
  }

  function PolicyDate(year, month, day, hour, minute, second, millisecond) {
    if (!(this instanceof PolicyDate) || arguments.length === 0) {
      throw new TypeError(noClock + "; new Date(text) and new Date(milliseconds) work");
    }

    return arguments.length === 1
      ? new RealDate(+instant(year))
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
})(this, $define, $instant);
