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
exports.reaches = reaches;
var order = ["none", "low", "medium", "high", "critical"];
function reaches(severity, limit) {
    return limit !== "never" && order.indexOf(severity) >= order.indexOf(limit);
}
})(modules["/policies/lib/severities.js"] = {}, function (name) { return modules[{}[name]]; });
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
Object.defineProperty(exports, "__esModule", { value: true });
exports.judge = judge;
var globs_js_1 = require("../lib/globs.js");
var severities_js_1 = require("../lib/severities.js");
var texts_js_1 = require("../lib/texts.js");
function judge(evidence, settings, report) {
    var _a;
    var runs = ((_a = evidence.sarif) !== null && _a !== void 0 ? _a : []).flatMap(function (log) { return log.runs.map(function (run) { return (__assign(__assign({}, run), { path: log.path })); }); });
    judgePresence(runs, settings, report);
    runs.forEach(function (run) { return judgeRun(run, report); });
    var _b = sort(runs, settings), counted = _b.counted, left = _b.left;
    counted.forEach(function (result) { return judgeResult(result, settings, report); });
    tell(counted, left, report);
}
function judgePresence(runs, settings, report) {
    var e_1, _a;
    if (settings.required && runs.length === 0) {
        report.error("no-report", "No scanner's report is here. Run the scanner before this gate, and let `facts: { sarif: [...] }` select what it writes.");
    }
    var _loop_1 = function (tool) {
        if (!runs.some(function (run) { return (0, globs_js_1.matches)(tool.toLowerCase(), run.tool.toLowerCase()); })) {
            report.error("tool-missing", "No report of ".concat(tool, " is here. There is: ").concat(runs.map(function (run) { return run.tool; }).join(", ") || "none", "."));
        }
    };
    try {
        for (var _b = __values(settings.tools), _c = _b.next(); !_c.done; _c = _b.next()) {
            var tool = _c.value;
            _loop_1(tool);
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
function judgeRun(run, report) {
    if (run.successful === false) {
        var why = run.errors.length > 0 ? ": ".concat((0, texts_js_1.short)(run.errors[0])) : "";
        report.error("scan-incomplete", "".concat(run.tool, " says that it did not run to its end").concat(why, ". Mend the scan; what it did not look at may hold anything."), { path: run.path });
    }
}
function sort(runs, settings) {
    var e_2, _a, e_3, _b;
    var counted = [];
    var left = { suppressed: 0, ignored: 0, unchanged: 0 };
    try {
        for (var runs_1 = __values(runs), runs_1_1 = runs_1.next(); !runs_1_1.done; runs_1_1 = runs_1.next()) {
            var run = runs_1_1.value;
            try {
                for (var _c = (e_3 = void 0, __values(run.results.filter(function (_a) {
                    var kind = _a.kind;
                    return kind === "fail";
                }))), _d = _c.next(); !_d.done; _d = _c.next()) {
                    var result = _d.value;
                    var reason = reasonToLeave(result, run, settings);
                    if (reason) {
                        left[reason]++;
                    }
                    else {
                        counted.push(__assign(__assign({}, result), { tool: run.tool }));
                    }
                }
            }
            catch (e_3_1) { e_3 = { error: e_3_1 }; }
            finally {
                try {
                    if (_d && !_d.done && (_b = _c.return)) _b.call(_c);
                }
                finally { if (e_3) throw e_3.error; }
            }
        }
    }
    catch (e_2_1) { e_2 = { error: e_2_1 }; }
    finally {
        try {
            if (runs_1_1 && !runs_1_1.done && (_a = runs_1.return)) _a.call(runs_1);
        }
        finally { if (e_2) throw e_2.error; }
    }
    return { counted: counted, left: left };
}
function reasonToLeave(result, run, settings) {
    var _a;
    var rule = (_a = result.ruleId) !== null && _a !== void 0 ? _a : "";
    var isIgnored = settings.ignore.some(function (entry) { return (0, globs_js_1.matches)(entry.rule, rule) && (0, globs_js_1.matches)(entry.tool.toLowerCase(), run.tool.toLowerCase()); });
    return result.suppressed ? "suppressed"
        : isIgnored ? "ignored"
            : settings["only-new"] && ["unchanged", "updated"].includes(result.baselineState) ? "unchanged"
                : undefined;
}
function judgeResult(result, settings, report) {
    var _a;
    var severity = severityOf(result, settings);
    var kind = (0, severities_js_1.reaches)(severity, settings["fail-at"]) ? "error" : (0, severities_js_1.reaches)(severity, settings["warn-at"]) ? "warning" : undefined;
    if (kind) {
        var score = result.securitySeverity === null ? "" : " (".concat(result.securitySeverity, ")");
        var rule = result.ruleId ? " ".concat((0, texts_js_1.short)(result.ruleId)) : "";
        report[kind]("".concat(severity, "-severity"), "".concat(result.tool).concat(rule, ", ").concat(severity).concat(score, ": ").concat((0, texts_js_1.short)(result.message)), __assign(__assign(__assign({}, result.where), { identity: [result.tool, result.ruleId, (_a = result.fingerprint) !== null && _a !== void 0 ? _a : result.message].join(" ") }), (result.helpUri ? { help: "See ".concat((0, texts_js_1.short)(result.helpUri), ".") } : {})));
    }
}
function severityOf(result, settings) {
    var _a, _b;
    return (_b = (_a = result.severity) !== null && _a !== void 0 ? _a : settings.levels[result.level]) !== null && _b !== void 0 ? _b : "none";
}
function tell(counted, left, report) {
    report.metric("results", counted.length);
    report.pass("results", "".concat((0, texts_js_1.count)(counted.length, "result"), " counted")
        + ", ".concat(left.suppressed, " suppressed, ").concat(left.ignored, " ignored by the settings, ").concat(left.unchanged, " there before"));
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/sarif-severity/policy.js"] = {}, function (name) { return modules[{"../lib/globs.js":"/policies/lib/globs.js","../lib/severities.js":"/policies/lib/severities.js","../lib/texts.js":"/policies/lib/texts.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzLCBpbiB0aGUgb25lIGRpYWxlY3Qgb2YgZ2xvYnMgdGhhdCBkb2NzL2NvbmZpZ3VyYXRpb24ubWQgZGVzY3JpYmVzLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBwYXRoXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzUGF0aChnbG9iLCBwYXRoKSB7XG4gIHJldHVybiBleHBhbmQoZ2xvYikuc29tZSgob25lKSA9PiBuZXcgUmVnRXhwKGBeJHtwYXR0ZXJuKG9uZSl9JGApLnRlc3QocGF0aCkpO1xufVxuXG4vKipcbiAqIFRoZSBnbG9icyB3aXRob3V0IGJyYWNlcyB0aGF0IG9uZSBzdGFuZHMgZm9yLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEByZXR1cm5zIHtzdHJpbmdbXX1cbiAqL1xuZnVuY3Rpb24gZXhwYW5kKGdsb2IpIHtcbiAgbGV0IHN0YXJ0ID0gLTE7XG4gIGxldCBkZXB0aCA9IDA7XG4gIGxldCBmcm9tID0gMDtcbiAgY29uc3QgcGFydHMgPSBbXTtcbiAgZm9yIChsZXQgYXQgPSAwOyBhdCA8IGdsb2IubGVuZ3RoOyBhdCsrKSB7XG4gICAgaWYgKGdsb2JbYXRdID09PSBcIltcIiAmJiBnbG9iLmluZGV4T2YoXCJdXCIsIGF0ICsgMikgPiAwKSBhdCA9IGdsb2IuaW5kZXhPZihcIl1cIiwgYXQgKyAyKTtcbiAgICBlbHNlIGlmIChnbG9iW2F0XSA9PT0gXCJ7XCIgJiYgZGVwdGgrKyA9PT0gMCkgZnJvbSA9IChzdGFydCA9IGF0KSArIDE7XG4gICAgZWxzZSBpZiAoZ2xvYlthdF0gPT09IFwiLFwiICYmIGRlcHRoID09PSAxKSBmcm9tID0gcGFydHMucHVzaChnbG9iLnNsaWNlKGZyb20sIGF0KSkgJiYgYXQgKyAxO1xuICAgIGVsc2UgaWYgKGdsb2JbYXRdID09PSBcIn1cIiAmJiAtLWRlcHRoID09PSAwKSB7XG4gICAgICBwYXJ0cy5wdXNoKGdsb2Iuc2xpY2UoZnJvbSwgYXQpKTtcbiAgICAgIHJldHVybiBwYXJ0cy5mbGF0TWFwKChwYXJ0KSA9PiBleHBhbmQoZ2xvYi5zbGljZSgwLCBzdGFydCkgKyBwYXJ0ICsgZ2xvYi5zbGljZShhdCArIDEpKSk7XG4gICAgfVxuICB9XG4gIGlmIChkZXB0aCAhPT0gMCkgdGhyb3cgbmV3IEVycm9yKGB0aGUgZ2xvYiBcIiR7Z2xvYn1cIiBoYXMgeyB3aXRob3V0IH0sIG9yIHRoZSBvdGhlciB3YXkgcm91bmRgKTtcbiAgcmV0dXJuIFtnbG9iXTtcbn1cblxuLyoqXG4gKiBBIGdsb2Igd2l0aG91dCBicmFjZXMgYXMgYSByZWd1bGFyIGV4cHJlc3Npb24uXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICovXG5mdW5jdGlvbiBwYXR0ZXJuKGdsb2IpIHtcbiAgY29uc3QgcGFydHMgPSAoZ2xvYi5lbmRzV2l0aChcIi9cIikgPyBgJHtnbG9ifSoqYCA6IGdsb2IpLnNwbGl0KFwiL1wiKTtcbiAgcmV0dXJuIHBhcnRzXG4gICAgLm1hcCgocGFydCwgaSkgPT4ge1xuICAgICAgY29uc3QgbGFzdCA9IGkgPT09IHBhcnRzLmxlbmd0aCAtIDE7XG4gICAgICBpZiAocGFydCA9PT0gXCIqKlwiKSByZXR1cm4gbGFzdCA/IFwiLitcIiA6IFwiKD86W14vXSsvKSpcIjtcbiAgICAgIHJldHVybiBuYW1lKHBhcnQpICsgKGxhc3QgPyAoL1sqP1tdLy50ZXN0KHBhcnQpID8gXCJcIiA6IFwiKD86Ly4qKT9cIikgOiBcIi9cIik7XG4gICAgfSlcbiAgICAuam9pbihcIlwiKTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBwYXJ0ICovXG5mdW5jdGlvbiBuYW1lKHBhcnQpIHtcbiAgcmV0dXJuIHBhcnQucmVwbGFjZSgvXFxbKCE/KShcXF0/W15cXF1dKilcXF18XFwqfFxcP3xbXio/W10rfFxcWy9nLCAoZm91bmQsIG5vdCwgc2V0KSA9PiB7XG4gICAgaWYgKGZvdW5kID09PSBcIipcIikgcmV0dXJuIFwiW14vXSpcIjtcbiAgICBpZiAoZm91bmQgPT09IFwiP1wiKSByZXR1cm4gXCIoPzpbXFxcXHVEODAwLVxcXFx1REJGRl1bXFxcXHVEQzAwLVxcXFx1REZGRl18W14vXSlcIjtcbiAgICByZXR1cm4gc2V0ID09PSB1bmRlZmluZWQgPyBlc2NhcGUoZm91bmQpIDogYCg/IS8pWyR7bm90ID8gXCJeXCIgOiBcIlwifSR7c2V0LnJlcGxhY2UoL1tcXFxcXFxdXltdL2csIFwiXFxcXCQmXCIpfV1gO1xuICB9KTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBnbG9iICovXG5mdW5jdGlvbiBlc2NhcGUoZ2xvYikge1xuICByZXR1cm4gZ2xvYi5yZXBsYWNlKC9bLiteJHt9KCl8W1xcXVxcXFw/XS9nLCBcIlxcXFwkJlwiKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOztBQU9BLDBCQUVDO0FBT0QsZ0NBRUM7QUFPRCxrQ0FFQztBQXBCRCxTQUFnQixPQUFPLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDaEMsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyxNQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDNUUsQ0FBQztBQU9ELFNBQWdCLFVBQVUsQ0FBQyxLQUFLLEVBQUUsSUFBSTtJQUNwQyxPQUFPLEtBQUssQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxPQUFPLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxFQUFuQixDQUFtQixDQUFDLENBQUM7QUFDbkQsQ0FBQztBQU9ELFNBQWdCLFdBQVcsQ0FBQyxJQUFJLEVBQUUsSUFBSTtJQUNwQyxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxFQUExQyxDQUEwQyxDQUFDLENBQUM7QUFDaEYsQ0FBQztBQU9ELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDZixJQUFJLEtBQUssR0FBRyxDQUFDLENBQUM7SUFDZCxJQUFJLElBQUksR0FBRyxDQUFDLENBQUM7SUFDYixJQUFNLEtBQUssR0FBRyxFQUFFLENBQUM7NEJBQ1IsRUFBRTtRQUNULElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLEdBQUcsQ0FBQztZQUFFLEVBQUUsR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7YUFDakYsSUFBSSxJQUFJLENBQUMsRUFBRSxDQUFDLEtBQUssR0FBRyxJQUFJLEtBQUssRUFBRSxLQUFLLENBQUM7WUFBRSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDO2FBQy9ELElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxLQUFLLEtBQUssQ0FBQztZQUFFLElBQUksR0FBRyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxHQUFHLENBQUMsQ0FBQzthQUN2RixJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksRUFBRSxLQUFLLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDM0MsS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDOzRCQUMxQixLQUFLLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsTUFBTSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLElBQUksR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUF4RCxDQUF3RCxDQUFDO1FBQzFGLENBQUM7bUJBUE0sRUFBRTs7O0lBQVgsS0FBSyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsRUFBRSxHQUFHLElBQUksQ0FBQyxNQUFNLEVBQUUsRUFBRSxFQUFFOzhCQUE5QixFQUFFO1FBQUYsRUFBRTs7O0tBUVY7SUFDRCxJQUFJLEtBQUssS0FBSyxDQUFDO1FBQUUsTUFBTSxJQUFJLEtBQUssQ0FBQyxxQkFBYSxJQUFJLCtDQUEyQyxDQUFDLENBQUM7SUFDL0YsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hCLENBQUM7QUFNRCxTQUFTLE9BQU8sQ0FBQyxJQUFJO0lBQ25CLElBQU0sS0FBSyxHQUFHLENBQUMsSUFBSSxDQUFDLFFBQVEsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLE9BQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQ25FLE9BQU8sS0FBSztTQUNULEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDO1FBQ1gsSUFBTSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDO1FBQ3BDLElBQUksSUFBSSxLQUFLLElBQUk7WUFBRSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxhQUFhLENBQUM7UUFDdEQsT0FBTyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxVQUFVLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDNUUsQ0FBQyxDQUFDO1NBQ0QsSUFBSSxDQUFDLEVBQUUsQ0FBQyxDQUFDO0FBQ2QsQ0FBQztBQUdELFNBQVMsSUFBSSxDQUFDLElBQUk7SUFDaEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLHVDQUF1QyxFQUFFLFVBQUMsS0FBSyxFQUFFLEdBQUcsRUFBRSxHQUFHO1FBQzNFLElBQUksS0FBSyxLQUFLLEdBQUc7WUFBRSxPQUFPLE9BQU8sQ0FBQztRQUNsQyxJQUFJLEtBQUssS0FBSyxHQUFHO1lBQUUsT0FBTyw2Q0FBNkMsQ0FBQztRQUN4RSxPQUFPLEdBQUcsS0FBSyxTQUFTLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsZ0JBQVMsR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBRyxHQUFHLENBQUMsT0FBTyxDQUFDLFdBQVcsRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDO0lBQzNHLENBQUMsQ0FBQyxDQUFDO0FBQ0wsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLG9CQUFvQixFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQ3BELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NjgsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3MCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3NldmVyaXRpZXMuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuXG5jb25zdCBvcmRlciA9IFtcIm5vbmVcIiwgXCJsb3dcIiwgXCJtZWRpdW1cIiwgXCJoaWdoXCIsIFwiY3JpdGljYWxcIl07XG5cbi8qKlxuICogV2hldGhlciBhIHNldmVyaXR5IGlzIGFzIGJhZCBhcyB0aGUgbGltaXQsIG9yIHdvcnNlLiBUaGUgbGltaXQgYG5ldmVyYCBpcyByZWFjaGVkIGJ5IG5vbmUuXG4gKiBAcGFyYW0ge3N0cmluZ30gc2V2ZXJpdHlcbiAqIEBwYXJhbSB7c3RyaW5nfSBsaW1pdFxuICovXG5leHBvcnQgZnVuY3Rpb24gcmVhY2hlcyhzZXZlcml0eSwgbGltaXQpIHtcbiAgcmV0dXJuIGxpbWl0ICE9PSBcIm5ldmVyXCIgJiYgb3JkZXIuaW5kZXhPZihzZXZlcml0eSkgPj0gb3JkZXIuaW5kZXhPZihsaW1pdCk7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFTQSwwQkFFQztBQVRELElBQU0sS0FBSyxHQUFHLENBQUMsTUFBTSxFQUFFLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTSxFQUFFLFVBQVUsQ0FBQyxDQUFDO0FBTzVELFNBQWdCLE9BQU8sQ0FBQyxRQUFRLEVBQUUsS0FBSztJQUNyQyxPQUFPLEtBQUssS0FBSyxPQUFPLElBQUksS0FBSyxDQUFDLE9BQU8sQ0FBQyxRQUFRLENBQUMsSUFBSSxLQUFLLENBQUMsT0FBTyxDQUFDLEtBQUssQ0FBQyxDQUFDO0FBQzlFLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NzcsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3OSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3RleHRzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuLyoqXG4gKiBDdXRzIGEgdGV4dCBmb3IgYSBtZXNzYWdlOiBtZXNzYWdlcyBoYXZlIGEgbGltaXQsIGFuZCBhIGZpbGUgbWF5IGhvbGQgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3Vua25vd259IHZhbHVlXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaG9ydCh2YWx1ZSkge1xuICBjb25zdCB0ZXh0ID0gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHRleHQubGVuZ3RoID4gMzAwID8gYCR7dGV4dC5zbGljZSgwLCAzMDApfeKApmAgOiB0ZXh0O1xufVxuXG4vKipcbiAqIEEgbnVtYmVyIHdpdGggaXRzIG5vdW46IGAxIHRlc3RgLCBgMyB0ZXN0c2AuXG4gKiBAcGFyYW0ge251bWJlcn0gbnVtYmVyXG4gKiBAcGFyYW0ge3N0cmluZ30gbm91blxuICogQHBhcmFtIHtzdHJpbmd9IFtwbHVyYWxdXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb3VudChudW1iZXIsIG5vdW4sIHBsdXJhbCA9IGAke25vdW59c2ApIHtcbiAgcmV0dXJuIGAke251bWJlcn0gJHtudW1iZXIgPT09IDEgPyBub3VuIDogcGx1cmFsfWA7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFNQSxzQkFHQztBQVFELHNCQUVDO0FBYkQsU0FBZ0IsS0FBSyxDQUFDLEtBQUs7SUFDekIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLE9BQU8sSUFBSSxDQUFDLE1BQU0sR0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsR0FBRyxDQUFDLFdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQzdELENBQUM7QUFRRCxTQUFnQixLQUFLLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxNQUFtQjtJQUFuQix1QkFBQSxFQUFBLG1CQUFZLElBQUksTUFBRztJQUNyRCxPQUFPLFVBQUcsTUFBTSxjQUFJLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo5MSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjkzLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9zYXJpZi1zZXZlcml0eS9wb2xpY3kuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gV2hhdCBzY2FubmVycyBmb3VuZCBkZWNpZGVzIGJ5IGhvdyBiYWQgaXQgaXMsIG5vdCBieSB3aGljaCBzY2FubmVyIGZvdW5kIGl0LlxuXG5pbXBvcnQgeyBtYXRjaGVzIH0gZnJvbSBcIi4uL2xpYi9nbG9icy5qc1wiO1xuaW1wb3J0IHsgcmVhY2hlcyB9IGZyb20gXCIuLi9saWIvc2V2ZXJpdGllcy5qc1wiO1xuaW1wb3J0IHsgY291bnQsIHNob3J0IH0gZnJvbSBcIi4uL2xpYi90ZXh0cy5qc1wiO1xuXG4vKiogQHR5cGUge0p1ZGdlfSAqL1xuZXhwb3J0IGZ1bmN0aW9uIGp1ZGdlKGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHJ1bnMgPSAoZXZpZGVuY2Uuc2FyaWYgPz8gW10pLmZsYXRNYXAoKGxvZykgPT4gbG9nLnJ1bnMubWFwKChydW4pID0+ICh7IC4uLnJ1biwgcGF0aDogbG9nLnBhdGggfSkpKTtcblxuICBqdWRnZVByZXNlbmNlKHJ1bnMsIHNldHRpbmdzLCByZXBvcnQpO1xuICBydW5zLmZvckVhY2goKHJ1bikgPT4ganVkZ2VSdW4ocnVuLCByZXBvcnQpKTtcblxuICBjb25zdCB7IGNvdW50ZWQsIGxlZnQgfSA9IHNvcnQocnVucywgc2V0dGluZ3MpO1xuICBjb3VudGVkLmZvckVhY2goKHJlc3VsdCkgPT4ganVkZ2VSZXN1bHQocmVzdWx0LCBzZXR0aW5ncywgcmVwb3J0KSk7XG4gIHRlbGwoY291bnRlZCwgbGVmdCwgcmVwb3J0KTtcbn1cblxuLyoqIE5vIHJlc3VsdHMgYXJlIGdvb2QgbmV3cyBvbmx5IGZyb20gYSBzY2FubmVyIHRoYXQgcmFuLiAqL1xuZnVuY3Rpb24ganVkZ2VQcmVzZW5jZShydW5zLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGlmIChzZXR0aW5ncy5yZXF1aXJlZCAmJiBydW5zLmxlbmd0aCA9PT0gMCkge1xuICAgIHJlcG9ydC5lcnJvcihcIm5vLXJlcG9ydFwiLCBcIk5vIHNjYW5uZXIncyByZXBvcnQgaXMgaGVyZS4gUnVuIHRoZSBzY2FubmVyIGJlZm9yZSB0aGlzIGdhdGUsIGFuZCBsZXQgYGZhY3RzOiB7IHNhcmlmOiBbLi4uXSB9YCBzZWxlY3Qgd2hhdCBpdCB3cml0ZXMuXCIpO1xuICB9XG5cbiAgZm9yIChjb25zdCB0b29sIG9mIHNldHRpbmdzLnRvb2xzKSB7XG4gICAgaWYgKCFydW5zLnNvbWUoKHJ1bikgPT4gbWF0Y2hlcyh0b29sLnRvTG93ZXJDYXNlKCksIHJ1bi50b29sLnRvTG93ZXJDYXNlKCkpKSkge1xuICAgICAgcmVwb3J0LmVycm9yKFwidG9vbC1taXNzaW5nXCIsIGBObyByZXBvcnQgb2YgJHt0b29sfSBpcyBoZXJlLiBUaGVyZSBpczogJHtydW5zLm1hcCgocnVuKSA9PiBydW4udG9vbCkuam9pbihcIiwgXCIpIHx8IFwibm9uZVwifS5gKTtcbiAgICB9XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VSdW4ocnVuLCByZXBvcnQpIHtcbiAgaWYgKHJ1bi5zdWNjZXNzZnVsID09PSBmYWxzZSkge1xuICAgIGNvbnN0IHdoeSA9IHJ1bi5lcnJvcnMubGVuZ3RoID4gMCA/IGA6ICR7c2hvcnQocnVuLmVycm9yc1swXSl9YCA6IFwiXCI7XG4gICAgcmVwb3J0LmVycm9yKFwic2Nhbi1pbmNvbXBsZXRlXCIsIGAke3J1bi50b29sfSBzYXlzIHRoYXQgaXQgZGlkIG5vdCBydW4gdG8gaXRzIGVuZCR7d2h5fS4gTWVuZCB0aGUgc2Nhbjsgd2hhdCBpdCBkaWQgbm90IGxvb2sgYXQgbWF5IGhvbGQgYW55dGhpbmcuYCwgeyBwYXRoOiBydW4ucGF0aCB9KTtcbiAgfVxufVxuXG4vKiogUmVzdWx0cyB0aGF0IGNvdW50LCBhbmQgd2h5IGVhY2ggb2YgdGhlIG90aGVycyBkb2VzIG5vdC4gKi9cbmZ1bmN0aW9uIHNvcnQocnVucywgc2V0dGluZ3MpIHtcbiAgY29uc3QgY291bnRlZCA9IFtdO1xuICBjb25zdCBsZWZ0ID0geyBzdXBwcmVzc2VkOiAwLCBpZ25vcmVkOiAwLCB1bmNoYW5nZWQ6IDAgfTtcbiAgZm9yIChjb25zdCBydW4gb2YgcnVucykge1xuICAgIGZvciAoY29uc3QgcmVzdWx0IG9mIHJ1bi5yZXN1bHRzLmZpbHRlcigoeyBraW5kIH0pID0+IGtpbmQgPT09IFwiZmFpbFwiKSkge1xuICAgICAgY29uc3QgcmVhc29uID0gcmVhc29uVG9MZWF2ZShyZXN1bHQsIHJ1biwgc2V0dGluZ3MpO1xuICAgICAgaWYgKHJlYXNvbikge1xuICAgICAgICBsZWZ0W3JlYXNvbl0rKztcbiAgICAgIH0gZWxzZSB7XG4gICAgICAgIGNvdW50ZWQucHVzaCh7IC4uLnJlc3VsdCwgdG9vbDogcnVuLnRvb2wgfSk7XG4gICAgICB9XG4gICAgfVxuICB9XG5cbiAgcmV0dXJuIHsgY291bnRlZCwgbGVmdCB9O1xufVxuXG5mdW5jdGlvbiByZWFzb25Ub0xlYXZlKHJlc3VsdCwgcnVuLCBzZXR0aW5ncykge1xuICBjb25zdCBydWxlID0gcmVzdWx0LnJ1bGVJZCA/PyBcIlwiO1xuICBjb25zdCBpc0lnbm9yZWQgPSBzZXR0aW5ncy5pZ25vcmUuc29tZSgoZW50cnkpID0+IG1hdGNoZXMoZW50cnkucnVsZSwgcnVsZSkgJiYgbWF0Y2hlcyhlbnRyeS50b29sLnRvTG93ZXJDYXNlKCksIHJ1bi50b29sLnRvTG93ZXJDYXNlKCkpKTtcbiAgcmV0dXJuIHJlc3VsdC5zdXBwcmVzc2VkID8gXCJzdXBwcmVzc2VkXCJcbiAgICA6IGlzSWdub3JlZCA/IFwiaWdub3JlZFwiXG4gICAgOiBzZXR0aW5nc1tcIm9ubHktbmV3XCJdICYmIFtcInVuY2hhbmdlZFwiLCBcInVwZGF0ZWRcIl0uaW5jbHVkZXMocmVzdWx0LmJhc2VsaW5lU3RhdGUpID8gXCJ1bmNoYW5nZWRcIlxuICAgIDogdW5kZWZpbmVkO1xufVxuXG5mdW5jdGlvbiBqdWRnZVJlc3VsdChyZXN1bHQsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3Qgc2V2ZXJpdHkgPSBzZXZlcml0eU9mKHJlc3VsdCwgc2V0dGluZ3MpO1xuICBjb25zdCBraW5kID0gcmVhY2hlcyhzZXZlcml0eSwgc2V0dGluZ3NbXCJmYWlsLWF0XCJdKSA/IFwiZXJyb3JcIiA6IHJlYWNoZXMoc2V2ZXJpdHksIHNldHRpbmdzW1wid2Fybi1hdFwiXSkgPyBcIndhcm5pbmdcIiA6IHVuZGVmaW5lZDtcbiAgaWYgKGtpbmQpIHtcbiAgICBjb25zdCBzY29yZSA9IHJlc3VsdC5zZWN1cml0eVNldmVyaXR5ID09PSBudWxsID8gXCJcIiA6IGAgKCR7cmVzdWx0LnNlY3VyaXR5U2V2ZXJpdHl9KWA7XG4gICAgY29uc3QgcnVsZSA9IHJlc3VsdC5ydWxlSWQgPyBgICR7c2hvcnQocmVzdWx0LnJ1bGVJZCl9YCA6IFwiXCI7XG4gICAgcmVwb3J0W2tpbmRdKGAke3NldmVyaXR5fS1zZXZlcml0eWAsIGAke3Jlc3VsdC50b29sfSR7cnVsZX0sICR7c2V2ZXJpdHl9JHtzY29yZX06ICR7c2hvcnQocmVzdWx0Lm1lc3NhZ2UpfWAsIHtcbiAgICAgIC4uLnJlc3VsdC53aGVyZSxcbiAgICAgIGlkZW50aXR5OiBbcmVzdWx0LnRvb2wsIHJlc3VsdC5ydWxlSWQsIHJlc3VsdC5maW5nZXJwcmludCA/PyByZXN1bHQubWVzc2FnZV0uam9pbihcIiBcIiksXG4gICAgICAuLi4ocmVzdWx0LmhlbHBVcmkgPyB7IGhlbHA6IGBTZWUgJHtzaG9ydChyZXN1bHQuaGVscFVyaSl9LmAgfSA6IHt9KSxcbiAgICB9KTtcbiAgfVxufVxuXG4vKiogQSByZXN1bHQgd2l0aG91dCBhIHNlY3VyaXR5IHNldmVyaXR5IGNvdW50cyBhcyBpdHMgbGV2ZWwgc2F5cy4gKi9cbmZ1bmN0aW9uIHNldmVyaXR5T2YocmVzdWx0LCBzZXR0aW5ncykge1xuICByZXR1cm4gcmVzdWx0LnNldmVyaXR5ID8/IHNldHRpbmdzLmxldmVsc1tyZXN1bHQubGV2ZWxdID8/IFwibm9uZVwiO1xufVxuXG5mdW5jdGlvbiB0ZWxsKGNvdW50ZWQsIGxlZnQsIHJlcG9ydCkge1xuICByZXBvcnQubWV0cmljKFwicmVzdWx0c1wiLCBjb3VudGVkLmxlbmd0aCk7XG4gIHJlcG9ydC5wYXNzKFwicmVzdWx0c1wiLCBgJHtjb3VudChjb3VudGVkLmxlbmd0aCwgXCJyZXN1bHRcIil9IGNvdW50ZWRgXG4gICAgKyBgLCAke2xlZnQuc3VwcHJlc3NlZH0gc3VwcHJlc3NlZCwgJHtsZWZ0Lmlnbm9yZWR9IGlnbm9yZWQgYnkgdGhlIHNldHRpbmdzLCAke2xlZnQudW5jaGFuZ2VkfSB0aGVyZSBiZWZvcmVgKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7QUFRQSxzQkFTQztBQWRELDRDQUEwQztBQUMxQyxzREFBK0M7QUFDL0MsNENBQStDO0FBRy9DLFNBQWdCLEtBQUssQ0FBQyxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzlDLElBQU0sSUFBSSxHQUFHLENBQUMsTUFBQSxRQUFRLENBQUMsS0FBSyxtQ0FBSSxFQUFFLENBQUMsQ0FBQyxPQUFPLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxHQUFHLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxVQUFDLEdBQUcsSUFBSyxPQUFBLHVCQUFNLEdBQUcsS0FBRSxJQUFJLEVBQUUsR0FBRyxDQUFDLElBQUksSUFBRyxFQUE1QixDQUE0QixDQUFDLEVBQW5ELENBQW1ELENBQUMsQ0FBQztJQUUxRyxhQUFhLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUN0QyxJQUFJLENBQUMsT0FBTyxDQUFDLFVBQUMsR0FBRyxJQUFLLE9BQUEsUUFBUSxDQUFDLEdBQUcsRUFBRSxNQUFNLENBQUMsRUFBckIsQ0FBcUIsQ0FBQyxDQUFDO0lBRXZDLElBQUEsS0FBb0IsSUFBSSxDQUFDLElBQUksRUFBRSxRQUFRLENBQUMsRUFBdEMsT0FBTyxhQUFBLEVBQUUsSUFBSSxVQUF5QixDQUFDO0lBQy9DLE9BQU8sQ0FBQyxPQUFPLENBQUMsVUFBQyxNQUFNLElBQUssT0FBQSxXQUFXLENBQUMsTUFBTSxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsRUFBckMsQ0FBcUMsQ0FBQyxDQUFDO0lBQ25FLElBQUksQ0FBQyxPQUFPLEVBQUUsSUFBSSxFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQzlCLENBQUM7QUFHRCxTQUFTLGFBQWEsQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzNDLElBQUksUUFBUSxDQUFDLFFBQVEsSUFBSSxJQUFJLENBQUMsTUFBTSxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQzNDLE1BQU0sQ0FBQyxLQUFLLENBQUMsV0FBVyxFQUFFLHlIQUF5SCxDQUFDLENBQUM7SUFDdkosQ0FBQzs0QkFFVSxJQUFJO1FBQ2IsSUFBSSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxJQUFBLGtCQUFPLEVBQUMsSUFBSSxDQUFDLFdBQVcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxJQUFJLENBQUMsV0FBVyxFQUFFLENBQUMsRUFBbkQsQ0FBbUQsQ0FBQyxFQUFFLENBQUM7WUFDN0UsTUFBTSxDQUFDLEtBQUssQ0FBQyxjQUFjLEVBQUUsdUJBQWdCLElBQUksaUNBQXVCLElBQUksQ0FBQyxHQUFHLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxHQUFHLENBQUMsSUFBSSxFQUFSLENBQVEsQ0FBQyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsSUFBSSxNQUFNLE1BQUcsQ0FBQyxDQUFDO1FBQy9ILENBQUM7OztRQUhILEtBQW1CLElBQUEsS0FBQSxTQUFBLFFBQVEsQ0FBQyxLQUFLLENBQUEsZ0JBQUE7WUFBNUIsSUFBTSxJQUFJLFdBQUE7b0JBQUosSUFBSTtTQUlkOzs7Ozs7Ozs7QUFDSCxDQUFDO0FBRUQsU0FBUyxRQUFRLENBQUMsR0FBRyxFQUFFLE1BQU07SUFDM0IsSUFBSSxHQUFHLENBQUMsVUFBVSxLQUFLLEtBQUssRUFBRSxDQUFDO1FBQzdCLElBQU0sR0FBRyxHQUFHLEdBQUcsQ0FBQyxNQUFNLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsWUFBSyxJQUFBLGdCQUFLLEVBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFFLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztRQUNyRSxNQUFNLENBQUMsS0FBSyxDQUFDLGlCQUFpQixFQUFFLFVBQUcsR0FBRyxDQUFDLElBQUksaURBQXVDLEdBQUcsZ0VBQTZELEVBQUUsRUFBRSxJQUFJLEVBQUUsR0FBRyxDQUFDLElBQUksRUFBRSxDQUFDLENBQUM7SUFDMUssQ0FBQztBQUNILENBQUM7QUFHRCxTQUFTLElBQUksQ0FBQyxJQUFJLEVBQUUsUUFBUTs7SUFDMUIsSUFBTSxPQUFPLEdBQUcsRUFBRSxDQUFDO0lBQ25CLElBQU0sSUFBSSxHQUFHLEVBQUUsVUFBVSxFQUFFLENBQUMsRUFBRSxPQUFPLEVBQUUsQ0FBQyxFQUFFLFNBQVMsRUFBRSxDQUFDLEVBQUUsQ0FBQzs7UUFDekQsS0FBa0IsSUFBQSxTQUFBLFNBQUEsSUFBSSxDQUFBLDBCQUFBLDRDQUFFLENBQUM7WUFBcEIsSUFBTSxHQUFHLGlCQUFBOztnQkFDWixLQUFxQixJQUFBLG9CQUFBLFNBQUEsR0FBRyxDQUFDLE9BQU8sQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFRO3dCQUFOLElBQUksVUFBQTtvQkFBTyxPQUFBLElBQUksS0FBSyxNQUFNO2dCQUFmLENBQWUsQ0FBQyxDQUFBLENBQUEsZ0JBQUEsNEJBQUUsQ0FBQztvQkFBcEUsSUFBTSxNQUFNLFdBQUE7b0JBQ2YsSUFBTSxNQUFNLEdBQUcsYUFBYSxDQUFDLE1BQU0sRUFBRSxHQUFHLEVBQUUsUUFBUSxDQUFDLENBQUM7b0JBQ3BELElBQUksTUFBTSxFQUFFLENBQUM7d0JBQ1gsSUFBSSxDQUFDLE1BQU0sQ0FBQyxFQUFFLENBQUM7b0JBQ2pCLENBQUM7eUJBQU0sQ0FBQzt3QkFDTixPQUFPLENBQUMsSUFBSSx1QkFBTSxNQUFNLEtBQUUsSUFBSSxFQUFFLEdBQUcsQ0FBQyxJQUFJLElBQUcsQ0FBQztvQkFDOUMsQ0FBQztnQkFDSCxDQUFDOzs7Ozs7Ozs7UUFDSCxDQUFDOzs7Ozs7Ozs7SUFFRCxPQUFPLEVBQUUsT0FBTyxTQUFBLEVBQUUsSUFBSSxNQUFBLEVBQUUsQ0FBQztBQUMzQixDQUFDO0FBRUQsU0FBUyxhQUFhLENBQUMsTUFBTSxFQUFFLEdBQUcsRUFBRSxRQUFROztJQUMxQyxJQUFNLElBQUksR0FBRyxNQUFBLE1BQU0sQ0FBQyxNQUFNLG1DQUFJLEVBQUUsQ0FBQztJQUNqQyxJQUFNLFNBQVMsR0FBRyxRQUFRLENBQUMsTUFBTSxDQUFDLElBQUksQ0FBQyxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUEsa0JBQU8sRUFBQyxLQUFLLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxJQUFJLElBQUEsa0JBQU8sRUFBQyxLQUFLLENBQUMsSUFBSSxDQUFDLFdBQVcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxJQUFJLENBQUMsV0FBVyxFQUFFLENBQUMsRUFBdEYsQ0FBc0YsQ0FBQyxDQUFDO0lBQzFJLE9BQU8sTUFBTSxDQUFDLFVBQVUsQ0FBQyxDQUFDLENBQUMsWUFBWTtRQUNyQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxTQUFTO1lBQ3ZCLENBQUMsQ0FBQyxRQUFRLENBQUMsVUFBVSxDQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsU0FBUyxDQUFDLENBQUMsUUFBUSxDQUFDLE1BQU0sQ0FBQyxhQUFhLENBQUMsQ0FBQyxDQUFDLENBQUMsV0FBVztnQkFDL0YsQ0FBQyxDQUFDLFNBQVMsQ0FBQztBQUNoQixDQUFDO0FBRUQsU0FBUyxXQUFXLENBQUMsTUFBTSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUMzQyxJQUFNLFFBQVEsR0FBRyxVQUFVLENBQUMsTUFBTSxFQUFFLFFBQVEsQ0FBQyxDQUFDO0lBQzlDLElBQU0sSUFBSSxHQUFHLElBQUEsdUJBQU8sRUFBQyxRQUFRLEVBQUUsUUFBUSxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsSUFBQSx1QkFBTyxFQUFDLFFBQVEsRUFBRSxRQUFRLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUM7SUFDL0gsSUFBSSxJQUFJLEVBQUUsQ0FBQztRQUNULElBQU0sS0FBSyxHQUFHLE1BQU0sQ0FBQyxnQkFBZ0IsS0FBSyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsWUFBSyxNQUFNLENBQUMsZ0JBQWdCLE1BQUcsQ0FBQztRQUN0RixJQUFNLElBQUksR0FBRyxNQUFNLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQyxXQUFJLElBQUEsZ0JBQUssRUFBQyxNQUFNLENBQUMsTUFBTSxDQUFDLENBQUUsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDO1FBQzdELE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxVQUFHLFFBQVEsY0FBVyxFQUFFLFVBQUcsTUFBTSxDQUFDLElBQUksU0FBRyxJQUFJLGVBQUssUUFBUSxTQUFHLEtBQUssZUFBSyxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLE9BQU8sQ0FBQyxDQUFFLGlDQUN0RyxNQUFNLENBQUMsS0FBSyxLQUNmLFFBQVEsRUFBRSxDQUFDLE1BQU0sQ0FBQyxJQUFJLEVBQUUsTUFBTSxDQUFDLE1BQU0sRUFBRSxNQUFBLE1BQU0sQ0FBQyxXQUFXLG1DQUFJLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLEtBQ25GLENBQUMsTUFBTSxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsRUFBRSxJQUFJLEVBQUUsY0FBTyxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLE9BQU8sQ0FBQyxNQUFHLEVBQUUsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLEVBQ3BFLENBQUM7SUFDTCxDQUFDO0FBQ0gsQ0FBQztBQUdELFNBQVMsVUFBVSxDQUFDLE1BQU0sRUFBRSxRQUFROztJQUNsQyxPQUFPLE1BQUEsTUFBQSxNQUFNLENBQUMsUUFBUSxtQ0FBSSxRQUFRLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsbUNBQUksTUFBTSxDQUFDO0FBQ3BFLENBQUM7QUFFRCxTQUFTLElBQUksQ0FBQyxPQUFPLEVBQUUsSUFBSSxFQUFFLE1BQU07SUFDakMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxTQUFTLEVBQUUsT0FBTyxDQUFDLE1BQU0sQ0FBQyxDQUFDO0lBQ3pDLE1BQU0sQ0FBQyxJQUFJLENBQUMsU0FBUyxFQUFFLFVBQUcsSUFBQSxnQkFBSyxFQUFDLE9BQU8sQ0FBQyxNQUFNLEVBQUUsUUFBUSxDQUFDLGFBQVU7VUFDL0QsWUFBSyxJQUFJLENBQUMsVUFBVSwwQkFBZ0IsSUFBSSxDQUFDLE9BQU8sdUNBQTZCLElBQUksQ0FBQyxTQUFTLGtCQUFlLENBQUMsQ0FBQztBQUNsSCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIyOCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19XX0=
