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
exports.judge = judge;
var changelogs_js_1 = require("../lib/changelogs.js");
var texts_js_1 = require("../lib/texts.js");
var versions_js_1 = require("../lib/versions.js");
var changeTypes = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
function judge(evidence, settings, report) {
    var _a;
    var file = ((_a = evidence.files) !== null && _a !== void 0 ? _a : []).find(function (_a) {
        var path = _a.path;
        return path === settings.path;
    });
    if ((file === null || file === void 0 ? void 0 : file.text) === undefined) {
        report.error("changelog-missing", "There is no changelog at ".concat(settings.path, ". Add one (keepachangelog.com), or name it under `path`."));
        return;
    }
    var changelog = (0, changelogs_js_1.readChangelog)(file.text);
    var at = function (line, identity) { return ({ path: file.path, line: line, identity: identity }); };
    var releases = changelog.sections.filter(function (_a) {
        var isUnreleased = _a.isUnreleased;
        return !isUnreleased;
    });
    judgeFrame(changelog, at, report);
    releases.forEach(function (release) { return judgeHeading(release, at, report); });
    judgeOrder(releases, at, report);
    changelog.sections.forEach(function (section) { return judgeChanges(section, at, report); });
    judgeVersion(evidence, settings, releases, at, report);
    report.pass("changelog", "".concat(file.path, " has ").concat((0, texts_js_1.count)(releases.length, "release")));
}
function judgeFrame(_a, at, report) {
    var _b, _c;
    var title = _a.title, sections = _a.sections, links = _a.links;
    if (!title) {
        report.error("changelog-title", "The changelog has no title. Write `# Changelog` first.", at(1, "title"));
    }
    var unreleased = sections.findIndex(function (_a) {
        var isUnreleased = _a.isUnreleased;
        return isUnreleased;
    });
    if (unreleased !== 0) {
        report.error("unreleased-missing", unreleased < 0
            ? "There is no `## [Unreleased]` section. Add it above the first version, so that changes have a place to go."
            : "`## [Unreleased]` must be the first section, above all versions.", at((_c = (_b = sections[Math.max(unreleased, 0)]) === null || _b === void 0 ? void 0 : _b.line) !== null && _c !== void 0 ? _c : 1, "unreleased"));
    }
    sections.filter(function (_a) {
        var name = _a.name, isLinked = _a.isLinked;
        return isLinked && !links.has(name.toLowerCase());
    }).forEach(function (_a) {
        var name = _a.name, line = _a.line;
        report.warning("link-missing", "[".concat((0, texts_js_1.short)(name), "] links to nothing. Add at the end of the file `[").concat((0, texts_js_1.short)(name), "]: ` and the address of its comparison or release."), at(line, "link ".concat(name)));
    });
}
function judgeHeading(_a, at, report) {
    var name = _a.name, date = _a.date, rest = _a.rest, line = _a.line, isYanked = _a.isYanked;
    if (!(0, versions_js_1.parseVersion)(name)) {
        report.error("version-invalid", "\"".concat((0, texts_js_1.short)(name), "\" is no semantic version. Write the heading as `## [1.2.3] - 2026-01-31`."), at(line, "version ".concat(name)));
    }
    if (!date) {
        report.error("date-missing", "".concat((0, texts_js_1.short)(name), " has no date. Write `## [").concat((0, texts_js_1.short)(name), "] - ` and the day of the release as year-month-day").concat(isYanked ? ", then [YANKED]" : "", "."), at(line, "date ".concat(name)));
    }
    else if (!isDay(date)) {
        report.error("date-invalid", "\"".concat(date, "\" is not a day. Write it as year-month-day, such as 2026-01-31."), at(line, "date ".concat(name)));
    }
    if (rest) {
        report.error("heading-unclear", "The heading of ".concat((0, texts_js_1.short)(name), " ends with \"").concat((0, texts_js_1.short)(rest), "\". Behind the date only [YANKED] may stand."), at(line, "heading ".concat(name)));
    }
}
function judgeOrder(releases, at, report) {
    var e_1, _a;
    var seen = new Set();
    try {
        for (var _b = __values(releases.entries()), _c = _b.next(); !_c.done; _c = _b.next()) {
            var _d = __read(_c.value, 2), i = _d[0], _e = _d[1], name = _e.name, date = _e.date, line = _e.line;
            var above = releases[i - 1];
            var _f = __read([(0, versions_js_1.parseVersion)(name), above && (0, versions_js_1.parseVersion)(above.name)], 2), version = _f[0], newer = _f[1];
            if (seen.has(name)) {
                report.error("version-twice", "".concat((0, texts_js_1.short)(name), " has two sections. Join them."), at(line, "twice ".concat(name)));
            }
            else if (version && newer && (0, versions_js_1.compareVersions)(version, newer) > 0) {
                report.error("version-order", "".concat(name, " stands below ").concat(above.name, ", which is older. The newest version comes first."), at(line, "order ".concat(name)));
            }
            else if (date && (above === null || above === void 0 ? void 0 : above.date) && isDay(date) && isDay(above.date) && date > above.date) {
                report.error("date-order", "".concat((0, texts_js_1.short)(name), " is of ").concat(date, ", later than ").concat((0, texts_js_1.short)(above.name), " above it (").concat(above.date, "). Correct the dates."), at(line, "dates ".concat(name)));
            }
            seen.add(name);
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
function judgeChanges(_a, at, report) {
    var e_2, _b;
    var name = _a.name, groups = _a.groups, hasText = _a.hasText, isUnreleased = _a.isUnreleased, line = _a.line;
    if (!isUnreleased && groups.length === 0 && !hasText) {
        report.error("section-empty", "".concat((0, texts_js_1.short)(name), " says nothing. Write what changed, under ### Added, Changed, Deprecated, Removed, Fixed or Security."), at(line, "empty ".concat(name)));
    }
    try {
        for (var groups_1 = __values(groups), groups_1_1 = groups_1.next(); !groups_1_1.done; groups_1_1 = groups_1.next()) {
            var group = groups_1_1.value;
            var place = at(group.line, "".concat(name, " ").concat(group.name));
            if (!changeTypes.includes(group.name)) {
                report.error("change-type", "\"".concat((0, texts_js_1.short)(group.name), "\" is no type of change. The types are ").concat(changeTypes.join(", "), "."), place);
            }
            else if (!group.hasText) {
                report.error("section-empty", "".concat(group.name, " of ").concat((0, texts_js_1.short)(name), " is empty. Fill it, or remove the heading."), place);
            }
        }
    }
    catch (e_2_1) { e_2 = { error: e_2_1 }; }
    finally {
        try {
            if (groups_1_1 && !groups_1_1.done && (_b = groups_1.return)) _b.call(groups_1);
        }
        finally { if (e_2) throw e_2.error; }
    }
}
function judgeVersion(evidence, settings, releases, at, report) {
    var _a, _b, _c;
    var manifest = (_b = (_a = evidence.json) === null || _a === void 0 ? void 0 : _a.find(function (_a) {
        var path = _a.path;
        return path === "package.json";
    })) === null || _b === void 0 ? void 0 : _b.get("version");
    var version = settings.version || (manifest === null || manifest === void 0 ? void 0 : manifest.value);
    if (!version) {
        return;
    }
    if (releases.some(function (_a) {
        var name = _a.name;
        return name === version;
    })) {
        report.pass("version-entry", "".concat(version, " has an entry"));
    }
    else if (!((_c = (0, versions_js_1.parseVersion)(version)) === null || _c === void 0 ? void 0 : _c.pre.length)) {
        report.error("version-entry", "".concat((0, texts_js_1.short)(version), " has no entry. Turn `## [Unreleased]` into `## [").concat((0, texts_js_1.short)(version), "] - ` and the day, and open a new one above."), settings.version ? at(1, "entry") : manifest);
    }
}
function isDay(text) {
    var day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date("".concat(text, "T00:00:00Z")) : undefined;
    return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/changelog/policy.js"] = {}, function (name) { return modules[{"../lib/changelogs.js":"/policies/lib/changelogs.js","../lib/texts.js":"/policies/lib/texts.js","../lib/versions.js":"/policies/lib/versions.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9jaGFuZ2Vsb2dzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIENoYW5nZWxvZ3MgaW4gdGhlIGZvcm0gb2YgS2VlcCBhIENoYW5nZWxvZywgYXMgTWFya2Rvd24uXG5cbi8qKlxuICogQHR5cGVkZWYge29iamVjdH0gR3JvdXAgYSB0eXBlIG9mIGNoYW5nZSwgc3VjaCBhcyBgIyMjIEFkZGVkYFxuICogQHByb3BlcnR5IHtzdHJpbmd9IG5hbWVcbiAqIEBwcm9wZXJ0eSB7bnVtYmVyfSBsaW5lXG4gKiBAcHJvcGVydHkge2Jvb2xlYW59IGhhc1RleHQgd2hldGhlciBhbnl0aGluZyBzdGFuZHMgYmVsb3cgaXRcbiAqXG4gKiBAdHlwZWRlZiB7b2JqZWN0fSBTZWN0aW9uIGEgdmVyc2lvbiwgb3Igd2hhdCBpcyBub3QgcmVsZWFzZWQgeWV0XG4gKiBAcHJvcGVydHkge3N0cmluZ30gbmFtZVxuICogQHByb3BlcnR5IHtzdHJpbmcgfCB1bmRlZmluZWR9IGRhdGVcbiAqIEBwcm9wZXJ0eSB7c3RyaW5nfSByZXN0IHdoYXQgc3RhbmRzIGJlaGluZCB0aGUgZGF0ZVxuICogQHByb3BlcnR5IHtib29sZWFufSBpc0xpbmtlZCB3aGV0aGVyIHRoZSBuYW1lIHN0YW5kcyBpbiBicmFja2V0c1xuICogQHByb3BlcnR5IHtib29sZWFufSBpc1VucmVsZWFzZWRcbiAqIEBwcm9wZXJ0eSB7Ym9vbGVhbn0gaXNZYW5rZWRcbiAqIEBwcm9wZXJ0eSB7Ym9vbGVhbn0gaGFzVGV4dCB3aGV0aGVyIGFueXRoaW5nIHN0YW5kcyBkaXJlY3RseSBiZWxvdyBpdFxuICogQHByb3BlcnR5IHtudW1iZXJ9IGxpbmVcbiAqIEBwcm9wZXJ0eSB7R3JvdXBbXX0gZ3JvdXBzXG4gKi9cblxuLyoqXG4gKiBAcGFyYW0ge3N0cmluZ30gdGV4dFxuICogQHJldHVybnMge3sgdGl0bGU6IHN0cmluZyB8IHVuZGVmaW5lZCwgc2VjdGlvbnM6IFNlY3Rpb25bXSwgbGlua3M6IFNldDxzdHJpbmc+IH19XG4gKi9cbmV4cG9ydCBmdW5jdGlvbiByZWFkQ2hhbmdlbG9nKHRleHQpIHtcbiAgY29uc3QgY2hhbmdlbG9nID0geyB0aXRsZTogdW5kZWZpbmVkLCBzZWN0aW9uczogW10sIGxpbmtzOiBuZXcgU2V0KCkgfTtcbiAgbGV0IGZlbmNlO1xuICBmb3IgKGNvbnN0IFtpLCBsaW5lXSBvZiB0ZXh0LnNwbGl0KC9cXHI/XFxuLykuZW50cmllcygpKSB7XG4gICAgY29uc3QgbWFyayA9IC9eIHswLDN9KGBgYHx+fn4pLy5leGVjKGxpbmUpPy5bMV07XG4gICAgZmVuY2UgPSBtYXJrICYmICFmZW5jZSA/IG1hcmsgOiBtYXJrID09PSBmZW5jZSA/IHVuZGVmaW5lZCA6IGZlbmNlO1xuICAgIHJlYWRMaW5lKGNoYW5nZWxvZywgZmVuY2UgfHwgbWFyayA/IFwiIGNvZGVcIiA6IGxpbmUsIGkgKyAxKTtcbiAgfVxuXG4gIHJldHVybiBjaGFuZ2Vsb2c7XG59XG5cbmZ1bmN0aW9uIHJlYWRMaW5lKGNoYW5nZWxvZywgbGluZSwgbnVtYmVyKSB7XG4gIGNvbnN0IHNlY3Rpb24gPSBjaGFuZ2Vsb2cuc2VjdGlvbnMuYXQoLTEpO1xuICBjb25zdCBbLCBtYXJrcywgaGVhZGluZ10gPSAvXigjezEsM30pXFxzKyguKj8pXFxzKiMqJC8uZXhlYyhsaW5lKSA/PyBbXTtcbiAgY29uc3QgbGluayA9IC9eXFxbKFteXFxdXSspXFxdOlxccypcXFMvLmV4ZWMobGluZSk7XG4gIGlmIChsaW5rKSB7XG4gICAgY2hhbmdlbG9nLmxpbmtzLmFkZChsaW5rWzFdLnRvTG93ZXJDYXNlKCkpO1xuICB9IGVsc2UgaWYgKG1hcmtzID09PSBcIiNcIikge1xuICAgIGNoYW5nZWxvZy50aXRsZSA/Pz0gaGVhZGluZztcbiAgfSBlbHNlIGlmIChtYXJrcyA9PT0gXCIjI1wiKSB7XG4gICAgY2hhbmdlbG9nLnNlY3Rpb25zLnB1c2gocmVhZEhlYWRpbmcoaGVhZGluZywgbnVtYmVyKSk7XG4gIH0gZWxzZSBpZiAobWFya3MgPT09IFwiIyMjXCIgJiYgc2VjdGlvbikge1xuICAgIHNlY3Rpb24uZ3JvdXBzLnB1c2goeyBuYW1lOiBoZWFkaW5nLCBsaW5lOiBudW1iZXIsIGhhc1RleHQ6IGZhbHNlIH0pO1xuICB9IGVsc2UgaWYgKHNlY3Rpb24gJiYgbGluZS50cmltKCkgIT09IFwiXCIpIHtcbiAgICAoc2VjdGlvbi5ncm91cHMuYXQoLTEpID8/IHNlY3Rpb24pLmhhc1RleHQgPSB0cnVlO1xuICB9XG59XG5cbi8qKiBgWzEuMi4zXSAtIDIwMjYtMDEtMzEgW1lBTktFRF1gLCBvciB3aXRoIHRoZSBsaW5rIHdyaXR0ZW4gb3V0OiBgWzEuMi4zXShodHRwczovL+KApikgLSAyMDI2LTAxLTMxYC4gKi9cbmZ1bmN0aW9uIHJlYWRIZWFkaW5nKGhlYWRpbmcsIGxpbmUpIHtcbiAgY29uc3QgZm9ybSA9IC9eKD86XFxbKD88bGlua2VkPlteXFxdXSspXFxdKD88aW5saW5lPlxcKFteKV0qXFwpKT98KD88cGxhaW4+XFxTKykpKD86XFxzKy1cXHMrKD88ZGF0ZT5cXFMrKSk/KD88eWFua2VkPlxccytcXFtZQU5LRURcXF0pP1xccyooPzxyZXN0Pi4qKSQvaTtcbiAgY29uc3QgeyBsaW5rZWQsIGlubGluZSwgcGxhaW4sIGRhdGUsIHlhbmtlZCwgcmVzdCB9ID0gZm9ybS5leGVjKGhlYWRpbmcpPy5ncm91cHMgPz8ge307XG4gIGNvbnN0IG5hbWUgPSBsaW5rZWQgPz8gcGxhaW4gPz8gaGVhZGluZztcbiAgcmV0dXJuIHtcbiAgICBuYW1lLFxuICAgIGRhdGUsXG4gICAgcmVzdDogcmVzdCA/PyBcIlwiLFxuICAgIGlzTGlua2VkOiBsaW5rZWQgIT09IHVuZGVmaW5lZCAmJiBpbmxpbmUgPT09IHVuZGVmaW5lZCxcbiAgICBpc1VucmVsZWFzZWQ6IG5hbWUudG9Mb3dlckNhc2UoKSA9PT0gXCJ1bnJlbGVhc2VkXCIsXG4gICAgaXNZYW5rZWQ6IHlhbmtlZCAhPT0gdW5kZWZpbmVkLFxuICAgIGhhc1RleHQ6IGZhbHNlLFxuICAgIGxpbmUsXG4gICAgZ3JvdXBzOiBbXSxcbiAgfTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQXlCQSxzQ0FVQztBQVZELFNBQWdCLGFBQWEsQ0FBQyxJQUFJOzs7SUFDaEMsSUFBTSxTQUFTLEdBQUcsRUFBRSxLQUFLLEVBQUUsU0FBUyxFQUFFLFFBQVEsRUFBRSxFQUFFLEVBQUUsS0FBSyxFQUFFLElBQUksR0FBRyxFQUFFLEVBQUUsQ0FBQztJQUN2RSxJQUFJLEtBQUssQ0FBQzs7UUFDVixLQUF3QixJQUFBLEtBQUEsU0FBQSxJQUFJLENBQUMsS0FBSyxDQUFDLE9BQU8sQ0FBQyxDQUFDLE9BQU8sRUFBRSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBN0MsSUFBQSxLQUFBLG1CQUFTLEVBQVIsQ0FBQyxRQUFBLEVBQUUsSUFBSSxRQUFBO1lBQ2pCLElBQU0sSUFBSSxHQUFHLE1BQUEsa0JBQWtCLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQywwQ0FBRyxDQUFDLENBQUMsQ0FBQztZQUNoRCxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksS0FBSyxLQUFLLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUMsS0FBSyxDQUFDO1lBQ25FLFFBQVEsQ0FBQyxTQUFTLEVBQUUsS0FBSyxJQUFJLElBQUksQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxJQUFJLEVBQUUsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDO1FBQzdELENBQUM7Ozs7Ozs7OztJQUVELE9BQU8sU0FBUyxDQUFDO0FBQ25CLENBQUM7QUFFRCxTQUFTLFFBQVEsQ0FBQyxTQUFTLEVBQUUsSUFBSSxFQUFFLE1BQU07O0lBQ3ZDLElBQU0sT0FBTyxHQUFHLFNBQVMsQ0FBQyxRQUFRLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDcEMsSUFBQSxLQUFBLE9BQXFCLE1BQUEseUJBQXlCLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxtQ0FBSSxFQUFFLElBQUEsRUFBNUQsS0FBSyxRQUFBLEVBQUUsT0FBTyxRQUE4QyxDQUFDO0lBQ3RFLElBQU0sSUFBSSxHQUFHLHFCQUFxQixDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUM5QyxJQUFJLElBQUksRUFBRSxDQUFDO1FBQ1QsU0FBUyxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLFdBQVcsRUFBRSxDQUFDLENBQUM7SUFDN0MsQ0FBQztTQUFNLElBQUksS0FBSyxLQUFLLEdBQUcsRUFBRSxDQUFDO1FBQ3pCLE1BQUEsU0FBUyxDQUFDLEtBQUssb0NBQWYsU0FBUyxDQUFDLEtBQUssR0FBSyxPQUFPLEVBQUM7SUFDOUIsQ0FBQztTQUFNLElBQUksS0FBSyxLQUFLLElBQUksRUFBRSxDQUFDO1FBQzFCLFNBQVMsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLFdBQVcsQ0FBQyxPQUFPLEVBQUUsTUFBTSxDQUFDLENBQUMsQ0FBQztJQUN4RCxDQUFDO1NBQU0sSUFBSSxLQUFLLEtBQUssS0FBSyxJQUFJLE9BQU8sRUFBRSxDQUFDO1FBQ3RDLE9BQU8sQ0FBQyxNQUFNLENBQUMsSUFBSSxDQUFDLEVBQUUsSUFBSSxFQUFFLE9BQU8sRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLE9BQU8sRUFBRSxLQUFLLEVBQUUsQ0FBQyxDQUFDO0lBQ3ZFLENBQUM7U0FBTSxJQUFJLE9BQU8sSUFBSSxJQUFJLENBQUMsSUFBSSxFQUFFLEtBQUssRUFBRSxFQUFFLENBQUM7UUFDekMsQ0FBQyxNQUFBLE9BQU8sQ0FBQyxNQUFNLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLG1DQUFJLE9BQU8sQ0FBQyxDQUFDLE9BQU8sR0FBRyxJQUFJLENBQUM7SUFDcEQsQ0FBQztBQUNILENBQUM7QUFHRCxTQUFTLFdBQVcsQ0FBQyxPQUFPLEVBQUUsSUFBSTs7SUFDaEMsSUFBTSxJQUFJLEdBQUcsZ0lBQWdJLENBQUM7SUFDeEksSUFBQSxLQUFnRCxNQUFBLE1BQUEsSUFBSSxDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsMENBQUUsTUFBTSxtQ0FBSSxFQUFFLEVBQTlFLE1BQU0sWUFBQSxFQUFFLE1BQU0sWUFBQSxFQUFFLEtBQUssV0FBQSxFQUFFLElBQUksVUFBQSxFQUFFLE1BQU0sWUFBQSxFQUFFLElBQUksVUFBcUMsQ0FBQztJQUN2RixJQUFNLElBQUksR0FBRyxNQUFBLE1BQU0sYUFBTixNQUFNLGNBQU4sTUFBTSxHQUFJLEtBQUssbUNBQUksT0FBTyxDQUFDO0lBQ3hDLE9BQU87UUFDTCxJQUFJLE1BQUE7UUFDSixJQUFJLE1BQUE7UUFDSixJQUFJLEVBQUUsSUFBSSxhQUFKLElBQUksY0FBSixJQUFJLEdBQUksRUFBRTtRQUNoQixRQUFRLEVBQUUsTUFBTSxLQUFLLFNBQVMsSUFBSSxNQUFNLEtBQUssU0FBUztRQUN0RCxZQUFZLEVBQUUsSUFBSSxDQUFDLFdBQVcsRUFBRSxLQUFLLFlBQVk7UUFDakQsUUFBUSxFQUFFLE1BQU0sS0FBSyxTQUFTO1FBQzlCLE9BQU8sRUFBRSxLQUFLO1FBQ2QsSUFBSSxNQUFBO1FBQ0osTUFBTSxFQUFFLEVBQUU7S0FDWCxDQUFDO0FBQ0osQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo5MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjk0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9saWIvdGV4dHMuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuXG4vKipcbiAqIEN1dHMgYSB0ZXh0IGZvciBhIG1lc3NhZ2U6IG1lc3NhZ2VzIGhhdmUgYSBsaW1pdCwgYW5kIGEgZmlsZSBtYXkgaG9sZCBhbnl0aGluZy5cbiAqIEBwYXJhbSB7dW5rbm93bn0gdmFsdWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHNob3J0KHZhbHVlKSB7XG4gIGNvbnN0IHRleHQgPSBTdHJpbmcodmFsdWUpO1xuICByZXR1cm4gdGV4dC5sZW5ndGggPiAzMDAgPyBgJHt0ZXh0LnNsaWNlKDAsIDMwMCl94oCmYCA6IHRleHQ7XG59XG5cbi8qKlxuICogQSBudW1iZXIgd2l0aCBpdHMgbm91bjogYDEgdGVzdGAsIGAzIHRlc3RzYC5cbiAqIEBwYXJhbSB7bnVtYmVyfSBudW1iZXJcbiAqIEBwYXJhbSB7c3RyaW5nfSBub3VuXG4gKiBAcGFyYW0ge3N0cmluZ30gW3BsdXJhbF1cbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIGNvdW50KG51bWJlciwgbm91biwgcGx1cmFsID0gYCR7bm91bn1zYCkge1xuICByZXR1cm4gYCR7bnVtYmVyfSAke251bWJlciA9PT0gMSA/IG5vdW4gOiBwbHVyYWx9YDtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOztBQU1BLHNCQUdDO0FBUUQsc0JBRUM7QUFiRCxTQUFnQixLQUFLLENBQUMsS0FBSztJQUN6QixJQUFNLElBQUksR0FBRyxNQUFNLENBQUMsS0FBSyxDQUFDLENBQUM7SUFDM0IsT0FBTyxJQUFJLENBQUMsTUFBTSxHQUFHLEdBQUcsQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLENBQUMsS0FBSyxDQUFDLENBQUMsRUFBRSxHQUFHLENBQUMsV0FBRyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUM7QUFDN0QsQ0FBQztBQVFELFNBQWdCLEtBQUssQ0FBQyxNQUFNLEVBQUUsSUFBSSxFQUFFLE1BQW1CO0lBQW5CLHVCQUFBLEVBQUEsbUJBQVksSUFBSSxNQUFHO0lBQ3JELE9BQU8sVUFBRyxNQUFNLGNBQUksTUFBTSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxNQUFNLENBQUUsQ0FBQztBQUNyRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjEwNiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjEwOCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3ZlcnNpb25zLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cbi8vIFNlbWFudGljIHZlcnNpb25zLCBhcyBzZW12ZXIub3JnIHdyaXRlcyB0aGVtLlxuXG4vKipcbiAqIEB0eXBlZGVmIHtvYmplY3R9IFZlcnNpb25cbiAqIEBwcm9wZXJ0eSB7c3RyaW5nfSB0ZXh0IGFzIGl0IGlzIHdyaXR0ZW5cbiAqIEBwcm9wZXJ0eSB7bnVtYmVyW119IGNvcmUgbWFqb3IsIG1pbm9yIGFuZCBwYXRjaFxuICogQHByb3BlcnR5IHtzdHJpbmdbXX0gcHJlIHdoYXQgc3RhbmRzIGJlaGluZCB0aGUgYC1gLCBpbiBwYXJ0czsgZW1wdHkgZm9yIGEgcmVsZWFzZVxuICovXG5cbmNvbnN0IG51bWJlciA9IFwiMHxbMS05XVxcXFxkKlwiO1xuY29uc3QgaWRlbnRpZmllciA9IFwiMHxbMS05XVxcXFxkKnxcXFxcZCpbYS16QS1aLV1bMC05YS16QS1aLV0qXCI7XG5jb25zdCBmb3JtID0gbmV3IFJlZ0V4cChgXigke251bWJlcn0pXFxcXC4oJHtudW1iZXJ9KVxcXFwuKCR7bnVtYmVyfSkoPzotKCg/OiR7aWRlbnRpZmllcn0pKD86XFxcXC4oPzoke2lkZW50aWZpZXJ9KSkqKSk/KD86XFxcXCtbMC05YS16QS1aLV0rKD86XFxcXC5bMC05YS16QS1aLV0rKSopPyRgKTtcblxuLyoqXG4gKiBSZWFkcyBgMS4yLjNgLCBgMS4yLjMtcmMuMWAgb3IgYDEuMi4zK2J1aWxkYC5cbiAqIEBwYXJhbSB7c3RyaW5nfSB0ZXh0XG4gKiBAcmV0dXJucyB7VmVyc2lvbiB8IHVuZGVmaW5lZH0gdW5kZWZpbmVkIHdoZW4gaXQgaXMgbm8gc2VtYW50aWMgdmVyc2lvblxuICovXG5leHBvcnQgZnVuY3Rpb24gcGFyc2VWZXJzaW9uKHRleHQpIHtcbiAgY29uc3QgZm91bmQgPSBmb3JtLmV4ZWModGV4dCk7XG4gIGlmICghZm91bmQpIHtcbiAgICByZXR1cm4gdW5kZWZpbmVkO1xuICB9XG5cbiAgY29uc3QgWywgbWFqb3IsIG1pbm9yLCBwYXRjaCwgcHJlXSA9IGZvdW5kO1xuICByZXR1cm4geyB0ZXh0LCBjb3JlOiBbbWFqb3IsIG1pbm9yLCBwYXRjaF0ubWFwKE51bWJlciksIHByZTogcHJlID8gcHJlLnNwbGl0KFwiLlwiKSA6IFtdIH07XG59XG5cbi8qKlxuICogQmVsb3cgMCB3aGVuIHRoZSBmaXJzdCBpcyBvbGRlciwgYWJvdmUgMCB3aGVuIGl0IGlzIG5ld2VyLCAwIHdoZW4gbmVpdGhlciBjb21lcyBmaXJzdC5cbiAqIEBwYXJhbSB7VmVyc2lvbn0gYVxuICogQHBhcmFtIHtWZXJzaW9ufSBiXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb21wYXJlVmVyc2lvbnMoYSwgYikge1xuICBjb25zdCBkaWZmZXJlbmNlID0gYS5jb3JlLm1hcCgocGFydCwgaSkgPT4gcGFydCAtIGIuY29yZVtpXSkuZmluZCgocGFydCkgPT4gcGFydCAhPT0gMCk7XG4gIHJldHVybiBkaWZmZXJlbmNlID8/IGNvbXBhcmVQcmUoYS5wcmUsIGIucHJlKTtcbn1cblxuLyoqXG4gKiBBIHJlbGVhc2UgaXMgbmV3ZXIgdGhhbiBpdHMgcmVsZWFzZSBjYW5kaWRhdGVzOyBudW1iZXJzIGNvdW50IGJlbG93IHdvcmRzLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gYVxuICogQHBhcmFtIHtzdHJpbmdbXX0gYlxuICovXG5mdW5jdGlvbiBjb21wYXJlUHJlKGEsIGIpIHtcbiAgaWYgKGEubGVuZ3RoID09PSAwIHx8IGIubGVuZ3RoID09PSAwKSB7XG4gICAgcmV0dXJuIGIubGVuZ3RoIC0gYS5sZW5ndGg7XG4gIH1cblxuICBmb3IgKGNvbnN0IFtpLCBwYXJ0XSBvZiBhLmVudHJpZXMoKSkge1xuICAgIGlmIChpID49IGIubGVuZ3RoKSB7XG4gICAgICByZXR1cm4gMTtcbiAgICB9XG5cbiAgICBpZiAocGFydCAhPT0gYltpXSkge1xuICAgICAgcmV0dXJuIGNvbXBhcmVQYXJ0KHBhcnQsIGJbaV0pO1xuICAgIH1cbiAgfVxuXG4gIHJldHVybiBhLmxlbmd0aCAtIGIubGVuZ3RoO1xufVxuXG4vKipcbiAqIEBwYXJhbSB7c3RyaW5nfSBhXG4gKiBAcGFyYW0ge3N0cmluZ30gYlxuICovXG5mdW5jdGlvbiBjb21wYXJlUGFydChhLCBiKSB7XG4gIGNvbnN0IFtpc051bWJlciwgb3RoZXJJc051bWJlcl0gPSBbL15cXGQrJC8udGVzdChhKSwgL15cXGQrJC8udGVzdChiKV07XG4gIGlmIChpc051bWJlciAmJiBvdGhlcklzTnVtYmVyKSB7XG4gICAgcmV0dXJuIE51bWJlcihhKSAtIE51bWJlcihiKTtcbiAgfVxuXG4gIHJldHVybiBpc051bWJlciAhPT0gb3RoZXJJc051bWJlciA/IChpc051bWJlciA/IC0xIDogMSkgOiBhIDwgYiA/IC0xIDogMTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQW1CQSxvQ0FRQztBQU9ELDBDQUdDO0FBM0JELElBQU0sTUFBTSxHQUFHLGFBQWEsQ0FBQztBQUM3QixJQUFNLFVBQVUsR0FBRyx3Q0FBd0MsQ0FBQztBQUM1RCxJQUFNLElBQUksR0FBRyxJQUFJLE1BQU0sQ0FBQyxZQUFLLE1BQU0sa0JBQVEsTUFBTSxrQkFBUSxNQUFNLHNCQUFZLFVBQVUsdUJBQWEsVUFBVSxzREFBbUQsQ0FBQyxDQUFDO0FBT2pLLFNBQWdCLFlBQVksQ0FBQyxJQUFJO0lBQy9CLElBQU0sS0FBSyxHQUFHLElBQUksQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7SUFDOUIsSUFBSSxDQUFDLEtBQUssRUFBRSxDQUFDO1FBQ1gsT0FBTyxTQUFTLENBQUM7SUFDbkIsQ0FBQztJQUVLLElBQUEsS0FBQSxPQUErQixLQUFLLElBQUEsRUFBakMsS0FBSyxRQUFBLEVBQUUsS0FBSyxRQUFBLEVBQUUsS0FBSyxRQUFBLEVBQUUsR0FBRyxRQUFTLENBQUM7SUFDM0MsT0FBTyxFQUFFLElBQUksTUFBQSxFQUFFLElBQUksRUFBRSxDQUFDLEtBQUssRUFBRSxLQUFLLEVBQUUsS0FBSyxDQUFDLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQyxFQUFFLEdBQUcsRUFBRSxHQUFHLENBQUMsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsRUFBRSxDQUFDO0FBQzNGLENBQUM7QUFPRCxTQUFnQixlQUFlLENBQUMsQ0FBQyxFQUFFLENBQUM7SUFDbEMsSUFBTSxVQUFVLEdBQUcsQ0FBQyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsVUFBQyxJQUFJLEVBQUUsQ0FBQyxJQUFLLE9BQUEsSUFBSSxHQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQWhCLENBQWdCLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxJQUFJLEtBQUssQ0FBQyxFQUFWLENBQVUsQ0FBQyxDQUFDO0lBQ3hGLE9BQU8sVUFBVSxhQUFWLFVBQVUsY0FBVixVQUFVLEdBQUksVUFBVSxDQUFDLENBQUMsQ0FBQyxHQUFHLEVBQUUsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0FBQ2hELENBQUM7QUFPRCxTQUFTLFVBQVUsQ0FBQyxDQUFDLEVBQUUsQ0FBQzs7SUFDdEIsSUFBSSxDQUFDLENBQUMsTUFBTSxLQUFLLENBQUMsSUFBSSxDQUFDLENBQUMsTUFBTSxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQ3JDLE9BQU8sQ0FBQyxDQUFDLE1BQU0sR0FBRyxDQUFDLENBQUMsTUFBTSxDQUFDO0lBQzdCLENBQUM7O1FBRUQsS0FBd0IsSUFBQSxLQUFBLFNBQUEsQ0FBQyxDQUFDLE9BQU8sRUFBRSxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBM0IsSUFBQSxLQUFBLG1CQUFTLEVBQVIsQ0FBQyxRQUFBLEVBQUUsSUFBSSxRQUFBO1lBQ2pCLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxNQUFNLEVBQUUsQ0FBQztnQkFDbEIsT0FBTyxDQUFDLENBQUM7WUFDWCxDQUFDO1lBRUQsSUFBSSxJQUFJLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUM7Z0JBQ2xCLE9BQU8sV0FBVyxDQUFDLElBQUksRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQztZQUNqQyxDQUFDO1FBQ0gsQ0FBQzs7Ozs7Ozs7O0lBRUQsT0FBTyxDQUFDLENBQUMsTUFBTSxHQUFHLENBQUMsQ0FBQyxNQUFNLENBQUM7QUFDN0IsQ0FBQztBQU1ELFNBQVMsV0FBVyxDQUFDLENBQUMsRUFBRSxDQUFDO0lBQ2pCLElBQUEsS0FBQSxPQUE0QixDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLEVBQUUsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFBLEVBQTdELFFBQVEsUUFBQSxFQUFFLGFBQWEsUUFBc0MsQ0FBQztJQUNyRSxJQUFJLFFBQVEsSUFBSSxhQUFhLEVBQUUsQ0FBQztRQUM5QixPQUFPLE1BQU0sQ0FBQyxDQUFDLENBQUMsR0FBRyxNQUFNLENBQUMsQ0FBQyxDQUFDLENBQUM7SUFDL0IsQ0FBQztJQUVELE9BQU8sUUFBUSxLQUFLLGFBQWEsQ0FBQyxDQUFDLENBQUMsQ0FBQyxRQUFRLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQztBQUMzRSxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjE4NiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjE4OCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvY2hhbmdlbG9nL3BvbGljeS5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG4vLyBBIGNoYW5nZWxvZyB0aGF0IGZvbGxvd3MgS2VlcCBhIENoYW5nZWxvZyAxLjEuMCBjYW4gYmUgcmVhZCBieSBwZW9wbGUgYW5kIGJ5IHRoZSB0b29scyB0aGF0IG1ha2UgcmVsZWFzZXMuXG5cbmltcG9ydCB7IHJlYWRDaGFuZ2Vsb2cgfSBmcm9tIFwiLi4vbGliL2NoYW5nZWxvZ3MuanNcIjtcbmltcG9ydCB7IGNvdW50LCBzaG9ydCB9IGZyb20gXCIuLi9saWIvdGV4dHMuanNcIjtcbmltcG9ydCB7IGNvbXBhcmVWZXJzaW9ucywgcGFyc2VWZXJzaW9uIH0gZnJvbSBcIi4uL2xpYi92ZXJzaW9ucy5qc1wiO1xuXG5jb25zdCBjaGFuZ2VUeXBlcyA9IFtcIkFkZGVkXCIsIFwiQ2hhbmdlZFwiLCBcIkRlcHJlY2F0ZWRcIiwgXCJSZW1vdmVkXCIsIFwiRml4ZWRcIiwgXCJTZWN1cml0eVwiXTtcblxuLyoqIEB0eXBlIHtKdWRnZX0gKi9cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCBmaWxlID0gKGV2aWRlbmNlLmZpbGVzID8/IFtdKS5maW5kKCh7IHBhdGggfSkgPT4gcGF0aCA9PT0gc2V0dGluZ3MucGF0aCk7XG4gIGlmIChmaWxlPy50ZXh0ID09PSB1bmRlZmluZWQpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJjaGFuZ2Vsb2ctbWlzc2luZ1wiLCBgVGhlcmUgaXMgbm8gY2hhbmdlbG9nIGF0ICR7c2V0dGluZ3MucGF0aH0uIEFkZCBvbmUgKGtlZXBhY2hhbmdlbG9nLmNvbSksIG9yIG5hbWUgaXQgdW5kZXIgXFxgcGF0aFxcYC5gKTtcbiAgICByZXR1cm47XG4gIH1cblxuICBjb25zdCBjaGFuZ2Vsb2cgPSByZWFkQ2hhbmdlbG9nKGZpbGUudGV4dCk7XG4gIGNvbnN0IGF0ID0gKGxpbmUsIGlkZW50aXR5KSA9PiAoeyBwYXRoOiBmaWxlLnBhdGgsIGxpbmUsIGlkZW50aXR5IH0pO1xuICBjb25zdCByZWxlYXNlcyA9IGNoYW5nZWxvZy5zZWN0aW9ucy5maWx0ZXIoKHsgaXNVbnJlbGVhc2VkIH0pID0+ICFpc1VucmVsZWFzZWQpO1xuXG4gIGp1ZGdlRnJhbWUoY2hhbmdlbG9nLCBhdCwgcmVwb3J0KTtcbiAgcmVsZWFzZXMuZm9yRWFjaCgocmVsZWFzZSkgPT4ganVkZ2VIZWFkaW5nKHJlbGVhc2UsIGF0LCByZXBvcnQpKTtcbiAganVkZ2VPcmRlcihyZWxlYXNlcywgYXQsIHJlcG9ydCk7XG4gIGNoYW5nZWxvZy5zZWN0aW9ucy5mb3JFYWNoKChzZWN0aW9uKSA9PiBqdWRnZUNoYW5nZXMoc2VjdGlvbiwgYXQsIHJlcG9ydCkpO1xuICBqdWRnZVZlcnNpb24oZXZpZGVuY2UsIHNldHRpbmdzLCByZWxlYXNlcywgYXQsIHJlcG9ydCk7XG4gIHJlcG9ydC5wYXNzKFwiY2hhbmdlbG9nXCIsIGAke2ZpbGUucGF0aH0gaGFzICR7Y291bnQocmVsZWFzZXMubGVuZ3RoLCBcInJlbGVhc2VcIil9YCk7XG59XG5cbmZ1bmN0aW9uIGp1ZGdlRnJhbWUoeyB0aXRsZSwgc2VjdGlvbnMsIGxpbmtzIH0sIGF0LCByZXBvcnQpIHtcbiAgaWYgKCF0aXRsZSkge1xuICAgIHJlcG9ydC5lcnJvcihcImNoYW5nZWxvZy10aXRsZVwiLCBcIlRoZSBjaGFuZ2Vsb2cgaGFzIG5vIHRpdGxlLiBXcml0ZSBgIyBDaGFuZ2Vsb2dgIGZpcnN0LlwiLCBhdCgxLCBcInRpdGxlXCIpKTtcbiAgfVxuXG4gIGNvbnN0IHVucmVsZWFzZWQgPSBzZWN0aW9ucy5maW5kSW5kZXgoKHsgaXNVbnJlbGVhc2VkIH0pID0+IGlzVW5yZWxlYXNlZCk7XG4gIGlmICh1bnJlbGVhc2VkICE9PSAwKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidW5yZWxlYXNlZC1taXNzaW5nXCIsIHVucmVsZWFzZWQgPCAwXG4gICAgICA/IFwiVGhlcmUgaXMgbm8gYCMjIFtVbnJlbGVhc2VkXWAgc2VjdGlvbi4gQWRkIGl0IGFib3ZlIHRoZSBmaXJzdCB2ZXJzaW9uLCBzbyB0aGF0IGNoYW5nZXMgaGF2ZSBhIHBsYWNlIHRvIGdvLlwiXG4gICAgICA6IFwiYCMjIFtVbnJlbGVhc2VkXWAgbXVzdCBiZSB0aGUgZmlyc3Qgc2VjdGlvbiwgYWJvdmUgYWxsIHZlcnNpb25zLlwiLCBhdChzZWN0aW9uc1tNYXRoLm1heCh1bnJlbGVhc2VkLCAwKV0/LmxpbmUgPz8gMSwgXCJ1bnJlbGVhc2VkXCIpKTtcbiAgfVxuXG4gIHNlY3Rpb25zLmZpbHRlcigoeyBuYW1lLCBpc0xpbmtlZCB9KSA9PiBpc0xpbmtlZCAmJiAhbGlua3MuaGFzKG5hbWUudG9Mb3dlckNhc2UoKSkpLmZvckVhY2goKHsgbmFtZSwgbGluZSB9KSA9PiB7XG4gICAgcmVwb3J0Lndhcm5pbmcoXCJsaW5rLW1pc3NpbmdcIiwgYFske3Nob3J0KG5hbWUpfV0gbGlua3MgdG8gbm90aGluZy4gQWRkIGF0IHRoZSBlbmQgb2YgdGhlIGZpbGUgXFxgWyR7c2hvcnQobmFtZSl9XTogXFxgIGFuZCB0aGUgYWRkcmVzcyBvZiBpdHMgY29tcGFyaXNvbiBvciByZWxlYXNlLmAsIGF0KGxpbmUsIGBsaW5rICR7bmFtZX1gKSk7XG4gIH0pO1xufVxuXG5mdW5jdGlvbiBqdWRnZUhlYWRpbmcoeyBuYW1lLCBkYXRlLCByZXN0LCBsaW5lLCBpc1lhbmtlZCB9LCBhdCwgcmVwb3J0KSB7XG4gIGlmICghcGFyc2VWZXJzaW9uKG5hbWUpKSB7XG4gICAgcmVwb3J0LmVycm9yKFwidmVyc2lvbi1pbnZhbGlkXCIsIGBcIiR7c2hvcnQobmFtZSl9XCIgaXMgbm8gc2VtYW50aWMgdmVyc2lvbi4gV3JpdGUgdGhlIGhlYWRpbmcgYXMgXFxgIyMgWzEuMi4zXSAtIDIwMjYtMDEtMzFcXGAuYCwgYXQobGluZSwgYHZlcnNpb24gJHtuYW1lfWApKTtcbiAgfVxuXG4gIGlmICghZGF0ZSkge1xuICAgIHJlcG9ydC5lcnJvcihcImRhdGUtbWlzc2luZ1wiLCBgJHtzaG9ydChuYW1lKX0gaGFzIG5vIGRhdGUuIFdyaXRlIFxcYCMjIFske3Nob3J0KG5hbWUpfV0gLSBcXGAgYW5kIHRoZSBkYXkgb2YgdGhlIHJlbGVhc2UgYXMgeWVhci1tb250aC1kYXkke2lzWWFua2VkID8gXCIsIHRoZW4gW1lBTktFRF1cIiA6IFwiXCJ9LmAsIGF0KGxpbmUsIGBkYXRlICR7bmFtZX1gKSk7XG4gIH0gZWxzZSBpZiAoIWlzRGF5KGRhdGUpKSB7XG4gICAgcmVwb3J0LmVycm9yKFwiZGF0ZS1pbnZhbGlkXCIsIGBcIiR7ZGF0ZX1cIiBpcyBub3QgYSBkYXkuIFdyaXRlIGl0IGFzIHllYXItbW9udGgtZGF5LCBzdWNoIGFzIDIwMjYtMDEtMzEuYCwgYXQobGluZSwgYGRhdGUgJHtuYW1lfWApKTtcbiAgfVxuXG4gIGlmIChyZXN0KSB7XG4gICAgcmVwb3J0LmVycm9yKFwiaGVhZGluZy11bmNsZWFyXCIsIGBUaGUgaGVhZGluZyBvZiAke3Nob3J0KG5hbWUpfSBlbmRzIHdpdGggXCIke3Nob3J0KHJlc3QpfVwiLiBCZWhpbmQgdGhlIGRhdGUgb25seSBbWUFOS0VEXSBtYXkgc3RhbmQuYCwgYXQobGluZSwgYGhlYWRpbmcgJHtuYW1lfWApKTtcbiAgfVxufVxuXG5mdW5jdGlvbiBqdWRnZU9yZGVyKHJlbGVhc2VzLCBhdCwgcmVwb3J0KSB7XG4gIGNvbnN0IHNlZW4gPSBuZXcgU2V0KCk7XG4gIGZvciAoY29uc3QgW2ksIHsgbmFtZSwgZGF0ZSwgbGluZSB9XSBvZiByZWxlYXNlcy5lbnRyaWVzKCkpIHtcbiAgICBjb25zdCBhYm92ZSA9IHJlbGVhc2VzW2kgLSAxXTtcbiAgICBjb25zdCBbdmVyc2lvbiwgbmV3ZXJdID0gW3BhcnNlVmVyc2lvbihuYW1lKSwgYWJvdmUgJiYgcGFyc2VWZXJzaW9uKGFib3ZlLm5hbWUpXTtcbiAgICBpZiAoc2Vlbi5oYXMobmFtZSkpIHtcbiAgICAgIHJlcG9ydC5lcnJvcihcInZlcnNpb24tdHdpY2VcIiwgYCR7c2hvcnQobmFtZSl9IGhhcyB0d28gc2VjdGlvbnMuIEpvaW4gdGhlbS5gLCBhdChsaW5lLCBgdHdpY2UgJHtuYW1lfWApKTtcbiAgICB9IGVsc2UgaWYgKHZlcnNpb24gJiYgbmV3ZXIgJiYgY29tcGFyZVZlcnNpb25zKHZlcnNpb24sIG5ld2VyKSA+IDApIHtcbiAgICAgIHJlcG9ydC5lcnJvcihcInZlcnNpb24tb3JkZXJcIiwgYCR7bmFtZX0gc3RhbmRzIGJlbG93ICR7YWJvdmUubmFtZX0sIHdoaWNoIGlzIG9sZGVyLiBUaGUgbmV3ZXN0IHZlcnNpb24gY29tZXMgZmlyc3QuYCwgYXQobGluZSwgYG9yZGVyICR7bmFtZX1gKSk7XG4gICAgfSBlbHNlIGlmIChkYXRlICYmIGFib3ZlPy5kYXRlICYmIGlzRGF5KGRhdGUpICYmIGlzRGF5KGFib3ZlLmRhdGUpICYmIGRhdGUgPiBhYm92ZS5kYXRlKSB7XG4gICAgICByZXBvcnQuZXJyb3IoXCJkYXRlLW9yZGVyXCIsIGAke3Nob3J0KG5hbWUpfSBpcyBvZiAke2RhdGV9LCBsYXRlciB0aGFuICR7c2hvcnQoYWJvdmUubmFtZSl9IGFib3ZlIGl0ICgke2Fib3ZlLmRhdGV9KS4gQ29ycmVjdCB0aGUgZGF0ZXMuYCwgYXQobGluZSwgYGRhdGVzICR7bmFtZX1gKSk7XG4gICAgfVxuXG4gICAgc2Vlbi5hZGQobmFtZSk7XG4gIH1cbn1cblxuZnVuY3Rpb24ganVkZ2VDaGFuZ2VzKHsgbmFtZSwgZ3JvdXBzLCBoYXNUZXh0LCBpc1VucmVsZWFzZWQsIGxpbmUgfSwgYXQsIHJlcG9ydCkge1xuICBpZiAoIWlzVW5yZWxlYXNlZCAmJiBncm91cHMubGVuZ3RoID09PSAwICYmICFoYXNUZXh0KSB7XG4gICAgcmVwb3J0LmVycm9yKFwic2VjdGlvbi1lbXB0eVwiLCBgJHtzaG9ydChuYW1lKX0gc2F5cyBub3RoaW5nLiBXcml0ZSB3aGF0IGNoYW5nZWQsIHVuZGVyICMjIyBBZGRlZCwgQ2hhbmdlZCwgRGVwcmVjYXRlZCwgUmVtb3ZlZCwgRml4ZWQgb3IgU2VjdXJpdHkuYCwgYXQobGluZSwgYGVtcHR5ICR7bmFtZX1gKSk7XG4gIH1cblxuICBmb3IgKGNvbnN0IGdyb3VwIG9mIGdyb3Vwcykge1xuICAgIGNvbnN0IHBsYWNlID0gYXQoZ3JvdXAubGluZSwgYCR7bmFtZX0gJHtncm91cC5uYW1lfWApO1xuICAgIGlmICghY2hhbmdlVHlwZXMuaW5jbHVkZXMoZ3JvdXAubmFtZSkpIHtcbiAgICAgIHJlcG9ydC5lcnJvcihcImNoYW5nZS10eXBlXCIsIGBcIiR7c2hvcnQoZ3JvdXAubmFtZSl9XCIgaXMgbm8gdHlwZSBvZiBjaGFuZ2UuIFRoZSB0eXBlcyBhcmUgJHtjaGFuZ2VUeXBlcy5qb2luKFwiLCBcIil9LmAsIHBsYWNlKTtcbiAgICB9IGVsc2UgaWYgKCFncm91cC5oYXNUZXh0KSB7XG4gICAgICByZXBvcnQuZXJyb3IoXCJzZWN0aW9uLWVtcHR5XCIsIGAke2dyb3VwLm5hbWV9IG9mICR7c2hvcnQobmFtZSl9IGlzIGVtcHR5LiBGaWxsIGl0LCBvciByZW1vdmUgdGhlIGhlYWRpbmcuYCwgcGxhY2UpO1xuICAgIH1cbiAgfVxufVxuXG4vKiogVGhlIHZlcnNpb24gdGhhdCBpcyBhYm91dCB0byBiZSByZWxlYXNlZCBoYXMgYW4gZW50cnkuICovXG5mdW5jdGlvbiBqdWRnZVZlcnNpb24oZXZpZGVuY2UsIHNldHRpbmdzLCByZWxlYXNlcywgYXQsIHJlcG9ydCkge1xuICBjb25zdCBtYW5pZmVzdCA9IGV2aWRlbmNlLmpzb24/LmZpbmQoKHsgcGF0aCB9KSA9PiBwYXRoID09PSBcInBhY2thZ2UuanNvblwiKT8uZ2V0KFwidmVyc2lvblwiKTtcbiAgY29uc3QgdmVyc2lvbiA9IHNldHRpbmdzLnZlcnNpb24gfHwgbWFuaWZlc3Q/LnZhbHVlO1xuICBpZiAoIXZlcnNpb24pIHtcbiAgICByZXR1cm47XG4gIH1cblxuICBpZiAocmVsZWFzZXMuc29tZSgoeyBuYW1lIH0pID0+IG5hbWUgPT09IHZlcnNpb24pKSB7XG4gICAgcmVwb3J0LnBhc3MoXCJ2ZXJzaW9uLWVudHJ5XCIsIGAke3ZlcnNpb259IGhhcyBhbiBlbnRyeWApO1xuICB9IGVsc2UgaWYgKCFwYXJzZVZlcnNpb24odmVyc2lvbik/LnByZS5sZW5ndGgpIHtcbiAgICByZXBvcnQuZXJyb3IoXCJ2ZXJzaW9uLWVudHJ5XCIsIGAke3Nob3J0KHZlcnNpb24pfSBoYXMgbm8gZW50cnkuIFR1cm4gXFxgIyMgW1VucmVsZWFzZWRdXFxgIGludG8gXFxgIyMgWyR7c2hvcnQodmVyc2lvbil9XSAtIFxcYCBhbmQgdGhlIGRheSwgYW5kIG9wZW4gYSBuZXcgb25lIGFib3ZlLmAsIHNldHRpbmdzLnZlcnNpb24gPyBhdCgxLCBcImVudHJ5XCIpIDogbWFuaWZlc3QpO1xuICB9XG59XG5cbi8qKiBXaGV0aGVyIHRoZSBjYWxlbmRhciBoYXMgdGhpcyBkYXk7IG1vbnRocyByb2xsIG92ZXIgaW4gZGF0ZXMgdGhhdCBpdCBoYXMgbm90LiAqL1xuZnVuY3Rpb24gaXNEYXkodGV4dCkge1xuICBjb25zdCBkYXkgPSAvXlxcZHs0fS1cXGR7Mn0tXFxkezJ9JC8udGVzdCh0ZXh0KSA/IG5ldyBEYXRlKGAke3RleHR9VDAwOjAwOjAwWmApIDogdW5kZWZpbmVkO1xuICByZXR1cm4gZGF5ICE9PSB1bmRlZmluZWQgJiYgIU51bWJlci5pc05hTihkYXkuZ2V0VGltZSgpKSAmJiBkYXkudG9JU09TdHJpbmcoKS5zdGFydHNXaXRoKHRleHQpO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7O0FBVUEsc0JBaUJDO0FBeEJELHNEQUFxRDtBQUNyRCw0Q0FBK0M7QUFDL0Msa0RBQW1FO0FBRW5FLElBQU0sV0FBVyxHQUFHLENBQUMsT0FBTyxFQUFFLFNBQVMsRUFBRSxZQUFZLEVBQUUsU0FBUyxFQUFFLE9BQU8sRUFBRSxVQUFVLENBQUMsQ0FBQztBQUd2RixTQUFnQixLQUFLLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOztJQUM5QyxJQUFNLElBQUksR0FBRyxDQUFDLE1BQUEsUUFBUSxDQUFDLEtBQUssbUNBQUksRUFBRSxDQUFDLENBQUMsSUFBSSxDQUFDLFVBQUMsRUFBUTtZQUFOLElBQUksVUFBQTtRQUFPLE9BQUEsSUFBSSxLQUFLLFFBQVEsQ0FBQyxJQUFJO0lBQXRCLENBQXNCLENBQUMsQ0FBQztJQUMvRSxJQUFJLENBQUEsSUFBSSxhQUFKLElBQUksdUJBQUosSUFBSSxDQUFFLElBQUksTUFBSyxTQUFTLEVBQUUsQ0FBQztRQUM3QixNQUFNLENBQUMsS0FBSyxDQUFDLG1CQUFtQixFQUFFLG1DQUE0QixRQUFRLENBQUMsSUFBSSw2REFBNEQsQ0FBQyxDQUFDO1FBQ3pJLE9BQU87SUFDVCxDQUFDO0lBRUQsSUFBTSxTQUFTLEdBQUcsSUFBQSw2QkFBYSxFQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQztJQUMzQyxJQUFNLEVBQUUsR0FBRyxVQUFDLElBQUksRUFBRSxRQUFRLElBQUssT0FBQSxDQUFDLEVBQUUsSUFBSSxFQUFFLElBQUksQ0FBQyxJQUFJLEVBQUUsSUFBSSxNQUFBLEVBQUUsUUFBUSxVQUFBLEVBQUUsQ0FBQyxFQUFyQyxDQUFxQyxDQUFDO0lBQ3JFLElBQU0sUUFBUSxHQUFHLFNBQVMsQ0FBQyxRQUFRLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBZ0I7WUFBZCxZQUFZLGtCQUFBO1FBQU8sT0FBQSxDQUFDLFlBQVk7SUFBYixDQUFhLENBQUMsQ0FBQztJQUVoRixVQUFVLENBQUMsU0FBUyxFQUFFLEVBQUUsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUNsQyxRQUFRLENBQUMsT0FBTyxDQUFDLFVBQUMsT0FBTyxJQUFLLE9BQUEsWUFBWSxDQUFDLE9BQU8sRUFBRSxFQUFFLEVBQUUsTUFBTSxDQUFDLEVBQWpDLENBQWlDLENBQUMsQ0FBQztJQUNqRSxVQUFVLENBQUMsUUFBUSxFQUFFLEVBQUUsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUNqQyxTQUFTLENBQUMsUUFBUSxDQUFDLE9BQU8sQ0FBQyxVQUFDLE9BQU8sSUFBSyxPQUFBLFlBQVksQ0FBQyxPQUFPLEVBQUUsRUFBRSxFQUFFLE1BQU0sQ0FBQyxFQUFqQyxDQUFpQyxDQUFDLENBQUM7SUFDM0UsWUFBWSxDQUFDLFFBQVEsRUFBRSxRQUFRLEVBQUUsUUFBUSxFQUFFLEVBQUUsRUFBRSxNQUFNLENBQUMsQ0FBQztJQUN2RCxNQUFNLENBQUMsSUFBSSxDQUFDLFdBQVcsRUFBRSxVQUFHLElBQUksQ0FBQyxJQUFJLGtCQUFRLElBQUEsZ0JBQUssRUFBQyxRQUFRLENBQUMsTUFBTSxFQUFFLFNBQVMsQ0FBQyxDQUFFLENBQUMsQ0FBQztBQUNwRixDQUFDO0FBRUQsU0FBUyxVQUFVLENBQUMsRUFBMEIsRUFBRSxFQUFFLEVBQUUsTUFBTTs7UUFBcEMsS0FBSyxXQUFBLEVBQUUsUUFBUSxjQUFBLEVBQUUsS0FBSyxXQUFBO0lBQzFDLElBQUksQ0FBQyxLQUFLLEVBQUUsQ0FBQztRQUNYLE1BQU0sQ0FBQyxLQUFLLENBQUMsaUJBQWlCLEVBQUUsd0RBQXdELEVBQUUsRUFBRSxDQUFDLENBQUMsRUFBRSxPQUFPLENBQUMsQ0FBQyxDQUFDO0lBQzVHLENBQUM7SUFFRCxJQUFNLFVBQVUsR0FBRyxRQUFRLENBQUMsU0FBUyxDQUFDLFVBQUMsRUFBZ0I7WUFBZCxZQUFZLGtCQUFBO1FBQU8sT0FBQSxZQUFZO0lBQVosQ0FBWSxDQUFDLENBQUM7SUFDMUUsSUFBSSxVQUFVLEtBQUssQ0FBQyxFQUFFLENBQUM7UUFDckIsTUFBTSxDQUFDLEtBQUssQ0FBQyxvQkFBb0IsRUFBRSxVQUFVLEdBQUcsQ0FBQztZQUMvQyxDQUFDLENBQUMsNEdBQTRHO1lBQzlHLENBQUMsQ0FBQyxrRUFBa0UsRUFBRSxFQUFFLENBQUMsTUFBQSxNQUFBLFFBQVEsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLFVBQVUsRUFBRSxDQUFDLENBQUMsQ0FBQywwQ0FBRSxJQUFJLG1DQUFJLENBQUMsRUFBRSxZQUFZLENBQUMsQ0FBQyxDQUFDO0lBQzFJLENBQUM7SUFFRCxRQUFRLENBQUMsTUFBTSxDQUFDLFVBQUMsRUFBa0I7WUFBaEIsSUFBSSxVQUFBLEVBQUUsUUFBUSxjQUFBO1FBQU8sT0FBQSxRQUFRLElBQUksQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxXQUFXLEVBQUUsQ0FBQztJQUExQyxDQUEwQyxDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsRUFBYztZQUFaLElBQUksVUFBQSxFQUFFLElBQUksVUFBQTtRQUN2RyxNQUFNLENBQUMsT0FBTyxDQUFDLGNBQWMsRUFBRSxXQUFJLElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMsOERBQXFELElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMsdURBQXFELEVBQUUsRUFBRSxDQUFDLElBQUksRUFBRSxlQUFRLElBQUksQ0FBRSxDQUFDLENBQUMsQ0FBQztJQUNqTSxDQUFDLENBQUMsQ0FBQztBQUNMLENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxFQUFvQyxFQUFFLEVBQUUsRUFBRSxNQUFNO1FBQTlDLElBQUksVUFBQSxFQUFFLElBQUksVUFBQSxFQUFFLElBQUksVUFBQSxFQUFFLElBQUksVUFBQSxFQUFFLFFBQVEsY0FBQTtJQUN0RCxJQUFJLENBQUMsSUFBQSwwQkFBWSxFQUFDLElBQUksQ0FBQyxFQUFFLENBQUM7UUFDeEIsTUFBTSxDQUFDLEtBQUssQ0FBQyxpQkFBaUIsRUFBRSxZQUFJLElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMsK0VBQTZFLEVBQUUsRUFBRSxDQUFDLElBQUksRUFBRSxrQkFBVyxJQUFJLENBQUUsQ0FBQyxDQUFDLENBQUM7SUFDN0osQ0FBQztJQUVELElBQUksQ0FBQyxJQUFJLEVBQUUsQ0FBQztRQUNWLE1BQU0sQ0FBQyxLQUFLLENBQUMsY0FBYyxFQUFFLFVBQUcsSUFBQSxnQkFBSyxFQUFDLElBQUksQ0FBQyxzQ0FBNkIsSUFBQSxnQkFBSyxFQUFDLElBQUksQ0FBQywrREFBc0QsUUFBUSxDQUFDLENBQUMsQ0FBQyxpQkFBaUIsQ0FBQyxDQUFDLENBQUMsRUFBRSxNQUFHLEVBQUUsRUFBRSxDQUFDLElBQUksRUFBRSxlQUFRLElBQUksQ0FBRSxDQUFDLENBQUMsQ0FBQztJQUMzTSxDQUFDO1NBQU0sSUFBSSxDQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsRUFBRSxDQUFDO1FBQ3hCLE1BQU0sQ0FBQyxLQUFLLENBQUMsY0FBYyxFQUFFLFlBQUksSUFBSSxxRUFBaUUsRUFBRSxFQUFFLENBQUMsSUFBSSxFQUFFLGVBQVEsSUFBSSxDQUFFLENBQUMsQ0FBQyxDQUFDO0lBQ3BJLENBQUM7SUFFRCxJQUFJLElBQUksRUFBRSxDQUFDO1FBQ1QsTUFBTSxDQUFDLEtBQUssQ0FBQyxpQkFBaUIsRUFBRSx5QkFBa0IsSUFBQSxnQkFBSyxFQUFDLElBQUksQ0FBQywwQkFBZSxJQUFBLGdCQUFLLEVBQUMsSUFBSSxDQUFDLGlEQUE2QyxFQUFFLEVBQUUsQ0FBQyxJQUFJLEVBQUUsa0JBQVcsSUFBSSxDQUFFLENBQUMsQ0FBQyxDQUFDO0lBQ3JLLENBQUM7QUFDSCxDQUFDO0FBRUQsU0FBUyxVQUFVLENBQUMsUUFBUSxFQUFFLEVBQUUsRUFBRSxNQUFNOztJQUN0QyxJQUFNLElBQUksR0FBRyxJQUFJLEdBQUcsRUFBRSxDQUFDOztRQUN2QixLQUF3QyxJQUFBLEtBQUEsU0FBQSxRQUFRLENBQUMsT0FBTyxFQUFFLENBQUEsZ0JBQUEsNEJBQUUsQ0FBQztZQUFsRCxJQUFBLEtBQUEsbUJBQXlCLEVBQXhCLENBQUMsUUFBQSxFQUFFLFVBQW9CLEVBQWxCLElBQUksVUFBQSxFQUFFLElBQUksVUFBQSxFQUFFLElBQUksVUFBQTtZQUMvQixJQUFNLEtBQUssR0FBRyxRQUFRLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDO1lBQ3hCLElBQUEsS0FBQSxPQUFtQixDQUFDLElBQUEsMEJBQVksRUFBQyxJQUFJLENBQUMsRUFBRSxLQUFLLElBQUksSUFBQSwwQkFBWSxFQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFBLEVBQXpFLE9BQU8sUUFBQSxFQUFFLEtBQUssUUFBMkQsQ0FBQztZQUNqRixJQUFJLElBQUksQ0FBQyxHQUFHLENBQUMsSUFBSSxDQUFDLEVBQUUsQ0FBQztnQkFDbkIsTUFBTSxDQUFDLEtBQUssQ0FBQyxlQUFlLEVBQUUsVUFBRyxJQUFBLGdCQUFLLEVBQUMsSUFBSSxDQUFDLGtDQUErQixFQUFFLEVBQUUsQ0FBQyxJQUFJLEVBQUUsZ0JBQVMsSUFBSSxDQUFFLENBQUMsQ0FBQyxDQUFDO1lBQzFHLENBQUM7aUJBQU0sSUFBSSxPQUFPLElBQUksS0FBSyxJQUFJLElBQUEsNkJBQWUsRUFBQyxPQUFPLEVBQUUsS0FBSyxDQUFDLEdBQUcsQ0FBQyxFQUFFLENBQUM7Z0JBQ25FLE1BQU0sQ0FBQyxLQUFLLENBQUMsZUFBZSxFQUFFLFVBQUcsSUFBSSwyQkFBaUIsS0FBSyxDQUFDLElBQUksc0RBQW1ELEVBQUUsRUFBRSxDQUFDLElBQUksRUFBRSxnQkFBUyxJQUFJLENBQUUsQ0FBQyxDQUFDLENBQUM7WUFDbEosQ0FBQztpQkFBTSxJQUFJLElBQUksS0FBSSxLQUFLLGFBQUwsS0FBSyx1QkFBTCxLQUFLLENBQUUsSUFBSSxDQUFBLElBQUksS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLEtBQUssQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksSUFBSSxHQUFHLEtBQUssQ0FBQyxJQUFJLEVBQUUsQ0FBQztnQkFDeEYsTUFBTSxDQUFDLEtBQUssQ0FBQyxZQUFZLEVBQUUsVUFBRyxJQUFBLGdCQUFLLEVBQUMsSUFBSSxDQUFDLG9CQUFVLElBQUksMEJBQWdCLElBQUEsZ0JBQUssRUFBQyxLQUFLLENBQUMsSUFBSSxDQUFDLHdCQUFjLEtBQUssQ0FBQyxJQUFJLDBCQUF1QixFQUFFLEVBQUUsQ0FBQyxJQUFJLEVBQUUsZ0JBQVMsSUFBSSxDQUFFLENBQUMsQ0FBQyxDQUFDO1lBQ3RLLENBQUM7WUFFRCxJQUFJLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxDQUFDO1FBQ2pCLENBQUM7Ozs7Ozs7OztBQUNILENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxFQUE2QyxFQUFFLEVBQUUsRUFBRSxNQUFNOztRQUF2RCxJQUFJLFVBQUEsRUFBRSxNQUFNLFlBQUEsRUFBRSxPQUFPLGFBQUEsRUFBRSxZQUFZLGtCQUFBLEVBQUUsSUFBSSxVQUFBO0lBQy9ELElBQUksQ0FBQyxZQUFZLElBQUksTUFBTSxDQUFDLE1BQU0sS0FBSyxDQUFDLElBQUksQ0FBQyxPQUFPLEVBQUUsQ0FBQztRQUNyRCxNQUFNLENBQUMsS0FBSyxDQUFDLGVBQWUsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMseUdBQXNHLEVBQUUsRUFBRSxDQUFDLElBQUksRUFBRSxnQkFBUyxJQUFJLENBQUUsQ0FBQyxDQUFDLENBQUM7SUFDakwsQ0FBQzs7UUFFRCxLQUFvQixJQUFBLFdBQUEsU0FBQSxNQUFNLENBQUEsOEJBQUEsa0RBQUUsQ0FBQztZQUF4QixJQUFNLEtBQUssbUJBQUE7WUFDZCxJQUFNLEtBQUssR0FBRyxFQUFFLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxVQUFHLElBQUksY0FBSSxLQUFLLENBQUMsSUFBSSxDQUFFLENBQUMsQ0FBQztZQUN0RCxJQUFJLENBQUMsV0FBVyxDQUFDLFFBQVEsQ0FBQyxLQUFLLENBQUMsSUFBSSxDQUFDLEVBQUUsQ0FBQztnQkFDdEMsTUFBTSxDQUFDLEtBQUssQ0FBQyxhQUFhLEVBQUUsWUFBSSxJQUFBLGdCQUFLLEVBQUMsS0FBSyxDQUFDLElBQUksQ0FBQyxvREFBeUMsV0FBVyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsTUFBRyxFQUFFLEtBQUssQ0FBQyxDQUFDO1lBQzlILENBQUM7aUJBQU0sSUFBSSxDQUFDLEtBQUssQ0FBQyxPQUFPLEVBQUUsQ0FBQztnQkFDMUIsTUFBTSxDQUFDLEtBQUssQ0FBQyxlQUFlLEVBQUUsVUFBRyxLQUFLLENBQUMsSUFBSSxpQkFBTyxJQUFBLGdCQUFLLEVBQUMsSUFBSSxDQUFDLCtDQUE0QyxFQUFFLEtBQUssQ0FBQyxDQUFDO1lBQ3BILENBQUM7UUFDSCxDQUFDOzs7Ozs7Ozs7QUFDSCxDQUFDO0FBR0QsU0FBUyxZQUFZLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxRQUFRLEVBQUUsRUFBRSxFQUFFLE1BQU07O0lBQzVELElBQU0sUUFBUSxHQUFHLE1BQUEsTUFBQSxRQUFRLENBQUMsSUFBSSwwQ0FBRSxJQUFJLENBQUMsVUFBQyxFQUFRO1lBQU4sSUFBSSxVQUFBO1FBQU8sT0FBQSxJQUFJLEtBQUssY0FBYztJQUF2QixDQUF1QixDQUFDLDBDQUFFLEdBQUcsQ0FBQyxTQUFTLENBQUMsQ0FBQztJQUM1RixJQUFNLE9BQU8sR0FBRyxRQUFRLENBQUMsT0FBTyxLQUFJLFFBQVEsYUFBUixRQUFRLHVCQUFSLFFBQVEsQ0FBRSxLQUFLLENBQUEsQ0FBQztJQUNwRCxJQUFJLENBQUMsT0FBTyxFQUFFLENBQUM7UUFDYixPQUFPO0lBQ1QsQ0FBQztJQUVELElBQUksUUFBUSxDQUFDLElBQUksQ0FBQyxVQUFDLEVBQVE7WUFBTixJQUFJLFVBQUE7UUFBTyxPQUFBLElBQUksS0FBSyxPQUFPO0lBQWhCLENBQWdCLENBQUMsRUFBRSxDQUFDO1FBQ2xELE1BQU0sQ0FBQyxJQUFJLENBQUMsZUFBZSxFQUFFLFVBQUcsT0FBTyxrQkFBZSxDQUFDLENBQUM7SUFDMUQsQ0FBQztTQUFNLElBQUksQ0FBQyxDQUFBLE1BQUEsSUFBQSwwQkFBWSxFQUFDLE9BQU8sQ0FBQywwQ0FBRSxHQUFHLENBQUMsTUFBTSxDQUFBLEVBQUUsQ0FBQztRQUM5QyxNQUFNLENBQUMsS0FBSyxDQUFDLGVBQWUsRUFBRSxVQUFHLElBQUEsZ0JBQUssRUFBQyxPQUFPLENBQUMsNkRBQXNELElBQUEsZ0JBQUssRUFBQyxPQUFPLENBQUMsaURBQStDLEVBQUUsUUFBUSxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsRUFBRSxPQUFPLENBQUMsQ0FBQyxDQUFDLENBQUMsUUFBUSxDQUFDLENBQUM7SUFDcE4sQ0FBQztBQUNILENBQUM7QUFHRCxTQUFTLEtBQUssQ0FBQyxJQUFJO0lBQ2pCLElBQU0sR0FBRyxHQUFHLHFCQUFxQixDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsSUFBSSxJQUFJLENBQUMsVUFBRyxJQUFJLGVBQVksQ0FBQyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUM7SUFDekYsT0FBTyxHQUFHLEtBQUssU0FBUyxJQUFJLENBQUMsTUFBTSxDQUFDLEtBQUssQ0FBQyxHQUFHLENBQUMsT0FBTyxFQUFFLENBQUMsSUFBSSxHQUFHLENBQUMsV0FBVyxFQUFFLENBQUMsVUFBVSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2pHLENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzYxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
