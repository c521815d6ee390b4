var judge = (function (modules) {
(function (exports, require) {
"use strict";
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
Object.defineProperty(exports, "__esModule", { value: true });
exports.readChangelog = readChangelog;
function readChangelog(text) {
    var e_1, _a;
    var _b;
    var changelog = { title: undefined, sections: [], links: new Set() };
    var fence;
    try {
        for (var _c = __values(text.split(/\r?\n/).entries()), _d = _c.next(); !_d.done; _d = _c.next()) {
            var _e = __read(_d.value, 2), i = _e[0], line = _e[1];
            var mark = (_b = /^ {0,3}(```|~~~)/.exec(line)) === null || _b === void 0 ? void 0 : _b[1];
            fence = mark && !fence ? mark : mark === fence ? undefined : fence;
            readLine(changelog, fence || mark ? " code" : line, i + 1);
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (_d && !_d.done && (_a = _c.return)) _a.call(_c);
        }
        finally { if (e_1) throw e_1.error; }
    }
    return changelog;
}
function readLine(changelog, line, number) {
    var _a, _b, _c;
    var section = changelog.sections.at(-1);
    var _d = __read((_a = /^(#{1,3})\s+(.*?)\s*#*$/.exec(line)) !== null && _a !== void 0 ? _a : [], 3), marks = _d[1], heading = _d[2];
    var link = /^\[([^\]]+)\]:\s*\S/.exec(line);
    if (link) {
        changelog.links.add(link[1].toLowerCase());
    }
    else if (marks === "#") {
        (_b = changelog.title) !== null && _b !== void 0 ? _b : (changelog.title = heading);
    }
    else if (marks === "##") {
        changelog.sections.push(readHeading(heading, number));
    }
    else if (marks === "###" && section) {
        section.groups.push({ name: heading, line: number, hasText: false });
    }
    else if (section && line.trim() !== "") {
        ((_c = section.groups.at(-1)) !== null && _c !== void 0 ? _c : section).hasText = true;
    }
}
function readHeading(heading, line) {
    var _a, _b, _c;
    var form = /^(?:\[(?<linked>[^\]]+)\](?<inline>\([^)]*\))?|(?<plain>\S+))(?:\s+-\s+(?<date>\S+))?(?<yanked>\s+\[YANKED\])?\s*(?<rest>.*)$/i;
    var _d = (_b = (_a = form.exec(heading)) === null || _a === void 0 ? void 0 : _a.groups) !== null && _b !== void 0 ? _b : {}, linked = _d.linked, inline = _d.inline, plain = _d.plain, date = _d.date, yanked = _d.yanked, rest = _d.rest;
    var name = (_c = linked !== null && linked !== void 0 ? linked : plain) !== null && _c !== void 0 ? _c : heading;
    return {
        name: name,
        date: date,
        rest: rest !== null && rest !== void 0 ? rest : "",
        isLinked: linked !== undefined && inline === undefined,
        isUnreleased: name.toLowerCase() === "unreleased",
        isYanked: yanked !== undefined,
        hasText: false,
        line: line,
        groups: [],
    };
}
})(modules["/policies/lib/changelogs.js"] = {}, function (name) { return modules[{}[name]]; });
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
var changelogs_js_1 = require("../lib/changelogs.js");
var globs_js_1 = require("../lib/globs.js");
var texts_js_1 = require("../lib/texts.js");
var versions_js_1 = require("../lib/versions.js");
function judge(evidence, settings, report) {
    var _a, _b;
    var tags = ((_b = (_a = evidence.git) === null || _a === void 0 ? void 0 : _a.tags) !== null && _b !== void 0 ? _b : []).map(function (tag) { return (__assign(__assign({}, tag), { version: versionOf(tag.name, settings.prefix) })); });
    var tag = tags.filter(function (_a) {
        var atHead = _a.atHead, version = _a.version;
        return atHead && version;
    }).sort(function (a, b) { return (0, versions_js_1.compareVersions)(b.version, a.version); })[0];
    if (!tag) {
        judgeAbsence(tags, settings, report);
        return;
    }
    judgeSignature(tag, report);
    judgeOrder(tag, tags, settings, report);
    judgeVersionFiles(tag.version, evidence, settings, report);
    judgeChangelog(tag.version, evidence, settings, report);
}
function versionOf(name, prefix) {
    return name.startsWith(prefix) ? (0, versions_js_1.parseVersion)(name.slice(prefix.length)) : undefined;
}
function judgeAbsence(tags, settings, report) {
    var example = "".concat(settings.prefix, "1.2.3");
    var others = tags.filter(function (_a) {
        var atHead = _a.atHead;
        return atHead;
    }).map(function (_a) {
        var name = _a.name;
        return name;
    });
    if (others.length > 0) {
        report.error("tag-name", "The head commit is tagged ".concat((0, texts_js_1.short)(others.join(", ")), ", which is no release's name. Name the tag like ").concat(example, "."));
    }
    else if (settings.required) {
        report.error("tag-missing", "The head commit has no tag like ".concat(example, ". Make one with `git tag -s ").concat(example, "`, or fetch the tags: `fetch-tags: true` for actions/checkout."));
    }
}
function judgeSignature(_a, report) {
    var name = _a.name, annotated = _a.annotated, signature = _a.signature;
    var again = "Make it again with `git tag -s -f ".concat(name, "`");
    if (!annotated) {
        report.error("tag-lightweight", "".concat(name, " is a lightweight tag, which holds no author, no date and no signature. ").concat(again, "."));
    }
    else if (signature.kind === "none") {
        report.error("tag-unsigned", "".concat(name, " is not signed. ").concat(again, "."));
    }
    else if (signature.status === "bad") {
        report.error("signature-bad", "The signature of ".concat(name, " does not fit what it signs. Somebody changed the tag, or the key that allowed_signers names is another."));
    }
    else if (signature.status !== "good") {
        var why = signature.reason ? ": ".concat((0, texts_js_1.short)(signature.reason)) : "";
        report.error("signer-unknown", "Nobody vouches for the signature of ".concat(name).concat(why, ". List the key in .github/allowed_signers, or sign with one that is there."));
    }
    else {
        report.pass("tag-signed", "".concat(name, " is signed with ").concat(signature.key));
    }
}
function judgeOrder(tag, tags, settings, report) {
    var parts = { all: 0, major: 1, minor: 2 }[settings.line];
    var line = function (_a) {
        var core = _a.core;
        return core.slice(0, parts).join(".");
    };
    var newest = tags
        .filter(function (_a) {
        var name = _a.name, atHead = _a.atHead, version = _a.version;
        return name !== tag.name && !atHead && version && line(version) === line(tag.version);
    })
        .sort(function (a, b) { return (0, versions_js_1.compareVersions)(b.version, a.version); })[0];
    if (newest && (0, versions_js_1.compareVersions)(newest.version, tag.version) >= 0) {
        report.error("version-not-newer", "".concat(tag.name, " is not newer than ").concat(newest.name, ", which is there already. Give the release the next version."));
    }
}
function judgeVersionFiles(version, evidence, settings, report) {
    var e_1, _a;
    var documents = ["json", "yaml", "toml", "xml"].flatMap(function (kind) { var _a; return (_a = evidence[kind]) !== null && _a !== void 0 ? _a : []; });
    var named = settings["version-files"].flatMap(function (_a) {
        var files = _a.files, key = _a.key;
        return documents.filter(function (_a) {
            var path = _a.path;
            return (0, globs_js_1.matchesPath)(files, path);
        }).flatMap(function (document) { return document.find(key); });
    });
    var wrong = named.filter(function (node) { return String(node.value) !== version.text; });
    try {
        for (var wrong_1 = __values(wrong), wrong_1_1 = wrong_1.next(); !wrong_1_1.done; wrong_1_1 = wrong_1.next()) {
            var node = wrong_1_1.value;
            report.error("version-file", "".concat(node.path, " says ").concat((0, texts_js_1.short)(node.value), ", and the tag says ").concat(version.text, ". Make both say the same before tagging."), node);
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (wrong_1_1 && !wrong_1_1.done && (_a = wrong_1.return)) _a.call(wrong_1);
        }
        finally { if (e_1) throw e_1.error; }
    }
    if (named.length > 0 && wrong.length === 0) {
        report.pass("version-file", "".concat((0, texts_js_1.count)(named.length, "file"), " say ").concat(version.text));
    }
}
function judgeChangelog(version, evidence, settings, report) {
    var _a;
    var file = ((_a = evidence.files) !== null && _a !== void 0 ? _a : []).find(function (_a) {
        var path = _a.path;
        return path === settings.changelog;
    });
    if ((file === null || file === void 0 ? void 0 : file.text) === undefined || version.pre.length > 0) {
        return;
    }
    var entry = (0, changelogs_js_1.readChangelog)(file.text).sections.find(function (_a) {
        var name = _a.name;
        return name === version.text;
    });
    if (!entry) {
        report.error("changelog-entry", "".concat(file.path, " has no entry for ").concat(version.text, ". Add it and tag the commit that has it."), { path: file.path, line: 1, identity: version.text });
    }
    else if (entry.isYanked) {
        report.error("changelog-entry", "".concat(file.path, " says that ").concat(version.text, " was taken back. Release the next version."), { path: file.path, line: entry.line, identity: version.text });
    }
    else {
        report.pass("changelog-entry", "".concat(file.path, " has an entry for ").concat(version.text));
    }
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/release-tag-signed/policy.js"] = {}, function (name) { return modules[{"../lib/changelogs.js":"/policies/lib/changelogs.js","../lib/globs.js":"/policies/lib/globs.js","../lib/texts.js":"/policies/lib/texts.js","../lib/versions.js":"/policies/lib/versions.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9jaGFuZ2Vsb2dzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIENoYW5nZWxvZ3MgaW4gdGhlIGZvcm0gb2YgS2VlcCBhIENoYW5nZWxvZywgYXMgTWFya2Rvd24uXG5cbi8qKlxuICogQHR5cGVkZWYge29iamVjdH0gR3JvdXAgYSB0eXBlIG9mIGNoYW5nZSwgc3VjaCBhcyBgIyMjIEFkZGVkYFxuICogQHByb3BlcnR5IHtzdHJpbmd9IG5hbWVcbiAqIEBwcm9wZXJ0eSB7bnVtYmVyfSBsaW5lXG4gKiBAcHJvcGVydHkge2Jvb2xlYW59IGhhc1RleHQgd2hldGhlciBhbnl0aGluZyBzdGFuZHMgYmVsb3cgaXRcbiAqXG4gKiBAdHlwZWRlZiB7b2JqZWN0fSBTZWN0aW9uIGEgdmVyc2lvbiwgb3Igd2hhdCBpcyBub3QgcmVsZWFzZWQgeWV0XG4gKiBAcHJvcGVydHkge3N0cmluZ30gbmFtZVxuICogQHByb3BlcnR5IHtzdHJpbmcgfCB1bmRlZmluZWR9IGRhdGVcbiAqIEBwcm9wZXJ0eSB7c3RyaW5nfSByZXN0IHdoYXQgc3RhbmRzIGJlaGluZCB0aGUgZGF0ZVxuICogQHByb3BlcnR5IHtib29sZWFufSBpc0xpbmtlZCB3aGV0aGVyIHRoZSBuYW1lIHN0YW5kcyBpbiBicmFja2V0c1xuICogQHByb3BlcnR5IHtib29sZWFufSBpc1VucmVsZWFzZWRcbiAqIEBwcm9wZXJ0eSB7Ym9vbGVhbn0gaXNZYW5rZWRcbiAqIEBwcm9wZXJ0eSB7Ym9vbGVhbn0gaGFzVGV4dCB3aGV0aGVyIGFueXRoaW5nIHN0YW5kcyBkaXJlY3RseSBiZWxvdyBpdFxuICogQHByb3BlcnR5IHtudW1iZXJ9IGxpbmVcbiAqIEBwcm9wZXJ0eSB7R3JvdXBbXX0gZ3JvdXBzXG4gKi9cblxuLyoqXG4gKiBAcGFyYW0ge3N0cmluZ30gdGV4dFxuICogQHJldHVybnMge3sgdGl0bGU6IHN0cmluZyB8IHVuZGVmaW5lZCwgc2VjdGlvbnM6IFNlY3Rpb25bXSwgbGlua3M6IFNldDxzdHJpbmc+IH19XG4gKi9cbmV4cG9ydCBmdW5jdGlvbiByZWFkQ2hhbmdlbG9nKHRleHQpIHtcbiAgY29uc3QgY2hhbmdlbG9nID0geyB0aXRsZTogdW5kZWZpbmVkLCBzZWN0aW9uczogW10sIGxpbmtzOiBuZXcgU2V0KCkgfTtcbiAgbGV0IGZlbmNlO1xuICBmb3IgKGNvbnN0IFtpLCBsaW5lXSBvZiB0ZXh0LnNwbGl0KC9cXHI/XFxuLykuZW50cmllcygpKSB7XG4gICAgY29uc3QgbWFyayA9IC9eIHswLDN9KGBgYHx+fn4pLy5leGVjKGxpbmUpPy5bMV07XG4gICAgZmVuY2UgPSBtYXJrICYmICFmZW5jZSA/IG1hcmsgOiBtYXJrID09PSBmZW5jZSA/IHVuZGVmaW5lZCA6IGZlbmNlO1xuICAgIHJlYWRMaW5lKGNoYW5nZWxvZywgZmVuY2UgfHwgbWFyayA/IFwiIGNvZGVcIiA6IGxpbmUsIGkgKyAxKTtcbiAgfVxuXG4gIHJldHVybiBjaGFuZ2Vsb2c7XG59XG5cbmZ1bmN0aW9uIHJlYWRMaW5lKGNoYW5nZWxvZywgbGluZSwgbnVtYmVyKSB7XG4gIGNvbnN0IHNlY3Rpb24gPSBjaGFuZ2Vsb2cuc2VjdGlvbnMuYXQoLTEpO1xuICBjb25zdCBbLCBtYXJrcywgaGVhZGluZ10gPSAvXigjezEsM30pXFxzKyguKj8pXFxzKiMqJC8uZXhlYyhsaW5lKSA/PyBbXTtcbiAgY29uc3QgbGluayA9IC9eXFxbKFteXFxdXSspXFxdOlxccypcXFMvLmV4ZWMobGluZSk7XG4gIGlmIChsaW5rKSB7XG4gICAgY2hhbmdlbG9nLmxpbmtzLmFkZChsaW5rWzFdLnRvTG93ZXJDYXNlKCkpO1xuICB9IGVsc2UgaWYgKG1hcmtzID09PSBcIiNcIikge1xuICAgIGNoYW5nZWxvZy50aXRsZSA/Pz0gaGVhZGluZztcbiAgfSBlbHNlIGlmIChtYXJrcyA9PT0gXCIjI1wiKSB7XG4gICAgY2hhbmdlbG9nLnNlY3Rpb25zLnB1c2gocmVhZEhlYWRpbmcoaGVhZGluZywgbnVtYmVyKSk7XG4gIH0gZWxzZSBpZiAobWFya3MgPT09IFwiIyMjXCIgJiYgc2VjdGlvbikge1xuICAgIHNlY3Rpb24uZ3JvdXBzLnB1c2goeyBuYW1lOiBoZWFkaW5nLCBsaW5lOiBudW1iZXIsIGhhc1RleHQ6IGZhbHNlIH0pO1xuICB9IGVsc2UgaWYgKHNlY3Rpb24gJiYgbGluZS50cmltKCkgIT09IFwiXCIpIHtcbiAgICAoc2VjdGlvbi5ncm91cHMuYXQoLTEpID8/IHNlY3Rpb24pLmhhc1RleHQgPSB0cnVlO1xuICB9XG59XG5cbi8qKiBgWzEuMi4zXSAtIDIwMjYtMDEtMzEgW1lBTktFRF1gLCBvciB3aXRoIHRoZSBsaW5rIHdyaXR0ZW4gb3V0OiBgWzEuMi4zXShodHRwczovL+KApikgLSAyMDI2LTAxLTMxYC4gKi9cbmZ1bmN0aW9uIHJlYWRIZWFkaW5nKGhlYWRpbmcsIGxpbmUpIHtcbiAgY29uc3QgZm9ybSA9IC9eKD86XFxbKD88bGlua2VkPlteXFxdXSspXFxdKD88aW5saW5lPlxcKFteKV0qXFwpKT98KD88cGxhaW4+XFxTKykpKD86XFxzKy1cXHMrKD88ZGF0ZT5cXFMrKSk/KD88eWFua2VkPlxccytcXFtZQU5LRURcXF0pP1xccyooPzxyZXN0Pi4qKSQvaTtcbiAgY29uc3QgeyBsaW5rZWQsIGlubGluZSwgcGxhaW4sIGRhdGUsIHlhbmtlZCwgcmVzdCB9ID0gZm9ybS5leGVjKGhlYWRpbmcpPy5ncm91cHMgPz8ge307XG4gIGNvbnN0IG5hbWUgPSBsaW5rZWQgPz8gcGxhaW4gPz8gaGVhZGluZztcbiAgcmV0dXJuIHtcbiAgICBuYW1lLFxuICAgIGRhdGUsXG4gICAgcmVzdDogcmVzdCA/PyBcIlwiLFxuICAgIGlzTGlua2VkOiBsaW5rZWQgIT09IHVuZGVmaW5lZCAmJiBpbmxpbmUgPT09IHVuZGVmaW5lZCxcbiAgICBpc1VucmVsZWFzZWQ6IG5hbWUudG9Mb3dlckNhc2UoKSA9PT0gXCJ1bnJlbGVhc2VkXCIsXG4gICAgaXNZYW5rZWQ6IHlhbmtlZCAhPT0gdW5kZWZpbmVkLFxuICAgIGhhc1RleHQ6IGZhbHNlLFxuICAgIGxpbmUsXG4gICAgZ3JvdXBzOiBbXSxcbiAgfTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQXlCQSxzQ0FVQztBQVZELFNBQWdCLGFBQWEsQ0FBQyxJQUFJOzs7SUFDaEMsSUFBTSxTQUFTLEdBQUcsRUFBRSxLQUFLLEVBQUUsU0FBUyxFQUFFLFFBQVEsRUFBRSxFQUFFLEVBQUUsS0FBSyxFQUFFLElBQUksR0FBRyxFQUFFLEVBQUUsQ0FBQztJQUN2RSxJQUFJLEtBQUssQ0FBQzs7UUFDVixLQUF3QixJQUFBLEtBQUEsU0FBQSxJQUFJLENBQUMsS0FBSyxDQUFDLE9BQU8sQ0FBQyxDQUFDLE9BQU8sRUFBRSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBN0MsSUFBQSxLQUFBLG1CQUFTLEVBQVIsQ0FBQyxRQUFBLEVBQUUsSUFBSSxRQUFBO1lBQ2pCLElBQU0sSUFBSSxHQUFHLE1BQUEsa0JBQWtCLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQywwQ0FBRyxDQUFDLENBQUMsQ0FBQztZQUNoRCxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksS0FBSyxLQUFLLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsS0FBSyxDQUFDO1lBQ25FLFFBQVEsQ0FBQyxTQUFTLEVBQUUsS0FBSyxJQUFJLElBQUksQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxJQUFJLEVBQUUsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDO1FBQzdELENBQUM7Ozs7Ozs7OztJQUVELE9BQU8sU0FBUyxDQUFDO0FBQ25CLENBQUM7QUFFRCxTQUFTLFFBQVEsQ0FBQyxTQUFTLEVBQUUsSUFBSSxFQUFFLE1BQU07O0lBQ3ZDLElBQU0sT0FBTyxHQUFHLFNBQVMsQ0FBQyxRQUFRLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDcEMsSUFBQSxLQUFBLE9BQXFCLE1BQUEseUJBQXlCLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxtQ0FBSSxFQUFFLElBQUEsRUFBNUQsS0FBSyxRQUFBLEVBQUUsT0FBTyxRQUE4QyxDQUFDO0lBQ3RFLElBQU0sSUFBSSxHQUFHLHFCQUFxQixDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUM5QyxJQUFJLElBQUksRUFBRSxDQUFDO1FBQ1QsU0FBUyxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLFdBQVcsRUFBRSxDQUFDLENBQUM7SUFDN0MsQ0FBQztTQUFNLElBQUksS0FBSyxLQUFLLEdBQUcsRUFBRSxDQUFDO1FBQ3pCLE1BQUEsU0FBUyxDQUFDLEtBQUssb0NBQWYsU0FBUyxDQUFDLEtBQUssR0FBSyxPQUFPLEVBQUM7SUFDOUIsQ0FBQztTQUFNLElBQUksS0FBSyxLQUFLLElBQUksRUFBRSxDQUFDO1FBQzFCLFNBQVMsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLFdBQVcsQ0FBQyxPQUFPLEVBQUUsTUFBTSxDQUFDLENBQUMsQ0FBQztJQUN4RCxDQUFDO1NBQU0sSUFBSSxLQUFLLEtBQUssS0FBSyxJQUFJLE9BQU8sRUFBRSxDQUFDO1FBQ3RDLE9BQU8sQ0FBQyxNQUFNLENBQUMsSUFBSSxDQUFDLEVBQUUsSUFBSSxFQUFFLE9BQU8sRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLE9BQU8sRUFBRSxLQUFLLEVBQUUsQ0FBQyxDQUFDO0lBQ3ZFLENBQUM7U0FBTSxJQUFJLE9BQU8sSUFBSSxJQUFJLENBQUMsSUFBSSxFQUFFLEtBQUssRUFBRSxFQUFFLENBQUM7UUFDekMsQ0FBQyxNQUFBLE9BQU8sQ0FBQyxNQUFNLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLG1DQUFJLE9BQU8sQ0FBQyxDQUFDLE9BQU8sR0FBRyxJQUFJLENBQUM7SUFDcEQsQ0FBQztBQUNILENBQUM7QUFHRCxTQUFTLFdBQVcsQ0FBQyxPQUFPLEVBQUUsSUFBSTs7SUFDaEMsSUFBTSxJQUFJLEdBQUcsZ0lBQWdJLENBQUM7SUFDeEksSUFBQSxLQUFnRCxNQUFBLE1BQUEsSUFBSSxDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsMENBQUUsTUFBTSxtQ0FBSSxFQUFFLEVBQTlFLE1BQU0sWUFBQSxFQUFFLE1BQU0sWUFBQSxFQUFFLEtBQUssV0FBQSxFQUFFLElBQUksVUFBQSxFQUFFLE1BQU0sWUFBQSxFQUFFLElBQUksVUFBcUMsQ0FBQztJQUN2RixJQUFNLElBQUksR0FBRyxNQUFBLE1BQU0sYUFBTixNQUFNLGNBQU4sTUFBTSxHQUFJLEtBQUssbUNBQUksT0FBTyxDQUFDO0lBQ3hDLE9BQU87UUFDTCxJQUFJLE1BQUE7UUFDSixJQUFJLE1BQUE7UUFDSixJQUFJLEVBQUUsSUFBSSxhQUFKLElBQUksY0FBSixJQUFJLEdBQUksRUFBRTtRQUNoQixRQUFRLEVBQUUsTUFBTSxLQUFLLFNBQVMsSUFBSSxNQUFNLEtBQUssU0FBUztRQUN0RCxZQUFZLEVBQUUsSUFBSSxDQUFDLFdBQVcsRUFBRSxLQUFLLFlBQVk7UUFDakQsUUFBUSxFQUFFLE1BQU0sS0FBSyxTQUFTO1FBQzlCLE9BQU8sRUFBRSxLQUFLO1FBQ2QsSUFBSSxNQUFBO1FBQ0osTUFBTSxFQUFFLEVBQUU7S0FDWCxDQUFDO0FBQ0osQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo5MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjk0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9saWIvZ2xvYnMuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuXG4vKipcbiAqIFdoZXRoZXIgYSBuYW1lIG1hdGNoZXM6IGAqYCBzdGFuZHMgZm9yIGFueXRoaW5nLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzKGdsb2IsIG5hbWUpIHtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke2VzY2FwZShnbG9iKS5yZXBsYWNlKC9cXCorL2csIFwiW15dKlwiKX0kYCkudGVzdChuYW1lKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGFueSBvZiB0aGUgZ2xvYnMgbWF0Y2hlcyB0aGUgbmFtZS5cbiAqIEBwYXJhbSB7c3RyaW5nW119IGdsb2JzXG4gKiBAcGFyYW0ge3N0cmluZ30gbmFtZVxuICovXG5leHBvcnQgZnVuY3Rpb24gbWF0Y2hlc0FueShnbG9icywgbmFtZSkge1xuICByZXR1cm4gZ2xvYnMuc29tZSgoZ2xvYikgPT4gbWF0Y2hlcyhnbG9iLCBuYW1lKSk7XG59XG5cbi8qKlxuICogV2hldGhlciBhIHBhdGggbWF0Y2hlcywgaW4gdGhlIG9uZSBkaWFsZWN0IG9mIGdsb2JzIHRoYXQgZG9jcy9jb25maWd1cmF0aW9uLm1kIGRlc2NyaWJlcy5cbiAqIEBwYXJhbSB7c3RyaW5nfSBnbG9iXG4gKiBAcGFyYW0ge3N0cmluZ30gcGF0aFxuICovXG5leHBvcnQgZnVuY3Rpb24gbWF0Y2hlc1BhdGgoZ2xvYiwgcGF0aCkge1xuICByZXR1cm4gZXhwYW5kKGdsb2IpLnNvbWUoKG9uZSkgPT4gbmV3IFJlZ0V4cChgXiR7cGF0dGVybihvbmUpfSRgKS50ZXN0KHBhdGgpKTtcbn1cblxuLyoqXG4gKiBUaGUgZ2xvYnMgd2l0aG91dCBicmFjZXMgdGhhdCBvbmUgc3RhbmRzIGZvci5cbiAqIEBwYXJhbSB7c3RyaW5nfSBnbG9iXG4gKiBAcmV0dXJucyB7c3RyaW5nW119XG4gKi9cbmZ1bmN0aW9uIGV4cGFuZChnbG9iKSB7XG4gIGxldCBzdGFydCA9IC0xO1xuICBsZXQgZGVwdGggPSAwO1xuICBsZXQgZnJvbSA9IDA7XG4gIGNvbnN0IHBhcnRzID0gW107XG4gIGZvciAobGV0IGF0ID0gMDsgYXQgPCBnbG9iLmxlbmd0aDsgYXQrKykge1xuICAgIGlmIChnbG9iW2F0XSA9PT0gXCJbXCIgJiYgZ2xvYi5pbmRleE9mKFwiXVwiLCBhdCArIDIpID4gMCkgYXQgPSBnbG9iLmluZGV4T2YoXCJdXCIsIGF0ICsgMik7XG4gICAgZWxzZSBpZiAoZ2xvYlthdF0gPT09IFwie1wiICYmIGRlcHRoKysgPT09IDApIGZyb20gPSAoc3RhcnQgPSBhdCkgKyAxO1xuICAgIGVsc2UgaWYgKGdsb2JbYXRdID09PSBcIixcIiAmJiBkZXB0aCA9PT0gMSkgZnJvbSA9IHBhcnRzLnB1c2goZ2xvYi5zbGljZShmcm9tLCBhdCkpICYmIGF0ICsgMTtcbiAgICBlbHNlIGlmIChnbG9iW2F0XSA9PT0gXCJ9XCIgJiYgLS1kZXB0aCA9PT0gMCkge1xuICAgICAgcGFydHMucHVzaChnbG9iLnNsaWNlKGZyb20sIGF0KSk7XG4gICAgICByZXR1cm4gcGFydHMuZmxhdE1hcCgocGFydCkgPT4gZXhwYW5kKGdsb2Iuc2xpY2UoMCwgc3RhcnQpICsgcGFydCArIGdsb2Iuc2xpY2UoYXQgKyAxKSkpO1xuICAgIH1cbiAgfVxuICBpZiAoZGVwdGggIT09IDApIHRocm93IG5ldyBFcnJvcihgdGhlIGdsb2IgXCIke2dsb2J9XCIgaGFzIHsgd2l0aG91dCB9LCBvciB0aGUgb3RoZXIgd2F5IHJvdW5kYCk7XG4gIHJldHVybiBbZ2xvYl07XG59XG5cbi8qKlxuICogQSBnbG9iIHdpdGhvdXQgYnJhY2VzIGFzIGEgcmVndWxhciBleHByZXNzaW9uLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqL1xuZnVuY3Rpb24gcGF0dGVybihnbG9iKSB7XG4gIGNvbnN0IHBhcnRzID0gKGdsb2IuZW5kc1dpdGgoXCIvXCIpID8gYCR7Z2xvYn0qKmAgOiBnbG9iKS5zcGxpdChcIi9cIik7XG4gIHJldHVybiBwYXJ0c1xuICAgIC5tYXAoKHBhcnQsIGkpID0+IHtcbiAgICAgIGNvbnN0IGxhc3QgPSBpID09PSBwYXJ0cy5sZW5ndGggLSAxO1xuICAgICAgaWYgKHBhcnQgPT09IFwiKipcIikgcmV0dXJuIGxhc3QgPyBcIi4rXCIgOiBcIig/OlteL10rLykqXCI7XG4gICAgICByZXR1cm4gbmFtZShwYXJ0KSArIChsYXN0ID8gKC9bKj9bXS8udGVzdChwYXJ0KSA/IFwiXCIgOiBcIig/Oi8uKik/XCIpIDogXCIvXCIpO1xuICAgIH0pXG4gICAgLmpvaW4oXCJcIik7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gcGFydCAqL1xuZnVuY3Rpb24gbmFtZShwYXJ0KSB7XG4gIHJldHVybiBwYXJ0LnJlcGxhY2UoL1xcWyghPykoXFxdP1teXFxdXSopXFxdfFxcKnxcXD98W14qP1tdK3xcXFsvZywgKGZvdW5kLCBub3QsIHNldCkgPT4ge1xuICAgIGlmIChmb3VuZCA9PT0gXCIqXCIpIHJldHVybiBcIlteL10qXCI7XG4gICAgaWYgKGZvdW5kID09PSBcIj9cIikgcmV0dXJuIFwiKD86W1xcXFx1RDgwMC1cXFxcdURCRkZdW1xcXFx1REMwMC1cXFxcdURGRkZdfFteL10pXCI7XG4gICAgcmV0dXJuIHNldCA9PT0gdW5kZWZpbmVkID8gZXNjYXBlKGZvdW5kKSA6IGAoPyEvKVske25vdCA/IFwiXlwiIDogXCJcIn0ke3NldC5yZXBsYWNlKC9bXFxcXFxcXV5bXS9nLCBcIlxcXFwkJlwiKX1dYDtcbiAgfSk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBRUM7QUFwQkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsT0FBTyxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsSUFBSSxDQUFDLFVBQUMsR0FBRyxJQUFLLE9BQUEsSUFBSSxNQUFNLENBQUMsV0FBSSxPQUFPLENBQUMsR0FBRyxDQUFDLE1BQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsRUFBMUMsQ0FBMEMsQ0FBQyxDQUFDO0FBQ2hGLENBQUM7QUFPRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLElBQUksS0FBSyxHQUFHLENBQUMsQ0FBQyxDQUFDO0lBQ2YsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDO0lBQ2QsSUFBSSxJQUFJLEdBQUcsQ0FBQyxDQUFDO0lBQ2IsSUFBTSxLQUFLLEdBQUcsRUFBRSxDQUFDOzRCQUNSLEVBQUU7UUFDVCxJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksSUFBSSxDQUFDLE9BQU8sQ0FBQyxHQUFHLEVBQUUsRUFBRSxHQUFHLENBQUMsQ0FBQyxHQUFHLENBQUM7WUFBRSxFQUFFLEdBQUcsSUFBSSxDQUFDLE9BQU8sQ0FBQyxHQUFHLEVBQUUsRUFBRSxHQUFHLENBQUMsQ0FBQyxDQUFDO2FBQ2pGLElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxLQUFLLEVBQUUsS0FBSyxDQUFDO1lBQUUsSUFBSSxHQUFHLENBQUMsS0FBSyxHQUFHLEVBQUUsQ0FBQyxHQUFHLENBQUMsQ0FBQzthQUMvRCxJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksS0FBSyxLQUFLLENBQUM7WUFBRSxJQUFJLEdBQUcsS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxJQUFJLEVBQUUsR0FBRyxDQUFDLENBQUM7YUFDdkYsSUFBSSxJQUFJLENBQUMsRUFBRSxDQUFDLEtBQUssR0FBRyxJQUFJLEVBQUUsS0FBSyxLQUFLLENBQUMsRUFBRSxDQUFDO1lBQzNDLEtBQUssQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxJQUFJLEVBQUUsRUFBRSxDQUFDLENBQUMsQ0FBQzs0QkFDMUIsS0FBSyxDQUFDLE9BQU8sQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLE1BQU0sQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxLQUFLLENBQUMsR0FBRyxJQUFJLEdBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUMsRUFBeEQsQ0FBd0QsQ0FBQztRQUMxRixDQUFDO21CQVBNLEVBQUU7OztJQUFYLEtBQUssSUFBSSxFQUFFLEdBQUcsQ0FBQyxFQUFFLEVBQUUsR0FBRyxJQUFJLENBQUMsTUFBTSxFQUFFLEVBQUUsRUFBRTs4QkFBOUIsRUFBRTtRQUFGLEVBQUU7OztLQVFWO0lBQ0QsSUFBSSxLQUFLLEtBQUssQ0FBQztRQUFFLE1BQU0sSUFBSSxLQUFLLENBQUMscUJBQWEsSUFBSSwrQ0FBMkMsQ0FBQyxDQUFDO0lBQy9GLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQztBQUNoQixDQUFDO0FBTUQsU0FBUyxPQUFPLENBQUMsSUFBSTtJQUNuQixJQUFNLEtBQUssR0FBRyxDQUFDLElBQUksQ0FBQyxRQUFRLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxPQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsQ0FBQztJQUNuRSxPQUFPLEtBQUs7U0FDVCxHQUFHLENBQUMsVUFBQyxJQUFJLEVBQUUsQ0FBQztRQUNYLElBQU0sSUFBSSxHQUFHLENBQUMsS0FBSyxLQUFLLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQztRQUNwQyxJQUFJLElBQUksS0FBSyxJQUFJO1lBQUUsT0FBTyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsYUFBYSxDQUFDO1FBQ3RELE9BQU8sSUFBSSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQyxDQUFDLENBQUMsVUFBVSxDQUFDLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQzVFLENBQUMsQ0FBQztTQUNELElBQUksQ0FBQyxFQUFFLENBQUMsQ0FBQztBQUNkLENBQUM7QUFHRCxTQUFTLElBQUksQ0FBQyxJQUFJO0lBQ2hCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyx1Q0FBdUMsRUFBRSxVQUFDLEtBQUssRUFBRSxHQUFHLEVBQUUsR0FBRztRQUMzRSxJQUFJLEtBQUssS0FBSyxHQUFHO1lBQUUsT0FBTyxPQUFPLENBQUM7UUFDbEMsSUFBSSxLQUFLLEtBQUssR0FBRztZQUFFLE9BQU8sNkNBQTZDLENBQUM7UUFDeEUsT0FBTyxHQUFHLEtBQUssU0FBUyxDQUFDLENBQUMsQ0FBQyxNQUFNLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLGdCQUFTLEdBQUcsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUFFLFNBQUcsR0FBRyxDQUFDLE9BQU8sQ0FBQyxXQUFXLEVBQUUsTUFBTSxDQUFDLE1BQUcsQ0FBQztJQUMzRyxDQUFDLENBQUMsQ0FBQztBQUNMLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjE2MCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjE2MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3RleHRzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuLyoqXG4gKiBDdXRzIGEgdGV4dCBmb3IgYSBtZXNzYWdlOiBtZXNzYWdlcyBoYXZlIGEgbGltaXQsIGFuZCBhIGZpbGUgbWF5IGhvbGQgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3Vua25vd259IHZhbHVlXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaG9ydCh2YWx1ZSkge1xuICBjb25zdCB0ZXh0ID0gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHRleHQubGVuZ3RoID4gMzAwID8gYCR7dGV4dC5zbGljZSgwLCAzMDApfeKApmAgOiB0ZXh0O1xufVxuXG4vKipcbiAqIEEgbnVtYmVyIHdpdGggaXRzIG5vdW46IGAxIHRlc3RgLCBgMyB0ZXN0c2AuXG4gKiBAcGFyYW0ge251bWJlcn0gbnVtYmVyXG4gKiBAcGFyYW0ge3N0cmluZ30gbm91blxuICogQHBhcmFtIHtzdHJpbmd9IFtwbHVyYWxdXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb3VudChudW1iZXIsIG5vdW4sIHBsdXJhbCA9IGAke25vdW59c2ApIHtcbiAgcmV0dXJuIGAke251bWJlcn0gJHtudW1iZXIgPT09IDEgPyBub3VuIDogcGx1cmFsfWA7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFNQSxzQkFHQztBQVFELHNCQUVDO0FBYkQsU0FBZ0IsS0FBSyxDQUFDLEtBQUs7SUFDekIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLE9BQU8sSUFBSSxDQUFDLE1BQU0sR0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsR0FBRyxDQUFDLFdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQzdELENBQUM7QUFRRCxTQUFnQixLQUFLLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxNQUFtQjtJQUFuQix1QkFBQSxFQUFBLG1CQUFZLElBQUksTUFBRztJQUNyRCxPQUFPLFVBQUcsTUFBTSxjQUFJLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjoxNzQsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjoxNzYsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi92ZXJzaW9ucy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG4vLyBTZW1hbnRpYyB2ZXJzaW9ucywgYXMgc2VtdmVyLm9yZyB3cml0ZXMgdGhlbS5cblxuLyoqXG4gKiBAdHlwZWRlZiB7b2JqZWN0fSBWZXJzaW9uXG4gKiBAcHJvcGVydHkge3N0cmluZ30gdGV4dCBhcyBpdCBpcyB3cml0dGVuXG4gKiBAcHJvcGVydHkge251bWJlcltdfSBjb3JlIG1ham9yLCBtaW5vciBhbmQgcGF0Y2hcbiAqIEBwcm9wZXJ0eSB7c3RyaW5nW119IHByZSB3aGF0IHN0YW5kcyBiZWhpbmQgdGhlIGAtYCwgaW4gcGFydHM7IGVtcHR5IGZvciBhIHJlbGVhc2VcbiAqL1xuXG5jb25zdCBudW1iZXIgPSBcIjB8WzEtOV1cXFxcZCpcIjtcbmNvbnN0IGlkZW50aWZpZXIgPSBcIjB8WzEtOV1cXFxcZCp8XFxcXGQqW2EtekEtWi1dWzAtOWEtekEtWi1dKlwiO1xuY29uc3QgZm9ybSA9IG5ldyBSZWdFeHAoYF4oJHtudW1iZXJ9KVxcXFwuKCR7bnVtYmVyfSlcXFxcLigke251bWJlcn0pKD86LSgoPzoke2lkZW50aWZpZXJ9KSg/OlxcXFwuKD86JHtpZGVudGlmaWVyfSkpKikpPyg/OlxcXFwrWzAtOWEtekEtWi1dKyg/OlxcXFwuWzAtOWEtekEtWi1dKykqKT8kYCk7XG5cbi8qKlxuICogUmVhZHMgYDEuMi4zYCwgYDEuMi4zLXJjLjFgIG9yIGAxLjIuMytidWlsZGAuXG4gKiBAcGFyYW0ge3N0cmluZ30gdGV4dFxuICogQHJldHVybnMge1ZlcnNpb24gfCB1bmRlZmluZWR9IHVuZGVmaW5lZCB3aGVuIGl0IGlzIG5vIHNlbWFudGljIHZlcnNpb25cbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHBhcnNlVmVyc2lvbih0ZXh0KSB7XG4gIGNvbnN0IGZvdW5kID0gZm9ybS5leGVjKHRleHQpO1xuICBpZiAoIWZvdW5kKSB7XG4gICAgcmV0dXJuIHVuZGVmaW5lZDtcbiAgfVxuXG4gIGNvbnN0IFssIG1ham9yLCBtaW5vciwgcGF0Y2gsIHByZV0gPSBmb3VuZDtcbiAgcmV0dXJuIHsgdGV4dCwgY29yZTogW21ham9yLCBtaW5vciwgcGF0Y2hdLm1hcChOdW1iZXIpLCBwcmU6IHByZSA/IHByZS5zcGxpdChcIi5cIikgOiBbXSB9O1xufVxuXG4vKipcbiAqIEJlbG93IDAgd2hlbiB0aGUgZmlyc3QgaXMgb2xkZXIsIGFib3ZlIDAgd2hlbiBpdCBpcyBuZXdlciwgMCB3aGVuIG5laXRoZXIgY29tZXMgZmlyc3QuXG4gKiBAcGFyYW0ge1ZlcnNpb259IGFcbiAqIEBwYXJhbSB7VmVyc2lvbn0gYlxuICovXG5leHBvcnQgZnVuY3Rpb24gY29tcGFyZVZlcnNpb25zKGEsIGIpIHtcbiAgY29uc3QgZGlmZmVyZW5jZSA9IGEuY29yZS5tYXAoKHBhcnQsIGkpID0+IHBhcnQgLSBiLmNvcmVbaV0pLmZpbmQoKHBhcnQpID0+IHBhcnQgIT09IDApO1xuICByZXR1cm4gZGlmZmVyZW5jZSA/PyBjb21wYXJlUHJlKGEucHJlLCBiLnByZSk7XG59XG5cbi8qKlxuICogQSByZWxlYXNlIGlzIG5ld2VyIHRoYW4gaXRzIHJlbGVhc2UgY2FuZGlkYXRlczsgbnVtYmVycyBjb3VudCBiZWxvdyB3b3Jkcy5cbiAqIEBwYXJhbSB7c3RyaW5nW119IGFcbiAqIEBwYXJhbSB7c3RyaW5nW119IGJcbiAqL1xuZnVuY3Rpb24gY29tcGFyZVByZShhLCBiKSB7XG4gIGlmIChhLmxlbmd0aCA9PT0gMCB8fCBiLmxlbmd0aCA9PT0gMCkge1xuICAgIHJldHVybiBiLmxlbmd0aCAtIGEubGVuZ3RoO1xuICB9XG5cbiAgZm9yIChjb25zdCBbaSwgcGFydF0gb2YgYS5lbnRyaWVzKCkpIHtcbiAgICBpZiAoaSA+PSBiLmxlbmd0aCkge1xuICAgICAgcmV0dXJuIDE7XG4gICAgfVxuXG4gICAgaWYgKHBhcnQgIT09IGJbaV0pIHtcbiAgICAgIHJldHVybiBjb21wYXJlUGFydChwYXJ0LCBiW2ldKTtcbiAgICB9XG4gIH1cblxuICByZXR1cm4gYS5sZW5ndGggLSBiLmxlbmd0aDtcbn1cblxuLyoqXG4gKiBAcGFyYW0ge3N0cmluZ30gYVxuICogQHBhcmFtIHtzdHJpbmd9IGJcbiAqL1xuZnVuY3Rpb24gY29tcGFyZVBhcnQoYSwgYikge1xuICBjb25zdCBbaXNOdW1iZXIsIG90aGVySXNOdW1iZXJdID0gWy9eXFxkKyQvLnRlc3QoYSksIC9eXFxkKyQvLnRlc3QoYildO1xuICBpZiAoaXNOdW1iZXIgJiYgb3RoZXJJc051bWJlcikge1xuICAgIHJldHVybiBOdW1iZXIoYSkgLSBOdW1iZXIoYik7XG4gIH1cblxuICByZXR1cm4gaXNOdW1iZXIgIT09IG90aGVySXNOdW1iZXIgPyAoaXNOdW1iZXIgPyAtMSA6IDEpIDogYSA8IGIgPyAtMSA6IDE7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7QUFtQkEsb0NBUUM7QUFPRCwwQ0FHQztBQTNCRCxJQUFNLE1BQU0sR0FBRyxhQUFhLENBQUM7QUFDN0IsSUFBTSxVQUFVLEdBQUcsd0NBQXdDLENBQUM7QUFDNUQsSUFBTSxJQUFJLEdBQUcsSUFBSSxNQUFNLENBQUMsWUFBSyxNQUFNLGtCQUFRLE1BQU0sa0JBQVEsTUFBTSxzQkFBWSxVQUFVLHVCQUFhLFVBQVUsc0RBQW1ELENBQUMsQ0FBQztBQU9qSyxTQUFnQixZQUFZLENBQUMsSUFBSTtJQUMvQixJQUFNLEtBQUssR0FBRyxJQUFJLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0lBQzlCLElBQUksQ0FBQyxLQUFLLEVBQUUsQ0FBQztRQUNYLE9BQU8sU0FBUyxDQUFDO0lBQ25CLENBQUM7SUFFSyxJQUFBLEtBQUEsT0FBK0IsS0FBSyxJQUFBLEVBQWpDLEtBQUssUUFBQSxFQUFFLEtBQUssUUFBQSxFQUFFLEtBQUssUUFBQSxFQUFFLEdBQUcsUUFBUyxDQUFDO0lBQzNDLE9BQU8sRUFBRSxJQUFJLE1BQUEsRUFBRSxJQUFJLEVBQUUsQ0FBQyxLQUFLLEVBQUUsS0FBSyxFQUFFLEtBQUssQ0FBQyxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsRUFBRSxHQUFHLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLEVBQUUsQ0FBQztBQUMzRixDQUFDO0FBT0QsU0FBZ0IsZUFBZSxDQUFDLENBQUMsRUFBRSxDQUFDO0lBQ2xDLElBQU0sVUFBVSxHQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLFVBQUMsSUFBSSxFQUFFLENBQUMsSUFBSyxPQUFBLElBQUksR0FBRyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxFQUFoQixDQUFnQixDQUFDLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsSUFBSSxLQUFLLENBQUMsRUFBVixDQUFVLENBQUMsQ0FBQztJQUN4RixPQUFPLFVBQVUsYUFBVixVQUFVLGNBQVYsVUFBVSxHQUFJLFVBQVUsQ0FBQyxDQUFDLENBQUMsR0FBRyxFQUFFLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQztBQUNoRCxDQUFDO0FBT0QsU0FBUyxVQUFVLENBQUMsQ0FBQyxFQUFFLENBQUM7O0lBQ3RCLElBQUksQ0FBQyxDQUFDLE1BQU0sS0FBSyxDQUFDLElBQUksQ0FBQyxDQUFDLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztRQUNyQyxPQUFPLENBQUMsQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDLE1BQU0sQ0FBQztJQUM3QixDQUFDOztRQUVELEtBQXdCLElBQUEsS0FBQSxTQUFBLENBQUMsQ0FBQyxPQUFPLEVBQUUsQ0FBQSxnQkFBQSw0QkFBRSxDQUFDO1lBQTNCLElBQUEsS0FBQSxtQkFBUyxFQUFSLENBQUMsUUFBQSxFQUFFLElBQUksUUFBQTtZQUNqQixJQUFJLENBQUMsSUFBSSxDQUFDLENBQUMsTUFBTSxFQUFFLENBQUM7Z0JBQ2xCLE9BQU8sQ0FBQyxDQUFDO1lBQ1gsQ0FBQztZQUVELElBQUksSUFBSSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDO2dCQUNsQixPQUFPLFdBQVcsQ0FBQyxJQUFJLEVBQUUsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7WUFDakMsQ0FBQztRQUNILENBQUM7Ozs7Ozs7OztJQUVELE9BQU8sQ0FBQyxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUMsTUFBTSxDQUFDO0FBQzdCLENBQUM7QUFNRCxTQUFTLFdBQVcsQ0FBQyxDQUFDLEVBQUUsQ0FBQztJQUNqQixJQUFBLEtBQUEsT0FBNEIsQ0FBQyxPQUFPLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxFQUFFLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsSUFBQSxFQUE3RCxRQUFRLFFBQUEsRUFBRSxhQUFhLFFBQXNDLENBQUM7SUFDckUsSUFBSSxRQUFRLElBQUksYUFBYSxFQUFFLENBQUM7UUFDOUIsT0FBTyxNQUFNLENBQUMsQ0FBQyxDQUFDLEdBQUcsTUFBTSxDQUFDLENBQUMsQ0FBQyxDQUFDO0lBQy9CLENBQUM7SUFFRCxPQUFPLFFBQVEsS0FBSyxhQUFhLENBQUMsQ0FBQyxDQUFDLENBQUMsUUFBUSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7QUFDM0UsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjoyNTQsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjoyNTYsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL3JlbGVhc2UtdGFnLXNpZ25lZC9wb2xpY3kuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gQSByZWxlYXNlIGlzIG5hbWVkIGJ5IGEgdGFnIHRoYXQgc29tZWJvZHkgdHJ1c3RlZCBoYXMgc2lnbmVkLCBhbmQgZXZlcnl0aGluZyBpbiB0aGUgdHJlZSBhZ3JlZXMgd2l0aCB0aGF0IG5hbWUuXG5cbmltcG9ydCB7IHJlYWRDaGFuZ2Vsb2cgfSBmcm9tIFwiLi4vbGliL2NoYW5nZWxvZ3MuanNcIjtcbmltcG9ydCB7IG1hdGNoZXNQYXRoIH0gZnJvbSBcIi4uL2xpYi9nbG9icy5qc1wiO1xuaW1wb3J0IHsgY291bnQsIHNob3J0IH0gZnJvbSBcIi4uL2xpYi90ZXh0cy5qc1wiO1xuaW1wb3J0IHsgY29tcGFyZVZlcnNpb25zLCBwYXJzZVZlcnNpb24gfSBmcm9tIFwiLi4vbGliL3ZlcnNpb25zLmpzXCI7XG5cbi8qKiBAdHlwZSB7SnVkZ2V9ICovXG5leHBvcnQgZnVuY3Rpb24ganVkZ2UoZXZpZGVuY2UsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgdGFncyA9IChldmlkZW5jZS5naXQ/LnRhZ3MgPz8gW10pLm1hcCgodGFnKSA9PiAoeyAuLi50YWcsIHZlcnNpb246IHZlcnNpb25PZih0YWcubmFtZSwgc2V0dGluZ3MucHJlZml4KSB9KSk7XG4gIGNvbnN0IHRhZyA9IHRhZ3MuZmlsdGVyKCh7IGF0SGVhZCwgdmVyc2lvbiB9KSA9PiBhdEhlYWQgJiYgdmVyc2lvbikuc29ydCgoYSwgYikgPT4gY29tcGFyZVZlcnNpb25zKGIudmVyc2lvbiwgYS52ZXJzaW9uKSlbMF07XG4gIGlmICghdGFnKSB7XG4gICAganVkZ2VBYnNlbmNlKHRhZ3MsIHNldHRpbmdzLCByZXBvcnQpO1xuICAgIHJldHVybjtcbiAgfVxuXG4gIGp1ZGdlU2lnbmF0dXJlKHRhZywgcmVwb3J0KTtcbiAganVkZ2VPcmRlcih0YWcsIHRhZ3MsIHNldHRpbmdzLCByZXBvcnQpO1xuICBqdWRnZVZlcnNpb25GaWxlcyh0YWcudmVyc2lvbiwgZXZpZGVuY2UsIHNldHRpbmdzLCByZXBvcnQpO1xuICBqdWRnZUNoYW5nZWxvZyh0YWcudmVyc2lvbiwgZXZpZGVuY2UsIHNldHRpbmdzLCByZXBvcnQpO1xufVxuXG5mdW5jdGlvbiB2ZXJzaW9uT2YobmFtZSwgcHJlZml4KSB7XG4gIHJldHVybiBuYW1lLnN0YXJ0c1dpdGgocHJlZml4KSA/IHBhcnNlVmVyc2lvbihuYW1lLnNsaWNlKHByZWZpeC5sZW5ndGgpKSA6IHVuZGVmaW5lZDtcbn1cblxuZnVuY3Rpb24ganVkZ2VBYnNlbmNlKHRhZ3MsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgZXhhbXBsZSA9IGAke3NldHRpbmdzLnByZWZpeH0xLjIuM2A7XG4gIGNvbnN0IG90aGVycyA9IHRhZ3MuZmlsdGVyKCh7IGF0SGVhZCB9KSA9PiBhdEhlYWQpLm1hcCgoeyBuYW1lIH0pID0+IG5hbWUpO1xuICBpZiAob3RoZXJzLmxlbmd0aCA+IDApIHtcbiAgICByZXBvcnQuZXJyb3IoXCJ0YWctbmFtZVwiLCBgVGhlIGhlYWQgY29tbWl0IGlzIHRhZ2dlZCAke3Nob3J0KG90aGVycy5qb2luKFwiLCBcIikpfSwgd2hpY2ggaXMgbm8gcmVsZWFzZSdzIG5hbWUuIE5hbWUgdGhlIHRhZyBsaWtlICR7ZXhhbXBsZX0uYCk7XG4gIH0gZWxzZSBpZiAoc2V0dGluZ3MucmVxdWlyZWQpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJ0YWctbWlzc2luZ1wiLCBgVGhlIGhlYWQgY29tbWl0IGhhcyBubyB0YWcgbGlrZSAke2V4YW1wbGV9LiBNYWtlIG9uZSB3aXRoIFxcYGdpdCB0YWcgLXMgJHtleGFtcGxlfVxcYCwgb3IgZmV0Y2ggdGhlIHRhZ3M6IFxcYGZldGNoLXRhZ3M6IHRydWVcXGAgZm9yIGFjdGlvbnMvY2hlY2tvdXQuYCk7XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VTaWduYXR1cmUoeyBuYW1lLCBhbm5vdGF0ZWQsIHNpZ25hdHVyZSB9LCByZXBvcnQpIHtcbiAgY29uc3QgYWdhaW4gPSBgTWFrZSBpdCBhZ2FpbiB3aXRoIFxcYGdpdCB0YWcgLXMgLWYgJHtuYW1lfVxcYGA7XG4gIGlmICghYW5ub3RhdGVkKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidGFnLWxpZ2h0d2VpZ2h0XCIsIGAke25hbWV9IGlzIGEgbGlnaHR3ZWlnaHQgdGFnLCB3aGljaCBob2xkcyBubyBhdXRob3IsIG5vIGRhdGUgYW5kIG5vIHNpZ25hdHVyZS4gJHthZ2Fpbn0uYCk7XG4gIH0gZWxzZSBpZiAoc2lnbmF0dXJlLmtpbmQgPT09IFwibm9uZVwiKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidGFnLXVuc2lnbmVkXCIsIGAke25hbWV9IGlzIG5vdCBzaWduZWQuICR7YWdhaW59LmApO1xuICB9IGVsc2UgaWYgKHNpZ25hdHVyZS5zdGF0dXMgPT09IFwiYmFkXCIpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJzaWduYXR1cmUtYmFkXCIsIGBUaGUgc2lnbmF0dXJlIG9mICR7bmFtZX0gZG9lcyBub3QgZml0IHdoYXQgaXQgc2lnbnMuIFNvbWVib2R5IGNoYW5nZWQgdGhlIHRhZywgb3IgdGhlIGtleSB0aGF0IGFsbG93ZWRfc2lnbmVycyBuYW1lcyBpcyBhbm90aGVyLmApO1xuICB9IGVsc2UgaWYgKHNpZ25hdHVyZS5zdGF0dXMgIT09IFwiZ29vZFwiKSB7XG4gICAgY29uc3Qgd2h5ID0gc2lnbmF0dXJlLnJlYXNvbiA/IGA6ICR7c2hvcnQoc2lnbmF0dXJlLnJlYXNvbil9YCA6IFwiXCI7XG4gICAgcmVwb3J0LmVycm9yKFwic2lnbmVyLXVua25vd25cIiwgYE5vYm9keSB2b3VjaGVzIGZvciB0aGUgc2lnbmF0dXJlIG9mICR7bmFtZX0ke3doeX0uIExpc3QgdGhlIGtleSBpbiAuZ2l0aHViL2FsbG93ZWRfc2lnbmVycywgb3Igc2lnbiB3aXRoIG9uZSB0aGF0IGlzIHRoZXJlLmApO1xuICB9IGVsc2Uge1xuICAgIHJlcG9ydC5wYXNzKFwidGFnLXNpZ25lZFwiLCBgJHtuYW1lfSBpcyBzaWduZWQgd2l0aCAke3NpZ25hdHVyZS5rZXl9YCk7XG4gIH1cbn1cblxuLyoqIEEgdmVyc2lvbiBpcyBuZXdlciB0aGFuIGFsbCBvdGhlcnMgb2YgaXRzIGxpbmU6IGAxLjIuNGAgbWF5IGZvbGxvdyBgMi4wLjBgIHdoZW4gbGluZXMgYXJlIG1ham9ycy4gKi9cbmZ1bmN0aW9uIGp1ZGdlT3JkZXIodGFnLCB0YWdzLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHBhcnRzID0geyBhbGw6IDAsIG1ham9yOiAxLCBtaW5vcjogMiB9W3NldHRpbmdzLmxpbmVdO1xuICBjb25zdCBsaW5lID0gKHsgY29yZSB9KSA9PiBjb3JlLnNsaWNlKDAsIHBhcnRzKS5qb2luKFwiLlwiKTtcbiAgY29uc3QgbmV3ZXN0ID0gdGFnc1xuICAgIC5maWx0ZXIoKHsgbmFtZSwgYXRIZWFkLCB2ZXJzaW9uIH0pID0+IG5hbWUgIT09IHRhZy5uYW1lICYmICFhdEhlYWQgJiYgdmVyc2lvbiAmJiBsaW5lKHZlcnNpb24pID09PSBsaW5lKHRhZy52ZXJzaW9uKSlcbiAgICAuc29ydCgoYSwgYikgPT4gY29tcGFyZVZlcnNpb25zKGIudmVyc2lvbiwgYS52ZXJzaW9uKSlbMF07XG4gIGlmIChuZXdlc3QgJiYgY29tcGFyZVZlcnNpb25zKG5ld2VzdC52ZXJzaW9uLCB0YWcudmVyc2lvbikgPj0gMCkge1xuICAgIHJlcG9ydC5lcnJvcihcInZlcnNpb24tbm90LW5ld2VyXCIsIGAke3RhZy5uYW1lfSBpcyBub3QgbmV3ZXIgdGhhbiAke25ld2VzdC5uYW1lfSwgd2hpY2ggaXMgdGhlcmUgYWxyZWFkeS4gR2l2ZSB0aGUgcmVsZWFzZSB0aGUgbmV4dCB2ZXJzaW9uLmApO1xuICB9XG59XG5cbmZ1bmN0aW9uIGp1ZGdlVmVyc2lvbkZpbGVzKHZlcnNpb24sIGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGRvY3VtZW50cyA9IFtcImpzb25cIiwgXCJ5YW1sXCIsIFwidG9tbFwiLCBcInhtbFwiXS5mbGF0TWFwKChraW5kKSA9PiBldmlkZW5jZVtraW5kXSA/PyBbXSk7XG4gIGNvbnN0IG5hbWVkID0gc2V0dGluZ3NbXCJ2ZXJzaW9uLWZpbGVzXCJdLmZsYXRNYXAoKHsgZmlsZXMsIGtleSB9KSA9PlxuICAgIGRvY3VtZW50cy5maWx0ZXIoKHsgcGF0aCB9KSA9PiBtYXRjaGVzUGF0aChmaWxlcywgcGF0aCkpLmZsYXRNYXAoKGRvY3VtZW50KSA9PiBkb2N1bWVudC5maW5kKGtleSkpKTtcblxuICBjb25zdCB3cm9uZyA9IG5hbWVkLmZpbHRlcigobm9kZSkgPT4gU3RyaW5nKG5vZGUudmFsdWUpICE9PSB2ZXJzaW9uLnRleHQpO1xuICBmb3IgKGNvbnN0IG5vZGUgb2Ygd3JvbmcpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJ2ZXJzaW9uLWZpbGVcIiwgYCR7bm9kZS5wYXRofSBzYXlzICR7c2hvcnQobm9kZS52YWx1ZSl9LCBhbmQgdGhlIHRhZyBzYXlzICR7dmVyc2lvbi50ZXh0fS4gTWFrZSBib3RoIHNheSB0aGUgc2FtZSBiZWZvcmUgdGFnZ2luZy5gLCBub2RlKTtcbiAgfVxuXG4gIGlmIChuYW1lZC5sZW5ndGggPiAwICYmIHdyb25nLmxlbmd0aCA9PT0gMCkge1xuICAgIHJlcG9ydC5wYXNzKFwidmVyc2lvbi1maWxlXCIsIGAke2NvdW50KG5hbWVkLmxlbmd0aCwgXCJmaWxlXCIpfSBzYXkgJHt2ZXJzaW9uLnRleHR9YCk7XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VDaGFuZ2Vsb2codmVyc2lvbiwgZXZpZGVuY2UsIHNldHRpbmdzLCByZXBvcnQpIHtcbiAgY29uc3QgZmlsZSA9IChldmlkZW5jZS5maWxlcyA/PyBbXSkuZmluZCgoeyBwYXRoIH0pID0+IHBhdGggPT09IHNldHRpbmdzLmNoYW5nZWxvZyk7XG4gIGlmIChmaWxlPy50ZXh0ID09PSB1bmRlZmluZWQgfHwgdmVyc2lvbi5wcmUubGVuZ3RoID4gMCkge1xuICAgIHJldHVybjtcbiAgfVxuXG4gIGNvbnN0IGVudHJ5ID0gcmVhZENoYW5nZWxvZyhmaWxlLnRleHQpLnNlY3Rpb25zLmZpbmQoKHsgbmFtZSB9KSA9PiBuYW1lID09PSB2ZXJzaW9uLnRleHQpO1xuICBpZiAoIWVudHJ5KSB7XG4gICAgcmVwb3J0LmVycm9yKFwiY2hhbmdlbG9nLWVudHJ5XCIsIGAke2ZpbGUucGF0aH0gaGFzIG5vIGVudHJ5IGZvciAke3ZlcnNpb24udGV4dH0uIEFkZCBpdCBhbmQgdGFnIHRoZSBjb21taXQgdGhhdCBoYXMgaXQuYCwgeyBwYXRoOiBmaWxlLnBhdGgsIGxpbmU6IDEsIGlkZW50aXR5OiB2ZXJzaW9uLnRleHQgfSk7XG4gIH0gZWxzZSBpZiAoZW50cnkuaXNZYW5rZWQpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJjaGFuZ2Vsb2ctZW50cnlcIiwgYCR7ZmlsZS5wYXRofSBzYXlzIHRoYXQgJHt2ZXJzaW9uLnRleHR9IHdhcyB0YWtlbiBiYWNrLiBSZWxlYXNlIHRoZSBuZXh0IHZlcnNpb24uYCwgeyBwYXRoOiBmaWxlLnBhdGgsIGxpbmU6IGVudHJ5LmxpbmUsIGlkZW50aXR5OiB2ZXJzaW9uLnRleHQgfSk7XG4gIH0gZWxzZSB7XG4gICAgcmVwb3J0LnBhc3MoXCJjaGFuZ2Vsb2ctZW50cnlcIiwgYCR7ZmlsZS5wYXRofSBoYXMgYW4gZW50cnkgZm9yICR7dmVyc2lvbi50ZXh0fWApO1xuICB9XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBU0Esc0JBWUM7QUFsQkQsc0RBQXFEO0FBQ3JELDRDQUE4QztBQUM5Qyw0Q0FBK0M7QUFDL0Msa0RBQW1FO0FBR25FLFNBQWdCLEtBQUssQ0FBQyxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzlDLElBQU0sSUFBSSxHQUFHLENBQUMsTUFBQSxNQUFBLFFBQVEsQ0FBQyxHQUFHLDBDQUFFLElBQUksbUNBQUksRUFBRSxDQUFDLENBQUMsR0FBRyxDQUFDLFVBQUMsR0FBRyxJQUFLLE9BQUEsdUJBQU0sR0FBRyxLQUFFLE9BQU8sRUFBRSxTQUFTLENBQUMsR0FBRyxDQUFDLElBQUksRUFBRSxRQUFRLENBQUMsTUFBTSxDQUFDLElBQUcsRUFBM0QsQ0FBMkQsQ0FBQyxDQUFDO0lBQ2xILElBQU0sR0FBRyxHQUFHLElBQUksQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFtQjtZQUFqQixNQUFNLFlBQUEsRUFBRSxPQUFPLGFBQUE7UUFBTyxPQUFBLE1BQU0sSUFBSSxPQUFPO0lBQWpCLENBQWlCLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxDQUFDLEVBQUUsQ0FBQyxJQUFLLE9BQUEsSUFBQSw2QkFBZSxFQUFDLENBQUMsQ0FBQyxPQUFPLEVBQUUsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxFQUFyQyxDQUFxQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDN0gsSUFBSSxDQUFDLEdBQUcsRUFBRSxDQUFDO1FBQ1QsWUFBWSxDQUFDLElBQUksRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7UUFDckMsT0FBTztJQUNULENBQUM7SUFFRCxjQUFjLENBQUMsR0FBRyxFQUFFLE1BQU0sQ0FBQyxDQUFDO0lBQzVCLFVBQVUsQ0FBQyxHQUFHLEVBQUUsSUFBSSxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUN4QyxpQkFBaUIsQ0FBQyxHQUFHLENBQUMsT0FBTyxFQUFFLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7SUFDM0QsY0FBYyxDQUFDLEdBQUcsQ0FBQyxPQUFPLEVBQUUsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUMxRCxDQUFDO0FBRUQsU0FBUyxTQUFTLENBQUMsSUFBSSxFQUFFLE1BQU07SUFDN0IsT0FBTyxJQUFJLENBQUMsVUFBVSxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFBLDBCQUFZLEVBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxNQUFNLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDO0FBQ3ZGLENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE1BQU07SUFDMUMsSUFBTSxPQUFPLEdBQUcsVUFBRyxRQUFRLENBQUMsTUFBTSxVQUFPLENBQUM7SUFDMUMsSUFBTSxNQUFNLEdBQUcsSUFBSSxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQVU7WUFBUixNQUFNLFlBQUE7UUFBTyxPQUFBLE1BQU07SUFBTixDQUFNLENBQUMsQ0FBQyxHQUFHLENBQUMsVUFBQyxFQUFRO1lBQU4sSUFBSSxVQUFBO1FBQU8sT0FBQSxJQUFJO0lBQUosQ0FBSSxDQUFDLENBQUM7SUFDM0UsSUFBSSxNQUFNLENBQUMsTUFBTSxHQUFHLENBQUMsRUFBRSxDQUFDO1FBQ3RCLE1BQU0sQ0FBQyxLQUFLLENBQUMsVUFBVSxFQUFFLG9DQUE2QixJQUFBLGdCQUFLLEVBQUMsTUFBTSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyw2REFBbUQsT0FBTyxNQUFHLENBQUMsQ0FBQztJQUMvSSxDQUFDO1NBQU0sSUFBSSxRQUFRLENBQUMsUUFBUSxFQUFFLENBQUM7UUFDN0IsTUFBTSxDQUFDLEtBQUssQ0FBQyxhQUFhLEVBQUUsMENBQW1DLE9BQU8seUNBQWdDLE9BQU8sbUVBQW1FLENBQUMsQ0FBQztJQUNwTCxDQUFDO0FBQ0gsQ0FBQztBQUVELFNBQVMsY0FBYyxDQUFDLEVBQThCLEVBQUUsTUFBTTtRQUFwQyxJQUFJLFVBQUEsRUFBRSxTQUFTLGVBQUEsRUFBRSxTQUFTLGVBQUE7SUFDbEQsSUFBTSxLQUFLLEdBQUcsNENBQXNDLElBQUksTUFBSSxDQUFDO0lBQzdELElBQUksQ0FBQyxTQUFTLEVBQUUsQ0FBQztRQUNmLE1BQU0sQ0FBQyxLQUFLLENBQUMsaUJBQWlCLEVBQUUsVUFBRyxJQUFJLHFGQUEyRSxLQUFLLE1BQUcsQ0FBQyxDQUFDO0lBQzlILENBQUM7U0FBTSxJQUFJLFNBQVMsQ0FBQyxJQUFJLEtBQUssTUFBTSxFQUFFLENBQUM7UUFDckMsTUFBTSxDQUFDLEtBQUssQ0FBQyxjQUFjLEVBQUUsVUFBRyxJQUFJLDZCQUFtQixLQUFLLE1BQUcsQ0FBQyxDQUFDO0lBQ25FLENBQUM7U0FBTSxJQUFJLFNBQVMsQ0FBQyxNQUFNLEtBQUssS0FBSyxFQUFFLENBQUM7UUFDdEMsTUFBTSxDQUFDLEtBQUssQ0FBQyxlQUFlLEVBQUUsMkJBQW9CLElBQUksNkdBQTBHLENBQUMsQ0FBQztJQUNwSyxDQUFDO1NBQU0sSUFBSSxTQUFTLENBQUMsTUFBTSxLQUFLLE1BQU0sRUFBRSxDQUFDO1FBQ3ZDLElBQU0sR0FBRyxHQUFHLFNBQVMsQ0FBQyxNQUFNLENBQUMsQ0FBQyxDQUFDLFlBQUssSUFBQSxnQkFBSyxFQUFDLFNBQVMsQ0FBQyxNQUFNLENBQUMsQ0FBRSxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7UUFDbkUsTUFBTSxDQUFDLEtBQUssQ0FBQyxnQkFBZ0IsRUFBRSw4Q0FBdUMsSUFBSSxTQUFHLEdBQUcsK0VBQTRFLENBQUMsQ0FBQztJQUNoSyxDQUFDO1NBQU0sQ0FBQztRQUNOLE1BQU0sQ0FBQyxJQUFJLENBQUMsWUFBWSxFQUFFLFVBQUcsSUFBSSw2QkFBbUIsU0FBUyxDQUFDLEdBQUcsQ0FBRSxDQUFDLENBQUM7SUFDdkUsQ0FBQztBQUNILENBQUM7QUFHRCxTQUFTLFVBQVUsQ0FBQyxHQUFHLEVBQUUsSUFBSSxFQUFFLFFBQVEsRUFBRSxNQUFNO0lBQzdDLElBQU0sS0FBSyxHQUFHLEVBQUUsR0FBRyxFQUFFLENBQUMsRUFBRSxLQUFLLEVBQUUsQ0FBQyxFQUFFLEtBQUssRUFBRSxDQUFDLEVBQUUsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLENBQUM7SUFDNUQsSUFBTSxJQUFJLEdBQUcsVUFBQyxFQUFRO1lBQU4sSUFBSSxVQUFBO1FBQU8sT0FBQSxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxLQUFLLENBQUMsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDO0lBQTlCLENBQThCLENBQUM7SUFDMUQsSUFBTSxNQUFNLEdBQUcsSUFBSTtTQUNoQixNQUFNLENBQUMsVUFBQyxFQUF5QjtZQUF2QixJQUFJLFVBQUEsRUFBRSxNQUFNLFlBQUEsRUFBRSxPQUFPLGFBQUE7UUFBTyxPQUFBLElBQUksS0FBSyxHQUFHLENBQUMsSUFBSSxJQUFJLENBQUMsTUFBTSxJQUFJLE9BQU8sSUFBSSxJQUFJLENBQUMsT0FBTyxDQUFDLEtBQUssSUFBSSxDQUFDLEdBQUcsQ0FBQyxPQUFPLENBQUM7SUFBOUUsQ0FBOEUsQ0FBQztTQUNySCxJQUFJLENBQUMsVUFBQyxDQUFDLEVBQUUsQ0FBQyxJQUFLLE9BQUEsSUFBQSw2QkFBZSxFQUFDLENBQUMsQ0FBQyxPQUFPLEVBQUUsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxFQUFyQyxDQUFxQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDNUQsSUFBSSxNQUFNLElBQUksSUFBQSw2QkFBZSxFQUFDLE1BQU0sQ0FBQyxPQUFPLEVBQUUsR0FBRyxDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsRUFBRSxDQUFDO1FBQ2hFLE1BQU0sQ0FBQyxLQUFLLENBQUMsbUJBQW1CLEVBQUUsVUFBRyxHQUFHLENBQUMsSUFBSSxnQ0FBc0IsTUFBTSxDQUFDLElBQUksaUVBQThELENBQUMsQ0FBQztJQUNoSixDQUFDO0FBQ0gsQ0FBQztBQUVELFNBQVMsaUJBQWlCLENBQUMsT0FBTyxFQUFFLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTTs7SUFDNUQsSUFBTSxTQUFTLEdBQUcsQ0FBQyxNQUFNLEVBQUUsTUFBTSxFQUFFLE1BQU0sRUFBRSxLQUFLLENBQUMsQ0FBQyxPQUFPLENBQUMsVUFBQyxJQUFJLFlBQUssT0FBQSxNQUFBLFFBQVEsQ0FBQyxJQUFJLENBQUMsbUNBQUksRUFBRSxDQUFBLEVBQUEsQ0FBQyxDQUFDO0lBQzFGLElBQU0sS0FBSyxHQUFHLFFBQVEsQ0FBQyxlQUFlLENBQUMsQ0FBQyxPQUFPLENBQUMsVUFBQyxFQUFjO1lBQVosS0FBSyxXQUFBLEVBQUUsR0FBRyxTQUFBO1FBQzNELE9BQUEsU0FBUyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEVBQVE7Z0JBQU4sSUFBSSxVQUFBO1lBQU8sT0FBQSxJQUFBLHNCQUFXLEVBQUMsS0FBSyxFQUFFLElBQUksQ0FBQztRQUF4QixDQUF3QixDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsUUFBUSxJQUFLLE9BQUEsUUFBUSxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsRUFBbEIsQ0FBa0IsQ0FBQztJQUFsRyxDQUFrRyxDQUFDLENBQUM7SUFFdEcsSUFBTSxLQUFLLEdBQUcsS0FBSyxDQUFDLE1BQU0sQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLE1BQU0sQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLEtBQUssT0FBTyxDQUFDLElBQUksRUFBbkMsQ0FBbUMsQ0FBQyxDQUFDOztRQUMxRSxLQUFtQixJQUFBLFVBQUEsU0FBQSxLQUFLLENBQUEsNEJBQUEsK0NBQUUsQ0FBQztZQUF0QixJQUFNLElBQUksa0JBQUE7WUFDYixNQUFNLENBQUMsS0FBSyxDQUFDLGNBQWMsRUFBRSxVQUFHLElBQUksQ0FBQyxJQUFJLG1CQUFTLElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMsS0FBSyxDQUFDLGdDQUFzQixPQUFPLENBQUMsSUFBSSw2Q0FBMEMsRUFBRSxJQUFJLENBQUMsQ0FBQztRQUN6SixDQUFDOzs7Ozs7Ozs7SUFFRCxJQUFJLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxJQUFJLEtBQUssQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7UUFDM0MsTUFBTSxDQUFDLElBQUksQ0FBQyxjQUFjLEVBQUUsVUFBRyxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsa0JBQVEsT0FBTyxDQUFDLElBQUksQ0FBRSxDQUFDLENBQUM7SUFDcEYsQ0FBQztBQUNILENBQUM7QUFFRCxTQUFTLGNBQWMsQ0FBQyxPQUFPLEVBQUUsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUN6RCxJQUFNLElBQUksR0FBRyxDQUFDLE1BQUEsUUFBUSxDQUFDLEtBQUssbUNBQUksRUFBRSxDQUFDLENBQUMsSUFBSSxDQUFDLFVBQUMsRUFBUTtZQUFOLElBQUksVUFBQTtRQUFPLE9BQUEsSUFBSSxLQUFLLFFBQVEsQ0FBQyxTQUFTO0lBQTNCLENBQTJCLENBQUMsQ0FBQztJQUNwRixJQUFJLENBQUEsSUFBSSxhQUFKLElBQUksdUJBQUosSUFBSSxDQUFFLElBQUksTUFBSyxTQUFTLElBQUksT0FBTyxDQUFDLEdBQUcsQ0FBQyxNQUFNLEdBQUcsQ0FBQyxFQUFFLENBQUM7UUFDdkQsT0FBTztJQUNULENBQUM7SUFFRCxJQUFNLEtBQUssR0FBRyxJQUFBLDZCQUFhLEVBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsVUFBQyxFQUFRO1lBQU4sSUFBSSxVQUFBO1FBQU8sT0FBQSxJQUFJLEtBQUssT0FBTyxDQUFDLElBQUk7SUFBckIsQ0FBcUIsQ0FBQyxDQUFDO0lBQzFGLElBQUksQ0FBQyxLQUFLLEVBQUUsQ0FBQztRQUNYLE1BQU0sQ0FBQyxLQUFLLENBQUMsaUJBQWlCLEVBQUUsVUFBRyxJQUFJLENBQUMsSUFBSSwrQkFBcUIsT0FBTyxDQUFDLElBQUksNkNBQTBDLEVBQUUsRUFBRSxJQUFJLEVBQUUsSUFBSSxDQUFDLElBQUksRUFBRSxJQUFJLEVBQUUsQ0FBQyxFQUFFLFFBQVEsRUFBRSxPQUFPLENBQUMsSUFBSSxFQUFFLENBQUMsQ0FBQztJQUNqTCxDQUFDO1NBQU0sSUFBSSxLQUFLLENBQUMsUUFBUSxFQUFFLENBQUM7UUFDMUIsTUFBTSxDQUFDLEtBQUssQ0FBQyxpQkFBaUIsRUFBRSxVQUFHLElBQUksQ0FBQyxJQUFJLHdCQUFjLE9BQU8sQ0FBQyxJQUFJLCtDQUE0QyxFQUFFLEVBQUUsSUFBSSxFQUFFLElBQUksQ0FBQyxJQUFJLEVBQUUsSUFBSSxFQUFFLEtBQUssQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE9BQU8sQ0FBQyxJQUFJLEVBQUUsQ0FBQyxDQUFDO0lBQ3JMLENBQUM7U0FBTSxDQUFDO1FBQ04sTUFBTSxDQUFDLElBQUksQ0FBQyxpQkFBaUIsRUFBRSxVQUFHLElBQUksQ0FBQyxJQUFJLCtCQUFxQixPQUFPLENBQUMsSUFBSSxDQUFFLENBQUMsQ0FBQztJQUNsRixDQUFDO0FBQ0gsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo0MDcsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fV19
