using System.Text.Json;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration.Policies;

/// <summary>Modern code in the engine, against the same code in Node.</summary>
public sealed class ModernSemanticsTests
{
    private static readonly string[] Bodies =
    [
        "class A { constructor(n) { this.n = n; } get twice() { return this.n * 2; } static of(n) { return new A(n); } toString() { return `A${this.n}`; } } class B extends A { get thrice() { return this.twice + this.n; } toString() { return super.toString() + '!'; } } return [B.of(1) instanceof B, new B(2).thrice, `${new B(3)}`];",
        "class Wrong extends Error { constructor(m, code) { super(m); this.name = 'Wrong'; this.code = code; } describe() { return `${this.name}: ${this.message} (${this.code})`; } } try { throw new Wrong('bad', 7); } catch (e) { return [e instanceof Wrong, e instanceof Error, e.describe()]; }",
        "class Counter extends Map { add(k) { return this.set(k, (this.get(k) ?? 0) + 1); } } const c = new Counter([['a', 1]]); c.add('a').add('b'); return [[...c], c instanceof Counter, c.size];",
        "class Names extends Set { longest() { return [...this].sort((a, b) => b.length - a.length)[0]; } } return new Names(['a', 'bcd', 'ef']).longest();",
        "class P { #x = 1; static #made = 0; constructor() { P.#made++; } get x() { return this.#x; } static get made() { return P.#made; } has(o) { return #x in o; } } const p = new P(); return [p.x, P.made, p.has(p), p.has({})];",
        "const m = new Map([['a', 1], ['b', 2]]); const out = []; for (const [k, v] of m) { out.push(k + v); } for (const k of m.keys()) { out.push(k); } return out;",
        "const out = []; for (const c of 'a😀b') { out.push(c.length); } for (const [i, v] of ['x', 'y'].entries()) { out.push(i, v); } return out;",
        "const { a, b: { c = 5, ...rest } = {}, ...others } = { a: 1, b: { d: 2, e: 3 }, f: 4 }; return [a, c, rest, others];",
        "const [x, , y = 9, ...z] = new Set([1, 2, undefined, 4, 5]); return [x, y, z];",
        "const f = (a, b = a + 1, ...c) => [a, b, c]; return [f(1), f(1, 2, 3, 4), f(...[7, 8], ...'ab')];",
        "return { ...{ a: 1, b: 2 }, b: 3, ...null, ['c' + 1]: 4 };",
        "function* count(n) { for (let i = 0; i < n; i++) { const got = yield i; if (got) { return got; } } } const g = count(3); return [[...count(3)], g.next(), g.next(), g.next('stop'), g.next()];",
        "function* inner() { yield 1; return 'r'; } function* outer() { const r = yield* inner(); yield r; yield* [7, 8]; } return [...outer()];",
        "function* open() { try { yield 1; yield 2; } finally { log.push('closed'); } } const log = []; for (const v of open()) { log.push(v); break; } return log;",
        "const tag = (parts, ...values) => parts.raw.join('|') + values.join(','); return tag`a${1}\\n${2}c`;",
        "const o = { a: { b: null, f() { return this.b; } } }; return [o?.a?.b?.c, o.x?.y.z, o.a.f?.(), o.a.g?.(), o.a?.['b'] ?? 'd', delete o?.a?.b];",
        "let a = null; a ??= 3; let b = 0; b ||= 4; let c = 1; c &&= 5; return [a, b, c, 2 ** 10, (-2) ** 2];",
        "const fs = []; for (let i = 0; i < 3; i++) { fs.push(() => i); } return fs.map((f) => f());",
        "const o = { x: 1, get y() { return this.x + 1; }, set y(v) { this.x = v; }, ['z']() { return 3; } }; o.y = 10; return [o.y, o.z()];",
        "const o = { *[Symbol.iterator]() { yield 1; yield 2; } }; return [...o, Math.max(...o)];",
        "const { groups: { y, m } } = /(?<y>\\d{4})-(?<m>\\d\\d)/.exec('on 2026-11-22'); return [y, m, [...'a1b2'.matchAll(/[a-z](?<n>\\d)/g)].map(({ groups }) => groups.n)];",
        "try { throw new Error('outer', { cause: new TypeError('inner') }); } catch ({ message, cause }) { return [message, cause.message]; }",
        "outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) { continue outer; } if (a === 2) { break outer; } } } return 1_000;",
        "const counts = Object.entries({ b: 2, a: 1 }).map(([k, v]) => ({ [k]: v })); return [counts, Object.fromEntries(new Map([['q', 1]])), Object.assign({}, ...counts)];",
        "const it = { from: 1, to: 3, [Symbol.iterator]() { let n = this.from, to = this.to; return { next: () => n <= to ? { value: n++, done: false } : { value: undefined, done: true } }; } }; const [p, ...q] = it; return [p, q, Array.from(it, (n) => n * n), new Set(it).size];",
        "return [...new Map([[1, new Map([[2, 3]])]])].flatMap(([k, v]) => [...v].map(([a, b]) => k + a + b));",
    ];

    private static readonly Lazy<string[]> Node = new(AskNode);

    public static TheoryData<string> Modern => [.. Bodies];

    [Theory]
    [MemberData(nameof(Modern))]
    public async Task ModernCode_DoesWhatNodeDoes(string body)
    {
        Assert.SkipUnless(ExternalProgram.Exists("node"), "node is not installed");
        var policy = await Linked.LinkAsync(
            "p.js",
            ("p.js", $"export function judge(evidence, settings, report) {{\n  report.log(JSON.stringify((() => {{ {body} }})()));\n}}\n"));

        Linked.Judge(policy).Log.ShouldBe([Node.Value[Array.IndexOf(Bodies, body)]]);
    }

    private static string[] AskNode()
    {
        var functions = string.Join(",\n", Bodies.Select(body => $"() => {{ {body} }}"));
        var answer = ExternalProgram.Run(
            "node",
            ["-e", $"console.log(JSON.stringify([{functions}].map((f) => JSON.stringify(f()))))"],
            Repository.Root).Succeeded();
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }
}
