// What policies look for and must not have. Each says what to use in its place.
(function (global, define) {
  "use strict";

  function refuse(target, name, reason) {
    define(target, name, function () {
      throw new TypeError(reason);
    });
  }

  var waits = "a policy has nothing to wait for: write plain calls";
  ["Promise", "setTimeout", "setInterval", "setImmediate", "queueMicrotask"].forEach(function (name) {
    refuse(global, name, name + " is not here: " + waits);
  });
  refuse(global, "fetch", "fetch is not here: a policy has no network; what it judges comes in as facts");
  refuse(global, "require", "require is not here: a policy has no files; share code with import from a file beside it");
  refuse(global, "Proxy", "Proxy is not here: the engine cannot make one");
  refuse(global, "BigInt", "BigInt is not here: numbers are exact up to Number.MAX_SAFE_INTEGER; keep longer ones as texts");

  var console = {};
  ["log", "info", "warn", "error", "debug", "trace", "table"].forEach(function (name) {
    refuse(console, name, "console." + name + " is not here: use report.log(text)");
  });
  define(global, "console", console);
})
