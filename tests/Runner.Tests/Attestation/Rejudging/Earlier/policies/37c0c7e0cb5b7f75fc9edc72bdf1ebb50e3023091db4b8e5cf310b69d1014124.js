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
exports.judge = judge;
var tags_1 = require("../lib/tags");
function judge(evidence, settings, report) {
    var e_1, _a, e_2, _b;
    var _c, _d;
    var seen = new Map();
    try {
        for (var _e = __values(evidence.yaml), _f = _e.next(); !_f.done; _f = _e.next()) {
            var doc = _f.value;
            try {
                for (var _g = (e_2 = void 0, __values(doc.find("**.image"))), _h = _g.next(); !_h.done; _h = _g.next()) {
                    var image = _h.value;
                    var tag = (0, tags_1.tagOf)(image.value);
                    seen.set(tag, { tag: tag, count: ((_d = (_c = seen.get(tag)) === null || _c === void 0 ? void 0 : _c.count) !== null && _d !== void 0 ? _d : 0) + 1 });
                    report.warning("seen", "".concat(tag, " is ").concat(seen.get(tag).count), image);
                }
            }
            catch (e_2_1) { e_2 = { error: e_2_1 }; }
            finally {
                try {
                    if (_h && !_h.done && (_b = _g.return)) _b.call(_g);
                }
                finally { if (e_2) throw e_2.error; }
            }
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (_f && !_f.done && (_a = _e.return)) _a.call(_e);
        }
        finally { if (e_1) throw e_1.error; }
    }
}
modules.judge = typeof judge === "function" ? judge : exports.judge || exports["default"];
})(modules["/policies/typed/policy.ts"] = {}, function (name) { return modules[{"../lib/tags":"/policies/lib/tags.js"}[name]]; });
return modules.judge;
})({});
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzZWN0aW9ucyI6W3sib2Zmc2V0Ijp7ImxpbmUiOjIsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbInBvbGljaWVzL2xpYi90YWdzLmpzIl0sInNvdXJjZXNDb250ZW50IjpbImV4cG9ydCBjb25zdCB0YWdPZiA9IChpbWFnZSkgPT4gaW1hZ2Uuc3BsaXQoXCI6XCIpWzFdID8/IFwibGF0ZXN0XCI7XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7O0FBQU8sSUFBTSxLQUFLLEdBQUcsVUFBQyxLQUFLLFlBQUssT0FBQSxNQUFBLEtBQUssQ0FBQyxLQUFLLENBQUMsR0FBRyxDQUFDLENBQUMsQ0FBQyxDQUFDLG1DQUFJLFFBQVEsQ0FBQSxFQUFBLENBQUM7QUFBbkQsUUFBQSxLQUFLLFNBQThDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjcsImNvbHVtbiI6MH0sIm1hcCI6eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IiJ9fSx7Im9mZnNldCI6eyJsaW5lIjo5LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6WyJwb2xpY2llcy90eXBlZC9wb2xpY3kudHMiXSwic291cmNlc0NvbnRlbnQiOlsiaW1wb3J0IHsgdGFnT2YgfSBmcm9tIFwiLi4vbGliL3RhZ3NcIjtcblxuaW50ZXJmYWNlIFNlZW4geyB0YWc6IHN0cmluZzsgY291bnQ6IG51bWJlciB9XG5cbmV4cG9ydCBmdW5jdGlvbiBqdWRnZShldmlkZW5jZTogRmFjdHNFdmlkZW5jZSwgc2V0dGluZ3M6IHVua25vd24sIHJlcG9ydDogUmVwb3J0KTogdm9pZCB7XG4gIGNvbnN0IHNlZW4gPSBuZXcgTWFwPHN0cmluZywgU2Vlbj4oKTtcbiAgZm9yIChjb25zdCBkb2Mgb2YgZXZpZGVuY2UueWFtbCEpIHtcbiAgICBmb3IgKGNvbnN0IGltYWdlIG9mIGRvYy5maW5kKFwiKiouaW1hZ2VcIikpIHtcbiAgICAgIGNvbnN0IHRhZzogc3RyaW5nID0gdGFnT2YoaW1hZ2UudmFsdWUgYXMgc3RyaW5nKTtcbiAgICAgIHNlZW4uc2V0KHRhZywgeyB0YWcsIGNvdW50OiAoc2Vlbi5nZXQodGFnKT8uY291bnQgPz8gMCkgKyAxIH0pO1xuICAgICAgcmVwb3J0Lndhcm5pbmcoXCJzZWVuXCIsIGAke3RhZ30gaXMgJHtzZWVuLmdldCh0YWcpIS5jb3VudH1gLCBpbWFnZSk7XG4gICAgfVxuICB9XG59XG4iXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6Ijs7Ozs7Ozs7Ozs7OztBQUlBLHNCQVNDO0FBYkQsb0NBQW9DO0FBSXBDLFNBQWdCLEtBQUssQ0FBQyxRQUF1QixFQUFFLFFBQWlCLEVBQUUsTUFBYzs7O0lBQzlFLElBQU0sSUFBSSxHQUFHLElBQUksR0FBRyxFQUFnQixDQUFDOztRQUNyQyxLQUFrQixJQUFBLEtBQUEsU0FBQSxRQUFRLENBQUMsSUFBSyxDQUFBLGdCQUFBLDRCQUFFLENBQUM7WUFBOUIsSUFBTSxHQUFHLFdBQUE7O2dCQUNaLEtBQW9CLElBQUEsb0JBQUEsU0FBQSxHQUFHLENBQUMsSUFBSSxDQUFDLFVBQVUsQ0FBQyxDQUFBLENBQUEsZ0JBQUEsNEJBQUUsQ0FBQztvQkFBdEMsSUFBTSxLQUFLLFdBQUE7b0JBQ2QsSUFBTSxHQUFHLEdBQVcsSUFBQSxZQUFLLEVBQUMsS0FBSyxDQUFDLEtBQWUsQ0FBQyxDQUFDO29CQUNqRCxJQUFJLENBQUMsR0FBRyxDQUFDLEdBQUcsRUFBRSxFQUFFLEdBQUcsS0FBQSxFQUFFLEtBQUssRUFBRSxDQUFDLE1BQUEsTUFBQSxJQUFJLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBQywwQ0FBRSxLQUFLLG1DQUFJLENBQUMsQ0FBQyxHQUFHLENBQUMsRUFBRSxDQUFDLENBQUM7b0JBQy9ELE1BQU0sQ0FBQyxPQUFPLENBQUMsTUFBTSxFQUFFLFVBQUcsR0FBRyxpQkFBTyxJQUFJLENBQUMsR0FBRyxDQUFDLEdBQUcsQ0FBRSxDQUFDLEtBQUssQ0FBRSxFQUFFLEtBQUssQ0FBQyxDQUFDO2dCQUNyRSxDQUFDOzs7Ozs7Ozs7UUFDSCxDQUFDOzs7Ozs7Ozs7QUFDSCxDQUFDIn19LHsib2Zmc2V0Ijp7ImxpbmUiOjU2LCJjb2x1bW4iOjB9LCJtYXAiOnsidmVyc2lvbiI6Mywic291cmNlcyI6W10sIm5hbWVzIjpbXSwibWFwcGluZ3MiOiIifX1dfQ==
