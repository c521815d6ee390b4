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
var texts_js_1 = require("../lib/texts.js");
function judge(evidence, settings, report) {
    var e_1, _a;
    var _b, _c;
    var documents = __spreadArray(__spreadArray([], __read(((_b = evidence.yaml) !== null && _b !== void 0 ? _b : [])), false), __read(((_c = evidence.json) !== null && _c !== void 0 ? _c : [])), false);
    var _loop_1 = function (index, requirement) {
        var chosen = documents.filter(function (document) { return applies(requirement, document); });
        var broken = chosen.filter(function (document) { return !judgeDocument(document, requirement.keys, report); });
        if (chosen.length === 0) {
            report.note("nothing-to-check", "No document is covered by require[".concat(index, "] (files ").concat(requirement.files, "). ")
                + "Check the glob, and that `facts` selects these files.");
        }
        else if (broken.length === 0) {
            report.pass("required-key", "".concat(requirement.keys.join(", "), " in ").concat((0, texts_js_1.count)(chosen.length, "document"), " of ").concat(requirement.files));
        }
    };
    try {
        for (var _d = __values(settings.require.entries()), _e = _d.next(); !_e.done; _e = _d.next()) {
            var _f = __read(_e.value, 2), index = _f[0], requirement = _f[1];
            _loop_1(index, requirement);
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (_e && !_e.done && (_a = _d.return)) _a.call(_d);
        }
        finally { if (e_1) throw e_1.error; }
    }
}
function applies(_a, document) {
    var files = _a.files, when = _a.when;
    return (0, globs_js_1.matchesPath)(files, document.path) && Object.entries(when).every(function (_a) {
        var _b;
        var _c = __read(_a, 2), key = _c[0], value = _c[1];
        return String((_b = document.get(key)) === null || _b === void 0 ? void 0 : _b.value) === value;
    });
}
function judgeDocument(document, keys, report) {
    var broken = keys.filter(function (key) {
        var e_2, _a;
        var found = document.find(key);
        var empty = found.filter(function (_a) {
            var value = _a.value;
            return value === null || value === "";
        });
        if (found.length === 0) {
            var where = document.index > 0 ? " in its document ".concat(document.index + 1) : "";
            report.error("required-key", "".concat(document.path, " has no ").concat(key).concat(where, ". Add it."), at(nearest(document.root, key), document, key));
        }
        try {
            for (var empty_1 = __values(empty), empty_1_1 = empty_1.next(); !empty_1_1.done; empty_1_1 = empty_1.next()) {
                var node = empty_1_1.value;
                var pointer = (0, texts_js_1.short)(node.pointer);
                report.error("required-key-empty", "".concat(pointer, " in ").concat(document.path, " has no value. Give it one."), at(node, document, pointer));
            }
        }
        catch (e_2_1) { e_2 = { error: e_2_1 }; }
        finally {
            try {
                if (empty_1_1 && !empty_1_1.done && (_a = empty_1.return)) _a.call(empty_1);
            }
            finally { if (e_2) throw e_2.error; }
        }
        return found.length === 0 || empty.length > 0;
    });
    return broken.length === 0;
}
function nearest(root, key) {
    var _a;
    var steps = (_a = key.match(/("[^"]*"|\[[^\]]*\]|[^."\[])+/g)) !== null && _a !== void 0 ? _a : [];
    for (var length = steps.length - 1; length > 0; length--) {
        var node = root.get(steps.slice(0, length).join("."));
        if (node) {
            return node;
        }
    }
    return root;
}
function at(node, document, key) {
    var _a, _b;
    return {
        path: document.path,
        line: (_a = node.keyLine) !== null && _a !== void 0 ? _a : node.line,
        column: (_b = node.keyColumn) !== null && _b !== void 0 ? _b : node.column,
        identity: "".concat(document.index, ":").concat(key),
    };
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/required-keys/policy.js"] = {}, function (name) { return modules[{"../lib/globs.js":"/policies/lib/globs.js","../lib/texts.js":"/policies/lib/texts.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzLCBpbiB0aGUgb25lIGRpYWxlY3Qgb2YgZ2xvYnMgdGhhdCBkb2NzL2NvbmZpZ3VyYXRpb24ubWQgZGVzY3JpYmVzLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBwYXRoXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzUGF0aChnbG9iLCBwYXRoKSB7XG4gIHJldHVybiBleHBhbmQoZ2xvYikuc29tZSgob25lKSA9PiBuZXcgUmVnRXhwKGBeJHtwYXR0ZXJuKG9uZSl9JGApLnRlc3QocGF0aCkpO1xufVxuXG4vKipcbiAqIFRoZSBnbG9icyB3aXRob3V0IGJyYWNlcyB0aGF0IG9uZSBzdGFuZHMgZm9yLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEByZXR1cm5zIHtzdHJpbmdbXX1cbiAqL1xuZnVuY3Rpb24gZXhwYW5kKGdsb2IpIHtcbiAgbGV0IHN0YXJ0ID0gLTE7XG4gIGxldCBkZXB0aCA9IDA7XG4gIGxldCBmcm9tID0gMDtcbiAgY29uc3QgcGFydHMgPSBbXTtcbiAgZm9yIChsZXQgYXQgPSAwOyBhdCA8IGdsb2IubGVuZ3RoOyBhdCsrKSB7XG4gICAgaWYgKGdsb2JbYXRdID09PSBcIltcIiAmJiBnbG9iLmluZGV4T2YoXCJdXCIsIGF0ICsgMikgPiAwKSBhdCA9IGdsb2IuaW5kZXhPZihcIl1cIiwgYXQgKyAyKTtcbiAgICBlbHNlIGlmIChnbG9iW2F0XSA9PT0gXCJ7XCIgJiYgZGVwdGgrKyA9PT0gMCkgZnJvbSA9IChzdGFydCA9IGF0KSArIDE7XG4gICAgZWxzZSBpZiAoZ2xvYlthdF0gPT09IFwiLFwiICYmIGRlcHRoID09PSAxKSBmcm9tID0gcGFydHMucHVzaChnbG9iLnNsaWNlKGZyb20sIGF0KSkgJiYgYXQgKyAxO1xuICAgIGVsc2UgaWYgKGdsb2JbYXRdID09PSBcIn1cIiAmJiAtLWRlcHRoID09PSAwKSB7XG4gICAgICBwYXJ0cy5wdXNoKGdsb2Iuc2xpY2UoZnJvbSwgYXQpKTtcbiAgICAgIHJldHVybiBwYXJ0cy5mbGF0TWFwKChwYXJ0KSA9PiBleHBhbmQoZ2xvYi5zbGljZSgwLCBzdGFydCkgKyBwYXJ0ICsgZ2xvYi5zbGljZShhdCArIDEpKSk7XG4gICAgfVxuICB9XG4gIGlmIChkZXB0aCAhPT0gMCkgdGhyb3cgbmV3IEVycm9yKGB0aGUgZ2xvYiBcIiR7Z2xvYn1cIiBoYXMgeyB3aXRob3V0IH0sIG9yIHRoZSBvdGhlciB3YXkgcm91bmRgKTtcbiAgcmV0dXJuIFtnbG9iXTtcbn1cblxuLyoqXG4gKiBBIGdsb2Igd2l0aG91dCBicmFjZXMgYXMgYSByZWd1bGFyIGV4cHJlc3Npb24uXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICovXG5mdW5jdGlvbiBwYXR0ZXJuKGdsb2IpIHtcbiAgY29uc3QgcGFydHMgPSAoZ2xvYi5lbmRzV2l0aChcIi9cIikgPyBgJHtnbG9ifSoqYCA6IGdsb2IpLnNwbGl0KFwiL1wiKTtcbiAgcmV0dXJuIHBhcnRzXG4gICAgLm1hcCgocGFydCwgaSkgPT4ge1xuICAgICAgY29uc3QgbGFzdCA9IGkgPT09IHBhcnRzLmxlbmd0aCAtIDE7XG4gICAgICBpZiAocGFydCA9PT0gXCIqKlwiKSByZXR1cm4gbGFzdCA/IFwiLitcIiA6IFwiKD86W14vXSsvKSpcIjtcbiAgICAgIHJldHVybiBuYW1lKHBhcnQpICsgKGxhc3QgPyAoL1sqP1tdLy50ZXN0KHBhcnQpID8gXCJcIiA6IFwiKD86Ly4qKT9cIikgOiBcIi9cIik7XG4gICAgfSlcbiAgICAuam9pbihcIlwiKTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBwYXJ0ICovXG5mdW5jdGlvbiBuYW1lKHBhcnQpIHtcbiAgcmV0dXJuIHBhcnQucmVwbGFjZSgvXFxbKCE/KShcXF0/W15cXF1dKilcXF18XFwqfFxcP3xbXio/W10rfFxcWy9nLCAoZm91bmQsIG5vdCwgc2V0KSA9PiB7XG4gICAgaWYgKGZvdW5kID09PSBcIipcIikgcmV0dXJuIFwiW14vXSpcIjtcbiAgICBpZiAoZm91bmQgPT09IFwiP1wiKSByZXR1cm4gXCIoPzpbXFxcXHVEODAwLVxcXFx1REJGRl1bXFxcXHVEQzAwLVxcXFx1REZGRl18W14vXSlcIjtcbiAgICByZXR1cm4gc2V0ID09PSB1bmRlZmluZWQgPyBlc2NhcGUoZm91bmQpIDogYCg/IS8pWyR7bm90ID8gXCJeXCIgOiBcIlwifSR7c2V0LnJlcGxhY2UoL1tcXFxcXFxdXltdL2csIFwiXFxcXCQmXCIpfV1gO1xuICB9KTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBnbG9iICovXG5mdW5jdGlvbiBlc2NhcGUoZ2xvYikge1xuICByZXR1cm4gZ2xvYi5yZXBsYWNlKC9bLiteJHt9KCl8W1xcXVxcXFw/XS9nLCBcIlxcXFwkJlwiKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOztBQU9BLDBCQUVDO0FBT0QsZ0NBRUM7QUFPRCxrQ0FFQztBQXBCRCxTQUFnQixPQUFPLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDaEMsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyxNQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDNUUsQ0FBQztBQU9ELFNBQWdCLFVBQVUsQ0FBQyxLQUFLLEVBQUUsSUFBSTtJQUNwQyxPQUFPLEtBQUssQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxPQUFPLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxFQUFuQixDQUFtQixDQUFDLENBQUM7QUFDbkQsQ0FBQztBQU9ELFNBQWdCLFdBQVcsQ0FBQyxJQUFJLEVBQUUsSUFBSTtJQUNwQyxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxFQUExQyxDQUEwQyxDQUFDLENBQUM7QUFDaEYsQ0FBQztBQU9ELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDZixJQUFJLEtBQUssR0FBRyxDQUFDLENBQUM7SUFDZCxJQUFJLElBQUksR0FBRyxDQUFDLENBQUM7SUFDYixJQUFNLEtBQUssR0FBRyxFQUFFLENBQUM7NEJBQ1IsRUFBRTtRQUNULElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLEdBQUcsQ0FBQztZQUFFLEVBQUUsR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7YUFDakYsSUFBSSxJQUFJLENBQUMsRUFBRSxDQUFDLEtBQUssR0FBRyxJQUFJLEtBQUssRUFBRSxLQUFLLENBQUM7WUFBRSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDO2FBQy9ELElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxLQUFLLEtBQUssQ0FBQztZQUFFLElBQUksR0FBRyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxHQUFHLENBQUMsQ0FBQzthQUN2RixJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksRUFBRSxLQUFLLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDM0MsS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDOzRCQUMxQixLQUFLLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsTUFBTSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLElBQUksR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUF4RCxDQUF3RCxDQUFDO1FBQzFGLENBQUM7bUJBUE0sRUFBRTs7O0lBQVgsS0FBSyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsRUFBRSxHQUFHLElBQUksQ0FBQyxNQUFNLEVBQUUsRUFBRSxFQUFFOzhCQUE5QixFQUFFO1FBQUYsRUFBRTs7O0tBUVY7SUFDRCxJQUFJLEtBQUssS0FBSyxDQUFDO1FBQUUsTUFBTSxJQUFJLEtBQUssQ0FBQyxxQkFBYSxJQUFJLCtDQUEyQyxDQUFDLENBQUM7SUFDL0YsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hCLENBQUM7QUFNRCxTQUFTLE9BQU8sQ0FBQyxJQUFJO0lBQ25CLElBQU0sS0FBSyxHQUFHLENBQUMsSUFBSSxDQUFDLFFBQVEsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLE9BQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQ25FLE9BQU8sS0FBSztTQUNULEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDO1FBQ1gsSUFBTSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDO1FBQ3BDLElBQUksSUFBSSxLQUFLLElBQUk7WUFBRSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxhQUFhLENBQUM7UUFDdEQsT0FBTyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxVQUFVLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDNUUsQ0FBQyxDQUFDO1NBQ0QsSUFBSSxDQUFDLEVBQUUsQ0FBQyxDQUFDO0FBQ2QsQ0FBQztBQUdELFNBQVMsSUFBSSxDQUFDLElBQUk7SUFDaEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLHVDQUF1QyxFQUFFLFVBQUMsS0FBSyxFQUFFLEdBQUcsRUFBRSxHQUFHO1FBQzNFLElBQUksS0FBSyxLQUFLLEdBQUc7WUFBRSxPQUFPLE9BQU8sQ0FBQztRQUNsQyxJQUFJLEtBQUssS0FBSyxHQUFHO1lBQUUsT0FBTyw2Q0FBNkMsQ0FBQztRQUN4RSxPQUFPLEdBQUcsS0FBSyxTQUFTLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsZ0JBQVMsR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBRyxHQUFHLENBQUMsT0FBTyxDQUFDLFdBQVcsRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDO0lBQzNHLENBQUMsQ0FBQyxDQUFDO0FBQ0wsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLG9CQUFvQixFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQ3BELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NjgsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3MCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3RleHRzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuLyoqXG4gKiBDdXRzIGEgdGV4dCBmb3IgYSBtZXNzYWdlOiBtZXNzYWdlcyBoYXZlIGEgbGltaXQsIGFuZCBhIGZpbGUgbWF5IGhvbGQgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3Vua25vd259IHZhbHVlXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaG9ydCh2YWx1ZSkge1xuICBjb25zdCB0ZXh0ID0gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHRleHQubGVuZ3RoID4gMzAwID8gYCR7dGV4dC5zbGljZSgwLCAzMDApfeKApmAgOiB0ZXh0O1xufVxuXG4vKipcbiAqIEEgbnVtYmVyIHdpdGggaXRzIG5vdW46IGAxIHRlc3RgLCBgMyB0ZXN0c2AuXG4gKiBAcGFyYW0ge251bWJlcn0gbnVtYmVyXG4gKiBAcGFyYW0ge3N0cmluZ30gbm91blxuICogQHBhcmFtIHtzdHJpbmd9IFtwbHVyYWxdXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb3VudChudW1iZXIsIG5vdW4sIHBsdXJhbCA9IGAke25vdW59c2ApIHtcbiAgcmV0dXJuIGAke251bWJlcn0gJHtudW1iZXIgPT09IDEgPyBub3VuIDogcGx1cmFsfWA7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFNQSxzQkFHQztBQVFELHNCQUVDO0FBYkQsU0FBZ0IsS0FBSyxDQUFDLEtBQUs7SUFDekIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLE9BQU8sSUFBSSxDQUFDLE1BQU0sR0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsR0FBRyxDQUFDLFdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQzdELENBQUM7QUFRRCxTQUFnQixLQUFLLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxNQUFtQjtJQUFuQix1QkFBQSxFQUFBLG1CQUFZLElBQUksTUFBRztJQUNyRCxPQUFPLFVBQUcsTUFBTSxjQUFJLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo4MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjg0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9yZXF1aXJlZC1rZXlzL3BvbGljeS5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG4vLyBTdHJ1Y3R1cmVkIGZpbGVzIG11c3Qgc2F5IHdoYXQgb3RoZXJzIHJlbHkgb246IGFuIG93bmVyIGxhYmVsLCBhIGxpY2VuY2UgZmllbGQsIGEgc2NoZW1hIHZlcnNpb24uXG5cbmltcG9ydCB7IG1hdGNoZXNQYXRoIH0gZnJvbSBcIi4uL2xpYi9nbG9icy5qc1wiO1xuaW1wb3J0IHsgY291bnQsIHNob3J0IH0gZnJvbSBcIi4uL2xpYi90ZXh0cy5qc1wiO1xuXG4vKiogQHR5cGUge0p1ZGdlfSAqL1xuZXhwb3J0IGZ1bmN0aW9uIGp1ZGdlKGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGRvY3VtZW50cyA9IFsuLi4oZXZpZGVuY2UueWFtbCA/PyBbXSksIC4uLihldmlkZW5jZS5qc29uID8/IFtdKV07XG4gIGZvciAoY29uc3QgW2luZGV4LCByZXF1aXJlbWVudF0gb2Ygc2V0dGluZ3MucmVxdWlyZS5lbnRyaWVzKCkpIHtcbiAgICBjb25zdCBjaG9zZW4gPSBkb2N1bWVudHMuZmlsdGVyKChkb2N1bWVudCkgPT4gYXBwbGllcyhyZXF1aXJlbWVudCwgZG9jdW1lbnQpKTtcbiAgICBjb25zdCBicm9rZW4gPSBjaG9zZW4uZmlsdGVyKChkb2N1bWVudCkgPT4gIWp1ZGdlRG9jdW1lbnQoZG9jdW1lbnQsIHJlcXVpcmVtZW50LmtleXMsIHJlcG9ydCkpO1xuICAgIGlmIChjaG9zZW4ubGVuZ3RoID09PSAwKSB7XG4gICAgICByZXBvcnQubm90ZShcIm5vdGhpbmctdG8tY2hlY2tcIiwgYE5vIGRvY3VtZW50IGlzIGNvdmVyZWQgYnkgcmVxdWlyZVske2luZGV4fV0gKGZpbGVzICR7cmVxdWlyZW1lbnQuZmlsZXN9KS4gYFxuICAgICAgICArIFwiQ2hlY2sgdGhlIGdsb2IsIGFuZCB0aGF0IGBmYWN0c2Agc2VsZWN0cyB0aGVzZSBmaWxlcy5cIik7XG4gICAgfSBlbHNlIGlmIChicm9rZW4ubGVuZ3RoID09PSAwKSB7XG4gICAgICByZXBvcnQucGFzcyhcInJlcXVpcmVkLWtleVwiLCBgJHtyZXF1aXJlbWVudC5rZXlzLmpvaW4oXCIsIFwiKX0gaW4gJHtjb3VudChjaG9zZW4ubGVuZ3RoLCBcImRvY3VtZW50XCIpfSBvZiAke3JlcXVpcmVtZW50LmZpbGVzfWApO1xuICAgIH1cbiAgfVxufVxuXG4vKipcbiAqIEBwYXJhbSB7eyBmaWxlczogc3RyaW5nLCB3aGVuOiBSZWNvcmQ8c3RyaW5nLCBzdHJpbmc+IH19IHJlcXVpcmVtZW50XG4gKiBAcGFyYW0ge0dhdGVEb2N1bWVudH0gZG9jdW1lbnRcbiAqL1xuZnVuY3Rpb24gYXBwbGllcyh7IGZpbGVzLCB3aGVuIH0sIGRvY3VtZW50KSB7XG4gIHJldHVybiBtYXRjaGVzUGF0aChmaWxlcywgZG9jdW1lbnQucGF0aCkgJiYgT2JqZWN0LmVudHJpZXMod2hlbikuZXZlcnkoKFtrZXksIHZhbHVlXSkgPT4gU3RyaW5nKGRvY3VtZW50LmdldChrZXkpPy52YWx1ZSkgPT09IHZhbHVlKTtcbn1cblxuLyoqXG4gKiBAcGFyYW0ge0dhdGVEb2N1bWVudH0gZG9jdW1lbnRcbiAqIEBwYXJhbSB7c3RyaW5nW119IGtleXNcbiAqIEBwYXJhbSB7UmVwb3J0fSByZXBvcnRcbiAqL1xuZnVuY3Rpb24ganVkZ2VEb2N1bWVudChkb2N1bWVudCwga2V5cywgcmVwb3J0KSB7XG4gIGNvbnN0IGJyb2tlbiA9IGtleXMuZmlsdGVyKChrZXkpID0+IHtcbiAgICBjb25zdCBmb3VuZCA9IGRvY3VtZW50LmZpbmQoa2V5KTtcbiAgICBjb25zdCBlbXB0eSA9IGZvdW5kLmZpbHRlcigoeyB2YWx1ZSB9KSA9PiB2YWx1ZSA9PT0gbnVsbCB8fCB2YWx1ZSA9PT0gXCJcIik7XG4gICAgaWYgKGZvdW5kLmxlbmd0aCA9PT0gMCkge1xuICAgICAgY29uc3Qgd2hlcmUgPSBkb2N1bWVudC5pbmRleCA+IDAgPyBgIGluIGl0cyBkb2N1bWVudCAke2RvY3VtZW50LmluZGV4ICsgMX1gIDogXCJcIjtcbiAgICAgIHJlcG9ydC5lcnJvcihcInJlcXVpcmVkLWtleVwiLCBgJHtkb2N1bWVudC5wYXRofSBoYXMgbm8gJHtrZXl9JHt3aGVyZX0uIEFkZCBpdC5gLCBhdChuZWFyZXN0KGRvY3VtZW50LnJvb3QsIGtleSksIGRvY3VtZW50LCBrZXkpKTtcbiAgICB9XG5cbiAgICBmb3IgKGNvbnN0IG5vZGUgb2YgZW1wdHkpIHtcbiAgICAgIGNvbnN0IHBvaW50ZXIgPSBzaG9ydChub2RlLnBvaW50ZXIpO1xuICAgICAgcmVwb3J0LmVycm9yKFwicmVxdWlyZWQta2V5LWVtcHR5XCIsIGAke3BvaW50ZXJ9IGluICR7ZG9jdW1lbnQucGF0aH0gaGFzIG5vIHZhbHVlLiBHaXZlIGl0IG9uZS5gLCBhdChub2RlLCBkb2N1bWVudCwgcG9pbnRlcikpO1xuICAgIH1cblxuICAgIHJldHVybiBmb3VuZC5sZW5ndGggPT09IDAgfHwgZW1wdHkubGVuZ3RoID4gMDtcbiAgfSk7XG4gIHJldHVybiBicm9rZW4ubGVuZ3RoID09PSAwO1xufVxuXG4vKipcbiAqIFRoZSBsYXN0IG5vZGUgb24gdGhlIHdheSB0byBhIGtleSB0aGF0IGRvZXMgZXhpc3QsIHNvIHRoYXQgdGhlIGZpbmRpbmcgc3RhbmRzIHdoZXJlIHRoZSBrZXkgYmVsb25ncy5cbiAqIEBwYXJhbSB7R2F0ZU5vZGV9IHJvb3RcbiAqIEBwYXJhbSB7c3RyaW5nfSBrZXlcbiAqL1xuZnVuY3Rpb24gbmVhcmVzdChyb290LCBrZXkpIHtcbiAgY29uc3Qgc3RlcHMgPSBrZXkubWF0Y2goLyhcIlteXCJdKlwifFxcW1teXFxdXSpcXF18W14uXCJcXFtdKSsvZykgPz8gW107XG4gIGZvciAobGV0IGxlbmd0aCA9IHN0ZXBzLmxlbmd0aCAtIDE7IGxlbmd0aCA+IDA7IGxlbmd0aC0tKSB7XG4gICAgY29uc3Qgbm9kZSA9IHJvb3QuZ2V0KHN0ZXBzLnNsaWNlKDAsIGxlbmd0aCkuam9pbihcIi5cIikpO1xuICAgIGlmIChub2RlKSB7XG4gICAgICByZXR1cm4gbm9kZTtcbiAgICB9XG4gIH1cblxuICByZXR1cm4gcm9vdDtcbn1cblxuZnVuY3Rpb24gYXQobm9kZSwgZG9jdW1lbnQsIGtleSkge1xuICByZXR1cm4ge1xuICAgIHBhdGg6IGRvY3VtZW50LnBhdGgsXG4gICAgbGluZTogbm9kZS5rZXlMaW5lID8/IG5vZGUubGluZSxcbiAgICBjb2x1bW46IG5vZGUua2V5Q29sdW1uID8/IG5vZGUuY29sdW1uLFxuICAgIGlkZW50aXR5OiBgJHtkb2N1bWVudC5pbmRleH06JHtrZXl9YCxcbiAgfTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQU9BLHNCQVlDO0FBaEJELDRDQUE4QztBQUM5Qyw0Q0FBK0M7QUFHL0MsU0FBZ0IsS0FBSyxDQUFDLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTTs7O0lBQzlDLElBQU0sU0FBUywwQ0FBTyxDQUFDLE1BQUEsUUFBUSxDQUFDLElBQUksbUNBQUksRUFBRSxDQUFDLGtCQUFLLENBQUMsTUFBQSxRQUFRLENBQUMsSUFBSSxtQ0FBSSxFQUFFLENBQUMsU0FBQyxDQUFDOzRCQUMzRCxLQUFLLEVBQUUsV0FBVztRQUM1QixJQUFNLE1BQU0sR0FBRyxTQUFTLENBQUMsTUFBTSxDQUFDLFVBQUMsUUFBUSxJQUFLLE9BQUEsT0FBTyxDQUFDLFdBQVcsRUFBRSxRQUFRLENBQUMsRUFBOUIsQ0FBOEIsQ0FBQyxDQUFDO1FBQzlFLElBQU0sTUFBTSxHQUFHLE1BQU0sQ0FBQyxNQUFNLENBQUMsVUFBQyxRQUFRLElBQUssT0FBQSxDQUFDLGFBQWEsQ0FBQyxRQUFRLEVBQUUsV0FBVyxDQUFDLElBQUksRUFBRSxNQUFNLENBQUMsRUFBbEQsQ0FBa0QsQ0FBQyxDQUFDO1FBQy9GLElBQUksTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztZQUN4QixNQUFNLENBQUMsSUFBSSxDQUFDLGtCQUFrQixFQUFFLDRDQUFxQyxLQUFLLHNCQUFZLFdBQVcsQ0FBQyxLQUFLLFFBQUs7a0JBQ3hHLHVEQUF1RCxDQUFDLENBQUM7UUFDL0QsQ0FBQzthQUFNLElBQUksTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztZQUMvQixNQUFNLENBQUMsSUFBSSxDQUFDLGNBQWMsRUFBRSxVQUFHLFdBQVcsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxpQkFBTyxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLE1BQU0sRUFBRSxVQUFVLENBQUMsaUJBQU8sV0FBVyxDQUFDLEtBQUssQ0FBRSxDQUFDLENBQUM7UUFDL0gsQ0FBQzs7O1FBUkgsS0FBbUMsSUFBQSxLQUFBLFNBQUEsUUFBUSxDQUFDLE9BQU8sQ0FBQyxPQUFPLEVBQUUsQ0FBQSxnQkFBQTtZQUFsRCxJQUFBLEtBQUEsbUJBQW9CLEVBQW5CLEtBQUssUUFBQSxFQUFFLFdBQVcsUUFBQTtvQkFBbEIsS0FBSyxFQUFFLFdBQVc7U0FTN0I7Ozs7Ozs7OztBQUNILENBQUM7QUFNRCxTQUFTLE9BQU8sQ0FBQyxFQUFlLEVBQUUsUUFBUTtRQUF2QixLQUFLLFdBQUEsRUFBRSxJQUFJLFVBQUE7SUFDNUIsT0FBTyxJQUFBLHNCQUFXLEVBQUMsS0FBSyxFQUFFLFFBQVEsQ0FBQyxJQUFJLENBQUMsSUFBSSxNQUFNLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLEtBQUssQ0FBQyxVQUFDLEVBQVk7O1lBQVosS0FBQSxhQUFZLEVBQVgsR0FBRyxRQUFBLEVBQUUsS0FBSyxRQUFBO1FBQU0sT0FBQSxNQUFNLENBQUMsTUFBQSxRQUFRLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQywwQ0FBRSxLQUFLLENBQUMsS0FBSyxLQUFLLENBQUE7S0FBQSxDQUFDLENBQUM7QUFDdkksQ0FBQztBQU9ELFNBQVMsYUFBYSxDQUFDLFFBQVEsRUFBRSxJQUFJLEVBQUUsTUFBTTtJQUMzQyxJQUFNLE1BQU0sR0FBRyxJQUFJLENBQUMsTUFBTSxDQUFDLFVBQUMsR0FBRzs7UUFDN0IsSUFBTSxLQUFLLEdBQUcsUUFBUSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsQ0FBQztRQUNqQyxJQUFNLEtBQUssR0FBRyxLQUFLLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBUztnQkFBUCxLQUFLLFdBQUE7WUFBTyxPQUFBLEtBQUssS0FBSyxJQUFJLElBQUksS0FBSyxLQUFLLEVBQUU7UUFBOUIsQ0FBOEIsQ0FBQyxDQUFDO1FBQzFFLElBQUksS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztZQUN2QixJQUFNLEtBQUssR0FBRyxRQUFRLENBQUMsS0FBSyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsMkJBQW9CLFFBQVEsQ0FBQyxLQUFLLEdBQUcsQ0FBQyxDQUFFLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztZQUNqRixNQUFNLENBQUMsS0FBSyxDQUFDLGNBQWMsRUFBRSxVQUFHLFFBQVEsQ0FBQyxJQUFJLHFCQUFXLEdBQUcsU0FBRyxLQUFLLGNBQVcsRUFBRSxFQUFFLENBQUMsT0FBTyxDQUFDLFFBQVEsQ0FBQyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsUUFBUSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7UUFDbEksQ0FBQzs7WUFFRCxLQUFtQixJQUFBLFVBQUEsU0FBQSxLQUFLLENBQUEsNEJBQUEsK0NBQUUsQ0FBQztnQkFBdEIsSUFBTSxJQUFJLGtCQUFBO2dCQUNiLElBQU0sT0FBTyxHQUFHLElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMsT0FBTyxDQUFDLENBQUM7Z0JBQ3BDLE1BQU0sQ0FBQyxLQUFLLENBQUMsb0JBQW9CLEVBQUUsVUFBRyxPQUFPLGlCQUFPLFFBQVEsQ0FBQyxJQUFJLGdDQUE2QixFQUFFLEVBQUUsQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE9BQU8sQ0FBQyxDQUFDLENBQUM7WUFDL0gsQ0FBQzs7Ozs7Ozs7O1FBRUQsT0FBTyxLQUFLLENBQUMsTUFBTSxLQUFLLENBQUMsSUFBSSxLQUFLLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQztJQUNoRCxDQUFDLENBQUMsQ0FBQztJQUNILE9BQU8sTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLENBQUM7QUFDN0IsQ0FBQztBQU9ELFNBQVMsT0FBTyxDQUFDLElBQUksRUFBRSxHQUFHOztJQUN4QixJQUFNLEtBQUssR0FBRyxNQUFBLEdBQUcsQ0FBQyxLQUFLLENBQUMsZ0NBQWdDLENBQUMsbUNBQUksRUFBRSxDQUFDO0lBQ2hFLEtBQUssSUFBSSxNQUFNLEdBQUcsS0FBSyxDQUFDLE1BQU0sR0FBRyxDQUFDLEVBQUUsTUFBTSxHQUFHLENBQUMsRUFBRSxNQUFNLEVBQUUsRUFBRSxDQUFDO1FBQ3pELElBQU0sSUFBSSxHQUFHLElBQUksQ0FBQyxHQUFHLENBQUMsS0FBSyxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsTUFBTSxDQUFDLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUM7UUFDeEQsSUFBSSxJQUFJLEVBQUUsQ0FBQztZQUNULE9BQU8sSUFBSSxDQUFDO1FBQ2QsQ0FBQztJQUNILENBQUM7SUFFRCxPQUFPLElBQUksQ0FBQztBQUNkLENBQUM7QUFFRCxTQUFTLEVBQUUsQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLEdBQUc7O0lBQzdCLE9BQU87UUFDTCxJQUFJLEVBQUUsUUFBUSxDQUFDLElBQUk7UUFDbkIsSUFBSSxFQUFFLE1BQUEsSUFBSSxDQUFDLE9BQU8sbUNBQUksSUFBSSxDQUFDLElBQUk7UUFDL0IsTUFBTSxFQUFFLE1BQUEsSUFBSSxDQUFDLFNBQVMsbUNBQUksSUFBSSxDQUFDLE1BQU07UUFDckMsUUFBUSxFQUFFLFVBQUcsUUFBUSxDQUFDLEtBQUssY0FBSSxHQUFHLENBQUU7S0FDckMsQ0FBQztBQUNKLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MjEyLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
