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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjozNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3ZlcnNpb25zLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIFNlbWFudGljIHZlcnNpb25zLCBhcyBzZW12ZXIub3JnIHdyaXRlcyB0aGVtLlxuXG4vKipcbiAqIEB0eXBlZGVmIHtvYmplY3R9IFZlcnNpb25cbiAqIEBwcm9wZXJ0eSB7c3RyaW5nfSB0ZXh0IGFzIGl0IGlzIHdyaXR0ZW5cbiAqIEBwcm9wZXJ0eSB7bnVtYmVyW119IGNvcmUgbWFqb3IsIG1pbm9yIGFuZCBwYXRjaFxuICogQHByb3BlcnR5IHtzdHJpbmdbXX0gcHJlIHdoYXQgc3RhbmRzIGJlaGluZCB0aGUgYC1gLCBpbiBwYXJ0czsgZW1wdHkgZm9yIGEgcmVsZWFzZVxuICovXG5cbmNvbnN0IG51bWJlciA9IFwiMHxbMS05XVxcXFxkKlwiO1xuY29uc3QgaWRlbnRpZmllciA9IFwiMHxbMS05XVxcXFxkKnxcXFxcZCpbYS16QS1aLV1bMC05YS16QS1aLV0qXCI7XG5jb25zdCBmb3JtID0gbmV3IFJlZ0V4cChgXigke251bWJlcn0pXFxcXC4oJHtudW1iZXJ9KVxcXFwuKCR7bnVtYmVyfSkoPzotKCg/OiR7aWRlbnRpZmllcn0pKD86XFxcXC4oPzoke2lkZW50aWZpZXJ9KSkqKSk/KD86XFxcXCtbMC05YS16QS1aLV0rKD86XFxcXC5bMC05YS16QS1aLV0rKSopPyRgKTtcblxuLyoqXG4gKiBSZWFkcyBgMS4yLjNgLCBgMS4yLjMtcmMuMWAgb3IgYDEuMi4zK2J1aWxkYC5cbiAqIEBwYXJhbSB7c3RyaW5nfSB0ZXh0XG4gKiBAcmV0dXJucyB7VmVyc2lvbiB8IHVuZGVmaW5lZH0gdW5kZWZpbmVkIHdoZW4gaXQgaXMgbm8gc2VtYW50aWMgdmVyc2lvblxuICovXG5leHBvcnQgZnVuY3Rpb24gcGFyc2VWZXJzaW9uKHRleHQpIHtcbiAgY29uc3QgZm91bmQgPSBmb3JtLmV4ZWModGV4dCk7XG4gIGlmICghZm91bmQpIHtcbiAgICByZXR1cm4gdW5kZWZpbmVkO1xuICB9XG5cbiAgY29uc3QgWywgbWFqb3IsIG1pbm9yLCBwYXRjaCwgcHJlXSA9IGZvdW5kO1xuICByZXR1cm4geyB0ZXh0LCBjb3JlOiBbbWFqb3IsIG1pbm9yLCBwYXRjaF0ubWFwKE51bWJlciksIHByZTogcHJlID8gcHJlLnNwbGl0KFwiLlwiKSA6IFtdIH07XG59XG5cbi8qKlxuICogQmVsb3cgMCB3aGVuIHRoZSBmaXJzdCBpcyBvbGRlciwgYWJvdmUgMCB3aGVuIGl0IGlzIG5ld2VyLCAwIHdoZW4gbmVpdGhlciBjb21lcyBmaXJzdC5cbiAqIEBwYXJhbSB7VmVyc2lvbn0gYVxuICogQHBhcmFtIHtWZXJzaW9ufSBiXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb21wYXJlVmVyc2lvbnMoYSwgYikge1xuICBjb25zdCBkaWZmZXJlbmNlID0gYS5jb3JlLm1hcCgocGFydCwgaSkgPT4gcGFydCAtIGIuY29yZVtpXSkuZmluZCgocGFydCkgPT4gcGFydCAhPT0gMCk7XG4gIHJldHVybiBkaWZmZXJlbmNlID8/IGNvbXBhcmVQcmUoYS5wcmUsIGIucHJlKTtcbn1cblxuLyoqXG4gKiBBIHJlbGVhc2UgaXMgbmV3ZXIgdGhhbiBpdHMgcmVsZWFzZSBjYW5kaWRhdGVzOyBudW1iZXJzIGNvdW50IGJlbG93IHdvcmRzLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gYVxuICogQHBhcmFtIHtzdHJpbmdbXX0gYlxuICovXG5mdW5jdGlvbiBjb21wYXJlUHJlKGEsIGIpIHtcbiAgaWYgKGEubGVuZ3RoID09PSAwIHx8IGIubGVuZ3RoID09PSAwKSB7XG4gICAgcmV0dXJuIGIubGVuZ3RoIC0gYS5sZW5ndGg7XG4gIH1cblxuICBmb3IgKGNvbnN0IFtpLCBwYXJ0XSBvZiBhLmVudHJpZXMoKSkge1xuICAgIGlmIChpID49IGIubGVuZ3RoKSB7XG4gICAgICByZXR1cm4gMTtcbiAgICB9XG5cbiAgICBpZiAocGFydCAhPT0gYltpXSkge1xuICAgICAgcmV0dXJuIGNvbXBhcmVQYXJ0KHBhcnQsIGJbaV0pO1xuICAgIH1cbiAgfVxuXG4gIHJldHVybiBhLmxlbmd0aCAtIGIubGVuZ3RoO1xufVxuXG4vKipcbiAqIEBwYXJhbSB7c3RyaW5nfSBhXG4gKiBAcGFyYW0ge3N0cmluZ30gYlxuICovXG5mdW5jdGlvbiBjb21wYXJlUGFydChhLCBiKSB7XG4gIGNvbnN0IFtpc051bWJlciwgb3RoZXJJc051bWJlcl0gPSBbL15cXGQrJC8udGVzdChhKSwgL15cXGQrJC8udGVzdChiKV07XG4gIGlmIChpc051bWJlciAmJiBvdGhlcklzTnVtYmVyKSB7XG4gICAgcmV0dXJuIE51bWJlcihhKSAtIE51bWJlcihiKTtcbiAgfVxuXG4gIHJldHVybiBpc051bWJlciAhPT0gb3RoZXJJc051bWJlciA/IChpc051bWJlciA/IC0xIDogMSkgOiBhIDwgYiA/IC0xIDogMTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQW1CQSxvQ0FRQztBQU9ELDBDQUdDO0FBM0JELElBQU0sTUFBTSxHQUFHLGFBQWEsQ0FBQztBQUM3QixJQUFNLFVBQVUsR0FBRyx3Q0FBd0MsQ0FBQztBQUM1RCxJQUFNLElBQUksR0FBRyxJQUFJLE1BQU0sQ0FBQyxZQUFLLE1BQU0sa0JBQVEsTUFBTSxrQkFBUSxNQUFNLHNCQUFZLFVBQVUsdUJBQWEsVUFBVSxzREFBbUQsQ0FBQyxDQUFDO0FBT2pLLFNBQWdCLFlBQVksQ0FBQyxJQUFJO0lBQy9CLElBQU0sS0FBSyxHQUFHLElBQUksQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7SUFDOUIsSUFBSSxDQUFDLEtBQUssRUFBRSxDQUFDO1FBQ1gsT0FBTyxTQUFTLENBQUM7SUFDbkIsQ0FBQztJQUVLLElBQUEsS0FBQSxPQUErQixLQUFLLElBQUEsRUFBakMsS0FBSyxRQUFBLEVBQUUsS0FBSyxRQUFBLEVBQUUsS0FBSyxRQUFBLEVBQUUsR0FBRyxRQUFTLENBQUM7SUFDM0MsT0FBTyxFQUFFLElBQUksTUFBQSxFQUFFLElBQUksRUFBRSxDQUFDLEtBQUssRUFBRSxLQUFLLEVBQUUsS0FBSyxDQUFDLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQyxFQUFFLEdBQUcsRUFBRSxHQUFHLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsRUFBRSxDQUFDO0FBQzNGLENBQUM7QUFPRCxTQUFnQixlQUFlLENBQUMsQ0FBQyxFQUFFLENBQUM7SUFDbEMsSUFBTSxVQUFVLEdBQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsVUFBQyxJQUFJLEVBQUUsQ0FBQyxJQUFLLE9BQUEsSUFBSSxHQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQWhCLENBQWdCLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxJQUFJLEtBQUssQ0FBQyxFQUFWLENBQVUsQ0FBQyxDQUFDO0lBQ3hGLE9BQU8sVUFBVSxhQUFWLFVBQVUsY0FBVixVQUFVLEdBQUksVUFBVSxDQUFDLENBQUMsQ0FBQyxHQUFHLEVBQUUsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0FBQ2hELENBQUM7QUFPRCxTQUFTLFVBQVUsQ0FBQyxDQUFDLEVBQUUsQ0FBQzs7SUFDdEIsSUFBSSxDQUFDLENBQUMsTUFBTSxLQUFLLENBQUMsSUFBSSxDQUFDLENBQUMsTUFBTSxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQ3JDLE9BQU8sQ0FBQyxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUMsTUFBTSxDQUFDO0lBQzdCLENBQUM7O1FBRUQsS0FBd0IsSUFBQSxLQUFBLFNBQUEsQ0FBQyxDQUFDLE9BQU8sRUFBRSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBM0IsSUFBQSxLQUFBLG1CQUFTLEVBQVIsQ0FBQyxRQUFBLEVBQUUsSUFBSSxRQUFBO1lBQ2pCLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQztnQkFDbEIsT0FBTyxDQUFDLENBQUM7WUFDWCxDQUFDO1lBRUQsSUFBSSxJQUFJLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7Z0JBQ2xCLE9BQU8sV0FBVyxDQUFDLElBQUksRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQztZQUNqQyxDQUFDO1FBQ0gsQ0FBQzs7Ozs7Ozs7O0lBRUQsT0FBTyxDQUFDLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxNQUFNLENBQUM7QUFDN0IsQ0FBQztBQU1ELFNBQVMsV0FBVyxDQUFDLENBQUMsRUFBRSxDQUFDO0lBQ2pCLElBQUEsS0FBQSxPQUE0QixDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQUUsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFBLEVBQTdELFFBQVEsUUFBQSxFQUFFLGFBQWEsUUFBc0MsQ0FBQztJQUNyRSxJQUFJLFFBQVEsSUFBSSxhQUFhLEVBQUUsQ0FBQztRQUM5QixPQUFPLE1BQU0sQ0FBQyxDQUFDLENBQUMsR0FBRyxNQUFNLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDL0IsQ0FBQztJQUVELE9BQU8sUUFBUSxLQUFLLGFBQWEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQztBQUMzRSxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjExNSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjExNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvaW1hZ2UtdGFncy1waW5uZWQvcG9saWN5LmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIFdoaWNoIGltYWdlIHJ1bnMgbXVzdCBiZSB3cml0dGVuIGluIHRoZSByZXBvc2l0b3J5LCBub3QgZGVjaWRlZCBieSB3aG9ldmVyIHB1c2hlZCBsYXN0LlxuXG5pbXBvcnQgeyBtYXRjaGVzQW55IH0gZnJvbSBcIi4uL2xpYi9nbG9icy5qc1wiO1xuaW1wb3J0IHsgY291bnQsIHNob3J0IH0gZnJvbSBcIi4uL2xpYi90ZXh0cy5qc1wiO1xuaW1wb3J0IHsgcGFyc2VWZXJzaW9uIH0gZnJvbSBcIi4uL2xpYi92ZXJzaW9ucy5qc1wiO1xuXG5jb25zdCBkaWdlc3RGb3JtID0gL14oc2hhMjU2OlswLTlhLWZdezY0fXxzaGE1MTI6WzAtOWEtZl17MTI4fSkkLztcblxuLyoqIEB0eXBlIHtKdWRnZX0gKi9cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBkb2N1bWVudHMgPSBbLi4uKGV2aWRlbmNlLnlhbWwgPz8gW10pLCAuLi4oZXZpZGVuY2UuanNvbiA/PyBbXSldO1xuICBjb25zdCBpbWFnZXMgPSBkb2N1bWVudHMuZmxhdE1hcChpbWFnZXNPZikuZmlsdGVyKCh7IHJlZmVyZW5jZSB9KSA9PiAhaXNFeGVtcHQocmVmZXJlbmNlLCBzZXR0aW5ncy5leGVtcHQpKTtcbiAgY29uc3QgcGlubmVkID0gaW1hZ2VzLmZpbHRlcigoaW1hZ2UpID0+IGp1ZGdlSW1hZ2UoaW1hZ2UsIHNldHRpbmdzLCByZXBvcnQpKTtcbiAgaWYgKHBpbm5lZC5sZW5ndGggPiAwKSB7XG4gICAgcmVwb3J0LnBhc3MoXCJpbWFnZS10YWdzLXBpbm5lZFwiLCBgJHtjb3VudChwaW5uZWQubGVuZ3RoLCBcImltYWdlXCIpfSAke3Bpbm5lZC5sZW5ndGggPT09IDEgPyBcIm5hbWVzIGl0c1wiIDogXCJuYW1lIHRoZWlyXCJ9IHZlcnNpb25gKTtcbiAgfVxufVxuXG4vKipcbiAqIFdoYXQgbmFtZXMgYW4gaW1hZ2U6IGluIEt1YmVybmV0ZXMgZXZlcnkgYGltYWdlYCwgaW4gYSBjb21wb3NlIGZpbGUgdGhvc2Ugb2Ygc2VydmljZXMgdGhhdCBhcmUgbm90IGJ1aWx0IHRoZXJlLCBhbmQgaW4gSGVsbSdzXG4gKiB2YWx1ZXMgYGltYWdlYCB3aXRoIGl0cyByZXBvc2l0b3J5IGFuZCB0YWcuXG4gKiBAcGFyYW0ge0dhdGVEb2N1bWVudH0gZG9jdW1lbnRcbiAqL1xuZnVuY3Rpb24gaW1hZ2VzT2YoZG9jdW1lbnQpIHtcbiAgY29uc3QgeyByb290IH0gPSBkb2N1bWVudDtcbiAgaWYgKGlzVGV4dChyb290LmdldChcImFwaVZlcnNpb25cIikpICYmIGlzVGV4dChyb290LmdldChcImtpbmRcIikpKSB7XG4gICAgcmV0dXJuIFtcIkNvbmZpZ01hcFwiLCBcIlNlY3JldFwiXS5pbmNsdWRlcyhyb290LmdldChcImtpbmRcIik/LnZhbHVlKVxuICAgICAgPyBbXVxuICAgICAgOiBhc1JlZmVyZW5jZXMoWy4uLmRvY3VtZW50LmZpbmQoXCIqKi5pbWFnZVwiKSwgLi4uZG9jdW1lbnQuZmluZChcIioqLmltYWdlLnJlZmVyZW5jZVwiKV0pO1xuICB9XG5cbiAgcmV0dXJuIHJvb3QuaGFzKFwic2VydmljZXNcIilcbiAgICA/IGFzUmVmZXJlbmNlcyhkb2N1bWVudC5maW5kKFwic2VydmljZXMuKi5pbWFnZVwiKS5maWx0ZXIoKGltYWdlKSA9PiAhaW1hZ2UucGFyZW50Py5oYXMoXCJidWlsZFwiKSkpXG4gICAgOiBpc1ZhbHVlc0ZpbGUoZG9jdW1lbnQucGF0aCkgPyB2YWx1ZXNPZihkb2N1bWVudCkgOiBbXTtcbn1cblxuLyoqIEBwYXJhbSB7R2F0ZU5vZGVbXX0gbm9kZXMgKi9cbmZ1bmN0aW9uIGFzUmVmZXJlbmNlcyhub2Rlcykge1xuICByZXR1cm4gbm9kZXMuZmlsdGVyKGlzVGV4dCkubWFwKChub2RlKSA9PiAoeyByZWZlcmVuY2U6IG5vZGUudmFsdWUsIG5vZGUgfSkpO1xufVxuXG4vKiogQHBhcmFtIHtzdHJpbmd9IHBhdGggKi9cbmZ1bmN0aW9uIGlzVmFsdWVzRmlsZShwYXRoKSB7XG4gIHJldHVybiAvKF58XFwvKXZhbHVlc1teL10qXFwueWE/bWwkLy50ZXN0KHBhdGgpO1xufVxuXG4vKipcbiAqIEhlbG0ncyB2YWx1ZXM7IGEgY2hhcnQgdGFrZXMgYW4gZW1wdHkgdGFnIGZyb20gaXRzIG93biB2ZXJzaW9uLlxuICogQHBhcmFtIHtHYXRlRG9jdW1lbnR9IGRvY3VtZW50XG4gKi9cbmZ1bmN0aW9uIHZhbHVlc09mKGRvY3VtZW50KSB7XG4gIGNvbnN0IGltYWdlcyA9IGRvY3VtZW50LmZpbmQoXCIqKi5pbWFnZVwiKTtcbiAgY29uc3QgcGFydHMgPSBpbWFnZXMuZmlsdGVyKChpbWFnZSkgPT4gaXNUZXh0KGltYWdlLmdldChcInJlcG9zaXRvcnlcIikpKS5mbGF0TWFwKChpbWFnZSkgPT4ge1xuICAgIGNvbnN0IHBhcnQgPSAoa2V5KSA9PiAoaW1hZ2UuZ2V0KGtleSk/LnRleHQgPz8gXCJcIikudHJpbSgpO1xuICAgIGNvbnN0IFtyZWdpc3RyeSwgcmVwb3NpdG9yeSwgdGFnLCBkaWdlc3RdID0gW1wicmVnaXN0cnlcIiwgXCJyZXBvc2l0b3J5XCIsIFwidGFnXCIsIFwiZGlnZXN0XCJdLm1hcChwYXJ0KTtcbiAgICBjb25zdCBuYW1lID0gcmVnaXN0cnkgPyBgJHtyZWdpc3RyeX0vJHtyZXBvc2l0b3J5fWAgOiByZXBvc2l0b3J5O1xuICAgIHJldHVybiB0YWcgfHwgZGlnZXN0XG4gICAgICA/IFt7IHJlZmVyZW5jZTogYCR7bmFtZX0ke3RhZyA/IGA6JHt0YWd9YCA6IFwiXCJ9JHtkaWdlc3QgPyBgQCR7ZGlnZXN0fWAgOiBcIlwifWAsIG5vZGU6IGltYWdlLmdldChkaWdlc3QgPyBcImRpZ2VzdFwiIDogXCJ0YWdcIikgfV1cbiAgICAgIDogW107XG4gIH0pO1xuICByZXR1cm4gWy4uLmFzUmVmZXJlbmNlcyhpbWFnZXMpLmZpbHRlcigoeyByZWZlcmVuY2UgfSkgPT4gL1s6L10vLnRlc3QocmVmZXJlbmNlKSksIC4uLnBhcnRzXTtcbn1cblxuZnVuY3Rpb24ganVkZ2VJbWFnZSh7IHJlZmVyZW5jZSwgbm9kZSB9LCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHdyaXR0ZW4gPSBzaG9ydChyZWZlcmVuY2UpO1xuICBjb25zdCBpbWFnZSA9IHBhcnNlKHdpdGhEZWZhdWx0cyhyZWZlcmVuY2UpKTtcbiAgY29uc3QgbmFtZSA9IHNob3J0KGltYWdlLm5hbWUpO1xuXG4gIGlmIChkaWdlc3RGb3JtLnRlc3QoaW1hZ2UuZGlnZXN0KSkge1xuICAgIHJldHVybiB0cnVlO1xuICB9XG5cbiAgaWYgKChpbWFnZS5kaWdlc3QgfHwgaW1hZ2UudGFnIHx8IGltYWdlLm5hbWUpLmluY2x1ZGVzKFwiJFwiKSkge1xuICAgIHJlcG9ydC53YXJuaW5nKFwiaW1hZ2UtdGFnLXVua25vd25cIiwgYCR7d3JpdHRlbn0gdGFrZXMgaXRzIHZlcnNpb24gZnJvbSBhIHZhcmlhYmxlLCBzbyB0aGlzIGZpbGUgZG9lcyBub3Qgc2F5IHdoaWNoIGltYWdlIHJ1bnMuIGBcbiAgICAgICsgXCJXcml0ZSB0aGUgdmVyc2lvbiBoZXJlLCBvciBwaW4gaXQgd2hlcmUgdGhlIHZhcmlhYmxlIGlzIHNldCBhbmQgbGlzdCB0aGUgaW1hZ2UgdW5kZXIgYGV4ZW1wdGAuXCIsIG5vZGUpO1xuICB9IGVsc2UgaWYgKGltYWdlLmRpZ2VzdCkge1xuICAgIHJlcG9ydC5lcnJvcihcImltYWdlLWRpZ2VzdC1pbnZhbGlkXCIsIGAke3dyaXR0ZW59IGlzIG5vdCBwaW5uZWQ6IGEgZGlnZXN0IGlzIHNoYTI1NjogYW5kIDY0IGxvd2VyLWNhc2UgaGV4YWRlY2ltYWwgZGlnaXRzLmAsIG5vZGUpO1xuICB9IGVsc2UgaWYgKCFpbWFnZS50YWcpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJpbWFnZS11bnRhZ2dlZFwiLCBgJHt3cml0dGVufSBoYXMgbm8gdGFnLCBzbyBpdCBydW5zIHdoYXRldmVyIFwibGF0ZXN0XCIgaXMgdGhhdCBkYXkuIGBcbiAgICAgICsgYFdyaXRlIGEgdmVyc2lvbiAoJHtuYW1lfTo8dmVyc2lvbj4pIG9yIGEgZGlnZXN0ICgke25hbWV9QHNoYTI1NjrigKYpLmAsIG5vZGUpO1xuICB9IGVsc2UgaWYgKG1hdGNoZXNBbnkoc2V0dGluZ3NbXCJmbG9hdGluZy10YWdzXCJdLCBpbWFnZS50YWcpKSB7XG4gICAgcmVwb3J0LmVycm9yKFwiaW1hZ2UtZmxvYXRpbmctdGFnXCIsIGAke3dyaXR0ZW59IGNhbiBiZWNvbWUgYW5vdGhlciBpbWFnZSB3aXRob3V0IGEgY29tbWl0OiB0aGUgdGFnICR7c2hvcnQoaW1hZ2UudGFnKX0gbW92ZXMuIGBcbiAgICAgICsgYFdyaXRlIGEgdmVyc2lvbiAoJHtuYW1lfTo8dmVyc2lvbj4pIG9yIGEgZGlnZXN0ICgke25hbWV9QHNoYTI1NjrigKYpLmAsIG5vZGUpO1xuICB9IGVsc2UgaWYgKHNldHRpbmdzW1wicmVxdWlyZS1kaWdlc3RcIl0pIHtcbiAgICByZXBvcnQuZXJyb3IoXCJpbWFnZS13aXRob3V0LWRpZ2VzdFwiLCBgJHt3cml0dGVufSBoYXMgbm8gZGlnZXN0LCBzbyBpdHMgdGFnIGNhbiBiZSBtb3ZlZCB0byBhbm90aGVyIGltYWdlLiBgXG4gICAgICArIGBXcml0ZSAke3Nob3J0KGAke25hbWV9OiR7aW1hZ2UudGFnfWApfUBzaGEyNTY64oCmLmAsIG5vZGUpO1xuICB9IGVsc2UgaWYgKHNldHRpbmdzW1wicmVxdWlyZS1zZW12ZXJcIl0gJiYgIWlzVmVyc2lvbihpbWFnZS50YWcpKSB7XG4gICAgcmVwb3J0LmVycm9yKFwiaW1hZ2UtdGFnLW5vLXZlcnNpb25cIiwgYCR7d3JpdHRlbn0gaGFzIHRoZSB0YWcgJHtzaG9ydChpbWFnZS50YWcpfSwgd2hpY2ggaXMgbm8gd2hvbGUgdmVyc2lvbi4gYFxuICAgICAgKyBgV3JpdGUgb25lIHN1Y2ggYXMgJHtuYW1lfToxLjIuMywgb3IgYSBkaWdlc3QgKCR7bmFtZX1Ac2hhMjU2OuKApikuYCwgbm9kZSk7XG4gIH0gZWxzZSB7XG4gICAgcmV0dXJuIHRydWU7XG4gIH1cblxuICByZXR1cm4gZmFsc2U7XG59XG5cbi8qKiBBIHNlbWFudGljIHZlcnNpb24sIHdpdGggb3Igd2l0aG91dCBgdmA7IHdoYXQgc3RhbmRzIGJlaGluZCBpdCwgc3VjaCBhcyBgLWFscGluZWAsIHJlYWRzIGFzIGEgcHJlLXJlbGVhc2UuICovXG5mdW5jdGlvbiBpc1ZlcnNpb24odGFnKSB7XG4gIHJldHVybiBwYXJzZVZlcnNpb24odGFnLnJlcGxhY2UoL152LywgXCJcIikpICE9PSB1bmRlZmluZWQ7XG59XG5cbi8qKiBgcmVnaXN0cnk6NTAwMC90ZWFtL2FwcDoxLjJAc2hhMjU2OuKApmAgaW50byBuYW1lLCB0YWcgYW5kIGRpZ2VzdC4gKi9cbmZ1bmN0aW9uIHBhcnNlKHJlZmVyZW5jZSkge1xuICBjb25zdCBhdCA9IHJlZmVyZW5jZS5pbmRleE9mKFwiQFwiKTtcbiAgY29uc3QgbmFtZSA9IGF0IDwgMCA/IHJlZmVyZW5jZSA6IHJlZmVyZW5jZS5zbGljZSgwLCBhdCk7XG4gIGNvbnN0IGNvbG9uID0gbmFtZS5pbmRleE9mKFwiOlwiLCBuYW1lLmxhc3RJbmRleE9mKFwiL1wiKSArIDEpO1xuICByZXR1cm4ge1xuICAgIG5hbWU6IGNvbG9uIDwgMCA/IG5hbWUgOiBuYW1lLnNsaWNlKDAsIGNvbG9uKSxcbiAgICB0YWc6IGNvbG9uIDwgMCA/IFwiXCIgOiBuYW1lLnNsaWNlKGNvbG9uICsgMSksXG4gICAgZGlnZXN0OiBhdCA8IDAgPyBcIlwiIDogcmVmZXJlbmNlLnNsaWNlKGF0ICsgMSksXG4gIH07XG59XG5cbi8qKiBDb21wb3NlJ3MgYCR7VEFHOi0xLjJ9YCBiZWNvbWVzIGAxLjJgOyBhIHZhcmlhYmxlIHdpdGhvdXQgYSBkZWZhdWx0IGJlY29tZXMgYCRgLiAqL1xuZnVuY3Rpb24gd2l0aERlZmF1bHRzKHJlZmVyZW5jZSkge1xuICByZXR1cm4gcmVmZXJlbmNlXG4gICAgLnJlcGxhY2UoL1xcJFxce1xcdys6Py0oW157fV0qKVxcfS9nLCBcIiQxXCIpXG4gICAgLnJlcGxhY2UoL1xcJFxce1tee31dKlxcfXxcXCRcXChbXigpXSpcXCl8XFwkXFx3Ky9nLCBcIiQkXCIpO1xufVxuXG5mdW5jdGlvbiBpc0V4ZW1wdChyZWZlcmVuY2UsIGdsb2JzKSB7XG4gIHJldHVybiBtYXRjaGVzQW55KGdsb2JzLCByZWZlcmVuY2UpIHx8IG1hdGNoZXNBbnkoZ2xvYnMsIHBhcnNlKHdpdGhEZWZhdWx0cyhyZWZlcmVuY2UpKS5uYW1lKTtcbn1cblxuLyoqIEBwYXJhbSB7R2F0ZU5vZGUgfCB1bmRlZmluZWR9IG5vZGUgKi9cbmZ1bmN0aW9uIGlzVGV4dChub2RlKSB7XG4gIHJldHVybiB0eXBlb2Ygbm9kZT8udmFsdWUgPT09IFwic3RyaW5nXCIgJiYgbm9kZS52YWx1ZSAhPT0gXCJcIjtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7QUFVQSxzQkFPQztBQWRELDRDQUE2QztBQUM3Qyw0Q0FBK0M7QUFDL0Msa0RBQWtEO0FBRWxELElBQU0sVUFBVSxHQUFHLDhDQUE4QyxDQUFDO0FBR2xFLFNBQWdCLEtBQUssQ0FBQyxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzlDLElBQU0sU0FBUywwQ0FBTyxDQUFDLE1BQUEsUUFBUSxDQUFDLElBQUksbUNBQUksRUFBRSxDQUFDLGtCQUFLLENBQUMsTUFBQSxRQUFRLENBQUMsSUFBSSxtQ0FBSSxFQUFFLENBQUMsU0FBQyxDQUFDO0lBQ3ZFLElBQU0sTUFBTSxHQUFHLFNBQVMsQ0FBQyxPQUFPLENBQUMsUUFBUSxDQUFDLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBYTtZQUFYLFNBQVMsZUFBQTtRQUFPLE9BQUEsQ0FBQyxRQUFRLENBQUMsU0FBUyxFQUFFLFFBQVEsQ0FBQyxNQUFNLENBQUM7SUFBckMsQ0FBcUMsQ0FBQyxDQUFDO0lBQzVHLElBQU0sTUFBTSxHQUFHLE1BQU0sQ0FBQyxNQUFNLENBQUMsVUFBQyxLQUFLLElBQUssT0FBQSxVQUFVLENBQUMsS0FBSyxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsRUFBbkMsQ0FBbUMsQ0FBQyxDQUFDO0lBQzdFLElBQUksTUFBTSxDQUFDLE1BQU0sR0FBRyxDQUFDLEVBQUUsQ0FBQztRQUN0QixNQUFNLENBQUMsSUFBSSxDQUFDLG1CQUFtQixFQUFFLFVBQUcsSUFBQSxnQkFBSyxFQUFDLE1BQU0sQ0FBQyxNQUFNLEVBQUUsT0FBTyxDQUFDLGNBQUksTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLFdBQVcsQ0FBQyxDQUFDLENBQUMsWUFBWSxhQUFVLENBQUMsQ0FBQztJQUNuSSxDQUFDO0FBQ0gsQ0FBQztBQU9ELFNBQVMsUUFBUSxDQUFDLFFBQVE7O0lBQ2hCLElBQUEsSUFBSSxHQUFLLFFBQVEsS0FBYixDQUFjO0lBQzFCLElBQUksTUFBTSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsWUFBWSxDQUFDLENBQUMsSUFBSSxNQUFNLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsQ0FBQyxFQUFFLENBQUM7UUFDL0QsT0FBTyxDQUFDLFdBQVcsRUFBRSxRQUFRLENBQUMsQ0FBQyxRQUFRLENBQUMsTUFBQSxJQUFJLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQywwQ0FBRSxLQUFLLENBQUM7WUFDOUQsQ0FBQyxDQUFDLEVBQUU7WUFDSixDQUFDLENBQUMsWUFBWSx3Q0FBSyxRQUFRLENBQUMsSUFBSSxDQUFDLFVBQVUsQ0FBQyxrQkFBSyxRQUFRLENBQUMsSUFBSSxDQUFDLG9CQUFvQixDQUFDLFVBQUUsQ0FBQztJQUMzRixDQUFDO0lBRUQsT0FBTyxJQUFJLENBQUMsR0FBRyxDQUFDLFVBQVUsQ0FBQztRQUN6QixDQUFDLENBQUMsWUFBWSxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsa0JBQWtCLENBQUMsQ0FBQyxNQUFNLENBQUMsVUFBQyxLQUFLLFlBQUssT0FBQSxDQUFDLENBQUEsTUFBQSxLQUFLLENBQUMsTUFBTSwwQ0FBRSxHQUFHLENBQUMsT0FBTyxDQUFDLENBQUEsQ0FBQSxFQUFBLENBQUMsQ0FBQztRQUNoRyxDQUFDLENBQUMsWUFBWSxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsUUFBUSxDQUFDLFFBQVEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7QUFDNUQsQ0FBQztBQUdELFNBQVMsWUFBWSxDQUFDLEtBQUs7SUFDekIsT0FBTyxLQUFLLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxDQUFDLEdBQUcsQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLENBQUMsRUFBRSxTQUFTLEVBQUUsSUFBSSxDQUFDLEtBQUssRUFBRSxJQUFJLE1BQUEsRUFBRSxDQUFDLEVBQWpDLENBQWlDLENBQUMsQ0FBQztBQUMvRSxDQUFDO0FBR0QsU0FBUyxZQUFZLENBQUMsSUFBSTtJQUN4QixPQUFPLDJCQUEyQixDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztBQUNoRCxDQUFDO0FBTUQsU0FBUyxRQUFRLENBQUMsUUFBUTtJQUN4QixJQUFNLE1BQU0sR0FBRyxRQUFRLENBQUMsSUFBSSxDQUFDLFVBQVUsQ0FBQyxDQUFDO0lBQ3pDLElBQU0sS0FBSyxHQUFHLE1BQU0sQ0FBQyxNQUFNLENBQUMsVUFBQyxLQUFLLElBQUssT0FBQSxNQUFNLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxZQUFZLENBQUMsQ0FBQyxFQUEvQixDQUErQixDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsS0FBSztRQUNwRixJQUFNLElBQUksR0FBRyxVQUFDLEdBQUcsZ0JBQUssT0FBQSxDQUFDLE1BQUEsTUFBQSxLQUFLLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQywwQ0FBRSxJQUFJLG1DQUFJLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxDQUFBLEVBQUEsQ0FBQztRQUNwRCxJQUFBLEtBQUEsT0FBc0MsQ0FBQyxVQUFVLEVBQUUsWUFBWSxFQUFFLEtBQUssRUFBRSxRQUFRLENBQUMsQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLElBQUEsRUFBMUYsUUFBUSxRQUFBLEVBQUUsVUFBVSxRQUFBLEVBQUUsR0FBRyxRQUFBLEVBQUUsTUFBTSxRQUF5RCxDQUFDO1FBQ2xHLElBQU0sSUFBSSxHQUFHLFFBQVEsQ0FBQyxDQUFDLENBQUMsVUFBRyxRQUFRLGNBQUksVUFBVSxDQUFFLENBQUMsQ0FBQyxDQUFDLFVBQVUsQ0FBQztRQUNqRSxPQUFPLEdBQUcsSUFBSSxNQUFNO1lBQ2xCLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBUyxFQUFFLFVBQUcsSUFBSSxTQUFHLEdBQUcsQ0FBQyxDQUFDLENBQUMsV0FBSSxHQUFHLENBQUUsQ0FBQyxDQUFDLENBQUMsRUFBRSxTQUFHLE1BQU0sQ0FBQyxDQUFDLENBQUMsV0FBSSxNQUFNLENBQUUsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFFLEVBQUUsSUFBSSxFQUFFLEtBQUssQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQyxRQUFRLENBQUMsQ0FBQyxDQUFDLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDNUgsQ0FBQyxDQUFDLEVBQUUsQ0FBQztJQUNULENBQUMsQ0FBQyxDQUFDO0lBQ0gsOENBQVcsWUFBWSxDQUFDLE1BQU0sQ0FBQyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQWE7WUFBWCxTQUFTLGVBQUE7UUFBTyxPQUFBLE1BQU0sQ0FBQyxJQUFJLENBQUMsU0FBUyxDQUFDO0lBQXRCLENBQXNCLENBQUMsa0JBQUssS0FBSyxVQUFFO0FBQy9GLENBQUM7QUFFRCxTQUFTLFVBQVUsQ0FBQyxFQUFtQixFQUFFLFFBQVEsRUFBRSxNQUFNO1FBQW5DLFNBQVMsZUFBQSxFQUFFLElBQUksVUFBQTtJQUNuQyxJQUFNLE9BQU8sR0FBRyxJQUFBLGdCQUFLLEVBQUMsU0FBUyxDQUFDLENBQUM7SUFDakMsSUFBTSxLQUFLLEdBQUcsS0FBSyxDQUFDLFlBQVksQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDO0lBQzdDLElBQU0sSUFBSSxHQUFHLElBQUEsZ0JBQUssRUFBQyxLQUFLLENBQUMsSUFBSSxDQUFDLENBQUM7SUFFL0IsSUFBSSxVQUFVLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxNQUFNLENBQUMsRUFBRSxDQUFDO1FBQ2xDLE9BQU8sSUFBSSxDQUFDO0lBQ2QsQ0FBQztJQUVELElBQUksQ0FBQyxLQUFLLENBQUMsTUFBTSxJQUFJLEtBQUssQ0FBQyxHQUFHLElBQUksS0FBSyxDQUFDLElBQUksQ0FBQyxDQUFDLFFBQVEsQ0FBQyxHQUFHLENBQUMsRUFBRSxDQUFDO1FBQzVELE1BQU0sQ0FBQyxPQUFPLENBQUMsbUJBQW1CLEVBQUUsVUFBRyxPQUFPLHFGQUFrRjtjQUM1SCxnR0FBZ0csRUFBRSxJQUFJLENBQUMsQ0FBQztJQUM5RyxDQUFDO1NBQU0sSUFBSSxLQUFLLENBQUMsTUFBTSxFQUFFLENBQUM7UUFDeEIsTUFBTSxDQUFDLEtBQUssQ0FBQyxzQkFBc0IsRUFBRSxVQUFHLE9BQU8sOEVBQTJFLEVBQUUsSUFBSSxDQUFDLENBQUM7SUFDcEksQ0FBQztTQUFNLElBQUksQ0FBQyxLQUFLLENBQUMsR0FBRyxFQUFFLENBQUM7UUFDdEIsTUFBTSxDQUFDLEtBQUssQ0FBQyxnQkFBZ0IsRUFBRSxVQUFHLE9BQU8sOERBQXlEO2NBQzlGLDJCQUFvQixJQUFJLHNDQUE0QixJQUFJLHFCQUFhLEVBQUUsSUFBSSxDQUFDLENBQUM7SUFDbkYsQ0FBQztTQUFNLElBQUksSUFBQSxxQkFBVSxFQUFDLFFBQVEsQ0FBQyxlQUFlLENBQUMsRUFBRSxLQUFLLENBQUMsR0FBRyxDQUFDLEVBQUUsQ0FBQztRQUM1RCxNQUFNLENBQUMsS0FBSyxDQUFDLG9CQUFvQixFQUFFLFVBQUcsT0FBTyxpRUFBdUQsSUFBQSxnQkFBSyxFQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsYUFBVTtjQUMxSCwyQkFBb0IsSUFBSSxzQ0FBNEIsSUFBSSxxQkFBYSxFQUFFLElBQUksQ0FBQyxDQUFDO0lBQ25GLENBQUM7U0FBTSxJQUFJLFFBQVEsQ0FBQyxnQkFBZ0IsQ0FBQyxFQUFFLENBQUM7UUFDdEMsTUFBTSxDQUFDLEtBQUssQ0FBQyxzQkFBc0IsRUFBRSxVQUFHLE9BQU8sK0RBQTREO2NBQ3ZHLGdCQUFTLElBQUEsZ0JBQUssRUFBQyxVQUFHLElBQUksY0FBSSxLQUFLLENBQUMsR0FBRyxDQUFFLENBQUMsb0JBQVksRUFBRSxJQUFJLENBQUMsQ0FBQztJQUNoRSxDQUFDO1NBQU0sSUFBSSxRQUFRLENBQUMsZ0JBQWdCLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLEVBQUUsQ0FBQztRQUMvRCxNQUFNLENBQUMsS0FBSyxDQUFDLHNCQUFzQixFQUFFLFVBQUcsT0FBTywwQkFBZ0IsSUFBQSxnQkFBSyxFQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsa0NBQStCO2NBQzFHLDRCQUFxQixJQUFJLGtDQUF3QixJQUFJLHFCQUFhLEVBQUUsSUFBSSxDQUFDLENBQUM7SUFDaEYsQ0FBQztTQUFNLENBQUM7UUFDTixPQUFPLElBQUksQ0FBQztJQUNkLENBQUM7SUFFRCxPQUFPLEtBQUssQ0FBQztBQUNmLENBQUM7QUFHRCxTQUFTLFNBQVMsQ0FBQyxHQUFHO0lBQ3BCLE9BQU8sSUFBQSwwQkFBWSxFQUFDLEdBQUcsQ0FBQyxPQUFPLENBQUMsSUFBSSxFQUFFLEVBQUUsQ0FBQyxDQUFDLEtBQUssU0FBUyxDQUFDO0FBQzNELENBQUM7QUFHRCxTQUFTLEtBQUssQ0FBQyxTQUFTO0lBQ3RCLElBQU0sRUFBRSxHQUFHLFNBQVMsQ0FBQyxPQUFPLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDbEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxFQUFFLENBQUMsQ0FBQztJQUN6RCxJQUFNLEtBQUssR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxJQUFJLENBQUMsV0FBVyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDO0lBQzNELE9BQU87UUFDTCxJQUFJLEVBQUUsS0FBSyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxLQUFLLENBQUM7UUFDN0MsR0FBRyxFQUFFLEtBQUssR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxLQUFLLEdBQUcsQ0FBQyxDQUFDO1FBQzNDLE1BQU0sRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxLQUFLLENBQUMsRUFBRSxHQUFHLENBQUMsQ0FBQztLQUM5QyxDQUFDO0FBQ0osQ0FBQztBQUdELFNBQVMsWUFBWSxDQUFDLFNBQVM7SUFDN0IsT0FBTyxTQUFTO1NBQ2IsT0FBTyxDQUFDLHVCQUF1QixFQUFFLElBQUksQ0FBQztTQUN0QyxPQUFPLENBQUMsa0NBQWtDLEVBQUUsSUFBSSxDQUFDLENBQUM7QUFDdkQsQ0FBQztBQUVELFNBQVMsUUFBUSxDQUFDLFNBQVMsRUFBRSxLQUFLO0lBQ2hDLE9BQU8sSUFBQSxxQkFBVSxFQUFDLEtBQUssRUFBRSxTQUFTLENBQUMsSUFBSSxJQUFBLHFCQUFVLEVBQUMsS0FBSyxFQUFFLEtBQUssQ0FBQyxZQUFZLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQztBQUNoRyxDQUFDO0FBR0QsU0FBUyxNQUFNLENBQUMsSUFBSTtJQUNsQixPQUFPLE9BQU8sQ0FBQSxJQUFJLGFBQUosSUFBSSx1QkFBSixJQUFJLENBQUUsS0FBSyxDQUFBLEtBQUssUUFBUSxJQUFJLElBQUksQ0FBQyxLQUFLLEtBQUssRUFBRSxDQUFDO0FBQzlELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MjU0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
