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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9jaGFuZ2Vsb2dzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIENoYW5nZWxvZ3MgaW4gdGhlIGZvcm0gb2YgS2VlcCBhIENoYW5nZWxvZywgYXMgTWFya2Rvd24uXG5cbi8qKlxuICogQHR5cGVkZWYge29iamVjdH0gR3JvdXAgYSB0eXBlIG9mIGNoYW5nZSwgc3VjaCBhcyBgIyMjIEFkZGVkYFxuICogQHByb3BlcnR5IHtzdHJpbmd9IG5hbWVcbiAqIEBwcm9wZXJ0eSB7bnVtYmVyfSBsaW5lXG4gKiBAcHJvcGVydHkge2Jvb2xlYW59IGhhc1RleHQgd2hldGhlciBhbnl0aGluZyBzdGFuZHMgYmVsb3cgaXRcbiAqXG4gKiBAdHlwZWRlZiB7b2JqZWN0fSBTZWN0aW9uIGEgdmVyc2lvbiwgb3Igd2hhdCBpcyBub3QgcmVsZWFzZWQgeWV0XG4gKiBAcHJvcGVydHkge3N0cmluZ30gbmFtZVxuICogQHByb3BlcnR5IHtzdHJpbmcgfCB1bmRlZmluZWR9IGRhdGVcbiAqIEBwcm9wZXJ0eSB7c3RyaW5nfSByZXN0IHdoYXQgc3RhbmRzIGJlaGluZCB0aGUgZGF0ZVxuICogQHByb3BlcnR5IHtib29sZWFufSBpc0xpbmtlZCB3aGV0aGVyIHRoZSBuYW1lIHN0YW5kcyBpbiBicmFja2V0c1xuICogQHByb3BlcnR5IHtib29sZWFufSBpc1VucmVsZWFzZWRcbiAqIEBwcm9wZXJ0eSB7Ym9vbGVhbn0gaXNZYW5rZWRcbiAqIEBwcm9wZXJ0eSB7Ym9vbGVhbn0gaGFzVGV4dCB3aGV0aGVyIGFueXRoaW5nIHN0YW5kcyBkaXJlY3RseSBiZWxvdyBpdFxuICogQHByb3BlcnR5IHtudW1iZXJ9IGxpbmVcbiAqIEBwcm9wZXJ0eSB7R3JvdXBbXX0gZ3JvdXBzXG4gKi9cblxuLyoqXG4gKiBAcGFyYW0ge3N0cmluZ30gdGV4dFxuICogQHJldHVybnMge3sgdGl0bGU6IHN0cmluZyB8IHVuZGVmaW5lZCwgc2VjdGlvbnM6IFNlY3Rpb25bXSwgbGlua3M6IFNldDxzdHJpbmc+IH19XG4gKi9cbmV4cG9ydCBmdW5jdGlvbiByZWFkQ2hhbmdlbG9nKHRleHQpIHtcbiAgY29uc3QgY2hhbmdlbG9nID0geyB0aXRsZTogdW5kZWZpbmVkLCBzZWN0aW9uczogW10sIGxpbmtzOiBuZXcgU2V0KCkgfTtcbiAgbGV0IGZlbmNlO1xuICBmb3IgKGNvbnN0IFtpLCBsaW5lXSBvZiB0ZXh0LnNwbGl0KC9cXHI/XFxuLykuZW50cmllcygpKSB7XG4gICAgY29uc3QgbWFyayA9IC9eIHswLDN9KGBgYHx+fn4pLy5leGVjKGxpbmUpPy5bMV07XG4gICAgZmVuY2UgPSBtYXJrICYmICFmZW5jZSA/IG1hcmsgOiBtYXJrID09PSBmZW5jZSA/IHVuZGVmaW5lZCA6IGZlbmNlO1xuICAgIHJlYWRMaW5lKGNoYW5nZWxvZywgZmVuY2UgfHwgbWFyayA/IFwiIGNvZGVcIiA6IGxpbmUsIGkgKyAxKTtcbiAgfVxuXG4gIHJldHVybiBjaGFuZ2Vsb2c7XG59XG5cbmZ1bmN0aW9uIHJlYWRMaW5lKGNoYW5nZWxvZywgbGluZSwgbnVtYmVyKSB7XG4gIGNvbnN0IHNlY3Rpb24gPSBjaGFuZ2Vsb2cuc2VjdGlvbnMuYXQoLTEpO1xuICBjb25zdCBbLCBtYXJrcywgaGVhZGluZ10gPSAvXigjezEsM30pXFxzKyguKj8pXFxzKiMqJC8uZXhlYyhsaW5lKSA/PyBbXTtcbiAgY29uc3QgbGluayA9IC9eXFxbKFteXFxdXSspXFxdOlxccypcXFMvLmV4ZWMobGluZSk7XG4gIGlmIChsaW5rKSB7XG4gICAgY2hhbmdlbG9nLmxpbmtzLmFkZChsaW5rWzFdLnRvTG93ZXJDYXNlKCkpO1xuICB9IGVsc2UgaWYgKG1hcmtzID09PSBcIiNcIikge1xuICAgIGNoYW5nZWxvZy50aXRsZSA/Pz0gaGVhZGluZztcbiAgfSBlbHNlIGlmIChtYXJrcyA9PT0gXCIjI1wiKSB7XG4gICAgY2hhbmdlbG9nLnNlY3Rpb25zLnB1c2gocmVhZEhlYWRpbmcoaGVhZGluZywgbnVtYmVyKSk7XG4gIH0gZWxzZSBpZiAobWFya3MgPT09IFwiIyMjXCIgJiYgc2VjdGlvbikge1xuICAgIHNlY3Rpb24uZ3JvdXBzLnB1c2goeyBuYW1lOiBoZWFkaW5nLCBsaW5lOiBudW1iZXIsIGhhc1RleHQ6IGZhbHNlIH0pO1xuICB9IGVsc2UgaWYgKHNlY3Rpb24gJiYgbGluZS50cmltKCkgIT09IFwiXCIpIHtcbiAgICAoc2VjdGlvbi5ncm91cHMuYXQoLTEpID8/IHNlY3Rpb24pLmhhc1RleHQgPSB0cnVlO1xuICB9XG59XG5cbi8qKiBgWzEuMi4zXSAtIDIwMjYtMDEtMzEgW1lBTktFRF1gLCBvciB3aXRoIHRoZSBsaW5rIHdyaXR0ZW4gb3V0OiBgWzEuMi4zXShodHRwczovL+KApikgLSAyMDI2LTAxLTMxYC4gKi9cbmZ1bmN0aW9uIHJlYWRIZWFkaW5nKGhlYWRpbmcsIGxpbmUpIHtcbiAgY29uc3QgZm9ybSA9IC9eKD86XFxbKD88bGlua2VkPlteXFxdXSspXFxdKD88aW5saW5lPlxcKFteKV0qXFwpKT98KD88cGxhaW4+XFxTKykpKD86XFxzKy1cXHMrKD88ZGF0ZT5cXFMrKSk/KD88eWFua2VkPlxccytcXFtZQU5LRURcXF0pP1xccyooPzxyZXN0Pi4qKSQvaTtcbiAgY29uc3QgeyBsaW5rZWQsIGlubGluZSwgcGxhaW4sIGRhdGUsIHlhbmtlZCwgcmVzdCB9ID0gZm9ybS5leGVjKGhlYWRpbmcpPy5ncm91cHMgPz8ge307XG4gIGNvbnN0IG5hbWUgPSBsaW5rZWQgPz8gcGxhaW4gPz8gaGVhZGluZztcbiAgcmV0dXJuIHtcbiAgICBuYW1lLFxuICAgIGRhdGUsXG4gICAgcmVzdDogcmVzdCA/PyBcIlwiLFxuICAgIGlzTGlua2VkOiBsaW5rZWQgIT09IHVuZGVmaW5lZCAmJiBpbmxpbmUgPT09IHVuZGVmaW5lZCxcbiAgICBpc1VucmVsZWFzZWQ6IG5hbWUudG9Mb3dlckNhc2UoKSA9PT0gXCJ1bnJlbGVhc2VkXCIsXG4gICAgaXNZYW5rZWQ6IHlhbmtlZCAhPT0gdW5kZWZpbmVkLFxuICAgIGhhc1RleHQ6IGZhbHNlLFxuICAgIGxpbmUsXG4gICAgZ3JvdXBzOiBbXSxcbiAgfTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQXlCQSxzQ0FVQztBQVZELFNBQWdCLGFBQWEsQ0FBQyxJQUFJOzs7SUFDaEMsSUFBTSxTQUFTLEdBQUcsRUFBRSxLQUFLLEVBQUUsU0FBUyxFQUFFLFFBQVEsRUFBRSxFQUFFLEVBQUUsS0FBSyxFQUFFLElBQUksR0FBRyxFQUFFLEVBQUUsQ0FBQztJQUN2RSxJQUFJLEtBQUssQ0FBQzs7UUFDVixLQUF3QixJQUFBLEtBQUEsU0FBQSxJQUFJLENBQUMsS0FBSyxDQUFDLE9BQU8sQ0FBQyxDQUFDLE9BQU8sRUFBRSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBN0MsSUFBQSxLQUFBLG1CQUFTLEVBQVIsQ0FBQyxRQUFBLEVBQUUsSUFBSSxRQUFBO1lBQ2pCLElBQU0sSUFBSSxHQUFHLE1BQUEsa0JBQWtCLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQywwQ0FBRyxDQUFDLENBQUMsQ0FBQztZQUNoRCxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksS0FBSyxLQUFLLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsS0FBSyxDQUFDO1lBQ25FLFFBQVEsQ0FBQyxTQUFTLEVBQUUsS0FBSyxJQUFJLElBQUksQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxJQUFJLEVBQUUsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDO1FBQzdELENBQUM7Ozs7Ozs7OztJQUVELE9BQU8sU0FBUyxDQUFDO0FBQ25CLENBQUM7QUFFRCxTQUFTLFFBQVEsQ0FBQyxTQUFTLEVBQUUsSUFBSSxFQUFFLE1BQU07O0lBQ3ZDLElBQU0sT0FBTyxHQUFHLFNBQVMsQ0FBQyxRQUFRLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDcEMsSUFBQSxLQUFBLE9BQXFCLE1BQUEseUJBQXlCLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxtQ0FBSSxFQUFFLElBQUEsRUFBNUQsS0FBSyxRQUFBLEVBQUUsT0FBTyxRQUE4QyxDQUFDO0lBQ3RFLElBQU0sSUFBSSxHQUFHLHFCQUFxQixDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUM5QyxJQUFJLElBQUksRUFBRSxDQUFDO1FBQ1QsU0FBUyxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLFdBQVcsRUFBRSxDQUFDLENBQUM7SUFDN0MsQ0FBQztTQUFNLElBQUksS0FBSyxLQUFLLEdBQUcsRUFBRSxDQUFDO1FBQ3pCLE1BQUEsU0FBUyxDQUFDLEtBQUssb0NBQWYsU0FBUyxDQUFDLEtBQUssR0FBSyxPQUFPLEVBQUM7SUFDOUIsQ0FBQztTQUFNLElBQUksS0FBSyxLQUFLLElBQUksRUFBRSxDQUFDO1FBQzFCLFNBQVMsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLFdBQVcsQ0FBQyxPQUFPLEVBQUUsTUFBTSxDQUFDLENBQUMsQ0FBQztJQUN4RCxDQUFDO1NBQU0sSUFBSSxLQUFLLEtBQUssS0FBSyxJQUFJLE9BQU8sRUFBRSxDQUFDO1FBQ3RDLE9BQU8sQ0FBQyxNQUFNLENBQUMsSUFBSSxDQUFDLEVBQUUsSUFBSSxFQUFFLE9BQU8sRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLE9BQU8sRUFBRSxLQUFLLEVBQUUsQ0FBQyxDQUFDO0lBQ3ZFLENBQUM7U0FBTSxJQUFJLE9BQU8sSUFBSSxJQUFJLENBQUMsSUFBSSxFQUFFLEtBQUssRUFBRSxFQUFFLENBQUM7UUFDekMsQ0FBQyxNQUFBLE9BQU8sQ0FBQyxNQUFNLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLG1DQUFJLE9BQU8sQ0FBQyxDQUFDLE9BQU8sR0FBRyxJQUFJLENBQUM7SUFDcEQsQ0FBQztBQUNILENBQUM7QUFHRCxTQUFTLFdBQVcsQ0FBQyxPQUFPLEVBQUUsSUFBSTs7SUFDaEMsSUFBTSxJQUFJLEdBQUcsZ0lBQWdJLENBQUM7SUFDeEksSUFBQSxLQUFnRCxNQUFBLE1BQUEsSUFBSSxDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsMENBQUUsTUFBTSxtQ0FBSSxFQUFFLEVBQTlFLE1BQU0sWUFBQSxFQUFFLE1BQU0sWUFBQSxFQUFFLEtBQUssV0FBQSxFQUFFLElBQUksVUFBQSxFQUFFLE1BQU0sWUFBQSxFQUFFLElBQUksVUFBcUMsQ0FBQztJQUN2RixJQUFNLElBQUksR0FBRyxNQUFBLE1BQU0sYUFBTixNQUFNLGNBQU4sTUFBTSxHQUFJLEtBQUssbUNBQUksT0FBTyxDQUFDO0lBQ3hDLE9BQU87UUFDTCxJQUFJLE1BQUE7UUFDSixJQUFJLE1BQUE7UUFDSixJQUFJLEVBQUUsSUFBSSxhQUFKLElBQUksY0FBSixJQUFJLEdBQUksRUFBRTtRQUNoQixRQUFRLEVBQUUsTUFBTSxLQUFLLFNBQVMsSUFBSSxNQUFNLEtBQUssU0FBUztRQUN0RCxZQUFZLEVBQUUsSUFBSSxDQUFDLFdBQVcsRUFBRSxLQUFLLFlBQVk7UUFDakQsUUFBUSxFQUFFLE1BQU0sS0FBSyxTQUFTO1FBQzlCLE9BQU8sRUFBRSxLQUFLO1FBQ2QsSUFBSSxNQUFBO1FBQ0osTUFBTSxFQUFFLEVBQUU7S0FDWCxDQUFDO0FBQ0osQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo5MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjk0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9saWIvZ2xvYnMuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuXG4vKipcbiAqIFdoZXRoZXIgYSBuYW1lIG1hdGNoZXM6IGAqYCBzdGFuZHMgZm9yIGFueXRoaW5nLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzKGdsb2IsIG5hbWUpIHtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke2VzY2FwZShnbG9iKS5yZXBsYWNlKC9cXCorL2csIFwiW15dKlwiKX0kYCkudGVzdChuYW1lKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGFueSBvZiB0aGUgZ2xvYnMgbWF0Y2hlcyB0aGUgbmFtZS5cbiAqIEBwYXJhbSB7c3RyaW5nW119IGdsb2JzXG4gKiBAcGFyYW0ge3N0cmluZ30gbmFtZVxuICovXG5leHBvcnQgZnVuY3Rpb24gbWF0Y2hlc0FueShnbG9icywgbmFtZSkge1xuICByZXR1cm4gZ2xvYnMuc29tZSgoZ2xvYikgPT4gbWF0Y2hlcyhnbG9iLCBuYW1lKSk7XG59XG5cbi8qKlxuICogV2hldGhlciBhIHBhdGggbWF0Y2hlczogYCpgIHdpdGhpbiBvbmUgZm9sZGVyLCBgKipgIG92ZXIgZm9sZGVycywgYD9gIGZvciBvbmUgY2hhcmFjdGVyLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBwYXRoXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzUGF0aChnbG9iLCBwYXRoKSB7XG4gIGNvbnN0IHdpbGQgPSB7IFwiKiovXCI6IFwiKD86LiovKT9cIiwgXCIqKlwiOiBcIi4qXCIsIFwiKlwiOiBcIlteL10qXCIsIFwiP1wiOiBcIlteL11cIiB9O1xuICBjb25zdCBwYXR0ZXJuID0gZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKlxcKlxcL3xcXCpcXCp8XFwqfFxcXFxcXD8vZywgKGZvdW5kKSA9PiB3aWxkW2ZvdW5kLnJlcGxhY2UoXCJcXFxcXCIsIFwiXCIpXSk7XG4gIHJldHVybiBuZXcgUmVnRXhwKGBeJHtwYXR0ZXJufSRgKS50ZXN0KHBhdGgpO1xufVxuXG4vKiogQHBhcmFtIHtzdHJpbmd9IGdsb2IgKi9cbmZ1bmN0aW9uIGVzY2FwZShnbG9iKSB7XG4gIHJldHVybiBnbG9iLnJlcGxhY2UoL1suK14ke30oKXxbXFxdXFxcXD9dL2csIFwiXFxcXCQmXCIpO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBT0EsMEJBRUM7QUFPRCxnQ0FFQztBQU9ELGtDQUlDO0FBdEJELFNBQWdCLE9BQU8sQ0FBQyxJQUFJLEVBQUUsSUFBSTtJQUNoQyxPQUFPLElBQUksTUFBTSxDQUFDLFdBQUksTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxNQUFNLEVBQUUsTUFBTSxDQUFDLE1BQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztBQUM1RSxDQUFDO0FBT0QsU0FBZ0IsVUFBVSxDQUFDLEtBQUssRUFBRSxJQUFJO0lBQ3BDLE9BQU8sS0FBSyxDQUFDLElBQUksQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLE9BQU8sQ0FBQyxJQUFJLEVBQUUsSUFBSSxDQUFDLEVBQW5CLENBQW1CLENBQUMsQ0FBQztBQUNuRCxDQUFDO0FBT0QsU0FBZ0IsV0FBVyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ3BDLElBQU0sSUFBSSxHQUFHLEVBQUUsS0FBSyxFQUFFLFVBQVUsRUFBRSxJQUFJLEVBQUUsSUFBSSxFQUFFLEdBQUcsRUFBRSxPQUFPLEVBQUUsR0FBRyxFQUFFLE1BQU0sRUFBRSxDQUFDO0lBQzFFLElBQU0sT0FBTyxHQUFHLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxPQUFPLENBQUMsc0JBQXNCLEVBQUUsVUFBQyxLQUFLLElBQUssT0FBQSxJQUFJLENBQUMsS0FBSyxDQUFDLE9BQU8sQ0FBQyxJQUFJLEVBQUUsRUFBRSxDQUFDLENBQUMsRUFBN0IsQ0FBNkIsQ0FBQyxDQUFDO0lBQ3ZHLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxPQUFPLE1BQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztBQUMvQyxDQUFDO0FBR0QsU0FBUyxNQUFNLENBQUMsSUFBSTtJQUNsQixPQUFPLElBQUksQ0FBQyxPQUFPLENBQUMsb0JBQW9CLEVBQUUsTUFBTSxDQUFDLENBQUM7QUFDcEQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjoxMTMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjoxMTUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MTI3LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MTI5LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9saWIvdmVyc2lvbnMuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gU2VtYW50aWMgdmVyc2lvbnMsIGFzIHNlbXZlci5vcmcgd3JpdGVzIHRoZW0uXG5cbi8qKlxuICogQHR5cGVkZWYge29iamVjdH0gVmVyc2lvblxuICogQHByb3BlcnR5IHtzdHJpbmd9IHRleHQgYXMgaXQgaXMgd3JpdHRlblxuICogQHByb3BlcnR5IHtudW1iZXJbXX0gY29yZSBtYWpvciwgbWlub3IgYW5kIHBhdGNoXG4gKiBAcHJvcGVydHkge3N0cmluZ1tdfSBwcmUgd2hhdCBzdGFuZHMgYmVoaW5kIHRoZSBgLWAsIGluIHBhcnRzOyBlbXB0eSBmb3IgYSByZWxlYXNlXG4gKi9cblxuY29uc3QgbnVtYmVyID0gXCIwfFsxLTldXFxcXGQqXCI7XG5jb25zdCBpZGVudGlmaWVyID0gXCIwfFsxLTldXFxcXGQqfFxcXFxkKlthLXpBLVotXVswLTlhLXpBLVotXSpcIjtcbmNvbnN0IGZvcm0gPSBuZXcgUmVnRXhwKGBeKCR7bnVtYmVyfSlcXFxcLigke251bWJlcn0pXFxcXC4oJHtudW1iZXJ9KSg/Oi0oKD86JHtpZGVudGlmaWVyfSkoPzpcXFxcLig/OiR7aWRlbnRpZmllcn0pKSopKT8oPzpcXFxcK1swLTlhLXpBLVotXSsoPzpcXFxcLlswLTlhLXpBLVotXSspKik/JGApO1xuXG4vKipcbiAqIFJlYWRzIGAxLjIuM2AsIGAxLjIuMy1yYy4xYCBvciBgMS4yLjMrYnVpbGRgLlxuICogQHBhcmFtIHtzdHJpbmd9IHRleHRcbiAqIEByZXR1cm5zIHtWZXJzaW9uIHwgdW5kZWZpbmVkfSB1bmRlZmluZWQgd2hlbiBpdCBpcyBubyBzZW1hbnRpYyB2ZXJzaW9uXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBwYXJzZVZlcnNpb24odGV4dCkge1xuICBjb25zdCBmb3VuZCA9IGZvcm0uZXhlYyh0ZXh0KTtcbiAgaWYgKCFmb3VuZCkge1xuICAgIHJldHVybiB1bmRlZmluZWQ7XG4gIH1cblxuICBjb25zdCBbLCBtYWpvciwgbWlub3IsIHBhdGNoLCBwcmVdID0gZm91bmQ7XG4gIHJldHVybiB7IHRleHQsIGNvcmU6IFttYWpvciwgbWlub3IsIHBhdGNoXS5tYXAoTnVtYmVyKSwgcHJlOiBwcmUgPyBwcmUuc3BsaXQoXCIuXCIpIDogW10gfTtcbn1cblxuLyoqXG4gKiBCZWxvdyAwIHdoZW4gdGhlIGZpcnN0IGlzIG9sZGVyLCBhYm92ZSAwIHdoZW4gaXQgaXMgbmV3ZXIsIDAgd2hlbiBuZWl0aGVyIGNvbWVzIGZpcnN0LlxuICogQHBhcmFtIHtWZXJzaW9ufSBhXG4gKiBAcGFyYW0ge1ZlcnNpb259IGJcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNvbXBhcmVWZXJzaW9ucyhhLCBiKSB7XG4gIGNvbnN0IGRpZmZlcmVuY2UgPSBhLmNvcmUubWFwKChwYXJ0LCBpKSA9PiBwYXJ0IC0gYi5jb3JlW2ldKS5maW5kKChwYXJ0KSA9PiBwYXJ0ICE9PSAwKTtcbiAgcmV0dXJuIGRpZmZlcmVuY2UgPz8gY29tcGFyZVByZShhLnByZSwgYi5wcmUpO1xufVxuXG4vKipcbiAqIEEgcmVsZWFzZSBpcyBuZXdlciB0aGFuIGl0cyByZWxlYXNlIGNhbmRpZGF0ZXM7IG51bWJlcnMgY291bnQgYmVsb3cgd29yZHMuXG4gKiBAcGFyYW0ge3N0cmluZ1tdfSBhXG4gKiBAcGFyYW0ge3N0cmluZ1tdfSBiXG4gKi9cbmZ1bmN0aW9uIGNvbXBhcmVQcmUoYSwgYikge1xuICBpZiAoYS5sZW5ndGggPT09IDAgfHwgYi5sZW5ndGggPT09IDApIHtcbiAgICByZXR1cm4gYi5sZW5ndGggLSBhLmxlbmd0aDtcbiAgfVxuXG4gIGZvciAoY29uc3QgW2ksIHBhcnRdIG9mIGEuZW50cmllcygpKSB7XG4gICAgaWYgKGkgPj0gYi5sZW5ndGgpIHtcbiAgICAgIHJldHVybiAxO1xuICAgIH1cblxuICAgIGlmIChwYXJ0ICE9PSBiW2ldKSB7XG4gICAgICByZXR1cm4gY29tcGFyZVBhcnQocGFydCwgYltpXSk7XG4gICAgfVxuICB9XG5cbiAgcmV0dXJuIGEubGVuZ3RoIC0gYi5sZW5ndGg7XG59XG5cbi8qKlxuICogQHBhcmFtIHtzdHJpbmd9IGFcbiAqIEBwYXJhbSB7c3RyaW5nfSBiXG4gKi9cbmZ1bmN0aW9uIGNvbXBhcmVQYXJ0KGEsIGIpIHtcbiAgY29uc3QgW2lzTnVtYmVyLCBvdGhlcklzTnVtYmVyXSA9IFsvXlxcZCskLy50ZXN0KGEpLCAvXlxcZCskLy50ZXN0KGIpXTtcbiAgaWYgKGlzTnVtYmVyICYmIG90aGVySXNOdW1iZXIpIHtcbiAgICByZXR1cm4gTnVtYmVyKGEpIC0gTnVtYmVyKGIpO1xuICB9XG5cbiAgcmV0dXJuIGlzTnVtYmVyICE9PSBvdGhlcklzTnVtYmVyID8gKGlzTnVtYmVyID8gLTEgOiAxKSA6IGEgPCBiID8gLTEgOiAxO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBbUJBLG9DQVFDO0FBT0QsMENBR0M7QUEzQkQsSUFBTSxNQUFNLEdBQUcsYUFBYSxDQUFDO0FBQzdCLElBQU0sVUFBVSxHQUFHLHdDQUF3QyxDQUFDO0FBQzVELElBQU0sSUFBSSxHQUFHLElBQUksTUFBTSxDQUFDLFlBQUssTUFBTSxrQkFBUSxNQUFNLGtCQUFRLE1BQU0sc0JBQVksVUFBVSx1QkFBYSxVQUFVLHNEQUFtRCxDQUFDLENBQUM7QUFPakssU0FBZ0IsWUFBWSxDQUFDLElBQUk7SUFDL0IsSUFBTSxLQUFLLEdBQUcsSUFBSSxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUM5QixJQUFJLENBQUMsS0FBSyxFQUFFLENBQUM7UUFDWCxPQUFPLFNBQVMsQ0FBQztJQUNuQixDQUFDO0lBRUssSUFBQSxLQUFBLE9BQStCLEtBQUssSUFBQSxFQUFqQyxLQUFLLFFBQUEsRUFBRSxLQUFLLFFBQUEsRUFBRSxLQUFLLFFBQUEsRUFBRSxHQUFHLFFBQVMsQ0FBQztJQUMzQyxPQUFPLEVBQUUsSUFBSSxNQUFBLEVBQUUsSUFBSSxFQUFFLENBQUMsS0FBSyxFQUFFLEtBQUssRUFBRSxLQUFLLENBQUMsQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLEVBQUUsR0FBRyxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxFQUFFLENBQUM7QUFDM0YsQ0FBQztBQU9ELFNBQWdCLGVBQWUsQ0FBQyxDQUFDLEVBQUUsQ0FBQztJQUNsQyxJQUFNLFVBQVUsR0FBRyxDQUFDLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDLElBQUssT0FBQSxJQUFJLEdBQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsRUFBaEIsQ0FBZ0IsQ0FBQyxDQUFDLElBQUksQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLElBQUksS0FBSyxDQUFDLEVBQVYsQ0FBVSxDQUFDLENBQUM7SUFDeEYsT0FBTyxVQUFVLGFBQVYsVUFBVSxjQUFWLFVBQVUsR0FBSSxVQUFVLENBQUMsQ0FBQyxDQUFDLEdBQUcsRUFBRSxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7QUFDaEQsQ0FBQztBQU9ELFNBQVMsVUFBVSxDQUFDLENBQUMsRUFBRSxDQUFDOztJQUN0QixJQUFJLENBQUMsQ0FBQyxNQUFNLEtBQUssQ0FBQyxJQUFJLENBQUMsQ0FBQyxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7UUFDckMsT0FBTyxDQUFDLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxNQUFNLENBQUM7SUFDN0IsQ0FBQzs7UUFFRCxLQUF3QixJQUFBLEtBQUEsU0FBQSxDQUFDLENBQUMsT0FBTyxFQUFFLENBQUEsZ0JBQUEsNEJBQUUsQ0FBQztZQUEzQixJQUFBLEtBQUEsbUJBQVMsRUFBUixDQUFDLFFBQUEsRUFBRSxJQUFJLFFBQUE7WUFDakIsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDLE1BQU0sRUFBRSxDQUFDO2dCQUNsQixPQUFPLENBQUMsQ0FBQztZQUNYLENBQUM7WUFFRCxJQUFJLElBQUksS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztnQkFDbEIsT0FBTyxXQUFXLENBQUMsSUFBSSxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO1lBQ2pDLENBQUM7UUFDSCxDQUFDOzs7Ozs7Ozs7SUFFRCxPQUFPLENBQUMsQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDLE1BQU0sQ0FBQztBQUM3QixDQUFDO0FBTUQsU0FBUyxXQUFXLENBQUMsQ0FBQyxFQUFFLENBQUM7SUFDakIsSUFBQSxLQUFBLE9BQTRCLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsRUFBRSxPQUFPLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUEsRUFBN0QsUUFBUSxRQUFBLEVBQUUsYUFBYSxRQUFzQyxDQUFDO0lBQ3JFLElBQUksUUFBUSxJQUFJLGFBQWEsRUFBRSxDQUFDO1FBQzlCLE9BQU8sTUFBTSxDQUFDLENBQUMsQ0FBQyxHQUFHLE1BQU0sQ0FBQyxDQUFDLENBQUMsQ0FBQztJQUMvQixDQUFDO0lBRUQsT0FBTyxRQUFRLEtBQUssYUFBYSxDQUFDLENBQUMsQ0FBQyxDQUFDLFFBQVEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO0FBQzNFLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MjA3LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjA5LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9yZWxlYXNlLXRhZy1zaWduZWQvcG9saWN5LmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIEEgcmVsZWFzZSBpcyBuYW1lZCBieSBhIHRhZyB0aGF0IHNvbWVib2R5IHRydXN0ZWQgaGFzIHNpZ25lZCwgYW5kIGV2ZXJ5dGhpbmcgaW4gdGhlIHRyZWUgYWdyZWVzIHdpdGggdGhhdCBuYW1lLlxuXG5pbXBvcnQgeyByZWFkQ2hhbmdlbG9nIH0gZnJvbSBcIi4uL2xpYi9jaGFuZ2Vsb2dzLmpzXCI7XG5pbXBvcnQgeyBtYXRjaGVzUGF0aCB9IGZyb20gXCIuLi9saWIvZ2xvYnMuanNcIjtcbmltcG9ydCB7IGNvdW50LCBzaG9ydCB9IGZyb20gXCIuLi9saWIvdGV4dHMuanNcIjtcbmltcG9ydCB7IGNvbXBhcmVWZXJzaW9ucywgcGFyc2VWZXJzaW9uIH0gZnJvbSBcIi4uL2xpYi92ZXJzaW9ucy5qc1wiO1xuXG4vKiogQHR5cGUge0p1ZGdlfSAqL1xuZXhwb3J0IGZ1bmN0aW9uIGp1ZGdlKGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHRhZ3MgPSAoZXZpZGVuY2UuZ2l0Py50YWdzID8/IFtdKS5tYXAoKHRhZykgPT4gKHsgLi4udGFnLCB2ZXJzaW9uOiB2ZXJzaW9uT2YodGFnLm5hbWUsIHNldHRpbmdzLnByZWZpeCkgfSkpO1xuICBjb25zdCB0YWcgPSB0YWdzLmZpbHRlcigoeyBhdEhlYWQsIHZlcnNpb24gfSkgPT4gYXRIZWFkICYmIHZlcnNpb24pLnNvcnQoKGEsIGIpID0+IGNvbXBhcmVWZXJzaW9ucyhiLnZlcnNpb24sIGEudmVyc2lvbikpWzBdO1xuICBpZiAoIXRhZykge1xuICAgIGp1ZGdlQWJzZW5jZSh0YWdzLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAgICByZXR1cm47XG4gIH1cblxuICBqdWRnZVNpZ25hdHVyZSh0YWcsIHJlcG9ydCk7XG4gIGp1ZGdlT3JkZXIodGFnLCB0YWdzLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAganVkZ2VWZXJzaW9uRmlsZXModGFnLnZlcnNpb24sIGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KTtcbiAganVkZ2VDaGFuZ2Vsb2codGFnLnZlcnNpb24sIGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KTtcbn1cblxuZnVuY3Rpb24gdmVyc2lvbk9mKG5hbWUsIHByZWZpeCkge1xuICByZXR1cm4gbmFtZS5zdGFydHNXaXRoKHByZWZpeCkgPyBwYXJzZVZlcnNpb24obmFtZS5zbGljZShwcmVmaXgubGVuZ3RoKSkgOiB1bmRlZmluZWQ7XG59XG5cbmZ1bmN0aW9uIGp1ZGdlQWJzZW5jZSh0YWdzLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGV4YW1wbGUgPSBgJHtzZXR0aW5ncy5wcmVmaXh9MS4yLjNgO1xuICBjb25zdCBvdGhlcnMgPSB0YWdzLmZpbHRlcigoeyBhdEhlYWQgfSkgPT4gYXRIZWFkKS5tYXAoKHsgbmFtZSB9KSA9PiBuYW1lKTtcbiAgaWYgKG90aGVycy5sZW5ndGggPiAwKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidGFnLW5hbWVcIiwgYFRoZSBoZWFkIGNvbW1pdCBpcyB0YWdnZWQgJHtzaG9ydChvdGhlcnMuam9pbihcIiwgXCIpKX0sIHdoaWNoIGlzIG5vIHJlbGVhc2UncyBuYW1lLiBOYW1lIHRoZSB0YWcgbGlrZSAke2V4YW1wbGV9LmApO1xuICB9IGVsc2UgaWYgKHNldHRpbmdzLnJlcXVpcmVkKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidGFnLW1pc3NpbmdcIiwgYFRoZSBoZWFkIGNvbW1pdCBoYXMgbm8gdGFnIGxpa2UgJHtleGFtcGxlfS4gTWFrZSBvbmUgd2l0aCBcXGBnaXQgdGFnIC1zICR7ZXhhbXBsZX1cXGAsIG9yIGZldGNoIHRoZSB0YWdzOiBcXGBmZXRjaC10YWdzOiB0cnVlXFxgIGZvciBhY3Rpb25zL2NoZWNrb3V0LmApO1xuICB9XG59XG5cbmZ1bmN0aW9uIGp1ZGdlU2lnbmF0dXJlKHsgbmFtZSwgYW5ub3RhdGVkLCBzaWduYXR1cmUgfSwgcmVwb3J0KSB7XG4gIGNvbnN0IGFnYWluID0gYE1ha2UgaXQgYWdhaW4gd2l0aCBcXGBnaXQgdGFnIC1zIC1mICR7bmFtZX1cXGBgO1xuICBpZiAoIWFubm90YXRlZCkge1xuICAgIHJlcG9ydC5lcnJvcihcInRhZy1saWdodHdlaWdodFwiLCBgJHtuYW1lfSBpcyBhIGxpZ2h0d2VpZ2h0IHRhZywgd2hpY2ggaG9sZHMgbm8gYXV0aG9yLCBubyBkYXRlIGFuZCBubyBzaWduYXR1cmUuICR7YWdhaW59LmApO1xuICB9IGVsc2UgaWYgKHNpZ25hdHVyZS5raW5kID09PSBcIm5vbmVcIikge1xuICAgIHJlcG9ydC5lcnJvcihcInRhZy11bnNpZ25lZFwiLCBgJHtuYW1lfSBpcyBub3Qgc2lnbmVkLiAke2FnYWlufS5gKTtcbiAgfSBlbHNlIGlmIChzaWduYXR1cmUuc3RhdHVzID09PSBcImJhZFwiKSB7XG4gICAgcmVwb3J0LmVycm9yKFwic2lnbmF0dXJlLWJhZFwiLCBgVGhlIHNpZ25hdHVyZSBvZiAke25hbWV9IGRvZXMgbm90IGZpdCB3aGF0IGl0IHNpZ25zLiBTb21lYm9keSBjaGFuZ2VkIHRoZSB0YWcsIG9yIHRoZSBrZXkgdGhhdCBhbGxvd2VkX3NpZ25lcnMgbmFtZXMgaXMgYW5vdGhlci5gKTtcbiAgfSBlbHNlIGlmIChzaWduYXR1cmUuc3RhdHVzICE9PSBcImdvb2RcIikge1xuICAgIGNvbnN0IHdoeSA9IHNpZ25hdHVyZS5yZWFzb24gPyBgOiAke3Nob3J0KHNpZ25hdHVyZS5yZWFzb24pfWAgOiBcIlwiO1xuICAgIHJlcG9ydC5lcnJvcihcInNpZ25lci11bmtub3duXCIsIGBOb2JvZHkgdm91Y2hlcyBmb3IgdGhlIHNpZ25hdHVyZSBvZiAke25hbWV9JHt3aHl9LiBMaXN0IHRoZSBrZXkgaW4gLmdpdGh1Yi9hbGxvd2VkX3NpZ25lcnMsIG9yIHNpZ24gd2l0aCBvbmUgdGhhdCBpcyB0aGVyZS5gKTtcbiAgfSBlbHNlIHtcbiAgICByZXBvcnQucGFzcyhcInRhZy1zaWduZWRcIiwgYCR7bmFtZX0gaXMgc2lnbmVkIHdpdGggJHtzaWduYXR1cmUua2V5fWApO1xuICB9XG59XG5cbi8qKiBBIHZlcnNpb24gaXMgbmV3ZXIgdGhhbiBhbGwgb3RoZXJzIG9mIGl0cyBsaW5lOiBgMS4yLjRgIG1heSBmb2xsb3cgYDIuMC4wYCB3aGVuIGxpbmVzIGFyZSBtYWpvcnMuICovXG5mdW5jdGlvbiBqdWRnZU9yZGVyKHRhZywgdGFncywgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBwYXJ0cyA9IHsgYWxsOiAwLCBtYWpvcjogMSwgbWlub3I6IDIgfVtzZXR0aW5ncy5saW5lXTtcbiAgY29uc3QgbGluZSA9ICh7IGNvcmUgfSkgPT4gY29yZS5zbGljZSgwLCBwYXJ0cykuam9pbihcIi5cIik7XG4gIGNvbnN0IG5ld2VzdCA9IHRhZ3NcbiAgICAuZmlsdGVyKCh7IG5hbWUsIGF0SGVhZCwgdmVyc2lvbiB9KSA9PiBuYW1lICE9PSB0YWcubmFtZSAmJiAhYXRIZWFkICYmIHZlcnNpb24gJiYgbGluZSh2ZXJzaW9uKSA9PT0gbGluZSh0YWcudmVyc2lvbikpXG4gICAgLnNvcnQoKGEsIGIpID0+IGNvbXBhcmVWZXJzaW9ucyhiLnZlcnNpb24sIGEudmVyc2lvbikpWzBdO1xuICBpZiAobmV3ZXN0ICYmIGNvbXBhcmVWZXJzaW9ucyhuZXdlc3QudmVyc2lvbiwgdGFnLnZlcnNpb24pID49IDApIHtcbiAgICByZXBvcnQuZXJyb3IoXCJ2ZXJzaW9uLW5vdC1uZXdlclwiLCBgJHt0YWcubmFtZX0gaXMgbm90IG5ld2VyIHRoYW4gJHtuZXdlc3QubmFtZX0sIHdoaWNoIGlzIHRoZXJlIGFscmVhZHkuIEdpdmUgdGhlIHJlbGVhc2UgdGhlIG5leHQgdmVyc2lvbi5gKTtcbiAgfVxufVxuXG5mdW5jdGlvbiBqdWRnZVZlcnNpb25GaWxlcyh2ZXJzaW9uLCBldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBkb2N1bWVudHMgPSBbXCJqc29uXCIsIFwieWFtbFwiLCBcInRvbWxcIiwgXCJ4bWxcIl0uZmxhdE1hcCgoa2luZCkgPT4gZXZpZGVuY2Vba2luZF0gPz8gW10pO1xuICBjb25zdCBuYW1lZCA9IHNldHRpbmdzW1widmVyc2lvbi1maWxlc1wiXS5mbGF0TWFwKCh7IGZpbGVzLCBrZXkgfSkgPT5cbiAgICBkb2N1bWVudHMuZmlsdGVyKCh7IHBhdGggfSkgPT4gbWF0Y2hlc1BhdGgoZmlsZXMsIHBhdGgpKS5mbGF0TWFwKChkb2N1bWVudCkgPT4gZG9jdW1lbnQuZmluZChrZXkpKSk7XG5cbiAgY29uc3Qgd3JvbmcgPSBuYW1lZC5maWx0ZXIoKG5vZGUpID0+IFN0cmluZyhub2RlLnZhbHVlKSAhPT0gdmVyc2lvbi50ZXh0KTtcbiAgZm9yIChjb25zdCBub2RlIG9mIHdyb25nKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidmVyc2lvbi1maWxlXCIsIGAke25vZGUucGF0aH0gc2F5cyAke3Nob3J0KG5vZGUudmFsdWUpfSwgYW5kIHRoZSB0YWcgc2F5cyAke3ZlcnNpb24udGV4dH0uIE1ha2UgYm90aCBzYXkgdGhlIHNhbWUgYmVmb3JlIHRhZ2dpbmcuYCwgbm9kZSk7XG4gIH1cblxuICBpZiAobmFtZWQubGVuZ3RoID4gMCAmJiB3cm9uZy5sZW5ndGggPT09IDApIHtcbiAgICByZXBvcnQucGFzcyhcInZlcnNpb24tZmlsZVwiLCBgJHtjb3VudChuYW1lZC5sZW5ndGgsIFwiZmlsZVwiKX0gc2F5ICR7dmVyc2lvbi50ZXh0fWApO1xuICB9XG59XG5cbmZ1bmN0aW9uIGp1ZGdlQ2hhbmdlbG9nKHZlcnNpb24sIGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IGZpbGUgPSAoZXZpZGVuY2UuZmlsZXMgPz8gW10pLmZpbmQoKHsgcGF0aCB9KSA9PiBwYXRoID09PSBzZXR0aW5ncy5jaGFuZ2Vsb2cpO1xuICBpZiAoZmlsZT8udGV4dCA9PT0gdW5kZWZpbmVkIHx8IHZlcnNpb24ucHJlLmxlbmd0aCA+IDApIHtcbiAgICByZXR1cm47XG4gIH1cblxuICBjb25zdCBlbnRyeSA9IHJlYWRDaGFuZ2Vsb2coZmlsZS50ZXh0KS5zZWN0aW9ucy5maW5kKCh7IG5hbWUgfSkgPT4gbmFtZSA9PT0gdmVyc2lvbi50ZXh0KTtcbiAgaWYgKCFlbnRyeSkge1xuICAgIHJlcG9ydC5lcnJvcihcImNoYW5nZWxvZy1lbnRyeVwiLCBgJHtmaWxlLnBhdGh9IGhhcyBubyBlbnRyeSBmb3IgJHt2ZXJzaW9uLnRleHR9LiBBZGQgaXQgYW5kIHRhZyB0aGUgY29tbWl0IHRoYXQgaGFzIGl0LmAsIHsgcGF0aDogZmlsZS5wYXRoLCBsaW5lOiAxLCBpZGVudGl0eTogdmVyc2lvbi50ZXh0IH0pO1xuICB9IGVsc2UgaWYgKGVudHJ5LmlzWWFua2VkKSB7XG4gICAgcmVwb3J0LmVycm9yKFwiY2hhbmdlbG9nLWVudHJ5XCIsIGAke2ZpbGUucGF0aH0gc2F5cyB0aGF0ICR7dmVyc2lvbi50ZXh0fSB3YXMgdGFrZW4gYmFjay4gUmVsZWFzZSB0aGUgbmV4dCB2ZXJzaW9uLmAsIHsgcGF0aDogZmlsZS5wYXRoLCBsaW5lOiBlbnRyeS5saW5lLCBpZGVudGl0eTogdmVyc2lvbi50ZXh0IH0pO1xuICB9IGVsc2Uge1xuICAgIHJlcG9ydC5wYXNzKFwiY2hhbmdlbG9nLWVudHJ5XCIsIGAke2ZpbGUucGF0aH0gaGFzIGFuIGVudHJ5IGZvciAke3ZlcnNpb24udGV4dH1gKTtcbiAgfVxufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQVNBLHNCQVlDO0FBbEJELHNEQUFxRDtBQUNyRCw0Q0FBOEM7QUFDOUMsNENBQStDO0FBQy9DLGtEQUFtRTtBQUduRSxTQUFnQixLQUFLLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUM5QyxJQUFNLElBQUksR0FBRyxDQUFDLE1BQUEsTUFBQSxRQUFRLENBQUMsR0FBRywwQ0FBRSxJQUFJLG1DQUFJLEVBQUUsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxVQUFDLEdBQUcsSUFBSyxPQUFBLHVCQUFNLEdBQUcsS0FBRSxPQUFPLEVBQUUsU0FBUyxDQUFDLEdBQUcsQ0FBQyxJQUFJLEVBQUUsUUFBUSxDQUFDLE1BQU0sQ0FBQyxJQUFHLEVBQTNELENBQTJELENBQUMsQ0FBQztJQUNsSCxJQUFNLEdBQUcsR0FBRyxJQUFJLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBbUI7WUFBakIsTUFBTSxZQUFBLEVBQUUsT0FBTyxhQUFBO1FBQU8sT0FBQSxNQUFNLElBQUksT0FBTztJQUFqQixDQUFpQixDQUFDLENBQUMsSUFBSSxDQUFDLFVBQUMsQ0FBQyxFQUFFLENBQUMsSUFBSyxPQUFBLElBQUEsNkJBQWUsRUFBQyxDQUFDLENBQUMsT0FBTyxFQUFFLENBQUMsQ0FBQyxPQUFPLENBQUMsRUFBckMsQ0FBcUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO0lBQzdILElBQUksQ0FBQyxHQUFHLEVBQUUsQ0FBQztRQUNULFlBQVksQ0FBQyxJQUFJLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxDQUFDO1FBQ3JDLE9BQU87SUFDVCxDQUFDO0lBRUQsY0FBYyxDQUFDLEdBQUcsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUM1QixVQUFVLENBQUMsR0FBRyxFQUFFLElBQUksRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7SUFDeEMsaUJBQWlCLENBQUMsR0FBRyxDQUFDLE9BQU8sRUFBRSxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU0sQ0FBQyxDQUFDO0lBQzNELGNBQWMsQ0FBQyxHQUFHLENBQUMsT0FBTyxFQUFFLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTSxDQUFDLENBQUM7QUFDMUQsQ0FBQztBQUVELFNBQVMsU0FBUyxDQUFDLElBQUksRUFBRSxNQUFNO0lBQzdCLE9BQU8sSUFBSSxDQUFDLFVBQVUsQ0FBQyxNQUFNLENBQUMsQ0FBQyxDQUFDLENBQUMsSUFBQSwwQkFBWSxFQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsTUFBTSxDQUFDLE1BQU0sQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQztBQUN2RixDQUFDO0FBRUQsU0FBUyxZQUFZLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxNQUFNO0lBQzFDLElBQU0sT0FBTyxHQUFHLFVBQUcsUUFBUSxDQUFDLE1BQU0sVUFBTyxDQUFDO0lBQzFDLElBQU0sTUFBTSxHQUFHLElBQUksQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFVO1lBQVIsTUFBTSxZQUFBO1FBQU8sT0FBQSxNQUFNO0lBQU4sQ0FBTSxDQUFDLENBQUMsR0FBRyxDQUFDLFVBQUMsRUFBUTtZQUFOLElBQUksVUFBQTtRQUFPLE9BQUEsSUFBSTtJQUFKLENBQUksQ0FBQyxDQUFDO0lBQzNFLElBQUksTUFBTSxDQUFDLE1BQU0sR0FBRyxDQUFDLEVBQUUsQ0FBQztRQUN0QixNQUFNLENBQUMsS0FBSyxDQUFDLFVBQVUsRUFBRSxvQ0FBNkIsSUFBQSxnQkFBSyxFQUFDLE1BQU0sQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUMsNkRBQW1ELE9BQU8sTUFBRyxDQUFDLENBQUM7SUFDL0ksQ0FBQztTQUFNLElBQUksUUFBUSxDQUFDLFFBQVEsRUFBRSxDQUFDO1FBQzdCLE1BQU0sQ0FBQyxLQUFLLENBQUMsYUFBYSxFQUFFLDBDQUFtQyxPQUFPLHlDQUFnQyxPQUFPLG1FQUFtRSxDQUFDLENBQUM7SUFDcEwsQ0FBQztBQUNILENBQUM7QUFFRCxTQUFTLGNBQWMsQ0FBQyxFQUE4QixFQUFFLE1BQU07UUFBcEMsSUFBSSxVQUFBLEVBQUUsU0FBUyxlQUFBLEVBQUUsU0FBUyxlQUFBO0lBQ2xELElBQU0sS0FBSyxHQUFHLDRDQUFzQyxJQUFJLE1BQUksQ0FBQztJQUM3RCxJQUFJLENBQUMsU0FBUyxFQUFFLENBQUM7UUFDZixNQUFNLENBQUMsS0FBSyxDQUFDLGlCQUFpQixFQUFFLFVBQUcsSUFBSSxxRkFBMkUsS0FBSyxNQUFHLENBQUMsQ0FBQztJQUM5SCxDQUFDO1NBQU0sSUFBSSxTQUFTLENBQUMsSUFBSSxLQUFLLE1BQU0sRUFBRSxDQUFDO1FBQ3JDLE1BQU0sQ0FBQyxLQUFLLENBQUMsY0FBYyxFQUFFLFVBQUcsSUFBSSw2QkFBbUIsS0FBSyxNQUFHLENBQUMsQ0FBQztJQUNuRSxDQUFDO1NBQU0sSUFBSSxTQUFTLENBQUMsTUFBTSxLQUFLLEtBQUssRUFBRSxDQUFDO1FBQ3RDLE1BQU0sQ0FBQyxLQUFLLENBQUMsZUFBZSxFQUFFLDJCQUFvQixJQUFJLDZHQUEwRyxDQUFDLENBQUM7SUFDcEssQ0FBQztTQUFNLElBQUksU0FBUyxDQUFDLE1BQU0sS0FBSyxNQUFNLEVBQUUsQ0FBQztRQUN2QyxJQUFNLEdBQUcsR0FBRyxTQUFTLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQyxZQUFLLElBQUEsZ0JBQUssRUFBQyxTQUFTLENBQUMsTUFBTSxDQUFDLENBQUUsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDO1FBQ25FLE1BQU0sQ0FBQyxLQUFLLENBQUMsZ0JBQWdCLEVBQUUsOENBQXVDLElBQUksU0FBRyxHQUFHLCtFQUE0RSxDQUFDLENBQUM7SUFDaEssQ0FBQztTQUFNLENBQUM7UUFDTixNQUFNLENBQUMsSUFBSSxDQUFDLFlBQVksRUFBRSxVQUFHLElBQUksNkJBQW1CLFNBQVMsQ0FBQyxHQUFHLENBQUUsQ0FBQyxDQUFDO0lBQ3ZFLENBQUM7QUFDSCxDQUFDO0FBR0QsU0FBUyxVQUFVLENBQUMsR0FBRyxFQUFFLElBQUksRUFBRSxRQUFRLEVBQUUsTUFBTTtJQUM3QyxJQUFNLEtBQUssR0FBRyxFQUFFLEdBQUcsRUFBRSxDQUFDLEVBQUUsS0FBSyxFQUFFLENBQUMsRUFBRSxLQUFLLEVBQUUsQ0FBQyxFQUFFLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxDQUFDO0lBQzVELElBQU0sSUFBSSxHQUFHLFVBQUMsRUFBUTtZQUFOLElBQUksVUFBQTtRQUFPLE9BQUEsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsS0FBSyxDQUFDLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQztJQUE5QixDQUE4QixDQUFDO0lBQzFELElBQU0sTUFBTSxHQUFHLElBQUk7U0FDaEIsTUFBTSxDQUFDLFVBQUMsRUFBeUI7WUFBdkIsSUFBSSxVQUFBLEVBQUUsTUFBTSxZQUFBLEVBQUUsT0FBTyxhQUFBO1FBQU8sT0FBQSxJQUFJLEtBQUssR0FBRyxDQUFDLElBQUksSUFBSSxDQUFDLE1BQU0sSUFBSSxPQUFPLElBQUksSUFBSSxDQUFDLE9BQU8sQ0FBQyxLQUFLLElBQUksQ0FBQyxHQUFHLENBQUMsT0FBTyxDQUFDO0lBQTlFLENBQThFLENBQUM7U0FDckgsSUFBSSxDQUFDLFVBQUMsQ0FBQyxFQUFFLENBQUMsSUFBSyxPQUFBLElBQUEsNkJBQWUsRUFBQyxDQUFDLENBQUMsT0FBTyxFQUFFLENBQUMsQ0FBQyxPQUFPLENBQUMsRUFBckMsQ0FBcUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO0lBQzVELElBQUksTUFBTSxJQUFJLElBQUEsNkJBQWUsRUFBQyxNQUFNLENBQUMsT0FBTyxFQUFFLEdBQUcsQ0FBQyxPQUFPLENBQUMsSUFBSSxDQUFDLEVBQUUsQ0FBQztRQUNoRSxNQUFNLENBQUMsS0FBSyxDQUFDLG1CQUFtQixFQUFFLFVBQUcsR0FBRyxDQUFDLElBQUksZ0NBQXNCLE1BQU0sQ0FBQyxJQUFJLGlFQUE4RCxDQUFDLENBQUM7SUFDaEosQ0FBQztBQUNILENBQUM7QUFFRCxTQUFTLGlCQUFpQixDQUFDLE9BQU8sRUFBRSxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07O0lBQzVELElBQU0sU0FBUyxHQUFHLENBQUMsTUFBTSxFQUFFLE1BQU0sRUFBRSxNQUFNLEVBQUUsS0FBSyxDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxZQUFLLE9BQUEsTUFBQSxRQUFRLENBQUMsSUFBSSxDQUFDLG1DQUFJLEVBQUUsQ0FBQSxFQUFBLENBQUMsQ0FBQztJQUMxRixJQUFNLEtBQUssR0FBRyxRQUFRLENBQUMsZUFBZSxDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsRUFBYztZQUFaLEtBQUssV0FBQSxFQUFFLEdBQUcsU0FBQTtRQUMzRCxPQUFBLFNBQVMsQ0FBQyxNQUFNLENBQUMsVUFBQyxFQUFRO2dCQUFOLElBQUksVUFBQTtZQUFPLE9BQUEsSUFBQSxzQkFBVyxFQUFDLEtBQUssRUFBRSxJQUFJLENBQUM7UUFBeEIsQ0FBd0IsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxVQUFDLFFBQVEsSUFBSyxPQUFBLFFBQVEsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLEVBQWxCLENBQWtCLENBQUM7SUFBbEcsQ0FBa0csQ0FBQyxDQUFDO0lBRXRHLElBQU0sS0FBSyxHQUFHLEtBQUssQ0FBQyxNQUFNLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxNQUFNLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxLQUFLLE9BQU8sQ0FBQyxJQUFJLEVBQW5DLENBQW1DLENBQUMsQ0FBQzs7UUFDMUUsS0FBbUIsSUFBQSxVQUFBLFNBQUEsS0FBSyxDQUFBLDRCQUFBLCtDQUFFLENBQUM7WUFBdEIsSUFBTSxJQUFJLGtCQUFBO1lBQ2IsTUFBTSxDQUFDLEtBQUssQ0FBQyxjQUFjLEVBQUUsVUFBRyxJQUFJLENBQUMsSUFBSSxtQkFBUyxJQUFBLGdCQUFLLEVBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxnQ0FBc0IsT0FBTyxDQUFDLElBQUksNkNBQTBDLEVBQUUsSUFBSSxDQUFDLENBQUM7UUFDekosQ0FBQzs7Ozs7Ozs7O0lBRUQsSUFBSSxLQUFLLENBQUMsTUFBTSxHQUFHLENBQUMsSUFBSSxLQUFLLENBQUMsTUFBTSxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQzNDLE1BQU0sQ0FBQyxJQUFJLENBQUMsY0FBYyxFQUFFLFVBQUcsSUFBQSxnQkFBSyxFQUFDLEtBQUssQ0FBQyxNQUFNLEVBQUUsTUFBTSxDQUFDLGtCQUFRLE9BQU8sQ0FBQyxJQUFJLENBQUUsQ0FBQyxDQUFDO0lBQ3BGLENBQUM7QUFDSCxDQUFDO0FBRUQsU0FBUyxjQUFjLENBQUMsT0FBTyxFQUFFLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTTs7SUFDekQsSUFBTSxJQUFJLEdBQUcsQ0FBQyxNQUFBLFFBQVEsQ0FBQyxLQUFLLG1DQUFJLEVBQUUsQ0FBQyxDQUFDLElBQUksQ0FBQyxVQUFDLEVBQVE7WUFBTixJQUFJLFVBQUE7UUFBTyxPQUFBLElBQUksS0FBSyxRQUFRLENBQUMsU0FBUztJQUEzQixDQUEyQixDQUFDLENBQUM7SUFDcEYsSUFBSSxDQUFBLElBQUksYUFBSixJQUFJLHVCQUFKLElBQUksQ0FBRSxJQUFJLE1BQUssU0FBUyxJQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsTUFBTSxHQUFHLENBQUMsRUFBRSxDQUFDO1FBQ3ZELE9BQU87SUFDVCxDQUFDO0lBRUQsSUFBTSxLQUFLLEdBQUcsSUFBQSw2QkFBYSxFQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLFVBQUMsRUFBUTtZQUFOLElBQUksVUFBQTtRQUFPLE9BQUEsSUFBSSxLQUFLLE9BQU8sQ0FBQyxJQUFJO0lBQXJCLENBQXFCLENBQUMsQ0FBQztJQUMxRixJQUFJLENBQUMsS0FBSyxFQUFFLENBQUM7UUFDWCxNQUFNLENBQUMsS0FBSyxDQUFDLGlCQUFpQixFQUFFLFVBQUcsSUFBSSxDQUFDLElBQUksK0JBQXFCLE9BQU8sQ0FBQyxJQUFJLDZDQUEwQyxFQUFFLEVBQUUsSUFBSSxFQUFFLElBQUksQ0FBQyxJQUFJLEVBQUUsSUFBSSxFQUFFLENBQUMsRUFBRSxRQUFRLEVBQUUsT0FBTyxDQUFDLElBQUksRUFBRSxDQUFDLENBQUM7SUFDakwsQ0FBQztTQUFNLElBQUksS0FBSyxDQUFDLFFBQVEsRUFBRSxDQUFDO1FBQzFCLE1BQU0sQ0FBQyxLQUFLLENBQUMsaUJBQWlCLEVBQUUsVUFBRyxJQUFJLENBQUMsSUFBSSx3QkFBYyxPQUFPLENBQUMsSUFBSSwrQ0FBNEMsRUFBRSxFQUFFLElBQUksRUFBRSxJQUFJLENBQUMsSUFBSSxFQUFFLElBQUksRUFBRSxLQUFLLENBQUMsSUFBSSxFQUFFLFFBQVEsRUFBRSxPQUFPLENBQUMsSUFBSSxFQUFFLENBQUMsQ0FBQztJQUNyTCxDQUFDO1NBQU0sQ0FBQztRQUNOLE1BQU0sQ0FBQyxJQUFJLENBQUMsaUJBQWlCLEVBQUUsVUFBRyxJQUFJLENBQUMsSUFBSSwrQkFBcUIsT0FBTyxDQUFDLElBQUksQ0FBRSxDQUFDLENBQUM7SUFDbEYsQ0FBQztBQUNILENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzYwLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
