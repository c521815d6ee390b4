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
var podSpecs = {
    Pod: "spec",
    PodTemplate: "template.spec",
    Deployment: "spec.template.spec",
    ReplicaSet: "spec.template.spec",
    ReplicationController: "spec.template.spec",
    StatefulSet: "spec.template.spec",
    DaemonSet: "spec.template.spec",
    Job: "spec.template.spec",
    CronJob: "spec.jobTemplate.spec.template.spec",
};
var podRules = {
    "host-namespaces": { broken: hostNamespaces },
};
var containerRules = {
    "run-as-non-root": { broken: runAsNonRoot },
    "no-privileged": { linux: true, broken: privileged },
    "no-privilege-escalation": { linux: true, broken: privilegeEscalation },
    "drop-all-capabilities": { linux: true, broken: capabilities },
    "read-only-root-filesystem": { linux: true, broken: readOnlyRootFilesystem },
};
function judge(evidence, settings, report) {
    var e_1, _a, e_2, _b;
    var _c, _d;
    var tally = new Map();
    var workloads = __spreadArray(__spreadArray([], __read(((_c = evidence.yaml) !== null && _c !== void 0 ? _c : [])), false), __read(((_d = evidence.json) !== null && _d !== void 0 ? _d : [])), false).flatMap(function (_a) {
        var root = _a.root;
        return workloadsOf(root);
    })
        .filter(function (_a) {
        var id = _a.id;
        return !(0, globs_js_1.matchesAny)(settings.exempt, id);
    });
    try {
        for (var workloads_1 = __values(workloads), workloads_1_1 = workloads_1.next(); !workloads_1_1.done; workloads_1_1 = workloads_1.next()) {
            var workload = workloads_1_1.value;
            apply(podRules, { workload: workload, id: workload.id, node: workload.spec, settings: settings }, report, tally);
            containersOf(workload, settings).forEach(function (container) { return apply(containerRules, container, report, tally); });
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (workloads_1_1 && !workloads_1_1.done && (_a = workloads_1.return)) _a.call(workloads_1);
        }
        finally { if (e_1) throw e_1.error; }
    }
    try {
        for (var _e = __values(__spreadArray([], __read(tally), false).sort(function (_a, _b) {
            var _c = __read(_a, 1), a = _c[0];
            var _d = __read(_b, 1), b = _d[0];
            return (a < b ? -1 : 1);
        })), _f = _e.next(); !_f.done; _f = _e.next()) {
            var _g = __read(_f.value, 2), rule = _g[0], _h = _g[1], seen = _h.seen, broken = _h.broken;
            if (broken === 0) {
                report.pass(rule, "holds in ".concat((0, texts_js_1.count)(seen, "place")));
            }
        }
    }
    catch (e_2_1) { e_2 = { error: e_2_1 }; }
    finally {
        try {
            if (_f && !_f.done && (_b = _e.return)) _b.call(_e);
        }
        finally { if (e_2) throw e_2.error; }
    }
}
function apply(rules, subject, report, tally) {
    var e_3, _a;
    var _b, _c, _d;
    try {
        for (var _e = __values(Object.entries(rules)), _f = _e.next(); !_f.done; _f = _e.next()) {
            var _g = __read(_f.value, 2), rule = _g[0], _h = _g[1], linux = _h.linux, broken = _h.broken;
            var severity = subject.settings.severity[rule];
            if (severity === "off" || (linux && subject.workload.windows)) {
                continue;
            }
            var problem = broken(subject);
            var _j = (_b = tally.get(rule)) !== null && _b !== void 0 ? _b : { seen: 0, broken: 0 }, seen = _j.seen, already = _j.broken;
            tally.set(rule, { seen: seen + 1, broken: already + (problem ? 1 : 0) });
            if (problem) {
                report[severity](rule, "".concat(subject.id, ": ").concat(problem.message), {
                    path: problem.where.path,
                    line: (_c = problem.where.keyLine) !== null && _c !== void 0 ? _c : problem.where.line,
                    column: (_d = problem.where.keyColumn) !== null && _d !== void 0 ? _d : problem.where.column,
                    identity: subject.id,
                });
            }
        }
    }
    catch (e_3_1) { e_3 = { error: e_3_1 }; }
    finally {
        try {
            if (_f && !_f.done && (_a = _e.return)) _a.call(_e);
        }
        finally { if (e_3) throw e_3.error; }
    }
}
function hostNamespaces(_a) {
    var node = _a.node;
    var shared = ["hostNetwork", "hostPID", "hostIPC"].filter(function (key) { return isTrue(node.get(key)); });
    return shared.length > 0
        ? { message: "".concat(shared.join(" and "), " let it see and reach what runs on the node. Remove it."), where: node.get(shared[0]) }
        : undefined;
}
function runAsNonRoot(container) {
    var user = inherited(container, "runAsUser");
    var flag = inherited(container, "runAsNonRoot");
    if (user && user.value !== null && Number(user.value) === 0) {
        return { message: "runAsUser is 0, which is root. Use another user id.", where: user };
    }
    return isTrue(flag) ? undefined : {
        message: "it may run as root. Set securityContext.runAsNonRoot: true on the pod or the container.",
        where: flag !== null && flag !== void 0 ? flag : placeOf(container),
    };
}
function privileged(container) {
    var flag = own(container, "privileged");
    return isTrue(flag)
        ? { message: "privileged is true, which gives it the whole node. Remove it, and add the one capability it needs.", where: flag }
        : undefined;
}
function privilegeEscalation(container) {
    var flag = own(container, "allowPrivilegeEscalation");
    return isFalse(flag) ? undefined : {
        message: "it may gain more privileges than it started with. Set securityContext.allowPrivilegeEscalation: false on the container.",
        where: flag !== null && flag !== void 0 ? flag : placeOf(container),
    };
}
function capabilities(container) {
    var drop = own(container, "capabilities.drop");
    if (!textsOf(drop).includes("ALL")) {
        return {
            message: "it keeps the default capabilities. Set securityContext.capabilities.drop: [\"ALL\"] on the container.",
            where: drop !== null && drop !== void 0 ? drop : placeOf(container),
        };
    }
    var add = own(container, "capabilities.add");
    var extra = textsOf(add).filter(function (name) { return !container.settings["allowed-capabilities"].includes(name); });
    return extra.length === 0 ? undefined : {
        message: "it adds the ".concat(extra.length === 1 ? "capability" : "capabilities", " ").concat((0, texts_js_1.short)(extra.join(", ")), ". Remove it, or list it under `allowed-capabilities`."),
        where: add,
    };
}
function readOnlyRootFilesystem(container) {
    var flag = own(container, "readOnlyRootFilesystem");
    return isTrue(flag) ? undefined : {
        message: "it can change its own programs. Set securityContext.readOnlyRootFilesystem: true on the container and mount a volume where it must write.",
        where: flag !== null && flag !== void 0 ? flag : placeOf(container),
    };
}
function workloadsOf(root) {
    var _a, _b, _c, _d, _e;
    var kind = String((_a = root.get("kind")) === null || _a === void 0 ? void 0 : _a.value);
    if (kind.endsWith("List")) {
        return root.find("items.*").flatMap(workloadsOf);
    }
    var isKnown = Object.hasOwn(podSpecs, kind) && /^(v1$|apps\/|batch\/|extensions\/)/.test((_b = root.get("apiVersion")) === null || _b === void 0 ? void 0 : _b.value);
    var spec = isKnown ? root.get(podSpecs[kind]) : undefined;
    var name = ((_c = root.get("metadata.name")) === null || _c === void 0 ? void 0 : _c.value) || ((_d = root.get("metadata.generateName")) === null || _d === void 0 ? void 0 : _d.value) || "(unnamed)";
    return spec ? [{ id: "".concat(kind, "/").concat((0, texts_js_1.short)(name)), spec: spec, windows: ((_e = spec.get("os.name")) === null || _e === void 0 ? void 0 : _e.value) === "windows" }] : [];
}
function containersOf(workload, settings) {
    return ["initContainers", "containers", "ephemeralContainers"]
        .flatMap(function (list) { return workload.spec.find("".concat(list, ".*")); })
        .map(function (node) { var _a; return ({ workload: workload, id: "".concat(workload.id, "/").concat((0, texts_js_1.short)(((_a = node.get("name")) === null || _a === void 0 ? void 0 : _a.value) || "(unnamed)")), node: node, settings: settings }); })
        .filter(function (_a) {
        var id = _a.id;
        return !(0, globs_js_1.matchesAny)(settings.exempt, id);
    });
}
function own(_a, key) {
    var node = _a.node;
    return node.get("securityContext.".concat(key));
}
function inherited(container, key) {
    var _a;
    return (_a = own(container, key)) !== null && _a !== void 0 ? _a : container.workload.spec.get("securityContext.".concat(key));
}
function placeOf(_a) {
    var _b, _c;
    var node = _a.node;
    return (_c = (_b = node.get("securityContext")) !== null && _b !== void 0 ? _b : node.get("name")) !== null && _c !== void 0 ? _c : node;
}
function isTrue(node) {
    return /^(true|yes|on|y)$/i.test(node === null || node === void 0 ? void 0 : node.value);
}
function isFalse(node) {
    return /^(false|no|off|n)$/i.test(node === null || node === void 0 ? void 0 : node.value);
}
function textsOf(list) {
    var _a;
    return ((_a = list === null || list === void 0 ? void 0 : list.items()) !== null && _a !== void 0 ? _a : []).map(function (_a) {
        var value = _a.value;
        return String(value);
    });
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/workload-security-context/policy.js"] = {}, function (name) { return modules[{"../lib/globs.js":"/policies/lib/globs.js","../lib/texts.js":"/policies/lib/texts.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzLCBpbiB0aGUgb25lIGRpYWxlY3Qgb2YgZ2xvYnMgdGhhdCBkb2NzL2NvbmZpZ3VyYXRpb24ubWQgZGVzY3JpYmVzLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEBwYXJhbSB7c3RyaW5nfSBwYXRoXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzUGF0aChnbG9iLCBwYXRoKSB7XG4gIHJldHVybiBleHBhbmQoZ2xvYikuc29tZSgob25lKSA9PiBuZXcgUmVnRXhwKGBeJHtwYXR0ZXJuKG9uZSl9JGApLnRlc3QocGF0aCkpO1xufVxuXG4vKipcbiAqIFRoZSBnbG9icyB3aXRob3V0IGJyYWNlcyB0aGF0IG9uZSBzdGFuZHMgZm9yLlxuICogQHBhcmFtIHtzdHJpbmd9IGdsb2JcbiAqIEByZXR1cm5zIHtzdHJpbmdbXX1cbiAqL1xuZnVuY3Rpb24gZXhwYW5kKGdsb2IpIHtcbiAgbGV0IHN0YXJ0ID0gLTE7XG4gIGxldCBkZXB0aCA9IDA7XG4gIGxldCBmcm9tID0gMDtcbiAgY29uc3QgcGFydHMgPSBbXTtcbiAgZm9yIChsZXQgYXQgPSAwOyBhdCA8IGdsb2IubGVuZ3RoOyBhdCsrKSB7XG4gICAgaWYgKGdsb2JbYXRdID09PSBcIltcIiAmJiBnbG9iLmluZGV4T2YoXCJdXCIsIGF0ICsgMikgPiAwKSBhdCA9IGdsb2IuaW5kZXhPZihcIl1cIiwgYXQgKyAyKTtcbiAgICBlbHNlIGlmIChnbG9iW2F0XSA9PT0gXCJ7XCIgJiYgZGVwdGgrKyA9PT0gMCkgZnJvbSA9IChzdGFydCA9IGF0KSArIDE7XG4gICAgZWxzZSBpZiAoZ2xvYlthdF0gPT09IFwiLFwiICYmIGRlcHRoID09PSAxKSBmcm9tID0gcGFydHMucHVzaChnbG9iLnNsaWNlKGZyb20sIGF0KSkgJiYgYXQgKyAxO1xuICAgIGVsc2UgaWYgKGdsb2JbYXRdID09PSBcIn1cIiAmJiAtLWRlcHRoID09PSAwKSB7XG4gICAgICBwYXJ0cy5wdXNoKGdsb2Iuc2xpY2UoZnJvbSwgYXQpKTtcbiAgICAgIHJldHVybiBwYXJ0cy5mbGF0TWFwKChwYXJ0KSA9PiBleHBhbmQoZ2xvYi5zbGljZSgwLCBzdGFydCkgKyBwYXJ0ICsgZ2xvYi5zbGljZShhdCArIDEpKSk7XG4gICAgfVxuICB9XG4gIGlmIChkZXB0aCAhPT0gMCkgdGhyb3cgbmV3IEVycm9yKGB0aGUgZ2xvYiBcIiR7Z2xvYn1cIiBoYXMgeyB3aXRob3V0IH0sIG9yIHRoZSBvdGhlciB3YXkgcm91bmRgKTtcbiAgcmV0dXJuIFtnbG9iXTtcbn1cblxuLyoqXG4gKiBBIGdsb2Igd2l0aG91dCBicmFjZXMgYXMgYSByZWd1bGFyIGV4cHJlc3Npb24uXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICovXG5mdW5jdGlvbiBwYXR0ZXJuKGdsb2IpIHtcbiAgY29uc3QgcGFydHMgPSAoZ2xvYi5lbmRzV2l0aChcIi9cIikgPyBgJHtnbG9ifSoqYCA6IGdsb2IpLnNwbGl0KFwiL1wiKTtcbiAgcmV0dXJuIHBhcnRzXG4gICAgLm1hcCgocGFydCwgaSkgPT4ge1xuICAgICAgY29uc3QgbGFzdCA9IGkgPT09IHBhcnRzLmxlbmd0aCAtIDE7XG4gICAgICBpZiAocGFydCA9PT0gXCIqKlwiKSByZXR1cm4gbGFzdCA/IFwiLitcIiA6IFwiKD86W14vXSsvKSpcIjtcbiAgICAgIHJldHVybiBuYW1lKHBhcnQpICsgKGxhc3QgPyAoL1sqP1tdLy50ZXN0KHBhcnQpID8gXCJcIiA6IFwiKD86Ly4qKT9cIikgOiBcIi9cIik7XG4gICAgfSlcbiAgICAuam9pbihcIlwiKTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBwYXJ0ICovXG5mdW5jdGlvbiBuYW1lKHBhcnQpIHtcbiAgcmV0dXJuIHBhcnQucmVwbGFjZSgvXFxbKCE/KShcXF0/W15cXF1dKilcXF18XFwqfFxcP3xbXio/W10rfFxcWy9nLCAoZm91bmQsIG5vdCwgc2V0KSA9PiB7XG4gICAgaWYgKGZvdW5kID09PSBcIipcIikgcmV0dXJuIFwiW14vXSpcIjtcbiAgICBpZiAoZm91bmQgPT09IFwiP1wiKSByZXR1cm4gXCIoPzpbXFxcXHVEODAwLVxcXFx1REJGRl1bXFxcXHVEQzAwLVxcXFx1REZGRl18W14vXSlcIjtcbiAgICByZXR1cm4gc2V0ID09PSB1bmRlZmluZWQgPyBlc2NhcGUoZm91bmQpIDogYCg/IS8pWyR7bm90ID8gXCJeXCIgOiBcIlwifSR7c2V0LnJlcGxhY2UoL1tcXFxcXFxdXltdL2csIFwiXFxcXCQmXCIpfV1gO1xuICB9KTtcbn1cblxuLyoqIEBwYXJhbSB7c3RyaW5nfSBnbG9iICovXG5mdW5jdGlvbiBlc2NhcGUoZ2xvYikge1xuICByZXR1cm4gZ2xvYi5yZXBsYWNlKC9bLiteJHt9KCl8W1xcXVxcXFw/XS9nLCBcIlxcXFwkJlwiKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOztBQU9BLDBCQUVDO0FBT0QsZ0NBRUM7QUFPRCxrQ0FFQztBQXBCRCxTQUFnQixPQUFPLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDaEMsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLE1BQU0sQ0FBQyxNQUFHLENBQUMsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUM7QUFDNUUsQ0FBQztBQU9ELFNBQWdCLFVBQVUsQ0FBQyxLQUFLLEVBQUUsSUFBSTtJQUNwQyxPQUFPLEtBQUssQ0FBQyxJQUFJLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxPQUFPLENBQUMsSUFBSSxFQUFFLElBQUksQ0FBQyxFQUFuQixDQUFtQixDQUFDLENBQUM7QUFDbkQsQ0FBQztBQU9ELFNBQWdCLFdBQVcsQ0FBQyxJQUFJLEVBQUUsSUFBSTtJQUNwQyxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sQ0FBQyxHQUFHLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxFQUExQyxDQUEwQyxDQUFDLENBQUM7QUFDaEYsQ0FBQztBQU9ELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsSUFBSSxLQUFLLEdBQUcsQ0FBQyxDQUFDLENBQUM7SUFDZixJQUFJLEtBQUssR0FBRyxDQUFDLENBQUM7SUFDZCxJQUFJLElBQUksR0FBRyxDQUFDLENBQUM7SUFDYixJQUFNLEtBQUssR0FBRyxFQUFFLENBQUM7NEJBQ1IsRUFBRTtRQUNULElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLEdBQUcsQ0FBQztZQUFFLEVBQUUsR0FBRyxJQUFJLENBQUMsT0FBTyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsQ0FBQyxDQUFDLENBQUM7YUFDakYsSUFBSSxJQUFJLENBQUMsRUFBRSxDQUFDLEtBQUssR0FBRyxJQUFJLEtBQUssRUFBRSxLQUFLLENBQUM7WUFBRSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEdBQUcsRUFBRSxDQUFDLEdBQUcsQ0FBQyxDQUFDO2FBQy9ELElBQUksSUFBSSxDQUFDLEVBQUUsQ0FBQyxLQUFLLEdBQUcsSUFBSSxLQUFLLEtBQUssQ0FBQztZQUFFLElBQUksR0FBRyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsSUFBSSxFQUFFLEVBQUUsQ0FBQyxDQUFDLElBQUksRUFBRSxHQUFHLENBQUMsQ0FBQzthQUN2RixJQUFJLElBQUksQ0FBQyxFQUFFLENBQUMsS0FBSyxHQUFHLElBQUksRUFBRSxLQUFLLEtBQUssQ0FBQyxFQUFFLENBQUM7WUFDM0MsS0FBSyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsS0FBSyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxDQUFDOzRCQUMxQixLQUFLLENBQUMsT0FBTyxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsTUFBTSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEtBQUssQ0FBQyxHQUFHLElBQUksR0FBRyxJQUFJLENBQUMsS0FBSyxDQUFDLEVBQUUsR0FBRyxDQUFDLENBQUMsQ0FBQyxFQUF4RCxDQUF3RCxDQUFDO1FBQzFGLENBQUM7bUJBUE0sRUFBRTs7O0lBQVgsS0FBSyxJQUFJLEVBQUUsR0FBRyxDQUFDLEVBQUUsRUFBRSxHQUFHLElBQUksQ0FBQyxNQUFNLEVBQUUsRUFBRSxFQUFFOzhCQUE5QixFQUFFO1FBQUYsRUFBRTs7O0tBUVY7SUFDRCxJQUFJLEtBQUssS0FBSyxDQUFDO1FBQUUsTUFBTSxJQUFJLEtBQUssQ0FBQyxxQkFBYSxJQUFJLCtDQUEyQyxDQUFDLENBQUM7SUFDL0YsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQ2hCLENBQUM7QUFNRCxTQUFTLE9BQU8sQ0FBQyxJQUFJO0lBQ25CLElBQU0sS0FBSyxHQUFHLENBQUMsSUFBSSxDQUFDLFFBQVEsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLENBQUMsVUFBRyxJQUFJLE9BQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsS0FBSyxDQUFDLEdBQUcsQ0FBQyxDQUFDO0lBQ25FLE9BQU8sS0FBSztTQUNULEdBQUcsQ0FBQyxVQUFDLElBQUksRUFBRSxDQUFDO1FBQ1gsSUFBTSxJQUFJLEdBQUcsQ0FBQyxLQUFLLEtBQUssQ0FBQyxNQUFNLEdBQUcsQ0FBQyxDQUFDO1FBQ3BDLElBQUksSUFBSSxLQUFLLElBQUk7WUFBRSxPQUFPLElBQUksQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxhQUFhLENBQUM7UUFDdEQsT0FBTyxJQUFJLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUMsQ0FBQyxVQUFVLENBQUMsQ0FBQyxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUM7SUFDNUUsQ0FBQyxDQUFDO1NBQ0QsSUFBSSxDQUFDLEVBQUUsQ0FBQyxDQUFDO0FBQ2QsQ0FBQztBQUdELFNBQVMsSUFBSSxDQUFDLElBQUk7SUFDaEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLHVDQUF1QyxFQUFFLFVBQUMsS0FBSyxFQUFFLEdBQUcsRUFBRSxHQUFHO1FBQzNFLElBQUksS0FBSyxLQUFLLEdBQUc7WUFBRSxPQUFPLE9BQU8sQ0FBQztRQUNsQyxJQUFJLEtBQUssS0FBSyxHQUFHO1lBQUUsT0FBTyw2Q0FBNkMsQ0FBQztRQUN4RSxPQUFPLEdBQUcsS0FBSyxTQUFTLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsZ0JBQVMsR0FBRyxDQUFDLENBQUMsQ0FBQyxHQUFHLENBQUMsQ0FBQyxDQUFDLEVBQUUsU0FBRyxHQUFHLENBQUMsT0FBTyxDQUFDLFdBQVcsRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDO0lBQzNHLENBQUMsQ0FBQyxDQUFDO0FBQ0wsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxJQUFJLENBQUMsT0FBTyxDQUFDLG9CQUFvQixFQUFFLE1BQU0sQ0FBQyxDQUFDO0FBQ3BELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6NjgsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo3MCwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvbGliL3RleHRzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vLyA8cmVmZXJlbmNlIHBhdGg9XCIuLi90eXBlcy9nYXRlcy5kLnRzXCIgLz5cblxuLyoqXG4gKiBDdXRzIGEgdGV4dCBmb3IgYSBtZXNzYWdlOiBtZXNzYWdlcyBoYXZlIGEgbGltaXQsIGFuZCBhIGZpbGUgbWF5IGhvbGQgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3Vua25vd259IHZhbHVlXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBzaG9ydCh2YWx1ZSkge1xuICBjb25zdCB0ZXh0ID0gU3RyaW5nKHZhbHVlKTtcbiAgcmV0dXJuIHRleHQubGVuZ3RoID4gMzAwID8gYCR7dGV4dC5zbGljZSgwLCAzMDApfeKApmAgOiB0ZXh0O1xufVxuXG4vKipcbiAqIEEgbnVtYmVyIHdpdGggaXRzIG5vdW46IGAxIHRlc3RgLCBgMyB0ZXN0c2AuXG4gKiBAcGFyYW0ge251bWJlcn0gbnVtYmVyXG4gKiBAcGFyYW0ge3N0cmluZ30gbm91blxuICogQHBhcmFtIHtzdHJpbmd9IFtwbHVyYWxdXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBjb3VudChudW1iZXIsIG5vdW4sIHBsdXJhbCA9IGAke25vdW59c2ApIHtcbiAgcmV0dXJuIGAke251bWJlcn0gJHtudW1iZXIgPT09IDEgPyBub3VuIDogcGx1cmFsfWA7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFNQSxzQkFHQztBQVFELHNCQUVDO0FBYkQsU0FBZ0IsS0FBSyxDQUFDLEtBQUs7SUFDekIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLEtBQUssQ0FBQyxDQUFDO0lBQzNCLE9BQU8sSUFBSSxDQUFDLE1BQU0sR0FBRyxHQUFHLENBQUMsQ0FBQyxDQUFDLFVBQUcsSUFBSSxDQUFDLEtBQUssQ0FBQyxDQUFDLEVBQUUsR0FBRyxDQUFDLFdBQUcsQ0FBQyxDQUFDLENBQUMsSUFBSSxDQUFDO0FBQzdELENBQUM7QUFRRCxTQUFnQixLQUFLLENBQUMsTUFBTSxFQUFFLElBQUksRUFBRSxNQUFtQjtJQUFuQix1QkFBQSxFQUFBLG1CQUFZLElBQUksTUFBRztJQUNyRCxPQUFPLFVBQUcsTUFBTSxjQUFJLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsTUFBTSxDQUFFLENBQUM7QUFDckQsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjo4MiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjg0LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy93b3JrbG9hZC1zZWN1cml0eS1jb250ZXh0L3BvbGljeS5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG4vLyBXaGF0IGEgY29udGFpbmVyIG1heSBkbyB0byBpdHMgbm9kZSBpcyB3cml0dGVuIGluIGl0cyBtYW5pZmVzdDsgd2hhdCBpcyBub3Qgd3JpdHRlbiBpcyBhbGxvd2VkLlxuXG5pbXBvcnQgeyBtYXRjaGVzQW55IH0gZnJvbSBcIi4uL2xpYi9nbG9icy5qc1wiO1xuaW1wb3J0IHsgY291bnQsIHNob3J0IH0gZnJvbSBcIi4uL2xpYi90ZXh0cy5qc1wiO1xuXG5jb25zdCBwb2RTcGVjcyA9IHtcbiAgUG9kOiBcInNwZWNcIixcbiAgUG9kVGVtcGxhdGU6IFwidGVtcGxhdGUuc3BlY1wiLFxuICBEZXBsb3ltZW50OiBcInNwZWMudGVtcGxhdGUuc3BlY1wiLFxuICBSZXBsaWNhU2V0OiBcInNwZWMudGVtcGxhdGUuc3BlY1wiLFxuICBSZXBsaWNhdGlvbkNvbnRyb2xsZXI6IFwic3BlYy50ZW1wbGF0ZS5zcGVjXCIsXG4gIFN0YXRlZnVsU2V0OiBcInNwZWMudGVtcGxhdGUuc3BlY1wiLFxuICBEYWVtb25TZXQ6IFwic3BlYy50ZW1wbGF0ZS5zcGVjXCIsXG4gIEpvYjogXCJzcGVjLnRlbXBsYXRlLnNwZWNcIixcbiAgQ3JvbkpvYjogXCJzcGVjLmpvYlRlbXBsYXRlLnNwZWMudGVtcGxhdGUuc3BlY1wiLFxufTtcblxuLyoqIEVhY2ggcnVsZSByZXR1cm5zIHdoYXQgaXMgd3Jvbmcgd2l0aCBhIHBvZCBvciBjb250YWluZXIsIG9yIHVuZGVmaW5lZC4gYGxpbnV4YCBydWxlcyBtZWFuIG5vdGhpbmcgdG8gV2luZG93cyBwb2RzLiAqL1xuY29uc3QgcG9kUnVsZXMgPSB7XG4gIFwiaG9zdC1uYW1lc3BhY2VzXCI6IHsgYnJva2VuOiBob3N0TmFtZXNwYWNlcyB9LFxufTtcblxuY29uc3QgY29udGFpbmVyUnVsZXMgPSB7XG4gIFwicnVuLWFzLW5vbi1yb290XCI6IHsgYnJva2VuOiBydW5Bc05vblJvb3QgfSxcbiAgXCJuby1wcml2aWxlZ2VkXCI6IHsgbGludXg6IHRydWUsIGJyb2tlbjogcHJpdmlsZWdlZCB9LFxuICBcIm5vLXByaXZpbGVnZS1lc2NhbGF0aW9uXCI6IHsgbGludXg6IHRydWUsIGJyb2tlbjogcHJpdmlsZWdlRXNjYWxhdGlvbiB9LFxuICBcImRyb3AtYWxsLWNhcGFiaWxpdGllc1wiOiB7IGxpbnV4OiB0cnVlLCBicm9rZW46IGNhcGFiaWxpdGllcyB9LFxuICBcInJlYWQtb25seS1yb290LWZpbGVzeXN0ZW1cIjogeyBsaW51eDogdHJ1ZSwgYnJva2VuOiByZWFkT25seVJvb3RGaWxlc3lzdGVtIH0sXG59O1xuXG4vKiogQHR5cGUge0p1ZGdlfSAqL1xuZXhwb3J0IGZ1bmN0aW9uIGp1ZGdlKGV2aWRlbmNlLCBzZXR0aW5ncywgcmVwb3J0KSB7XG4gIGNvbnN0IHRhbGx5ID0gbmV3IE1hcCgpO1xuICBjb25zdCB3b3JrbG9hZHMgPSBbLi4uKGV2aWRlbmNlLnlhbWwgPz8gW10pLCAuLi4oZXZpZGVuY2UuanNvbiA/PyBbXSldXG4gICAgLmZsYXRNYXAoKHsgcm9vdCB9KSA9PiB3b3JrbG9hZHNPZihyb290KSlcbiAgICAuZmlsdGVyKCh7IGlkIH0pID0+ICFtYXRjaGVzQW55KHNldHRpbmdzLmV4ZW1wdCwgaWQpKTtcblxuICBmb3IgKGNvbnN0IHdvcmtsb2FkIG9mIHdvcmtsb2Fkcykge1xuICAgIGFwcGx5KHBvZFJ1bGVzLCB7IHdvcmtsb2FkLCBpZDogd29ya2xvYWQuaWQsIG5vZGU6IHdvcmtsb2FkLnNwZWMsIHNldHRpbmdzIH0sIHJlcG9ydCwgdGFsbHkpO1xuICAgIGNvbnRhaW5lcnNPZih3b3JrbG9hZCwgc2V0dGluZ3MpLmZvckVhY2goKGNvbnRhaW5lcikgPT4gYXBwbHkoY29udGFpbmVyUnVsZXMsIGNvbnRhaW5lciwgcmVwb3J0LCB0YWxseSkpO1xuICB9XG5cbiAgZm9yIChjb25zdCBbcnVsZSwgeyBzZWVuLCBicm9rZW4gfV0gb2YgWy4uLnRhbGx5XS5zb3J0KChbYV0sIFtiXSkgPT4gKGEgPCBiID8gLTEgOiAxKSkpIHtcbiAgICBpZiAoYnJva2VuID09PSAwKSB7XG4gICAgICByZXBvcnQucGFzcyhydWxlLCBgaG9sZHMgaW4gJHtjb3VudChzZWVuLCBcInBsYWNlXCIpfWApO1xuICAgIH1cbiAgfVxufVxuXG5mdW5jdGlvbiBhcHBseShydWxlcywgc3ViamVjdCwgcmVwb3J0LCB0YWxseSkge1xuICBmb3IgKGNvbnN0IFtydWxlLCB7IGxpbnV4LCBicm9rZW4gfV0gb2YgT2JqZWN0LmVudHJpZXMocnVsZXMpKSB7XG4gICAgY29uc3Qgc2V2ZXJpdHkgPSBzdWJqZWN0LnNldHRpbmdzLnNldmVyaXR5W3J1bGVdO1xuICAgIGlmIChzZXZlcml0eSA9PT0gXCJvZmZcIiB8fCAobGludXggJiYgc3ViamVjdC53b3JrbG9hZC53aW5kb3dzKSkge1xuICAgICAgY29udGludWU7XG4gICAgfVxuXG4gICAgY29uc3QgcHJvYmxlbSA9IGJyb2tlbihzdWJqZWN0KTtcbiAgICBjb25zdCB7IHNlZW4sIGJyb2tlbjogYWxyZWFkeSB9ID0gdGFsbHkuZ2V0KHJ1bGUpID8/IHsgc2VlbjogMCwgYnJva2VuOiAwIH07XG4gICAgdGFsbHkuc2V0KHJ1bGUsIHsgc2Vlbjogc2VlbiArIDEsIGJyb2tlbjogYWxyZWFkeSArIChwcm9ibGVtID8gMSA6IDApIH0pO1xuICAgIGlmIChwcm9ibGVtKSB7XG4gICAgICByZXBvcnRbc2V2ZXJpdHldKHJ1bGUsIGAke3N1YmplY3QuaWR9OiAke3Byb2JsZW0ubWVzc2FnZX1gLCB7XG4gICAgICAgIHBhdGg6IHByb2JsZW0ud2hlcmUucGF0aCxcbiAgICAgICAgbGluZTogcHJvYmxlbS53aGVyZS5rZXlMaW5lID8/IHByb2JsZW0ud2hlcmUubGluZSxcbiAgICAgICAgY29sdW1uOiBwcm9ibGVtLndoZXJlLmtleUNvbHVtbiA/PyBwcm9ibGVtLndoZXJlLmNvbHVtbixcbiAgICAgICAgaWRlbnRpdHk6IHN1YmplY3QuaWQsXG4gICAgICB9KTtcbiAgICB9XG4gIH1cbn1cblxuZnVuY3Rpb24gaG9zdE5hbWVzcGFjZXMoeyBub2RlIH0pIHtcbiAgY29uc3Qgc2hhcmVkID0gW1wiaG9zdE5ldHdvcmtcIiwgXCJob3N0UElEXCIsIFwiaG9zdElQQ1wiXS5maWx0ZXIoKGtleSkgPT4gaXNUcnVlKG5vZGUuZ2V0KGtleSkpKTtcbiAgcmV0dXJuIHNoYXJlZC5sZW5ndGggPiAwXG4gICAgPyB7IG1lc3NhZ2U6IGAke3NoYXJlZC5qb2luKFwiIGFuZCBcIil9IGxldCBpdCBzZWUgYW5kIHJlYWNoIHdoYXQgcnVucyBvbiB0aGUgbm9kZS4gUmVtb3ZlIGl0LmAsIHdoZXJlOiBub2RlLmdldChzaGFyZWRbMF0pIH1cbiAgICA6IHVuZGVmaW5lZDtcbn1cblxuZnVuY3Rpb24gcnVuQXNOb25Sb290KGNvbnRhaW5lcikge1xuICBjb25zdCB1c2VyID0gaW5oZXJpdGVkKGNvbnRhaW5lciwgXCJydW5Bc1VzZXJcIik7XG4gIGNvbnN0IGZsYWcgPSBpbmhlcml0ZWQoY29udGFpbmVyLCBcInJ1bkFzTm9uUm9vdFwiKTtcbiAgaWYgKHVzZXIgJiYgdXNlci52YWx1ZSAhPT0gbnVsbCAmJiBOdW1iZXIodXNlci52YWx1ZSkgPT09IDApIHtcbiAgICByZXR1cm4geyBtZXNzYWdlOiBcInJ1bkFzVXNlciBpcyAwLCB3aGljaCBpcyByb290LiBVc2UgYW5vdGhlciB1c2VyIGlkLlwiLCB3aGVyZTogdXNlciB9O1xuICB9XG5cbiAgcmV0dXJuIGlzVHJ1ZShmbGFnKSA/IHVuZGVmaW5lZCA6IHtcbiAgICBtZXNzYWdlOiBcIml0IG1heSBydW4gYXMgcm9vdC4gU2V0IHNlY3VyaXR5Q29udGV4dC5ydW5Bc05vblJvb3Q6IHRydWUgb24gdGhlIHBvZCBvciB0aGUgY29udGFpbmVyLlwiLFxuICAgIHdoZXJlOiBmbGFnID8/IHBsYWNlT2YoY29udGFpbmVyKSxcbiAgfTtcbn1cblxuZnVuY3Rpb24gcHJpdmlsZWdlZChjb250YWluZXIpIHtcbiAgY29uc3QgZmxhZyA9IG93bihjb250YWluZXIsIFwicHJpdmlsZWdlZFwiKTtcbiAgcmV0dXJuIGlzVHJ1ZShmbGFnKVxuICAgID8geyBtZXNzYWdlOiBcInByaXZpbGVnZWQgaXMgdHJ1ZSwgd2hpY2ggZ2l2ZXMgaXQgdGhlIHdob2xlIG5vZGUuIFJlbW92ZSBpdCwgYW5kIGFkZCB0aGUgb25lIGNhcGFiaWxpdHkgaXQgbmVlZHMuXCIsIHdoZXJlOiBmbGFnIH1cbiAgICA6IHVuZGVmaW5lZDtcbn1cblxuZnVuY3Rpb24gcHJpdmlsZWdlRXNjYWxhdGlvbihjb250YWluZXIpIHtcbiAgY29uc3QgZmxhZyA9IG93bihjb250YWluZXIsIFwiYWxsb3dQcml2aWxlZ2VFc2NhbGF0aW9uXCIpO1xuICByZXR1cm4gaXNGYWxzZShmbGFnKSA/IHVuZGVmaW5lZCA6IHtcbiAgICBtZXNzYWdlOiBcIml0IG1heSBnYWluIG1vcmUgcHJpdmlsZWdlcyB0aGFuIGl0IHN0YXJ0ZWQgd2l0aC4gU2V0IHNlY3VyaXR5Q29udGV4dC5hbGxvd1ByaXZpbGVnZUVzY2FsYXRpb246IGZhbHNlIG9uIHRoZSBjb250YWluZXIuXCIsXG4gICAgd2hlcmU6IGZsYWcgPz8gcGxhY2VPZihjb250YWluZXIpLFxuICB9O1xufVxuXG5mdW5jdGlvbiBjYXBhYmlsaXRpZXMoY29udGFpbmVyKSB7XG4gIGNvbnN0IGRyb3AgPSBvd24oY29udGFpbmVyLCBcImNhcGFiaWxpdGllcy5kcm9wXCIpO1xuICBpZiAoIXRleHRzT2YoZHJvcCkuaW5jbHVkZXMoXCJBTExcIikpIHtcbiAgICByZXR1cm4ge1xuICAgICAgbWVzc2FnZTogXCJpdCBrZWVwcyB0aGUgZGVmYXVsdCBjYXBhYmlsaXRpZXMuIFNldCBzZWN1cml0eUNvbnRleHQuY2FwYWJpbGl0aWVzLmRyb3A6IFtcXFwiQUxMXFxcIl0gb24gdGhlIGNvbnRhaW5lci5cIixcbiAgICAgIHdoZXJlOiBkcm9wID8/IHBsYWNlT2YoY29udGFpbmVyKSxcbiAgICB9O1xuICB9XG5cbiAgY29uc3QgYWRkID0gb3duKGNvbnRhaW5lciwgXCJjYXBhYmlsaXRpZXMuYWRkXCIpO1xuICBjb25zdCBleHRyYSA9IHRleHRzT2YoYWRkKS5maWx0ZXIoKG5hbWUpID0+ICFjb250YWluZXIuc2V0dGluZ3NbXCJhbGxvd2VkLWNhcGFiaWxpdGllc1wiXS5pbmNsdWRlcyhuYW1lKSk7XG4gIHJldHVybiBleHRyYS5sZW5ndGggPT09IDAgPyB1bmRlZmluZWQgOiB7XG4gICAgbWVzc2FnZTogYGl0IGFkZHMgdGhlICR7ZXh0cmEubGVuZ3RoID09PSAxID8gXCJjYXBhYmlsaXR5XCIgOiBcImNhcGFiaWxpdGllc1wifSAke3Nob3J0KGV4dHJhLmpvaW4oXCIsIFwiKSl9LiBSZW1vdmUgaXQsIG9yIGxpc3QgaXQgdW5kZXIgXFxgYWxsb3dlZC1jYXBhYmlsaXRpZXNcXGAuYCxcbiAgICB3aGVyZTogYWRkLFxuICB9O1xufVxuXG5mdW5jdGlvbiByZWFkT25seVJvb3RGaWxlc3lzdGVtKGNvbnRhaW5lcikge1xuICBjb25zdCBmbGFnID0gb3duKGNvbnRhaW5lciwgXCJyZWFkT25seVJvb3RGaWxlc3lzdGVtXCIpO1xuICByZXR1cm4gaXNUcnVlKGZsYWcpID8gdW5kZWZpbmVkIDoge1xuICAgIG1lc3NhZ2U6IFwiaXQgY2FuIGNoYW5nZSBpdHMgb3duIHByb2dyYW1zLiBTZXQgc2VjdXJpdHlDb250ZXh0LnJlYWRPbmx5Um9vdEZpbGVzeXN0ZW06IHRydWUgb24gdGhlIGNvbnRhaW5lciBhbmQgbW91bnQgYSB2b2x1bWUgd2hlcmUgaXQgbXVzdCB3cml0ZS5cIixcbiAgICB3aGVyZTogZmxhZyA/PyBwbGFjZU9mKGNvbnRhaW5lciksXG4gIH07XG59XG5cbi8qKlxuICogVGhlIHdvcmtsb2FkcyBvZiBhIG1hbmlmZXN0OyBhIGBMaXN0YCBvciBgUG9kTGlzdGAgaG9sZHMgc2V2ZXJhbC5cbiAqIEBwYXJhbSB7R2F0ZU5vZGV9IHJvb3RcbiAqL1xuZnVuY3Rpb24gd29ya2xvYWRzT2Yocm9vdCkge1xuICBjb25zdCBraW5kID0gU3RyaW5nKHJvb3QuZ2V0KFwia2luZFwiKT8udmFsdWUpO1xuICBpZiAoa2luZC5lbmRzV2l0aChcIkxpc3RcIikpIHtcbiAgICByZXR1cm4gcm9vdC5maW5kKFwiaXRlbXMuKlwiKS5mbGF0TWFwKHdvcmtsb2Fkc09mKTtcbiAgfVxuXG4gIGNvbnN0IGlzS25vd24gPSBPYmplY3QuaGFzT3duKHBvZFNwZWNzLCBraW5kKSAmJiAvXih2MSR8YXBwc1xcL3xiYXRjaFxcL3xleHRlbnNpb25zXFwvKS8udGVzdChyb290LmdldChcImFwaVZlcnNpb25cIik/LnZhbHVlKTtcbiAgY29uc3Qgc3BlYyA9IGlzS25vd24gPyByb290LmdldChwb2RTcGVjc1traW5kXSkgOiB1bmRlZmluZWQ7XG4gIGNvbnN0IG5hbWUgPSByb290LmdldChcIm1ldGFkYXRhLm5hbWVcIik/LnZhbHVlIHx8IHJvb3QuZ2V0KFwibWV0YWRhdGEuZ2VuZXJhdGVOYW1lXCIpPy52YWx1ZSB8fCBcIih1bm5hbWVkKVwiO1xuICByZXR1cm4gc3BlYyA/IFt7IGlkOiBgJHtraW5kfS8ke3Nob3J0KG5hbWUpfWAsIHNwZWMsIHdpbmRvd3M6IHNwZWMuZ2V0KFwib3MubmFtZVwiKT8udmFsdWUgPT09IFwid2luZG93c1wiIH1dIDogW107XG59XG5cbmZ1bmN0aW9uIGNvbnRhaW5lcnNPZih3b3JrbG9hZCwgc2V0dGluZ3MpIHtcbiAgcmV0dXJuIFtcImluaXRDb250YWluZXJzXCIsIFwiY29udGFpbmVyc1wiLCBcImVwaGVtZXJhbENvbnRhaW5lcnNcIl1cbiAgICAuZmxhdE1hcCgobGlzdCkgPT4gd29ya2xvYWQuc3BlYy5maW5kKGAke2xpc3R9LipgKSlcbiAgICAubWFwKChub2RlKSA9PiAoeyB3b3JrbG9hZCwgaWQ6IGAke3dvcmtsb2FkLmlkfS8ke3Nob3J0KG5vZGUuZ2V0KFwibmFtZVwiKT8udmFsdWUgfHwgXCIodW5uYW1lZClcIil9YCwgbm9kZSwgc2V0dGluZ3MgfSkpXG4gICAgLmZpbHRlcigoeyBpZCB9KSA9PiAhbWF0Y2hlc0FueShzZXR0aW5ncy5leGVtcHQsIGlkKSk7XG59XG5cbi8qKiBBIGZpZWxkIG9mIHRoZSBjb250YWluZXIncyBvd24gc2VjdXJpdHkgY29udGV4dC4gKi9cbmZ1bmN0aW9uIG93bih7IG5vZGUgfSwga2V5KSB7XG4gIHJldHVybiBub2RlLmdldChgc2VjdXJpdHlDb250ZXh0LiR7a2V5fWApO1xufVxuXG4vKiogQSBmaWVsZCB0aGF0IGEgY29udGFpbmVyIHRha2VzIGZyb20gaXRzIHBvZCB3aGVuIGl0IGRvZXMgbm90IHNldCBpdCBpdHNlbGYuICovXG5mdW5jdGlvbiBpbmhlcml0ZWQoY29udGFpbmVyLCBrZXkpIHtcbiAgcmV0dXJuIG93bihjb250YWluZXIsIGtleSkgPz8gY29udGFpbmVyLndvcmtsb2FkLnNwZWMuZ2V0KGBzZWN1cml0eUNvbnRleHQuJHtrZXl9YCk7XG59XG5cbi8qKiBXaGVyZSB0byBzYXkgdGhhdCBzb21ldGhpbmcgaXMgbWlzc2luZy4gKi9cbmZ1bmN0aW9uIHBsYWNlT2YoeyBub2RlIH0pIHtcbiAgcmV0dXJuIG5vZGUuZ2V0KFwic2VjdXJpdHlDb250ZXh0XCIpID8/IG5vZGUuZ2V0KFwibmFtZVwiKSA/PyBub2RlO1xufVxuXG4vKiogS3ViZXJuZXRlcyBzdGlsbCByZWFkcyB0aGUgd29yZHMgb2YgWUFNTCAxLjEsIHdoaWNoIG5ld2VyIHJlYWRlcnMgdGFrZSBmb3IgdGV4dC4gKi9cbmZ1bmN0aW9uIGlzVHJ1ZShub2RlKSB7XG4gIHJldHVybiAvXih0cnVlfHllc3xvbnx5KSQvaS50ZXN0KG5vZGU/LnZhbHVlKTtcbn1cblxuZnVuY3Rpb24gaXNGYWxzZShub2RlKSB7XG4gIHJldHVybiAvXihmYWxzZXxub3xvZmZ8bikkL2kudGVzdChub2RlPy52YWx1ZSk7XG59XG5cbmZ1bmN0aW9uIHRleHRzT2YobGlzdCkge1xuICByZXR1cm4gKGxpc3Q/Lml0ZW1zKCkgPz8gW10pLm1hcCgoeyB2YWx1ZSB9KSA9PiBTdHJpbmcodmFsdWUpKTtcbn1cbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQWdDQSxzQkFnQkM7QUE3Q0QsNENBQTZDO0FBQzdDLDRDQUErQztBQUUvQyxJQUFNLFFBQVEsR0FBRztJQUNmLEdBQUcsRUFBRSxNQUFNO0lBQ1gsV0FBVyxFQUFFLGVBQWU7SUFDNUIsVUFBVSxFQUFFLG9CQUFvQjtJQUNoQyxVQUFVLEVBQUUsb0JBQW9CO0lBQ2hDLHFCQUFxQixFQUFFLG9CQUFvQjtJQUMzQyxXQUFXLEVBQUUsb0JBQW9CO0lBQ2pDLFNBQVMsRUFBRSxvQkFBb0I7SUFDL0IsR0FBRyxFQUFFLG9CQUFvQjtJQUN6QixPQUFPLEVBQUUscUNBQXFDO0NBQy9DLENBQUM7QUFHRixJQUFNLFFBQVEsR0FBRztJQUNmLGlCQUFpQixFQUFFLEVBQUUsTUFBTSxFQUFFLGNBQWMsRUFBRTtDQUM5QyxDQUFDO0FBRUYsSUFBTSxjQUFjLEdBQUc7SUFDckIsaUJBQWlCLEVBQUUsRUFBRSxNQUFNLEVBQUUsWUFBWSxFQUFFO0lBQzNDLGVBQWUsRUFBRSxFQUFFLEtBQUssRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLFVBQVUsRUFBRTtJQUNwRCx5QkFBeUIsRUFBRSxFQUFFLEtBQUssRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLG1CQUFtQixFQUFFO0lBQ3ZFLHVCQUF1QixFQUFFLEVBQUUsS0FBSyxFQUFFLElBQUksRUFBRSxNQUFNLEVBQUUsWUFBWSxFQUFFO0lBQzlELDJCQUEyQixFQUFFLEVBQUUsS0FBSyxFQUFFLElBQUksRUFBRSxNQUFNLEVBQUUsc0JBQXNCLEVBQUU7Q0FDN0UsQ0FBQztBQUdGLFNBQWdCLEtBQUssQ0FBQyxRQUFRLEVBQUUsUUFBUSxFQUFFLE1BQU07OztJQUM5QyxJQUFNLEtBQUssR0FBRyxJQUFJLEdBQUcsRUFBRSxDQUFDO0lBQ3hCLElBQU0sU0FBUyxHQUFHLHVDQUFJLENBQUMsTUFBQSxRQUFRLENBQUMsSUFBSSxtQ0FBSSxFQUFFLENBQUMsa0JBQUssQ0FBQyxNQUFBLFFBQVEsQ0FBQyxJQUFJLG1DQUFJLEVBQUUsQ0FBQyxVQUNsRSxPQUFPLENBQUMsVUFBQyxFQUFRO1lBQU4sSUFBSSxVQUFBO1FBQU8sT0FBQSxXQUFXLENBQUMsSUFBSSxDQUFDO0lBQWpCLENBQWlCLENBQUM7U0FDeEMsTUFBTSxDQUFDLFVBQUMsRUFBTTtZQUFKLEVBQUUsUUFBQTtRQUFPLE9BQUEsQ0FBQyxJQUFBLHFCQUFVLEVBQUMsUUFBUSxDQUFDLE1BQU0sRUFBRSxFQUFFLENBQUM7SUFBaEMsQ0FBZ0MsQ0FBQyxDQUFDOztRQUV4RCxLQUF1QixJQUFBLGNBQUEsU0FBQSxTQUFTLENBQUEsb0NBQUEsMkRBQUUsQ0FBQztZQUE5QixJQUFNLFFBQVEsc0JBQUE7WUFDakIsS0FBSyxDQUFDLFFBQVEsRUFBRSxFQUFFLFFBQVEsVUFBQSxFQUFFLEVBQUUsRUFBRSxRQUFRLENBQUMsRUFBRSxFQUFFLElBQUksRUFBRSxRQUFRLENBQUMsSUFBSSxFQUFFLFFBQVEsVUFBQSxFQUFFLEVBQUUsTUFBTSxFQUFFLEtBQUssQ0FBQyxDQUFDO1lBQzdGLFlBQVksQ0FBQyxRQUFRLEVBQUUsUUFBUSxDQUFDLENBQUMsT0FBTyxDQUFDLFVBQUMsU0FBUyxJQUFLLE9BQUEsS0FBSyxDQUFDLGNBQWMsRUFBRSxTQUFTLEVBQUUsTUFBTSxFQUFFLEtBQUssQ0FBQyxFQUEvQyxDQUErQyxDQUFDLENBQUM7UUFDM0csQ0FBQzs7Ozs7Ozs7OztRQUVELEtBQXVDLElBQUEsS0FBQSxTQUFBLHlCQUFJLEtBQUssVUFBRSxJQUFJLENBQUMsVUFBQyxFQUFHLEVBQUUsRUFBRztnQkFBUixLQUFBLGFBQUcsRUFBRixDQUFDLFFBQUE7Z0JBQUcsS0FBQSxhQUFHLEVBQUYsQ0FBQyxRQUFBO1lBQU0sT0FBQSxDQUFDLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUM7UUFBaEIsQ0FBZ0IsQ0FBQyxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBOUUsSUFBQSxLQUFBLG1CQUF3QixFQUF2QixJQUFJLFFBQUEsRUFBRSxVQUFnQixFQUFkLElBQUksVUFBQSxFQUFFLE1BQU0sWUFBQTtZQUM5QixJQUFJLE1BQU0sS0FBSyxDQUFDLEVBQUUsQ0FBQztnQkFDakIsTUFBTSxDQUFDLElBQUksQ0FBQyxJQUFJLEVBQUUsbUJBQVksSUFBQSxnQkFBSyxFQUFDLElBQUksRUFBRSxPQUFPLENBQUMsQ0FBRSxDQUFDLENBQUM7WUFDeEQsQ0FBQztRQUNILENBQUM7Ozs7Ozs7OztBQUNILENBQUM7QUFFRCxTQUFTLEtBQUssQ0FBQyxLQUFLLEVBQUUsT0FBTyxFQUFFLE1BQU0sRUFBRSxLQUFLOzs7O1FBQzFDLEtBQXdDLElBQUEsS0FBQSxTQUFBLE1BQU0sQ0FBQyxPQUFPLENBQUMsS0FBSyxDQUFDLENBQUEsZ0JBQUEsNEJBQUUsQ0FBQztZQUFyRCxJQUFBLEtBQUEsbUJBQXlCLEVBQXhCLElBQUksUUFBQSxFQUFFLFVBQWlCLEVBQWYsS0FBSyxXQUFBLEVBQUUsTUFBTSxZQUFBO1lBQy9CLElBQU0sUUFBUSxHQUFHLE9BQU8sQ0FBQyxRQUFRLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxDQUFDO1lBQ2pELElBQUksUUFBUSxLQUFLLEtBQUssSUFBSSxDQUFDLEtBQUssSUFBSSxPQUFPLENBQUMsUUFBUSxDQUFDLE9BQU8sQ0FBQyxFQUFFLENBQUM7Z0JBQzlELFNBQVM7WUFDWCxDQUFDO1lBRUQsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLE9BQU8sQ0FBQyxDQUFDO1lBQzFCLElBQUEsS0FBNEIsTUFBQSxLQUFLLENBQUMsR0FBRyxDQUFDLElBQUksQ0FBQyxtQ0FBSSxFQUFFLElBQUksRUFBRSxDQUFDLEVBQUUsTUFBTSxFQUFFLENBQUMsRUFBRSxFQUFuRSxJQUFJLFVBQUEsRUFBVSxPQUFPLFlBQThDLENBQUM7WUFDNUUsS0FBSyxDQUFDLEdBQUcsQ0FBQyxJQUFJLEVBQUUsRUFBRSxJQUFJLEVBQUUsSUFBSSxHQUFHLENBQUMsRUFBRSxNQUFNLEVBQUUsT0FBTyxHQUFHLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxFQUFFLENBQUMsQ0FBQztZQUN6RSxJQUFJLE9BQU8sRUFBRSxDQUFDO2dCQUNaLE1BQU0sQ0FBQyxRQUFRLENBQUMsQ0FBQyxJQUFJLEVBQUUsVUFBRyxPQUFPLENBQUMsRUFBRSxlQUFLLE9BQU8sQ0FBQyxPQUFPLENBQUUsRUFBRTtvQkFDMUQsSUFBSSxFQUFFLE9BQU8sQ0FBQyxLQUFLLENBQUMsSUFBSTtvQkFDeEIsSUFBSSxFQUFFLE1BQUEsT0FBTyxDQUFDLEtBQUssQ0FBQyxPQUFPLG1DQUFJLE9BQU8sQ0FBQyxLQUFLLENBQUMsSUFBSTtvQkFDakQsTUFBTSxFQUFFLE1BQUEsT0FBTyxDQUFDLEtBQUssQ0FBQyxTQUFTLG1DQUFJLE9BQU8sQ0FBQyxLQUFLLENBQUMsTUFBTTtvQkFDdkQsUUFBUSxFQUFFLE9BQU8sQ0FBQyxFQUFFO2lCQUNyQixDQUFDLENBQUM7WUFDTCxDQUFDO1FBQ0gsQ0FBQzs7Ozs7Ozs7O0FBQ0gsQ0FBQztBQUVELFNBQVMsY0FBYyxDQUFDLEVBQVE7UUFBTixJQUFJLFVBQUE7SUFDNUIsSUFBTSxNQUFNLEdBQUcsQ0FBQyxhQUFhLEVBQUUsU0FBUyxFQUFFLFNBQVMsQ0FBQyxDQUFDLE1BQU0sQ0FBQyxVQUFDLEdBQUcsSUFBSyxPQUFBLE1BQU0sQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQyxDQUFDLEVBQXJCLENBQXFCLENBQUMsQ0FBQztJQUM1RixPQUFPLE1BQU0sQ0FBQyxNQUFNLEdBQUcsQ0FBQztRQUN0QixDQUFDLENBQUMsRUFBRSxPQUFPLEVBQUUsVUFBRyxNQUFNLENBQUMsSUFBSSxDQUFDLE9BQU8sQ0FBQyw0REFBeUQsRUFBRSxLQUFLLEVBQUUsSUFBSSxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRTtRQUMzSCxDQUFDLENBQUMsU0FBUyxDQUFDO0FBQ2hCLENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxTQUFTO0lBQzdCLElBQU0sSUFBSSxHQUFHLFNBQVMsQ0FBQyxTQUFTLEVBQUUsV0FBVyxDQUFDLENBQUM7SUFDL0MsSUFBTSxJQUFJLEdBQUcsU0FBUyxDQUFDLFNBQVMsRUFBRSxjQUFjLENBQUMsQ0FBQztJQUNsRCxJQUFJLElBQUksSUFBSSxJQUFJLENBQUMsS0FBSyxLQUFLLElBQUksSUFBSSxNQUFNLENBQUMsSUFBSSxDQUFDLEtBQUssQ0FBQyxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQzVELE9BQU8sRUFBRSxPQUFPLEVBQUUscURBQXFELEVBQUUsS0FBSyxFQUFFLElBQUksRUFBRSxDQUFDO0lBQ3pGLENBQUM7SUFFRCxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQztRQUNoQyxPQUFPLEVBQUUseUZBQXlGO1FBQ2xHLEtBQUssRUFBRSxJQUFJLGFBQUosSUFBSSxjQUFKLElBQUksR0FBSSxPQUFPLENBQUMsU0FBUyxDQUFDO0tBQ2xDLENBQUM7QUFDSixDQUFDO0FBRUQsU0FBUyxVQUFVLENBQUMsU0FBUztJQUMzQixJQUFNLElBQUksR0FBRyxHQUFHLENBQUMsU0FBUyxFQUFFLFlBQVksQ0FBQyxDQUFDO0lBQzFDLE9BQU8sTUFBTSxDQUFDLElBQUksQ0FBQztRQUNqQixDQUFDLENBQUMsRUFBRSxPQUFPLEVBQUUsb0dBQW9HLEVBQUUsS0FBSyxFQUFFLElBQUksRUFBRTtRQUNoSSxDQUFDLENBQUMsU0FBUyxDQUFDO0FBQ2hCLENBQUM7QUFFRCxTQUFTLG1CQUFtQixDQUFDLFNBQVM7SUFDcEMsSUFBTSxJQUFJLEdBQUcsR0FBRyxDQUFDLFNBQVMsRUFBRSwwQkFBMEIsQ0FBQyxDQUFDO0lBQ3hELE9BQU8sT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDO1FBQ2pDLE9BQU8sRUFBRSx5SEFBeUg7UUFDbEksS0FBSyxFQUFFLElBQUksYUFBSixJQUFJLGNBQUosSUFBSSxHQUFJLE9BQU8sQ0FBQyxTQUFTLENBQUM7S0FDbEMsQ0FBQztBQUNKLENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxTQUFTO0lBQzdCLElBQU0sSUFBSSxHQUFHLEdBQUcsQ0FBQyxTQUFTLEVBQUUsbUJBQW1CLENBQUMsQ0FBQztJQUNqRCxJQUFJLENBQUMsT0FBTyxDQUFDLElBQUksQ0FBQyxDQUFDLFFBQVEsQ0FBQyxLQUFLLENBQUMsRUFBRSxDQUFDO1FBQ25DLE9BQU87WUFDTCxPQUFPLEVBQUUsdUdBQXVHO1lBQ2hILEtBQUssRUFBRSxJQUFJLGFBQUosSUFBSSxjQUFKLElBQUksR0FBSSxPQUFPLENBQUMsU0FBUyxDQUFDO1NBQ2xDLENBQUM7SUFDSixDQUFDO0lBRUQsSUFBTSxHQUFHLEdBQUcsR0FBRyxDQUFDLFNBQVMsRUFBRSxrQkFBa0IsQ0FBQyxDQUFDO0lBQy9DLElBQU0sS0FBSyxHQUFHLE9BQU8sQ0FBQyxHQUFHLENBQUMsQ0FBQyxNQUFNLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxDQUFDLFNBQVMsQ0FBQyxRQUFRLENBQUMsc0JBQXNCLENBQUMsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLEVBQTFELENBQTBELENBQUMsQ0FBQztJQUN4RyxPQUFPLEtBQUssQ0FBQyxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDO1FBQ3RDLE9BQU8sRUFBRSxzQkFBZSxLQUFLLENBQUMsTUFBTSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsWUFBWSxDQUFDLENBQUMsQ0FBQyxjQUFjLGNBQUksSUFBQSxnQkFBSyxFQUFDLEtBQUssQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLENBQUMsMERBQXlEO1FBQzlKLEtBQUssRUFBRSxHQUFHO0tBQ1gsQ0FBQztBQUNKLENBQUM7QUFFRCxTQUFTLHNCQUFzQixDQUFDLFNBQVM7SUFDdkMsSUFBTSxJQUFJLEdBQUcsR0FBRyxDQUFDLFNBQVMsRUFBRSx3QkFBd0IsQ0FBQyxDQUFDO0lBQ3RELE9BQU8sTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUMsQ0FBQyxDQUFDO1FBQ2hDLE9BQU8sRUFBRSwySUFBMkk7UUFDcEosS0FBSyxFQUFFLElBQUksYUFBSixJQUFJLGNBQUosSUFBSSxHQUFJLE9BQU8sQ0FBQyxTQUFTLENBQUM7S0FDbEMsQ0FBQztBQUNKLENBQUM7QUFNRCxTQUFTLFdBQVcsQ0FBQyxJQUFJOztJQUN2QixJQUFNLElBQUksR0FBRyxNQUFNLENBQUMsTUFBQSxJQUFJLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQywwQ0FBRSxLQUFLLENBQUMsQ0FBQztJQUM3QyxJQUFJLElBQUksQ0FBQyxRQUFRLENBQUMsTUFBTSxDQUFDLEVBQUUsQ0FBQztRQUMxQixPQUFPLElBQUksQ0FBQyxJQUFJLENBQUMsU0FBUyxDQUFDLENBQUMsT0FBTyxDQUFDLFdBQVcsQ0FBQyxDQUFDO0lBQ25ELENBQUM7SUFFRCxJQUFNLE9BQU8sR0FBRyxNQUFNLENBQUMsTUFBTSxDQUFDLFFBQVEsRUFBRSxJQUFJLENBQUMsSUFBSSxvQ0FBb0MsQ0FBQyxJQUFJLENBQUMsTUFBQSxJQUFJLENBQUMsR0FBRyxDQUFDLFlBQVksQ0FBQywwQ0FBRSxLQUFLLENBQUMsQ0FBQztJQUMxSCxJQUFNLElBQUksR0FBRyxPQUFPLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQyxHQUFHLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQztJQUM1RCxJQUFNLElBQUksR0FBRyxDQUFBLE1BQUEsSUFBSSxDQUFDLEdBQUcsQ0FBQyxlQUFlLENBQUMsMENBQUUsS0FBSyxNQUFJLE1BQUEsSUFBSSxDQUFDLEdBQUcsQ0FBQyx1QkFBdUIsQ0FBQywwQ0FBRSxLQUFLLENBQUEsSUFBSSxXQUFXLENBQUM7SUFDekcsT0FBTyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxFQUFFLEVBQUUsVUFBRyxJQUFJLGNBQUksSUFBQSxnQkFBSyxFQUFDLElBQUksQ0FBQyxDQUFFLEVBQUUsSUFBSSxNQUFBLEVBQUUsT0FBTyxFQUFFLENBQUEsTUFBQSxJQUFJLENBQUMsR0FBRyxDQUFDLFNBQVMsQ0FBQywwQ0FBRSxLQUFLLE1BQUssU0FBUyxFQUFFLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDO0FBQ2pILENBQUM7QUFFRCxTQUFTLFlBQVksQ0FBQyxRQUFRLEVBQUUsUUFBUTtJQUN0QyxPQUFPLENBQUMsZ0JBQWdCLEVBQUUsWUFBWSxFQUFFLHFCQUFxQixDQUFDO1NBQzNELE9BQU8sQ0FBQyxVQUFDLElBQUksSUFBSyxPQUFBLFFBQVEsQ0FBQyxJQUFJLENBQUMsSUFBSSxDQUFDLFVBQUcsSUFBSSxPQUFJLENBQUMsRUFBL0IsQ0FBK0IsQ0FBQztTQUNsRCxHQUFHLENBQUMsVUFBQyxJQUFJLFlBQUssT0FBQSxDQUFDLEVBQUUsUUFBUSxVQUFBLEVBQUUsRUFBRSxFQUFFLFVBQUcsUUFBUSxDQUFDLEVBQUUsY0FBSSxJQUFBLGdCQUFLLEVBQUMsQ0FBQSxNQUFBLElBQUksQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLDBDQUFFLEtBQUssS0FBSSxXQUFXLENBQUMsQ0FBRSxFQUFFLElBQUksTUFBQSxFQUFFLFFBQVEsVUFBQSxFQUFFLENBQUMsQ0FBQSxFQUFBLENBQUM7U0FDcEgsTUFBTSxDQUFDLFVBQUMsRUFBTTtZQUFKLEVBQUUsUUFBQTtRQUFPLE9BQUEsQ0FBQyxJQUFBLHFCQUFVLEVBQUMsUUFBUSxDQUFDLE1BQU0sRUFBRSxFQUFFLENBQUM7SUFBaEMsQ0FBZ0MsQ0FBQyxDQUFDO0FBQzFELENBQUM7QUFHRCxTQUFTLEdBQUcsQ0FBQyxFQUFRLEVBQUUsR0FBRztRQUFYLElBQUksVUFBQTtJQUNqQixPQUFPLElBQUksQ0FBQyxHQUFHLENBQUMsMEJBQW1CLEdBQUcsQ0FBRSxDQUFDLENBQUM7QUFDNUMsQ0FBQztBQUdELFNBQVMsU0FBUyxDQUFDLFNBQVMsRUFBRSxHQUFHOztJQUMvQixPQUFPLE1BQUEsR0FBRyxDQUFDLFNBQVMsRUFBRSxHQUFHLENBQUMsbUNBQUksU0FBUyxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLDBCQUFtQixHQUFHLENBQUUsQ0FBQyxDQUFDO0FBQ3RGLENBQUM7QUFHRCxTQUFTLE9BQU8sQ0FBQyxFQUFROztRQUFOLElBQUksVUFBQTtJQUNyQixPQUFPLE1BQUEsTUFBQSxJQUFJLENBQUMsR0FBRyxDQUFDLGlCQUFpQixDQUFDLG1DQUFJLElBQUksQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLG1DQUFJLElBQUksQ0FBQztBQUNqRSxDQUFDO0FBR0QsU0FBUyxNQUFNLENBQUMsSUFBSTtJQUNsQixPQUFPLG9CQUFvQixDQUFDLElBQUksQ0FBQyxJQUFJLGFBQUosSUFBSSx1QkFBSixJQUFJLENBQUUsS0FBSyxDQUFDLENBQUM7QUFDaEQsQ0FBQztBQUVELFNBQVMsT0FBTyxDQUFDLElBQUk7SUFDbkIsT0FBTyxxQkFBcUIsQ0FBQyxJQUFJLENBQUMsSUFBSSxhQUFKLElBQUksdUJBQUosSUFBSSxDQUFFLEtBQUssQ0FBQyxDQUFDO0FBQ2pELENBQUM7QUFFRCxTQUFTLE9BQU8sQ0FBQyxJQUFJOztJQUNuQixPQUFPLENBQUMsTUFBQSxJQUFJLGFBQUosSUFBSSx1QkFBSixJQUFJLENBQUUsS0FBSyxFQUFFLG1DQUFJLEVBQUUsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxVQUFDLEVBQVM7WUFBUCxLQUFLLFdBQUE7UUFBTyxPQUFBLE1BQU0sQ0FBQyxLQUFLLENBQUM7SUFBYixDQUFhLENBQUMsQ0FBQztBQUNqRSxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjMyMiwiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOltdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiIn19XX0=
