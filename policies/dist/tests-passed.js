var judge = (function (modules) {
(function (exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.matches = matches;
exports.matchesAny = matchesAny;
exports.matchesPath = matchesPath;
function matches(glob, name) {
    return new RegExp("^".concat(escape(glob).replace(/\*+/g, "[^]*"), "$")).test(name);
}
function matchesAny(globs, name) {
    return globs.some(function (glob) { return matches(glob, name); });
}
function matchesPath(glob, path) {
    var wild = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
    var pattern = escape(glob).replace(/\*\*\/|\*\*|\*|\\\?/g, function (found) { return wild[found.replace("\\", "")]; });
    return new RegExp("^".concat(pattern, "$")).test(path);
}
function escape(glob) {
    return glob.replace(/[.+^${}()|[\]\\?]/g, "\\$&");
}
})(modules["/policies/lib/globs.js"] = {}, function (name) { return modules[{}[name]]; });
(function (exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.short = short;
exports.count = count;
function short(value) {
    var text = String(value);
    return text.length > 300 ? "".concat(text.slice(0, 300), "\u2026") : text;
}
function count(number, noun, plural) {
    if (plural === void 0) { plural = "".concat(noun, "s"); }
    return "".concat(number, " ").concat(number === 1 ? noun : plural);
}
})(modules["/policies/lib/texts.js"] = {}, function (name) { return modules[{}[name]]; });
(function (exports, require) {
"use strict";
var __assign = (this && this.__assign) || function () {
    __assign = Object.assign || function(t) {
        for (var s, i = 1, n = arguments.length; i < n; i++) {
            s = arguments[i];
            for (var p in s) if (Object.prototype.hasOwnProperty.call(s, p))
                t[p] = s[p];
        }
        return t;
    };
    return __assign.apply(this, arguments);
};
var __values = (this && this.__values) || function(o) {
    var s = typeof Symbol === "function" && Symbol.iterator, m = s && o[s], i = 0;
    if (m) return m.call(o);
    if (o && typeof o.length === "number") return {
        next: function () {
            if (o && i >= o.length) o = void 0;
            return { value: o && o[i++], done: !o };
        }
    };
    throw new TypeError(s ? "Object is not iterable." : "Symbol.iterator is not defined.");
};
var __read = (this && this.__read) || function (o, n) {
    var m = typeof Symbol === "function" && o[Symbol.iterator];
    if (!m) return o;
    var i = m.call(o), r, ar = [], e;
    try {
        while ((n === void 0 || n-- > 0) && !(r = i.next()).done) ar.push(r.value);
    }
    catch (error) { e = { error: error }; }
    finally {
        try {
            if (r && !r.done && (m = i["return"])) m.call(i);
        }
        finally { if (e) throw e.error; }
    }
    return ar;
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.judge = judge;
var globs_js_1 = require("../lib/globs.js");
var texts_js_1 = require("../lib/texts.js");
function judge(evidence, settings, report) {
    var _a;
    var suites = ((_a = evidence.junit) !== null && _a !== void 0 ? _a : []).flatMap(function (_a) {
        var path = _a.path, own = _a.suites;
        return own.map(function (suite) { return (__assign(__assign({}, suite), { path: path })); });
    });
    var cases = suites.flatMap(function (suite) { return suite.cases.map(function (test) { return (__assign(__assign({}, test), { suite: suite })); }); });
    cases.filter(hasFailed).forEach(function (test) { var _a; return report.error("test-failed", "".concat(titleOf(test), " failed: ").concat((0, texts_js_1.short)((_a = test.message) !== null && _a !== void 0 ? _a : "the report does not say why")), placeOf(test)); });
    suites.forEach(function (suite) { return judgeSuite(suite, report); });
    judgeTotals(suites, cases, settings, report);
    judgeSkipped(cases, settings, report);
    judgeFlaky(cases, settings, report);
}
function judgeSuite(suite, report) {
    var e_1, _a;
    var place = { path: suite.path, line: suite.line, identity: suite.name };
    var name = (0, texts_js_1.short)(suite.name || "(unnamed)");
    if (suite.cases.length === 0) {
        report.error("empty-suite", "The suite ".concat(name, " ran no test. Remove it, or find out why nothing ran."), place);
        return;
    }
    var counted = {
        tests: suite.cases.length,
        failures: suite.cases.filter(function (_a) {
            var status = _a.status;
            return status === "failed";
        }).length,
        errors: suite.cases.filter(function (_a) {
            var status = _a.status;
            return status === "error";
        }).length,
    };
    try {
        for (var _b = __values(Object.entries(counted)), _c = _b.next(); !_c.done; _c = _b.next()) {
            var _d = __read(_c.value, 2), what = _d[0], number = _d[1];
            var declared = suite.declared[what];
            if (declared !== null && declared > number) {
                report.error("count-mismatch", "The suite ".concat(name, " declares ").concat(declared, " ").concat(what, " and holds ").concat(number, ". The report is cut off, or its writer is wrong."), place);
            }
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (_c && !_c.done && (_a = _b.return)) _a.call(_b);
        }
        finally { if (e_1) throw e_1.error; }
    }
}
function judgeTotals(suites, cases, settings, report) {
    var e_2, _a;
    var ran = cases.filter(function (_a) {
        var status = _a.status;
        return status !== "skipped";
    }).length;
    var least = settings["minimum-tests"];
    if (ran < least) {
        report.error("too-few-tests", "".concat((0, texts_js_1.count)(ran, "test"), " ran, at least ").concat(least, " must. Check that `facts` selects every report, and that no test runner ended early."));
    }
    var _loop_1 = function (glob) {
        if (!suites.some(function (suite) { return (0, globs_js_1.matches)(glob, suite.name) && suite.cases.length > 0; })) {
            report.error("suite-missing", "No suite named ".concat(glob, " ran. Run it before this gate, or correct its name under `required-suites`."));
        }
    };
    try {
        for (var _b = __values(settings["required-suites"]), _c = _b.next(); !_c.done; _c = _b.next()) {
            var glob = _c.value;
            _loop_1(glob);
        }
    }
    catch (e_2_1) { e_2 = { error: e_2_1 }; }
    finally {
        try {
            if (_c && !_c.done && (_a = _b.return)) _a.call(_b);
        }
        finally { if (e_2) throw e_2.error; }
    }
    report.metric("tests", ran);
    if (ran >= least && !cases.some(hasFailed)) {
        report.pass("tests-passed", "".concat((0, texts_js_1.count)(ran, "test"), " in ").concat((0, texts_js_1.count)(suites.length, "suite"), " passed"));
    }
}
function judgeSkipped(cases, settings, report) {
    var skipped = cases.filter(function (_a) {
        var status = _a.status;
        return status === "skipped";
    });
    var percent = cases.length === 0 ? 0 : 100 * skipped.length / cases.length;
    report.metric("skipped", skipped.length);
    if (percent > settings["maximum-skipped-percent"]) {
        report.error("too-many-skipped", "".concat(skipped.length, " of ").concat((0, texts_js_1.count)(cases.length, "test"), " were skipped (").concat(percent.toFixed(1), " %), at most ").concat(settings["maximum-skipped-percent"], " % may be: ").concat(listOf(skipped), "."));
    }
}
function judgeFlaky(cases, settings, report) {
    var flaky = cases.filter(function (test) { return test.flaky; });
    report.metric("flaky", flaky.length);
    flaky.forEach(function (test) { var _a; return report.note("test-flaky", "".concat(titleOf(test), " failed before it passed: ").concat((0, texts_js_1.short)((_a = test.message) !== null && _a !== void 0 ? _a : "the report does not say why")), placeOf(test)); });
    if (flaky.length > settings["flaky-budget"]) {
        report.error("flaky-budget", "".concat((0, texts_js_1.count)(flaky.length, "test"), " failed before passing, at most ").concat(settings["flaky-budget"], " may: ").concat(listOf(flaky), ". Mend the tests, or raise `flaky-budget`."));
    }
}
function hasFailed(_a) {
    var status = _a.status;
    return status === "failed" || status === "error";
}
function titleOf(_a) {
    var className = _a.className, name = _a.name;
    return (0, texts_js_1.short)(className ? "".concat(className, " \u203A ").concat(name) : name);
}
function listOf(tests) {
    var shown = tests.slice(0, 3).map(titleOf).join(", ");
    return tests.length > 3 ? "".concat(shown, " and ").concat(tests.length - 3, " more") : shown;
}
function placeOf(test) {
    return __assign(__assign({}, test.where), { identity: [test.suite.name, test.className, test.name].join(" ") });
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/tests-passed/policy.js"] = {}, function (name) { return modules[{"../lib/globs.js":"/policies/lib/globs.js","../lib/texts.js":"/policies/lib/texts.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjozNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvdGVzdHMtcGFzc2VkL3BvbGljeS5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG4vLyBBIHRlc3QgcnVuIGNvdW50cyB3aGVuIGl0IGlzIHdob2xlOiBub3RoaW5nIGZhaWxlZCwgbm90aGluZyBpcyBtaXNzaW5nLCBhbmQgbGl0dGxlIHdhcyBza2lwcGVkIG9yIGZsYWt5LlxuXG5pbXBvcnQgeyBtYXRjaGVzIH0gZnJvbSBcIi4uL2xpYi9nbG9icy5qc1wiO1xuaW1wb3J0IHsgY291bnQsIHNob3J0IH0gZnJvbSBcIi4uL2xpYi90ZXh0cy5qc1wiO1xuXG4vKiogQHR5cGUge0p1ZGdlfSAqL1xuZXhwb3J0IGZ1bmN0aW9uIGp1ZGdlKGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHN1aXRlcyA9IChldmlkZW5jZS5qdW5pdCA/PyBbXSkuZmxhdE1hcCgoeyBwYXRoLCBzdWl0ZXM6IG93biB9KSA9PiBvd24ubWFwKChzdWl0ZSkgPT4gKHsgLi4uc3VpdGUsIHBhdGggfSkpKTtcbiAgY29uc3QgY2FzZXMgPSBzdWl0ZXMuZmxhdE1hcCgoc3VpdGUpID0+IHN1aXRlLmNhc2VzLm1hcCgodGVzdCkgPT4gKHsgLi4udGVzdCwgc3VpdGUgfSkpKTtcblxuICBjYXNlcy5maWx0ZXIoaGFzRmFpbGVkKS5mb3JFYWNoKCh0ZXN0KSA9PiByZXBvcnQuZXJyb3IoXCJ0ZXN0LWZhaWxlZFwiLCBgJHt0aXRsZU9mKHRlc3QpfSBmYWlsZWQ6ICR7c2hvcnQodGVzdC5tZXNzYWdlID8/IFwidGhlIHJlcG9ydCBkb2VzIG5vdCBzYXkgd2h5XCIpfWAsIHBsYWNlT2YodGVzdCkpKTtcbiAgc3VpdGVzLmZvckVhY2goKHN1aXRlKSA9PiBqdWRnZVN1aXRlKHN1aXRlLCByZXBvcnQpKTtcbiAganVkZ2VUb3RhbHMoc3VpdGVzLCBjYXNlcywgc2V0dGluZ3MsIHJlcG9ydCk7XG4gIGp1ZGdlU2tpcHBlZChjYXNlcywgc2V0dGluZ3MsIHJlcG9ydCk7XG4gIGp1ZGdlRmxha3koY2FzZXMsIHNldHRpbmdzLCByZXBvcnQpO1xufVxuXG4vKiogQSBzdWl0ZSB0aGF0IHJhbiBub3RoaW5nLCBvciBsb3N0IHRlc3RzIG9uIHRoZSB3YXksIHBhc3NlcyBpbiBtb3N0IHRlc3QgcnVubmVycy4gKi9cbmZ1bmN0aW9uIGp1ZGdlU3VpdGUoc3VpdGUsIHJlcG9ydCkge1xuICBjb25zdCBwbGFjZSA9IHsgcGF0aDogc3VpdGUucGF0aCwgbGluZTogc3VpdGUubGluZSwgaWRlbnRpdHk6IHN1aXRlLm5hbWUgfTtcbiAgY29uc3QgbmFtZSA9IHNob3J0KHN1aXRlLm5hbWUgfHwgXCIodW5uYW1lZClcIik7XG4gIGlmIChzdWl0ZS5jYXNlcy5sZW5ndGggPT09IDApIHtcbiAgICByZXBvcnQuZXJyb3IoXCJlbXB0eS1zdWl0ZVwiLCBgVGhlIHN1aXRlICR7bmFtZX0gcmFuIG5vIHRlc3QuIFJlbW92ZSBpdCwgb3IgZmluZCBvdXQgd2h5IG5vdGhpbmcgcmFuLmAsIHBsYWNlKTtcbiAgICByZXR1cm47XG4gIH1cblxuICBjb25zdCBjb3VudGVkID0ge1xuICAgIHRlc3RzOiBzdWl0ZS5jYXNlcy5sZW5ndGgsXG4gICAgZmFpbHVyZXM6IHN1aXRlLmNhc2VzLmZpbHRlcigoeyBzdGF0dXMgfSkgPT4gc3RhdHVzID09PSBcImZhaWxlZFwiKS5sZW5ndGgsXG4gICAgZXJyb3JzOiBzdWl0ZS5jYXNlcy5maWx0ZXIoKHsgc3RhdHVzIH0pID0+IHN0YXR1cyA9PT0gXCJlcnJvclwiKS5sZW5ndGgsXG4gIH07XG4gIGZvciAoY29uc3QgW3doYXQsIG51bWJlcl0gb2YgT2JqZWN0LmVudHJpZXMoY291bnRlZCkpIHtcbiAgICBjb25zdCBkZWNsYXJlZCA9IHN1aXRlLmRlY2xhcmVkW3doYXRdO1xuICAgIGlmIChkZWNsYXJlZCAhPT0gbnVsbCAmJiBkZWNsYXJlZCA+IG51bWJlcikge1xuICAgICAgcmVwb3J0LmVycm9yKFwiY291bnQtbWlzbWF0Y2hcIiwgYFRoZSBzdWl0ZSAke25hbWV9IGRlY2xhcmVzICR7ZGVjbGFyZWR9ICR7d2hhdH0gYW5kIGhvbGRzICR7bnVtYmVyfS4gVGhlIHJlcG9ydCBpcyBjdXQgb2ZmLCBvciBpdHMgd3JpdGVyIGlzIHdyb25nLmAsIHBsYWNlKTtcbiAgICB9XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VUb3RhbHMoc3VpdGVzLCBjYXNlcywgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCByYW4gPSBjYXNlcy5maWx0ZXIoKHsgc3RhdHVzIH0pID0+IHN0YXR1cyAhPT0gXCJza2lwcGVkXCIpLmxlbmd0aDtcbiAgY29uc3QgbGVhc3QgPSBzZXR0aW5nc1tcIm1pbmltdW0tdGVzdHNcIl07XG4gIGlmIChyYW4gPCBsZWFzdCkge1xuICAgIHJlcG9ydC5lcnJvcihcInRvby1mZXctdGVzdHNcIiwgYCR7Y291bnQocmFuLCBcInRlc3RcIil9IHJhbiwgYXQgbGVhc3QgJHtsZWFzdH0gbXVzdC4gQ2hlY2sgdGhhdCBcXGBmYWN0c1xcYCBzZWxlY3RzIGV2ZXJ5IHJlcG9ydCwgYW5kIHRoYXQgbm8gdGVzdCBydW5uZXIgZW5kZWQgZWFybHkuYCk7XG4gIH1cblxuICBmb3IgKGNvbnN0IGdsb2Igb2Ygc2V0dGluZ3NbXCJyZXF1aXJlZC1zdWl0ZXNcIl0pIHtcbiAgICBpZiAoIXN1aXRlcy5zb21lKChzdWl0ZSkgPT4gbWF0Y2hlcyhnbG9iLCBzdWl0ZS5uYW1lKSAmJiBzdWl0ZS5jYXNlcy5sZW5ndGggPiAwKSkge1xuICAgICAgcmVwb3J0LmVycm9yKFwic3VpdGUtbWlzc2luZ1wiLCBgTm8gc3VpdGUgbmFtZWQgJHtnbG9ifSByYW4uIFJ1biBpdCBiZWZvcmUgdGhpcyBnYXRlLCBvciBjb3JyZWN0IGl0cyBuYW1lIHVuZGVyIFxcYHJlcXVpcmVkLXN1aXRlc1xcYC5gKTtcbiAgICB9XG4gIH1cblxuICByZXBvcnQubWV0cmljKFwidGVzdHNcIiwgcmFuKTtcbiAgaWYgKHJhbiA+PSBsZWFzdCAmJiAhY2FzZXMuc29tZShoYXNGYWlsZWQpKSB7XG4gICAgcmVwb3J0LnBhc3MoXCJ0ZXN0cy1wYXNzZWRcIiwgYCR7Y291bnQocmFuLCBcInRlc3RcIil9IGluICR7Y291bnQoc3VpdGVzLmxlbmd0aCwgXCJzdWl0ZVwiKX0gcGFzc2VkYCk7XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VTa2lwcGVkKGNhc2VzLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHNraXBwZWQgPSBjYXNlcy5maWx0ZXIoKHsgc3RhdHVzIH0pID0+IHN0YXR1cyA9PT0gXCJza2lwcGVkXCIpO1xuICBjb25zdCBwZXJjZW50ID0gY2FzZXMubGVuZ3RoID09PSAwID8gMCA6IDEwMCAqIHNraXBwZWQubGVuZ3RoIC8gY2FzZXMubGVuZ3RoO1xuICByZXBvcnQubWV0cmljKFwic2tpcHBlZFwiLCBza2lwcGVkLmxlbmd0aCk7XG4gIGlmIChwZXJjZW50ID4gc2V0dGluZ3NbXCJtYXhpbXVtLXNraXBwZWQtcGVyY2VudFwiXSkge1xuICAgIHJlcG9ydC5lcnJvcihcInRvby1tYW55LXNraXBwZWRcIiwgYCR7c2tpcHBlZC5sZW5ndGh9IG9mICR7Y291bnQoY2FzZXMubGVuZ3RoLCBcInRlc3RcIil9IHdlcmUgc2tpcHBlZCAoJHtwZXJjZW50LnRvRml4ZWQoMSl9ICUpLCBhdCBtb3N0ICR7c2V0dGluZ3NbXCJtYXhpbXVtLXNraXBwZWQtcGVyY2VudFwiXX0gJSBtYXkgYmU6ICR7bGlzdE9mKHNraXBwZWQpfS5gKTtcbiAgfVxufVxuXG5mdW5jdGlvbiBqdWRnZUZsYWt5KGNhc2VzLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGZsYWt5ID0gY2FzZXMuZmlsdGVyKCh0ZXN0KSA9PiB0ZXN0LmZsYWt5KTtcbiAgcmVwb3J0Lm1ldHJpYyhcImZsYWt5XCIsIGZsYWt5Lmxlbmd0aCk7XG4gIGZsYWt5LmZvckVhY2goKHRlc3QpID0+IHJlcG9ydC5ub3RlKFwidGVzdC1mbGFreVwiLCBgJHt0aXRsZU9mKHRlc3QpfSBmYWlsZWQgYmVmb3JlIGl0IHBhc3NlZDogJHtzaG9ydCh0ZXN0Lm1lc3NhZ2UgPz8gXCJ0aGUgcmVwb3J0IGRvZXMgbm90IHNheSB3aHlcIil9YCwgcGxhY2VPZih0ZXN0KSkpO1xuICBpZiAoZmxha3kubGVuZ3RoID4gc2V0dGluZ3NbXCJmbGFreS1idWRnZXRcIl0pIHtcbiAgICByZXBvcnQuZXJyb3IoXCJmbGFreS1idWRnZXRcIiwgYCR7Y291bnQoZmxha3kubGVuZ3RoLCBcInRlc3RcIil9IGZhaWxlZCBiZWZvcmUgcGFzc2luZywgYXQgbW9zdCAke3NldHRpbmdzW1wiZmxha3ktYnVkZ2V0XCJdfSBtYXk6ICR7bGlzdE9mKGZsYWt5KX0uIE1lbmQgdGhlIHRlc3RzLCBvciByYWlzZSBcXGBmbGFreS1idWRnZXRcXGAuYCk7XG4gIH1cbn1cblxuZnVuY3Rpb24gaGFzRmFpbGVkKHsgc3RhdHVzIH0pIHtcbiAgcmV0dXJuIHN0YXR1cyA9PT0gXCJmYWlsZWRcIiB8fCBzdGF0dXMgPT09IFwiZXJyb3JcIjtcbn1cblxuZnVuY3Rpb24gdGl0bGVPZih7IGNsYXNzTmFtZSwgbmFtZSB9KSB7XG4gIHJldHVybiBzaG9ydChjbGFzc05hbWUgPyBgJHtjbGFzc05hbWV9IOKAuiAke25hbWV9YCA6IG5hbWUpO1xufVxuXG5mdW5jdGlvbiBsaXN0T2YodGVzdHMpIHtcbiAgY29uc3Qgc2hvd24gPSB0ZXN0cy5zbGljZSgwLCAzKS5tYXAodGl0bGVPZikuam9pbihcIiwgXCIpO1xuICByZXR1cm4gdGVzdHMubGVuZ3RoID4gMyA/IGAke3Nob3dufSBhbmQgJHt0ZXN0cy5sZW5ndGggLSAzfSBtb3JlYCA6IHNob3duO1xufVxuXG5mdW5jdGlvbiBwbGFjZU9mKHRlc3QpIHtcbiAgcmV0dXJuIHsgLi4udGVzdC53aGVyZSwgaWRlbnRpdHk6IFt0ZXN0LnN1aXRlLm5hbWUsIHRlc3QuY2xhc3NOYW1lLCB0ZXN0Lm5hbWVdLmpvaW4oXCIgXCIpIH07XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQU9BLHNCQVNDO0FBYkQsNENBQTBDO0FBQzFDLDRDQUErQztBQUcvQyxTQUFnQixLQUFLLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUM5QyxJQUFNLE1BQU0sR0FBRyxDQUFDLE1BQUEsUUFBUSxDQUFDLEtBQUssbUNBQUksRUFBRSxDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsRUFBcUI7WUFBbkIsSUFBSSxVQUFBLEVBQVUsR0FBRyxZQUFBO1FBQU8sT0FBQSxHQUFHLENBQUMsR0FBRyxDQUFDLFVBQUMsS0FBSyxJQUFLLE9BQUEsdUJBQU0sS0FBSyxLQUFFLElBQUksTUFBQSxJQUFHLEVBQXBCLENBQW9CLENBQUM7SUFBeEMsQ0FBd0MsQ0FBQyxDQUFDO0lBQ25ILElBQU0sS0FBSyxHQUFHLE1BQU0sQ0FBQyxPQUFPLENBQUMsVUFBQyxLQUFLLElBQUssT0FBQSxLQUFLLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLHVCQUFNLElBQUksS0FBRSxLQUFLLE9BQUEsSUFBRyxFQUFwQixDQUFvQixDQUFDLEVBQS9DLENBQStDLENBQUMsQ0FBQztJQUV6RixLQUFLLENBQUMsTUFBTSxDQUFDLFNBQVMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxVQUFDLElBQUksWUFBSyxPQUFBLE1BQU0sQ0FBQyxLQUFLLENBQUMsYUFBYSxFQUFFLFVBQUcsT0FBTyxDQUFDLElBQUksQ0FBQyxzQkFBWSxJQUFBLGdCQUFLLEVBQUMsTUFBQSxJQUFJLENBQUMsT0FBTyxtQ0FBSSw2QkFBNkIsQ0FBQyxDQUFFLEVBQUUsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUEsRUFBQSxDQUFDLENBQUM7SUFDMUssTUFBTSxDQUFDLE9BQU8sQ0FBQyxVQUFDLEtBQUssSUFBSyxPQUFBLFVBQVUsQ0FBQyxLQUFLLEVBQUUsTUFBTSxDQUFDLEVBQXpCLENBQXlCLENBQUMsQ0FBQztJQUNyRCxXQUFXLENBQUMsTUFBTSxFQUFFLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7SUFDN0MsWUFBWSxDQUFDLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7SUFDdEMsVUFBVSxDQUFDLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7QUFDdEMsQ0FBQztBQUdELFNBQVMsVUFBVSxDQUFDLEtBQUssRUFBRSxNQUFNOztJQUMvQixJQUFNLEtBQUssR0FBRyxFQUFFLElBQUksRUFBRSxLQUFLLENBQUMsSUFBSSxFQUFFLElBQUksRUFBRSxLQUFLLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxLQUFLLENBQUMsSUFBSSxFQUFFLENBQUM7SUFDM0UsSUFBTSxJQUFJLEdBQUcsSUFBQSxnQkFBSyxFQUFDLEtBQUssQ0FBQyxJQUFJLElBQUksV0FBVyxDQUFDLENBQUM7SUFDOUMsSUFBSSxLQUFLLENBQUMsS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztRQUM3QixNQUFNLENBQUMsS0FBSyxDQUFDLGFBQWEsRUFBRSxvQkFBYSxJQUFJLDBEQUF1RCxFQUFFLEtBQUssQ0FBQyxDQUFDO1FBQzdHLE9BQU87SUFDVCxDQUFDO0lBRUQsSUFBTSxPQUFPLEdBQUc7UUFDZCxLQUFLLEVBQUUsS0FBSyxDQUFDLEtBQUssQ0FBQyxNQUFNO1FBQ3pCLFFBQVEsRUFBRSxLQUFLLENBQUMsS0FBSyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQVU7Z0JBQVIsTUFBTSxZQUFBO1lBQU8sT0FBQSxNQUFNLEtBQUssUUFBUTtRQUFuQixDQUFtQixDQUFDLENBQUMsTUFBTTtRQUN4RSxNQUFNLEVBQUUsS0FBSyxDQUFDLEtBQUssQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFVO2dCQUFSLE1BQU0sWUFBQTtZQUFPLE9BQUEsTUFBTSxLQUFLLE9BQU87UUFBbEIsQ0FBa0IsQ0FBQyxDQUFDLE1BQU07S0FDdEUsQ0FBQzs7UUFDRixLQUE2QixJQUFBLEtBQUEsU0FBQSxNQUFNLENBQUMsT0FBTyxDQUFDLE9BQU8sQ0FBQyxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBNUMsSUFBQSxLQUFBLG1CQUFjLEVBQWIsSUFBSSxRQUFBLEVBQUUsTUFBTSxRQUFBO1lBQ3RCLElBQU0sUUFBUSxHQUFHLEtBQUssQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLENBQUM7WUFDdEMsSUFBSSxRQUFRLEtBQUssSUFBSSxJQUFJLFFBQVEsR0FBRyxNQUFNLEVBQUUsQ0FBQztnQkFDM0MsTUFBTSxDQUFDLEtBQUssQ0FBQyxnQkFBZ0IsRUFBRSxvQkFBYSxJQUFJLHVCQUFhLFFBQVEsY0FBSSxJQUFJLHdCQUFjLE1BQU0scURBQWtELEVBQUUsS0FBSyxDQUFDLENBQUM7WUFDOUosQ0FBQztRQUNILENBQUM7Ozs7Ozs7OztBQUNILENBQUM7QUFFRCxTQUFTLFdBQVcsQ0FBQyxNQUFNLEVBQUUsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUNsRCxJQUFNLEdBQUcsR0FBRyxLQUFLLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBVTtZQUFSLE1BQU0sWUFBQTtRQUFPLE9BQUEsTUFBTSxLQUFLLFNBQVM7SUFBcEIsQ0FBb0IsQ0FBQyxDQUFDLE1BQU0sQ0FBQztJQUN0RSxJQUFNLEtBQUssR0FBRyxRQUFRLENBQUMsZUFBZSxDQUFDLENBQUM7SUFDeEMsSUFBSSxHQUFHLEdBQUcsS0FBSyxFQUFFLENBQUM7UUFDaEIsTUFBTSxDQUFDLEtBQUssQ0FBQyxlQUFlLEVBQUUsVUFBRyxJQUFBLGdCQUFLLEVBQUMsR0FBRyxFQUFFLE1BQU0sQ0FBQyw0QkFBa0IsS0FBSyx5RkFBd0YsQ0FBQyxDQUFDO0lBQ3RLLENBQUM7NEJBRVUsSUFBSTtRQUNiLElBQUksQ0FBQyxNQUFNLENBQUMsSUFBSSxDQUFDLFVBQUMsS0FBSyxJQUFLLE9BQUEsSUFBQSxrQkFBTyxFQUFDLElBQUksRUFBRSxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksS0FBSyxDQUFDLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxFQUFuRCxDQUFtRCxDQUFDLEVBQUUsQ0FBQztZQUNqRixNQUFNLENBQUMsS0FBSyxDQUFDLGVBQWUsRUFBRSx5QkFBa0IsSUFBSSxnRkFBK0UsQ0FBQyxDQUFDO1FBQ3ZJLENBQUM7OztRQUhILEtBQW1CLElBQUEsS0FBQSxTQUFBLFFBQVEsQ0FBQyxpQkFBaUIsQ0FBQyxDQUFBLGdCQUFBO1lBQXpDLElBQU0sSUFBSSxXQUFBO29CQUFKLElBQUk7U0FJZDs7Ozs7Ozs7O0lBRUQsTUFBTSxDQUFDLE1BQU0sQ0FBQyxPQUFPLEVBQUUsR0FBRyxDQUFDLENBQUM7SUFDNUIsSUFBSSxHQUFHLElBQUksS0FBSyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxTQUFTLENBQUMsRUFBRSxDQUFDO1FBQzNDLE1BQU0sQ0FBQyxJQUFJLENBQUMsY0FBYyxFQUFFLFVBQUcsSUFBQSxnQkFBSyxFQUFDLEdBQUcsRUFBRSxNQUFNLENBQUMsaUJBQU8sSUFBQSxnQkFBSyxFQUFDLE1BQU0sQ0FBQyxNQUFNLEVBQUUsT0FBTyxDQUFDLFlBQVMsQ0FBQyxDQUFDO0lBQ2xHLENBQUM7QUFDSCxDQUFDO0FBRUQsU0FBUyxZQUFZLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNO0lBQzNDLElBQU0sT0FBTyxHQUFHLEtBQUssQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFVO1lBQVIsTUFBTSxZQUFBO1FBQU8sT0FBQSxNQUFNLEtBQUssU0FBUztJQUFwQixDQUFvQixDQUFDLENBQUM7SUFDbkUsSUFBTSxPQUFPLEdBQUcsS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxHQUFHLE9BQU8sQ0FBQyxNQUFNLEdBQUcsS0FBSyxDQUFDLE1BQU0sQ0FBQztJQUM3RSxNQUFNLENBQUMsTUFBTSxDQUFDLFNBQVMsRUFBRSxPQUFPLENBQUMsTUFBTSxDQUFDLENBQUM7SUFDekMsSUFBSSxPQUFPLEdBQUcsUUFBUSxDQUFDLHlCQUF5QixDQUFDLEVBQUUsQ0FBQztRQUNsRCxNQUFNLENBQUMsS0FBSyxDQUFDLGtCQUFrQixFQUFFLFVBQUcsT0FBTyxDQUFDLE1BQU0saUJBQU8sSUFBQSxnQkFBSyxFQUFDLEtBQUssQ0FBQyxNQUFNLEVBQUUsTUFBTSxDQUFDLDRCQUFrQixPQUFPLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQywwQkFBZ0IsUUFBUSxDQUFDLHlCQUF5QixDQUFDLHdCQUFjLE1BQU0sQ0FBQyxPQUFPLENBQUMsTUFBRyxDQUFDLENBQUM7SUFDL00sQ0FBQztBQUNILENBQUM7QUFFRCxTQUFTLFVBQVUsQ0FBQyxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU07SUFDekMsSUFBTSxLQUFLLEdBQUcsS0FBSyxDQUFDLE1BQU0sQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLEVBQVYsQ0FBVSxDQUFDLENBQUM7SUFDakQsTUFBTSxDQUFDLE1BQU0sQ0FBQyxPQUFPLEVBQUUsS0FBSyxDQUFDLE1BQU0sQ0FBQyxDQUFDO0lBQ3JDLEtBQUssQ0FBQyxPQUFPLENBQUMsVUFBQyxJQUFJLFlBQUssT0FBQSxNQUFNLENBQUMsSUFBSSxDQUFDLFlBQVksRUFBRSxVQUFHLE9BQU8sQ0FBQyxJQUFJLENBQUMsdUNBQTZCLElBQUEsZ0JBQUssRUFBQyxNQUFBLElBQUksQ0FBQyxPQUFPLG1DQUFJLDZCQUE2QixDQUFDLENBQUUsRUFBRSxPQUFPLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQSxFQUFBLENBQUMsQ0FBQztJQUN2SyxJQUFJLEtBQUssQ0FBQyxNQUFNLEdBQUcsUUFBUSxDQUFDLGNBQWMsQ0FBQyxFQUFFLENBQUM7UUFDNUMsTUFBTSxDQUFDLEtBQUssQ0FBQyxjQUFjLEVBQUUsVUFBRyxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsNkNBQW1DLFFBQVEsQ0FBQyxjQUFjLENBQUMsbUJBQVMsTUFBTSxDQUFDLEtBQUssQ0FBQywrQ0FBOEMsQ0FBQyxDQUFDO0lBQzlMLENBQUM7QUFDSCxDQUFDO0FBRUQsU0FBUyxTQUFTLENBQUMsRUFBVTtRQUFSLE1BQU0sWUFBQTtJQUN6QixPQUFPLE1BQU0sS0FBSyxRQUFRLElBQUksTUFBTSxLQUFLLE9BQU8sQ0FBQztBQUNuRCxDQUFDO0FBRUQsU0FBUyxPQUFPLENBQUMsRUFBbUI7UUFBakIsU0FBUyxlQUFBLEVBQUUsSUFBSSxVQUFBO0lBQ2hDLE9BQU8sSUFBQSxnQkFBSyxFQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsVUFBRyxTQUFTLHFCQUFNLElBQUksQ0FBRSxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQztBQUM1RCxDQUFDO0FBRUQsU0FBUyxNQUFNLENBQUMsS0FBSztJQUNuQixJQUFNLEtBQUssR0FBRyxLQUFLLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsT0FBTyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0lBQ3hELE9BQU8sS0FBSyxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLFVBQUcsS0FBSyxrQkFBUSxLQUFLLENBQUMsTUFBTSxHQUFHLENBQUMsVUFBTyxDQUFDLENBQUMsQ0FBQyxLQUFLLENBQUM7QUFDNUUsQ0FBQztBQUVELFNBQVMsT0FBTyxDQUFDLElBQUk7SUFDbkIsNkJBQVksSUFBSSxDQUFDLEtBQUssS0FBRSxRQUFRLEVBQUUsQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsU0FBUyxFQUFFLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLElBQUc7QUFDN0YsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjoxOTYsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fV19
