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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjozNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvcmVxdWlyZWQta2V5cy9wb2xpY3kuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gU3RydWN0dXJlZCBmaWxlcyBtdXN0IHNheSB3aGF0IG90aGVycyByZWx5IG9uOiBhbiBvd25lciBsYWJlbCwgYSBsaWNlbmNlIGZpZWxkLCBhIHNjaGVtYSB2ZXJzaW9uLlxuXG5pbXBvcnQgeyBtYXRjaGVzUGF0aCB9IGZyb20gXCIuLi9saWIvZ2xvYnMuanNcIjtcbmltcG9ydCB7IGNvdW50LCBzaG9ydCB9IGZyb20gXCIuLi9saWIvdGV4dHMuanNcIjtcblxuLyoqIEB0eXBlIHtKdWRnZX0gKi9cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBkb2N1bWVudHMgPSBbLi4uKGV2aWRlbmNlLnlhbWwgPz8gW10pLCAuLi4oZXZpZGVuY2UuanNvbiA/PyBbXSldO1xuICBmb3IgKGNvbnN0IFtpbmRleCwgcmVxdWlyZW1lbnRdIG9mIHNldHRpbmdzLnJlcXVpcmUuZW50cmllcygpKSB7XG4gICAgY29uc3QgY2hvc2VuID0gZG9jdW1lbnRzLmZpbHRlcigoZG9jdW1lbnQpID0+IGFwcGxpZXMocmVxdWlyZW1lbnQsIGRvY3VtZW50KSk7XG4gICAgY29uc3QgYnJva2VuID0gY2hvc2VuLmZpbHRlcigoZG9jdW1lbnQpID0+ICFqdWRnZURvY3VtZW50KGRvY3VtZW50LCByZXF1aXJlbWVudC5rZXlzLCByZXBvcnQpKTtcbiAgICBpZiAoY2hvc2VuLmxlbmd0aCA9PT0gMCkge1xuICAgICAgcmVwb3J0Lm5vdGUoXCJub3RoaW5nLXRvLWNoZWNrXCIsIGBObyBkb2N1bWVudCBpcyBjb3ZlcmVkIGJ5IHJlcXVpcmVbJHtpbmRleH1dIChmaWxlcyAke3JlcXVpcmVtZW50LmZpbGVzfSkuIGBcbiAgICAgICAgKyBcIkNoZWNrIHRoZSBnbG9iLCBhbmQgdGhhdCBgZmFjdHNgIHNlbGVjdHMgdGhlc2UgZmlsZXMuXCIpO1xuICAgIH0gZWxzZSBpZiAoYnJva2VuLmxlbmd0aCA9PT0gMCkge1xuICAgICAgcmVwb3J0LnBhc3MoXCJyZXF1aXJlZC1rZXlcIiwgYCR7cmVxdWlyZW1lbnQua2V5cy5qb2luKFwiLCBcIil9IGluICR7Y291bnQoY2hvc2VuLmxlbmd0aCwgXCJkb2N1bWVudFwiKX0gb2YgJHtyZXF1aXJlbWVudC5maWxlc31gKTtcbiAgICB9XG4gIH1cbn1cblxuLyoqXG4gKiBAcGFyYW0ge3sgZmlsZXM6IHN0cmluZywgd2hlbjogUmVjb3JkPHN0cmluZywgc3RyaW5nPiB9fSByZXF1aXJlbWVudFxuICogQHBhcmFtIHtHYXRlRG9jdW1lbnR9IGRvY3VtZW50XG4gKi9cbmZ1bmN0aW9uIGFwcGxpZXMoeyBmaWxlcywgd2hlbiB9LCBkb2N1bWVudCkge1xuICByZXR1cm4gbWF0Y2hlc1BhdGgoZmlsZXMsIGRvY3VtZW50LnBhdGgpICYmIE9iamVjdC5lbnRyaWVzKHdoZW4pLmV2ZXJ5KChba2V5LCB2YWx1ZV0pID0+IFN0cmluZyhkb2N1bWVudC5nZXQoa2V5KT8udmFsdWUpID09PSB2YWx1ZSk7XG59XG5cbi8qKlxuICogQHBhcmFtIHtHYXRlRG9jdW1lbnR9IGRvY3VtZW50XG4gKiBAcGFyYW0ge3N0cmluZ1tdfSBrZXlzXG4gKiBAcGFyYW0ge1JlcG9ydH0gcmVwb3J0XG4gKi9cbmZ1bmN0aW9uIGp1ZGdlRG9jdW1lbnQoZG9jdW1lbnQsIGtleXMsIHJlcG9ydCkge1xuICBjb25zdCBicm9rZW4gPSBrZXlzLmZpbHRlcigoa2V5KSA9PiB7XG4gICAgY29uc3QgZm91bmQgPSBkb2N1bWVudC5maW5kKGtleSk7XG4gICAgY29uc3QgZW1wdHkgPSBmb3VuZC5maWx0ZXIoKHsgdmFsdWUgfSkgPT4gdmFsdWUgPT09IG51bGwgfHwgdmFsdWUgPT09IFwiXCIpO1xuICAgIGlmIChmb3VuZC5sZW5ndGggPT09IDApIHtcbiAgICAgIGNvbnN0IHdoZXJlID0gZG9jdW1lbnQuaW5kZXggPiAwID8gYCBpbiBpdHMgZG9jdW1lbnQgJHtkb2N1bWVudC5pbmRleCArIDF9YCA6IFwiXCI7XG4gICAgICByZXBvcnQuZXJyb3IoXCJyZXF1aXJlZC1rZXlcIiwgYCR7ZG9jdW1lbnQucGF0aH0gaGFzIG5vICR7a2V5fSR7d2hlcmV9LiBBZGQgaXQuYCwgYXQobmVhcmVzdChkb2N1bWVudC5yb290LCBrZXkpLCBkb2N1bWVudCwga2V5KSk7XG4gICAgfVxuXG4gICAgZm9yIChjb25zdCBub2RlIG9mIGVtcHR5KSB7XG4gICAgICBjb25zdCBwb2ludGVyID0gc2hvcnQobm9kZS5wb2ludGVyKTtcbiAgICAgIHJlcG9ydC5lcnJvcihcInJlcXVpcmVkLWtleS1lbXB0eVwiLCBgJHtwb2ludGVyfSBpbiAke2RvY3VtZW50LnBhdGh9IGhhcyBubyB2YWx1ZS4gR2l2ZSBpdCBvbmUuYCwgYXQobm9kZSwgZG9jdW1lbnQsIHBvaW50ZXIpKTtcbiAgICB9XG5cbiAgICByZXR1cm4gZm91bmQubGVuZ3RoID09PSAwIHx8IGVtcHR5Lmxlbmd0aCA+IDA7XG4gIH0pO1xuICByZXR1cm4gYnJva2VuLmxlbmd0aCA9PT0gMDtcbn1cblxuLyoqXG4gKiBUaGUgbGFzdCBub2RlIG9uIHRoZSB3YXkgdG8gYSBrZXkgdGhhdCBkb2VzIGV4aXN0LCBzbyB0aGF0IHRoZSBmaW5kaW5nIHN0YW5kcyB3aGVyZSB0aGUga2V5IGJlbG9uZ3MuXG4gKiBAcGFyYW0ge0dhdGVOb2RlfSByb290XG4gKiBAcGFyYW0ge3N0cmluZ30ga2V5XG4gKi9cbmZ1bmN0aW9uIG5lYXJlc3Qocm9vdCwga2V5KSB7XG4gIGNvbnN0IHN0ZXBzID0ga2V5Lm1hdGNoKC8oXCJbXlwiXSpcInxcXFtbXlxcXV0qXFxdfFteLlwiXFxbXSkrL2cpID8/IFtdO1xuICBmb3IgKGxldCBsZW5ndGggPSBzdGVwcy5sZW5ndGggLSAxOyBsZW5ndGggPiAwOyBsZW5ndGgtLSkge1xuICAgIGNvbnN0IG5vZGUgPSByb290LmdldChzdGVwcy5zbGljZSgwLCBsZW5ndGgpLmpvaW4oXCIuXCIpKTtcbiAgICBpZiAobm9kZSkge1xuICAgICAgcmV0dXJuIG5vZGU7XG4gICAgfVxuICB9XG5cbiAgcmV0dXJuIHJvb3Q7XG59XG5cbmZ1bmN0aW9uIGF0KG5vZGUsIGRvY3VtZW50LCBrZXkpIHtcbiAgcmV0dXJuIHtcbiAgICBwYXRoOiBkb2N1bWVudC5wYXRoLFxuICAgIGxpbmU6IG5vZGUua2V5TGluZSA/PyBub2RlLmxpbmUsXG4gICAgY29sdW1uOiBub2RlLmtleUNvbHVtbiA/PyBub2RlLmNvbHVtbixcbiAgICBpZGVudGl0eTogYCR7ZG9jdW1lbnQuaW5kZXh9OiR7a2V5fWAsXG4gIH07XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7QUFPQSxzQkFZQztBQWhCRCw0Q0FBOEM7QUFDOUMsNENBQStDO0FBRy9DLFNBQWdCLEtBQUssQ0FBQyxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07OztJQUM5QyxJQUFNLFNBQVMsMENBQU8sQ0FBQyxNQUFBLFFBQVEsQ0FBQyxJQUFJLG1DQUFJLEVBQUUsQ0FBQyxrQkFBSyxDQUFDLE1BQUEsUUFBUSxDQUFDLElBQUksbUNBQUksRUFBRSxDQUFDLFNBQUMsQ0FBQzs0QkFDM0QsS0FBSyxFQUFFLFdBQVc7UUFDNUIsSUFBTSxNQUFNLEdBQUcsU0FBUyxDQUFDLE1BQU0sQ0FBQyxVQUFDLFFBQVEsSUFBSyxPQUFBLE9BQU8sQ0FBQyxXQUFXLEVBQUUsUUFBUSxDQUFDLEVBQTlCLENBQThCLENBQUMsQ0FBQztRQUM5RSxJQUFNLE1BQU0sR0FBRyxNQUFNLENBQUMsTUFBTSxDQUFDLFVBQUMsUUFBUSxJQUFLLE9BQUEsQ0FBQyxhQUFhLENBQUMsUUFBUSxFQUFFLFdBQVcsQ0FBQyxJQUFJLEVBQUUsTUFBTSxDQUFDLEVBQWxELENBQWtELENBQUMsQ0FBQztRQUMvRixJQUFJLE1BQU0sQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDeEIsTUFBTSxDQUFDLElBQUksQ0FBQyxrQkFBa0IsRUFBRSw0Q0FBcUMsS0FBSyxzQkFBWSxXQUFXLENBQUMsS0FBSyxRQUFLO2tCQUN4Ryx1REFBdUQsQ0FBQyxDQUFDO1FBQy9ELENBQUM7YUFBTSxJQUFJLE1BQU0sQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDL0IsTUFBTSxDQUFDLElBQUksQ0FBQyxjQUFjLEVBQUUsVUFBRyxXQUFXLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsaUJBQU8sSUFBQSxnQkFBSyxFQUFDLE1BQU0sQ0FBQyxNQUFNLEVBQUUsVUFBVSxDQUFDLGlCQUFPLFdBQVcsQ0FBQyxLQUFLLENBQUUsQ0FBQyxDQUFDO1FBQy9ILENBQUM7OztRQVJILEtBQW1DLElBQUEsS0FBQSxTQUFBLFFBQVEsQ0FBQyxPQUFPLENBQUMsT0FBTyxFQUFFLENBQUEsZ0JBQUE7WUFBbEQsSUFBQSxLQUFBLG1CQUFvQixFQUFuQixLQUFLLFFBQUEsRUFBRSxXQUFXLFFBQUE7b0JBQWxCLEtBQUssRUFBRSxXQUFXO1NBUzdCOzs7Ozs7Ozs7QUFDSCxDQUFDO0FBTUQsU0FBUyxPQUFPLENBQUMsRUFBZSxFQUFFLFFBQVE7UUFBdkIsS0FBSyxXQUFBLEVBQUUsSUFBSSxVQUFBO0lBQzVCLE9BQU8sSUFBQSxzQkFBVyxFQUFDLEtBQUssRUFBRSxRQUFRLENBQUMsSUFBSSxDQUFDLElBQUksTUFBTSxDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxLQUFLLENBQUMsVUFBQyxFQUFZOztZQUFaLEtBQUEsYUFBWSxFQUFYLEdBQUcsUUFBQSxFQUFFLEtBQUssUUFBQTtRQUFNLE9BQUEsTUFBTSxDQUFDLE1BQUEsUUFBUSxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsMENBQUUsS0FBSyxDQUFDLEtBQUssS0FBSyxDQUFBO0tBQUEsQ0FBQyxDQUFDO0FBQ3ZJLENBQUM7QUFPRCxTQUFTLGFBQWEsQ0FBQyxRQUFRLEVBQUUsSUFBSSxFQUFFLE1BQU07SUFDM0MsSUFBTSxNQUFNLEdBQUcsSUFBSSxDQUFDLE1BQU0sQ0FBQyxVQUFDLEdBQUc7O1FBQzdCLElBQU0sS0FBSyxHQUFHLFFBQVEsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLENBQUM7UUFDakMsSUFBTSxLQUFLLEdBQUcsS0FBSyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQVM7Z0JBQVAsS0FBSyxXQUFBO1lBQU8sT0FBQSxLQUFLLEtBQUssSUFBSSxJQUFJLEtBQUssS0FBSyxFQUFFO1FBQTlCLENBQThCLENBQUMsQ0FBQztRQUMxRSxJQUFJLEtBQUssQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDdkIsSUFBTSxLQUFLLEdBQUcsUUFBUSxDQUFDLEtBQUssR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLDJCQUFvQixRQUFRLENBQUMsS0FBSyxHQUFHLENBQUMsQ0FBRSxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7WUFDakYsTUFBTSxDQUFDLEtBQUssQ0FBQyxjQUFjLEVBQUUsVUFBRyxRQUFRLENBQUMsSUFBSSxxQkFBVyxHQUFHLFNBQUcsS0FBSyxjQUFXLEVBQUUsRUFBRSxDQUFDLE9BQU8sQ0FBQyxRQUFRLENBQUMsSUFBSSxFQUFFLEdBQUcsQ0FBQyxFQUFFLFFBQVEsRUFBRSxHQUFHLENBQUMsQ0FBQyxDQUFDO1FBQ2xJLENBQUM7O1lBRUQsS0FBbUIsSUFBQSxVQUFBLFNBQUEsS0FBSyxDQUFBLDRCQUFBLCtDQUFFLENBQUM7Z0JBQXRCLElBQU0sSUFBSSxrQkFBQTtnQkFDYixJQUFNLE9BQU8sR0FBRyxJQUFBLGdCQUFLLEVBQUMsSUFBSSxDQUFDLE9BQU8sQ0FBQyxDQUFDO2dCQUNwQyxNQUFNLENBQUMsS0FBSyxDQUFDLG9CQUFvQixFQUFFLFVBQUcsT0FBTyxpQkFBTyxRQUFRLENBQUMsSUFBSSxnQ0FBNkIsRUFBRSxFQUFFLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxPQUFPLENBQUMsQ0FBQyxDQUFDO1lBQy9ILENBQUM7Ozs7Ozs7OztRQUVELE9BQU8sS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLElBQUksS0FBSyxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUM7SUFDaEQsQ0FBQyxDQUFDLENBQUM7SUFDSCxPQUFPLE1BQU0sQ0FBQyxNQUFNLEtBQUssQ0FBQyxDQUFDO0FBQzdCLENBQUM7QUFPRCxTQUFTLE9BQU8sQ0FBQyxJQUFJLEVBQUUsR0FBRzs7SUFDeEIsSUFBTSxLQUFLLEdBQUcsTUFBQSxHQUFHLENBQUMsS0FBSyxDQUFDLGdDQUFnQyxDQUFDLG1DQUFJLEVBQUUsQ0FBQztJQUNoRSxLQUFLLElBQUksTUFBTSxHQUFHLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxFQUFFLE1BQU0sR0FBRyxDQUFDLEVBQUUsTUFBTSxFQUFFLEVBQUUsQ0FBQztRQUN6RCxJQUFNLElBQUksR0FBRyxJQUFJLENBQUMsR0FBRyxDQUFDLEtBQUssQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLE1BQU0sQ0FBQyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDO1FBQ3hELElBQUksSUFBSSxFQUFFLENBQUM7WUFDVCxPQUFPLElBQUksQ0FBQztRQUNkLENBQUM7SUFDSCxDQUFDO0lBRUQsT0FBTyxJQUFJLENBQUM7QUFDZCxDQUFDO0FBRUQsU0FBUyxFQUFFLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxHQUFHOztJQUM3QixPQUFPO1FBQ0wsSUFBSSxFQUFFLFFBQVEsQ0FBQyxJQUFJO1FBQ25CLElBQUksRUFBRSxNQUFBLElBQUksQ0FBQyxPQUFPLG1DQUFJLElBQUksQ0FBQyxJQUFJO1FBQy9CLE1BQU0sRUFBRSxNQUFBLElBQUksQ0FBQyxTQUFTLG1DQUFJLElBQUksQ0FBQyxNQUFNO1FBQ3JDLFFBQVEsRUFBRSxVQUFHLFFBQVEsQ0FBQyxLQUFLLGNBQUksR0FBRyxDQUFFO0tBQ3JDLENBQUM7QUFDSixDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjE2NSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19XX0=
