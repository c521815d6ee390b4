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
exports.parseVersion = parseVersion;
exports.compareVersions = compareVersions;
var number = "0|[1-9]\\d*";
var identifier = "0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*";
var form = new RegExp("^(".concat(number, ")\\.(").concat(number, ")\\.(").concat(number, ")(?:-((?:").concat(identifier, ")(?:\\.(?:").concat(identifier, "))*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$"));
function parseVersion(text) {
    var found = form.exec(text);
    if (!found) {
        return undefined;
    }
    var _a = __read(found, 5), major = _a[1], minor = _a[2], patch = _a[3], pre = _a[4];
    return { text: text, core: [major, minor, patch].map(Number), pre: pre ? pre.split(".") : [] };
}
function compareVersions(a, b) {
    var difference = a.core.map(function (part, i) { return part - b.core[i]; }).find(function (part) { return part !== 0; });
    return difference !== null && difference !== void 0 ? difference : comparePre(a.pre, b.pre);
}
function comparePre(a, b) {
    var e_1, _a;
    if (a.length === 0 || b.length === 0) {
        return b.length - a.length;
    }
    try {
        for (var _b = __values(a.entries()), _c = _b.next(); !_c.done; _c = _b.next()) {
            var _d = __read(_c.value, 2), i = _d[0], part = _d[1];
            if (i >= b.length) {
                return 1;
            }
            if (part !== b[i]) {
                return comparePart(part, b[i]);
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
    return a.length - b.length;
}
function comparePart(a, b) {
    var _a = __read([/^\d+$/.test(a), /^\d+$/.test(b)], 2), isNumber = _a[0], otherIsNumber = _a[1];
    if (isNumber && otherIsNumber) {
        return Number(a) - Number(b);
    }
    return isNumber !== otherIsNumber ? (isNumber ? -1 : 1) : a < b ? -1 : 1;
}
})(modules["/policies/lib/versions.js"] = {}, function (name) { return modules[{}[name]]; });
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
Object.defineProperty(exports, "__esModule", { value: true });
exports.judge = judge;
var globs_js_1 = require("../lib/globs.js");
var texts_js_1 = require("../lib/texts.js");
var versions_js_1 = require("../lib/versions.js");
var digestForm = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
function judge(evidence, settings, report) {
    var _a, _b;
    var documents = __spreadArray(__spreadArray([], __read(((_a = evidence.yaml) !== null && _a !== void 0 ? _a : [])), false), __read(((_b = evidence.json) !== null && _b !== void 0 ? _b : [])), false);
    var images = documents.flatMap(imagesOf).filter(function (_a) {
        var reference = _a.reference;
        return !isExempt(reference, settings.exempt);
    });
    var pinned = images.filter(function (image) { return judgeImage(image, settings, report); });
    if (pinned.length > 0) {
        report.pass("image-tags-pinned", "".concat((0, texts_js_1.count)(pinned.length, "image"), " ").concat(pinned.length === 1 ? "names its" : "name their", " version"));
    }
}
function imagesOf(document) {
    var _a;
    var root = document.root;
    if (isText(root.get("apiVersion")) && isText(root.get("kind"))) {
        return ["ConfigMap", "Secret"].includes((_a = root.get("kind")) === null || _a === void 0 ? void 0 : _a.value)
            ? []
            : asReferences(__spreadArray(__spreadArray([], __read(document.find("**.image")), false), __read(document.find("**.image.reference")), false));
    }
    return root.has("services")
        ? asReferences(document.find("services.*.image").filter(function (image) { var _a; return !((_a = image.parent) === null || _a === void 0 ? void 0 : _a.has("build")); }))
        : isValuesFile(document.path) ? valuesOf(document) : [];
}
function asReferences(nodes) {
    return nodes.filter(isText).map(function (node) { return ({ reference: node.value, node: node }); });
}
function isValuesFile(path) {
    return /(^|\/)values[^/]*\.ya?ml$/.test(path);
}
function valuesOf(document) {
    var images = document.find("**.image");
    var parts = images.filter(function (image) { return isText(image.get("repository")); }).flatMap(function (image) {
        var part = function (key) { var _a, _b; return ((_b = (_a = image.get(key)) === null || _a === void 0 ? void 0 : _a.text) !== null && _b !== void 0 ? _b : "").trim(); };
        var _a = __read(["registry", "repository", "tag", "digest"].map(part), 4), registry = _a[0], repository = _a[1], tag = _a[2], digest = _a[3];
        var name = registry ? "".concat(registry, "/").concat(repository) : repository;
        return tag || digest
            ? [{ reference: "".concat(name).concat(tag ? ":".concat(tag) : "").concat(digest ? "@".concat(digest) : ""), node: image.get(digest ? "digest" : "tag") }]
            : [];
    });
    return __spreadArray(__spreadArray([], __read(asReferences(images).filter(function (_a) {
        var reference = _a.reference;
        return /[:/]/.test(reference);
    })), false), __read(parts), false);
}
function judgeImage(_a, settings, report) {
    var reference = _a.reference, node = _a.node;
    var written = (0, texts_js_1.short)(reference);
    var image = parse(withDefaults(reference));
    var name = (0, texts_js_1.short)(image.name);
    if (digestForm.test(image.digest)) {
        return true;
    }
    if ((image.digest || image.tag || image.name).includes("$")) {
        report.warning("image-tag-unknown", "".concat(written, " takes its version from a variable, so this file does not say which image runs. ")
            + "Write the version here, or pin it where the variable is set and list the image under `exempt`.", node);
    }
    else if (image.digest) {
        report.error("image-digest-invalid", "".concat(written, " is not pinned: a digest is sha256: and 64 lower-case hexadecimal digits."), node);
    }
    else if (!image.tag) {
        report.error("image-untagged", "".concat(written, " has no tag, so it runs whatever \"latest\" is that day. ")
            + "Write a version (".concat(name, ":<version>) or a digest (").concat(name, "@sha256:\u2026)."), node);
    }
    else if ((0, globs_js_1.matchesAny)(settings["floating-tags"], image.tag)) {
        report.error("image-floating-tag", "".concat(written, " can become another image without a commit: the tag ").concat((0, texts_js_1.short)(image.tag), " moves. ")
            + "Write a version (".concat(name, ":<version>) or a digest (").concat(name, "@sha256:\u2026)."), node);
    }
    else if (settings["require-digest"]) {
        report.error("image-without-digest", "".concat(written, " has no digest, so its tag can be moved to another image. ")
            + "Write ".concat((0, texts_js_1.short)("".concat(name, ":").concat(image.tag)), "@sha256:\u2026."), node);
    }
    else if (settings["require-semver"] && !isVersion(image.tag)) {
        report.error("image-tag-no-version", "".concat(written, " has the tag ").concat((0, texts_js_1.short)(image.tag), ", which is no whole version. ")
            + "Write one such as ".concat(name, ":1.2.3, or a digest (").concat(name, "@sha256:\u2026)."), node);
    }
    else {
        return true;
    }
    return false;
}
function isVersion(tag) {
    return (0, versions_js_1.parseVersion)(tag.replace(/^v/, "")) !== undefined;
}
function parse(reference) {
    var at = reference.indexOf("@");
    var name = at < 0 ? reference : reference.slice(0, at);
    var colon = name.indexOf(":", name.lastIndexOf("/") + 1);
    return {
        name: colon < 0 ? name : name.slice(0, colon),
        tag: colon < 0 ? "" : name.slice(colon + 1),
        digest: at < 0 ? "" : reference.slice(at + 1),
    };
}
function withDefaults(reference) {
    return reference
        .replace(/\$\{\w+:?-([^{}]*)\}/g, "$1")
        .replace(/\$\{[^{}]*\}|\$\([^()]*\)|\$\w+/g, "$$");
}
function isExempt(reference, globs) {
    return (0, globs_js_1.matchesAny)(globs, reference) || (0, globs_js_1.matchesAny)(globs, parse(withDefaults(reference)).name);
}
function isText(node) {
    return typeof (node === null || node === void 0 ? void 0 : node.value) === "string" && node.value !== "";
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/image-tags-pinned/policy.js"] = {}, function (name) { return modules[{"../lib/globs.js":"/policies/lib/globs.js","../lib/texts.js":"/policies/lib/texts.js","../lib/versions.js":"/policies/lib/versions.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzLCBpbiB0aGUgb25lIGRpYWxlY3Qgb2YgZ2xvYnMgdGhhdCBkb2NzL2NvbmZpZ3VyYXRpb24ubWQgZGVzY3JpYmVzLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBwYXRoXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzUGF0aChnbG9iLCBwYXRoKSB7XG4gIHJldHVybiBleHBhbmQoZ2xvYikuc29tZSgob25lKSA9PiBuZXcgUmVnRXhwKGBeJHtwYXR0ZXJuKG9uZSl9JGApLnRlc3QocGF0aCkpO1xufVxuXG4vKipcbiAqIFRoZSBnbG9icyB3aXRob3V0IGJyYWNlcyB0aGF0IG9uZSBzdGFuZHMgZm9yLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEByZXR1cm5zIHtzdHJpbmdbXX1cbiAqL1xuZnVuY3Rpb24gZXhwYW5kKGdsb2IpIHtcbiAgbGV0IHN0YXJ0ID0gLTE7XG4gIGxldCBkZXB0aCA9IDA7XG4gIGxldCBmcm9tID0gMDtcbiAgY29uc3QgcGFydHMgPSBbXTtcbiAgZm9yIChsZXQgYXQgPSAwOyBhdCA8IGdsb2IubGVuZ3RoOyBhdCsrKSB7XG4gICAgaWYgKGdsb2JbYXRdID09PSBcIltcIiAmJiBnbG9iLmluZGV4T2YoXCJdXCIsIGF0ICsgMikgPiAwKSBhdCA9IGdsb2IuaW5kZXhPZihcIl1cIiwgYXQgKyAyKTtcbiAgICBlbHNlIGlmIChnbG9iW2F0XSA9PT0gXCJ7XCIgJiYgZGVwdGgrKyA9PT0gMCkgZnJvbSA9IChzdGFydCA9IGF0KSArIDE7XG4gICAgZWxzZSBpZiAoZ2xvYlthdF0gPT09IFwiLFwiICYmIGRlcHRoID09PSAxKSBmcm9tID0gcGFydHMucHVzaChnbG9iLnNsaWNlKGZyb20sIGF0KSkgJiYgYXQgKyAxO1xuICAgIGVsc2UgaWYgKGdsb2JbYXRdID09PSBcIn1cIiAmJiAtLWRlcHRoID09PSAwKSB7XG4gICAgICBwYXJ0cy5wdXNoKGdsb2Iuc2xpY2UoZnJvbSwgYXQpKTtcbiAgICAgIHJldHVybiBwYXJ0cy5mbGF0TWFwKChwYXJ0KSA9PiBleHBhbmQoZ2xvYi5zbGljZSgwLCBzdGFydCkgKyBwYXJ0ICsgZ2xvYi5zbGljZShhdCArIDEpKSk7XG4gICAgfVxuICB9XG4gIGlmIChkZXB0aCAhPT0gMCkgdGhyb3cgbmV3IEVycm9yKGB0aGUgZ2xvYiBcIiR7Z2xvYn1cIiBoYXMgeyB3aXRob3V0IH0sIG9yIHRoZSBvdGhlciB3YXkgcm91bmRgKTtcbiAgcmV0dXJuIFtnbG9iXTtcbn1cblxuLyoqXG4gKiBBIGdsb2Igd2l0aG91dCBicmFjZXMgYXMgYSByZWd1bGFyIGV4cHJlc3Npb24uXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICovXG5mdW5jdGlvbiBwYXR0ZXJuKGdsb2IpIHtcbiAgY29uc3QgcGFydHMgPSAoZ2xvYi5lbmRzV2l0aChcIi9cIikgPyBgJHtnbG9ifSoqYCA6IGdsb2IpLnNwbGl0KFwiL1wiKTtcbiAgcmV0dXJuIHBhcnRzXG4gICAgLm1hcCgocGFydCwgaSkgPT4ge1xuICAgICAgY29uc3QgbGFzdCA9IGkgPT09IHBhcnRzLmxlbmd0aCAtIDE7XG4gICAgICBpZiAocGFydCA9PT0gXCIqKlwiKSByZXR1cm4gbGFzdCA/IFwiLitcIiA6IFwiKD86W14vXSsvKSpcIjtcbiAgICAgIHJldHVybiBuYW1lKHBhcnQpICsgKGxhc3QgPyAoL1sqP1tdLy50ZXN0KHBhcnQpID8gXCJcIiA6IFwiKD86Ly4qKT9cIikgOiBcIi9cIik7XG4gICAgfSlcbiAgICAuam9pbihcIlwiKTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBwYXJ0ICovXG5mdW5jdGlvbiBuYW1lKHBhcnQpIHtcbiAgcmV0dXJuIHBhcnQucmVwbGFjZSgvXFxbKCE/KShcXF0/W15cXF1dKilcXF18XFwqfFxcP3xbXio/W10rfFxcWy9nLCAoZm91bmQsIG5vdCwgc2V0KSA9PiB7XG4gICAgaWYgKGZvdW5kID09PSBcIipcIikgcmV0dXJuIFwiW14vXSpcIjtcbiAgICBpZiAoZm91bmQgPT09IFwiP1wiKSByZXR1cm4gXCIoPzpbXFxcXHVEODAwLVxcXFx1REJGRl1bXFxcXHVEQzAwLVxcXFx1REZGRl18W14vXSlcIjtcbiAgICByZXR1cm4gc2V0ID09PSB1bmRlZmluZWQgPyBlc2NhcGUoZm91bmQpIDogYCg/IS8pWyR7bm90ID8gXCJeXCIgOiBcIlwifSR7c2V0LnJlcGxhY2UoL1tcXFxcXFxdXltdL2csIFwiXFxcXCQmXCIpfV1gO1xuICB9KTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBnbG9iICovXG5mdW5jdGlvbiBlc2NhcGUoZ2xvYikge1xuICByZXR1cm4gZ2xvYi5yZXBsYWNlKC9bLiteJHt9KCl8W1xcXVxcXFw/XS9nLCBcIlxcXFwkJlwiKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOztBQU9BLDBCQUVDO0FBT0QsZ0NBRUM7QUFPRCxrQ0FFQztBQXBCRCxTQUFnQixPQUFPLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDaEMsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyxNQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDNUUsQ0FBQztBQU9ELFNBQWdCLFVBQVUsQ0FBQyxLQUFLLEVBQUUsSUFBSTtJQUNwQyxPQUFPLEtBQUssQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxPQUFPLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxFQUFuQixDQUFtQixDQUFDLENBQUM7QUFDbkQsQ0FBQztBQU9ELFNBQWdCLFdBQVcsQ0FBQyxJQUFJLEVBQUUsSUFBSTtJQUNwQyxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxFQUExQyxDQUEwQyxDQUFDLENBQUM7QUFDaEYsQ0FBQztBQU9ELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDZixJQUFJLEtBQUssR0FBRyxDQUFDLENBQUM7SUFDZCxJQUFJLElBQUksR0FBRyxDQUFDLENBQUM7SUFDYixJQUFNLEtBQUssR0FBRyxFQUFFLENBQUM7NEJBQ1IsRUFBRTtRQUNULElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLEdBQUcsQ0FBQztZQUFFLEVBQUUsR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7YUFDakYsSUFBSSxJQUFJLENBQUMsRUFBRSxDQUFDLEtBQUssR0FBRyxJQUFJLEtBQUssRUFBRSxLQUFLLENBQUM7WUFBRSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDO2FBQy9ELElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxLQUFLLEtBQUssQ0FBQztZQUFFLElBQUksR0FBRyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxHQUFHLENBQUMsQ0FBQzthQUN2RixJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksRUFBRSxLQUFLLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDM0MsS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDOzRCQUMxQixLQUFLLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsTUFBTSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLElBQUksR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUF4RCxDQUF3RCxDQUFDO1FBQzFGLENBQUM7bUJBUE0sRUFBRTs7O0lBQVgsS0FBSyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsRUFBRSxHQUFHLElBQUksQ0FBQyxNQUFNLEVBQUUsRUFBRSxFQUFFOzhCQUE5QixFQUFFO1FBQUYsRUFBRTs7O0tBUVY7SUFDRCxJQUFJLEtBQUssS0FBSyxDQUFDO1FBQUUsTUFBTSxJQUFJLEtBQUssQ0FBQyxxQkFBYSxJQUFJLCtDQUEyQyxDQUFDLENBQUM7SUFDL0YsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hCLENBQUM7QUFNRCxTQUFTLE9BQU8sQ0FBQyxJQUFJO0lBQ25CLElBQU0sS0FBSyxHQUFHLENBQUMsSUFBSSxDQUFDLFFBQVEsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLE9BQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQ25FLE9BQU8sS0FBSztTQUNULEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDO1FBQ1gsSUFBTSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDO1FBQ3BDLElBQUksSUFBSSxLQUFLLElBQUk7WUFBRSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxhQUFhLENBQUM7UUFDdEQsT0FBTyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxVQUFVLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDNUUsQ0FBQyxDQUFDO1NBQ0QsSUFBSSxDQUFDLEVBQUUsQ0FBQyxDQUFDO0FBQ2QsQ0FBQztBQUdELFNBQVMsSUFBSSxDQUFDLElBQUk7SUFDaEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLHVDQUF1QyxFQUFFLFVBQUMsS0FBSyxFQUFFLEdBQUcsRUFBRSxHQUFHO1FBQzNFLElBQUksS0FBSyxLQUFLLEdBQUc7WUFBRSxPQUFPLE9BQU8sQ0FBQztRQUNsQyxJQUFJLEtBQUssS0FBSyxHQUFHO1lBQUUsT0FBTyw2Q0FBNkMsQ0FBQztRQUN4RSxPQUFPLEdBQUcsS0FBSyxTQUFTLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsZ0JBQVMsR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBRyxHQUFHLENBQUMsT0FBTyxDQUFDLFdBQVcsRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDO0lBQzNHLENBQUMsQ0FBQyxDQUFDO0FBQ0wsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLG9CQUFvQixFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQ3BELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NjgsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3MCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3RleHRzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuLyoqXG4gKiBDdXRzIGEgdGV4dCBmb3IgYSBtZXNzYWdlOiBtZXNzYWdlcyBoYXZlIGEgbGltaXQsIGFuZCBhIGZpbGUgbWF5IGhvbGQgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3Vua25vd259IHZhbHVlXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaG9ydCh2YWx1ZSkge1xuICBjb25zdCB0ZXh0ID0gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHRleHQubGVuZ3RoID4gMzAwID8gYCR7dGV4dC5zbGljZSgwLCAzMDApfeKApmAgOiB0ZXh0O1xufVxuXG4vKipcbiAqIEEgbnVtYmVyIHdpdGggaXRzIG5vdW46IGAxIHRlc3RgLCBgMyB0ZXN0c2AuXG4gKiBAcGFyYW0ge251bWJlcn0gbnVtYmVyXG4gKiBAcGFyYW0ge3N0cmluZ30gbm91blxuICogQHBhcmFtIHtzdHJpbmd9IFtwbHVyYWxdXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb3VudChudW1iZXIsIG5vdW4sIHBsdXJhbCA9IGAke25vdW59c2ApIHtcbiAgcmV0dXJuIGAke251bWJlcn0gJHtudW1iZXIgPT09IDEgPyBub3VuIDogcGx1cmFsfWA7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFNQSxzQkFHQztBQVFELHNCQUVDO0FBYkQsU0FBZ0IsS0FBSyxDQUFDLEtBQUs7SUFDekIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLE9BQU8sSUFBSSxDQUFDLE1BQU0sR0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsR0FBRyxDQUFDLFdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQzdELENBQUM7QUFRRCxTQUFnQixLQUFLLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxNQUFtQjtJQUFuQix1QkFBQSxFQUFBLG1CQUFZLElBQUksTUFBRztJQUNyRCxPQUFPLFVBQUcsTUFBTSxjQUFJLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo4MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjg0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9saWIvdmVyc2lvbnMuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gU2VtYW50aWMgdmVyc2lvbnMsIGFzIHNlbXZlci5vcmcgd3JpdGVzIHRoZW0uXG5cbi8qKlxuICogQHR5cGVkZWYge29iamVjdH0gVmVyc2lvblxuICogQHByb3BlcnR5IHtzdHJpbmd9IHRleHQgYXMgaXQgaXMgd3JpdHRlblxuICogQHByb3BlcnR5IHtudW1iZXJbXX0gY29yZSBtYWpvciwgbWlub3IgYW5kIHBhdGNoXG4gKiBAcHJvcGVydHkge3N0cmluZ1tdfSBwcmUgd2hhdCBzdGFuZHMgYmVoaW5kIHRoZSBgLWAsIGluIHBhcnRzOyBlbXB0eSBmb3IgYSByZWxlYXNlXG4gKi9cblxuY29uc3QgbnVtYmVyID0gXCIwfFsxLTldXFxcXGQqXCI7XG5jb25zdCBpZGVudGlmaWVyID0gXCIwfFsxLTldXFxcXGQqfFxcXFxkKlthLXpBLVotXVswLTlhLXpBLVotXSpcIjtcbmNvbnN0IGZvcm0gPSBuZXcgUmVnRXhwKGBeKCR7bnVtYmVyfSlcXFxcLigke251bWJlcn0pXFxcXC4oJHtudW1iZXJ9KSg/Oi0oKD86JHtpZGVudGlmaWVyfSkoPzpcXFxcLig/OiR7aWRlbnRpZmllcn0pKSopKT8oPzpcXFxcK1swLTlhLXpBLVotXSsoPzpcXFxcLlswLTlhLXpBLVotXSspKik/JGApO1xuXG4vKipcbiAqIFJlYWRzIGAxLjIuM2AsIGAxLjIuMy1yYy4xYCBvciBgMS4yLjMrYnVpbGRgLlxuICogQHBhcmFtIHtzdHJpbmd9IHRleHRcbiAqIEByZXR1cm5zIHtWZXJzaW9uIHwgdW5kZWZpbmVkfSB1bmRlZmluZWQgd2hlbiBpdCBpcyBubyBzZW1hbnRpYyB2ZXJzaW9uXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBwYXJzZVZlcnNpb24odGV4dCkge1xuICBjb25zdCBmb3VuZCA9IGZvcm0uZXhlYyh0ZXh0KTtcbiAgaWYgKCFmb3VuZCkge1xuICAgIHJldHVybiB1bmRlZmluZWQ7XG4gIH1cblxuICBjb25zdCBbLCBtYWpvciwgbWlub3IsIHBhdGNoLCBwcmVdID0gZm91bmQ7XG4gIHJldHVybiB7IHRleHQsIGNvcmU6IFttYWpvciwgbWlub3IsIHBhdGNoXS5tYXAoTnVtYmVyKSwgcHJlOiBwcmUgPyBwcmUuc3BsaXQoXCIuXCIpIDogW10gfTtcbn1cblxuLyoqXG4gKiBCZWxvdyAwIHdoZW4gdGhlIGZpcnN0IGlzIG9sZGVyLCBhYm92ZSAwIHdoZW4gaXQgaXMgbmV3ZXIsIDAgd2hlbiBuZWl0aGVyIGNvbWVzIGZpcnN0LlxuICogQHBhcmFtIHtWZXJzaW9ufSBhXG4gKiBAcGFyYW0ge1ZlcnNpb259IGJcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNvbXBhcmVWZXJzaW9ucyhhLCBiKSB7XG4gIGNvbnN0IGRpZmZlcmVuY2UgPSBhLmNvcmUubWFwKChwYXJ0LCBpKSA9PiBwYXJ0IC0gYi5jb3JlW2ldKS5maW5kKChwYXJ0KSA9PiBwYXJ0ICE9PSAwKTtcbiAgcmV0dXJuIGRpZmZlcmVuY2UgPz8gY29tcGFyZVByZShhLnByZSwgYi5wcmUpO1xufVxuXG4vKipcbiAqIEEgcmVsZWFzZSBpcyBuZXdlciB0aGFuIGl0cyByZWxlYXNlIGNhbmRpZGF0ZXM7IG51bWJlcnMgY291bnQgYmVsb3cgd29yZHMuXG4gKiBAcGFyYW0ge3N0cmluZ1tdfSBhXG4gKiBAcGFyYW0ge3N0cmluZ1tdfSBiXG4gKi9cbmZ1bmN0aW9uIGNvbXBhcmVQcmUoYSwgYikge1xuICBpZiAoYS5sZW5ndGggPT09IDAgfHwgYi5sZW5ndGggPT09IDApIHtcbiAgICByZXR1cm4gYi5sZW5ndGggLSBhLmxlbmd0aDtcbiAgfVxuXG4gIGZvciAoY29uc3QgW2ksIHBhcnRdIG9mIGEuZW50cmllcygpKSB7XG4gICAgaWYgKGkgPj0gYi5sZW5ndGgpIHtcbiAgICAgIHJldHVybiAxO1xuICAgIH1cblxuICAgIGlmIChwYXJ0ICE9PSBiW2ldKSB7XG4gICAgICByZXR1cm4gY29tcGFyZVBhcnQocGFydCwgYltpXSk7XG4gICAgfVxuICB9XG5cbiAgcmV0dXJuIGEubGVuZ3RoIC0gYi5sZW5ndGg7XG59XG5cbi8qKlxuICogQHBhcmFtIHtzdHJpbmd9IGFcbiAqIEBwYXJhbSB7c3RyaW5nfSBiXG4gKi9cbmZ1bmN0aW9uIGNvbXBhcmVQYXJ0KGEsIGIpIHtcbiAgY29uc3QgW2lzTnVtYmVyLCBvdGhlcklzTnVtYmVyXSA9IFsvXlxcZCskLy50ZXN0KGEpLCAvXlxcZCskLy50ZXN0KGIpXTtcbiAgaWYgKGlzTnVtYmVyICYmIG90aGVySXNOdW1iZXIpIHtcbiAgICByZXR1cm4gTnVtYmVyKGEpIC0gTnVtYmVyKGIpO1xuICB9XG5cbiAgcmV0dXJuIGlzTnVtYmVyICE9PSBvdGhlcklzTnVtYmVyID8gKGlzTnVtYmVyID8gLTEgOiAxKSA6IGEgPCBiID8gLTEgOiAxO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBbUJBLG9DQVFDO0FBT0QsMENBR0M7QUEzQkQsSUFBTSxNQUFNLEdBQUcsYUFBYSxDQUFDO0FBQzdCLElBQU0sVUFBVSxHQUFHLHdDQUF3QyxDQUFDO0FBQzVELElBQU0sSUFBSSxHQUFHLElBQUksTUFBTSxDQUFDLFlBQUssTUFBTSxrQkFBUSxNQUFNLGtCQUFRLE1BQU0sc0JBQVksVUFBVSx1QkFBYSxVQUFVLHNEQUFtRCxDQUFDLENBQUM7QUFPakssU0FBZ0IsWUFBWSxDQUFDLElBQUk7SUFDL0IsSUFBTSxLQUFLLEdBQUcsSUFBSSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUM5QixJQUFJLENBQUMsS0FBSyxFQUFFLENBQUM7UUFDWCxPQUFPLFNBQVMsQ0FBQztJQUNuQixDQUFDO0lBRUssSUFBQSxLQUFBLE9BQStCLEtBQUssSUFBQSxFQUFqQyxLQUFLLFFBQUEsRUFBRSxLQUFLLFFBQUEsRUFBRSxLQUFLLFFBQUEsRUFBRSxHQUFHLFFBQVMsQ0FBQztJQUMzQyxPQUFPLEVBQUUsSUFBSSxNQUFBLEVBQUUsSUFBSSxFQUFFLENBQUMsS0FBSyxFQUFFLEtBQUssRUFBRSxLQUFLLENBQUMsQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLEVBQUUsR0FBRyxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxFQUFFLENBQUM7QUFDM0YsQ0FBQztBQU9ELFNBQWdCLGVBQWUsQ0FBQyxDQUFDLEVBQUUsQ0FBQztJQUNsQyxJQUFNLFVBQVUsR0FBRyxDQUFDLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDLElBQUssT0FBQSxJQUFJLEdBQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsRUFBaEIsQ0FBZ0IsQ0FBQyxDQUFDLElBQUksQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLElBQUksS0FBSyxDQUFDLEVBQVYsQ0FBVSxDQUFDLENBQUM7SUFDeEYsT0FBTyxVQUFVLGFBQVYsVUFBVSxjQUFWLFVBQVUsR0FBSSxVQUFVLENBQUMsQ0FBQyxDQUFDLEdBQUcsRUFBRSxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7QUFDaEQsQ0FBQztBQU9ELFNBQVMsVUFBVSxDQUFDLENBQUMsRUFBRSxDQUFDOztJQUN0QixJQUFJLENBQUMsQ0FBQyxNQUFNLEtBQUssQ0FBQyxJQUFJLENBQUMsQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7UUFDckMsT0FBTyxDQUFDLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxNQUFNLENBQUM7SUFDN0IsQ0FBQzs7UUFFRCxLQUF3QixJQUFBLEtBQUEsU0FBQSxDQUFDLENBQUMsT0FBTyxFQUFFLENBQUEsZ0JBQUEsNEJBQUUsQ0FBQztZQUEzQixJQUFBLEtBQUEsbUJBQVMsRUFBUixDQUFDLFFBQUEsRUFBRSxJQUFJLFFBQUE7WUFDakIsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDLE1BQU0sRUFBRSxDQUFDO2dCQUNsQixPQUFPLENBQUMsQ0FBQztZQUNYLENBQUM7WUFFRCxJQUFJLElBQUksS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztnQkFDbEIsT0FBTyxXQUFXLENBQUMsSUFBSSxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO1lBQ2pDLENBQUM7UUFDSCxDQUFDOzs7Ozs7Ozs7SUFFRCxPQUFPLENBQUMsQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDLE1BQU0sQ0FBQztBQUM3QixDQUFDO0FBTUQsU0FBUyxXQUFXLENBQUMsQ0FBQyxFQUFFLENBQUM7SUFDakIsSUFBQSxLQUFBLE9BQTRCLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsRUFBRSxPQUFPLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUEsRUFBN0QsUUFBUSxRQUFBLEVBQUUsYUFBYSxRQUFzQyxDQUFDO0lBQ3JFLElBQUksUUFBUSxJQUFJLGFBQWEsRUFBRSxDQUFDO1FBQzlCLE9BQU8sTUFBTSxDQUFDLENBQUMsQ0FBQyxHQUFHLE1BQU0sQ0FBQyxDQUFDLENBQUMsQ0FBQztJQUMvQixDQUFDO0lBRUQsT0FBTyxRQUFRLEtBQUssYUFBYSxDQUFDLENBQUMsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO0FBQzNFLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MTYyLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MTY0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9pbWFnZS10YWdzLXBpbm5lZC9wb2xpY3kuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gV2hpY2ggaW1hZ2UgcnVucyBtdXN0IGJlIHdyaXR0ZW4gaW4gdGhlIHJlcG9zaXRvcnksIG5vdCBkZWNpZGVkIGJ5IHdob2V2ZXIgcHVzaGVkIGxhc3QuXG5cbmltcG9ydCB7IG1hdGNoZXNBbnkgfSBmcm9tIFwiLi4vbGliL2dsb2JzLmpzXCI7XG5pbXBvcnQgeyBjb3VudCwgc2hvcnQgfSBmcm9tIFwiLi4vbGliL3RleHRzLmpzXCI7XG5pbXBvcnQgeyBwYXJzZVZlcnNpb24gfSBmcm9tIFwiLi4vbGliL3ZlcnNpb25zLmpzXCI7XG5cbmNvbnN0IGRpZ2VzdEZvcm0gPSAvXihzaGEyNTY6WzAtOWEtZl17NjR9fHNoYTUxMjpbMC05YS1mXXsxMjh9KSQvO1xuXG4vKiogQHR5cGUge0p1ZGdlfSAqL1xuZXhwb3J0IGZ1bmN0aW9uIGp1ZGdlKGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGRvY3VtZW50cyA9IFsuLi4oZXZpZGVuY2UueWFtbCA/PyBbXSksIC4uLihldmlkZW5jZS5qc29uID8/IFtdKV07XG4gIGNvbnN0IGltYWdlcyA9IGRvY3VtZW50cy5mbGF0TWFwKGltYWdlc09mKS5maWx0ZXIoKHsgcmVmZXJlbmNlIH0pID0+ICFpc0V4ZW1wdChyZWZlcmVuY2UsIHNldHRpbmdzLmV4ZW1wdCkpO1xuICBjb25zdCBwaW5uZWQgPSBpbWFnZXMuZmlsdGVyKChpbWFnZSkgPT4ganVkZ2VJbWFnZShpbWFnZSwgc2V0dGluZ3MsIHJlcG9ydCkpO1xuICBpZiAocGlubmVkLmxlbmd0aCA+IDApIHtcbiAgICByZXBvcnQucGFzcyhcImltYWdlLXRhZ3MtcGlubmVkXCIsIGAke2NvdW50KHBpbm5lZC5sZW5ndGgsIFwiaW1hZ2VcIil9ICR7cGlubmVkLmxlbmd0aCA9PT0gMSA/IFwibmFtZXMgaXRzXCIgOiBcIm5hbWUgdGhlaXJcIn0gdmVyc2lvbmApO1xuICB9XG59XG5cbi8qKlxuICogV2hhdCBuYW1lcyBhbiBpbWFnZTogaW4gS3ViZXJuZXRlcyBldmVyeSBgaW1hZ2VgLCBpbiBhIGNvbXBvc2UgZmlsZSB0aG9zZSBvZiBzZXJ2aWNlcyB0aGF0IGFyZSBub3QgYnVpbHQgdGhlcmUsIGFuZCBpbiBIZWxtJ3NcbiAqIHZhbHVlcyBgaW1hZ2VgIHdpdGggaXRzIHJlcG9zaXRvcnkgYW5kIHRhZy5cbiAqIEBwYXJhbSB7R2F0ZURvY3VtZW50fSBkb2N1bWVudFxuICovXG5mdW5jdGlvbiBpbWFnZXNPZihkb2N1bWVudCkge1xuICBjb25zdCB7IHJvb3QgfSA9IGRvY3VtZW50O1xuICBpZiAoaXNUZXh0KHJvb3QuZ2V0KFwiYXBpVmVyc2lvblwiKSkgJiYgaXNUZXh0KHJvb3QuZ2V0KFwia2luZFwiKSkpIHtcbiAgICByZXR1cm4gW1wiQ29uZmlnTWFwXCIsIFwiU2VjcmV0XCJdLmluY2x1ZGVzKHJvb3QuZ2V0KFwia2luZFwiKT8udmFsdWUpXG4gICAgICA/IFtdXG4gICAgICA6IGFzUmVmZXJlbmNlcyhbLi4uZG9jdW1lbnQuZmluZChcIioqLmltYWdlXCIpLCAuLi5kb2N1bWVudC5maW5kKFwiKiouaW1hZ2UucmVmZXJlbmNlXCIpXSk7XG4gIH1cblxuICByZXR1cm4gcm9vdC5oYXMoXCJzZXJ2aWNlc1wiKVxuICAgID8gYXNSZWZlcmVuY2VzKGRvY3VtZW50LmZpbmQoXCJzZXJ2aWNlcy4qLmltYWdlXCIpLmZpbHRlcigoaW1hZ2UpID0+ICFpbWFnZS5wYXJlbnQ/LmhhcyhcImJ1aWxkXCIpKSlcbiAgICA6IGlzVmFsdWVzRmlsZShkb2N1bWVudC5wYXRoKSA/IHZhbHVlc09mKGRvY3VtZW50KSA6IFtdO1xufVxuXG4vKiogQHBhcmFtIHtHYXRlTm9kZVtdfSBub2RlcyAqL1xuZnVuY3Rpb24gYXNSZWZlcmVuY2VzKG5vZGVzKSB7XG4gIHJldHVybiBub2Rlcy5maWx0ZXIoaXNUZXh0KS5tYXAoKG5vZGUpID0+ICh7IHJlZmVyZW5jZTogbm9kZS52YWx1ZSwgbm9kZSB9KSk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gcGF0aCAqL1xuZnVuY3Rpb24gaXNWYWx1ZXNGaWxlKHBhdGgpIHtcbiAgcmV0dXJuIC8oXnxcXC8pdmFsdWVzW14vXSpcXC55YT9tbCQvLnRlc3QocGF0aCk7XG59XG5cbi8qKlxuICogSGVsbSdzIHZhbHVlczsgYSBjaGFydCB0YWtlcyBhbiBlbXB0eSB0YWcgZnJvbSBpdHMgb3duIHZlcnNpb24uXG4gKiBAcGFyYW0ge0dhdGVEb2N1bWVudH0gZG9jdW1lbnRcbiAqL1xuZnVuY3Rpb24gdmFsdWVzT2YoZG9jdW1lbnQpIHtcbiAgY29uc3QgaW1hZ2VzID0gZG9jdW1lbnQuZmluZChcIioqLmltYWdlXCIpO1xuICBjb25zdCBwYXJ0cyA9IGltYWdlcy5maWx0ZXIoKGltYWdlKSA9PiBpc1RleHQoaW1hZ2UuZ2V0KFwicmVwb3NpdG9yeVwiKSkpLmZsYXRNYXAoKGltYWdlKSA9PiB7XG4gICAgY29uc3QgcGFydCA9IChrZXkpID0+IChpbWFnZS5nZXQoa2V5KT8udGV4dCA/PyBcIlwiKS50cmltKCk7XG4gICAgY29uc3QgW3JlZ2lzdHJ5LCByZXBvc2l0b3J5LCB0YWcsIGRpZ2VzdF0gPSBbXCJyZWdpc3RyeVwiLCBcInJlcG9zaXRvcnlcIiwgXCJ0YWdcIiwgXCJkaWdlc3RcIl0ubWFwKHBhcnQpO1xuICAgIGNvbnN0IG5hbWUgPSByZWdpc3RyeSA/IGAke3JlZ2lzdHJ5fS8ke3JlcG9zaXRvcnl9YCA6IHJlcG9zaXRvcnk7XG4gICAgcmV0dXJuIHRhZyB8fCBkaWdlc3RcbiAgICAgID8gW3sgcmVmZXJlbmNlOiBgJHtuYW1lfSR7dGFnID8gYDoke3RhZ31gIDogXCJcIn0ke2RpZ2VzdCA/IGBAJHtkaWdlc3R9YCA6IFwiXCJ9YCwgbm9kZTogaW1hZ2UuZ2V0KGRpZ2VzdCA/IFwiZGlnZXN0XCIgOiBcInRhZ1wiKSB9XVxuICAgICAgOiBbXTtcbiAgfSk7XG4gIHJldHVybiBbLi4uYXNSZWZlcmVuY2VzKGltYWdlcykuZmlsdGVyKCh7IHJlZmVyZW5jZSB9KSA9PiAvWzovXS8udGVzdChyZWZlcmVuY2UpKSwgLi4ucGFydHNdO1xufVxuXG5mdW5jdGlvbiBqdWRnZUltYWdlKHsgcmVmZXJlbmNlLCBub2RlIH0sIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3Qgd3JpdHRlbiA9IHNob3J0KHJlZmVyZW5jZSk7XG4gIGNvbnN0IGltYWdlID0gcGFyc2Uod2l0aERlZmF1bHRzKHJlZmVyZW5jZSkpO1xuICBjb25zdCBuYW1lID0gc2hvcnQoaW1hZ2UubmFtZSk7XG5cbiAgaWYgKGRpZ2VzdEZvcm0udGVzdChpbWFnZS5kaWdlc3QpKSB7XG4gICAgcmV0dXJuIHRydWU7XG4gIH1cblxuICBpZiAoKGltYWdlLmRpZ2VzdCB8fCBpbWFnZS50YWcgfHwgaW1hZ2UubmFtZSkuaW5jbHVkZXMoXCIkXCIpKSB7XG4gICAgcmVwb3J0Lndhcm5pbmcoXCJpbWFnZS10YWctdW5rbm93blwiLCBgJHt3cml0dGVufSB0YWtlcyBpdHMgdmVyc2lvbiBmcm9tIGEgdmFyaWFibGUsIHNvIHRoaXMgZmlsZSBkb2VzIG5vdCBzYXkgd2hpY2ggaW1hZ2UgcnVucy4gYFxuICAgICAgKyBcIldyaXRlIHRoZSB2ZXJzaW9uIGhlcmUsIG9yIHBpbiBpdCB3aGVyZSB0aGUgdmFyaWFibGUgaXMgc2V0IGFuZCBsaXN0IHRoZSBpbWFnZSB1bmRlciBgZXhlbXB0YC5cIiwgbm9kZSk7XG4gIH0gZWxzZSBpZiAoaW1hZ2UuZGlnZXN0KSB7XG4gICAgcmVwb3J0LmVycm9yKFwiaW1hZ2UtZGlnZXN0LWludmFsaWRcIiwgYCR7d3JpdHRlbn0gaXMgbm90IHBpbm5lZDogYSBkaWdlc3QgaXMgc2hhMjU2OiBhbmQgNjQgbG93ZXItY2FzZSBoZXhhZGVjaW1hbCBkaWdpdHMuYCwgbm9kZSk7XG4gIH0gZWxzZSBpZiAoIWltYWdlLnRhZykge1xuICAgIHJlcG9ydC5lcnJvcihcImltYWdlLXVudGFnZ2VkXCIsIGAke3dyaXR0ZW59IGhhcyBubyB0YWcsIHNvIGl0IHJ1bnMgd2hhdGV2ZXIgXCJsYXRlc3RcIiBpcyB0aGF0IGRheS4gYFxuICAgICAgKyBgV3JpdGUgYSB2ZXJzaW9uICgke25hbWV9Ojx2ZXJzaW9uPikgb3IgYSBkaWdlc3QgKCR7bmFtZX1Ac2hhMjU2OuKApikuYCwgbm9kZSk7XG4gIH0gZWxzZSBpZiAobWF0Y2hlc0FueShzZXR0aW5nc1tcImZsb2F0aW5nLXRhZ3NcIl0sIGltYWdlLnRhZykpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJpbWFnZS1mbG9hdGluZy10YWdcIiwgYCR7d3JpdHRlbn0gY2FuIGJlY29tZSBhbm90aGVyIGltYWdlIHdpdGhvdXQgYSBjb21taXQ6IHRoZSB0YWcgJHtzaG9ydChpbWFnZS50YWcpfSBtb3Zlcy4gYFxuICAgICAgKyBgV3JpdGUgYSB2ZXJzaW9uICgke25hbWV9Ojx2ZXJzaW9uPikgb3IgYSBkaWdlc3QgKCR7bmFtZX1Ac2hhMjU2OuKApikuYCwgbm9kZSk7XG4gIH0gZWxzZSBpZiAoc2V0dGluZ3NbXCJyZXF1aXJlLWRpZ2VzdFwiXSkge1xuICAgIHJlcG9ydC5lcnJvcihcImltYWdlLXdpdGhvdXQtZGlnZXN0XCIsIGAke3dyaXR0ZW59IGhhcyBubyBkaWdlc3QsIHNvIGl0cyB0YWcgY2FuIGJlIG1vdmVkIHRvIGFub3RoZXIgaW1hZ2UuIGBcbiAgICAgICsgYFdyaXRlICR7c2hvcnQoYCR7bmFtZX06JHtpbWFnZS50YWd9YCl9QHNoYTI1NjrigKYuYCwgbm9kZSk7XG4gIH0gZWxzZSBpZiAoc2V0dGluZ3NbXCJyZXF1aXJlLXNlbXZlclwiXSAmJiAhaXNWZXJzaW9uKGltYWdlLnRhZykpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJpbWFnZS10YWctbm8tdmVyc2lvblwiLCBgJHt3cml0dGVufSBoYXMgdGhlIHRhZyAke3Nob3J0KGltYWdlLnRhZyl9LCB3aGljaCBpcyBubyB3aG9sZSB2ZXJzaW9uLiBgXG4gICAgICArIGBXcml0ZSBvbmUgc3VjaCBhcyAke25hbWV9OjEuMi4zLCBvciBhIGRpZ2VzdCAoJHtuYW1lfUBzaGEyNTY64oCmKS5gLCBub2RlKTtcbiAgfSBlbHNlIHtcbiAgICByZXR1cm4gdHJ1ZTtcbiAgfVxuXG4gIHJldHVybiBmYWxzZTtcbn1cblxuLyoqIEEgc2VtYW50aWMgdmVyc2lvbiwgd2l0aCBvciB3aXRob3V0IGB2YDsgd2hhdCBzdGFuZHMgYmVoaW5kIGl0LCBzdWNoIGFzIGAtYWxwaW5lYCwgcmVhZHMgYXMgYSBwcmUtcmVsZWFzZS4gKi9cbmZ1bmN0aW9uIGlzVmVyc2lvbih0YWcpIHtcbiAgcmV0dXJuIHBhcnNlVmVyc2lvbih0YWcucmVwbGFjZSgvXnYvLCBcIlwiKSkgIT09IHVuZGVmaW5lZDtcbn1cblxuLyoqIGByZWdpc3RyeTo1MDAwL3RlYW0vYXBwOjEuMkBzaGEyNTY64oCmYCBpbnRvIG5hbWUsIHRhZyBhbmQgZGlnZXN0LiAqL1xuZnVuY3Rpb24gcGFyc2UocmVmZXJlbmNlKSB7XG4gIGNvbnN0IGF0ID0gcmVmZXJlbmNlLmluZGV4T2YoXCJAXCIpO1xuICBjb25zdCBuYW1lID0gYXQgPCAwID8gcmVmZXJlbmNlIDogcmVmZXJlbmNlLnNsaWNlKDAsIGF0KTtcbiAgY29uc3QgY29sb24gPSBuYW1lLmluZGV4T2YoXCI6XCIsIG5hbWUubGFzdEluZGV4T2YoXCIvXCIpICsgMSk7XG4gIHJldHVybiB7XG4gICAgbmFtZTogY29sb24gPCAwID8gbmFtZSA6IG5hbWUuc2xpY2UoMCwgY29sb24pLFxuICAgIHRhZzogY29sb24gPCAwID8gXCJcIiA6IG5hbWUuc2xpY2UoY29sb24gKyAxKSxcbiAgICBkaWdlc3Q6IGF0IDwgMCA/IFwiXCIgOiByZWZlcmVuY2Uuc2xpY2UoYXQgKyAxKSxcbiAgfTtcbn1cblxuLyoqIENvbXBvc2UncyBgJHtUQUc6LTEuMn1gIGJlY29tZXMgYDEuMmA7IGEgdmFyaWFibGUgd2l0aG91dCBhIGRlZmF1bHQgYmVjb21lcyBgJGAuICovXG5mdW5jdGlvbiB3aXRoRGVmYXVsdHMocmVmZXJlbmNlKSB7XG4gIHJldHVybiByZWZlcmVuY2VcbiAgICAucmVwbGFjZSgvXFwkXFx7XFx3Kzo/LShbXnt9XSopXFx9L2csIFwiJDFcIilcbiAgICAucmVwbGFjZSgvXFwkXFx7W157fV0qXFx9fFxcJFxcKFteKCldKlxcKXxcXCRcXHcrL2csIFwiJCRcIik7XG59XG5cbmZ1bmN0aW9uIGlzRXhlbXB0KHJlZmVyZW5jZSwgZ2xvYnMpIHtcbiAgcmV0dXJuIG1hdGNoZXNBbnkoZ2xvYnMsIHJlZmVyZW5jZSkgfHwgbWF0Y2hlc0FueShnbG9icywgcGFyc2Uod2l0aERlZmF1bHRzKHJlZmVyZW5jZSkpLm5hbWUpO1xufVxuXG4vKiogQHBhcmFtIHtHYXRlTm9kZSB8IHVuZGVmaW5lZH0gbm9kZSAqL1xuZnVuY3Rpb24gaXNUZXh0KG5vZGUpIHtcbiAgcmV0dXJuIHR5cGVvZiBub2RlPy52YWx1ZSA9PT0gXCJzdHJpbmdcIiAmJiBub2RlLnZhbHVlICE9PSBcIlwiO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQVVBLHNCQU9DO0FBZEQsNENBQTZDO0FBQzdDLDRDQUErQztBQUMvQyxrREFBa0Q7QUFFbEQsSUFBTSxVQUFVLEdBQUcsOENBQThDLENBQUM7QUFHbEUsU0FBZ0IsS0FBSyxDQUFDLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTTs7SUFDOUMsSUFBTSxTQUFTLDBDQUFPLENBQUMsTUFBQSxRQUFRLENBQUMsSUFBSSxtQ0FBSSxFQUFFLENBQUMsa0JBQUssQ0FBQyxNQUFBLFFBQVEsQ0FBQyxJQUFJLG1DQUFJLEVBQUUsQ0FBQyxTQUFDLENBQUM7SUFDdkUsSUFBTSxNQUFNLEdBQUcsU0FBUyxDQUFDLE9BQU8sQ0FBQyxRQUFRLENBQUMsQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFhO1lBQVgsU0FBUyxlQUFBO1FBQU8sT0FBQSxDQUFDLFFBQVEsQ0FBQyxTQUFTLEVBQUUsUUFBUSxDQUFDLE1BQU0sQ0FBQztJQUFyQyxDQUFxQyxDQUFDLENBQUM7SUFDNUcsSUFBTSxNQUFNLEdBQUcsTUFBTSxDQUFDLE1BQU0sQ0FBQyxVQUFDLEtBQUssSUFBSyxPQUFBLFVBQVUsQ0FBQyxLQUFLLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxFQUFuQyxDQUFtQyxDQUFDLENBQUM7SUFDN0UsSUFBSSxNQUFNLENBQUMsTUFBTSxHQUFHLENBQUMsRUFBRSxDQUFDO1FBQ3RCLE1BQU0sQ0FBQyxJQUFJLENBQUMsbUJBQW1CLEVBQUUsVUFBRyxJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLE1BQU0sRUFBRSxPQUFPLENBQUMsY0FBSSxNQUFNLENBQUMsTUFBTSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsV0FBVyxDQUFDLENBQUMsQ0FBQyxZQUFZLGFBQVUsQ0FBQyxDQUFDO0lBQ25JLENBQUM7QUFDSCxDQUFDO0FBT0QsU0FBUyxRQUFRLENBQUMsUUFBUTs7SUFDaEIsSUFBQSxJQUFJLEdBQUssUUFBUSxLQUFiLENBQWM7SUFDMUIsSUFBSSxNQUFNLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxZQUFZLENBQUMsQ0FBQyxJQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQyxDQUFDLEVBQUUsQ0FBQztRQUMvRCxPQUFPLENBQUMsV0FBVyxFQUFFLFFBQVEsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxNQUFBLElBQUksQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLDBDQUFFLEtBQUssQ0FBQztZQUM5RCxDQUFDLENBQUMsRUFBRTtZQUNKLENBQUMsQ0FBQyxZQUFZLHdDQUFLLFFBQVEsQ0FBQyxJQUFJLENBQUMsVUFBVSxDQUFDLGtCQUFLLFFBQVEsQ0FBQyxJQUFJLENBQUMsb0JBQW9CLENBQUMsVUFBRSxDQUFDO0lBQzNGLENBQUM7SUFFRCxPQUFPLElBQUksQ0FBQyxHQUFHLENBQUMsVUFBVSxDQUFDO1FBQ3pCLENBQUMsQ0FBQyxZQUFZLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxrQkFBa0IsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEtBQUssWUFBSyxPQUFBLENBQUMsQ0FBQSxNQUFBLEtBQUssQ0FBQyxNQUFNLDBDQUFFLEdBQUcsQ0FBQyxPQUFPLENBQUMsQ0FBQSxDQUFBLEVBQUEsQ0FBQyxDQUFDO1FBQ2hHLENBQUMsQ0FBQyxZQUFZLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLENBQUMsUUFBUSxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztBQUM1RCxDQUFDO0FBR0QsU0FBUyxZQUFZLENBQUMsS0FBSztJQUN6QixPQUFPLEtBQUssQ0FBQyxNQUFNLENBQUMsTUFBTSxDQUFDLENBQUMsR0FBRyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsQ0FBQyxFQUFFLFNBQVMsRUFBRSxJQUFJLENBQUMsS0FBSyxFQUFFLElBQUksTUFBQSxFQUFFLENBQUMsRUFBakMsQ0FBaUMsQ0FBQyxDQUFDO0FBQy9FLENBQUM7QUFHRCxTQUFTLFlBQVksQ0FBQyxJQUFJO0lBQ3hCLE9BQU8sMkJBQTJCLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hELENBQUM7QUFNRCxTQUFTLFFBQVEsQ0FBQyxRQUFRO0lBQ3hCLElBQU0sTUFBTSxHQUFHLFFBQVEsQ0FBQyxJQUFJLENBQUMsVUFBVSxDQUFDLENBQUM7SUFDekMsSUFBTSxLQUFLLEdBQUcsTUFBTSxDQUFDLE1BQU0sQ0FBQyxVQUFDLEtBQUssSUFBSyxPQUFBLE1BQU0sQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLFlBQVksQ0FBQyxDQUFDLEVBQS9CLENBQStCLENBQUMsQ0FBQyxPQUFPLENBQUMsVUFBQyxLQUFLO1FBQ3BGLElBQU0sSUFBSSxHQUFHLFVBQUMsR0FBRyxnQkFBSyxPQUFBLENBQUMsTUFBQSxNQUFBLEtBQUssQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLDBDQUFFLElBQUksbUNBQUksRUFBRSxDQUFDLENBQUMsSUFBSSxFQUFFLENBQUEsRUFBQSxDQUFDO1FBQ3BELElBQUEsS0FBQSxPQUFzQyxDQUFDLFVBQVUsRUFBRSxZQUFZLEVBQUUsS0FBSyxFQUFFLFFBQVEsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsSUFBQSxFQUExRixRQUFRLFFBQUEsRUFBRSxVQUFVLFFBQUEsRUFBRSxHQUFHLFFBQUEsRUFBRSxNQUFNLFFBQXlELENBQUM7UUFDbEcsSUFBTSxJQUFJLEdBQUcsUUFBUSxDQUFDLENBQUMsQ0FBQyxVQUFHLFFBQVEsY0FBSSxVQUFVLENBQUUsQ0FBQyxDQUFDLENBQUMsVUFBVSxDQUFDO1FBQ2pFLE9BQU8sR0FBRyxJQUFJLE1BQU07WUFDbEIsQ0FBQyxDQUFDLENBQUMsRUFBRSxTQUFTLEVBQUUsVUFBRyxJQUFJLFNBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxXQUFJLEdBQUcsQ0FBRSxDQUFDLENBQUMsQ0FBQyxFQUFFLFNBQUcsTUFBTSxDQUFDLENBQUMsQ0FBQyxXQUFJLE1BQU0sQ0FBRSxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUUsRUFBRSxJQUFJLEVBQUUsS0FBSyxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxDQUFDLENBQUMsS0FBSyxDQUFDLEVBQUUsQ0FBQztZQUM1SCxDQUFDLENBQUMsRUFBRSxDQUFDO0lBQ1QsQ0FBQyxDQUFDLENBQUM7SUFDSCw4Q0FBVyxZQUFZLENBQUMsTUFBTSxDQUFDLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBYTtZQUFYLFNBQVMsZUFBQTtRQUFPLE9BQUEsTUFBTSxDQUFDLElBQUksQ0FBQyxTQUFTLENBQUM7SUFBdEIsQ0FBc0IsQ0FBQyxrQkFBSyxLQUFLLFVBQUU7QUFDL0YsQ0FBQztBQUVELFNBQVMsVUFBVSxDQUFDLEVBQW1CLEVBQUUsUUFBUSxFQUFFLE1BQU07UUFBbkMsU0FBUyxlQUFBLEVBQUUsSUFBSSxVQUFBO0lBQ25DLElBQU0sT0FBTyxHQUFHLElBQUEsZ0JBQUssRUFBQyxTQUFTLENBQUMsQ0FBQztJQUNqQyxJQUFNLEtBQUssR0FBRyxLQUFLLENBQUMsWUFBWSxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUM7SUFDN0MsSUFBTSxJQUFJLEdBQUcsSUFBQSxnQkFBSyxFQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUUvQixJQUFJLFVBQVUsQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLE1BQU0sQ0FBQyxFQUFFLENBQUM7UUFDbEMsT0FBTyxJQUFJLENBQUM7SUFDZCxDQUFDO0lBRUQsSUFBSSxDQUFDLEtBQUssQ0FBQyxNQUFNLElBQUksS0FBSyxDQUFDLEdBQUcsSUFBSSxLQUFLLENBQUMsSUFBSSxDQUFDLENBQUMsUUFBUSxDQUFDLEdBQUcsQ0FBQyxFQUFFLENBQUM7UUFDNUQsTUFBTSxDQUFDLE9BQU8sQ0FBQyxtQkFBbUIsRUFBRSxVQUFHLE9BQU8scUZBQWtGO2NBQzVILGdHQUFnRyxFQUFFLElBQUksQ0FBQyxDQUFDO0lBQzlHLENBQUM7U0FBTSxJQUFJLEtBQUssQ0FBQyxNQUFNLEVBQUUsQ0FBQztRQUN4QixNQUFNLENBQUMsS0FBSyxDQUFDLHNCQUFzQixFQUFFLFVBQUcsT0FBTyw4RUFBMkUsRUFBRSxJQUFJLENBQUMsQ0FBQztJQUNwSSxDQUFDO1NBQU0sSUFBSSxDQUFDLEtBQUssQ0FBQyxHQUFHLEVBQUUsQ0FBQztRQUN0QixNQUFNLENBQUMsS0FBSyxDQUFDLGdCQUFnQixFQUFFLFVBQUcsT0FBTyw4REFBeUQ7Y0FDOUYsMkJBQW9CLElBQUksc0NBQTRCLElBQUkscUJBQWEsRUFBRSxJQUFJLENBQUMsQ0FBQztJQUNuRixDQUFDO1NBQU0sSUFBSSxJQUFBLHFCQUFVLEVBQUMsUUFBUSxDQUFDLGVBQWUsQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLENBQUMsRUFBRSxDQUFDO1FBQzVELE1BQU0sQ0FBQyxLQUFLLENBQUMsb0JBQW9CLEVBQUUsVUFBRyxPQUFPLGlFQUF1RCxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxhQUFVO2NBQzFILDJCQUFvQixJQUFJLHNDQUE0QixJQUFJLHFCQUFhLEVBQUUsSUFBSSxDQUFDLENBQUM7SUFDbkYsQ0FBQztTQUFNLElBQUksUUFBUSxDQUFDLGdCQUFnQixDQUFDLEVBQUUsQ0FBQztRQUN0QyxNQUFNLENBQUMsS0FBSyxDQUFDLHNCQUFzQixFQUFFLFVBQUcsT0FBTywrREFBNEQ7Y0FDdkcsZ0JBQVMsSUFBQSxnQkFBSyxFQUFDLFVBQUcsSUFBSSxjQUFJLEtBQUssQ0FBQyxHQUFHLENBQUUsQ0FBQyxvQkFBWSxFQUFFLElBQUksQ0FBQyxDQUFDO0lBQ2hFLENBQUM7U0FBTSxJQUFJLFFBQVEsQ0FBQyxnQkFBZ0IsQ0FBQyxJQUFJLENBQUMsU0FBUyxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsRUFBRSxDQUFDO1FBQy9ELE1BQU0sQ0FBQyxLQUFLLENBQUMsc0JBQXNCLEVBQUUsVUFBRyxPQUFPLDBCQUFnQixJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxrQ0FBK0I7Y0FDMUcsNEJBQXFCLElBQUksa0NBQXdCLElBQUkscUJBQWEsRUFBRSxJQUFJLENBQUMsQ0FBQztJQUNoRixDQUFDO1NBQU0sQ0FBQztRQUNOLE9BQU8sSUFBSSxDQUFDO0lBQ2QsQ0FBQztJQUVELE9BQU8sS0FBSyxDQUFDO0FBQ2YsQ0FBQztBQUdELFNBQVMsU0FBUyxDQUFDLEdBQUc7SUFDcEIsT0FBTyxJQUFBLDBCQUFZLEVBQUMsR0FBRyxDQUFDLE9BQU8sQ0FBQyxJQUFJLEVBQUUsRUFBRSxDQUFDLENBQUMsS0FBSyxTQUFTLENBQUM7QUFDM0QsQ0FBQztBQUdELFNBQVMsS0FBSyxDQUFDLFNBQVM7SUFDdEIsSUFBTSxFQUFFLEdBQUcsU0FBUyxDQUFDLE9BQU8sQ0FBQyxHQUFHLENBQUMsQ0FBQztJQUNsQyxJQUFNLElBQUksR0FBRyxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEVBQUUsQ0FBQyxDQUFDO0lBQ3pELElBQU0sS0FBSyxHQUFHLElBQUksQ0FBQyxPQUFPLENBQUMsR0FBRyxFQUFFLElBQUksQ0FBQyxXQUFXLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDM0QsT0FBTztRQUNMLElBQUksRUFBRSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEtBQUssQ0FBQztRQUM3QyxHQUFHLEVBQUUsS0FBSyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLEtBQUssR0FBRyxDQUFDLENBQUM7UUFDM0MsTUFBTSxFQUFFLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLEtBQUssQ0FBQyxFQUFFLEdBQUcsQ0FBQyxDQUFDO0tBQzlDLENBQUM7QUFDSixDQUFDO0FBR0QsU0FBUyxZQUFZLENBQUMsU0FBUztJQUM3QixPQUFPLFNBQVM7U0FDYixPQUFPLENBQUMsdUJBQXVCLEVBQUUsSUFBSSxDQUFDO1NBQ3RDLE9BQU8sQ0FBQyxrQ0FBa0MsRUFBRSxJQUFJLENBQUMsQ0FBQztBQUN2RCxDQUFDO0FBRUQsU0FBUyxRQUFRLENBQUMsU0FBUyxFQUFFLEtBQUs7SUFDaEMsT0FBTyxJQUFBLHFCQUFVLEVBQUMsS0FBSyxFQUFFLFNBQVMsQ0FBQyxJQUFJLElBQUEscUJBQVUsRUFBQyxLQUFLLEVBQUUsS0FBSyxDQUFDLFlBQVksQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hHLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sT0FBTyxDQUFBLElBQUksYUFBSixJQUFJLHVCQUFKLElBQUksQ0FBRSxLQUFLLENBQUEsS0FBSyxRQUFRLElBQUksSUFBSSxDQUFDLEtBQUssS0FBSyxFQUFFLENBQUM7QUFDOUQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjozMDEsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fV19
