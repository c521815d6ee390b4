var judge = (function (modules) {
(function (exports, require) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.tagOf = void 0;
var tagOf = function (image) { var _a; return (_a = image.split(":")[1]) !== null && _a !== void 0 ? _a : "latest"; };
exports.tagOf = tagOf;
})(modules["/policies/lib/tags.js"] = {}, function (name) { return modules[{}[name]]; });
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
Object.defineProperty(exports, "__esModule", { value: true });
exports.judge = void 0;
var tags_js_1 = require("../lib/tags.js");
var judge = function (evidence, settings, report) {
    var e_1, _a;
    try {
        for (var _b = __values(evidence.yaml.flatMap(function (doc) { return doc.find("**.image"); })), _c = _b.next(); !_c.done; _c = _b.next()) {
            var image = _c.value;
            report[(0, tags_js_1.tagOf)(image.value) === "latest" ? "error" : "note"]("latest", "".concat(image.value, " has the tag ").concat((0, tags_js_1.tagOf)(image.value)), image);
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (_c && !_c.done && (_a = _b.return)) _a.call(_b);
        }
        finally { if (e_1) throw e_1.error; }
    }
};
exports.judge = judge;
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/modern/policy.js"] = {}, function (name) { return modules[{"../lib/tags.js":"/policies/lib/tags.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90YWdzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbImV4cG9ydCBjb25zdCB0YWdPZiA9IChpbWFnZSkgPT4gaW1hZ2Uuc3BsaXQoXCI6XCIpWzFdID8/IFwibGF0ZXN0XCI7XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7O0FBQU8sSUFBTSxLQUFLLEdBQUcsVUFBQyxLQUFLLFlBQUssT0FBQSxNQUFBLEtBQUssQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLG1DQUFJLFFBQVEsQ0FBQSxFQUFBLENBQUM7QUFBbkQsUUFBQSxLQUFLLFNBQThDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjcsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo5LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy9tb2Rlcm4vcG9saWN5LmpzIl0sInNvdXJjZXNDb250ZW50IjpbImltcG9ydCB7IHRhZ09mIH0gZnJvbSBcIi4uL2xpYi90YWdzLmpzXCI7XG5cbmV4cG9ydCBjb25zdCBqdWRnZSA9IChldmlkZW5jZSwgc2V0dGluZ3MsIHJlcG9ydCkgPT4ge1xuICBmb3IgKGNvbnN0IGltYWdlIG9mIGV2aWRlbmNlLnlhbWwuZmxhdE1hcCgoZG9jKSA9PiBkb2MuZmluZChcIioqLmltYWdlXCIpKSkge1xuICAgIHJlcG9ydFt0YWdPZihpbWFnZS52YWx1ZSkgPT09IFwibGF0ZXN0XCIgPyBcImVycm9yXCIgOiBcIm5vdGVcIl0oXCJsYXRlc3RcIiwgYCR7aW1hZ2UudmFsdWV9IGhhcyB0aGUgdGFnICR7dGFnT2YoaW1hZ2UudmFsdWUpfWAsIGltYWdlKTtcbiAgfVxufTtcbiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiOzs7Ozs7Ozs7Ozs7OztBQUFBLDBDQUF1QztBQUVoQyxJQUFNLEtBQUssR0FBRyxVQUFDLFFBQVEsRUFBRSxRQUFRLEVBQUUsTUFBTTs7O1FBQzlDLEtBQW9CLElBQUEsS0FBQSxTQUFBLFFBQVEsQ0FBQyxJQUFJLENBQUMsT0FBTyxDQUFDLFVBQUMsR0FBRyxJQUFLLE9BQUEsR0FBRyxDQUFDLElBQUksQ0FBQyxVQUFVLENBQUMsRUFBcEIsQ0FBb0IsQ0FBQyxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBdEUsSUFBTSxLQUFLLFdBQUE7WUFDZCxNQUFNLENBQUMsSUFBQSxlQUFLLEVBQUMsS0FBSyxDQUFDLEtBQUssQ0FBQyxLQUFLLFFBQVEsQ0FBQyxDQUFDLENBQUMsT0FBTyxDQUFDLENBQUMsQ0FBQyxNQUFNLENBQUMsQ0FBQyxRQUFRLEVBQUUsVUFBRyxLQUFLLENBQUMsS0FBSywwQkFBZ0IsSUFBQSxlQUFLLEVBQUMsS0FBSyxDQUFDLEtBQUssQ0FBQyxDQUFFLEVBQUUsS0FBSyxDQUFDLENBQUM7UUFDbEksQ0FBQzs7Ozs7Ozs7O0FBQ0gsQ0FBQyxDQUFDO0FBSlcsUUFBQSxLQUFLLFNBSWhCIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjQxLCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
