using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Calls without end by every way into script code.</summary>
internal static class RecursionAttacks
{
    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Deep("tail call in strict code", "'use strict'; function f() { return f(); } f();"),
        Deep("strict mutual tail calls", "'use strict'; function f(n) { return g(n + 1); } function g(n) { return f(n + 1); } f(0);"),
        Deep("call in an operand", "function f() { return f() + 1; } f();"),
        Deep("call in a template", "const f = () => `${f()}`; f();"),
        Deep("call in an argument's default", "function f(a = f()) { } f();"),
        Deep("call in a computed key", "const f = () => ({ [f()]: 1 }); f();"),
        Deep("optional call", "const f = () => f?.(); f();"),
        Deep("call by new", "function F() { new F(); } new F();"),
        Deep("constructor that extends itself", "class A { constructor() { new A(); } } new A();"),
        Deep("super without end", "class A { constructor() { new B(); } } class B extends A { } new B();"),
        Deep("field initialiser", "class A { x = new A(); } new A();"),
        Deep("private field initialiser", "class A { #x = new A(); } new A();"),
        Deep("static getter", "class A { static get x() { return A.x; } } A.x;"),
        Deep("private getter", "class A { get #x() { return this.#x; } y() { return this.#x; } } new A().y();"),
        Deep("Symbol.toPrimitive", "const o = { [Symbol.toPrimitive]() { return +o; } }; +o;"),
        Deep("Symbol.hasInstance", "const o = { [Symbol.hasInstance]() { return 1 instanceof o; } }; 1 instanceof o;"),
        Deep("Symbol.iterator of itself", "const o = { [Symbol.iterator]() { return [...o][Symbol.iterator](); } }; [...o];"),
        Deep("destructuring of itself", "const o = { *[Symbol.iterator]() { const [x] = o; } }; const [x] = o;"),
        Deep("Symbol.species", "class A extends Array { static get [Symbol.species]() { new A(1).map((x) => x); } } new A(1).map((x) => x);"),
        Deep("Proxy get trap", "const p = new Proxy({}, { get(t, k, r) { return r[k]; } }); p.x;"),
        Deep("Proxy has trap", "const p = new Proxy({}, { has() { return 'x' in p; } }); 'x' in p;"),
        Deep("Proxy ownKeys trap", "const p = new Proxy({}, { ownKeys() { return Object.keys(p); } }); Object.keys(p);"),
        Deep("Proxy getPrototypeOf trap", "const p = new Proxy({}, { getPrototypeOf() { return Object.getPrototypeOf(p); } }); Object.getPrototypeOf(p);"),
        Deep("Proxy apply trap", "const p = new Proxy(() => 0, { apply() { return p(); } }); p();"),
        Deep("Proxy construct trap", "const p = new Proxy(class { }, { construct() { return new p(); } }); new p();"),
        Deep("Proxy set trap", "const p = new Proxy({}, { set(t, k, v) { p.x = v; return true; } }); p.x = 1;"),
        Deep("JSON reviver", "const f = () => JSON.parse('[1]', f); f();"),
        Deep("JSON replacer", "const f = () => JSON.stringify([1], f); f();"),
        Deep("replace callback with all matches", "const f = () => 'aa'.replaceAll('a', f); f();"),
        Deep("Symbol.replace", "const o = { [Symbol.replace]() { return 'a'.replace(o); } }; 'a'.replace(o);"),
        Deep("exec of a regular expression", "const r = /a/; r.exec = () => { r.test('a'); }; r.test('a');"),
        Deep("reduce", "const f = () => [1, 2].reduce(f); f();"),
        Deep("flatMap", "const f = () => [1].flatMap(f); f();"),
        Deep("Array.from callback", "const f = () => Array.from([1], f); f();"),
        Deep("Map.groupBy", "const f = () => Map.groupBy([1], f); f();"),
        Deep("Set method", "const s = new Set(); const o = { size: 1, has() { return s.isSubsetOf(o); }, keys() { return s.union(o).keys(); } }; s.union(o);"),
        Deep("iterator helper", "const f = () => [1].values().map(f).next(); f();"),
        Deep("typed array callback", "const f = () => new Uint8Array(1).map(f); f();"),
        Deep("tagged template", "const f = () => f`a`; f();"),
        Deep("generator that delegates to itself", "function* g() { yield* g(); } g().next();"),
        Deep("generator that runs itself anew", "function* g() { for (const x of g()) { } } g().next();"),
        Deep("label's value", "const o = { get x() { switch (o.x) { case 1: } } }; o.x;"),
        Deep("call and apply", "function f() { f.call.apply(f, []); } f();"),
        Deep("Reflect.apply", "function f() { Reflect.apply(f, null, []); } f();"),
        Deep("Reflect.construct", "function F() { Reflect.construct(F, []); } new F();"),
        Deep("Object.assign getter", "const o = { get x() { return Object.assign({}, o); } }; o.x;"),
        Deep("spread of a getter", "const o = { get x() { return { ...o }; } }; o.x;"),
        Deep("with statement", "const o = { get x() { with (o) { return x; } } }; o.x;"),
        Deep("for-in over a Proxy", "const p = new Proxy({}, { ownKeys() { for (const k in p) { } return []; } }); for (const k in p) { }"),
        Deep("place that reports itself", "const o = { get path() { report.error('a', 'm', o); return 'x'; } }; report.error('a', 'm', o);"),
        Deep("chart that draws itself", "const o = { get start() { report.chart('c', o); } , lines: [{ name: 'a', values: [1] }] }; report.chart('c', o);"),
        Deep("log of what logs itself", "const o = { toString() { report.log(String(o)); return 'x'; } }; report.log(String(o));"),
        Deep("Error whose message calls", "const f = () => { throw { get message() { return f(); } }; }; f();"),
        Deep("Date of what is a date", "const o = { valueOf() { return new Date(o); } }; new Date(o);"),
        Deep("length that asks itself", "const o = { get length() { return Array.from(o).length; } }; Array.from(o);"),
        Deep("thousand functions in a ring", "const r = []; for (let i = 0; i < 1000; i++) { r.push(() => r[(i + 1) % 1000]() + 1); } r[0]();"),
        Killed(
            "long chain of Proxies",
            "recursion timeout memory",
            "const h = { get: Reflect.get }; let p = {}; for (let i = 0; i < 200000; i++) { p = new Proxy(p, h); } p.x;"),
        Judged("long chain of bound functions", "let f = () => 1; for (let i = 0; i < 2000; i++) { f = f.bind(null); } report.log(String(f()));", "log 1"),
        Killed(
            "long chain of generators", "recursion timeout memory",
            "let g = [][Symbol.iterator](); for (let i = 0; i < 50000; i++) { const h = g; g = (function* () { yield* h; })(); } g.next();"),
        Killed(
            "long chain of iterator helpers", "recursion timeout memory",
            "let g = [1].values(); for (let i = 0; i < 200000; i++) { g = g.map((x) => x); } g.next();"),
        Killed("deep list made flat", "recursion timeout memory", "let a = []; for (let i = 0; i < 200000; i++) { a = [a]; } a.flat(Infinity);"),
        Killed(
            "deep value turned to JSON with an indent", "recursion timeout memory",
            "let o = {}; for (let i = 0; i < 200000; i++) { o = { o }; } JSON.stringify(o, null, 1);"),
        Killed("deep list compared", "recursion timeout memory", "let a = []; for (let i = 0; i < 200000; i++) { a = [a]; } a == 'x';"),
        Judged("deep value that nobody opens", "let o = {}; for (let i = 0; i < 200000; i++) { o = { o }; } report.log(typeof o.o.o);", "log object"),
        Judged(
            "long chain of prototypes, short of its end",
            "let o = { x: 1 }; for (let i = 0; i < 100; i++) { o = Object.create(o); } report.log(String(o.x));",
            "log 1"),
    ];

    private static HostileScript Deep(string name, string statement) => Stopped(name, "recursion", statement, "(recursion limit)");
}
