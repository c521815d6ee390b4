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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzLCBpbiB0aGUgb25lIGRpYWxlY3Qgb2YgZ2xvYnMgdGhhdCBkb2NzL2NvbmZpZ3VyYXRpb24ubWQgZGVzY3JpYmVzLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBwYXRoXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzUGF0aChnbG9iLCBwYXRoKSB7XG4gIHJldHVybiBleHBhbmQoZ2xvYikuc29tZSgob25lKSA9PiBuZXcgUmVnRXhwKGBeJHtwYXR0ZXJuKG9uZSl9JGApLnRlc3QocGF0aCkpO1xufVxuXG4vKipcbiAqIFRoZSBnbG9icyB3aXRob3V0IGJyYWNlcyB0aGF0IG9uZSBzdGFuZHMgZm9yLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEByZXR1cm5zIHtzdHJpbmdbXX1cbiAqL1xuZnVuY3Rpb24gZXhwYW5kKGdsb2IpIHtcbiAgbGV0IHN0YXJ0ID0gLTE7XG4gIGxldCBkZXB0aCA9IDA7XG4gIGxldCBmcm9tID0gMDtcbiAgY29uc3QgcGFydHMgPSBbXTtcbiAgZm9yIChsZXQgYXQgPSAwOyBhdCA8IGdsb2IubGVuZ3RoOyBhdCsrKSB7XG4gICAgaWYgKGdsb2JbYXRdID09PSBcIltcIiAmJiBnbG9iLmluZGV4T2YoXCJdXCIsIGF0ICsgMikgPiAwKSBhdCA9IGdsb2IuaW5kZXhPZihcIl1cIiwgYXQgKyAyKTtcbiAgICBlbHNlIGlmIChnbG9iW2F0XSA9PT0gXCJ7XCIgJiYgZGVwdGgrKyA9PT0gMCkgZnJvbSA9IChzdGFydCA9IGF0KSArIDE7XG4gICAgZWxzZSBpZiAoZ2xvYlthdF0gPT09IFwiLFwiICYmIGRlcHRoID09PSAxKSBmcm9tID0gcGFydHMucHVzaChnbG9iLnNsaWNlKGZyb20sIGF0KSkgJiYgYXQgKyAxO1xuICAgIGVsc2UgaWYgKGdsb2JbYXRdID09PSBcIn1cIiAmJiAtLWRlcHRoID09PSAwKSB7XG4gICAgICBwYXJ0cy5wdXNoKGdsb2Iuc2xpY2UoZnJvbSwgYXQpKTtcbiAgICAgIHJldHVybiBwYXJ0cy5mbGF0TWFwKChwYXJ0KSA9PiBleHBhbmQoZ2xvYi5zbGljZSgwLCBzdGFydCkgKyBwYXJ0ICsgZ2xvYi5zbGljZShhdCArIDEpKSk7XG4gICAgfVxuICB9XG4gIGlmIChkZXB0aCAhPT0gMCkgdGhyb3cgbmV3IEVycm9yKGB0aGUgZ2xvYiBcIiR7Z2xvYn1cIiBoYXMgeyB3aXRob3V0IH0sIG9yIHRoZSBvdGhlciB3YXkgcm91bmRgKTtcbiAgcmV0dXJuIFtnbG9iXTtcbn1cblxuLyoqXG4gKiBBIGdsb2Igd2l0aG91dCBicmFjZXMgYXMgYSByZWd1bGFyIGV4cHJlc3Npb24uXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICovXG5mdW5jdGlvbiBwYXR0ZXJuKGdsb2IpIHtcbiAgY29uc3QgcGFydHMgPSAoZ2xvYi5lbmRzV2l0aChcIi9cIikgPyBgJHtnbG9ifSoqYCA6IGdsb2IpLnNwbGl0KFwiL1wiKTtcbiAgcmV0dXJuIHBhcnRzXG4gICAgLm1hcCgocGFydCwgaSkgPT4ge1xuICAgICAgY29uc3QgbGFzdCA9IGkgPT09IHBhcnRzLmxlbmd0aCAtIDE7XG4gICAgICBpZiAocGFydCA9PT0gXCIqKlwiKSByZXR1cm4gbGFzdCA/IFwiLitcIiA6IFwiKD86W14vXSsvKSpcIjtcbiAgICAgIHJldHVybiBuYW1lKHBhcnQpICsgKGxhc3QgPyAoL1sqP1tdLy50ZXN0KHBhcnQpID8gXCJcIiA6IFwiKD86Ly4qKT9cIikgOiBcIi9cIik7XG4gICAgfSlcbiAgICAuam9pbihcIlwiKTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBwYXJ0ICovXG5mdW5jdGlvbiBuYW1lKHBhcnQpIHtcbiAgcmV0dXJuIHBhcnQucmVwbGFjZSgvXFxbKCE/KShcXF0/W15cXF1dKilcXF18XFwqfFxcP3xbXio/W10rfFxcWy9nLCAoZm91bmQsIG5vdCwgc2V0KSA9PiB7XG4gICAgaWYgKGZvdW5kID09PSBcIipcIikgcmV0dXJuIFwiW14vXSpcIjtcbiAgICBpZiAoZm91bmQgPT09IFwiP1wiKSByZXR1cm4gXCIoPzpbXFxcXHVEODAwLVxcXFx1REJGRl1bXFxcXHVEQzAwLVxcXFx1REZGRl18W14vXSlcIjtcbiAgICByZXR1cm4gc2V0ID09PSB1bmRlZmluZWQgPyBlc2NhcGUoZm91bmQpIDogYCg/IS8pWyR7bm90ID8gXCJeXCIgOiBcIlwifSR7c2V0LnJlcGxhY2UoL1tcXFxcXFxdXltdL2csIFwiXFxcXCQmXCIpfV1gO1xuICB9KTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBnbG9iICovXG5mdW5jdGlvbiBlc2NhcGUoZ2xvYikge1xuICByZXR1cm4gZ2xvYi5yZXBsYWNlKC9bLiteJHt9KCl8W1xcXVxcXFw/XS9nLCBcIlxcXFwkJlwiKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOztBQU9BLDBCQUVDO0FBT0QsZ0NBRUM7QUFPRCxrQ0FFQztBQXBCRCxTQUFnQixPQUFPLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDaEMsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyxNQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDNUUsQ0FBQztBQU9ELFNBQWdCLFVBQVUsQ0FBQyxLQUFLLEVBQUUsSUFBSTtJQUNwQyxPQUFPLEtBQUssQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxPQUFPLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxFQUFuQixDQUFtQixDQUFDLENBQUM7QUFDbkQsQ0FBQztBQU9ELFNBQWdCLFdBQVcsQ0FBQyxJQUFJLEVBQUUsSUFBSTtJQUNwQyxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxFQUExQyxDQUEwQyxDQUFDLENBQUM7QUFDaEYsQ0FBQztBQU9ELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDZixJQUFJLEtBQUssR0FBRyxDQUFDLENBQUM7SUFDZCxJQUFJLElBQUksR0FBRyxDQUFDLENBQUM7SUFDYixJQUFNLEtBQUssR0FBRyxFQUFFLENBQUM7NEJBQ1IsRUFBRTtRQUNULElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLEdBQUcsQ0FBQztZQUFFLEVBQUUsR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7YUFDakYsSUFBSSxJQUFJLENBQUMsRUFBRSxDQUFDLEtBQUssR0FBRyxJQUFJLEtBQUssRUFBRSxLQUFLLENBQUM7WUFBRSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDO2FBQy9ELElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxLQUFLLEtBQUssQ0FBQztZQUFFLElBQUksR0FBRyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxHQUFHLENBQUMsQ0FBQzthQUN2RixJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksRUFBRSxLQUFLLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDM0MsS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDOzRCQUMxQixLQUFLLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsTUFBTSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLElBQUksR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUF4RCxDQUF3RCxDQUFDO1FBQzFGLENBQUM7bUJBUE0sRUFBRTs7O0lBQVgsS0FBSyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsRUFBRSxHQUFHLElBQUksQ0FBQyxNQUFNLEVBQUUsRUFBRSxFQUFFOzhCQUE5QixFQUFFO1FBQUYsRUFBRTs7O0tBUVY7SUFDRCxJQUFJLEtBQUssS0FBSyxDQUFDO1FBQUUsTUFBTSxJQUFJLEtBQUssQ0FBQyxxQkFBYSxJQUFJLCtDQUEyQyxDQUFDLENBQUM7SUFDL0YsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hCLENBQUM7QUFNRCxTQUFTLE9BQU8sQ0FBQyxJQUFJO0lBQ25CLElBQU0sS0FBSyxHQUFHLENBQUMsSUFBSSxDQUFDLFFBQVEsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLE9BQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQ25FLE9BQU8sS0FBSztTQUNULEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDO1FBQ1gsSUFBTSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDO1FBQ3BDLElBQUksSUFBSSxLQUFLLElBQUk7WUFBRSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxhQUFhLENBQUM7UUFDdEQsT0FBTyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxVQUFVLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDNUUsQ0FBQyxDQUFDO1NBQ0QsSUFBSSxDQUFDLEVBQUUsQ0FBQyxDQUFDO0FBQ2QsQ0FBQztBQUdELFNBQVMsSUFBSSxDQUFDLElBQUk7SUFDaEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLHVDQUF1QyxFQUFFLFVBQUMsS0FBSyxFQUFFLEdBQUcsRUFBRSxHQUFHO1FBQzNFLElBQUksS0FBSyxLQUFLLEdBQUc7WUFBRSxPQUFPLE9BQU8sQ0FBQztRQUNsQyxJQUFJLEtBQUssS0FBSyxHQUFHO1lBQUUsT0FBTyw2Q0FBNkMsQ0FBQztRQUN4RSxPQUFPLEdBQUcsS0FBSyxTQUFTLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsZ0JBQVMsR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBRyxHQUFHLENBQUMsT0FBTyxDQUFDLFdBQVcsRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDO0lBQzNHLENBQUMsQ0FBQyxDQUFDO0FBQ0wsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLG9CQUFvQixFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQ3BELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NjgsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3MCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3NldmVyaXRpZXMuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuXG5jb25zdCBvcmRlciA9IFtcIm5vbmVcIiwgXCJsb3dcIiwgXCJtZWRpdW1cIiwgXCJoaWdoXCIsIFwiY3JpdGljYWxcIl07XG5cbi8qKlxuICogV2hldGhlciBhIHNldmVyaXR5IGlzIGFzIGJhZCBhcyB0aGUgbGltaXQsIG9yIHdvcnNlLiBUaGUgbGltaXQgYG5ldmVyYCBpcyByZWFjaGVkIGJ5IG5vbmUuXG4gKiBAcGFyYW0ge3N0cmluZ30gc2V2ZXJpdHlcbiAqIEBwYXJhbSB7c3RyaW5nfSBsaW1pdFxuICovXG5leHBvcnQgZnVuY3Rpb24gcmVhY2hlcyhzZXZlcml0eSwgbGltaXQpIHtcbiAgcmV0dXJuIGxpbWl0ICE9PSBcIm5ldmVyXCIgJiYgb3JkZXIuaW5kZXhPZihzZXZlcml0eSkgPj0gb3JkZXIuaW5kZXhPZihsaW1pdCk7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFTQSwwQkFFQztBQVRELElBQU0sS0FBSyxHQUFHLENBQUMsTUFBTSxFQUFFLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTSxFQUFFLFVBQVUsQ0FBQyxDQUFDO0FBTzVELFNBQWdCLE9BQU8sQ0FBQyxRQUFRLEVBQUUsS0FBSztJQUNyQyxPQUFPLEtBQUssS0FBSyxPQUFPLElBQUksS0FBSyxDQUFDLE9BQU8sQ0FBQyxRQUFRLENBQUMsSUFBSSxLQUFLLENBQUMsT0FBTyxDQUFDLEtBQUssQ0FBQyxDQUFDO0FBQzlFLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NzcsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3OSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3RleHRzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuLyoqXG4gKiBDdXRzIGEgdGV4dCBmb3IgYSBtZXNzYWdlOiBtZXNzYWdlcyBoYXZlIGEgbGltaXQsIGFuZCBhIGZpbGUgbWF5IGhvbGQgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3Vua25vd259IHZhbHVlXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaG9ydCh2YWx1ZSkge1xuICBjb25zdCB0ZXh0ID0gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHRleHQubGVuZ3RoID4gMzAwID8gYCR7dGV4dC5zbGljZSgwLCAzMDApfeKApmAgOiB0ZXh0O1xufVxuXG4vKipcbiAqIEEgbnVtYmVyIHdpdGggaXRzIG5vdW46IGAxIHRlc3RgLCBgMyB0ZXN0c2AuXG4gKiBAcGFyYW0ge251bWJlcn0gbnVtYmVyXG4gKiBAcGFyYW0ge3N0cmluZ30gbm91blxuICogQHBhcmFtIHtzdHJpbmd9IFtwbHVyYWxdXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb3VudChudW1iZXIsIG5vdW4sIHBsdXJhbCA9IGAke25vdW59c2ApIHtcbiAgcmV0dXJuIGAke251bWJlcn0gJHtudW1iZXIgPT09IDEgPyBub3VuIDogcGx1cmFsfWA7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFNQSxzQkFHQztBQVFELHNCQUVDO0FBYkQsU0FBZ0IsS0FBSyxDQUFDLEtBQUs7SUFDekIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLE9BQU8sSUFBSSxDQUFDLE1BQU0sR0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsR0FBRyxDQUFDLFdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQzdELENBQUM7QUFRRCxTQUFnQixLQUFLLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxNQUFtQjtJQUFuQix1QkFBQSxFQUFBLG1CQUFZLElBQUksTUFBRztJQUNyRCxPQUFPLFVBQUcsTUFBTSxjQUFJLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo5MSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjkzLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9zYm9tLXZ1bG5lcmFiaWxpdGllcy9wb2xpY3kuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gV2hhdCBpcyBzaGlwcGVkIG11c3QgYmUgbGlzdGVkLCBhbmQgd2hhdCBpcyBsaXN0ZWQgbXVzdCBoYXZlIG5vIHNldmVyZSB2dWxuZXJhYmlsaXR5IHRoYXQgbm9ib2R5IGxvb2tlZCBhdC5cblxuaW1wb3J0IHsgbWF0Y2hlc0FueSB9IGZyb20gXCIuLi9saWIvZ2xvYnMuanNcIjtcbmltcG9ydCB7IHJlYWNoZXMgfSBmcm9tIFwiLi4vbGliL3NldmVyaXRpZXMuanNcIjtcbmltcG9ydCB7IGNvdW50LCBzaG9ydCB9IGZyb20gXCIuLi9saWIvdGV4dHMuanNcIjtcblxuLyoqIFdoYXQgYW4gYW5hbHlzaXMgbWF5IGNvbWUgdG8sIHNvIHRoYXQgYSB2dWxuZXJhYmlsaXR5IG5vIGxvbmdlciBjb3VudHMuICovXG5jb25zdCBzZXR0bGVkID0gW1wibm90X2FmZmVjdGVkXCIsIFwiZmFsc2VfcG9zaXRpdmVcIiwgXCJyZXNvbHZlZFwiLCBcInJlc29sdmVkX3dpdGhfcGVkaWdyZWVcIl07XG5cbmNvbnN0IG1pbGxpc2Vjb25kc1BlckRheSA9IDI0ICogNjAgKiA2MCAqIDEwMDA7XG5cbi8qKiBAdHlwZSB7SnVkZ2V9ICovXG5leHBvcnQgZnVuY3Rpb24ganVkZ2UoZXZpZGVuY2UsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgYmlsbHMgPSBldmlkZW5jZS5zYm9tID8/IFtdO1xuICBqdWRnZVByZXNlbmNlKGJpbGxzLCBzZXR0aW5ncywgcmVwb3J0KTtcblxuICBiaWxscy5mb3JFYWNoKChiaWxsKSA9PiB7XG4gICAganVkZ2VDb250ZW50KGJpbGwsIHNldHRpbmdzLCByZXBvcnQpO1xuICAgIGp1ZGdlQWdlKGJpbGwsIGV2aWRlbmNlLmdpdCwgc2V0dGluZ3MsIHJlcG9ydCk7XG4gICAganVkZ2VMaWNlbmNlcyhiaWxsLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAgfSk7XG4gIGp1ZGdlVnVsbmVyYWJpbGl0aWVzKGJpbGxzLCBzZXR0aW5ncywgcmVwb3J0KTtcbn1cblxuZnVuY3Rpb24ganVkZ2VQcmVzZW5jZShiaWxscywgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBpZiAoYmlsbHMubGVuZ3RoID09PSAwKSB7XG4gICAgcmVwb3J0LmVycm9yKFwibm8tc2JvbVwiLCBcIk5vIGJpbGwgb2YgbWF0ZXJpYWxzIGlzIGhlcmUuIFdyaXRlIG9uZSB3aXRoIHN5ZnQsIGNkeGdlbiBvciB0aGUgYnVpbGQgdG9vbCwgYW5kIGxldCBgZmFjdHM6IHsgc2JvbTogWy4uLl0gfWAgc2VsZWN0IGl0LlwiKTtcbiAgfVxuXG4gIGZvciAoY29uc3QgZ2xvYiBvZiBzZXR0aW5ncy5zdWJqZWN0cykge1xuICAgIGlmICghYmlsbHMuc29tZSgoYmlsbCkgPT4gYmlsbC5zdWJqZWN0ICYmIG1hdGNoZXNBbnkoW2dsb2JdLCBiaWxsLnN1YmplY3QubmFtZSkpKSB7XG4gICAgICBjb25zdCBvdGhlcnMgPSBiaWxscy5tYXAoKGJpbGwpID0+IGJpbGwuc3ViamVjdD8ubmFtZSA/PyBgJHtiaWxsLnBhdGh9LCB3aGljaCBuYW1lcyBubyBzdWJqZWN0YCk7XG4gICAgICByZXBvcnQuZXJyb3IoXCJzdWJqZWN0LW1pc3NpbmdcIiwgYE5vIGJpbGwgb2YgbWF0ZXJpYWxzIGlzIGFib3V0ICR7Z2xvYn0uIFRoZXJlIGlzOiAke3Nob3J0KG90aGVycy5qb2luKFwiOyBcIikpIHx8IFwibm9uZVwifS5gKTtcbiAgICB9XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VDb250ZW50KGJpbGwsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgeyBjb21wb25lbnRzLCBwYXRoIH0gPSBiaWxsO1xuICBpZiAoY29tcG9uZW50cy5sZW5ndGggPT09IDApIHtcbiAgICByZXBvcnQuZXJyb3IoXCJzYm9tLWVtcHR5XCIsIGAke3BhdGh9IGxpc3RzIG5vIGNvbXBvbmVudC4gQSBzY2FuIG9mIHRoZSB3cm9uZyBmb2xkZXIgb3IgbGF5ZXIgbG9va3MgbGlrZSB0aGlzLmAsIHsgcGF0aCB9KTtcbiAgICByZXR1cm47XG4gIH1cblxuICBjb25zdCB1bmlkZW50aWZpZWQgPSBjb21wb25lbnRzLmZpbHRlcigoY29tcG9uZW50KSA9PiAhY29tcG9uZW50LnZlcnNpb24gfHwgIWNvbXBvbmVudC5wdXJsKTtcbiAgY29uc3QgcGVyY2VudCA9IDEwMCAqIChjb21wb25lbnRzLmxlbmd0aCAtIHVuaWRlbnRpZmllZC5sZW5ndGgpIC8gY29tcG9uZW50cy5sZW5ndGg7XG4gIGlmIChwZXJjZW50IDwgc2V0dGluZ3NbXCJpZGVudGlmaWVkLXBlcmNlbnRcIl0pIHtcbiAgICByZXBvcnQuZXJyb3IoXCJjb21wb25lbnRzLXVuaWRlbnRpZmllZFwiLFxuICAgICAgYCR7cGF0aH0gZ2l2ZXMgYSB2ZXJzaW9uIGFuZCBhIHB1cmwgZm9yICR7cGVyY2VudC50b0ZpeGVkKDEpfSAlIG9mIGl0cyBjb21wb25lbnRzLCBhdCBsZWFzdCAke3NldHRpbmdzW1wiaWRlbnRpZmllZC1wZXJjZW50XCJdfSAlIG11c3QgaGF2ZSBib3RoOyB3aXRob3V0IHRoZW06ICR7bmFtZXNPZih1bmlkZW50aWZpZWQpfS5gLFxuICAgICAgdW5pZGVudGlmaWVkWzBdLndoZXJlKTtcbiAgfSBlbHNlIHtcbiAgICByZXBvcnQucGFzcyhcInNib21cIiwgYCR7cGF0aH0gbGlzdHMgJHtjb3VudChjb21wb25lbnRzLmxlbmd0aCwgXCJjb21wb25lbnRcIil9YCk7XG4gIH1cbn1cblxuLyoqIFRoZXJlIGlzIG5vIGNsb2NrIGhlcmU6IGFnZSBpcyBjb3VudGVkIHRvIHRoZSBoZWFkIGNvbW1pdC4gKi9cbmZ1bmN0aW9uIGp1ZGdlQWdlKGJpbGwsIGdpdCwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBoZWFkID0gZ2l0Py5jb21taXRzPy5maW5kKCh7IHNoYSB9KSA9PiBzaGEgPT09IGdpdC5oZWFkKTtcbiAgY29uc3QgbGltaXQgPSBzZXR0aW5nc1tcIm1heGltdW0tYWdlLWRheXNcIl07XG4gIGlmICghbGltaXQgfHwgIWhlYWQpIHtcbiAgICByZXR1cm47XG4gIH1cblxuICBjb25zdCBkYXlzID0gKERhdGUucGFyc2UoaGVhZC50aW1lKSAtIERhdGUucGFyc2UoYmlsbC5jcmVhdGVkID8/IFwiXCIpKSAvIG1pbGxpc2Vjb25kc1BlckRheTtcbiAgaWYgKE51bWJlci5pc05hTihkYXlzKSkge1xuICAgIHJlcG9ydC5lcnJvcihcInNib20tdW5kYXRlZFwiLCBgJHtiaWxsLnBhdGh9IGRvZXMgbm90IHNheSB3aGVuIGl0IHdhcyBtYWRlLCBzbyBub2JvZHkgY2FuIHRlbGwgd2hldGhlciBpdCBpcyBhYm91dCB0aGlzIGNvbW1pdC5gLCB7IHBhdGg6IGJpbGwucGF0aCB9KTtcbiAgfSBlbHNlIGlmIChkYXlzID4gbGltaXQpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJzYm9tLW9sZFwiLCBgJHtiaWxsLnBhdGh9IHdhcyBtYWRlICR7TWF0aC5mbG9vcihkYXlzKX0gZGF5cyBiZWZvcmUgdGhlIGhlYWQgY29tbWl0LCBhdCBtb3N0ICR7bGltaXR9IG1heSBsaWUgYmV0d2Vlbi4gTWFrZSBpdCBhZ2FpbiBmcm9tIHdoYXQgaXMgcmVsZWFzZWQuYCwgeyBwYXRoOiBiaWxsLnBhdGggfSk7XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VMaWNlbmNlcyhiaWxsLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGZvciAoY29uc3QgY29tcG9uZW50IG9mIGJpbGwuY29tcG9uZW50cykge1xuICAgIGNvbnN0IGRlbmllZCA9IGNvbXBvbmVudC5saWNlbnNlcy5maWx0ZXIoKGxpY2VuY2UpID0+IG1hdGNoZXNBbnkoc2V0dGluZ3NbXCJkZW5pZWQtbGljZW5jZXNcIl0sIGxpY2VuY2UpKTtcbiAgICBpZiAoZGVuaWVkLmxlbmd0aCA+IDApIHtcbiAgICAgIHJlcG9ydC5lcnJvcihcImxpY2VuY2UtZGVuaWVkXCIsIGAke3RpdGxlT2YoY29tcG9uZW50KX0gaXMgdW5kZXIgJHtzaG9ydChkZW5pZWQuam9pbihcIiwgXCIpKX0sIHdoaWNoIFxcYGRlbmllZC1saWNlbmNlc1xcYCBuYW1lcy4gUmVwbGFjZSB0aGUgY29tcG9uZW50LCBvciBhc2sgd2hvZXZlciBvd25zIHRoZSBsaXN0LmAsXG4gICAgICAgIHsgLi4uY29tcG9uZW50LndoZXJlLCBpZGVudGl0eTogYCR7Y29tcG9uZW50LnB1cmwgPz8gdGl0bGVPZihjb21wb25lbnQpfSAke2RlbmllZC5qb2luKFwiIFwiKX1gIH0pO1xuICAgIH1cbiAgfVxufVxuXG5mdW5jdGlvbiBqdWRnZVZ1bG5lcmFiaWxpdGllcyhiaWxscywgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBhbGxvd2VkID0gbmV3IE1hcChzZXR0aW5ncy5hbGxvdy5tYXAoKHsgaWQsIHJlYXNvbiB9KSA9PiBbaWQsIHJlYXNvbl0pKTtcbiAgY29uc3QgYWxsID0gYmlsbHMuZmxhdE1hcCgoYmlsbCkgPT4gYmlsbC52dWxuZXJhYmlsaXRpZXMpO1xuICBmb3IgKGNvbnN0IHZ1bG5lcmFiaWxpdHkgb2YgYWxsKSB7XG4gICAgY29uc3QgeyBpZCwgc3RhdGUgfSA9IHZ1bG5lcmFiaWxpdHk7XG4gICAgaWYgKHNldHRsZWQuaW5jbHVkZXMoc3RhdGUpKSB7XG4gICAgICByZXBvcnQucGFzcyhcInZ1bG5lcmFiaWxpdHktc2V0dGxlZFwiLCBgJHtzaG9ydChpZCl9OiAke3N0YXRlfWApO1xuICAgIH0gZWxzZSBpZiAoYWxsb3dlZC5oYXMoaWQpKSB7XG4gICAgICByZXBvcnQucGFzcyhcInZ1bG5lcmFiaWxpdHktYWxsb3dlZFwiLCBgJHtpZH06ICR7c2hvcnQoYWxsb3dlZC5nZXQoaWQpKX1gKTtcbiAgICB9IGVsc2Uge1xuICAgICAganVkZ2VWdWxuZXJhYmlsaXR5KHZ1bG5lcmFiaWxpdHksIHNldHRpbmdzLCByZXBvcnQpO1xuICAgIH1cbiAgfVxuXG4gIHJlcG9ydC5tZXRyaWMoXCJ2dWxuZXJhYmlsaXRpZXNcIiwgYWxsLmxlbmd0aCk7XG4gIGNvbnN0IGZvdW5kID0gbmV3IFNldChhbGwubWFwKCh7IGlkIH0pID0+IGlkKSk7XG4gIFsuLi5hbGxvd2VkLmtleXMoKV0uZmlsdGVyKChpZCkgPT4gIWZvdW5kLmhhcyhpZCkpXG4gICAgLmZvckVhY2goKGlkKSA9PiByZXBvcnQubm90ZShcImFsbG93YW5jZS11bnVzZWRcIiwgYCR7aWR9IGlzIGFsbG93ZWQgYW5kIG5vIGxvbmdlciBmb3VuZC4gUmVtb3ZlIGl0IGZyb20gXFxgYWxsb3dcXGAuYCkpO1xufVxuXG5mdW5jdGlvbiBqdWRnZVZ1bG5lcmFiaWxpdHkoeyBpZCwgc2V2ZXJpdHksIGNvbXBvbmVudHMsIGZpeGVkLCB3aGVyZSB9LCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGtpbmQgPSByZWFjaGVzKHNldmVyaXR5LCBzZXR0aW5nc1tcImZhaWwtYXRcIl0pID8gXCJlcnJvclwiIDogc2V2ZXJpdHkgPT09IFwidW5rbm93blwiID8gXCJ3YXJuaW5nXCIgOiBcIm5vdGVcIjtcbiAgY29uc3QgbWVuZCA9IGZpeGVkID8gYFVwZGF0ZSB0byAke3Nob3J0KGZpeGVkKX0uYCA6IFwiTm8gZml4IGlzIG5hbWVkOiByZXBsYWNlIGl0LCBvciByZWNvcmQgYW4gYW5hbHlzaXMgKFZFWCkgb2Ygd2h5IGl0IGRvZXMgbm8gaGFybSBoZXJlLlwiO1xuICByZXBvcnRba2luZF0oYCR7c2V2ZXJpdHl9LXZ1bG5lcmFiaWxpdHlgLCBgJHtzaG9ydChpZCl9IGluICR7c2hvcnQoY29tcG9uZW50cy5qb2luKFwiLCBcIikpIHx8IFwidGhpcyBzb2Z0d2FyZVwifSBpcyAke3NldmVyaXR5fS4gJHttZW5kfWAsXG4gICAgeyAuLi53aGVyZSwgaWRlbnRpdHk6IGAke2lkfSAke2NvbXBvbmVudHMuam9pbihcIiBcIil9YCB9KTtcbn1cblxuZnVuY3Rpb24gdGl0bGVPZih7IG5hbWUsIHZlcnNpb24gfSkge1xuICByZXR1cm4gc2hvcnQodmVyc2lvbiA/IGAke25hbWV9QCR7dmVyc2lvbn1gIDogbmFtZSk7XG59XG5cbmZ1bmN0aW9uIG5hbWVzT2YoY29tcG9uZW50cykge1xuICBjb25zdCBzaG93biA9IGNvbXBvbmVudHMuc2xpY2UoMCwgMykubWFwKHRpdGxlT2YpLmpvaW4oXCIsIFwiKTtcbiAgcmV0dXJuIGNvbXBvbmVudHMubGVuZ3RoID4gMyA/IGAke3Nob3dufSBhbmQgJHtjb21wb25lbnRzLmxlbmd0aCAtIDN9IG1vcmVgIDogc2hvd247XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQWFBLHNCQVVDO0FBcEJELDRDQUE2QztBQUM3QyxzREFBK0M7QUFDL0MsNENBQStDO0FBRy9DLElBQU0sT0FBTyxHQUFHLENBQUMsY0FBYyxFQUFFLGdCQUFnQixFQUFFLFVBQVUsRUFBRSx3QkFBd0IsQ0FBQyxDQUFDO0FBRXpGLElBQU0sa0JBQWtCLEdBQUcsRUFBRSxHQUFHLEVBQUUsR0FBRyxFQUFFLEdBQUcsSUFBSSxDQUFDO0FBRy9DLFNBQWdCLEtBQUssQ0FBQyxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzlDLElBQU0sS0FBSyxHQUFHLE1BQUEsUUFBUSxDQUFDLElBQUksbUNBQUksRUFBRSxDQUFDO0lBQ2xDLGFBQWEsQ0FBQyxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxDQUFDO0lBRXZDLEtBQUssQ0FBQyxPQUFPLENBQUMsVUFBQyxJQUFJO1FBQ2pCLFlBQVksQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxDQUFDO1FBQ3JDLFFBQVEsQ0FBQyxJQUFJLEVBQUUsUUFBUSxDQUFDLEdBQUcsRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7UUFDL0MsYUFBYSxDQUFDLElBQUksRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7SUFDeEMsQ0FBQyxDQUFDLENBQUM7SUFDSCxvQkFBb0IsQ0FBQyxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQ2hELENBQUM7QUFFRCxTQUFTLGFBQWEsQ0FBQyxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzVDLElBQUksS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztRQUN2QixNQUFNLENBQUMsS0FBSyxDQUFDLFNBQVMsRUFBRSwwSEFBMEgsQ0FBQyxDQUFDO0lBQ3RKLENBQUM7NEJBRVUsSUFBSTtRQUNiLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsSUFBSSxDQUFDLE9BQU8sSUFBSSxJQUFBLHFCQUFVLEVBQUMsQ0FBQyxJQUFJLENBQUMsRUFBRSxJQUFJLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxFQUFyRCxDQUFxRCxDQUFDLEVBQUUsQ0FBQztZQUNqRixJQUFNLE1BQU0sR0FBRyxLQUFLLENBQUMsR0FBRyxDQUFDLFVBQUMsSUFBSSxnQkFBSyxPQUFBLE1BQUEsTUFBQSxJQUFJLENBQUMsT0FBTywwQ0FBRSxJQUFJLG1DQUFJLFVBQUcsSUFBSSxDQUFDLElBQUksNkJBQTBCLENBQUEsRUFBQSxDQUFDLENBQUM7WUFDakcsTUFBTSxDQUFDLEtBQUssQ0FBQyxpQkFBaUIsRUFBRSx3Q0FBaUMsSUFBSSx5QkFBZSxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLE1BQU0sTUFBRyxDQUFDLENBQUM7UUFDN0gsQ0FBQzs7O1FBSkgsS0FBbUIsSUFBQSxLQUFBLFNBQUEsUUFBUSxDQUFDLFFBQVEsQ0FBQSxnQkFBQTtZQUEvQixJQUFNLElBQUksV0FBQTtvQkFBSixJQUFJO1NBS2Q7Ozs7Ozs7OztBQUNILENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE1BQU07SUFDbEMsSUFBQSxVQUFVLEdBQVcsSUFBSSxXQUFmLEVBQUUsSUFBSSxHQUFLLElBQUksS0FBVCxDQUFVO0lBQ2xDLElBQUksVUFBVSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztRQUM1QixNQUFNLENBQUMsS0FBSyxDQUFDLFlBQVksRUFBRSxVQUFHLElBQUksOEVBQTJFLEVBQUUsRUFBRSxJQUFJLE1BQUEsRUFBRSxDQUFDLENBQUM7UUFDekgsT0FBTztJQUNULENBQUM7SUFFRCxJQUFNLFlBQVksR0FBRyxVQUFVLENBQUMsTUFBTSxDQUFDLFVBQUMsU0FBUyxJQUFLLE9BQUEsQ0FBQyxTQUFTLENBQUMsT0FBTyxJQUFJLENBQUMsU0FBUyxDQUFDLElBQUksRUFBckMsQ0FBcUMsQ0FBQyxDQUFDO0lBQzdGLElBQU0sT0FBTyxHQUFHLEdBQUcsR0FBRyxDQUFDLFVBQVUsQ0FBQyxNQUFNLEdBQUcsWUFBWSxDQUFDLE1BQU0sQ0FBQyxHQUFHLFVBQVUsQ0FBQyxNQUFNLENBQUM7SUFDcEYsSUFBSSxPQUFPLEdBQUcsUUFBUSxDQUFDLG9CQUFvQixDQUFDLEVBQUUsQ0FBQztRQUM3QyxNQUFNLENBQUMsS0FBSyxDQUFDLHlCQUF5QixFQUNwQyxVQUFHLElBQUksNkNBQW1DLE9BQU8sQ0FBQyxPQUFPLENBQUMsQ0FBQyxDQUFDLDRDQUFrQyxRQUFRLENBQUMsb0JBQW9CLENBQUMsOENBQW9DLE9BQU8sQ0FBQyxZQUFZLENBQUMsTUFBRyxFQUN4TCxZQUFZLENBQUMsQ0FBQyxDQUFDLENBQUMsS0FBSyxDQUFDLENBQUM7SUFDM0IsQ0FBQztTQUFNLENBQUM7UUFDTixNQUFNLENBQUMsSUFBSSxDQUFDLE1BQU0sRUFBRSxVQUFHLElBQUksb0JBQVUsSUFBQSxnQkFBSyxFQUFDLFVBQVUsQ0FBQyxNQUFNLEVBQUUsV0FBVyxDQUFDLENBQUUsQ0FBQyxDQUFDO0lBQ2hGLENBQUM7QUFDSCxDQUFDO0FBR0QsU0FBUyxRQUFRLENBQUMsSUFBSSxFQUFFLEdBQUcsRUFBRSxRQUFRLEVBQUUsTUFBTTs7SUFDM0MsSUFBTSxJQUFJLEdBQUcsTUFBQSxHQUFHLGFBQUgsR0FBRyx1QkFBSCxHQUFHLENBQUUsT0FBTywwQ0FBRSxJQUFJLENBQUMsVUFBQyxFQUFPO1lBQUwsR0FBRyxTQUFBO1FBQU8sT0FBQSxHQUFHLEtBQUssR0FBRyxDQUFDLElBQUk7SUFBaEIsQ0FBZ0IsQ0FBQyxDQUFDO0lBQy9ELElBQU0sS0FBSyxHQUFHLFFBQVEsQ0FBQyxrQkFBa0IsQ0FBQyxDQUFDO0lBQzNDLElBQUksQ0FBQyxLQUFLLElBQUksQ0FBQyxJQUFJLEVBQUUsQ0FBQztRQUNwQixPQUFPO0lBQ1QsQ0FBQztJQUVELElBQU0sSUFBSSxHQUFHLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxNQUFBLElBQUksQ0FBQyxPQUFPLG1DQUFJLEVBQUUsQ0FBQyxDQUFDLEdBQUcsa0JBQWtCLENBQUM7SUFDM0YsSUFBSSxNQUFNLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxFQUFFLENBQUM7UUFDdkIsTUFBTSxDQUFDLEtBQUssQ0FBQyxjQUFjLEVBQUUsVUFBRyxJQUFJLENBQUMsSUFBSSx3RkFBcUYsRUFBRSxFQUFFLElBQUksRUFBRSxJQUFJLENBQUMsSUFBSSxFQUFFLENBQUMsQ0FBQztJQUN2SixDQUFDO1NBQU0sSUFBSSxJQUFJLEdBQUcsS0FBSyxFQUFFLENBQUM7UUFDeEIsTUFBTSxDQUFDLEtBQUssQ0FBQyxVQUFVLEVBQUUsVUFBRyxJQUFJLENBQUMsSUFBSSx1QkFBYSxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxtREFBeUMsS0FBSywyREFBd0QsRUFBRSxFQUFFLElBQUksRUFBRSxJQUFJLENBQUMsSUFBSSxFQUFFLENBQUMsQ0FBQztJQUNqTSxDQUFDO0FBQ0gsQ0FBQztBQUVELFNBQVMsYUFBYSxDQUFDLElBQUksRUFBRSxRQUFRLEVBQUUsTUFBTTs7OztRQUMzQyxLQUF3QixJQUFBLEtBQUEsU0FBQSxJQUFJLENBQUMsVUFBVSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBckMsSUFBTSxTQUFTLFdBQUE7WUFDbEIsSUFBTSxNQUFNLEdBQUcsU0FBUyxDQUFDLFFBQVEsQ0FBQyxNQUFNLENBQUMsVUFBQyxPQUFPLElBQUssT0FBQSxJQUFBLHFCQUFVLEVBQUMsUUFBUSxDQUFDLGlCQUFpQixDQUFDLEVBQUUsT0FBTyxDQUFDLEVBQWhELENBQWdELENBQUMsQ0FBQztZQUN4RyxJQUFJLE1BQU0sQ0FBQyxNQUFNLEdBQUcsQ0FBQyxFQUFFLENBQUM7Z0JBQ3RCLE1BQU0sQ0FBQyxLQUFLLENBQUMsZ0JBQWdCLEVBQUUsVUFBRyxPQUFPLENBQUMsU0FBUyxDQUFDLHVCQUFhLElBQUEsZ0JBQUssRUFBQyxNQUFNLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDLDBGQUF5Rix3QkFDM0ssU0FBUyxDQUFDLEtBQUssS0FBRSxRQUFRLEVBQUUsVUFBRyxNQUFBLFNBQVMsQ0FBQyxJQUFJLG1DQUFJLE9BQU8sQ0FBQyxTQUFTLENBQUMsY0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxDQUFFLElBQUcsQ0FBQztZQUNyRyxDQUFDO1FBQ0gsQ0FBQzs7Ozs7Ozs7O0FBQ0gsQ0FBQztBQUVELFNBQVMsb0JBQW9CLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUNuRCxJQUFNLE9BQU8sR0FBRyxJQUFJLEdBQUcsQ0FBQyxRQUFRLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxVQUFDLEVBQWM7WUFBWixFQUFFLFFBQUEsRUFBRSxNQUFNLFlBQUE7UUFBTyxPQUFBLENBQUMsRUFBRSxFQUFFLE1BQU0sQ0FBQztJQUFaLENBQVksQ0FBQyxDQUFDLENBQUM7SUFDOUUsSUFBTSxHQUFHLEdBQUcsS0FBSyxDQUFDLE9BQU8sQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLElBQUksQ0FBQyxlQUFlLEVBQXBCLENBQW9CLENBQUMsQ0FBQzs7UUFDMUQsS0FBNEIsSUFBQSxRQUFBLFNBQUEsR0FBRyxDQUFBLHdCQUFBLHlDQUFFLENBQUM7WUFBN0IsSUFBTSxhQUFhLGdCQUFBO1lBQ2QsSUFBQSxFQUFFLEdBQVksYUFBYSxHQUF6QixFQUFFLEtBQUssR0FBSyxhQUFhLE1BQWxCLENBQW1CO1lBQ3BDLElBQUksT0FBTyxDQUFDLFFBQVEsQ0FBQyxLQUFLLENBQUMsRUFBRSxDQUFDO2dCQUM1QixNQUFNLENBQUMsSUFBSSxDQUFDLHVCQUF1QixFQUFFLFVBQUcsSUFBQSxnQkFBSyxFQUFDLEVBQUUsQ0FBQyxlQUFLLEtBQUssQ0FBRSxDQUFDLENBQUM7WUFDakUsQ0FBQztpQkFBTSxJQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsRUFBRSxDQUFDLEVBQUUsQ0FBQztnQkFDM0IsTUFBTSxDQUFDLElBQUksQ0FBQyx1QkFBdUIsRUFBRSxVQUFHLEVBQUUsZUFBSyxJQUFBLGdCQUFLLEVBQUMsT0FBTyxDQUFDLEdBQUcsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFFLENBQUMsQ0FBQztZQUMzRSxDQUFDO2lCQUFNLENBQUM7Z0JBQ04sa0JBQWtCLENBQUMsYUFBYSxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztZQUN0RCxDQUFDO1FBQ0gsQ0FBQzs7Ozs7Ozs7O0lBRUQsTUFBTSxDQUFDLE1BQU0sQ0FBQyxpQkFBaUIsRUFBRSxHQUFHLENBQUMsTUFBTSxDQUFDLENBQUM7SUFDN0MsSUFBTSxLQUFLLEdBQUcsSUFBSSxHQUFHLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxVQUFDLEVBQU07WUFBSixFQUFFLFFBQUE7UUFBTyxPQUFBLEVBQUU7SUFBRixDQUFFLENBQUMsQ0FBQyxDQUFDO0lBQy9DLHlCQUFJLE9BQU8sQ0FBQyxJQUFJLEVBQUUsVUFBRSxNQUFNLENBQUMsVUFBQyxFQUFFLElBQUssT0FBQSxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsRUFBRSxDQUFDLEVBQWQsQ0FBYyxDQUFDO1NBQy9DLE9BQU8sQ0FBQyxVQUFDLEVBQUUsSUFBSyxPQUFBLE1BQU0sQ0FBQyxJQUFJLENBQUMsa0JBQWtCLEVBQUUsVUFBRyxFQUFFLDZEQUE0RCxDQUFDLEVBQWxHLENBQWtHLENBQUMsQ0FBQztBQUN6SCxDQUFDO0FBRUQsU0FBUyxrQkFBa0IsQ0FBQyxFQUEwQyxFQUFFLFFBQVEsRUFBRSxNQUFNO1FBQTFELEVBQUUsUUFBQSxFQUFFLFFBQVEsY0FBQSxFQUFFLFVBQVUsZ0JBQUEsRUFBRSxLQUFLLFdBQUEsRUFBRSxLQUFLLFdBQUE7SUFDbEUsSUFBTSxJQUFJLEdBQUcsSUFBQSx1QkFBTyxFQUFDLFFBQVEsRUFBRSxRQUFRLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxRQUFRLEtBQUssU0FBUyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQztJQUM1RyxJQUFNLElBQUksR0FBRyxLQUFLLENBQUMsQ0FBQyxDQUFDLG9CQUFhLElBQUEsZ0JBQUssRUFBQyxLQUFLLENBQUMsTUFBRyxDQUFDLENBQUMsQ0FBQyx1RkFBdUYsQ0FBQztJQUM1SSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsVUFBRyxRQUFRLG1CQUFnQixFQUFFLFVBQUcsSUFBQSxnQkFBSyxFQUFDLEVBQUUsQ0FBQyxpQkFBTyxJQUFBLGdCQUFLLEVBQUMsVUFBVSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLGVBQWUsaUJBQU8sUUFBUSxlQUFLLElBQUksQ0FBRSx3QkFDL0gsS0FBSyxLQUFFLFFBQVEsRUFBRSxVQUFHLEVBQUUsY0FBSSxVQUFVLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxDQUFFLElBQUcsQ0FBQztBQUM3RCxDQUFDO0FBRUQsU0FBUyxPQUFPLENBQUMsRUFBaUI7UUFBZixJQUFJLFVBQUEsRUFBRSxPQUFPLGFBQUE7SUFDOUIsT0FBTyxJQUFBLGdCQUFLLEVBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksY0FBSSxPQUFPLENBQUUsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDdEQsQ0FBQztBQUVELFNBQVMsT0FBTyxDQUFDLFVBQVU7SUFDekIsSUFBTSxLQUFLLEdBQUcsVUFBVSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLE9BQU8sQ0FBQyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUM3RCxPQUFPLFVBQVUsQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxVQUFHLEtBQUssa0JBQVEsVUFBVSxDQUFDLE1BQU0sR0FBRyxDQUFDLFVBQU8sQ0FBQyxDQUFDLENBQUMsS0FBSyxDQUFDO0FBQ3RGLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6Mjg4LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
