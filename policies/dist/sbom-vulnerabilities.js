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
var __spreadArray = (this && this.__spreadArray) || function (to, from, pack) {
    if (pack || arguments.length === 2) for (var i = 0, l = from.length, ar; i < l; i++) {
        if (ar || !(i in from)) {
            if (!ar) ar = Array.prototype.slice.call(from, 0, i);
            ar[i] = from[i];
        }
    }
    return to.concat(ar || Array.prototype.slice.call(from));
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.judge = judge;
var globs_js_1 = require("../lib/globs.js");
var severities_js_1 = require("../lib/severities.js");
var texts_js_1 = require("../lib/texts.js");
var settled = ["not_affected", "false_positive", "resolved", "resolved_with_pedigree"];
var millisecondsPerDay = 24 * 60 * 60 * 1000;
function judge(evidence, settings, report) {
    var _a;
    var bills = (_a = evidence.sbom) !== null && _a !== void 0 ? _a : [];
    judgePresence(bills, settings, report);
    bills.forEach(function (bill) {
        judgeContent(bill, settings, report);
        judgeAge(bill, evidence.git, settings, report);
        judgeLicences(bill, settings, report);
    });
    judgeVulnerabilities(bills, settings, report);
}
function judgePresence(bills, settings, report) {
    var e_1, _a;
    if (bills.length === 0) {
        report.error("no-sbom", "No bill of materials is here. Write one with syft, cdxgen or the build tool, and let `facts: { sbom: [...] }` select it.");
    }
    var _loop_1 = function (glob) {
        if (!bills.some(function (bill) { return bill.subject && (0, globs_js_1.matchesAny)([glob], bill.subject.name); })) {
            var others = bills.map(function (bill) { var _a, _b; return (_b = (_a = bill.subject) === null || _a === void 0 ? void 0 : _a.name) !== null && _b !== void 0 ? _b : "".concat(bill.path, ", which names no subject"); });
            report.error("subject-missing", "No bill of materials is about ".concat(glob, ". There is: ").concat((0, texts_js_1.short)(others.join("; ")) || "none", "."));
        }
    };
    try {
        for (var _b = __values(settings.subjects), _c = _b.next(); !_c.done; _c = _b.next()) {
            var glob = _c.value;
            _loop_1(glob);
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
function judgeContent(bill, settings, report) {
    var components = bill.components, path = bill.path;
    if (components.length === 0) {
        report.error("sbom-empty", "".concat(path, " lists no component. A scan of the wrong folder or layer looks like this."), { path: path });
        return;
    }
    var unidentified = components.filter(function (component) { return !component.version || !component.purl; });
    var percent = 100 * (components.length - unidentified.length) / components.length;
    if (percent < settings["identified-percent"]) {
        report.error("components-unidentified", "".concat(path, " gives a version and a purl for ").concat(percent.toFixed(1), " % of its components, at least ").concat(settings["identified-percent"], " % must have both; without them: ").concat(namesOf(unidentified), "."), unidentified[0].where);
    }
    else {
        report.pass("sbom", "".concat(path, " lists ").concat((0, texts_js_1.count)(components.length, "component")));
    }
}
function judgeAge(bill, git, settings, report) {
    var _a, _b;
    var head = (_a = git === null || git === void 0 ? void 0 : git.commits) === null || _a === void 0 ? void 0 : _a.find(function (_a) {
        var sha = _a.sha;
        return sha === git.head;
    });
    var limit = settings["maximum-age-days"];
    if (!limit || !head) {
        return;
    }
    var days = (Date.parse(head.time) - Date.parse((_b = bill.created) !== null && _b !== void 0 ? _b : "")) / millisecondsPerDay;
    if (Number.isNaN(days)) {
        report.error("sbom-undated", "".concat(bill.path, " does not say when it was made, so nobody can tell whether it is about this commit."), { path: bill.path });
    }
    else if (days > limit) {
        report.error("sbom-old", "".concat(bill.path, " was made ").concat(Math.floor(days), " days before the head commit, at most ").concat(limit, " may lie between. Make it again from what is released."), { path: bill.path });
    }
}
function judgeLicences(bill, settings, report) {
    var e_2, _a;
    var _b;
    try {
        for (var _c = __values(bill.components), _d = _c.next(); !_d.done; _d = _c.next()) {
            var component = _d.value;
            var denied = component.licenses.filter(function (licence) { return (0, globs_js_1.matchesAny)(settings["denied-licences"], licence); });
            if (denied.length > 0) {
                report.error("licence-denied", "".concat(titleOf(component), " is under ").concat((0, texts_js_1.short)(denied.join(", ")), ", which `denied-licences` names. Replace the component, or ask whoever owns the list."), __assign(__assign({}, component.where), { identity: "".concat((_b = component.purl) !== null && _b !== void 0 ? _b : titleOf(component), " ").concat(denied.join(" ")) }));
            }
        }
    }
    catch (e_2_1) { e_2 = { error: e_2_1 }; }
    finally {
        try {
            if (_d && !_d.done && (_a = _c.return)) _a.call(_c);
        }
        finally { if (e_2) throw e_2.error; }
    }
}
function judgeVulnerabilities(bills, settings, report) {
    var e_3, _a;
    var allowed = new Map(settings.allow.map(function (_a) {
        var id = _a.id, reason = _a.reason;
        return [id, reason];
    }));
    var all = bills.flatMap(function (bill) { return bill.vulnerabilities; });
    try {
        for (var all_1 = __values(all), all_1_1 = all_1.next(); !all_1_1.done; all_1_1 = all_1.next()) {
            var vulnerability = all_1_1.value;
            var id = vulnerability.id, state = vulnerability.state;
            if (settled.includes(state)) {
                report.pass("vulnerability-settled", "".concat((0, texts_js_1.short)(id), ": ").concat(state));
            }
            else if (allowed.has(id)) {
                report.pass("vulnerability-allowed", "".concat(id, ": ").concat((0, texts_js_1.short)(allowed.get(id))));
            }
            else {
                judgeVulnerability(vulnerability, settings, report);
            }
        }
    }
    catch (e_3_1) { e_3 = { error: e_3_1 }; }
    finally {
        try {
            if (all_1_1 && !all_1_1.done && (_a = all_1.return)) _a.call(all_1);
        }
        finally { if (e_3) throw e_3.error; }
    }
    report.metric("vulnerabilities", all.length);
    var found = new Set(all.map(function (_a) {
        var id = _a.id;
        return id;
    }));
    __spreadArray([], __read(allowed.keys()), false).filter(function (id) { return !found.has(id); })
        .forEach(function (id) { return report.note("allowance-unused", "".concat(id, " is allowed and no longer found. Remove it from `allow`.")); });
}
function judgeVulnerability(_a, settings, report) {
    var id = _a.id, severity = _a.severity, components = _a.components, fixed = _a.fixed, where = _a.where;
    var kind = (0, severities_js_1.reaches)(severity, settings["fail-at"]) ? "error" : severity === "unknown" ? "warning" : "note";
    var mend = fixed ? "Update to ".concat((0, texts_js_1.short)(fixed), ".") : "No fix is named: replace it, or record an analysis (VEX) of why it does no harm here.";
    report[kind]("".concat(severity, "-vulnerability"), "".concat((0, texts_js_1.short)(id), " in ").concat((0, texts_js_1.short)(components.join(", ")) || "this software", " is ").concat(severity, ". ").concat(mend), __assign(__assign({}, where), { identity: "".concat(id, " ").concat(components.join(" ")) }));
}
function titleOf(_a) {
    var name = _a.name, version = _a.version;
    return (0, texts_js_1.short)(version ? "".concat(name, "@").concat(version) : name);
}
function namesOf(components) {
    var shown = components.slice(0, 3).map(titleOf).join(", ");
    return components.length > 3 ? "".concat(shown, " and ").concat(components.length - 3, " more") : shown;
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/sbom-vulnerabilities/policy.js"] = {}, function (name) { return modules[{"../lib/globs.js":"/policies/lib/globs.js","../lib/severities.js":"/policies/lib/severities.js","../lib/texts.js":"/policies/lib/texts.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9zZXZlcml0aWVzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuY29uc3Qgb3JkZXIgPSBbXCJub25lXCIsIFwibG93XCIsIFwibWVkaXVtXCIsIFwiaGlnaFwiLCBcImNyaXRpY2FsXCJdO1xuXG4vKipcbiAqIFdoZXRoZXIgYSBzZXZlcml0eSBpcyBhcyBiYWQgYXMgdGhlIGxpbWl0LCBvciB3b3JzZS4gVGhlIGxpbWl0IGBuZXZlcmAgaXMgcmVhY2hlZCBieSBub25lLlxuICogQHBhcmFtIHtzdHJpbmd9IHNldmVyaXR5XG4gKiBAcGFyYW0ge3N0cmluZ30gbGltaXRcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHJlYWNoZXMoc2V2ZXJpdHksIGxpbWl0KSB7XG4gIHJldHVybiBsaW1pdCAhPT0gXCJuZXZlclwiICYmIG9yZGVyLmluZGV4T2Yoc2V2ZXJpdHkpID49IG9yZGVyLmluZGV4T2YobGltaXQpO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBU0EsMEJBRUM7QUFURCxJQUFNLEtBQUssR0FBRyxDQUFDLE1BQU0sRUFBRSxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU0sRUFBRSxVQUFVLENBQUMsQ0FBQztBQU81RCxTQUFnQixPQUFPLENBQUMsUUFBUSxFQUFFLEtBQUs7SUFDckMsT0FBTyxLQUFLLEtBQUssT0FBTyxJQUFJLEtBQUssQ0FBQyxPQUFPLENBQUMsUUFBUSxDQUFDLElBQUksS0FBSyxDQUFDLE9BQU8sQ0FBQyxLQUFLLENBQUMsQ0FBQztBQUM5RSxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjMwLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MzIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NDQsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo0NiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvc2JvbS12dWxuZXJhYmlsaXRpZXMvcG9saWN5LmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIFdoYXQgaXMgc2hpcHBlZCBtdXN0IGJlIGxpc3RlZCwgYW5kIHdoYXQgaXMgbGlzdGVkIG11c3QgaGF2ZSBubyBzZXZlcmUgdnVsbmVyYWJpbGl0eSB0aGF0IG5vYm9keSBsb29rZWQgYXQuXG5cbmltcG9ydCB7IG1hdGNoZXNBbnkgfSBmcm9tIFwiLi4vbGliL2dsb2JzLmpzXCI7XG5pbXBvcnQgeyByZWFjaGVzIH0gZnJvbSBcIi4uL2xpYi9zZXZlcml0aWVzLmpzXCI7XG5pbXBvcnQgeyBjb3VudCwgc2hvcnQgfSBmcm9tIFwiLi4vbGliL3RleHRzLmpzXCI7XG5cbi8qKiBXaGF0IGFuIGFuYWx5c2lzIG1heSBjb21lIHRvLCBzbyB0aGF0IGEgdnVsbmVyYWJpbGl0eSBubyBsb25nZXIgY291bnRzLiAqL1xuY29uc3Qgc2V0dGxlZCA9IFtcIm5vdF9hZmZlY3RlZFwiLCBcImZhbHNlX3Bvc2l0aXZlXCIsIFwicmVzb2x2ZWRcIiwgXCJyZXNvbHZlZF93aXRoX3BlZGlncmVlXCJdO1xuXG5jb25zdCBtaWxsaXNlY29uZHNQZXJEYXkgPSAyNCAqIDYwICogNjAgKiAxMDAwO1xuXG4vKiogQHR5cGUge0p1ZGdlfSAqL1xuZXhwb3J0IGZ1bmN0aW9uIGp1ZGdlKGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGJpbGxzID0gZXZpZGVuY2Uuc2JvbSA/PyBbXTtcbiAganVkZ2VQcmVzZW5jZShiaWxscywgc2V0dGluZ3MsIHJlcG9ydCk7XG5cbiAgYmlsbHMuZm9yRWFjaCgoYmlsbCkgPT4ge1xuICAgIGp1ZGdlQ29udGVudChiaWxsLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAgICBqdWRnZUFnZShiaWxsLCBldmlkZW5jZS5naXQsIHNldHRpbmdzLCByZXBvcnQpO1xuICAgIGp1ZGdlTGljZW5jZXMoYmlsbCwgc2V0dGluZ3MsIHJlcG9ydCk7XG4gIH0pO1xuICBqdWRnZVZ1bG5lcmFiaWxpdGllcyhiaWxscywgc2V0dGluZ3MsIHJlcG9ydCk7XG59XG5cbmZ1bmN0aW9uIGp1ZGdlUHJlc2VuY2UoYmlsbHMsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgaWYgKGJpbGxzLmxlbmd0aCA9PT0gMCkge1xuICAgIHJlcG9ydC5lcnJvcihcIm5vLXNib21cIiwgXCJObyBiaWxsIG9mIG1hdGVyaWFscyBpcyBoZXJlLiBXcml0ZSBvbmUgd2l0aCBzeWZ0LCBjZHhnZW4gb3IgdGhlIGJ1aWxkIHRvb2wsIGFuZCBsZXQgYGZhY3RzOiB7IHNib206IFsuLi5dIH1gIHNlbGVjdCBpdC5cIik7XG4gIH1cblxuICBmb3IgKGNvbnN0IGdsb2Igb2Ygc2V0dGluZ3Muc3ViamVjdHMpIHtcbiAgICBpZiAoIWJpbGxzLnNvbWUoKGJpbGwpID0+IGJpbGwuc3ViamVjdCAmJiBtYXRjaGVzQW55KFtnbG9iXSwgYmlsbC5zdWJqZWN0Lm5hbWUpKSkge1xuICAgICAgY29uc3Qgb3RoZXJzID0gYmlsbHMubWFwKChiaWxsKSA9PiBiaWxsLnN1YmplY3Q/Lm5hbWUgPz8gYCR7YmlsbC5wYXRofSwgd2hpY2ggbmFtZXMgbm8gc3ViamVjdGApO1xuICAgICAgcmVwb3J0LmVycm9yKFwic3ViamVjdC1taXNzaW5nXCIsIGBObyBiaWxsIG9mIG1hdGVyaWFscyBpcyBhYm91dCAke2dsb2J9LiBUaGVyZSBpczogJHtzaG9ydChvdGhlcnMuam9pbihcIjsgXCIpKSB8fCBcIm5vbmVcIn0uYCk7XG4gICAgfVxuICB9XG59XG5cbmZ1bmN0aW9uIGp1ZGdlQ29udGVudChiaWxsLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHsgY29tcG9uZW50cywgcGF0aCB9ID0gYmlsbDtcbiAgaWYgKGNvbXBvbmVudHMubGVuZ3RoID09PSAwKSB7XG4gICAgcmVwb3J0LmVycm9yKFwic2JvbS1lbXB0eVwiLCBgJHtwYXRofSBsaXN0cyBubyBjb21wb25lbnQuIEEgc2NhbiBvZiB0aGUgd3JvbmcgZm9sZGVyIG9yIGxheWVyIGxvb2tzIGxpa2UgdGhpcy5gLCB7IHBhdGggfSk7XG4gICAgcmV0dXJuO1xuICB9XG5cbiAgY29uc3QgdW5pZGVudGlmaWVkID0gY29tcG9uZW50cy5maWx0ZXIoKGNvbXBvbmVudCkgPT4gIWNvbXBvbmVudC52ZXJzaW9uIHx8ICFjb21wb25lbnQucHVybCk7XG4gIGNvbnN0IHBlcmNlbnQgPSAxMDAgKiAoY29tcG9uZW50cy5sZW5ndGggLSB1bmlkZW50aWZpZWQubGVuZ3RoKSAvIGNvbXBvbmVudHMubGVuZ3RoO1xuICBpZiAocGVyY2VudCA8IHNldHRpbmdzW1wiaWRlbnRpZmllZC1wZXJjZW50XCJdKSB7XG4gICAgcmVwb3J0LmVycm9yKFwiY29tcG9uZW50cy11bmlkZW50aWZpZWRcIixcbiAgICAgIGAke3BhdGh9IGdpdmVzIGEgdmVyc2lvbiBhbmQgYSBwdXJsIGZvciAke3BlcmNlbnQudG9GaXhlZCgxKX0gJSBvZiBpdHMgY29tcG9uZW50cywgYXQgbGVhc3QgJHtzZXR0aW5nc1tcImlkZW50aWZpZWQtcGVyY2VudFwiXX0gJSBtdXN0IGhhdmUgYm90aDsgd2l0aG91dCB0aGVtOiAke25hbWVzT2YodW5pZGVudGlmaWVkKX0uYCxcbiAgICAgIHVuaWRlbnRpZmllZFswXS53aGVyZSk7XG4gIH0gZWxzZSB7XG4gICAgcmVwb3J0LnBhc3MoXCJzYm9tXCIsIGAke3BhdGh9IGxpc3RzICR7Y291bnQoY29tcG9uZW50cy5sZW5ndGgsIFwiY29tcG9uZW50XCIpfWApO1xuICB9XG59XG5cbi8qKiBUaGVyZSBpcyBubyBjbG9jayBoZXJlOiBhZ2UgaXMgY291bnRlZCB0byB0aGUgaGVhZCBjb21taXQuICovXG5mdW5jdGlvbiBqdWRnZUFnZShiaWxsLCBnaXQsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgaGVhZCA9IGdpdD8uY29tbWl0cz8uZmluZCgoeyBzaGEgfSkgPT4gc2hhID09PSBnaXQuaGVhZCk7XG4gIGNvbnN0IGxpbWl0ID0gc2V0dGluZ3NbXCJtYXhpbXVtLWFnZS1kYXlzXCJdO1xuICBpZiAoIWxpbWl0IHx8ICFoZWFkKSB7XG4gICAgcmV0dXJuO1xuICB9XG5cbiAgY29uc3QgZGF5cyA9IChEYXRlLnBhcnNlKGhlYWQudGltZSkgLSBEYXRlLnBhcnNlKGJpbGwuY3JlYXRlZCA/PyBcIlwiKSkgLyBtaWxsaXNlY29uZHNQZXJEYXk7XG4gIGlmIChOdW1iZXIuaXNOYU4oZGF5cykpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJzYm9tLXVuZGF0ZWRcIiwgYCR7YmlsbC5wYXRofSBkb2VzIG5vdCBzYXkgd2hlbiBpdCB3YXMgbWFkZSwgc28gbm9ib2R5IGNhbiB0ZWxsIHdoZXRoZXIgaXQgaXMgYWJvdXQgdGhpcyBjb21taXQuYCwgeyBwYXRoOiBiaWxsLnBhdGggfSk7XG4gIH0gZWxzZSBpZiAoZGF5cyA+IGxpbWl0KSB7XG4gICAgcmVwb3J0LmVycm9yKFwic2JvbS1vbGRcIiwgYCR7YmlsbC5wYXRofSB3YXMgbWFkZSAke01hdGguZmxvb3IoZGF5cyl9IGRheXMgYmVmb3JlIHRoZSBoZWFkIGNvbW1pdCwgYXQgbW9zdCAke2xpbWl0fSBtYXkgbGllIGJldHdlZW4uIE1ha2UgaXQgYWdhaW4gZnJvbSB3aGF0IGlzIHJlbGVhc2VkLmAsIHsgcGF0aDogYmlsbC5wYXRoIH0pO1xuICB9XG59XG5cbmZ1bmN0aW9uIGp1ZGdlTGljZW5jZXMoYmlsbCwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBmb3IgKGNvbnN0IGNvbXBvbmVudCBvZiBiaWxsLmNvbXBvbmVudHMpIHtcbiAgICBjb25zdCBkZW5pZWQgPSBjb21wb25lbnQubGljZW5zZXMuZmlsdGVyKChsaWNlbmNlKSA9PiBtYXRjaGVzQW55KHNldHRpbmdzW1wiZGVuaWVkLWxpY2VuY2VzXCJdLCBsaWNlbmNlKSk7XG4gICAgaWYgKGRlbmllZC5sZW5ndGggPiAwKSB7XG4gICAgICByZXBvcnQuZXJyb3IoXCJsaWNlbmNlLWRlbmllZFwiLCBgJHt0aXRsZU9mKGNvbXBvbmVudCl9IGlzIHVuZGVyICR7c2hvcnQoZGVuaWVkLmpvaW4oXCIsIFwiKSl9LCB3aGljaCBcXGBkZW5pZWQtbGljZW5jZXNcXGAgbmFtZXMuIFJlcGxhY2UgdGhlIGNvbXBvbmVudCwgb3IgYXNrIHdob2V2ZXIgb3ducyB0aGUgbGlzdC5gLFxuICAgICAgICB7IC4uLmNvbXBvbmVudC53aGVyZSwgaWRlbnRpdHk6IGAke2NvbXBvbmVudC5wdXJsID8/IHRpdGxlT2YoY29tcG9uZW50KX0gJHtkZW5pZWQuam9pbihcIiBcIil9YCB9KTtcbiAgICB9XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VWdWxuZXJhYmlsaXRpZXMoYmlsbHMsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgYWxsb3dlZCA9IG5ldyBNYXAoc2V0dGluZ3MuYWxsb3cubWFwKCh7IGlkLCByZWFzb24gfSkgPT4gW2lkLCByZWFzb25dKSk7XG4gIGNvbnN0IGFsbCA9IGJpbGxzLmZsYXRNYXAoKGJpbGwpID0+IGJpbGwudnVsbmVyYWJpbGl0aWVzKTtcbiAgZm9yIChjb25zdCB2dWxuZXJhYmlsaXR5IG9mIGFsbCkge1xuICAgIGNvbnN0IHsgaWQsIHN0YXRlIH0gPSB2dWxuZXJhYmlsaXR5O1xuICAgIGlmIChzZXR0bGVkLmluY2x1ZGVzKHN0YXRlKSkge1xuICAgICAgcmVwb3J0LnBhc3MoXCJ2dWxuZXJhYmlsaXR5LXNldHRsZWRcIiwgYCR7c2hvcnQoaWQpfTogJHtzdGF0ZX1gKTtcbiAgICB9IGVsc2UgaWYgKGFsbG93ZWQuaGFzKGlkKSkge1xuICAgICAgcmVwb3J0LnBhc3MoXCJ2dWxuZXJhYmlsaXR5LWFsbG93ZWRcIiwgYCR7aWR9OiAke3Nob3J0KGFsbG93ZWQuZ2V0KGlkKSl9YCk7XG4gICAgfSBlbHNlIHtcbiAgICAgIGp1ZGdlVnVsbmVyYWJpbGl0eSh2dWxuZXJhYmlsaXR5LCBzZXR0aW5ncywgcmVwb3J0KTtcbiAgICB9XG4gIH1cblxuICByZXBvcnQubWV0cmljKFwidnVsbmVyYWJpbGl0aWVzXCIsIGFsbC5sZW5ndGgpO1xuICBjb25zdCBmb3VuZCA9IG5ldyBTZXQoYWxsLm1hcCgoeyBpZCB9KSA9PiBpZCkpO1xuICBbLi4uYWxsb3dlZC5rZXlzKCldLmZpbHRlcigoaWQpID0+ICFmb3VuZC5oYXMoaWQpKVxuICAgIC5mb3JFYWNoKChpZCkgPT4gcmVwb3J0Lm5vdGUoXCJhbGxvd2FuY2UtdW51c2VkXCIsIGAke2lkfSBpcyBhbGxvd2VkIGFuZCBubyBsb25nZXIgZm91bmQuIFJlbW92ZSBpdCBmcm9tIFxcYGFsbG93XFxgLmApKTtcbn1cblxuZnVuY3Rpb24ganVkZ2VWdWxuZXJhYmlsaXR5KHsgaWQsIHNldmVyaXR5LCBjb21wb25lbnRzLCBmaXhlZCwgd2hlcmUgfSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBraW5kID0gcmVhY2hlcyhzZXZlcml0eSwgc2V0dGluZ3NbXCJmYWlsLWF0XCJdKSA/IFwiZXJyb3JcIiA6IHNldmVyaXR5ID09PSBcInVua25vd25cIiA/IFwid2FybmluZ1wiIDogXCJub3RlXCI7XG4gIGNvbnN0IG1lbmQgPSBmaXhlZCA/IGBVcGRhdGUgdG8gJHtzaG9ydChmaXhlZCl9LmAgOiBcIk5vIGZpeCBpcyBuYW1lZDogcmVwbGFjZSBpdCwgb3IgcmVjb3JkIGFuIGFuYWx5c2lzIChWRVgpIG9mIHdoeSBpdCBkb2VzIG5vIGhhcm0gaGVyZS5cIjtcbiAgcmVwb3J0W2tpbmRdKGAke3NldmVyaXR5fS12dWxuZXJhYmlsaXR5YCwgYCR7c2hvcnQoaWQpfSBpbiAke3Nob3J0KGNvbXBvbmVudHMuam9pbihcIiwgXCIpKSB8fCBcInRoaXMgc29mdHdhcmVcIn0gaXMgJHtzZXZlcml0eX0uICR7bWVuZH1gLFxuICAgIHsgLi4ud2hlcmUsIGlkZW50aXR5OiBgJHtpZH0gJHtjb21wb25lbnRzLmpvaW4oXCIgXCIpfWAgfSk7XG59XG5cbmZ1bmN0aW9uIHRpdGxlT2YoeyBuYW1lLCB2ZXJzaW9uIH0pIHtcbiAgcmV0dXJuIHNob3J0KHZlcnNpb24gPyBgJHtuYW1lfUAke3ZlcnNpb259YCA6IG5hbWUpO1xufVxuXG5mdW5jdGlvbiBuYW1lc09mKGNvbXBvbmVudHMpIHtcbiAgY29uc3Qgc2hvd24gPSBjb21wb25lbnRzLnNsaWNlKDAsIDMpLm1hcCh0aXRsZU9mKS5qb2luKFwiLCBcIik7XG4gIHJldHVybiBjb21wb25lbnRzLmxlbmd0aCA+IDMgPyBgJHtzaG93bn0gYW5kICR7Y29tcG9uZW50cy5sZW5ndGggLSAzfSBtb3JlYCA6IHNob3duO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7QUFhQSxzQkFVQztBQXBCRCw0Q0FBNkM7QUFDN0Msc0RBQStDO0FBQy9DLDRDQUErQztBQUcvQyxJQUFNLE9BQU8sR0FBRyxDQUFDLGNBQWMsRUFBRSxnQkFBZ0IsRUFBRSxVQUFVLEVBQUUsd0JBQXdCLENBQUMsQ0FBQztBQUV6RixJQUFNLGtCQUFrQixHQUFHLEVBQUUsR0FBRyxFQUFFLEdBQUcsRUFBRSxHQUFHLElBQUksQ0FBQztBQUcvQyxTQUFnQixLQUFLLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUM5QyxJQUFNLEtBQUssR0FBRyxNQUFBLFFBQVEsQ0FBQyxJQUFJLG1DQUFJLEVBQUUsQ0FBQztJQUNsQyxhQUFhLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUV2QyxLQUFLLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSTtRQUNqQixZQUFZLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztRQUNyQyxRQUFRLENBQUMsSUFBSSxFQUFFLFFBQVEsQ0FBQyxHQUFHLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxDQUFDO1FBQy9DLGFBQWEsQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxDQUFDO0lBQ3hDLENBQUMsQ0FBQyxDQUFDO0lBQ0gsb0JBQW9CLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNoRCxDQUFDO0FBRUQsU0FBUyxhQUFhLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUM1QyxJQUFJLEtBQUssQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7UUFDdkIsTUFBTSxDQUFDLEtBQUssQ0FBQyxTQUFTLEVBQUUsMEhBQTBILENBQUMsQ0FBQztJQUN0SixDQUFDOzRCQUVVLElBQUk7UUFDYixJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLElBQUksQ0FBQyxPQUFPLElBQUksSUFBQSxxQkFBVSxFQUFDLENBQUMsSUFBSSxDQUFDLEVBQUUsSUFBSSxDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsRUFBckQsQ0FBcUQsQ0FBQyxFQUFFLENBQUM7WUFDakYsSUFBTSxNQUFNLEdBQUcsS0FBSyxDQUFDLEdBQUcsQ0FBQyxVQUFDLElBQUksZ0JBQUssT0FBQSxNQUFBLE1BQUEsSUFBSSxDQUFDLE9BQU8sMENBQUUsSUFBSSxtQ0FBSSxVQUFHLElBQUksQ0FBQyxJQUFJLDZCQUEwQixDQUFBLEVBQUEsQ0FBQyxDQUFDO1lBQ2pHLE1BQU0sQ0FBQyxLQUFLLENBQUMsaUJBQWlCLEVBQUUsd0NBQWlDLElBQUkseUJBQWUsSUFBQSxnQkFBSyxFQUFDLE1BQU0sQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUMsSUFBSSxNQUFNLE1BQUcsQ0FBQyxDQUFDO1FBQzdILENBQUM7OztRQUpILEtBQW1CLElBQUEsS0FBQSxTQUFBLFFBQVEsQ0FBQyxRQUFRLENBQUEsZ0JBQUE7WUFBL0IsSUFBTSxJQUFJLFdBQUE7b0JBQUosSUFBSTtTQUtkOzs7Ozs7Ozs7QUFDSCxDQUFDO0FBRUQsU0FBUyxZQUFZLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxNQUFNO0lBQ2xDLElBQUEsVUFBVSxHQUFXLElBQUksV0FBZixFQUFFLElBQUksR0FBSyxJQUFJLEtBQVQsQ0FBVTtJQUNsQyxJQUFJLFVBQVUsQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7UUFDNUIsTUFBTSxDQUFDLEtBQUssQ0FBQyxZQUFZLEVBQUUsVUFBRyxJQUFJLDhFQUEyRSxFQUFFLEVBQUUsSUFBSSxNQUFBLEVBQUUsQ0FBQyxDQUFDO1FBQ3pILE9BQU87SUFDVCxDQUFDO0lBRUQsSUFBTSxZQUFZLEdBQUcsVUFBVSxDQUFDLE1BQU0sQ0FBQyxVQUFDLFNBQVMsSUFBSyxPQUFBLENBQUMsU0FBUyxDQUFDLE9BQU8sSUFBSSxDQUFDLFNBQVMsQ0FBQyxJQUFJLEVBQXJDLENBQXFDLENBQUMsQ0FBQztJQUM3RixJQUFNLE9BQU8sR0FBRyxHQUFHLEdBQUcsQ0FBQyxVQUFVLENBQUMsTUFBTSxHQUFHLFlBQVksQ0FBQyxNQUFNLENBQUMsR0FBRyxVQUFVLENBQUMsTUFBTSxDQUFDO0lBQ3BGLElBQUksT0FBTyxHQUFHLFFBQVEsQ0FBQyxvQkFBb0IsQ0FBQyxFQUFFLENBQUM7UUFDN0MsTUFBTSxDQUFDLEtBQUssQ0FBQyx5QkFBeUIsRUFDcEMsVUFBRyxJQUFJLDZDQUFtQyxPQUFPLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyw0Q0FBa0MsUUFBUSxDQUFDLG9CQUFvQixDQUFDLDhDQUFvQyxPQUFPLENBQUMsWUFBWSxDQUFDLE1BQUcsRUFDeEwsWUFBWSxDQUFDLENBQUMsQ0FBQyxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLENBQUM7U0FBTSxDQUFDO1FBQ04sTUFBTSxDQUFDLElBQUksQ0FBQyxNQUFNLEVBQUUsVUFBRyxJQUFJLG9CQUFVLElBQUEsZ0JBQUssRUFBQyxVQUFVLENBQUMsTUFBTSxFQUFFLFdBQVcsQ0FBQyxDQUFFLENBQUMsQ0FBQztJQUNoRixDQUFDO0FBQ0gsQ0FBQztBQUdELFNBQVMsUUFBUSxDQUFDLElBQUksRUFBRSxHQUFHLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzNDLElBQU0sSUFBSSxHQUFHLE1BQUEsR0FBRyxhQUFILEdBQUcsdUJBQUgsR0FBRyxDQUFFLE9BQU8sMENBQUUsSUFBSSxDQUFDLFVBQUMsRUFBTztZQUFMLEdBQUcsU0FBQTtRQUFPLE9BQUEsR0FBRyxLQUFLLEdBQUcsQ0FBQyxJQUFJO0lBQWhCLENBQWdCLENBQUMsQ0FBQztJQUMvRCxJQUFNLEtBQUssR0FBRyxRQUFRLENBQUMsa0JBQWtCLENBQUMsQ0FBQztJQUMzQyxJQUFJLENBQUMsS0FBSyxJQUFJLENBQUMsSUFBSSxFQUFFLENBQUM7UUFDcEIsT0FBTztJQUNULENBQUM7SUFFRCxJQUFNLElBQUksR0FBRyxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxHQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsTUFBQSxJQUFJLENBQUMsT0FBTyxtQ0FBSSxFQUFFLENBQUMsQ0FBQyxHQUFHLGtCQUFrQixDQUFDO0lBQzNGLElBQUksTUFBTSxDQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsRUFBRSxDQUFDO1FBQ3ZCLE1BQU0sQ0FBQyxLQUFLLENBQUMsY0FBYyxFQUFFLFVBQUcsSUFBSSxDQUFDLElBQUksd0ZBQXFGLEVBQUUsRUFBRSxJQUFJLEVBQUUsSUFBSSxDQUFDLElBQUksRUFBRSxDQUFDLENBQUM7SUFDdkosQ0FBQztTQUFNLElBQUksSUFBSSxHQUFHLEtBQUssRUFBRSxDQUFDO1FBQ3hCLE1BQU0sQ0FBQyxLQUFLLENBQUMsVUFBVSxFQUFFLFVBQUcsSUFBSSxDQUFDLElBQUksdUJBQWEsSUFBSSxDQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsbURBQXlDLEtBQUssMkRBQXdELEVBQUUsRUFBRSxJQUFJLEVBQUUsSUFBSSxDQUFDLElBQUksRUFBRSxDQUFDLENBQUM7SUFDak0sQ0FBQztBQUNILENBQUM7QUFFRCxTQUFTLGFBQWEsQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE1BQU07Ozs7UUFDM0MsS0FBd0IsSUFBQSxLQUFBLFNBQUEsSUFBSSxDQUFDLFVBQVUsQ0FBQSxnQkFBQSw0QkFBRSxDQUFDO1lBQXJDLElBQU0sU0FBUyxXQUFBO1lBQ2xCLElBQU0sTUFBTSxHQUFHLFNBQVMsQ0FBQyxRQUFRLENBQUMsTUFBTSxDQUFDLFVBQUMsT0FBTyxJQUFLLE9BQUEsSUFBQSxxQkFBVSxFQUFDLFFBQVEsQ0FBQyxpQkFBaUIsQ0FBQyxFQUFFLE9BQU8sQ0FBQyxFQUFoRCxDQUFnRCxDQUFDLENBQUM7WUFDeEcsSUFBSSxNQUFNLENBQUMsTUFBTSxHQUFHLENBQUMsRUFBRSxDQUFDO2dCQUN0QixNQUFNLENBQUMsS0FBSyxDQUFDLGdCQUFnQixFQUFFLFVBQUcsT0FBTyxDQUFDLFNBQVMsQ0FBQyx1QkFBYSxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQywwRkFBeUYsd0JBQzNLLFNBQVMsQ0FBQyxLQUFLLEtBQUUsUUFBUSxFQUFFLFVBQUcsTUFBQSxTQUFTLENBQUMsSUFBSSxtQ0FBSSxPQUFPLENBQUMsU0FBUyxDQUFDLGNBQUksTUFBTSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsQ0FBRSxJQUFHLENBQUM7WUFDckcsQ0FBQztRQUNILENBQUM7Ozs7Ozs7OztBQUNILENBQUM7QUFFRCxTQUFTLG9CQUFvQixDQUFDLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTTs7SUFDbkQsSUFBTSxPQUFPLEdBQUcsSUFBSSxHQUFHLENBQUMsUUFBUSxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsVUFBQyxFQUFjO1lBQVosRUFBRSxRQUFBLEVBQUUsTUFBTSxZQUFBO1FBQU8sT0FBQSxDQUFDLEVBQUUsRUFBRSxNQUFNLENBQUM7SUFBWixDQUFZLENBQUMsQ0FBQyxDQUFDO0lBQzlFLElBQU0sR0FBRyxHQUFHLEtBQUssQ0FBQyxPQUFPLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxJQUFJLENBQUMsZUFBZSxFQUFwQixDQUFvQixDQUFDLENBQUM7O1FBQzFELEtBQTRCLElBQUEsUUFBQSxTQUFBLEdBQUcsQ0FBQSx3QkFBQSx5Q0FBRSxDQUFDO1lBQTdCLElBQU0sYUFBYSxnQkFBQTtZQUNkLElBQUEsRUFBRSxHQUFZLGFBQWEsR0FBekIsRUFBRSxLQUFLLEdBQUssYUFBYSxNQUFsQixDQUFtQjtZQUNwQyxJQUFJLE9BQU8sQ0FBQyxRQUFRLENBQUMsS0FBSyxDQUFDLEVBQUUsQ0FBQztnQkFDNUIsTUFBTSxDQUFDLElBQUksQ0FBQyx1QkFBdUIsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxFQUFFLENBQUMsZUFBSyxLQUFLLENBQUUsQ0FBQyxDQUFDO1lBQ2pFLENBQUM7aUJBQU0sSUFBSSxPQUFPLENBQUMsR0FBRyxDQUFDLEVBQUUsQ0FBQyxFQUFFLENBQUM7Z0JBQzNCLE1BQU0sQ0FBQyxJQUFJLENBQUMsdUJBQXVCLEVBQUUsVUFBRyxFQUFFLGVBQUssSUFBQSxnQkFBSyxFQUFDLE9BQU8sQ0FBQyxHQUFHLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBRSxDQUFDLENBQUM7WUFDM0UsQ0FBQztpQkFBTSxDQUFDO2dCQUNOLGtCQUFrQixDQUFDLGFBQWEsRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7WUFDdEQsQ0FBQztRQUNILENBQUM7Ozs7Ozs7OztJQUVELE1BQU0sQ0FBQyxNQUFNLENBQUMsaUJBQWlCLEVBQUUsR0FBRyxDQUFDLE1BQU0sQ0FBQyxDQUFDO0lBQzdDLElBQU0sS0FBSyxHQUFHLElBQUksR0FBRyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsVUFBQyxFQUFNO1lBQUosRUFBRSxRQUFBO1FBQU8sT0FBQSxFQUFFO0lBQUYsQ0FBRSxDQUFDLENBQUMsQ0FBQztJQUMvQyx5QkFBSSxPQUFPLENBQUMsSUFBSSxFQUFFLFVBQUUsTUFBTSxDQUFDLFVBQUMsRUFBRSxJQUFLLE9BQUEsQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLEVBQUUsQ0FBQyxFQUFkLENBQWMsQ0FBQztTQUMvQyxPQUFPLENBQUMsVUFBQyxFQUFFLElBQUssT0FBQSxNQUFNLENBQUMsSUFBSSxDQUFDLGtCQUFrQixFQUFFLFVBQUcsRUFBRSw2REFBNEQsQ0FBQyxFQUFsRyxDQUFrRyxDQUFDLENBQUM7QUFDekgsQ0FBQztBQUVELFNBQVMsa0JBQWtCLENBQUMsRUFBMEMsRUFBRSxRQUFRLEVBQUUsTUFBTTtRQUExRCxFQUFFLFFBQUEsRUFBRSxRQUFRLGNBQUEsRUFBRSxVQUFVLGdCQUFBLEVBQUUsS0FBSyxXQUFBLEVBQUUsS0FBSyxXQUFBO0lBQ2xFLElBQU0sSUFBSSxHQUFHLElBQUEsdUJBQU8sRUFBQyxRQUFRLEVBQUUsUUFBUSxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsUUFBUSxLQUFLLFNBQVMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxNQUFNLENBQUM7SUFDNUcsSUFBTSxJQUFJLEdBQUcsS0FBSyxDQUFDLENBQUMsQ0FBQyxvQkFBYSxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLE1BQUcsQ0FBQyxDQUFDLENBQUMsdUZBQXVGLENBQUM7SUFDNUksTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLFVBQUcsUUFBUSxtQkFBZ0IsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxFQUFFLENBQUMsaUJBQU8sSUFBQSxnQkFBSyxFQUFDLFVBQVUsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUMsSUFBSSxlQUFlLGlCQUFPLFFBQVEsZUFBSyxJQUFJLENBQUUsd0JBQy9ILEtBQUssS0FBRSxRQUFRLEVBQUUsVUFBRyxFQUFFLGNBQUksVUFBVSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsQ0FBRSxJQUFHLENBQUM7QUFDN0QsQ0FBQztBQUVELFNBQVMsT0FBTyxDQUFDLEVBQWlCO1FBQWYsSUFBSSxVQUFBLEVBQUUsT0FBTyxhQUFBO0lBQzlCLE9BQU8sSUFBQSxnQkFBSyxFQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLGNBQUksT0FBTyxDQUFFLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ3RELENBQUM7QUFFRCxTQUFTLE9BQU8sQ0FBQyxVQUFVO0lBQ3pCLElBQU0sS0FBSyxHQUFHLFVBQVUsQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxPQUFPLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7SUFDN0QsT0FBTyxVQUFVLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxLQUFLLGtCQUFRLFVBQVUsQ0FBQyxNQUFNLEdBQUcsQ0FBQyxVQUFPLENBQUMsQ0FBQyxDQUFDLEtBQUssQ0FBQztBQUN0RixDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjI0MSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19XX0=
