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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9zZXZlcml0aWVzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuY29uc3Qgb3JkZXIgPSBbXCJub25lXCIsIFwibG93XCIsIFwibWVkaXVtXCIsIFwiaGlnaFwiLCBcImNyaXRpY2FsXCJdO1xuXG4vKipcbiAqIFdoZXRoZXIgYSBzZXZlcml0eSBpcyBhcyBiYWQgYXMgdGhlIGxpbWl0LCBvciB3b3JzZS4gVGhlIGxpbWl0IGBuZXZlcmAgaXMgcmVhY2hlZCBieSBub25lLlxuICogQHBhcmFtIHtzdHJpbmd9IHNldmVyaXR5XG4gKiBAcGFyYW0ge3N0cmluZ30gbGltaXRcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHJlYWNoZXMoc2V2ZXJpdHksIGxpbWl0KSB7XG4gIHJldHVybiBsaW1pdCAhPT0gXCJuZXZlclwiICYmIG9yZGVyLmluZGV4T2Yoc2V2ZXJpdHkpID49IG9yZGVyLmluZGV4T2YobGltaXQpO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBU0EsMEJBRUM7QUFURCxJQUFNLEtBQUssR0FBRyxDQUFDLE1BQU0sRUFBRSxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU0sRUFBRSxVQUFVLENBQUMsQ0FBQztBQU81RCxTQUFnQixPQUFPLENBQUMsUUFBUSxFQUFFLEtBQUs7SUFDckMsT0FBTyxLQUFLLEtBQUssT0FBTyxJQUFJLEtBQUssQ0FBQyxPQUFPLENBQUMsUUFBUSxDQUFDLElBQUksS0FBSyxDQUFDLE9BQU8sQ0FBQyxLQUFLLENBQUMsQ0FBQztBQUM5RSxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjMwLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MzIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NDQsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo0NiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvc2FyaWYtc2V2ZXJpdHkvcG9saWN5LmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIFdoYXQgc2Nhbm5lcnMgZm91bmQgZGVjaWRlcyBieSBob3cgYmFkIGl0IGlzLCBub3QgYnkgd2hpY2ggc2Nhbm5lciBmb3VuZCBpdC5cblxuaW1wb3J0IHsgbWF0Y2hlcyB9IGZyb20gXCIuLi9saWIvZ2xvYnMuanNcIjtcbmltcG9ydCB7IHJlYWNoZXMgfSBmcm9tIFwiLi4vbGliL3NldmVyaXRpZXMuanNcIjtcbmltcG9ydCB7IGNvdW50LCBzaG9ydCB9IGZyb20gXCIuLi9saWIvdGV4dHMuanNcIjtcblxuLyoqIEB0eXBlIHtKdWRnZX0gKi9cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBydW5zID0gKGV2aWRlbmNlLnNhcmlmID8/IFtdKS5mbGF0TWFwKChsb2cpID0+IGxvZy5ydW5zLm1hcCgocnVuKSA9PiAoeyAuLi5ydW4sIHBhdGg6IGxvZy5wYXRoIH0pKSk7XG5cbiAganVkZ2VQcmVzZW5jZShydW5zLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAgcnVucy5mb3JFYWNoKChydW4pID0+IGp1ZGdlUnVuKHJ1biwgcmVwb3J0KSk7XG5cbiAgY29uc3QgeyBjb3VudGVkLCBsZWZ0IH0gPSBzb3J0KHJ1bnMsIHNldHRpbmdzKTtcbiAgY291bnRlZC5mb3JFYWNoKChyZXN1bHQpID0+IGp1ZGdlUmVzdWx0KHJlc3VsdCwgc2V0dGluZ3MsIHJlcG9ydCkpO1xuICB0ZWxsKGNvdW50ZWQsIGxlZnQsIHJlcG9ydCk7XG59XG5cbi8qKiBObyByZXN1bHRzIGFyZSBnb29kIG5ld3Mgb25seSBmcm9tIGEgc2Nhbm5lciB0aGF0IHJhbi4gKi9cbmZ1bmN0aW9uIGp1ZGdlUHJlc2VuY2UocnVucywgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBpZiAoc2V0dGluZ3MucmVxdWlyZWQgJiYgcnVucy5sZW5ndGggPT09IDApIHtcbiAgICByZXBvcnQuZXJyb3IoXCJuby1yZXBvcnRcIiwgXCJObyBzY2FubmVyJ3MgcmVwb3J0IGlzIGhlcmUuIFJ1biB0aGUgc2Nhbm5lciBiZWZvcmUgdGhpcyBnYXRlLCBhbmQgbGV0IGBmYWN0czogeyBzYXJpZjogWy4uLl0gfWAgc2VsZWN0IHdoYXQgaXQgd3JpdGVzLlwiKTtcbiAgfVxuXG4gIGZvciAoY29uc3QgdG9vbCBvZiBzZXR0aW5ncy50b29scykge1xuICAgIGlmICghcnVucy5zb21lKChydW4pID0+IG1hdGNoZXModG9vbC50b0xvd2VyQ2FzZSgpLCBydW4udG9vbC50b0xvd2VyQ2FzZSgpKSkpIHtcbiAgICAgIHJlcG9ydC5lcnJvcihcInRvb2wtbWlzc2luZ1wiLCBgTm8gcmVwb3J0IG9mICR7dG9vbH0gaXMgaGVyZS4gVGhlcmUgaXM6ICR7cnVucy5tYXAoKHJ1bikgPT4gcnVuLnRvb2wpLmpvaW4oXCIsIFwiKSB8fCBcIm5vbmVcIn0uYCk7XG4gICAgfVxuICB9XG59XG5cbmZ1bmN0aW9uIGp1ZGdlUnVuKHJ1biwgcmVwb3J0KSB7XG4gIGlmIChydW4uc3VjY2Vzc2Z1bCA9PT0gZmFsc2UpIHtcbiAgICBjb25zdCB3aHkgPSBydW4uZXJyb3JzLmxlbmd0aCA+IDAgPyBgOiAke3Nob3J0KHJ1bi5lcnJvcnNbMF0pfWAgOiBcIlwiO1xuICAgIHJlcG9ydC5lcnJvcihcInNjYW4taW5jb21wbGV0ZVwiLCBgJHtydW4udG9vbH0gc2F5cyB0aGF0IGl0IGRpZCBub3QgcnVuIHRvIGl0cyBlbmQke3doeX0uIE1lbmQgdGhlIHNjYW47IHdoYXQgaXQgZGlkIG5vdCBsb29rIGF0IG1heSBob2xkIGFueXRoaW5nLmAsIHsgcGF0aDogcnVuLnBhdGggfSk7XG4gIH1cbn1cblxuLyoqIFJlc3VsdHMgdGhhdCBjb3VudCwgYW5kIHdoeSBlYWNoIG9mIHRoZSBvdGhlcnMgZG9lcyBub3QuICovXG5mdW5jdGlvbiBzb3J0KHJ1bnMsIHNldHRpbmdzKSB7XG4gIGNvbnN0IGNvdW50ZWQgPSBbXTtcbiAgY29uc3QgbGVmdCA9IHsgc3VwcHJlc3NlZDogMCwgaWdub3JlZDogMCwgdW5jaGFuZ2VkOiAwIH07XG4gIGZvciAoY29uc3QgcnVuIG9mIHJ1bnMpIHtcbiAgICBmb3IgKGNvbnN0IHJlc3VsdCBvZiBydW4ucmVzdWx0cy5maWx0ZXIoKHsga2luZCB9KSA9PiBraW5kID09PSBcImZhaWxcIikpIHtcbiAgICAgIGNvbnN0IHJlYXNvbiA9IHJlYXNvblRvTGVhdmUocmVzdWx0LCBydW4sIHNldHRpbmdzKTtcbiAgICAgIGlmIChyZWFzb24pIHtcbiAgICAgICAgbGVmdFtyZWFzb25dKys7XG4gICAgICB9IGVsc2Uge1xuICAgICAgICBjb3VudGVkLnB1c2goeyAuLi5yZXN1bHQsIHRvb2w6IHJ1bi50b29sIH0pO1xuICAgICAgfVxuICAgIH1cbiAgfVxuXG4gIHJldHVybiB7IGNvdW50ZWQsIGxlZnQgfTtcbn1cblxuZnVuY3Rpb24gcmVhc29uVG9MZWF2ZShyZXN1bHQsIHJ1biwgc2V0dGluZ3MpIHtcbiAgY29uc3QgcnVsZSA9IHJlc3VsdC5ydWxlSWQgPz8gXCJcIjtcbiAgY29uc3QgaXNJZ25vcmVkID0gc2V0dGluZ3MuaWdub3JlLnNvbWUoKGVudHJ5KSA9PiBtYXRjaGVzKGVudHJ5LnJ1bGUsIHJ1bGUpICYmIG1hdGNoZXMoZW50cnkudG9vbC50b0xvd2VyQ2FzZSgpLCBydW4udG9vbC50b0xvd2VyQ2FzZSgpKSk7XG4gIHJldHVybiByZXN1bHQuc3VwcHJlc3NlZCA/IFwic3VwcHJlc3NlZFwiXG4gICAgOiBpc0lnbm9yZWQgPyBcImlnbm9yZWRcIlxuICAgIDogc2V0dGluZ3NbXCJvbmx5LW5ld1wiXSAmJiBbXCJ1bmNoYW5nZWRcIiwgXCJ1cGRhdGVkXCJdLmluY2x1ZGVzKHJlc3VsdC5iYXNlbGluZVN0YXRlKSA/IFwidW5jaGFuZ2VkXCJcbiAgICA6IHVuZGVmaW5lZDtcbn1cblxuZnVuY3Rpb24ganVkZ2VSZXN1bHQocmVzdWx0LCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHNldmVyaXR5ID0gc2V2ZXJpdHlPZihyZXN1bHQsIHNldHRpbmdzKTtcbiAgY29uc3Qga2luZCA9IHJlYWNoZXMoc2V2ZXJpdHksIHNldHRpbmdzW1wiZmFpbC1hdFwiXSkgPyBcImVycm9yXCIgOiByZWFjaGVzKHNldmVyaXR5LCBzZXR0aW5nc1tcIndhcm4tYXRcIl0pID8gXCJ3YXJuaW5nXCIgOiB1bmRlZmluZWQ7XG4gIGlmIChraW5kKSB7XG4gICAgY29uc3Qgc2NvcmUgPSByZXN1bHQuc2VjdXJpdHlTZXZlcml0eSA9PT0gbnVsbCA/IFwiXCIgOiBgICgke3Jlc3VsdC5zZWN1cml0eVNldmVyaXR5fSlgO1xuICAgIGNvbnN0IHJ1bGUgPSByZXN1bHQucnVsZUlkID8gYCAke3Nob3J0KHJlc3VsdC5ydWxlSWQpfWAgOiBcIlwiO1xuICAgIHJlcG9ydFtraW5kXShgJHtzZXZlcml0eX0tc2V2ZXJpdHlgLCBgJHtyZXN1bHQudG9vbH0ke3J1bGV9LCAke3NldmVyaXR5fSR7c2NvcmV9OiAke3Nob3J0KHJlc3VsdC5tZXNzYWdlKX1gLCB7XG4gICAgICAuLi5yZXN1bHQud2hlcmUsXG4gICAgICBpZGVudGl0eTogW3Jlc3VsdC50b29sLCByZXN1bHQucnVsZUlkLCByZXN1bHQuZmluZ2VycHJpbnQgPz8gcmVzdWx0Lm1lc3NhZ2VdLmpvaW4oXCIgXCIpLFxuICAgICAgLi4uKHJlc3VsdC5oZWxwVXJpID8geyBoZWxwOiBgU2VlICR7c2hvcnQocmVzdWx0LmhlbHBVcmkpfS5gIH0gOiB7fSksXG4gICAgfSk7XG4gIH1cbn1cblxuLyoqIEEgcmVzdWx0IHdpdGhvdXQgYSBzZWN1cml0eSBzZXZlcml0eSBjb3VudHMgYXMgaXRzIGxldmVsIHNheXMuICovXG5mdW5jdGlvbiBzZXZlcml0eU9mKHJlc3VsdCwgc2V0dGluZ3MpIHtcbiAgcmV0dXJuIHJlc3VsdC5zZXZlcml0eSA/PyBzZXR0aW5ncy5sZXZlbHNbcmVzdWx0LmxldmVsXSA/PyBcIm5vbmVcIjtcbn1cblxuZnVuY3Rpb24gdGVsbChjb3VudGVkLCBsZWZ0LCByZXBvcnQpIHtcbiAgcmVwb3J0Lm1ldHJpYyhcInJlc3VsdHNcIiwgY291bnRlZC5sZW5ndGgpO1xuICByZXBvcnQucGFzcyhcInJlc3VsdHNcIiwgYCR7Y291bnQoY291bnRlZC5sZW5ndGgsIFwicmVzdWx0XCIpfSBjb3VudGVkYFxuICAgICsgYCwgJHtsZWZ0LnN1cHByZXNzZWR9IHN1cHByZXNzZWQsICR7bGVmdC5pZ25vcmVkfSBpZ25vcmVkIGJ5IHRoZSBzZXR0aW5ncywgJHtsZWZ0LnVuY2hhbmdlZH0gdGhlcmUgYmVmb3JlYCk7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBUUEsc0JBU0M7QUFkRCw0Q0FBMEM7QUFDMUMsc0RBQStDO0FBQy9DLDRDQUErQztBQUcvQyxTQUFnQixLQUFLLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUM5QyxJQUFNLElBQUksR0FBRyxDQUFDLE1BQUEsUUFBUSxDQUFDLEtBQUssbUNBQUksRUFBRSxDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsR0FBRyxJQUFLLE9BQUEsR0FBRyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSx1QkFBTSxHQUFHLEtBQUUsSUFBSSxFQUFFLEdBQUcsQ0FBQyxJQUFJLElBQUcsRUFBNUIsQ0FBNEIsQ0FBQyxFQUFuRCxDQUFtRCxDQUFDLENBQUM7SUFFMUcsYUFBYSxDQUFDLElBQUksRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7SUFDdEMsSUFBSSxDQUFDLE9BQU8sQ0FBQyxVQUFDLEdBQUcsSUFBSyxPQUFBLFFBQVEsQ0FBQyxHQUFHLEVBQUUsTUFBTSxDQUFDLEVBQXJCLENBQXFCLENBQUMsQ0FBQztJQUV2QyxJQUFBLEtBQW9CLElBQUksQ0FBQyxJQUFJLEVBQUUsUUFBUSxDQUFDLEVBQXRDLE9BQU8sYUFBQSxFQUFFLElBQUksVUFBeUIsQ0FBQztJQUMvQyxPQUFPLENBQUMsT0FBTyxDQUFDLFVBQUMsTUFBTSxJQUFLLE9BQUEsV0FBVyxDQUFDLE1BQU0sRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLEVBQXJDLENBQXFDLENBQUMsQ0FBQztJQUNuRSxJQUFJLENBQUMsT0FBTyxFQUFFLElBQUksRUFBRSxNQUFNLENBQUMsQ0FBQztBQUM5QixDQUFDO0FBR0QsU0FBUyxhQUFhLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUMzQyxJQUFJLFFBQVEsQ0FBQyxRQUFRLElBQUksSUFBSSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztRQUMzQyxNQUFNLENBQUMsS0FBSyxDQUFDLFdBQVcsRUFBRSx5SEFBeUgsQ0FBQyxDQUFDO0lBQ3ZKLENBQUM7NEJBRVUsSUFBSTtRQUNiLElBQUksQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLFVBQUMsR0FBRyxJQUFLLE9BQUEsSUFBQSxrQkFBTyxFQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsRUFBRSxHQUFHLENBQUMsSUFBSSxDQUFDLFdBQVcsRUFBRSxDQUFDLEVBQW5ELENBQW1ELENBQUMsRUFBRSxDQUFDO1lBQzdFLE1BQU0sQ0FBQyxLQUFLLENBQUMsY0FBYyxFQUFFLHVCQUFnQixJQUFJLGlDQUF1QixJQUFJLENBQUMsR0FBRyxDQUFDLFVBQUMsR0FBRyxJQUFLLE9BQUEsR0FBRyxDQUFDLElBQUksRUFBUixDQUFRLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLElBQUksTUFBTSxNQUFHLENBQUMsQ0FBQztRQUMvSCxDQUFDOzs7UUFISCxLQUFtQixJQUFBLEtBQUEsU0FBQSxRQUFRLENBQUMsS0FBSyxDQUFBLGdCQUFBO1lBQTVCLElBQU0sSUFBSSxXQUFBO29CQUFKLElBQUk7U0FJZDs7Ozs7Ozs7O0FBQ0gsQ0FBQztBQUVELFNBQVMsUUFBUSxDQUFDLEdBQUcsRUFBRSxNQUFNO0lBQzNCLElBQUksR0FBRyxDQUFDLFVBQVUsS0FBSyxLQUFLLEVBQUUsQ0FBQztRQUM3QixJQUFNLEdBQUcsR0FBRyxHQUFHLENBQUMsTUFBTSxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLFlBQUssSUFBQSxnQkFBSyxFQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBRSxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7UUFDckUsTUFBTSxDQUFDLEtBQUssQ0FBQyxpQkFBaUIsRUFBRSxVQUFHLEdBQUcsQ0FBQyxJQUFJLGlEQUF1QyxHQUFHLGdFQUE2RCxFQUFFLEVBQUUsSUFBSSxFQUFFLEdBQUcsQ0FBQyxJQUFJLEVBQUUsQ0FBQyxDQUFDO0lBQzFLLENBQUM7QUFDSCxDQUFDO0FBR0QsU0FBUyxJQUFJLENBQUMsSUFBSSxFQUFFLFFBQVE7O0lBQzFCLElBQU0sT0FBTyxHQUFHLEVBQUUsQ0FBQztJQUNuQixJQUFNLElBQUksR0FBRyxFQUFFLFVBQVUsRUFBRSxDQUFDLEVBQUUsT0FBTyxFQUFFLENBQUMsRUFBRSxTQUFTLEVBQUUsQ0FBQyxFQUFFLENBQUM7O1FBQ3pELEtBQWtCLElBQUEsU0FBQSxTQUFBLElBQUksQ0FBQSwwQkFBQSw0Q0FBRSxDQUFDO1lBQXBCLElBQU0sR0FBRyxpQkFBQTs7Z0JBQ1osS0FBcUIsSUFBQSxvQkFBQSxTQUFBLEdBQUcsQ0FBQyxPQUFPLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBUTt3QkFBTixJQUFJLFVBQUE7b0JBQU8sT0FBQSxJQUFJLEtBQUssTUFBTTtnQkFBZixDQUFlLENBQUMsQ0FBQSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7b0JBQXBFLElBQU0sTUFBTSxXQUFBO29CQUNmLElBQU0sTUFBTSxHQUFHLGFBQWEsQ0FBQyxNQUFNLEVBQUUsR0FBRyxFQUFFLFFBQVEsQ0FBQyxDQUFDO29CQUNwRCxJQUFJLE1BQU0sRUFBRSxDQUFDO3dCQUNYLElBQUksQ0FBQyxNQUFNLENBQUMsRUFBRSxDQUFDO29CQUNqQixDQUFDO3lCQUFNLENBQUM7d0JBQ04sT0FBTyxDQUFDLElBQUksdUJBQU0sTUFBTSxLQUFFLElBQUksRUFBRSxHQUFHLENBQUMsSUFBSSxJQUFHLENBQUM7b0JBQzlDLENBQUM7Z0JBQ0gsQ0FBQzs7Ozs7Ozs7O1FBQ0gsQ0FBQzs7Ozs7Ozs7O0lBRUQsT0FBTyxFQUFFLE9BQU8sU0FBQSxFQUFFLElBQUksTUFBQSxFQUFFLENBQUM7QUFDM0IsQ0FBQztBQUVELFNBQVMsYUFBYSxDQUFDLE1BQU0sRUFBRSxHQUFHLEVBQUUsUUFBUTs7SUFDMUMsSUFBTSxJQUFJLEdBQUcsTUFBQSxNQUFNLENBQUMsTUFBTSxtQ0FBSSxFQUFFLENBQUM7SUFDakMsSUFBTSxTQUFTLEdBQUcsUUFBUSxDQUFDLE1BQU0sQ0FBQyxJQUFJLENBQUMsVUFBQyxLQUFLLElBQUssT0FBQSxJQUFBLGtCQUFPLEVBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsSUFBSSxJQUFBLGtCQUFPLEVBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsRUFBRSxHQUFHLENBQUMsSUFBSSxDQUFDLFdBQVcsRUFBRSxDQUFDLEVBQXRGLENBQXNGLENBQUMsQ0FBQztJQUMxSSxPQUFPLE1BQU0sQ0FBQyxVQUFVLENBQUMsQ0FBQyxDQUFDLFlBQVk7UUFDckMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsU0FBUztZQUN2QixDQUFDLENBQUMsUUFBUSxDQUFDLFVBQVUsQ0FBQyxJQUFJLENBQUMsV0FBVyxFQUFFLFNBQVMsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxNQUFNLENBQUMsYUFBYSxDQUFDLENBQUMsQ0FBQyxDQUFDLFdBQVc7Z0JBQy9GLENBQUMsQ0FBQyxTQUFTLENBQUM7QUFDaEIsQ0FBQztBQUVELFNBQVMsV0FBVyxDQUFDLE1BQU0sRUFBRSxRQUFRLEVBQUUsTUFBTTs7SUFDM0MsSUFBTSxRQUFRLEdBQUcsVUFBVSxDQUFDLE1BQU0sRUFBRSxRQUFRLENBQUMsQ0FBQztJQUM5QyxJQUFNLElBQUksR0FBRyxJQUFBLHVCQUFPLEVBQUMsUUFBUSxFQUFFLFFBQVEsQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLElBQUEsdUJBQU8sRUFBQyxRQUFRLEVBQUUsUUFBUSxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDO0lBQy9ILElBQUksSUFBSSxFQUFFLENBQUM7UUFDVCxJQUFNLEtBQUssR0FBRyxNQUFNLENBQUMsZ0JBQWdCLEtBQUssSUFBSSxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLFlBQUssTUFBTSxDQUFDLGdCQUFnQixNQUFHLENBQUM7UUFDdEYsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsV0FBSSxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxDQUFFLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztRQUM3RCxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsVUFBRyxRQUFRLGNBQVcsRUFBRSxVQUFHLE1BQU0sQ0FBQyxJQUFJLFNBQUcsSUFBSSxlQUFLLFFBQVEsU0FBRyxLQUFLLGVBQUssSUFBQSxnQkFBSyxFQUFDLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBRSxpQ0FDdEcsTUFBTSxDQUFDLEtBQUssS0FDZixRQUFRLEVBQUUsQ0FBQyxNQUFNLENBQUMsSUFBSSxFQUFFLE1BQU0sQ0FBQyxNQUFNLEVBQUUsTUFBQSxNQUFNLENBQUMsV0FBVyxtQ0FBSSxNQUFNLENBQUMsT0FBTyxDQUFDLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxLQUNuRixDQUFDLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLEVBQUUsSUFBSSxFQUFFLGNBQU8sSUFBQSxnQkFBSyxFQUFDLE1BQU0sQ0FBQyxPQUFPLENBQUMsTUFBRyxFQUFFLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxFQUNwRSxDQUFDO0lBQ0wsQ0FBQztBQUNILENBQUM7QUFHRCxTQUFTLFVBQVUsQ0FBQyxNQUFNLEVBQUUsUUFBUTs7SUFDbEMsT0FBTyxNQUFBLE1BQUEsTUFBTSxDQUFDLFFBQVEsbUNBQUksUUFBUSxDQUFDLE1BQU0sQ0FBQyxNQUFNLENBQUMsS0FBSyxDQUFDLG1DQUFJLE1BQU0sQ0FBQztBQUNwRSxDQUFDO0FBRUQsU0FBUyxJQUFJLENBQUMsT0FBTyxFQUFFLElBQUksRUFBRSxNQUFNO0lBQ2pDLE1BQU0sQ0FBQyxNQUFNLENBQUMsU0FBUyxFQUFFLE9BQU8sQ0FBQyxNQUFNLENBQUMsQ0FBQztJQUN6QyxNQUFNLENBQUMsSUFBSSxDQUFDLFNBQVMsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxPQUFPLENBQUMsTUFBTSxFQUFFLFFBQVEsQ0FBQyxhQUFVO1VBQy9ELFlBQUssSUFBSSxDQUFDLFVBQVUsMEJBQWdCLElBQUksQ0FBQyxPQUFPLHVDQUE2QixJQUFJLENBQUMsU0FBUyxrQkFBZSxDQUFDLENBQUM7QUFDbEgsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjoxODEsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fV19
