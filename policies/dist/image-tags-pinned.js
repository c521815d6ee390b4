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
    var root = document.root;
    if (isText(root.get("apiVersion")) && isText(root.get("kind"))) {
        return ["ConfigMap", "Secret"].includes(root.get("kind").value)
            ? []
            : asReferences(__spreadArray(__spreadArray([], __read(document.find("**.image")), false), __read(document.find("**.image.reference")), false));
    }
    return root.has("services")
        ? asReferences(document.find("services.*.image").filter(function (image) { return !image.parent.has("build"); }))
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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjozNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3ZlcnNpb25zLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIFNlbWFudGljIHZlcnNpb25zLCBhcyBzZW12ZXIub3JnIHdyaXRlcyB0aGVtLlxuXG4vKipcbiAqIEB0eXBlZGVmIHtvYmplY3R9IFZlcnNpb25cbiAqIEBwcm9wZXJ0eSB7c3RyaW5nfSB0ZXh0IGFzIGl0IGlzIHdyaXR0ZW5cbiAqIEBwcm9wZXJ0eSB7bnVtYmVyW119IGNvcmUgbWFqb3IsIG1pbm9yIGFuZCBwYXRjaFxuICogQHByb3BlcnR5IHtzdHJpbmdbXX0gcHJlIHdoYXQgc3RhbmRzIGJlaGluZCB0aGUgYC1gLCBpbiBwYXJ0czsgZW1wdHkgZm9yIGEgcmVsZWFzZVxuICovXG5cbmNvbnN0IG51bWJlciA9IFwiMHxbMS05XVxcXFxkKlwiO1xuY29uc3QgaWRlbnRpZmllciA9IFwiMHxbMS05XVxcXFxkKnxcXFxcZCpbYS16QS1aLV1bMC05YS16QS1aLV0qXCI7XG5jb25zdCBmb3JtID0gbmV3IFJlZ0V4cChgXigke251bWJlcn0pXFxcXC4oJHtudW1iZXJ9KVxcXFwuKCR7bnVtYmVyfSkoPzotKCg/OiR7aWRlbnRpZmllcn0pKD86XFxcXC4oPzoke2lkZW50aWZpZXJ9KSkqKSk/KD86XFxcXCtbMC05YS16QS1aLV0rKD86XFxcXC5bMC05YS16QS1aLV0rKSopPyRgKTtcblxuLyoqXG4gKiBSZWFkcyBgMS4yLjNgLCBgMS4yLjMtcmMuMWAgb3IgYDEuMi4zK2J1aWxkYC5cbiAqIEBwYXJhbSB7c3RyaW5nfSB0ZXh0XG4gKiBAcmV0dXJucyB7VmVyc2lvbiB8IHVuZGVmaW5lZH0gdW5kZWZpbmVkIHdoZW4gaXQgaXMgbm8gc2VtYW50aWMgdmVyc2lvblxuICovXG5leHBvcnQgZnVuY3Rpb24gcGFyc2VWZXJzaW9uKHRleHQpIHtcbiAgY29uc3QgZm91bmQgPSBmb3JtLmV4ZWModGV4dCk7XG4gIGlmICghZm91bmQpIHtcbiAgICByZXR1cm4gdW5kZWZpbmVkO1xuICB9XG5cbiAgY29uc3QgWywgbWFqb3IsIG1pbm9yLCBwYXRjaCwgcHJlXSA9IGZvdW5kO1xuICByZXR1cm4geyB0ZXh0LCBjb3JlOiBbbWFqb3IsIG1pbm9yLCBwYXRjaF0ubWFwKE51bWJlciksIHByZTogcHJlID8gcHJlLnNwbGl0KFwiLlwiKSA6IFtdIH07XG59XG5cbi8qKlxuICogQmVsb3cgMCB3aGVuIHRoZSBmaXJzdCBpcyBvbGRlciwgYWJvdmUgMCB3aGVuIGl0IGlzIG5ld2VyLCAwIHdoZW4gbmVpdGhlciBjb21lcyBmaXJzdC5cbiAqIEBwYXJhbSB7VmVyc2lvbn0gYVxuICogQHBhcmFtIHtWZXJzaW9ufSBiXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb21wYXJlVmVyc2lvbnMoYSwgYikge1xuICBjb25zdCBkaWZmZXJlbmNlID0gYS5jb3JlLm1hcCgocGFydCwgaSkgPT4gcGFydCAtIGIuY29yZVtpXSkuZmluZCgocGFydCkgPT4gcGFydCAhPT0gMCk7XG4gIHJldHVybiBkaWZmZXJlbmNlID8/IGNvbXBhcmVQcmUoYS5wcmUsIGIucHJlKTtcbn1cblxuLyoqXG4gKiBBIHJlbGVhc2UgaXMgbmV3ZXIgdGhhbiBpdHMgcmVsZWFzZSBjYW5kaWRhdGVzOyBudW1iZXJzIGNvdW50IGJlbG93IHdvcmRzLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gYVxuICogQHBhcmFtIHtzdHJpbmdbXX0gYlxuICovXG5mdW5jdGlvbiBjb21wYXJlUHJlKGEsIGIpIHtcbiAgaWYgKGEubGVuZ3RoID09PSAwIHx8IGIubGVuZ3RoID09PSAwKSB7XG4gICAgcmV0dXJuIGIubGVuZ3RoIC0gYS5sZW5ndGg7XG4gIH1cblxuICBmb3IgKGNvbnN0IFtpLCBwYXJ0XSBvZiBhLmVudHJpZXMoKSkge1xuICAgIGlmIChpID49IGIubGVuZ3RoKSB7XG4gICAgICByZXR1cm4gMTtcbiAgICB9XG5cbiAgICBpZiAocGFydCAhPT0gYltpXSkge1xuICAgICAgcmV0dXJuIGNvbXBhcmVQYXJ0KHBhcnQsIGJbaV0pO1xuICAgIH1cbiAgfVxuXG4gIHJldHVybiBhLmxlbmd0aCAtIGIubGVuZ3RoO1xufVxuXG4vKipcbiAqIEBwYXJhbSB7c3RyaW5nfSBhXG4gKiBAcGFyYW0ge3N0cmluZ30gYlxuICovXG5mdW5jdGlvbiBjb21wYXJlUGFydChhLCBiKSB7XG4gIGNvbnN0IFtpc051bWJlciwgb3RoZXJJc051bWJlcl0gPSBbL15cXGQrJC8udGVzdChhKSwgL15cXGQrJC8udGVzdChiKV07XG4gIGlmIChpc051bWJlciAmJiBvdGhlcklzTnVtYmVyKSB7XG4gICAgcmV0dXJuIE51bWJlcihhKSAtIE51bWJlcihiKTtcbiAgfVxuXG4gIHJldHVybiBpc051bWJlciAhPT0gb3RoZXJJc051bWJlciA/IChpc051bWJlciA/IC0xIDogMSkgOiBhIDwgYiA/IC0xIDogMTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQW1CQSxvQ0FRQztBQU9ELDBDQUdDO0FBM0JELElBQU0sTUFBTSxHQUFHLGFBQWEsQ0FBQztBQUM3QixJQUFNLFVBQVUsR0FBRyx3Q0FBd0MsQ0FBQztBQUM1RCxJQUFNLElBQUksR0FBRyxJQUFJLE1BQU0sQ0FBQyxZQUFLLE1BQU0sa0JBQVEsTUFBTSxrQkFBUSxNQUFNLHNCQUFZLFVBQVUsdUJBQWEsVUFBVSxzREFBbUQsQ0FBQyxDQUFDO0FBT2pLLFNBQWdCLFlBQVksQ0FBQyxJQUFJO0lBQy9CLElBQU0sS0FBSyxHQUFHLElBQUksQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7SUFDOUIsSUFBSSxDQUFDLEtBQUssRUFBRSxDQUFDO1FBQ1gsT0FBTyxTQUFTLENBQUM7SUFDbkIsQ0FBQztJQUVLLElBQUEsS0FBQSxPQUErQixLQUFLLElBQUEsRUFBakMsS0FBSyxRQUFBLEVBQUUsS0FBSyxRQUFBLEVBQUUsS0FBSyxRQUFBLEVBQUUsR0FBRyxRQUFTLENBQUM7SUFDM0MsT0FBTyxFQUFFLElBQUksTUFBQSxFQUFFLElBQUksRUFBRSxDQUFDLEtBQUssRUFBRSxLQUFLLEVBQUUsS0FBSyxDQUFDLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQyxFQUFFLEdBQUcsRUFBRSxHQUFHLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsRUFBRSxDQUFDO0FBQzNGLENBQUM7QUFPRCxTQUFnQixlQUFlLENBQUMsQ0FBQyxFQUFFLENBQUM7SUFDbEMsSUFBTSxVQUFVLEdBQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsVUFBQyxJQUFJLEVBQUUsQ0FBQyxJQUFLLE9BQUEsSUFBSSxHQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQWhCLENBQWdCLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxJQUFJLEtBQUssQ0FBQyxFQUFWLENBQVUsQ0FBQyxDQUFDO0lBQ3hGLE9BQU8sVUFBVSxhQUFWLFVBQVUsY0FBVixVQUFVLEdBQUksVUFBVSxDQUFDLENBQUMsQ0FBQyxHQUFHLEVBQUUsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0FBQ2hELENBQUM7QUFPRCxTQUFTLFVBQVUsQ0FBQyxDQUFDLEVBQUUsQ0FBQzs7SUFDdEIsSUFBSSxDQUFDLENBQUMsTUFBTSxLQUFLLENBQUMsSUFBSSxDQUFDLENBQUMsTUFBTSxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQ3JDLE9BQU8sQ0FBQyxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUMsTUFBTSxDQUFDO0lBQzdCLENBQUM7O1FBRUQsS0FBd0IsSUFBQSxLQUFBLFNBQUEsQ0FBQyxDQUFDLE9BQU8sRUFBRSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBM0IsSUFBQSxLQUFBLG1CQUFTLEVBQVIsQ0FBQyxRQUFBLEVBQUUsSUFBSSxRQUFBO1lBQ2pCLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQztnQkFDbEIsT0FBTyxDQUFDLENBQUM7WUFDWCxDQUFDO1lBRUQsSUFBSSxJQUFJLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7Z0JBQ2xCLE9BQU8sV0FBVyxDQUFDLElBQUksRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQztZQUNqQyxDQUFDO1FBQ0gsQ0FBQzs7Ozs7Ozs7O0lBRUQsT0FBTyxDQUFDLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxNQUFNLENBQUM7QUFDN0IsQ0FBQztBQU1ELFNBQVMsV0FBVyxDQUFDLENBQUMsRUFBRSxDQUFDO0lBQ2pCLElBQUEsS0FBQSxPQUE0QixDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQUUsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFBLEVBQTdELFFBQVEsUUFBQSxFQUFFLGFBQWEsUUFBc0MsQ0FBQztJQUNyRSxJQUFJLFFBQVEsSUFBSSxhQUFhLEVBQUUsQ0FBQztRQUM5QixPQUFPLE1BQU0sQ0FBQyxDQUFDLENBQUMsR0FBRyxNQUFNLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDL0IsQ0FBQztJQUVELE9BQU8sUUFBUSxLQUFLLGFBQWEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQztBQUMzRSxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjExNSwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjExNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvaW1hZ2UtdGFncy1waW5uZWQvcG9saWN5LmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIFdoaWNoIGltYWdlIHJ1bnMgbXVzdCBiZSB3cml0dGVuIGluIHRoZSByZXBvc2l0b3J5LCBub3QgZGVjaWRlZCBieSB3aG9ldmVyIHB1c2hlZCBsYXN0LlxuXG5pbXBvcnQgeyBtYXRjaGVzQW55IH0gZnJvbSBcIi4uL2xpYi9nbG9icy5qc1wiO1xuaW1wb3J0IHsgY291bnQsIHNob3J0IH0gZnJvbSBcIi4uL2xpYi90ZXh0cy5qc1wiO1xuaW1wb3J0IHsgcGFyc2VWZXJzaW9uIH0gZnJvbSBcIi4uL2xpYi92ZXJzaW9ucy5qc1wiO1xuXG5jb25zdCBkaWdlc3RGb3JtID0gL14oc2hhMjU2OlswLTlhLWZdezY0fXxzaGE1MTI6WzAtOWEtZl17MTI4fSkkLztcblxuLyoqIEB0eXBlIHtKdWRnZX0gKi9cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBkb2N1bWVudHMgPSBbLi4uKGV2aWRlbmNlLnlhbWwgPz8gW10pLCAuLi4oZXZpZGVuY2UuanNvbiA/PyBbXSldO1xuICBjb25zdCBpbWFnZXMgPSBkb2N1bWVudHMuZmxhdE1hcChpbWFnZXNPZikuZmlsdGVyKCh7IHJlZmVyZW5jZSB9KSA9PiAhaXNFeGVtcHQocmVmZXJlbmNlLCBzZXR0aW5ncy5leGVtcHQpKTtcbiAgY29uc3QgcGlubmVkID0gaW1hZ2VzLmZpbHRlcigoaW1hZ2UpID0+IGp1ZGdlSW1hZ2UoaW1hZ2UsIHNldHRpbmdzLCByZXBvcnQpKTtcbiAgaWYgKHBpbm5lZC5sZW5ndGggPiAwKSB7XG4gICAgcmVwb3J0LnBhc3MoXCJpbWFnZS10YWdzLXBpbm5lZFwiLCBgJHtjb3VudChwaW5uZWQubGVuZ3RoLCBcImltYWdlXCIpfSAke3Bpbm5lZC5sZW5ndGggPT09IDEgPyBcIm5hbWVzIGl0c1wiIDogXCJuYW1lIHRoZWlyXCJ9IHZlcnNpb25gKTtcbiAgfVxufVxuXG4vKipcbiAqIFdoYXQgbmFtZXMgYW4gaW1hZ2U6IGluIEt1YmVybmV0ZXMgZXZlcnkgYGltYWdlYCwgaW4gYSBjb21wb3NlIGZpbGUgdGhvc2Ugb2Ygc2VydmljZXMgdGhhdCBhcmUgbm90IGJ1aWx0IHRoZXJlLCBhbmQgaW4gSGVsbSdzXG4gKiB2YWx1ZXMgYGltYWdlYCB3aXRoIGl0cyByZXBvc2l0b3J5IGFuZCB0YWcuXG4gKiBAcGFyYW0ge0dhdGVEb2N1bWVudH0gZG9jdW1lbnRcbiAqL1xuZnVuY3Rpb24gaW1hZ2VzT2YoZG9jdW1lbnQpIHtcbiAgY29uc3QgeyByb290IH0gPSBkb2N1bWVudDtcbiAgaWYgKGlzVGV4dChyb290LmdldChcImFwaVZlcnNpb25cIikpICYmIGlzVGV4dChyb290LmdldChcImtpbmRcIikpKSB7XG4gICAgcmV0dXJuIFtcIkNvbmZpZ01hcFwiLCBcIlNlY3JldFwiXS5pbmNsdWRlcyhyb290LmdldChcImtpbmRcIikudmFsdWUpXG4gICAgICA/IFtdXG4gICAgICA6IGFzUmVmZXJlbmNlcyhbLi4uZG9jdW1lbnQuZmluZChcIioqLmltYWdlXCIpLCAuLi5kb2N1bWVudC5maW5kKFwiKiouaW1hZ2UucmVmZXJlbmNlXCIpXSk7XG4gIH1cblxuICByZXR1cm4gcm9vdC5oYXMoXCJzZXJ2aWNlc1wiKVxuICAgID8gYXNSZWZlcmVuY2VzKGRvY3VtZW50LmZpbmQoXCJzZXJ2aWNlcy4qLmltYWdlXCIpLmZpbHRlcigoaW1hZ2UpID0+ICFpbWFnZS5wYXJlbnQuaGFzKFwiYnVpbGRcIikpKVxuICAgIDogaXNWYWx1ZXNGaWxlKGRvY3VtZW50LnBhdGgpID8gdmFsdWVzT2YoZG9jdW1lbnQpIDogW107XG59XG5cbi8qKiBAcGFyYW0ge0dhdGVOb2RlW119IG5vZGVzICovXG5mdW5jdGlvbiBhc1JlZmVyZW5jZXMobm9kZXMpIHtcbiAgcmV0dXJuIG5vZGVzLmZpbHRlcihpc1RleHQpLm1hcCgobm9kZSkgPT4gKHsgcmVmZXJlbmNlOiBub2RlLnZhbHVlLCBub2RlIH0pKTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBwYXRoICovXG5mdW5jdGlvbiBpc1ZhbHVlc0ZpbGUocGF0aCkge1xuICByZXR1cm4gLyhefFxcLyl2YWx1ZXNbXi9dKlxcLnlhP21sJC8udGVzdChwYXRoKTtcbn1cblxuLyoqXG4gKiBIZWxtJ3MgdmFsdWVzOyBhIGNoYXJ0IHRha2VzIGFuIGVtcHR5IHRhZyBmcm9tIGl0cyBvd24gdmVyc2lvbi5cbiAqIEBwYXJhbSB7R2F0ZURvY3VtZW50fSBkb2N1bWVudFxuICovXG5mdW5jdGlvbiB2YWx1ZXNPZihkb2N1bWVudCkge1xuICBjb25zdCBpbWFnZXMgPSBkb2N1bWVudC5maW5kKFwiKiouaW1hZ2VcIik7XG4gIGNvbnN0IHBhcnRzID0gaW1hZ2VzLmZpbHRlcigoaW1hZ2UpID0+IGlzVGV4dChpbWFnZS5nZXQoXCJyZXBvc2l0b3J5XCIpKSkuZmxhdE1hcCgoaW1hZ2UpID0+IHtcbiAgICBjb25zdCBwYXJ0ID0gKGtleSkgPT4gKGltYWdlLmdldChrZXkpPy50ZXh0ID8/IFwiXCIpLnRyaW0oKTtcbiAgICBjb25zdCBbcmVnaXN0cnksIHJlcG9zaXRvcnksIHRhZywgZGlnZXN0XSA9IFtcInJlZ2lzdHJ5XCIsIFwicmVwb3NpdG9yeVwiLCBcInRhZ1wiLCBcImRpZ2VzdFwiXS5tYXAocGFydCk7XG4gICAgY29uc3QgbmFtZSA9IHJlZ2lzdHJ5ID8gYCR7cmVnaXN0cnl9LyR7cmVwb3NpdG9yeX1gIDogcmVwb3NpdG9yeTtcbiAgICByZXR1cm4gdGFnIHx8IGRpZ2VzdFxuICAgICAgPyBbeyByZWZlcmVuY2U6IGAke25hbWV9JHt0YWcgPyBgOiR7dGFnfWAgOiBcIlwifSR7ZGlnZXN0ID8gYEAke2RpZ2VzdH1gIDogXCJcIn1gLCBub2RlOiBpbWFnZS5nZXQoZGlnZXN0ID8gXCJkaWdlc3RcIiA6IFwidGFnXCIpIH1dXG4gICAgICA6IFtdO1xuICB9KTtcbiAgcmV0dXJuIFsuLi5hc1JlZmVyZW5jZXMoaW1hZ2VzKS5maWx0ZXIoKHsgcmVmZXJlbmNlIH0pID0+IC9bOi9dLy50ZXN0KHJlZmVyZW5jZSkpLCAuLi5wYXJ0c107XG59XG5cbmZ1bmN0aW9uIGp1ZGdlSW1hZ2UoeyByZWZlcmVuY2UsIG5vZGUgfSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCB3cml0dGVuID0gc2hvcnQocmVmZXJlbmNlKTtcbiAgY29uc3QgaW1hZ2UgPSBwYXJzZSh3aXRoRGVmYXVsdHMocmVmZXJlbmNlKSk7XG4gIGNvbnN0IG5hbWUgPSBzaG9ydChpbWFnZS5uYW1lKTtcblxuICBpZiAoZGlnZXN0Rm9ybS50ZXN0KGltYWdlLmRpZ2VzdCkpIHtcbiAgICByZXR1cm4gdHJ1ZTtcbiAgfVxuXG4gIGlmICgoaW1hZ2UuZGlnZXN0IHx8IGltYWdlLnRhZyB8fCBpbWFnZS5uYW1lKS5pbmNsdWRlcyhcIiRcIikpIHtcbiAgICByZXBvcnQud2FybmluZyhcImltYWdlLXRhZy11bmtub3duXCIsIGAke3dyaXR0ZW59IHRha2VzIGl0cyB2ZXJzaW9uIGZyb20gYSB2YXJpYWJsZSwgc28gdGhpcyBmaWxlIGRvZXMgbm90IHNheSB3aGljaCBpbWFnZSBydW5zLiBgXG4gICAgICArIFwiV3JpdGUgdGhlIHZlcnNpb24gaGVyZSwgb3IgcGluIGl0IHdoZXJlIHRoZSB2YXJpYWJsZSBpcyBzZXQgYW5kIGxpc3QgdGhlIGltYWdlIHVuZGVyIGBleGVtcHRgLlwiLCBub2RlKTtcbiAgfSBlbHNlIGlmIChpbWFnZS5kaWdlc3QpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJpbWFnZS1kaWdlc3QtaW52YWxpZFwiLCBgJHt3cml0dGVufSBpcyBub3QgcGlubmVkOiBhIGRpZ2VzdCBpcyBzaGEyNTY6IGFuZCA2NCBsb3dlci1jYXNlIGhleGFkZWNpbWFsIGRpZ2l0cy5gLCBub2RlKTtcbiAgfSBlbHNlIGlmICghaW1hZ2UudGFnKSB7XG4gICAgcmVwb3J0LmVycm9yKFwiaW1hZ2UtdW50YWdnZWRcIiwgYCR7d3JpdHRlbn0gaGFzIG5vIHRhZywgc28gaXQgcnVucyB3aGF0ZXZlciBcImxhdGVzdFwiIGlzIHRoYXQgZGF5LiBgXG4gICAgICArIGBXcml0ZSBhIHZlcnNpb24gKCR7bmFtZX06PHZlcnNpb24+KSBvciBhIGRpZ2VzdCAoJHtuYW1lfUBzaGEyNTY64oCmKS5gLCBub2RlKTtcbiAgfSBlbHNlIGlmIChtYXRjaGVzQW55KHNldHRpbmdzW1wiZmxvYXRpbmctdGFnc1wiXSwgaW1hZ2UudGFnKSkge1xuICAgIHJlcG9ydC5lcnJvcihcImltYWdlLWZsb2F0aW5nLXRhZ1wiLCBgJHt3cml0dGVufSBjYW4gYmVjb21lIGFub3RoZXIgaW1hZ2Ugd2l0aG91dCBhIGNvbW1pdDogdGhlIHRhZyAke3Nob3J0KGltYWdlLnRhZyl9IG1vdmVzLiBgXG4gICAgICArIGBXcml0ZSBhIHZlcnNpb24gKCR7bmFtZX06PHZlcnNpb24+KSBvciBhIGRpZ2VzdCAoJHtuYW1lfUBzaGEyNTY64oCmKS5gLCBub2RlKTtcbiAgfSBlbHNlIGlmIChzZXR0aW5nc1tcInJlcXVpcmUtZGlnZXN0XCJdKSB7XG4gICAgcmVwb3J0LmVycm9yKFwiaW1hZ2Utd2l0aG91dC1kaWdlc3RcIiwgYCR7d3JpdHRlbn0gaGFzIG5vIGRpZ2VzdCwgc28gaXRzIHRhZyBjYW4gYmUgbW92ZWQgdG8gYW5vdGhlciBpbWFnZS4gYFxuICAgICAgKyBgV3JpdGUgJHtzaG9ydChgJHtuYW1lfToke2ltYWdlLnRhZ31gKX1Ac2hhMjU2OuKApi5gLCBub2RlKTtcbiAgfSBlbHNlIGlmIChzZXR0aW5nc1tcInJlcXVpcmUtc2VtdmVyXCJdICYmICFpc1ZlcnNpb24oaW1hZ2UudGFnKSkge1xuICAgIHJlcG9ydC5lcnJvcihcImltYWdlLXRhZy1uby12ZXJzaW9uXCIsIGAke3dyaXR0ZW59IGhhcyB0aGUgdGFnICR7c2hvcnQoaW1hZ2UudGFnKX0sIHdoaWNoIGlzIG5vIHdob2xlIHZlcnNpb24uIGBcbiAgICAgICsgYFdyaXRlIG9uZSBzdWNoIGFzICR7bmFtZX06MS4yLjMsIG9yIGEgZGlnZXN0ICgke25hbWV9QHNoYTI1NjrigKYpLmAsIG5vZGUpO1xuICB9IGVsc2Uge1xuICAgIHJldHVybiB0cnVlO1xuICB9XG5cbiAgcmV0dXJuIGZhbHNlO1xufVxuXG4vKiogQSBzZW1hbnRpYyB2ZXJzaW9uLCB3aXRoIG9yIHdpdGhvdXQgYHZgOyB3aGF0IHN0YW5kcyBiZWhpbmQgaXQsIHN1Y2ggYXMgYC1hbHBpbmVgLCByZWFkcyBhcyBhIHByZS1yZWxlYXNlLiAqL1xuZnVuY3Rpb24gaXNWZXJzaW9uKHRhZykge1xuICByZXR1cm4gcGFyc2VWZXJzaW9uKHRhZy5yZXBsYWNlKC9edi8sIFwiXCIpKSAhPT0gdW5kZWZpbmVkO1xufVxuXG4vKiogYHJlZ2lzdHJ5OjUwMDAvdGVhbS9hcHA6MS4yQHNoYTI1NjrigKZgIGludG8gbmFtZSwgdGFnIGFuZCBkaWdlc3QuICovXG5mdW5jdGlvbiBwYXJzZShyZWZlcmVuY2UpIHtcbiAgY29uc3QgYXQgPSByZWZlcmVuY2UuaW5kZXhPZihcIkBcIik7XG4gIGNvbnN0IG5hbWUgPSBhdCA8IDAgPyByZWZlcmVuY2UgOiByZWZlcmVuY2Uuc2xpY2UoMCwgYXQpO1xuICBjb25zdCBjb2xvbiA9IG5hbWUuaW5kZXhPZihcIjpcIiwgbmFtZS5sYXN0SW5kZXhPZihcIi9cIikgKyAxKTtcbiAgcmV0dXJuIHtcbiAgICBuYW1lOiBjb2xvbiA8IDAgPyBuYW1lIDogbmFtZS5zbGljZSgwLCBjb2xvbiksXG4gICAgdGFnOiBjb2xvbiA8IDAgPyBcIlwiIDogbmFtZS5zbGljZShjb2xvbiArIDEpLFxuICAgIGRpZ2VzdDogYXQgPCAwID8gXCJcIiA6IHJlZmVyZW5jZS5zbGljZShhdCArIDEpLFxuICB9O1xufVxuXG4vKiogQ29tcG9zZSdzIGAke1RBRzotMS4yfWAgYmVjb21lcyBgMS4yYDsgYSB2YXJpYWJsZSB3aXRob3V0IGEgZGVmYXVsdCBiZWNvbWVzIGAkYC4gKi9cbmZ1bmN0aW9uIHdpdGhEZWZhdWx0cyhyZWZlcmVuY2UpIHtcbiAgcmV0dXJuIHJlZmVyZW5jZVxuICAgIC5yZXBsYWNlKC9cXCRcXHtcXHcrOj8tKFtee31dKilcXH0vZywgXCIkMVwiKVxuICAgIC5yZXBsYWNlKC9cXCRcXHtbXnt9XSpcXH18XFwkXFwoW14oKV0qXFwpfFxcJFxcdysvZywgXCIkJFwiKTtcbn1cblxuZnVuY3Rpb24gaXNFeGVtcHQocmVmZXJlbmNlLCBnbG9icykge1xuICByZXR1cm4gbWF0Y2hlc0FueShnbG9icywgcmVmZXJlbmNlKSB8fCBtYXRjaGVzQW55KGdsb2JzLCBwYXJzZSh3aXRoRGVmYXVsdHMocmVmZXJlbmNlKSkubmFtZSk7XG59XG5cbi8qKiBAcGFyYW0ge0dhdGVOb2RlIHwgdW5kZWZpbmVkfSBub2RlICovXG5mdW5jdGlvbiBpc1RleHQobm9kZSkge1xuICByZXR1cm4gdHlwZW9mIG5vZGU/LnZhbHVlID09PSBcInN0cmluZ1wiICYmIG5vZGUudmFsdWUgIT09IFwiXCI7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBVUEsc0JBT0M7QUFkRCw0Q0FBNkM7QUFDN0MsNENBQStDO0FBQy9DLGtEQUFrRDtBQUVsRCxJQUFNLFVBQVUsR0FBRyw4Q0FBOEMsQ0FBQztBQUdsRSxTQUFnQixLQUFLLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUM5QyxJQUFNLFNBQVMsMENBQU8sQ0FBQyxNQUFBLFFBQVEsQ0FBQyxJQUFJLG1DQUFJLEVBQUUsQ0FBQyxrQkFBSyxDQUFDLE1BQUEsUUFBUSxDQUFDLElBQUksbUNBQUksRUFBRSxDQUFDLFNBQUMsQ0FBQztJQUN2RSxJQUFNLE1BQU0sR0FBRyxTQUFTLENBQUMsT0FBTyxDQUFDLFFBQVEsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQWE7WUFBWCxTQUFTLGVBQUE7UUFBTyxPQUFBLENBQUMsUUFBUSxDQUFDLFNBQVMsRUFBRSxRQUFRLENBQUMsTUFBTSxDQUFDO0lBQXJDLENBQXFDLENBQUMsQ0FBQztJQUM1RyxJQUFNLE1BQU0sR0FBRyxNQUFNLENBQUMsTUFBTSxDQUFDLFVBQUMsS0FBSyxJQUFLLE9BQUEsVUFBVSxDQUFDLEtBQUssRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLEVBQW5DLENBQW1DLENBQUMsQ0FBQztJQUM3RSxJQUFJLE1BQU0sQ0FBQyxNQUFNLEdBQUcsQ0FBQyxFQUFFLENBQUM7UUFDdEIsTUFBTSxDQUFDLElBQUksQ0FBQyxtQkFBbUIsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxNQUFNLENBQUMsTUFBTSxFQUFFLE9BQU8sQ0FBQyxjQUFJLE1BQU0sQ0FBQyxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxXQUFXLENBQUMsQ0FBQyxDQUFDLFlBQVksYUFBVSxDQUFDLENBQUM7SUFDbkksQ0FBQztBQUNILENBQUM7QUFPRCxTQUFTLFFBQVEsQ0FBQyxRQUFRO0lBQ2hCLElBQUEsSUFBSSxHQUFLLFFBQVEsS0FBYixDQUFjO0lBQzFCLElBQUksTUFBTSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsWUFBWSxDQUFDLENBQUMsSUFBSSxNQUFNLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsQ0FBQyxFQUFFLENBQUM7UUFDL0QsT0FBTyxDQUFDLFdBQVcsRUFBRSxRQUFRLENBQUMsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsQ0FBQyxLQUFLLENBQUM7WUFDN0QsQ0FBQyxDQUFDLEVBQUU7WUFDSixDQUFDLENBQUMsWUFBWSx3Q0FBSyxRQUFRLENBQUMsSUFBSSxDQUFDLFVBQVUsQ0FBQyxrQkFBSyxRQUFRLENBQUMsSUFBSSxDQUFDLG9CQUFvQixDQUFDLFVBQUUsQ0FBQztJQUMzRixDQUFDO0lBRUQsT0FBTyxJQUFJLENBQUMsR0FBRyxDQUFDLFVBQVUsQ0FBQztRQUN6QixDQUFDLENBQUMsWUFBWSxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsa0JBQWtCLENBQUMsQ0FBQyxNQUFNLENBQUMsVUFBQyxLQUFLLElBQUssT0FBQSxDQUFDLEtBQUssQ0FBQyxNQUFNLENBQUMsR0FBRyxDQUFDLE9BQU8sQ0FBQyxFQUExQixDQUEwQixDQUFDLENBQUM7UUFDL0YsQ0FBQyxDQUFDLFlBQVksQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxRQUFRLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDO0FBQzVELENBQUM7QUFHRCxTQUFTLFlBQVksQ0FBQyxLQUFLO0lBQ3pCLE9BQU8sS0FBSyxDQUFDLE1BQU0sQ0FBQyxNQUFNLENBQUMsQ0FBQyxHQUFHLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxDQUFDLEVBQUUsU0FBUyxFQUFFLElBQUksQ0FBQyxLQUFLLEVBQUUsSUFBSSxNQUFBLEVBQUUsQ0FBQyxFQUFqQyxDQUFpQyxDQUFDLENBQUM7QUFDL0UsQ0FBQztBQUdELFNBQVMsWUFBWSxDQUFDLElBQUk7SUFDeEIsT0FBTywyQkFBMkIsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDaEQsQ0FBQztBQU1ELFNBQVMsUUFBUSxDQUFDLFFBQVE7SUFDeEIsSUFBTSxNQUFNLEdBQUcsUUFBUSxDQUFDLElBQUksQ0FBQyxVQUFVLENBQUMsQ0FBQztJQUN6QyxJQUFNLEtBQUssR0FBRyxNQUFNLENBQUMsTUFBTSxDQUFDLFVBQUMsS0FBSyxJQUFLLE9BQUEsTUFBTSxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsWUFBWSxDQUFDLENBQUMsRUFBL0IsQ0FBK0IsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxVQUFDLEtBQUs7UUFDcEYsSUFBTSxJQUFJLEdBQUcsVUFBQyxHQUFHLGdCQUFLLE9BQUEsQ0FBQyxNQUFBLE1BQUEsS0FBSyxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsMENBQUUsSUFBSSxtQ0FBSSxFQUFFLENBQUMsQ0FBQyxJQUFJLEVBQUUsQ0FBQSxFQUFBLENBQUM7UUFDcEQsSUFBQSxLQUFBLE9BQXNDLENBQUMsVUFBVSxFQUFFLFlBQVksRUFBRSxLQUFLLEVBQUUsUUFBUSxDQUFDLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxJQUFBLEVBQTFGLFFBQVEsUUFBQSxFQUFFLFVBQVUsUUFBQSxFQUFFLEdBQUcsUUFBQSxFQUFFLE1BQU0sUUFBeUQsQ0FBQztRQUNsRyxJQUFNLElBQUksR0FBRyxRQUFRLENBQUMsQ0FBQyxDQUFDLFVBQUcsUUFBUSxjQUFJLFVBQVUsQ0FBRSxDQUFDLENBQUMsQ0FBQyxVQUFVLENBQUM7UUFDakUsT0FBTyxHQUFHLElBQUksTUFBTTtZQUNsQixDQUFDLENBQUMsQ0FBQyxFQUFFLFNBQVMsRUFBRSxVQUFHLElBQUksU0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFdBQUksR0FBRyxDQUFFLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBRyxNQUFNLENBQUMsQ0FBQyxDQUFDLFdBQUksTUFBTSxDQUFFLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBRSxFQUFFLElBQUksRUFBRSxLQUFLLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsUUFBUSxDQUFDLENBQUMsQ0FBQyxLQUFLLENBQUMsRUFBRSxDQUFDO1lBQzVILENBQUMsQ0FBQyxFQUFFLENBQUM7SUFDVCxDQUFDLENBQUMsQ0FBQztJQUNILDhDQUFXLFlBQVksQ0FBQyxNQUFNLENBQUMsQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFhO1lBQVgsU0FBUyxlQUFBO1FBQU8sT0FBQSxNQUFNLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQztJQUF0QixDQUFzQixDQUFDLGtCQUFLLEtBQUssVUFBRTtBQUMvRixDQUFDO0FBRUQsU0FBUyxVQUFVLENBQUMsRUFBbUIsRUFBRSxRQUFRLEVBQUUsTUFBTTtRQUFuQyxTQUFTLGVBQUEsRUFBRSxJQUFJLFVBQUE7SUFDbkMsSUFBTSxPQUFPLEdBQUcsSUFBQSxnQkFBSyxFQUFDLFNBQVMsQ0FBQyxDQUFDO0lBQ2pDLElBQU0sS0FBSyxHQUFHLEtBQUssQ0FBQyxZQUFZLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQztJQUM3QyxJQUFNLElBQUksR0FBRyxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxDQUFDO0lBRS9CLElBQUksVUFBVSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsTUFBTSxDQUFDLEVBQUUsQ0FBQztRQUNsQyxPQUFPLElBQUksQ0FBQztJQUNkLENBQUM7SUFFRCxJQUFJLENBQUMsS0FBSyxDQUFDLE1BQU0sSUFBSSxLQUFLLENBQUMsR0FBRyxJQUFJLEtBQUssQ0FBQyxJQUFJLENBQUMsQ0FBQyxRQUFRLENBQUMsR0FBRyxDQUFDLEVBQUUsQ0FBQztRQUM1RCxNQUFNLENBQUMsT0FBTyxDQUFDLG1CQUFtQixFQUFFLFVBQUcsT0FBTyxxRkFBa0Y7Y0FDNUgsZ0dBQWdHLEVBQUUsSUFBSSxDQUFDLENBQUM7SUFDOUcsQ0FBQztTQUFNLElBQUksS0FBSyxDQUFDLE1BQU0sRUFBRSxDQUFDO1FBQ3hCLE1BQU0sQ0FBQyxLQUFLLENBQUMsc0JBQXNCLEVBQUUsVUFBRyxPQUFPLDhFQUEyRSxFQUFFLElBQUksQ0FBQyxDQUFDO0lBQ3BJLENBQUM7U0FBTSxJQUFJLENBQUMsS0FBSyxDQUFDLEdBQUcsRUFBRSxDQUFDO1FBQ3RCLE1BQU0sQ0FBQyxLQUFLLENBQUMsZ0JBQWdCLEVBQUUsVUFBRyxPQUFPLDhEQUF5RDtjQUM5RiwyQkFBb0IsSUFBSSxzQ0FBNEIsSUFBSSxxQkFBYSxFQUFFLElBQUksQ0FBQyxDQUFDO0lBQ25GLENBQUM7U0FBTSxJQUFJLElBQUEscUJBQVUsRUFBQyxRQUFRLENBQUMsZUFBZSxDQUFDLEVBQUUsS0FBSyxDQUFDLEdBQUcsQ0FBQyxFQUFFLENBQUM7UUFDNUQsTUFBTSxDQUFDLEtBQUssQ0FBQyxvQkFBb0IsRUFBRSxVQUFHLE9BQU8saUVBQXVELElBQUEsZ0JBQUssRUFBQyxLQUFLLENBQUMsR0FBRyxDQUFDLGFBQVU7Y0FDMUgsMkJBQW9CLElBQUksc0NBQTRCLElBQUkscUJBQWEsRUFBRSxJQUFJLENBQUMsQ0FBQztJQUNuRixDQUFDO1NBQU0sSUFBSSxRQUFRLENBQUMsZ0JBQWdCLENBQUMsRUFBRSxDQUFDO1FBQ3RDLE1BQU0sQ0FBQyxLQUFLLENBQUMsc0JBQXNCLEVBQUUsVUFBRyxPQUFPLCtEQUE0RDtjQUN2RyxnQkFBUyxJQUFBLGdCQUFLLEVBQUMsVUFBRyxJQUFJLGNBQUksS0FBSyxDQUFDLEdBQUcsQ0FBRSxDQUFDLG9CQUFZLEVBQUUsSUFBSSxDQUFDLENBQUM7SUFDaEUsQ0FBQztTQUFNLElBQUksUUFBUSxDQUFDLGdCQUFnQixDQUFDLElBQUksQ0FBQyxTQUFTLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxFQUFFLENBQUM7UUFDL0QsTUFBTSxDQUFDLEtBQUssQ0FBQyxzQkFBc0IsRUFBRSxVQUFHLE9BQU8sMEJBQWdCLElBQUEsZ0JBQUssRUFBQyxLQUFLLENBQUMsR0FBRyxDQUFDLGtDQUErQjtjQUMxRyw0QkFBcUIsSUFBSSxrQ0FBd0IsSUFBSSxxQkFBYSxFQUFFLElBQUksQ0FBQyxDQUFDO0lBQ2hGLENBQUM7U0FBTSxDQUFDO1FBQ04sT0FBTyxJQUFJLENBQUM7SUFDZCxDQUFDO0lBRUQsT0FBTyxLQUFLLENBQUM7QUFDZixDQUFDO0FBR0QsU0FBUyxTQUFTLENBQUMsR0FBRztJQUNwQixPQUFPLElBQUEsMEJBQVksRUFBQyxHQUFHLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxLQUFLLFNBQVMsQ0FBQztBQUMzRCxDQUFDO0FBR0QsU0FBUyxLQUFLLENBQUMsU0FBUztJQUN0QixJQUFNLEVBQUUsR0FBRyxTQUFTLENBQUMsT0FBTyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQ2xDLElBQU0sSUFBSSxHQUFHLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsRUFBRSxDQUFDLENBQUM7SUFDekQsSUFBTSxLQUFLLEdBQUcsSUFBSSxDQUFDLE9BQU8sQ0FBQyxHQUFHLEVBQUUsSUFBSSxDQUFDLFdBQVcsQ0FBQyxHQUFHLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQztJQUMzRCxPQUFPO1FBQ0wsSUFBSSxFQUFFLEtBQUssR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsS0FBSyxDQUFDO1FBQzdDLEdBQUcsRUFBRSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsS0FBSyxHQUFHLENBQUMsQ0FBQztRQUMzQyxNQUFNLEVBQUUsRUFBRSxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUMsS0FBSyxDQUFDLEVBQUUsR0FBRyxDQUFDLENBQUM7S0FDOUMsQ0FBQztBQUNKLENBQUM7QUFHRCxTQUFTLFlBQVksQ0FBQyxTQUFTO0lBQzdCLE9BQU8sU0FBUztTQUNiLE9BQU8sQ0FBQyx1QkFBdUIsRUFBRSxJQUFJLENBQUM7U0FDdEMsT0FBTyxDQUFDLGtDQUFrQyxFQUFFLElBQUksQ0FBQyxDQUFDO0FBQ3ZELENBQUM7QUFFRCxTQUFTLFFBQVEsQ0FBQyxTQUFTLEVBQUUsS0FBSztJQUNoQyxPQUFPLElBQUEscUJBQVUsRUFBQyxLQUFLLEVBQUUsU0FBUyxDQUFDLElBQUksSUFBQSxxQkFBVSxFQUFDLEtBQUssRUFBRSxLQUFLLENBQUMsWUFBWSxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDaEcsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxPQUFPLENBQUEsSUFBSSxhQUFKLElBQUksdUJBQUosSUFBSSxDQUFFLEtBQUssQ0FBQSxLQUFLLFFBQVEsSUFBSSxJQUFJLENBQUMsS0FBSyxLQUFLLEVBQUUsQ0FBQztBQUM5RCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjI1MywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19XX0=
