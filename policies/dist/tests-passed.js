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
    return expand(glob).some(function (one) { return new RegExp("^".concat(pattern(one), "$")).test(path); });
}
function expand(glob) {
    var start = -1;
    var depth = 0;
    var from = 0;
    var parts = [];
    var _loop_1 = function (at) {
        if (glob[at] === "[" && glob.indexOf("]", at + 2) > 0)
            at = glob.indexOf("]", at + 2);
        else if (glob[at] === "{" && depth++ === 0)
            from = (start = at) + 1;
        else if (glob[at] === "," && depth === 1)
            from = parts.push(glob.slice(from, at)) && at + 1;
        else if (glob[at] === "}" && --depth === 0) {
            parts.push(glob.slice(from, at));
            return { value: parts.flatMap(function (part) { return expand(glob.slice(0, start) + part + glob.slice(at + 1)); }) };
        }
        out_at_1 = at;
    };
    var out_at_1;
    for (var at = 0; at < glob.length; at++) {
        var state_1 = _loop_1(at);
        at = out_at_1;
        if (typeof state_1 === "object")
            return state_1.value;
    }
    if (depth !== 0)
        throw new Error("the glob \"".concat(glob, "\" has { without }, or the other way round"));
    return [glob];
}
function pattern(glob) {
    var parts = (glob.endsWith("/") ? "".concat(glob, "**") : glob).split("/");
    return parts
        .map(function (part, i) {
        var last = i === parts.length - 1;
        if (part === "**")
            return last ? ".+" : "(?:[^/]+/)*";
        return name(part) + (last ? (/[*?[]/.test(part) ? "" : "(?:/.*)?") : "/");
    })
        .join("");
}
function name(part) {
    return part.replace(/\[(!?)(\]?[^\]]*)\]|\*|\?|[^*?[]+|\[/g, function (found, not, set) {
        if (found === "*")
            return "[^/]*";
        if (found === "?")
            return "(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[^/])";
        return set === undefined ? escape(found) : "(?!/)[".concat(not ? "^" : "").concat(set.replace(/[\\\]^[]/g, "\\$&"), "]");
    });
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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzLCBpbiB0aGUgb25lIGRpYWxlY3Qgb2YgZ2xvYnMgdGhhdCBkb2NzL2NvbmZpZ3VyYXRpb24ubWQgZGVzY3JpYmVzLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBwYXRoXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzUGF0aChnbG9iLCBwYXRoKSB7XG4gIHJldHVybiBleHBhbmQoZ2xvYikuc29tZSgob25lKSA9PiBuZXcgUmVnRXhwKGBeJHtwYXR0ZXJuKG9uZSl9JGApLnRlc3QocGF0aCkpO1xufVxuXG4vKipcbiAqIFRoZSBnbG9icyB3aXRob3V0IGJyYWNlcyB0aGF0IG9uZSBzdGFuZHMgZm9yLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEByZXR1cm5zIHtzdHJpbmdbXX1cbiAqL1xuZnVuY3Rpb24gZXhwYW5kKGdsb2IpIHtcbiAgbGV0IHN0YXJ0ID0gLTE7XG4gIGxldCBkZXB0aCA9IDA7XG4gIGxldCBmcm9tID0gMDtcbiAgY29uc3QgcGFydHMgPSBbXTtcbiAgZm9yIChsZXQgYXQgPSAwOyBhdCA8IGdsb2IubGVuZ3RoOyBhdCsrKSB7XG4gICAgaWYgKGdsb2JbYXRdID09PSBcIltcIiAmJiBnbG9iLmluZGV4T2YoXCJdXCIsIGF0ICsgMikgPiAwKSBhdCA9IGdsb2IuaW5kZXhPZihcIl1cIiwgYXQgKyAyKTtcbiAgICBlbHNlIGlmIChnbG9iW2F0XSA9PT0gXCJ7XCIgJiYgZGVwdGgrKyA9PT0gMCkgZnJvbSA9IChzdGFydCA9IGF0KSArIDE7XG4gICAgZWxzZSBpZiAoZ2xvYlthdF0gPT09IFwiLFwiICYmIGRlcHRoID09PSAxKSBmcm9tID0gcGFydHMucHVzaChnbG9iLnNsaWNlKGZyb20sIGF0KSkgJiYgYXQgKyAxO1xuICAgIGVsc2UgaWYgKGdsb2JbYXRdID09PSBcIn1cIiAmJiAtLWRlcHRoID09PSAwKSB7XG4gICAgICBwYXJ0cy5wdXNoKGdsb2Iuc2xpY2UoZnJvbSwgYXQpKTtcbiAgICAgIHJldHVybiBwYXJ0cy5mbGF0TWFwKChwYXJ0KSA9PiBleHBhbmQoZ2xvYi5zbGljZSgwLCBzdGFydCkgKyBwYXJ0ICsgZ2xvYi5zbGljZShhdCArIDEpKSk7XG4gICAgfVxuICB9XG4gIGlmIChkZXB0aCAhPT0gMCkgdGhyb3cgbmV3IEVycm9yKGB0aGUgZ2xvYiBcIiR7Z2xvYn1cIiBoYXMgeyB3aXRob3V0IH0sIG9yIHRoZSBvdGhlciB3YXkgcm91bmRgKTtcbiAgcmV0dXJuIFtnbG9iXTtcbn1cblxuLyoqXG4gKiBBIGdsb2Igd2l0aG91dCBicmFjZXMgYXMgYSByZWd1bGFyIGV4cHJlc3Npb24uXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICovXG5mdW5jdGlvbiBwYXR0ZXJuKGdsb2IpIHtcbiAgY29uc3QgcGFydHMgPSAoZ2xvYi5lbmRzV2l0aChcIi9cIikgPyBgJHtnbG9ifSoqYCA6IGdsb2IpLnNwbGl0KFwiL1wiKTtcbiAgcmV0dXJuIHBhcnRzXG4gICAgLm1hcCgocGFydCwgaSkgPT4ge1xuICAgICAgY29uc3QgbGFzdCA9IGkgPT09IHBhcnRzLmxlbmd0aCAtIDE7XG4gICAgICBpZiAocGFydCA9PT0gXCIqKlwiKSByZXR1cm4gbGFzdCA/IFwiLitcIiA6IFwiKD86W14vXSsvKSpcIjtcbiAgICAgIHJldHVybiBuYW1lKHBhcnQpICsgKGxhc3QgPyAoL1sqP1tdLy50ZXN0KHBhcnQpID8gXCJcIiA6IFwiKD86Ly4qKT9cIikgOiBcIi9cIik7XG4gICAgfSlcbiAgICAuam9pbihcIlwiKTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBwYXJ0ICovXG5mdW5jdGlvbiBuYW1lKHBhcnQpIHtcbiAgcmV0dXJuIHBhcnQucmVwbGFjZSgvXFxbKCE/KShcXF0/W15cXF1dKilcXF18XFwqfFxcP3xbXio/W10rfFxcWy9nLCAoZm91bmQsIG5vdCwgc2V0KSA9PiB7XG4gICAgaWYgKGZvdW5kID09PSBcIipcIikgcmV0dXJuIFwiW14vXSpcIjtcbiAgICBpZiAoZm91bmQgPT09IFwiP1wiKSByZXR1cm4gXCIoPzpbXFxcXHVEODAwLVxcXFx1REJGRl1bXFxcXHVEQzAwLVxcXFx1REZGRl18W14vXSlcIjtcbiAgICByZXR1cm4gc2V0ID09PSB1bmRlZmluZWQgPyBlc2NhcGUoZm91bmQpIDogYCg/IS8pWyR7bm90ID8gXCJeXCIgOiBcIlwifSR7c2V0LnJlcGxhY2UoL1tcXFxcXFxdXltdL2csIFwiXFxcXCQmXCIpfV1gO1xuICB9KTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBnbG9iICovXG5mdW5jdGlvbiBlc2NhcGUoZ2xvYikge1xuICByZXR1cm4gZ2xvYi5yZXBsYWNlKC9bLiteJHt9KCl8W1xcXVxcXFw/XS9nLCBcIlxcXFwkJlwiKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOztBQU9BLDBCQUVDO0FBT0QsZ0NBRUM7QUFPRCxrQ0FFQztBQXBCRCxTQUFnQixPQUFPLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDaEMsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyxNQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDNUUsQ0FBQztBQU9ELFNBQWdCLFVBQVUsQ0FBQyxLQUFLLEVBQUUsSUFBSTtJQUNwQyxPQUFPLEtBQUssQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxPQUFPLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxFQUFuQixDQUFtQixDQUFDLENBQUM7QUFDbkQsQ0FBQztBQU9ELFNBQWdCLFdBQVcsQ0FBQyxJQUFJLEVBQUUsSUFBSTtJQUNwQyxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxFQUExQyxDQUEwQyxDQUFDLENBQUM7QUFDaEYsQ0FBQztBQU9ELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDZixJQUFJLEtBQUssR0FBRyxDQUFDLENBQUM7SUFDZCxJQUFJLElBQUksR0FBRyxDQUFDLENBQUM7SUFDYixJQUFNLEtBQUssR0FBRyxFQUFFLENBQUM7NEJBQ1IsRUFBRTtRQUNULElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLEdBQUcsQ0FBQztZQUFFLEVBQUUsR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7YUFDakYsSUFBSSxJQUFJLENBQUMsRUFBRSxDQUFDLEtBQUssR0FBRyxJQUFJLEtBQUssRUFBRSxLQUFLLENBQUM7WUFBRSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDO2FBQy9ELElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxLQUFLLEtBQUssQ0FBQztZQUFFLElBQUksR0FBRyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxHQUFHLENBQUMsQ0FBQzthQUN2RixJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksRUFBRSxLQUFLLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDM0MsS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDOzRCQUMxQixLQUFLLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsTUFBTSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLElBQUksR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUF4RCxDQUF3RCxDQUFDO1FBQzFGLENBQUM7bUJBUE0sRUFBRTs7O0lBQVgsS0FBSyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsRUFBRSxHQUFHLElBQUksQ0FBQyxNQUFNLEVBQUUsRUFBRSxFQUFFOzhCQUE5QixFQUFFO1FBQUYsRUFBRTs7O0tBUVY7SUFDRCxJQUFJLEtBQUssS0FBSyxDQUFDO1FBQUUsTUFBTSxJQUFJLEtBQUssQ0FBQyxxQkFBYSxJQUFJLCtDQUEyQyxDQUFDLENBQUM7SUFDL0YsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hCLENBQUM7QUFNRCxTQUFTLE9BQU8sQ0FBQyxJQUFJO0lBQ25CLElBQU0sS0FBSyxHQUFHLENBQUMsSUFBSSxDQUFDLFFBQVEsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLE9BQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQ25FLE9BQU8sS0FBSztTQUNULEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDO1FBQ1gsSUFBTSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDO1FBQ3BDLElBQUksSUFBSSxLQUFLLElBQUk7WUFBRSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxhQUFhLENBQUM7UUFDdEQsT0FBTyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxVQUFVLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDNUUsQ0FBQyxDQUFDO1NBQ0QsSUFBSSxDQUFDLEVBQUUsQ0FBQyxDQUFDO0FBQ2QsQ0FBQztBQUdELFNBQVMsSUFBSSxDQUFDLElBQUk7SUFDaEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLHVDQUF1QyxFQUFFLFVBQUMsS0FBSyxFQUFFLEdBQUcsRUFBRSxHQUFHO1FBQzNFLElBQUksS0FBSyxLQUFLLEdBQUc7WUFBRSxPQUFPLE9BQU8sQ0FBQztRQUNsQyxJQUFJLEtBQUssS0FBSyxHQUFHO1lBQUUsT0FBTyw2Q0FBNkMsQ0FBQztRQUN4RSxPQUFPLEdBQUcsS0FBSyxTQUFTLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsZ0JBQVMsR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBRyxHQUFHLENBQUMsT0FBTyxDQUFDLFdBQVcsRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDO0lBQzNHLENBQUMsQ0FBQyxDQUFDO0FBQ0wsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLG9CQUFvQixFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQ3BELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NjgsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3MCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3RleHRzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuLyoqXG4gKiBDdXRzIGEgdGV4dCBmb3IgYSBtZXNzYWdlOiBtZXNzYWdlcyBoYXZlIGEgbGltaXQsIGFuZCBhIGZpbGUgbWF5IGhvbGQgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3Vua25vd259IHZhbHVlXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaG9ydCh2YWx1ZSkge1xuICBjb25zdCB0ZXh0ID0gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHRleHQubGVuZ3RoID4gMzAwID8gYCR7dGV4dC5zbGljZSgwLCAzMDApfeKApmAgOiB0ZXh0O1xufVxuXG4vKipcbiAqIEEgbnVtYmVyIHdpdGggaXRzIG5vdW46IGAxIHRlc3RgLCBgMyB0ZXN0c2AuXG4gKiBAcGFyYW0ge251bWJlcn0gbnVtYmVyXG4gKiBAcGFyYW0ge3N0cmluZ30gbm91blxuICogQHBhcmFtIHtzdHJpbmd9IFtwbHVyYWxdXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb3VudChudW1iZXIsIG5vdW4sIHBsdXJhbCA9IGAke25vdW59c2ApIHtcbiAgcmV0dXJuIGAke251bWJlcn0gJHtudW1iZXIgPT09IDEgPyBub3VuIDogcGx1cmFsfWA7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFNQSxzQkFHQztBQVFELHNCQUVDO0FBYkQsU0FBZ0IsS0FBSyxDQUFDLEtBQUs7SUFDekIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLE9BQU8sSUFBSSxDQUFDLE1BQU0sR0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsR0FBRyxDQUFDLFdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQzdELENBQUM7QUFRRCxTQUFnQixLQUFLLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxNQUFtQjtJQUFuQix1QkFBQSxFQUFBLG1CQUFZLElBQUksTUFBRztJQUNyRCxPQUFPLFVBQUcsTUFBTSxjQUFJLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo4MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjg0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy90ZXN0cy1wYXNzZWQvcG9saWN5LmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIEEgdGVzdCBydW4gY291bnRzIHdoZW4gaXQgaXMgd2hvbGU6IG5vdGhpbmcgZmFpbGVkLCBub3RoaW5nIGlzIG1pc3NpbmcsIGFuZCBsaXR0bGUgd2FzIHNraXBwZWQgb3IgZmxha3kuXG5cbmltcG9ydCB7IG1hdGNoZXMgfSBmcm9tIFwiLi4vbGliL2dsb2JzLmpzXCI7XG5pbXBvcnQgeyBjb3VudCwgc2hvcnQgfSBmcm9tIFwiLi4vbGliL3RleHRzLmpzXCI7XG5cbi8qKiBAdHlwZSB7SnVkZ2V9ICovXG5leHBvcnQgZnVuY3Rpb24ganVkZ2UoZXZpZGVuY2UsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3Qgc3VpdGVzID0gKGV2aWRlbmNlLmp1bml0ID8/IFtdKS5mbGF0TWFwKCh7IHBhdGgsIHN1aXRlczogb3duIH0pID0+IG93bi5tYXAoKHN1aXRlKSA9PiAoeyAuLi5zdWl0ZSwgcGF0aCB9KSkpO1xuICBjb25zdCBjYXNlcyA9IHN1aXRlcy5mbGF0TWFwKChzdWl0ZSkgPT4gc3VpdGUuY2FzZXMubWFwKCh0ZXN0KSA9PiAoeyAuLi50ZXN0LCBzdWl0ZSB9KSkpO1xuXG4gIGNhc2VzLmZpbHRlcihoYXNGYWlsZWQpLmZvckVhY2goKHRlc3QpID0+IHJlcG9ydC5lcnJvcihcInRlc3QtZmFpbGVkXCIsIGAke3RpdGxlT2YodGVzdCl9IGZhaWxlZDogJHtzaG9ydCh0ZXN0Lm1lc3NhZ2UgPz8gXCJ0aGUgcmVwb3J0IGRvZXMgbm90IHNheSB3aHlcIil9YCwgcGxhY2VPZih0ZXN0KSkpO1xuICBzdWl0ZXMuZm9yRWFjaCgoc3VpdGUpID0+IGp1ZGdlU3VpdGUoc3VpdGUsIHJlcG9ydCkpO1xuICBqdWRnZVRvdGFscyhzdWl0ZXMsIGNhc2VzLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAganVkZ2VTa2lwcGVkKGNhc2VzLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAganVkZ2VGbGFreShjYXNlcywgc2V0dGluZ3MsIHJlcG9ydCk7XG59XG5cbi8qKiBBIHN1aXRlIHRoYXQgcmFuIG5vdGhpbmcsIG9yIGxvc3QgdGVzdHMgb24gdGhlIHdheSwgcGFzc2VzIGluIG1vc3QgdGVzdCBydW5uZXJzLiAqL1xuZnVuY3Rpb24ganVkZ2VTdWl0ZShzdWl0ZSwgcmVwb3J0KSB7XG4gIGNvbnN0IHBsYWNlID0geyBwYXRoOiBzdWl0ZS5wYXRoLCBsaW5lOiBzdWl0ZS5saW5lLCBpZGVudGl0eTogc3VpdGUubmFtZSB9O1xuICBjb25zdCBuYW1lID0gc2hvcnQoc3VpdGUubmFtZSB8fCBcIih1bm5hbWVkKVwiKTtcbiAgaWYgKHN1aXRlLmNhc2VzLmxlbmd0aCA9PT0gMCkge1xuICAgIHJlcG9ydC5lcnJvcihcImVtcHR5LXN1aXRlXCIsIGBUaGUgc3VpdGUgJHtuYW1lfSByYW4gbm8gdGVzdC4gUmVtb3ZlIGl0LCBvciBmaW5kIG91dCB3aHkgbm90aGluZyByYW4uYCwgcGxhY2UpO1xuICAgIHJldHVybjtcbiAgfVxuXG4gIGNvbnN0IGNvdW50ZWQgPSB7XG4gICAgdGVzdHM6IHN1aXRlLmNhc2VzLmxlbmd0aCxcbiAgICBmYWlsdXJlczogc3VpdGUuY2FzZXMuZmlsdGVyKCh7IHN0YXR1cyB9KSA9PiBzdGF0dXMgPT09IFwiZmFpbGVkXCIpLmxlbmd0aCxcbiAgICBlcnJvcnM6IHN1aXRlLmNhc2VzLmZpbHRlcigoeyBzdGF0dXMgfSkgPT4gc3RhdHVzID09PSBcImVycm9yXCIpLmxlbmd0aCxcbiAgfTtcbiAgZm9yIChjb25zdCBbd2hhdCwgbnVtYmVyXSBvZiBPYmplY3QuZW50cmllcyhjb3VudGVkKSkge1xuICAgIGNvbnN0IGRlY2xhcmVkID0gc3VpdGUuZGVjbGFyZWRbd2hhdF07XG4gICAgaWYgKGRlY2xhcmVkICE9PSBudWxsICYmIGRlY2xhcmVkID4gbnVtYmVyKSB7XG4gICAgICByZXBvcnQuZXJyb3IoXCJjb3VudC1taXNtYXRjaFwiLCBgVGhlIHN1aXRlICR7bmFtZX0gZGVjbGFyZXMgJHtkZWNsYXJlZH0gJHt3aGF0fSBhbmQgaG9sZHMgJHtudW1iZXJ9LiBUaGUgcmVwb3J0IGlzIGN1dCBvZmYsIG9yIGl0cyB3cml0ZXIgaXMgd3JvbmcuYCwgcGxhY2UpO1xuICAgIH1cbiAgfVxufVxuXG5mdW5jdGlvbiBqdWRnZVRvdGFscyhzdWl0ZXMsIGNhc2VzLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHJhbiA9IGNhc2VzLmZpbHRlcigoeyBzdGF0dXMgfSkgPT4gc3RhdHVzICE9PSBcInNraXBwZWRcIikubGVuZ3RoO1xuICBjb25zdCBsZWFzdCA9IHNldHRpbmdzW1wibWluaW11bS10ZXN0c1wiXTtcbiAgaWYgKHJhbiA8IGxlYXN0KSB7XG4gICAgcmVwb3J0LmVycm9yKFwidG9vLWZldy10ZXN0c1wiLCBgJHtjb3VudChyYW4sIFwidGVzdFwiKX0gcmFuLCBhdCBsZWFzdCAke2xlYXN0fSBtdXN0LiBDaGVjayB0aGF0IFxcYGZhY3RzXFxgIHNlbGVjdHMgZXZlcnkgcmVwb3J0LCBhbmQgdGhhdCBubyB0ZXN0IHJ1bm5lciBlbmRlZCBlYXJseS5gKTtcbiAgfVxuXG4gIGZvciAoY29uc3QgZ2xvYiBvZiBzZXR0aW5nc1tcInJlcXVpcmVkLXN1aXRlc1wiXSkge1xuICAgIGlmICghc3VpdGVzLnNvbWUoKHN1aXRlKSA9PiBtYXRjaGVzKGdsb2IsIHN1aXRlLm5hbWUpICYmIHN1aXRlLmNhc2VzLmxlbmd0aCA+IDApKSB7XG4gICAgICByZXBvcnQuZXJyb3IoXCJzdWl0ZS1taXNzaW5nXCIsIGBObyBzdWl0ZSBuYW1lZCAke2dsb2J9IHJhbi4gUnVuIGl0IGJlZm9yZSB0aGlzIGdhdGUsIG9yIGNvcnJlY3QgaXRzIG5hbWUgdW5kZXIgXFxgcmVxdWlyZWQtc3VpdGVzXFxgLmApO1xuICAgIH1cbiAgfVxuXG4gIHJlcG9ydC5tZXRyaWMoXCJ0ZXN0c1wiLCByYW4pO1xuICBpZiAocmFuID49IGxlYXN0ICYmICFjYXNlcy5zb21lKGhhc0ZhaWxlZCkpIHtcbiAgICByZXBvcnQucGFzcyhcInRlc3RzLXBhc3NlZFwiLCBgJHtjb3VudChyYW4sIFwidGVzdFwiKX0gaW4gJHtjb3VudChzdWl0ZXMubGVuZ3RoLCBcInN1aXRlXCIpfSBwYXNzZWRgKTtcbiAgfVxufVxuXG5mdW5jdGlvbiBqdWRnZVNraXBwZWQoY2FzZXMsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3Qgc2tpcHBlZCA9IGNhc2VzLmZpbHRlcigoeyBzdGF0dXMgfSkgPT4gc3RhdHVzID09PSBcInNraXBwZWRcIik7XG4gIGNvbnN0IHBlcmNlbnQgPSBjYXNlcy5sZW5ndGggPT09IDAgPyAwIDogMTAwICogc2tpcHBlZC5sZW5ndGggLyBjYXNlcy5sZW5ndGg7XG4gIHJlcG9ydC5tZXRyaWMoXCJza2lwcGVkXCIsIHNraXBwZWQubGVuZ3RoKTtcbiAgaWYgKHBlcmNlbnQgPiBzZXR0aW5nc1tcIm1heGltdW0tc2tpcHBlZC1wZXJjZW50XCJdKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidG9vLW1hbnktc2tpcHBlZFwiLCBgJHtza2lwcGVkLmxlbmd0aH0gb2YgJHtjb3VudChjYXNlcy5sZW5ndGgsIFwidGVzdFwiKX0gd2VyZSBza2lwcGVkICgke3BlcmNlbnQudG9GaXhlZCgxKX0gJSksIGF0IG1vc3QgJHtzZXR0aW5nc1tcIm1heGltdW0tc2tpcHBlZC1wZXJjZW50XCJdfSAlIG1heSBiZTogJHtsaXN0T2Yoc2tpcHBlZCl9LmApO1xuICB9XG59XG5cbmZ1bmN0aW9uIGp1ZGdlRmxha3koY2FzZXMsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgZmxha3kgPSBjYXNlcy5maWx0ZXIoKHRlc3QpID0+IHRlc3QuZmxha3kpO1xuICByZXBvcnQubWV0cmljKFwiZmxha3lcIiwgZmxha3kubGVuZ3RoKTtcbiAgZmxha3kuZm9yRWFjaCgodGVzdCkgPT4gcmVwb3J0Lm5vdGUoXCJ0ZXN0LWZsYWt5XCIsIGAke3RpdGxlT2YodGVzdCl9IGZhaWxlZCBiZWZvcmUgaXQgcGFzc2VkOiAke3Nob3J0KHRlc3QubWVzc2FnZSA/PyBcInRoZSByZXBvcnQgZG9lcyBub3Qgc2F5IHdoeVwiKX1gLCBwbGFjZU9mKHRlc3QpKSk7XG4gIGlmIChmbGFreS5sZW5ndGggPiBzZXR0aW5nc1tcImZsYWt5LWJ1ZGdldFwiXSkge1xuICAgIHJlcG9ydC5lcnJvcihcImZsYWt5LWJ1ZGdldFwiLCBgJHtjb3VudChmbGFreS5sZW5ndGgsIFwidGVzdFwiKX0gZmFpbGVkIGJlZm9yZSBwYXNzaW5nLCBhdCBtb3N0ICR7c2V0dGluZ3NbXCJmbGFreS1idWRnZXRcIl19IG1heTogJHtsaXN0T2YoZmxha3kpfS4gTWVuZCB0aGUgdGVzdHMsIG9yIHJhaXNlIFxcYGZsYWt5LWJ1ZGdldFxcYC5gKTtcbiAgfVxufVxuXG5mdW5jdGlvbiBoYXNGYWlsZWQoeyBzdGF0dXMgfSkge1xuICByZXR1cm4gc3RhdHVzID09PSBcImZhaWxlZFwiIHx8IHN0YXR1cyA9PT0gXCJlcnJvclwiO1xufVxuXG5mdW5jdGlvbiB0aXRsZU9mKHsgY2xhc3NOYW1lLCBuYW1lIH0pIHtcbiAgcmV0dXJuIHNob3J0KGNsYXNzTmFtZSA/IGAke2NsYXNzTmFtZX0g4oC6ICR7bmFtZX1gIDogbmFtZSk7XG59XG5cbmZ1bmN0aW9uIGxpc3RPZih0ZXN0cykge1xuICBjb25zdCBzaG93biA9IHRlc3RzLnNsaWNlKDAsIDMpLm1hcCh0aXRsZU9mKS5qb2luKFwiLCBcIik7XG4gIHJldHVybiB0ZXN0cy5sZW5ndGggPiAzID8gYCR7c2hvd259IGFuZCAke3Rlc3RzLmxlbmd0aCAtIDN9IG1vcmVgIDogc2hvd247XG59XG5cbmZ1bmN0aW9uIHBsYWNlT2YodGVzdCkge1xuICByZXR1cm4geyAuLi50ZXN0LndoZXJlLCBpZGVudGl0eTogW3Rlc3Quc3VpdGUubmFtZSwgdGVzdC5jbGFzc05hbWUsIHRlc3QubmFtZV0uam9pbihcIiBcIikgfTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBT0Esc0JBU0M7QUFiRCw0Q0FBMEM7QUFDMUMsNENBQStDO0FBRy9DLFNBQWdCLEtBQUssQ0FBQyxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzlDLElBQU0sTUFBTSxHQUFHLENBQUMsTUFBQSxRQUFRLENBQUMsS0FBSyxtQ0FBSSxFQUFFLENBQUMsQ0FBQyxPQUFPLENBQUMsVUFBQyxFQUFxQjtZQUFuQixJQUFJLFVBQUEsRUFBVSxHQUFHLFlBQUE7UUFBTyxPQUFBLEdBQUcsQ0FBQyxHQUFHLENBQUMsVUFBQyxLQUFLLElBQUssT0FBQSx1QkFBTSxLQUFLLEtBQUUsSUFBSSxNQUFBLElBQUcsRUFBcEIsQ0FBb0IsQ0FBQztJQUF4QyxDQUF3QyxDQUFDLENBQUM7SUFDbkgsSUFBTSxLQUFLLEdBQUcsTUFBTSxDQUFDLE9BQU8sQ0FBQyxVQUFDLEtBQUssSUFBSyxPQUFBLEtBQUssQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsdUJBQU0sSUFBSSxLQUFFLEtBQUssT0FBQSxJQUFHLEVBQXBCLENBQW9CLENBQUMsRUFBL0MsQ0FBK0MsQ0FBQyxDQUFDO0lBRXpGLEtBQUssQ0FBQyxNQUFNLENBQUMsU0FBUyxDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxZQUFLLE9BQUEsTUFBTSxDQUFDLEtBQUssQ0FBQyxhQUFhLEVBQUUsVUFBRyxPQUFPLENBQUMsSUFBSSxDQUFDLHNCQUFZLElBQUEsZ0JBQUssRUFBQyxNQUFBLElBQUksQ0FBQyxPQUFPLG1DQUFJLDZCQUE2QixDQUFDLENBQUUsRUFBRSxPQUFPLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQSxFQUFBLENBQUMsQ0FBQztJQUMxSyxNQUFNLENBQUMsT0FBTyxDQUFDLFVBQUMsS0FBSyxJQUFLLE9BQUEsVUFBVSxDQUFDLEtBQUssRUFBRSxNQUFNLENBQUMsRUFBekIsQ0FBeUIsQ0FBQyxDQUFDO0lBQ3JELFdBQVcsQ0FBQyxNQUFNLEVBQUUsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUM3QyxZQUFZLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUN0QyxVQUFVLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUN0QyxDQUFDO0FBR0QsU0FBUyxVQUFVLENBQUMsS0FBSyxFQUFFLE1BQU07O0lBQy9CLElBQU0sS0FBSyxHQUFHLEVBQUUsSUFBSSxFQUFFLEtBQUssQ0FBQyxJQUFJLEVBQUUsSUFBSSxFQUFFLEtBQUssQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLEtBQUssQ0FBQyxJQUFJLEVBQUUsQ0FBQztJQUMzRSxJQUFNLElBQUksR0FBRyxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLElBQUksSUFBSSxXQUFXLENBQUMsQ0FBQztJQUM5QyxJQUFJLEtBQUssQ0FBQyxLQUFLLENBQUMsTUFBTSxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQzdCLE1BQU0sQ0FBQyxLQUFLLENBQUMsYUFBYSxFQUFFLG9CQUFhLElBQUksMERBQXVELEVBQUUsS0FBSyxDQUFDLENBQUM7UUFDN0csT0FBTztJQUNULENBQUM7SUFFRCxJQUFNLE9BQU8sR0FBRztRQUNkLEtBQUssRUFBRSxLQUFLLENBQUMsS0FBSyxDQUFDLE1BQU07UUFDekIsUUFBUSxFQUFFLEtBQUssQ0FBQyxLQUFLLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBVTtnQkFBUixNQUFNLFlBQUE7WUFBTyxPQUFBLE1BQU0sS0FBSyxRQUFRO1FBQW5CLENBQW1CLENBQUMsQ0FBQyxNQUFNO1FBQ3hFLE1BQU0sRUFBRSxLQUFLLENBQUMsS0FBSyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQVU7Z0JBQVIsTUFBTSxZQUFBO1lBQU8sT0FBQSxNQUFNLEtBQUssT0FBTztRQUFsQixDQUFrQixDQUFDLENBQUMsTUFBTTtLQUN0RSxDQUFDOztRQUNGLEtBQTZCLElBQUEsS0FBQSxTQUFBLE1BQU0sQ0FBQyxPQUFPLENBQUMsT0FBTyxDQUFDLENBQUEsZ0JBQUEsNEJBQUUsQ0FBQztZQUE1QyxJQUFBLEtBQUEsbUJBQWMsRUFBYixJQUFJLFFBQUEsRUFBRSxNQUFNLFFBQUE7WUFDdEIsSUFBTSxRQUFRLEdBQUcsS0FBSyxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsQ0FBQztZQUN0QyxJQUFJLFFBQVEsS0FBSyxJQUFJLElBQUksUUFBUSxHQUFHLE1BQU0sRUFBRSxDQUFDO2dCQUMzQyxNQUFNLENBQUMsS0FBSyxDQUFDLGdCQUFnQixFQUFFLG9CQUFhLElBQUksdUJBQWEsUUFBUSxjQUFJLElBQUksd0JBQWMsTUFBTSxxREFBa0QsRUFBRSxLQUFLLENBQUMsQ0FBQztZQUM5SixDQUFDO1FBQ0gsQ0FBQzs7Ozs7Ozs7O0FBQ0gsQ0FBQztBQUVELFNBQVMsV0FBVyxDQUFDLE1BQU0sRUFBRSxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQ2xELElBQU0sR0FBRyxHQUFHLEtBQUssQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFVO1lBQVIsTUFBTSxZQUFBO1FBQU8sT0FBQSxNQUFNLEtBQUssU0FBUztJQUFwQixDQUFvQixDQUFDLENBQUMsTUFBTSxDQUFDO0lBQ3RFLElBQU0sS0FBSyxHQUFHLFFBQVEsQ0FBQyxlQUFlLENBQUMsQ0FBQztJQUN4QyxJQUFJLEdBQUcsR0FBRyxLQUFLLEVBQUUsQ0FBQztRQUNoQixNQUFNLENBQUMsS0FBSyxDQUFDLGVBQWUsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxHQUFHLEVBQUUsTUFBTSxDQUFDLDRCQUFrQixLQUFLLHlGQUF3RixDQUFDLENBQUM7SUFDdEssQ0FBQzs0QkFFVSxJQUFJO1FBQ2IsSUFBSSxDQUFDLE1BQU0sQ0FBQyxJQUFJLENBQUMsVUFBQyxLQUFLLElBQUssT0FBQSxJQUFBLGtCQUFPLEVBQUMsSUFBSSxFQUFFLEtBQUssQ0FBQyxJQUFJLENBQUMsSUFBSSxLQUFLLENBQUMsS0FBSyxDQUFDLE1BQU0sR0FBRyxDQUFDLEVBQW5ELENBQW1ELENBQUMsRUFBRSxDQUFDO1lBQ2pGLE1BQU0sQ0FBQyxLQUFLLENBQUMsZUFBZSxFQUFFLHlCQUFrQixJQUFJLGdGQUErRSxDQUFDLENBQUM7UUFDdkksQ0FBQzs7O1FBSEgsS0FBbUIsSUFBQSxLQUFBLFNBQUEsUUFBUSxDQUFDLGlCQUFpQixDQUFDLENBQUEsZ0JBQUE7WUFBekMsSUFBTSxJQUFJLFdBQUE7b0JBQUosSUFBSTtTQUlkOzs7Ozs7Ozs7SUFFRCxNQUFNLENBQUMsTUFBTSxDQUFDLE9BQU8sRUFBRSxHQUFHLENBQUMsQ0FBQztJQUM1QixJQUFJLEdBQUcsSUFBSSxLQUFLLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQyxFQUFFLENBQUM7UUFDM0MsTUFBTSxDQUFDLElBQUksQ0FBQyxjQUFjLEVBQUUsVUFBRyxJQUFBLGdCQUFLLEVBQUMsR0FBRyxFQUFFLE1BQU0sQ0FBQyxpQkFBTyxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLE1BQU0sRUFBRSxPQUFPLENBQUMsWUFBUyxDQUFDLENBQUM7SUFDbEcsQ0FBQztBQUNILENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU07SUFDM0MsSUFBTSxPQUFPLEdBQUcsS0FBSyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQVU7WUFBUixNQUFNLFlBQUE7UUFBTyxPQUFBLE1BQU0sS0FBSyxTQUFTO0lBQXBCLENBQW9CLENBQUMsQ0FBQztJQUNuRSxJQUFNLE9BQU8sR0FBRyxLQUFLLENBQUMsTUFBTSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLEdBQUcsT0FBTyxDQUFDLE1BQU0sR0FBRyxLQUFLLENBQUMsTUFBTSxDQUFDO0lBQzdFLE1BQU0sQ0FBQyxNQUFNLENBQUMsU0FBUyxFQUFFLE9BQU8sQ0FBQyxNQUFNLENBQUMsQ0FBQztJQUN6QyxJQUFJLE9BQU8sR0FBRyxRQUFRLENBQUMseUJBQXlCLENBQUMsRUFBRSxDQUFDO1FBQ2xELE1BQU0sQ0FBQyxLQUFLLENBQUMsa0JBQWtCLEVBQUUsVUFBRyxPQUFPLENBQUMsTUFBTSxpQkFBTyxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsNEJBQWtCLE9BQU8sQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLDBCQUFnQixRQUFRLENBQUMseUJBQXlCLENBQUMsd0JBQWMsTUFBTSxDQUFDLE9BQU8sQ0FBQyxNQUFHLENBQUMsQ0FBQztJQUMvTSxDQUFDO0FBQ0gsQ0FBQztBQUVELFNBQVMsVUFBVSxDQUFDLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTTtJQUN6QyxJQUFNLEtBQUssR0FBRyxLQUFLLENBQUMsTUFBTSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsSUFBSSxDQUFDLEtBQUssRUFBVixDQUFVLENBQUMsQ0FBQztJQUNqRCxNQUFNLENBQUMsTUFBTSxDQUFDLE9BQU8sRUFBRSxLQUFLLENBQUMsTUFBTSxDQUFDLENBQUM7SUFDckMsS0FBSyxDQUFDLE9BQU8sQ0FBQyxVQUFDLElBQUksWUFBSyxPQUFBLE1BQU0sQ0FBQyxJQUFJLENBQUMsWUFBWSxFQUFFLFVBQUcsT0FBTyxDQUFDLElBQUksQ0FBQyx1Q0FBNkIsSUFBQSxnQkFBSyxFQUFDLE1BQUEsSUFBSSxDQUFDLE9BQU8sbUNBQUksNkJBQTZCLENBQUMsQ0FBRSxFQUFFLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFBLEVBQUEsQ0FBQyxDQUFDO0lBQ3ZLLElBQUksS0FBSyxDQUFDLE1BQU0sR0FBRyxRQUFRLENBQUMsY0FBYyxDQUFDLEVBQUUsQ0FBQztRQUM1QyxNQUFNLENBQUMsS0FBSyxDQUFDLGNBQWMsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxLQUFLLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyw2Q0FBbUMsUUFBUSxDQUFDLGNBQWMsQ0FBQyxtQkFBUyxNQUFNLENBQUMsS0FBSyxDQUFDLCtDQUE4QyxDQUFDLENBQUM7SUFDOUwsQ0FBQztBQUNILENBQUM7QUFFRCxTQUFTLFNBQVMsQ0FBQyxFQUFVO1FBQVIsTUFBTSxZQUFBO0lBQ3pCLE9BQU8sTUFBTSxLQUFLLFFBQVEsSUFBSSxNQUFNLEtBQUssT0FBTyxDQUFDO0FBQ25ELENBQUM7QUFFRCxTQUFTLE9BQU8sQ0FBQyxFQUFtQjtRQUFqQixTQUFTLGVBQUEsRUFBRSxJQUFJLFVBQUE7SUFDaEMsT0FBTyxJQUFBLGdCQUFLLEVBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxVQUFHLFNBQVMscUJBQU0sSUFBSSxDQUFFLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVELENBQUM7QUFFRCxTQUFTLE1BQU0sQ0FBQyxLQUFLO0lBQ25CLElBQU0sS0FBSyxHQUFHLEtBQUssQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxPQUFPLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7SUFDeEQsT0FBTyxLQUFLLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxLQUFLLGtCQUFRLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxVQUFPLENBQUMsQ0FBQyxDQUFDLEtBQUssQ0FBQztBQUM1RSxDQUFDO0FBRUQsU0FBUyxPQUFPLENBQUMsSUFBSTtJQUNuQiw2QkFBWSxJQUFJLENBQUMsS0FBSyxLQUFFLFFBQVEsRUFBRSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxTQUFTLEVBQUUsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsSUFBRztBQUM3RixDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjI0MywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19XX0=
