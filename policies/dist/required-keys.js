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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjozNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvcmVxdWlyZWQta2V5cy9wb2xpY3kuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gU3RydWN0dXJlZCBmaWxlcyBtdXN0IHNheSB3aGF0IG90aGVycyByZWx5IG9uOiBhbiBvd25lciBsYWJlbCwgYSBsaWNlbmNlIGZpZWxkLCBhIHNjaGVtYSB2ZXJzaW9uLlxuXG5pbXBvcnQgeyBtYXRjaGVzUGF0aCB9IGZyb20gXCIuLi9saWIvZ2xvYnMuanNcIjtcbmltcG9ydCB7IGNvdW50LCBzaG9ydCB9IGZyb20gXCIuLi9saWIvdGV4dHMuanNcIjtcblxuLyoqIEB0eXBlIHtKdWRnZX0gKi9cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBkb2N1bWVudHMgPSBbLi4uKGV2aWRlbmNlLnlhbWwgPz8gW10pLCAuLi4oZXZpZGVuY2UuanNvbiA/PyBbXSldO1xuICBmb3IgKGNvbnN0IFtpbmRleCwgcmVxdWlyZW1lbnRdIG9mIHNldHRpbmdzLnJlcXVpcmUuZW50cmllcygpKSB7XG4gICAgY29uc3QgY2hvc2VuID0gZG9jdW1lbnRzLmZpbHRlcigoZG9jdW1lbnQpID0+IGFwcGxpZXMocmVxdWlyZW1lbnQsIGRvY3VtZW50KSk7XG4gICAgY29uc3QgYnJva2VuID0gY2hvc2VuLmZpbHRlcigoZG9jdW1lbnQpID0+ICFqdWRnZURvY3VtZW50KGRvY3VtZW50LCByZXF1aXJlbWVudC5rZXlzLCByZXBvcnQpKTtcbiAgICBpZiAoY2hvc2VuLmxlbmd0aCA9PT0gMCkge1xuICAgICAgcmVwb3J0Lm5vdGUoXCJub3RoaW5nLXRvLWNoZWNrXCIsIGBObyBkb2N1bWVudCBpcyBjb3ZlcmVkIGJ5IHJlcXVpcmVbJHtpbmRleH1dIChmaWxlcyAke3JlcXVpcmVtZW50LmZpbGVzfSkuIGBcbiAgICAgICAgKyBcIkNoZWNrIHRoZSBnbG9iLCBhbmQgdGhhdCBgZmFjdHNgIHNlbGVjdHMgdGhlc2UgZmlsZXMuXCIpO1xuICAgIH0gZWxzZSBpZiAoYnJva2VuLmxlbmd0aCA9PT0gMCkge1xuICAgICAgcmVwb3J0LnBhc3MoXCJyZXF1aXJlZC1rZXlcIiwgYCR7cmVxdWlyZW1lbnQua2V5cy5qb2luKFwiLCBcIil9IGluICR7Y291bnQoY2hvc2VuLmxlbmd0aCwgXCJkb2N1bWVudFwiKX0gb2YgJHtyZXF1aXJlbWVudC5maWxlc31gKTtcbiAgICB9XG4gIH1cbn1cblxuLyoqIEBwYXJhbSB7R2F0ZURvY3VtZW50fSBkb2N1bWVudCAqL1xuZnVuY3Rpb24gYXBwbGllcyh7IGZpbGVzLCB3aGVuIH0sIGRvY3VtZW50KSB7XG4gIHJldHVybiBtYXRjaGVzUGF0aChmaWxlcywgZG9jdW1lbnQucGF0aCkgJiYgT2JqZWN0LmVudHJpZXMod2hlbikuZXZlcnkoKFtrZXksIHZhbHVlXSkgPT4gU3RyaW5nKGRvY3VtZW50LmdldChrZXkpPy52YWx1ZSkgPT09IHZhbHVlKTtcbn1cblxuLyoqXG4gKiBAcGFyYW0ge0dhdGVEb2N1bWVudH0gZG9jdW1lbnRcbiAqIEBwYXJhbSB7c3RyaW5nW119IGtleXNcbiAqIEBwYXJhbSB7UmVwb3J0fSByZXBvcnRcbiAqL1xuZnVuY3Rpb24ganVkZ2VEb2N1bWVudChkb2N1bWVudCwga2V5cywgcmVwb3J0KSB7XG4gIGNvbnN0IGJyb2tlbiA9IGtleXMuZmlsdGVyKChrZXkpID0+IHtcbiAgICBjb25zdCBmb3VuZCA9IGRvY3VtZW50LmZpbmQoa2V5KTtcbiAgICBjb25zdCBlbXB0eSA9IGZvdW5kLmZpbHRlcigoeyB2YWx1ZSB9KSA9PiB2YWx1ZSA9PT0gbnVsbCB8fCB2YWx1ZSA9PT0gXCJcIik7XG4gICAgaWYgKGZvdW5kLmxlbmd0aCA9PT0gMCkge1xuICAgICAgY29uc3Qgd2hlcmUgPSBkb2N1bWVudC5pbmRleCA+IDAgPyBgIGluIGl0cyBkb2N1bWVudCAke2RvY3VtZW50LmluZGV4ICsgMX1gIDogXCJcIjtcbiAgICAgIHJlcG9ydC5lcnJvcihcInJlcXVpcmVkLWtleVwiLCBgJHtkb2N1bWVudC5wYXRofSBoYXMgbm8gJHtrZXl9JHt3aGVyZX0uIEFkZCBpdC5gLCBhdChuZWFyZXN0KGRvY3VtZW50LnJvb3QsIGtleSksIGRvY3VtZW50LCBrZXkpKTtcbiAgICB9XG5cbiAgICBmb3IgKGNvbnN0IG5vZGUgb2YgZW1wdHkpIHtcbiAgICAgIGNvbnN0IHBvaW50ZXIgPSBzaG9ydChub2RlLnBvaW50ZXIpO1xuICAgICAgcmVwb3J0LmVycm9yKFwicmVxdWlyZWQta2V5LWVtcHR5XCIsIGAke3BvaW50ZXJ9IGluICR7ZG9jdW1lbnQucGF0aH0gaGFzIG5vIHZhbHVlLiBHaXZlIGl0IG9uZS5gLCBhdChub2RlLCBkb2N1bWVudCwgcG9pbnRlcikpO1xuICAgIH1cblxuICAgIHJldHVybiBmb3VuZC5sZW5ndGggPT09IDAgfHwgZW1wdHkubGVuZ3RoID4gMDtcbiAgfSk7XG4gIHJldHVybiBicm9rZW4ubGVuZ3RoID09PSAwO1xufVxuXG4vKipcbiAqIFRoZSBsYXN0IG5vZGUgb24gdGhlIHdheSB0byBhIGtleSB0aGF0IGRvZXMgZXhpc3QsIHNvIHRoYXQgdGhlIGZpbmRpbmcgc3RhbmRzIHdoZXJlIHRoZSBrZXkgYmVsb25ncy5cbiAqIEBwYXJhbSB7R2F0ZU5vZGV9IHJvb3RcbiAqIEBwYXJhbSB7c3RyaW5nfSBrZXlcbiAqL1xuZnVuY3Rpb24gbmVhcmVzdChyb290LCBrZXkpIHtcbiAgY29uc3Qgc3RlcHMgPSBrZXkubWF0Y2goLyhcIlteXCJdKlwifFxcW1teXFxdXSpcXF18W14uXCJcXFtdKSsvZykgPz8gW107XG4gIGZvciAobGV0IGxlbmd0aCA9IHN0ZXBzLmxlbmd0aCAtIDE7IGxlbmd0aCA+IDA7IGxlbmd0aC0tKSB7XG4gICAgY29uc3Qgbm9kZSA9IHJvb3QuZ2V0KHN0ZXBzLnNsaWNlKDAsIGxlbmd0aCkuam9pbihcIi5cIikpO1xuICAgIGlmIChub2RlKSB7XG4gICAgICByZXR1cm4gbm9kZTtcbiAgICB9XG4gIH1cblxuICByZXR1cm4gcm9vdDtcbn1cblxuZnVuY3Rpb24gYXQobm9kZSwgZG9jdW1lbnQsIGtleSkge1xuICByZXR1cm4ge1xuICAgIHBhdGg6IGRvY3VtZW50LnBhdGgsXG4gICAgbGluZTogbm9kZS5rZXlMaW5lID8/IG5vZGUubGluZSxcbiAgICBjb2x1bW46IG5vZGUua2V5Q29sdW1uID8/IG5vZGUuY29sdW1uLFxuICAgIGlkZW50aXR5OiBgJHtkb2N1bWVudC5pbmRleH06JHtrZXl9YCxcbiAgfTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQU9BLHNCQVlDO0FBaEJELDRDQUE4QztBQUM5Qyw0Q0FBK0M7QUFHL0MsU0FBZ0IsS0FBSyxDQUFDLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTTs7O0lBQzlDLElBQU0sU0FBUywwQ0FBTyxDQUFDLE1BQUEsUUFBUSxDQUFDLElBQUksbUNBQUksRUFBRSxDQUFDLGtCQUFLLENBQUMsTUFBQSxRQUFRLENBQUMsSUFBSSxtQ0FBSSxFQUFFLENBQUMsU0FBQyxDQUFDOzRCQUMzRCxLQUFLLEVBQUUsV0FBVztRQUM1QixJQUFNLE1BQU0sR0FBRyxTQUFTLENBQUMsTUFBTSxDQUFDLFVBQUMsUUFBUSxJQUFLLE9BQUEsT0FBTyxDQUFDLFdBQVcsRUFBRSxRQUFRLENBQUMsRUFBOUIsQ0FBOEIsQ0FBQyxDQUFDO1FBQzlFLElBQU0sTUFBTSxHQUFHLE1BQU0sQ0FBQyxNQUFNLENBQUMsVUFBQyxRQUFRLElBQUssT0FBQSxDQUFDLGFBQWEsQ0FBQyxRQUFRLEVBQUUsV0FBVyxDQUFDLElBQUksRUFBRSxNQUFNLENBQUMsRUFBbEQsQ0FBa0QsQ0FBQyxDQUFDO1FBQy9GLElBQUksTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztZQUN4QixNQUFNLENBQUMsSUFBSSxDQUFDLGtCQUFrQixFQUFFLDRDQUFxQyxLQUFLLHNCQUFZLFdBQVcsQ0FBQyxLQUFLLFFBQUs7a0JBQ3hHLHVEQUF1RCxDQUFDLENBQUM7UUFDL0QsQ0FBQzthQUFNLElBQUksTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztZQUMvQixNQUFNLENBQUMsSUFBSSxDQUFDLGNBQWMsRUFBRSxVQUFHLFdBQVcsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxpQkFBTyxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLE1BQU0sRUFBRSxVQUFVLENBQUMsaUJBQU8sV0FBVyxDQUFDLEtBQUssQ0FBRSxDQUFDLENBQUM7UUFDL0gsQ0FBQzs7O1FBUkgsS0FBbUMsSUFBQSxLQUFBLFNBQUEsUUFBUSxDQUFDLE9BQU8sQ0FBQyxPQUFPLEVBQUUsQ0FBQSxnQkFBQTtZQUFsRCxJQUFBLEtBQUEsbUJBQW9CLEVBQW5CLEtBQUssUUFBQSxFQUFFLFdBQVcsUUFBQTtvQkFBbEIsS0FBSyxFQUFFLFdBQVc7U0FTN0I7Ozs7Ozs7OztBQUNILENBQUM7QUFHRCxTQUFTLE9BQU8sQ0FBQyxFQUFlLEVBQUUsUUFBUTtRQUF2QixLQUFLLFdBQUEsRUFBRSxJQUFJLFVBQUE7SUFDNUIsT0FBTyxJQUFBLHNCQUFXLEVBQUMsS0FBSyxFQUFFLFFBQVEsQ0FBQyxJQUFJLENBQUMsSUFBSSxNQUFNLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLEtBQUssQ0FBQyxVQUFDLEVBQVk7O1lBQVosS0FBQSxhQUFZLEVBQVgsR0FBRyxRQUFBLEVBQUUsS0FBSyxRQUFBO1FBQU0sT0FBQSxNQUFNLENBQUMsTUFBQSxRQUFRLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQywwQ0FBRSxLQUFLLENBQUMsS0FBSyxLQUFLLENBQUE7S0FBQSxDQUFDLENBQUM7QUFDdkksQ0FBQztBQU9ELFNBQVMsYUFBYSxDQUFDLFFBQVEsRUFBRSxJQUFJLEVBQUUsTUFBTTtJQUMzQyxJQUFNLE1BQU0sR0FBRyxJQUFJLENBQUMsTUFBTSxDQUFDLFVBQUMsR0FBRzs7UUFDN0IsSUFBTSxLQUFLLEdBQUcsUUFBUSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsQ0FBQztRQUNqQyxJQUFNLEtBQUssR0FBRyxLQUFLLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBUztnQkFBUCxLQUFLLFdBQUE7WUFBTyxPQUFBLEtBQUssS0FBSyxJQUFJLElBQUksS0FBSyxLQUFLLEVBQUU7UUFBOUIsQ0FBOEIsQ0FBQyxDQUFDO1FBQzFFLElBQUksS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztZQUN2QixJQUFNLEtBQUssR0FBRyxRQUFRLENBQUMsS0FBSyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsMkJBQW9CLFFBQVEsQ0FBQyxLQUFLLEdBQUcsQ0FBQyxDQUFFLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztZQUNqRixNQUFNLENBQUMsS0FBSyxDQUFDLGNBQWMsRUFBRSxVQUFHLFFBQVEsQ0FBQyxJQUFJLHFCQUFXLEdBQUcsU0FBRyxLQUFLLGNBQVcsRUFBRSxFQUFFLENBQUMsT0FBTyxDQUFDLFFBQVEsQ0FBQyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsUUFBUSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7UUFDbEksQ0FBQzs7WUFFRCxLQUFtQixJQUFBLFVBQUEsU0FBQSxLQUFLLENBQUEsNEJBQUEsK0NBQUUsQ0FBQztnQkFBdEIsSUFBTSxJQUFJLGtCQUFBO2dCQUNiLElBQU0sT0FBTyxHQUFHLElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMsT0FBTyxDQUFDLENBQUM7Z0JBQ3BDLE1BQU0sQ0FBQyxLQUFLLENBQUMsb0JBQW9CLEVBQUUsVUFBRyxPQUFPLGlCQUFPLFFBQVEsQ0FBQyxJQUFJLGdDQUE2QixFQUFFLEVBQUUsQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE9BQU8sQ0FBQyxDQUFDLENBQUM7WUFDL0gsQ0FBQzs7Ozs7Ozs7O1FBRUQsT0FBTyxLQUFLLENBQUMsTUFBTSxLQUFLLENBQUMsSUFBSSxLQUFLLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQztJQUNoRCxDQUFDLENBQUMsQ0FBQztJQUNILE9BQU8sTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLENBQUM7QUFDN0IsQ0FBQztBQU9ELFNBQVMsT0FBTyxDQUFDLElBQUksRUFBRSxHQUFHOztJQUN4QixJQUFNLEtBQUssR0FBRyxNQUFBLEdBQUcsQ0FBQyxLQUFLLENBQUMsZ0NBQWdDLENBQUMsbUNBQUksRUFBRSxDQUFDO0lBQ2hFLEtBQUssSUFBSSxNQUFNLEdBQUcsS0FBSyxDQUFDLE1BQU0sR0FBRyxDQUFDLEVBQUUsTUFBTSxHQUFHLENBQUMsRUFBRSxNQUFNLEVBQUUsRUFBRSxDQUFDO1FBQ3pELElBQU0sSUFBSSxHQUFHLElBQUksQ0FBQyxHQUFHLENBQUMsS0FBSyxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsTUFBTSxDQUFDLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUM7UUFDeEQsSUFBSSxJQUFJLEVBQUUsQ0FBQztZQUNULE9BQU8sSUFBSSxDQUFDO1FBQ2QsQ0FBQztJQUNILENBQUM7SUFFRCxPQUFPLElBQUksQ0FBQztBQUNkLENBQUM7QUFFRCxTQUFTLEVBQUUsQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLEdBQUc7O0lBQzdCLE9BQU87UUFDTCxJQUFJLEVBQUUsUUFBUSxDQUFDLElBQUk7UUFDbkIsSUFBSSxFQUFFLE1BQUEsSUFBSSxDQUFDLE9BQU8sbUNBQUksSUFBSSxDQUFDLElBQUk7UUFDL0IsTUFBTSxFQUFFLE1BQUEsSUFBSSxDQUFDLFNBQVMsbUNBQUksSUFBSSxDQUFDLE1BQU07UUFDckMsUUFBUSxFQUFFLFVBQUcsUUFBUSxDQUFDLEtBQUssY0FBSSxHQUFHLENBQUU7S0FDckMsQ0FBQztBQUNKLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MTY1LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
