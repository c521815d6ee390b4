using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Worlds and values made so that whoever reads a report reads it wrong.</summary>
internal static class PoisonAttacks
{
    private const string Report = "report.error('a', 'm', { path: 'x', line: 1 });";
    private const string Reported = "error a m x:1";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Judged(
            "Object.prototype with a path",
            "Object.prototype.path = 'evil'; Object.prototype.line = 7; report.error('a', 'm', { path: 'x' });",
            "error a m x:7"),
        Judged(
            "Object.prototype with a getter",
            "Object.defineProperty(Object.prototype, 'line', { get() { throw new Error('read'); } }); try { report.error('a', 'm', { path: 'x' }); "
                + "} catch (e) { report.log(e.message); }",
            "log read"),
        Judged("Object.prototype with a setter", "Object.defineProperty(Object.prototype, 'rule', { set() { throw new Error('set'); } });" + Report, Reported),
        Judged(
            "Array.prototype with setters",
            "for (const i of [0, 1, 2]) { Object.defineProperty(Array.prototype, i, { set() { throw new Error('set'); }, get() { return 'evil'; "
                + "}, configurable: true }); }" + Report + "report.log([1, 2].join());",
            Reported,
            "log 1,2"),
        Judged(
            "Array.prototype with numbers",
            "Array.prototype[1] = 9; report.chart('c', { start: '2026-01-05', step: 1, lines: [{ name: 'a', values: [1, , 3] }] });",
            "chart c 1,9,3"),
        Judged(
            "Array.prototype.concat",
            "Array.prototype.concat = Array.prototype.slice = Array.prototype.push = () => { throw new Error(); };" + Report,
            Reported),
        Judged(
            "Symbol.iterator of arrays",
            "Array.prototype[Symbol.iterator] = function* () { yield 'evil'; }; report.chart('c', { start: '2026-01-05', step: 1, lines: [{ name: "
                + "'a', values: [1, 2] }] });",
            "chart c 1,2"),
        Judged(
            "Symbol.species of values",
            "class A extends Array { static get [Symbol.species]() { throw new Error(); "
                + "} } report.chart('c', { start: '2026-01-05', step: 1, lines: A.of({ name: 'a', values: A.of(1, 2) }) });",
            "chart c 1,2"),
        Judged(
            "Symbol.toPrimitive of texts",
            "String.prototype[Symbol.toPrimitive] = String.prototype.toString = String.prototype.valueOf = () => 'evil';" + Report,
            Reported),
        Judged(
            "JSON replaced",
            "JSON.parse = JSON.stringify = () => 'evil'; Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = () => 'evil';" + Report,
            Reported),
        Judged("prototype of Object gone", "Object.setPrototypeOf(Array.prototype, null); Object.setPrototypeOf(Function.prototype, null);" + Report, Reported),
        Judged("prototype of the global object", "try { Object.setPrototypeOf(globalThis, null); } catch (e) { report.log(e.name); }" + Report, Reported),
        Judged("globals gone", "for (const k of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[k]; } catch { } }" + Report, Reported),
        Judged("globals frozen", "Object.freeze(globalThis); Object.freeze(Object.prototype); Object.freeze(Array.prototype);" + Report, Reported),
        Judged("undefined with a value", "undefined = 1; globalThis.undefined = 1; NaN = 1;" + Report, Reported),
        Judged("RegExp replaced", "RegExp.prototype.exec = RegExp.prototype.test = RegExp.prototype[Symbol.match] = () => null;" + Report, Reported),
        Judged(
            "Error replaced",
            "globalThis.Error = globalThis.TypeError = function () { return { message: 'evil' }; }; try { null.x; } catch (e) { report.log(e.message); }",
            "log Cannot read properties of null (reading 'x')"),
        Judged(
            "place that changes",
            "let n = 0; report.error('a', 'm', { get path() { return ++n === 2 ? 'x' : '/etc/passwd'; }, get line() { return ++n === 1 ? 3 : -1; } });",
            "error a m x:3"),
        Judged(
            "path that is read once",
            "let n = 0; report.error('a', 'm', { get path() { n++; return 'x'; }, get line() { n += 10; return 1; }, get column() { n += 100; "
                + "return 1; }, get endLine() { n += 1000; return 2; }, get endColumn() { n += 10000; return 2; }, get identity() { n += 100000; "
                + "return 'i'; }, get help() { n += 1000000; return 'h'; } }); report.log(String(n));",
            "error a m x:1:1-2:2 i h",
            "log 1111111"),
        Judged(
            "Proxy as a place",
            "const seen = []; report.error('a', 'm', new Proxy({ path: 'x', line: 1 }, { get(t, k) { seen.push(k); return t[k]; "
                + "}, ownKeys(t) { return Reflect.ownKeys(t); } })); report.log(seen.sort().join());",
            Reported,
            "log column,commit,count,endColumn,endLine,help,identity,line,path"),
        Judged(
            "Proxy as a place that hides its keys",
            "report.error('a', 'm', new Proxy({}, { ownKeys: () => [], get: (t, k) => ({ path: 'x', line: 1 })[k] }));",
            Reported),
        Wrong(
            "Proxy as a place with a key too many",
            "report.error('a', 'm', new Proxy({}, { ownKeys: () => ['path', 'lin'], get: () => 'x' }));",
            "where has no \"lin\""),
        Wrong("Proxy of a list as a place", "report.error('a', 'm', new Proxy([], {}));", "where"),
        Wrong("revoked Proxy as a place", "const r = Proxy.revocable({}, {}); r.revoke(); report.error('a', 'm', r.proxy);", "it threw TypeError"),
        Wrong("function as a place", "report.error('a', 'm', function path() { });", "where"),
        Wrong(
            "place whose path is an object that looks like a text",
            "report.error('a', 'm', { path: { toString: () => 'x' } });",
            "where.path must be a text, not an object"),
        Wrong("place whose path is a text object", "report.error('a', 'm', { path: new String('x') });", "where.path must be a text, not an object"),
        Wrong("message that is a text object", "report.error('a', new String('m'));", "the message must be a text, not an object"),
        Wrong("rule that is a list", "report.error(['a'], 'm');", "the rule must be a text, not an array"),
        Wrong("absolute path", "report.error('a', 'm', { path: '/etc/passwd' });", "where.path must be relative"),
        Wrong("path upwards", "report.error('a', 'm', { path: 'a/../../b' });", "where.path must be relative"),
        Wrong("path with a NUL", "report.error('a', 'm', { path: 'a\\0b' });", "where.path must be relative"),
        Wrong("line of infinity", "report.error('a', 'm', { path: 'x', line: Infinity });", "where.line must be a whole number"),
        Wrong("line beyond all files", "report.error('a', 'm', { path: 'x', line: 2 ** 31 });", "where.line must be a whole number"),
        Wrong("line of a bigint", "report.error('a', 'm', { path: 'x', line: 1n });", "where.line must be a whole number"),
        Wrong("metric of a bigint", "report.metric('a', 1n);", "must be a finite number, not a bigint"),
        Wrong("metric of NaN", "report.metric('a', NaN);", "must be a finite number"),
        Wrong("output given twice", "report.output('a', '1'); report.output('a', '2');", "was given before"),
        Wrong(
            "chart of too many values",
            "const values = new Array(20001).fill(1); report.chart('c', { start: '2026-01-05', step: 1, lines: [{ name: 'a', values }] });",
            "values of a chart has 20001 items") with { Limits = ["reports"] },
        Stopped(
            "charts of too many values together", "reports",
            "const values = new Array(20000).fill(1); for (;;) { report.chart('c', { start: '2026-01-05', step: 1, lines: [{ name: 'a', values }] }); }",
            "all charts together"),
        Wrong(
            "chart that ends after all years",
            "report.chart('c', { start: '9999-12-31', step: 999999999, lines: [{ name: 'a', values: [1, 2] }] });",
            "after the year 9999"),
        Judged(
            "chart whose list grows while it is read",
            "const values = [1, 2]; Object.defineProperty(values, 0, { get() { values.push(9); return 1; } }); "
                + "report.chart('c', { start: '2026-01-05', step: 1, lines: [{ name: 'a', values }] });",
            "chart c 1,2"),
        Judged(
            "chart whose list shrinks while it is read",
            "const values = [1, 2, 3]; Object.defineProperty(values, 0, { get() { values.length = 1; return 1; } }); "
                + "report.chart('c', { start: '2026-01-05', step: 1, lines: [{ name: 'a', values }] });",
            "chart c 1,,"),
        Wrong("thrown Proxy", "throw new Proxy(new Error('x'), { get() { throw new Error('y'); } });", "it threw "),
        Wrong(
            "thrown error with a Proxy for a prototype",
            "const e = new Error('x'); Object.setPrototypeOf(e, new Proxy({}, { getOwnPropertyDescriptor() { throw new Error('y'); } })); throw e;",
            "it threw "),
        Wrong(
            "thrown error whose prototype loops",
            "const e = new Error('x'); Object.setPrototypeOf(e, new Proxy({}, { getOwnPropertyDescriptor() { for (;;) { } } })); throw e;",
            "it threw "),
        Stopped(
            "thrown error with getters", "recursion",
            "const e = new Error('x'); for (const k of ['message', 'name', 'stack', 'cause']) { Object.defineProperty(e, k, { get() { for (let i = "
                + "0; i < 10; i++) { } throw e; } }); } throw e;"),
        Wrong("thrown object without a prototype", "throw Object.create(null);", "it threw an object"),
        Wrong("thrown symbol", "throw Symbol('x');", "it threw a symbol"),
        Wrong("thrown bigint", "throw 1n;", "it threw a bigint"),
        Wrong("thrown report", "throw report;", "there is no `message` here"),
        Wrong("thrown function", "throw function f() { };", "it threw a function"),
        Wrong("thrown error without a message", "const e = new Error('x'); delete e.message; throw e;", "it threw Error"),
        Stopped(
            "thrown error whose message is an object that throws it", "recursion",
            "const e = new Error('x'); e.message = { toString() { throw e; } }; throw e;"),
        Wrong("thrown error with a message of megabytes", "throw new Error('x'.repeat(5e6));", "it threw Error: xxx"),
        Wrong("thrown text of megabytes", "throw 'x'.repeat(5e6);", "it threw \"xxx"),
        Wrong("thrown half of a character", "throw new Error('a\\ud800b');", "it threw Error: a\ufffdb"),
        Wrong("thrown error with causes without end", "const e = new Error('x'); e.cause = e; throw e;", "it threw Error: x"),
        Wrong("thrown errors in an error", "const e = new AggregateError([], 'x'); e.errors = [e]; throw e;", "it threw AggregateError: x"),
        Wrong(
            "thrown error that pretends to be a limit",
            "throw new RangeError('Maximum call stack size exceeded');",
            "nested too deep for the engine's stack (recursion limit)") with { Limits = ["recursion"] },
        Wrong(
            "thrown error whose place is forged",
            "const e = new Error('x'); e.stack = '    at f (policies/hostile/policy.js:77:7)'; e.lineNumber = 77; throw e;",
            "it threw Error: x"),
    ];
}
