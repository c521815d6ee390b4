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
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi9nbG9icy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogV2hldGhlciBhIG5hbWUgbWF0Y2hlczogYCpgIHN0YW5kcyBmb3IgYW55dGhpbmcuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IG5hbWVcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXMoZ2xvYiwgbmFtZSkge1xuICByZXR1cm4gbmV3IFJlZ0V4cChgXiR7ZXNjYXBlKGdsb2IpLnJlcGxhY2UoL1xcKisvZywgXCJbXl0qXCIpfSRgKS50ZXN0KG5hbWUpO1xufVxuXG4vKipcbiAqIFdoZXRoZXIgYW55IG9mIHRoZSBnbG9icyBtYXRjaGVzIHRoZSBuYW1lLlxuICogQHBhcmFtIHtzdHJpbmdbXX0gZ2xvYnNcbiAqIEBwYXJhbSB7c3RyaW5nfSBuYW1lXG4gKi9cbmV4cG9ydCBmdW5jdGlvbiBtYXRjaGVzQW55KGdsb2JzLCBuYW1lKSB7XG4gIHJldHVybiBnbG9icy5zb21lKChnbG9iKSA9PiBtYXRjaGVzKGdsb2IsIG5hbWUpKTtcbn1cblxuLyoqXG4gKiBXaGV0aGVyIGEgcGF0aCBtYXRjaGVzOiBgKmAgd2l0aGluIG9uZSBmb2xkZXIsIGAqKmAgb3ZlciBmb2xkZXJzLCBgP2AgZm9yIG9uZSBjaGFyYWN0ZXIuXG4gKiBAcGFyYW0ge3N0cmluZ30gZ2xvYlxuICogQHBhcmFtIHtzdHJpbmd9IHBhdGhcbiAqL1xuZXhwb3J0IGZ1bmN0aW9uIG1hdGNoZXNQYXRoKGdsb2IsIHBhdGgpIHtcbiAgY29uc3Qgd2lsZCA9IHsgXCIqKi9cIjogXCIoPzouKi8pP1wiLCBcIioqXCI6IFwiLipcIiwgXCIqXCI6IFwiW14vXSpcIiwgXCI/XCI6IFwiW14vXVwiIH07XG4gIGNvbnN0IHBhdHRlcm4gPSBlc2NhcGUoZ2xvYikucmVwbGFjZSgvXFwqXFwqXFwvfFxcKlxcKnxcXCp8XFxcXFxcPy9nLCAoZm91bmQpID0+IHdpbGRbZm91bmQucmVwbGFjZShcIlxcXFxcIiwgXCJcIildKTtcbiAgcmV0dXJuIG5ldyBSZWdFeHAoYF4ke3BhdHRlcm59JGApLnRlc3QocGF0aCk7XG59XG5cbi8qKiBAcGFyYW0ge3N0cmluZ30gZ2xvYiAqL1xuZnVuY3Rpb24gZXNjYXBlKGdsb2IpIHtcbiAgcmV0dXJuIGdsb2IucmVwbGFjZSgvWy4rXiR7fSgpfFtcXF1cXFxcP10vZywgXCJcXFxcJCZcIik7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7QUFPQSwwQkFFQztBQU9ELGdDQUVDO0FBT0Qsa0NBSUM7QUF0QkQsU0FBZ0IsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJO0lBQ2hDLE9BQU8sSUFBSSxNQUFNLENBQUMsV0FBSSxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsT0FBTyxDQUFDLE1BQU0sRUFBRSxNQUFNLENBQUMsTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQzVFLENBQUM7QUFPRCxTQUFnQixVQUFVLENBQUMsS0FBSyxFQUFFLElBQUk7SUFDcEMsT0FBTyxLQUFLLENBQUMsSUFBSSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsT0FBTyxDQUFDLElBQUksRUFBRSxJQUFJLENBQUMsRUFBbkIsQ0FBbUIsQ0FBQyxDQUFDO0FBQ25ELENBQUM7QUFPRCxTQUFnQixXQUFXLENBQUMsSUFBSSxFQUFFLElBQUk7SUFDcEMsSUFBTSxJQUFJLEdBQUcsRUFBRSxLQUFLLEVBQUUsVUFBVSxFQUFFLElBQUksRUFBRSxJQUFJLEVBQUUsR0FBRyxFQUFFLE9BQU8sRUFBRSxHQUFHLEVBQUUsTUFBTSxFQUFFLENBQUM7SUFDMUUsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxDQUFDLE9BQU8sQ0FBQyxzQkFBc0IsRUFBRSxVQUFDLEtBQUssSUFBSyxPQUFBLElBQUksQ0FBQyxLQUFLLENBQUMsT0FBTyxDQUFDLElBQUksRUFBRSxFQUFFLENBQUMsQ0FBQyxFQUE3QixDQUE2QixDQUFDLENBQUM7SUFDdkcsT0FBTyxJQUFJLE1BQU0sQ0FBQyxXQUFJLE9BQU8sTUFBRyxDQUFDLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDO0FBQy9DLENBQUM7QUFHRCxTQUFTLE1BQU0sQ0FBQyxJQUFJO0lBQ2xCLE9BQU8sSUFBSSxDQUFDLE9BQU8sQ0FBQyxvQkFBb0IsRUFBRSxNQUFNLENBQUMsQ0FBQztBQUNwRCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjIxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX0seyJvZmZzZXQiOnsibGluZSI6MjMsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90ZXh0cy5qcyJdLCJzb3VyY2VzQ29udGVudCI6WyIvLy8gPHJlZmVyZW5jZSBwYXRoPVwiLi4vdHlwZXMvZ2F0ZXMuZC50c1wiIC8+XG5cbi8qKlxuICogQ3V0cyBhIHRleHQgZm9yIGEgbWVzc2FnZTogbWVzc2FnZXMgaGF2ZSBhIGxpbWl0LCBhbmQgYSBmaWxlIG1heSBob2xkIGFueXRoaW5nLlxuICogQHBhcmFtIHt1bmtub3dufSB2YWx1ZVxuICovXG5leHBvcnQgZnVuY3Rpb24gc2hvcnQodmFsdWUpIHtcbiAgY29uc3QgdGV4dCA9IFN0cmluZyh2YWx1ZSk7XG4gIHJldHVybiB0ZXh0Lmxlbmd0aCA+IDMwMCA/IGAke3RleHQuc2xpY2UoMCwgMzAwKX3igKZgIDogdGV4dDtcbn1cblxuLyoqXG4gKiBBIG51bWJlciB3aXRoIGl0cyBub3VuOiBgMSB0ZXN0YCwgYDMgdGVzdHNgLlxuICogQHBhcmFtIHtudW1iZXJ9IG51bWJlclxuICogQHBhcmFtIHtzdHJpbmd9IG5vdW5cbiAqIEBwYXJhbSB7c3RyaW5nfSBbcGx1cmFsXVxuICovXG5leHBvcnQgZnVuY3Rpb24gY291bnQobnVtYmVyLCBub3VuLCBwbHVyYWwgPSBgJHtub3VufXNgKSB7XG4gIHJldHVybiBgJHtudW1iZXJ9ICR7bnVtYmVyID09PSAxID8gbm91biA6IHBsdXJhbH1gO1xufVxuIl0sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiI7O0FBTUEsc0JBR0M7QUFRRCxzQkFFQztBQWJELFNBQWdCLEtBQUssQ0FBQyxLQUFLO0lBQ3pCLElBQU0sSUFBSSxHQUFHLE1BQU0sQ0FBQyxLQUFLLENBQUMsQ0FBQztJQUMzQixPQUFPLElBQUksQ0FBQyxNQUFNLEdBQUcsR0FBRyxDQUFDLENBQUMsQ0FBQyxVQUFHLElBQUksQ0FBQyxLQUFLLENBQUMsQ0FBQyxFQUFFLEdBQUcsQ0FBQyxXQUFHLENBQUMsQ0FBQyxDQUFDLElBQUksQ0FBQztBQUM3RCxDQUFDO0FBUUQsU0FBZ0IsS0FBSyxDQUFDLE1BQU0sRUFBRSxJQUFJLEVBQUUsTUFBbUI7SUFBbkIsdUJBQUEsRUFBQSxtQkFBWSxJQUFJLE1BQUc7SUFDckQsT0FBTyxVQUFHLE1BQU0sY0FBSSxNQUFNLEtBQUssQ0FBQyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLE1BQU0sQ0FBRSxDQUFDO0FBQ3JELENBQUMifX0seyJvZmZzZXQiOnsibGluZSI6MzUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjozNywiY29sdW1uIjowfSwibWFwIjp7InZlcnNpb24iOjMsInNvdXJjZXMiOlsicG9saWNpZXMvd29ya2xvYWQtc2VjdXJpdHktY29udGV4dC9wb2xpY3kuanMiXSwic291cmNlc0NvbnRlbnQiOlsiLy8vIDxyZWZlcmVuY2UgcGF0aD1cIi4uL3R5cGVzL2dhdGVzLmQudHNcIiAvPlxuLy8gV2hhdCBhIGNvbnRhaW5lciBtYXkgZG8gdG8gaXRzIG5vZGUgaXMgd3JpdHRlbiBpbiBpdHMgbWFuaWZlc3Q7IHdoYXQgaXMgbm90IHdyaXR0ZW4gaXMgYWxsb3dlZC5cblxuaW1wb3J0IHsgbWF0Y2hlc0FueSB9IGZyb20gXCIuLi9saWIvZ2xvYnMuanNcIjtcbmltcG9ydCB7IGNvdW50LCBzaG9ydCB9IGZyb20gXCIuLi9saWIvdGV4dHMuanNcIjtcblxuY29uc3QgcG9kU3BlY3MgPSB7XG4gIFBvZDogXCJzcGVjXCIsXG4gIFBvZFRlbXBsYXRlOiBcInRlbXBsYXRlLnNwZWNcIixcbiAgRGVwbG95bWVudDogXCJzcGVjLnRlbXBsYXRlLnNwZWNcIixcbiAgUmVwbGljYVNldDogXCJzcGVjLnRlbXBsYXRlLnNwZWNcIixcbiAgUmVwbGljYXRpb25Db250cm9sbGVyOiBcInNwZWMudGVtcGxhdGUuc3BlY1wiLFxuICBTdGF0ZWZ1bFNldDogXCJzcGVjLnRlbXBsYXRlLnNwZWNcIixcbiAgRGFlbW9uU2V0OiBcInNwZWMudGVtcGxhdGUuc3BlY1wiLFxuICBKb2I6IFwic3BlYy50ZW1wbGF0ZS5zcGVjXCIsXG4gIENyb25Kb2I6IFwic3BlYy5qb2JUZW1wbGF0ZS5zcGVjLnRlbXBsYXRlLnNwZWNcIixcbn07XG5cbi8qKiBFYWNoIHJ1bGUgcmV0dXJucyB3aGF0IGlzIHdyb25nIHdpdGggYSBwb2Qgb3IgY29udGFpbmVyLCBvciB1bmRlZmluZWQuIGBsaW51eGAgcnVsZXMgbWVhbiBub3RoaW5nIHRvIFdpbmRvd3MgcG9kcy4gKi9cbmNvbnN0IHBvZFJ1bGVzID0ge1xuICBcImhvc3QtbmFtZXNwYWNlc1wiOiB7IGJyb2tlbjogaG9zdE5hbWVzcGFjZXMgfSxcbn07XG5cbmNvbnN0IGNvbnRhaW5lclJ1bGVzID0ge1xuICBcInJ1bi1hcy1ub24tcm9vdFwiOiB7IGJyb2tlbjogcnVuQXNOb25Sb290IH0sXG4gIFwibm8tcHJpdmlsZWdlZFwiOiB7IGxpbnV4OiB0cnVlLCBicm9rZW46IHByaXZpbGVnZWQgfSxcbiAgXCJuby1wcml2aWxlZ2UtZXNjYWxhdGlvblwiOiB7IGxpbnV4OiB0cnVlLCBicm9rZW46IHByaXZpbGVnZUVzY2FsYXRpb24gfSxcbiAgXCJkcm9wLWFsbC1jYXBhYmlsaXRpZXNcIjogeyBsaW51eDogdHJ1ZSwgYnJva2VuOiBjYXBhYmlsaXRpZXMgfSxcbiAgXCJyZWFkLW9ubHktcm9vdC1maWxlc3lzdGVtXCI6IHsgbGludXg6IHRydWUsIGJyb2tlbjogcmVhZE9ubHlSb290RmlsZXN5c3RlbSB9LFxufTtcblxuLyoqIEB0eXBlIHtKdWRnZX0gKi9cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkge1xuICBjb25zdCB0YWxseSA9IG5ldyBNYXAoKTtcbiAgY29uc3Qgd29ya2xvYWRzID0gWy4uLihldmlkZW5jZS55YW1sID8/IFtdKSwgLi4uKGV2aWRlbmNlLmpzb24gPz8gW10pXVxuICAgIC5mbGF0TWFwKCh7IHJvb3QgfSkgPT4gd29ya2xvYWRzT2Yocm9vdCkpXG4gICAgLmZpbHRlcigoeyBpZCB9KSA9PiAhbWF0Y2hlc0FueShzZXR0aW5ncy5leGVtcHQsIGlkKSk7XG5cbiAgZm9yIChjb25zdCB3b3JrbG9hZCBvZiB3b3JrbG9hZHMpIHtcbiAgICBhcHBseShwb2RSdWxlcywgeyB3b3JrbG9hZCwgaWQ6IHdvcmtsb2FkLmlkLCBub2RlOiB3b3JrbG9hZC5zcGVjLCBzZXR0aW5ncyB9LCByZXBvcnQsIHRhbGx5KTtcbiAgICBjb250YWluZXJzT2Yod29ya2xvYWQsIHNldHRpbmdzKS5mb3JFYWNoKChjb250YWluZXIpID0+IGFwcGx5KGNvbnRhaW5lclJ1bGVzLCBjb250YWluZXIsIHJlcG9ydCwgdGFsbHkpKTtcbiAgfVxuXG4gIGZvciAoY29uc3QgW3J1bGUsIHsgc2VlbiwgYnJva2VuIH1dIG9mIFsuLi50YWxseV0uc29ydCgoW2FdLCBbYl0pID0+IChhIDwgYiA/IC0xIDogMSkpKSB7XG4gICAgaWYgKGJyb2tlbiA9PT0gMCkge1xuICAgICAgcmVwb3J0LnBhc3MocnVsZSwgYGhvbGRzIGluICR7Y291bnQoc2VlbiwgXCJwbGFjZVwiKX1gKTtcbiAgICB9XG4gIH1cbn1cblxuZnVuY3Rpb24gYXBwbHkocnVsZXMsIHN1YmplY3QsIHJlcG9ydCwgdGFsbHkpIHtcbiAgZm9yIChjb25zdCBbcnVsZSwgeyBsaW51eCwgYnJva2VuIH1dIG9mIE9iamVjdC5lbnRyaWVzKHJ1bGVzKSkge1xuICAgIGNvbnN0IHNldmVyaXR5ID0gc3ViamVjdC5zZXR0aW5ncy5zZXZlcml0eVtydWxlXTtcbiAgICBpZiAoc2V2ZXJpdHkgPT09IFwib2ZmXCIgfHwgKGxpbnV4ICYmIHN1YmplY3Qud29ya2xvYWQud2luZG93cykpIHtcbiAgICAgIGNvbnRpbnVlO1xuICAgIH1cblxuICAgIGNvbnN0IHByb2JsZW0gPSBicm9rZW4oc3ViamVjdCk7XG4gICAgY29uc3QgeyBzZWVuLCBicm9rZW46IGFscmVhZHkgfSA9IHRhbGx5LmdldChydWxlKSA/PyB7IHNlZW46IDAsIGJyb2tlbjogMCB9O1xuICAgIHRhbGx5LnNldChydWxlLCB7IHNlZW46IHNlZW4gKyAxLCBicm9rZW46IGFscmVhZHkgKyAocHJvYmxlbSA/IDEgOiAwKSB9KTtcbiAgICBpZiAocHJvYmxlbSkge1xuICAgICAgcmVwb3J0W3NldmVyaXR5XShydWxlLCBgJHtzdWJqZWN0LmlkfTogJHtwcm9ibGVtLm1lc3NhZ2V9YCwge1xuICAgICAgICBwYXRoOiBwcm9ibGVtLndoZXJlLnBhdGgsXG4gICAgICAgIGxpbmU6IHByb2JsZW0ud2hlcmUua2V5TGluZSA/PyBwcm9ibGVtLndoZXJlLmxpbmUsXG4gICAgICAgIGNvbHVtbjogcHJvYmxlbS53aGVyZS5rZXlDb2x1bW4gPz8gcHJvYmxlbS53aGVyZS5jb2x1bW4sXG4gICAgICAgIGlkZW50aXR5OiBzdWJqZWN0LmlkLFxuICAgICAgfSk7XG4gICAgfVxuICB9XG59XG5cbmZ1bmN0aW9uIGhvc3ROYW1lc3BhY2VzKHsgbm9kZSB9KSB7XG4gIGNvbnN0IHNoYXJlZCA9IFtcImhvc3ROZXR3b3JrXCIsIFwiaG9zdFBJRFwiLCBcImhvc3RJUENcIl0uZmlsdGVyKChrZXkpID0+IGlzVHJ1ZShub2RlLmdldChrZXkpKSk7XG4gIHJldHVybiBzaGFyZWQubGVuZ3RoID4gMFxuICAgID8geyBtZXNzYWdlOiBgJHtzaGFyZWQuam9pbihcIiBhbmQgXCIpfSBsZXQgaXQgc2VlIGFuZCByZWFjaCB3aGF0IHJ1bnMgb24gdGhlIG5vZGUuIFJlbW92ZSBpdC5gLCB3aGVyZTogbm9kZS5nZXQoc2hhcmVkWzBdKSB9XG4gICAgOiB1bmRlZmluZWQ7XG59XG5cbmZ1bmN0aW9uIHJ1bkFzTm9uUm9vdChjb250YWluZXIpIHtcbiAgY29uc3QgdXNlciA9IGluaGVyaXRlZChjb250YWluZXIsIFwicnVuQXNVc2VyXCIpO1xuICBjb25zdCBmbGFnID0gaW5oZXJpdGVkKGNvbnRhaW5lciwgXCJydW5Bc05vblJvb3RcIik7XG4gIGlmICh1c2VyICYmIHVzZXIudmFsdWUgIT09IG51bGwgJiYgTnVtYmVyKHVzZXIudmFsdWUpID09PSAwKSB7XG4gICAgcmV0dXJuIHsgbWVzc2FnZTogXCJydW5Bc1VzZXIgaXMgMCwgd2hpY2ggaXMgcm9vdC4gVXNlIGFub3RoZXIgdXNlciBpZC5cIiwgd2hlcmU6IHVzZXIgfTtcbiAgfVxuXG4gIHJldHVybiBpc1RydWUoZmxhZykgPyB1bmRlZmluZWQgOiB7XG4gICAgbWVzc2FnZTogXCJpdCBtYXkgcnVuIGFzIHJvb3QuIFNldCBzZWN1cml0eUNvbnRleHQucnVuQXNOb25Sb290OiB0cnVlIG9uIHRoZSBwb2Qgb3IgdGhlIGNvbnRhaW5lci5cIixcbiAgICB3aGVyZTogZmxhZyA/PyBwbGFjZU9mKGNvbnRhaW5lciksXG4gIH07XG59XG5cbmZ1bmN0aW9uIHByaXZpbGVnZWQoY29udGFpbmVyKSB7XG4gIGNvbnN0IGZsYWcgPSBvd24oY29udGFpbmVyLCBcInByaXZpbGVnZWRcIik7XG4gIHJldHVybiBpc1RydWUoZmxhZylcbiAgICA/IHsgbWVzc2FnZTogXCJwcml2aWxlZ2VkIGlzIHRydWUsIHdoaWNoIGdpdmVzIGl0IHRoZSB3aG9sZSBub2RlLiBSZW1vdmUgaXQsIGFuZCBhZGQgdGhlIG9uZSBjYXBhYmlsaXR5IGl0IG5lZWRzLlwiLCB3aGVyZTogZmxhZyB9XG4gICAgOiB1bmRlZmluZWQ7XG59XG5cbmZ1bmN0aW9uIHByaXZpbGVnZUVzY2FsYXRpb24oY29udGFpbmVyKSB7XG4gIGNvbnN0IGZsYWcgPSBvd24oY29udGFpbmVyLCBcImFsbG93UHJpdmlsZWdlRXNjYWxhdGlvblwiKTtcbiAgcmV0dXJuIGlzRmFsc2UoZmxhZykgPyB1bmRlZmluZWQgOiB7XG4gICAgbWVzc2FnZTogXCJpdCBtYXkgZ2FpbiBtb3JlIHByaXZpbGVnZXMgdGhhbiBpdCBzdGFydGVkIHdpdGguIFNldCBzZWN1cml0eUNvbnRleHQuYWxsb3dQcml2aWxlZ2VFc2NhbGF0aW9uOiBmYWxzZSBvbiB0aGUgY29udGFpbmVyLlwiLFxuICAgIHdoZXJlOiBmbGFnID8/IHBsYWNlT2YoY29udGFpbmVyKSxcbiAgfTtcbn1cblxuZnVuY3Rpb24gY2FwYWJpbGl0aWVzKGNvbnRhaW5lcikge1xuICBjb25zdCBkcm9wID0gb3duKGNvbnRhaW5lciwgXCJjYXBhYmlsaXRpZXMuZHJvcFwiKTtcbiAgaWYgKCF0ZXh0c09mKGRyb3ApLmluY2x1ZGVzKFwiQUxMXCIpKSB7XG4gICAgcmV0dXJuIHtcbiAgICAgIG1lc3NhZ2U6IFwiaXQga2VlcHMgdGhlIGRlZmF1bHQgY2FwYWJpbGl0aWVzLiBTZXQgc2VjdXJpdHlDb250ZXh0LmNhcGFiaWxpdGllcy5kcm9wOiBbXFxcIkFMTFxcXCJdIG9uIHRoZSBjb250YWluZXIuXCIsXG4gICAgICB3aGVyZTogZHJvcCA/PyBwbGFjZU9mKGNvbnRhaW5lciksXG4gICAgfTtcbiAgfVxuXG4gIGNvbnN0IGFkZCA9IG93bihjb250YWluZXIsIFwiY2FwYWJpbGl0aWVzLmFkZFwiKTtcbiAgY29uc3QgZXh0cmEgPSB0ZXh0c09mKGFkZCkuZmlsdGVyKChuYW1lKSA9PiAhY29udGFpbmVyLnNldHRpbmdzW1wiYWxsb3dlZC1jYXBhYmlsaXRpZXNcIl0uaW5jbHVkZXMobmFtZSkpO1xuICByZXR1cm4gZXh0cmEubGVuZ3RoID09PSAwID8gdW5kZWZpbmVkIDoge1xuICAgIG1lc3NhZ2U6IGBpdCBhZGRzIHRoZSAke2V4dHJhLmxlbmd0aCA9PT0gMSA/IFwiY2FwYWJpbGl0eVwiIDogXCJjYXBhYmlsaXRpZXNcIn0gJHtzaG9ydChleHRyYS5qb2luKFwiLCBcIikpfS4gUmVtb3ZlIGl0LCBvciBsaXN0IGl0IHVuZGVyIFxcYGFsbG93ZWQtY2FwYWJpbGl0aWVzXFxgLmAsXG4gICAgd2hlcmU6IGFkZCxcbiAgfTtcbn1cblxuZnVuY3Rpb24gcmVhZE9ubHlSb290RmlsZXN5c3RlbShjb250YWluZXIpIHtcbiAgY29uc3QgZmxhZyA9IG93bihjb250YWluZXIsIFwicmVhZE9ubHlSb290RmlsZXN5c3RlbVwiKTtcbiAgcmV0dXJuIGlzVHJ1ZShmbGFnKSA/IHVuZGVmaW5lZCA6IHtcbiAgICBtZXNzYWdlOiBcIml0IGNhbiBjaGFuZ2UgaXRzIG93biBwcm9ncmFtcy4gU2V0IHNlY3VyaXR5Q29udGV4dC5yZWFkT25seVJvb3RGaWxlc3lzdGVtOiB0cnVlIG9uIHRoZSBjb250YWluZXIgYW5kIG1vdW50IGEgdm9sdW1lIHdoZXJlIGl0IG11c3Qgd3JpdGUuXCIsXG4gICAgd2hlcmU6IGZsYWcgPz8gcGxhY2VPZihjb250YWluZXIpLFxuICB9O1xufVxuXG4vKipcbiAqIFRoZSB3b3JrbG9hZHMgb2YgYSBtYW5pZmVzdDsgYSBgTGlzdGAgb3IgYFBvZExpc3RgIGhvbGRzIHNldmVyYWwuXG4gKiBAcGFyYW0ge0dhdGVOb2RlfSByb290XG4gKi9cbmZ1bmN0aW9uIHdvcmtsb2Fkc09mKHJvb3QpIHtcbiAgY29uc3Qga2luZCA9IFN0cmluZyhyb290LmdldChcImtpbmRcIik/LnZhbHVlKTtcbiAgaWYgKGtpbmQuZW5kc1dpdGgoXCJMaXN0XCIpKSB7XG4gICAgcmV0dXJuIHJvb3QuZmluZChcIml0ZW1zLipcIikuZmxhdE1hcCh3b3JrbG9hZHNPZik7XG4gIH1cblxuICBjb25zdCBpc0tub3duID0gT2JqZWN0Lmhhc093bihwb2RTcGVjcywga2luZCkgJiYgL14odjEkfGFwcHNcXC98YmF0Y2hcXC98ZXh0ZW5zaW9uc1xcLykvLnRlc3Qocm9vdC5nZXQoXCJhcGlWZXJzaW9uXCIpPy52YWx1ZSk7XG4gIGNvbnN0IHNwZWMgPSBpc0tub3duID8gcm9vdC5nZXQocG9kU3BlY3Nba2luZF0pIDogdW5kZWZpbmVkO1xuICBjb25zdCBuYW1lID0gcm9vdC5nZXQoXCJtZXRhZGF0YS5uYW1lXCIpPy52YWx1ZSB8fCByb290LmdldChcIm1ldGFkYXRhLmdlbmVyYXRlTmFtZVwiKT8udmFsdWUgfHwgXCIodW5uYW1lZClcIjtcbiAgcmV0dXJuIHNwZWMgPyBbeyBpZDogYCR7a2luZH0vJHtzaG9ydChuYW1lKX1gLCBzcGVjLCB3aW5kb3dzOiBzcGVjLmdldChcIm9zLm5hbWVcIik/LnZhbHVlID09PSBcIndpbmRvd3NcIiB9XSA6IFtdO1xufVxuXG5mdW5jdGlvbiBjb250YWluZXJzT2Yod29ya2xvYWQsIHNldHRpbmdzKSB7XG4gIHJldHVybiBbXCJpbml0Q29udGFpbmVyc1wiLCBcImNvbnRhaW5lcnNcIiwgXCJlcGhlbWVyYWxDb250YWluZXJzXCJdXG4gICAgLmZsYXRNYXAoKGxpc3QpID0+IHdvcmtsb2FkLnNwZWMuZmluZChgJHtsaXN0fS4qYCkpXG4gICAgLm1hcCgobm9kZSkgPT4gKHsgd29ya2xvYWQsIGlkOiBgJHt3b3JrbG9hZC5pZH0vJHtzaG9ydChub2RlLmdldChcIm5hbWVcIik/LnZhbHVlIHx8IFwiKHVubmFtZWQpXCIpfWAsIG5vZGUsIHNldHRpbmdzIH0pKVxuICAgIC5maWx0ZXIoKHsgaWQgfSkgPT4gIW1hdGNoZXNBbnkoc2V0dGluZ3MuZXhlbXB0LCBpZCkpO1xufVxuXG4vKiogQSBmaWVsZCBvZiB0aGUgY29udGFpbmVyJ3Mgb3duIHNlY3VyaXR5IGNvbnRleHQuICovXG5mdW5jdGlvbiBvd24oeyBub2RlIH0sIGtleSkge1xuICByZXR1cm4gbm9kZS5nZXQoYHNlY3VyaXR5Q29udGV4dC4ke2tleX1gKTtcbn1cblxuLyoqIEEgZmllbGQgdGhhdCBhIGNvbnRhaW5lciB0YWtlcyBmcm9tIGl0cyBwb2Qgd2hlbiBpdCBkb2VzIG5vdCBzZXQgaXQgaXRzZWxmLiAqL1xuZnVuY3Rpb24gaW5oZXJpdGVkKGNvbnRhaW5lciwga2V5KSB7XG4gIHJldHVybiBvd24oY29udGFpbmVyLCBrZXkpID8/IGNvbnRhaW5lci53b3JrbG9hZC5zcGVjLmdldChgc2VjdXJpdHlDb250ZXh0LiR7a2V5fWApO1xufVxuXG4vKiogV2hlcmUgdG8gc2F5IHRoYXQgc29tZXRoaW5nIGlzIG1pc3NpbmcuICovXG5mdW5jdGlvbiBwbGFjZU9mKHsgbm9kZSB9KSB7XG4gIHJldHVybiBub2RlLmdldChcInNlY3VyaXR5Q29udGV4dFwiKSA/PyBub2RlLmdldChcIm5hbWVcIikgPz8gbm9kZTtcbn1cblxuLyoqIEt1YmVybmV0ZXMgc3RpbGwgcmVhZHMgdGhlIHdvcmRzIG9mIFlBTUwgMS4xLCB3aGljaCBuZXdlciByZWFkZXJzIHRha2UgZm9yIHRleHQuICovXG5mdW5jdGlvbiBpc1RydWUobm9kZSkge1xuICByZXR1cm4gL14odHJ1ZXx5ZXN8b258eSkkL2kudGVzdChub2RlPy52YWx1ZSk7XG59XG5cbmZ1bmN0aW9uIGlzRmFsc2Uobm9kZSkge1xuICByZXR1cm4gL14oZmFsc2V8bm98b2ZmfG4pJC9pLnRlc3Qobm9kZT8udmFsdWUpO1xufVxuXG5mdW5jdGlvbiB0ZXh0c09mKGxpc3QpIHtcbiAgcmV0dXJuIChsaXN0Py5pdGVtcygpID8/IFtdKS5tYXAoKHsgdmFsdWUgfSkgPT4gU3RyaW5nKHZhbHVlKSk7XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7QUFnQ0Esc0JBZ0JDO0FBN0NELDRDQUE2QztBQUM3Qyw0Q0FBK0M7QUFFL0MsSUFBTSxRQUFRLEdBQUc7SUFDZixHQUFHLEVBQUUsTUFBTTtJQUNYLFdBQVcsRUFBRSxlQUFlO0lBQzVCLFVBQVUsRUFBRSxvQkFBb0I7SUFDaEMsVUFBVSxFQUFFLG9CQUFvQjtJQUNoQyxxQkFBcUIsRUFBRSxvQkFBb0I7SUFDM0MsV0FBVyxFQUFFLG9CQUFvQjtJQUNqQyxTQUFTLEVBQUUsb0JBQW9CO0lBQy9CLEdBQUcsRUFBRSxvQkFBb0I7SUFDekIsT0FBTyxFQUFFLHFDQUFxQztDQUMvQyxDQUFDO0FBR0YsSUFBTSxRQUFRLEdBQUc7SUFDZixpQkFBaUIsRUFBRSxFQUFFLE1BQU0sRUFBRSxjQUFjLEVBQUU7Q0FDOUMsQ0FBQztBQUVGLElBQU0sY0FBYyxHQUFHO0lBQ3JCLGlCQUFpQixFQUFFLEVBQUUsTUFBTSxFQUFFLFlBQVksRUFBRTtJQUMzQyxlQUFlLEVBQUUsRUFBRSxLQUFLLEVBQUUsSUFBSSxFQUFFLE1BQU0sRUFBRSxVQUFVLEVBQUU7SUFDcEQseUJBQXlCLEVBQUUsRUFBRSxLQUFLLEVBQUUsSUFBSSxFQUFFLE1BQU0sRUFBRSxtQkFBbUIsRUFBRTtJQUN2RSx1QkFBdUIsRUFBRSxFQUFFLEtBQUssRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLFlBQVksRUFBRTtJQUM5RCwyQkFBMkIsRUFBRSxFQUFFLEtBQUssRUFBRSxJQUFJLEVBQUUsTUFBTSxFQUFFLHNCQUFzQixFQUFFO0NBQzdFLENBQUM7QUFHRixTQUFnQixLQUFLLENBQUMsUUFBUSxFQUFFLFFBQVEsRUFBRSxNQUFNOzs7SUFDOUMsSUFBTSxLQUFLLEdBQUcsSUFBSSxHQUFHLEVBQUUsQ0FBQztJQUN4QixJQUFNLFNBQVMsR0FBRyx1Q0FBSSxDQUFDLE1BQUEsUUFBUSxDQUFDLElBQUksbUNBQUksRUFBRSxDQUFDLGtCQUFLLENBQUMsTUFBQSxRQUFRLENBQUMsSUFBSSxtQ0FBSSxFQUFFLENBQUMsVUFDbEUsT0FBTyxDQUFDLFVBQUMsRUFBUTtZQUFOLElBQUksVUFBQTtRQUFPLE9BQUEsV0FBVyxDQUFDLElBQUksQ0FBQztJQUFqQixDQUFpQixDQUFDO1NBQ3hDLE1BQU0sQ0FBQyxVQUFDLEVBQU07WUFBSixFQUFFLFFBQUE7UUFBTyxPQUFBLENBQUMsSUFBQSxxQkFBVSxFQUFDLFFBQVEsQ0FBQyxNQUFNLEVBQUUsRUFBRSxDQUFDO0lBQWhDLENBQWdDLENBQUMsQ0FBQzs7UUFFeEQsS0FBdUIsSUFBQSxjQUFBLFNBQUEsU0FBUyxDQUFBLG9DQUFBLDJEQUFFLENBQUM7WUFBOUIsSUFBTSxRQUFRLHNCQUFBO1lBQ2pCLEtBQUssQ0FBQyxRQUFRLEVBQUUsRUFBRSxRQUFRLFVBQUEsRUFBRSxFQUFFLEVBQUUsUUFBUSxDQUFDLEVBQUUsRUFBRSxJQUFJLEVBQUUsUUFBUSxDQUFDLElBQUksRUFBRSxRQUFRLFVBQUEsRUFBRSxFQUFFLE1BQU0sRUFBRSxLQUFLLENBQUMsQ0FBQztZQUM3RixZQUFZLENBQUMsUUFBUSxFQUFFLFFBQVEsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxVQUFDLFNBQVMsSUFBSyxPQUFBLEtBQUssQ0FBQyxjQUFjLEVBQUUsU0FBUyxFQUFFLE1BQU0sRUFBRSxLQUFLLENBQUMsRUFBL0MsQ0FBK0MsQ0FBQyxDQUFDO1FBQzNHLENBQUM7Ozs7Ozs7Ozs7UUFFRCxLQUF1QyxJQUFBLEtBQUEsU0FBQSx5QkFBSSxLQUFLLFVBQUUsSUFBSSxDQUFDLFVBQUMsRUFBRyxFQUFFLEVBQUc7Z0JBQVIsS0FBQSxhQUFHLEVBQUYsQ0FBQyxRQUFBO2dCQUFHLEtBQUEsYUFBRyxFQUFGLENBQUMsUUFBQTtZQUFNLE9BQUEsQ0FBQyxDQUFDLEdBQUcsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDO1FBQWhCLENBQWdCLENBQUMsQ0FBQSxnQkFBQSw0QkFBRSxDQUFDO1lBQTlFLElBQUEsS0FBQSxtQkFBd0IsRUFBdkIsSUFBSSxRQUFBLEVBQUUsVUFBZ0IsRUFBZCxJQUFJLFVBQUEsRUFBRSxNQUFNLFlBQUE7WUFDOUIsSUFBSSxNQUFNLEtBQUssQ0FBQyxFQUFFLENBQUM7Z0JBQ2pCLE1BQU0sQ0FBQyxJQUFJLENBQUMsSUFBSSxFQUFFLG1CQUFZLElBQUEsZ0JBQUssRUFBQyxJQUFJLEVBQUUsT0FBTyxDQUFDLENBQUUsQ0FBQyxDQUFDO1lBQ3hELENBQUM7UUFDSCxDQUFDOzs7Ozs7Ozs7QUFDSCxDQUFDO0FBRUQsU0FBUyxLQUFLLENBQUMsS0FBSyxFQUFFLE9BQU8sRUFBRSxNQUFNLEVBQUUsS0FBSzs7OztRQUMxQyxLQUF3QyxJQUFBLEtBQUEsU0FBQSxNQUFNLENBQUMsT0FBTyxDQUFDLEtBQUssQ0FBQyxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBckQsSUFBQSxLQUFBLG1CQUF5QixFQUF4QixJQUFJLFFBQUEsRUFBRSxVQUFpQixFQUFmLEtBQUssV0FBQSxFQUFFLE1BQU0sWUFBQTtZQUMvQixJQUFNLFFBQVEsR0FBRyxPQUFPLENBQUMsUUFBUSxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsQ0FBQztZQUNqRCxJQUFJLFFBQVEsS0FBSyxLQUFLLElBQUksQ0FBQyxLQUFLLElBQUksT0FBTyxDQUFDLFFBQVEsQ0FBQyxPQUFPLENBQUMsRUFBRSxDQUFDO2dCQUM5RCxTQUFTO1lBQ1gsQ0FBQztZQUVELElBQU0sT0FBTyxHQUFHLE1BQU0sQ0FBQyxPQUFPLENBQUMsQ0FBQztZQUMxQixJQUFBLEtBQTRCLE1BQUEsS0FBSyxDQUFDLEdBQUcsQ0FBQyxJQUFJLENBQUMsbUNBQUksRUFBRSxJQUFJLEVBQUUsQ0FBQyxFQUFFLE1BQU0sRUFBRSxDQUFDLEVBQUUsRUFBbkUsSUFBSSxVQUFBLEVBQVUsT0FBTyxZQUE4QyxDQUFDO1lBQzVFLEtBQUssQ0FBQyxHQUFHLENBQUMsSUFBSSxFQUFFLEVBQUUsSUFBSSxFQUFFLElBQUksR0FBRyxDQUFDLEVBQUUsTUFBTSxFQUFFLE9BQU8sR0FBRyxDQUFDLE9BQU8sQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxDQUFDLENBQUMsRUFBRSxDQUFDLENBQUM7WUFDekUsSUFBSSxPQUFPLEVBQUUsQ0FBQztnQkFDWixNQUFNLENBQUMsUUFBUSxDQUFDLENBQUMsSUFBSSxFQUFFLFVBQUcsT0FBTyxDQUFDLEVBQUUsZUFBSyxPQUFPLENBQUMsT0FBTyxDQUFFLEVBQUU7b0JBQzFELElBQUksRUFBRSxPQUFPLENBQUMsS0FBSyxDQUFDLElBQUk7b0JBQ3hCLElBQUksRUFBRSxNQUFBLE9BQU8sQ0FBQyxLQUFLLENBQUMsT0FBTyxtQ0FBSSxPQUFPLENBQUMsS0FBSyxDQUFDLElBQUk7b0JBQ2pELE1BQU0sRUFBRSxNQUFBLE9BQU8sQ0FBQyxLQUFLLENBQUMsU0FBUyxtQ0FBSSxPQUFPLENBQUMsS0FBSyxDQUFDLE1BQU07b0JBQ3ZELFFBQVEsRUFBRSxPQUFPLENBQUMsRUFBRTtpQkFDckIsQ0FBQyxDQUFDO1lBQ0wsQ0FBQztRQUNILENBQUM7Ozs7Ozs7OztBQUNILENBQUM7QUFFRCxTQUFTLGNBQWMsQ0FBQyxFQUFRO1FBQU4sSUFBSSxVQUFBO0lBQzVCLElBQU0sTUFBTSxHQUFHLENBQUMsYUFBYSxFQUFFLFNBQVMsRUFBRSxTQUFTLENBQUMsQ0FBQyxNQUFNLENBQUMsVUFBQyxHQUFHLElBQUssT0FBQSxNQUFNLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQyxHQUFHLENBQUMsQ0FBQyxFQUFyQixDQUFxQixDQUFDLENBQUM7SUFDNUYsT0FBTyxNQUFNLENBQUMsTUFBTSxHQUFHLENBQUM7UUFDdEIsQ0FBQyxDQUFDLEVBQUUsT0FBTyxFQUFFLFVBQUcsTUFBTSxDQUFDLElBQUksQ0FBQyxPQUFPLENBQUMsNERBQXlELEVBQUUsS0FBSyxFQUFFLElBQUksQ0FBQyxHQUFHLENBQUMsTUFBTSxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUU7UUFDM0gsQ0FBQyxDQUFDLFNBQVMsQ0FBQztBQUNoQixDQUFDO0FBRUQsU0FBUyxZQUFZLENBQUMsU0FBUztJQUM3QixJQUFNLElBQUksR0FBRyxTQUFTLENBQUMsU0FBUyxFQUFFLFdBQVcsQ0FBQyxDQUFDO0lBQy9DLElBQU0sSUFBSSxHQUFHLFNBQVMsQ0FBQyxTQUFTLEVBQUUsY0FBYyxDQUFDLENBQUM7SUFDbEQsSUFBSSxJQUFJLElBQUksSUFBSSxDQUFDLEtBQUssS0FBSyxJQUFJLElBQUksTUFBTSxDQUFDLElBQUksQ0FBQyxLQUFLLENBQUMsS0FBSyxDQUFDLEVBQUUsQ0FBQztRQUM1RCxPQUFPLEVBQUUsT0FBTyxFQUFFLHFEQUFxRCxFQUFFLEtBQUssRUFBRSxJQUFJLEVBQUUsQ0FBQztJQUN6RixDQUFDO0lBRUQsT0FBTyxNQUFNLENBQUMsSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLFNBQVMsQ0FBQyxDQUFDLENBQUM7UUFDaEMsT0FBTyxFQUFFLHlGQUF5RjtRQUNsRyxLQUFLLEVBQUUsSUFBSSxhQUFKLElBQUksY0FBSixJQUFJLEdBQUksT0FBTyxDQUFDLFNBQVMsQ0FBQztLQUNsQyxDQUFDO0FBQ0osQ0FBQztBQUVELFNBQVMsVUFBVSxDQUFDLFNBQVM7SUFDM0IsSUFBTSxJQUFJLEdBQUcsR0FBRyxDQUFDLFNBQVMsRUFBRSxZQUFZLENBQUMsQ0FBQztJQUMxQyxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUM7UUFDakIsQ0FBQyxDQUFDLEVBQUUsT0FBTyxFQUFFLG9HQUFvRyxFQUFFLEtBQUssRUFBRSxJQUFJLEVBQUU7UUFDaEksQ0FBQyxDQUFDLFNBQVMsQ0FBQztBQUNoQixDQUFDO0FBRUQsU0FBUyxtQkFBbUIsQ0FBQyxTQUFTO0lBQ3BDLElBQU0sSUFBSSxHQUFHLEdBQUcsQ0FBQyxTQUFTLEVBQUUsMEJBQTBCLENBQUMsQ0FBQztJQUN4RCxPQUFPLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQztRQUNqQyxPQUFPLEVBQUUseUhBQXlIO1FBQ2xJLEtBQUssRUFBRSxJQUFJLGFBQUosSUFBSSxjQUFKLElBQUksR0FBSSxPQUFPLENBQUMsU0FBUyxDQUFDO0tBQ2xDLENBQUM7QUFDSixDQUFDO0FBRUQsU0FBUyxZQUFZLENBQUMsU0FBUztJQUM3QixJQUFNLElBQUksR0FBRyxHQUFHLENBQUMsU0FBUyxFQUFFLG1CQUFtQixDQUFDLENBQUM7SUFDakQsSUFBSSxDQUFDLE9BQU8sQ0FBQyxJQUFJLENBQUMsQ0FBQyxRQUFRLENBQUMsS0FBSyxDQUFDLEVBQUUsQ0FBQztRQUNuQyxPQUFPO1lBQ0wsT0FBTyxFQUFFLHVHQUF1RztZQUNoSCxLQUFLLEVBQUUsSUFBSSxhQUFKLElBQUksY0FBSixJQUFJLEdBQUksT0FBTyxDQUFDLFNBQVMsQ0FBQztTQUNsQyxDQUFDO0lBQ0osQ0FBQztJQUVELElBQU0sR0FBRyxHQUFHLEdBQUcsQ0FBQyxTQUFTLEVBQUUsa0JBQWtCLENBQUMsQ0FBQztJQUMvQyxJQUFNLEtBQUssR0FBRyxPQUFPLENBQUMsR0FBRyxDQUFDLENBQUMsTUFBTSxDQUFDLFVBQUMsSUFBSSxJQUFLLE9BQUEsQ0FBQyxTQUFTLENBQUMsUUFBUSxDQUFDLHNCQUFzQixDQUFDLENBQUMsUUFBUSxDQUFDLElBQUksQ0FBQyxFQUExRCxDQUEwRCxDQUFDLENBQUM7SUFDeEcsT0FBTyxLQUFLLENBQUMsTUFBTSxLQUFLLENBQUMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQztRQUN0QyxPQUFPLEVBQUUsc0JBQWUsS0FBSyxDQUFDLE1BQU0sS0FBSyxDQUFDLENBQUMsQ0FBQyxDQUFDLFlBQVksQ0FBQyxDQUFDLENBQUMsY0FBYyxjQUFJLElBQUEsZ0JBQUssRUFBQyxLQUFLLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxDQUFDLDBEQUF5RDtRQUM5SixLQUFLLEVBQUUsR0FBRztLQUNYLENBQUM7QUFDSixDQUFDO0FBRUQsU0FBUyxzQkFBc0IsQ0FBQyxTQUFTO0lBQ3ZDLElBQU0sSUFBSSxHQUFHLEdBQUcsQ0FBQyxTQUFTLEVBQUUsd0JBQXdCLENBQUMsQ0FBQztJQUN0RCxPQUFPLE1BQU0sQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsU0FBUyxDQUFDLENBQUMsQ0FBQztRQUNoQyxPQUFPLEVBQUUsMklBQTJJO1FBQ3BKLEtBQUssRUFBRSxJQUFJLGFBQUosSUFBSSxjQUFKLElBQUksR0FBSSxPQUFPLENBQUMsU0FBUyxDQUFDO0tBQ2xDLENBQUM7QUFDSixDQUFDO0FBTUQsU0FBUyxXQUFXLENBQUMsSUFBSTs7SUFDdkIsSUFBTSxJQUFJLEdBQUcsTUFBTSxDQUFDLE1BQUEsSUFBSSxDQUFDLEdBQUcsQ0FBQyxNQUFNLENBQUMsMENBQUUsS0FBSyxDQUFDLENBQUM7SUFDN0MsSUFBSSxJQUFJLENBQUMsUUFBUSxDQUFDLE1BQU0sQ0FBQyxFQUFFLENBQUM7UUFDMUIsT0FBTyxJQUFJLENBQUMsSUFBSSxDQUFDLFNBQVMsQ0FBQyxDQUFDLE9BQU8sQ0FBQyxXQUFXLENBQUMsQ0FBQztJQUNuRCxDQUFDO0lBRUQsSUFBTSxPQUFPLEdBQUcsTUFBTSxDQUFDLE1BQU0sQ0FBQyxRQUFRLEVBQUUsSUFBSSxDQUFDLElBQUksb0NBQW9DLENBQUMsSUFBSSxDQUFDLE1BQUEsSUFBSSxDQUFDLEdBQUcsQ0FBQyxZQUFZLENBQUMsMENBQUUsS0FBSyxDQUFDLENBQUM7SUFDMUgsSUFBTSxJQUFJLEdBQUcsT0FBTyxDQUFDLENBQUMsQ0FBQyxJQUFJLENBQUMsR0FBRyxDQUFDLFFBQVEsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLENBQUMsQ0FBQyxTQUFTLENBQUM7SUFDNUQsSUFBTSxJQUFJLEdBQUcsQ0FBQSxNQUFBLElBQUksQ0FBQyxHQUFHLENBQUMsZUFBZSxDQUFDLDBDQUFFLEtBQUssTUFBSSxNQUFBLElBQUksQ0FBQyxHQUFHLENBQUMsdUJBQXVCLENBQUMsMENBQUUsS0FBSyxDQUFBLElBQUksV0FBVyxDQUFDO0lBQ3pHLE9BQU8sSUFBSSxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsRUFBRSxFQUFFLFVBQUcsSUFBSSxjQUFJLElBQUEsZ0JBQUssRUFBQyxJQUFJLENBQUMsQ0FBRSxFQUFFLElBQUksTUFBQSxFQUFFLE9BQU8sRUFBRSxDQUFBLE1BQUEsSUFBSSxDQUFDLEdBQUcsQ0FBQyxTQUFTLENBQUMsMENBQUUsS0FBSyxNQUFLLFNBQVMsRUFBRSxDQUFDLENBQUMsQ0FBQyxDQUFDLEVBQUUsQ0FBQztBQUNqSCxDQUFDO0FBRUQsU0FBUyxZQUFZLENBQUMsUUFBUSxFQUFFLFFBQVE7SUFDdEMsT0FBTyxDQUFDLGdCQUFnQixFQUFFLFlBQVksRUFBRSxxQkFBcUIsQ0FBQztTQUMzRCxPQUFPLENBQUMsVUFBQyxJQUFJLElBQUssT0FBQSxRQUFRLENBQUMsSUFBSSxDQUFDLElBQUksQ0FBQyxVQUFHLElBQUksT0FBSSxDQUFDLEVBQS9CLENBQStCLENBQUM7U0FDbEQsR0FBRyxDQUFDLFVBQUMsSUFBSSxZQUFLLE9BQUEsQ0FBQyxFQUFFLFFBQVEsVUFBQSxFQUFFLEVBQUUsRUFBRSxVQUFHLFFBQVEsQ0FBQyxFQUFFLGNBQUksSUFBQSxnQkFBSyxFQUFDLENBQUEsTUFBQSxJQUFJLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQywwQ0FBRSxLQUFLLEtBQUksV0FBVyxDQUFDLENBQUUsRUFBRSxJQUFJLE1BQUEsRUFBRSxRQUFRLFVBQUEsRUFBRSxDQUFDLENBQUEsRUFBQSxDQUFDO1NBQ3BILE1BQU0sQ0FBQyxVQUFDLEVBQU07WUFBSixFQUFFLFFBQUE7UUFBTyxPQUFBLENBQUMsSUFBQSxxQkFBVSxFQUFDLFFBQVEsQ0FBQyxNQUFNLEVBQUUsRUFBRSxDQUFDO0lBQWhDLENBQWdDLENBQUMsQ0FBQztBQUMxRCxDQUFDO0FBR0QsU0FBUyxHQUFHLENBQUMsRUFBUSxFQUFFLEdBQUc7UUFBWCxJQUFJLFVBQUE7SUFDakIsT0FBTyxJQUFJLENBQUMsR0FBRyxDQUFDLDBCQUFtQixHQUFHLENBQUUsQ0FBQyxDQUFDO0FBQzVDLENBQUM7QUFHRCxTQUFTLFNBQVMsQ0FBQyxTQUFTLEVBQUUsR0FBRzs7SUFDL0IsT0FBTyxNQUFBLEdBQUcsQ0FBQyxTQUFTLEVBQUUsR0FBRyxDQUFDLG1DQUFJLFNBQVMsQ0FBQyxRQUFRLENBQUMsSUFBSSxDQUFDLEdBQUcsQ0FBQywwQkFBbUIsR0FBRyxDQUFFLENBQUMsQ0FBQztBQUN0RixDQUFDO0FBR0QsU0FBUyxPQUFPLENBQUMsRUFBUTs7UUFBTixJQUFJLFVBQUE7SUFDckIsT0FBTyxNQUFBLE1BQUEsSUFBSSxDQUFDLEdBQUcsQ0FBQyxpQkFBaUIsQ0FBQyxtQ0FBSSxJQUFJLENBQUMsR0FBRyxDQUFDLE1BQU0sQ0FBQyxtQ0FBSSxJQUFJLENBQUM7QUFDakUsQ0FBQztBQUdELFNBQVMsTUFBTSxDQUFDLElBQUk7SUFDbEIsT0FBTyxvQkFBb0IsQ0FBQyxJQUFJLENBQUMsSUFBSSxhQUFKLElBQUksdUJBQUosSUFBSSxDQUFFLEtBQUssQ0FBQyxDQUFDO0FBQ2hELENBQUM7QUFFRCxTQUFTLE9BQU8sQ0FBQyxJQUFJO0lBQ25CLE9BQU8scUJBQXFCLENBQUMsSUFBSSxDQUFDLElBQUksYUFBSixJQUFJLHVCQUFKLElBQUksQ0FBRSxLQUFLLENBQUMsQ0FBQztBQUNqRCxDQUFDO0FBRUQsU0FBUyxPQUFPLENBQUMsSUFBSTs7SUFDbkIsT0FBTyxDQUFDLE1BQUEsSUFBSSxhQUFKLElBQUksdUJBQUosSUFBSSxDQUFFLEtBQUssRUFBRSxtQ0FBSSxFQUFFLENBQUMsQ0FBQyxHQUFHLENBQUMsVUFBQyxFQUFTO1lBQVAsS0FBSyxXQUFBO1FBQU8sT0FBQSxNQUFNLENBQUMsS0FBSyxDQUFDO0lBQWIsQ0FBYSxDQUFDLENBQUM7QUFDakUsQ0FBQyJ9fSx7Im9mZnNldCI6eyJsaW5lIjoyNzUsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fV19
