using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

/// <summary>
/// A worker keeps scripts that it has parsed. What one judgement does must not be seen by the next, through whatever the engine notes in the tree.
/// </summary>
public sealed class SharedTreeTests
{
    [Theory]
    [InlineData("counters", "let n = 0; export function judge(e, s, r) { r.log(String(++n)); }")]
    [InlineData("objects of the module", "const seen = {}; export function judge(e, s, r) { seen[e.name] = 1; r.log(Object.keys(seen).join()); }")]
    [InlineData(
        "template objects",
        "const tag = (t) => t; let last; const f = () => tag`a${1}b`; export function judge(e, s, r) { r.log([f() === f(), f().x, Object.isFrozen(f()), Object.isExtensible(f().raw)].join()); }")]
    [InlineData(
        "template objects in a map",
        "const m = new WeakMap(); const f = () => ((t) => t)`x`; export function judge(e, s, r) { r.log(String(m.has(f()))); m.set(f(), 1); }")]
    [InlineData(
        "regular expressions",
        "const f = () => /a/g; const k = /a/g; export function judge(e, s, r) { k.exec('aaa'); f().exec('aa'); f().x = 1; r.log([k.lastIndex, f().lastIndex, f().x, f() === f()].join()); }")]
    [InlineData(
        "regular expression recompiled",
        "const k = /a/; export function judge(e, s, r) { r.log(String(k.test('a'))); k.compile('b'); r.log(String(/a/.test('a') && k.test('b'))); }")]
    [InlineData(
        "private names",
        "let old; class A { #x = 1; static has(o) { return #x in o; } } export function judge(e, s, r) { const a = new A(); r.log([A.has(a), A.has({})].join()); old = a; }")]
    [InlineData(
        "static members",
        "class A { static n = 0; static #m = 0; static up() { return ++A.#m + A.n++; } } export function judge(e, s, r) { r.log(String(A.up())); }")]
    [InlineData("functions with properties", "function f() { return f.n = (f.n ?? 0) + 1; } export function judge(e, s, r) { r.log(String(f())); }")]
    [InlineData(
        "calls that were replaced",
        "export function judge(e, s, r) { r.log([1, 2].map((x) => x + 1).join()); Array.prototype.map = () => ['evil']; r.log([1, 2].map((x) => x).join()); }")]
    [InlineData(
        "properties that were replaced",
        "const o = { get x() { return 'own'; } }; export function judge(e, s, r) { r.log(o.x); Object.defineProperty(o, 'x', { value: 'new' }); r.log(o.x); delete o.x; Object.prototype.x = 'evil'; r.log(o.x); }")]
    [InlineData(
        "globals that were replaced",
        "export function judge(e, s, r) { r.log([Math.max(1, 2), parseInt('7')].join()); Math.max = () => 9; globalThis.parseInt = () => 9; r.log([Math.max(1, 2), parseInt('7')].join()); }")]
    [InlineData("globals that were added", "export function judge(e, s, r) { r.log(typeof x); globalThis.x = 1; r.log(typeof x); }")]
    [InlineData("globals of a plain script", "var n = n || 0; n++; function judge(e, s, r) { r.log(String(n++) + typeof m); m = 1; }")]
    [InlineData("symbols", "export function judge(e, s, r) { const k = Symbol.for('k'); r.log(String(Object.prototype[k])); Object.prototype[k] = 1; }")]
    [InlineData(
        "constants",
        "const list = [1, 2]; const o = { a: { b: 1 } }; export function judge(e, s, r) { list.push(3); o.a.b++; r.log(JSON.stringify([list, o, [1, 2].concat([3])])); }")]
    [InlineData(
        "literals in a function",
        "const f = () => [1, { a: 2 }]; export function judge(e, s, r) { f()[1].a = 9; f().push(9); r.log(JSON.stringify(f())); }")]
    [InlineData(
        "generators",
        "function* g() { let n = 0; while (true) { yield n++; } } const it = g(); export function judge(e, s, r) { it.next(); r.log(String(it.next().value)); }")]
    [InlineData(
        "generators left in the middle",
        "function* g() { try { yield 1; yield 2; } finally { yield 3; } } const it = g(); export function judge(e, s, r) { for (const x of it) { r.log(String(x)); break; } r.log(JSON.stringify(it.next())); }")]
    [InlineData(
        "closures in loops",
        "const fs = []; export function judge(e, s, r) { for (let i = 0; i < 3; i++) { fs.push(() => i++); } r.log(fs.map((f) => f()).join()); }")]
    [InlineData(
        "catch and its variable",
        "export function judge(e, s, r) { const fs = []; for (let i = 0; i < 2; i++) { try { throw i; } catch (x) { fs.push(() => x++); } } r.log(fs.map((f) => f() + f()).join()); }")]
    [InlineData(
        "shapes of evidence",
        "const f = (o) => [o.name, o.a, o.b].join(); export function judge(e, s, r) { r.log(f(e) + f({ b: 1, name: 2 }) + f(s)); }")]
    [InlineData(
        "defaults and rest",
        "function f(a = [], ...b) { a.push(b.length); return a; } export function judge(e, s, r) { f(); r.log(f(undefined, 1, 2).join()); }")]
    [InlineData(
        "names of functions",
        "const o = { f() { }, get g() { return 1; } }; export function judge(e, s, r) { r.log(o.f.name); Object.defineProperty(o.f, 'name', { value: 'evil' }); r.log(o.f.name + String(o.f)); }")]
    [InlineData(
        "switch, labels and blocks",
        "export function judge(e, s, r) { out: for (const x of [1, 2, 3]) { switch (x) { case 2: { let y = x; r.log(String(y)); break out; } default: let z = 1; r.log(String(z++)); } } }")]
    [InlineData(
        "frozen prototypes",
        "export function judge(e, s, r) { const a = [1]; a.x = 1; r.log([a.x, Object.isFrozen(Array.prototype)].join()); Object.freeze(Array.prototype); Object.freeze(a); }")]
    [InlineData(
        "legacy members of RegExp",
        "export function judge(e, s, r) { r.log(String(RegExp.$1) + String(RegExp.lastMatch)); /(b)/.exec('abc'); r.log(String(RegExp.$1)); }")]
    public void SecondJudgement_SeesNothingOfTheFirst(string what, string text)
    {
        var kept = Load(text);

        var first = Judge(kept, "one");
        Judge(kept, "two").ShouldBe(Judge(Load(text), "two"), what);
        Judge(kept, "one").ShouldBe(first, what);
    }

    [Theory]
    [InlineData("a mistake", "r.error('A B', 'm');")]
    [InlineData("an error", "throw new Error('x');")]
    [InlineData("recursion", "(function f() { f(); })();")]
    [InlineData("an endless loop", "for (;;) { }")]
    [InlineData(
        "an error in a generator",
        "const it = (function* () { try { yield 1; } finally { throw new Error('x'); } })(); for (const x of it) { break; }")]
    [InlineData("an error in a comparator", "[3, 1, 2].sort(() => { throw new Error('x'); });")]
    public void JudgementAfterOneThatFailed_IsAsOnAFreshScript(string what, string statement)
    {
        var text = $"let n = 0; const f = (o) => {{ try {{ n++; if (o.name === 'one') {{ {statement.Replace("r.", "o.r.", StringComparison.Ordinal)} }} return n; }} finally {{ n += 10; }} }};\n"
            + "export function judge(e, s, r) { e.r = r; for (let i = 0; i < 3; i++) { r.log(String(f(e))); } }";
        var kept = Load(text);
        var expected = Judge(Load(text), "two");

        Should.Throw<PolicyException>(() => Judge(kept, "one"), what);

        Judge(kept, "two").ShouldBe(expected, what);
        expected.ShouldBe("1|12|23");
    }

    private static PolicyScript Load(string text) => PolicyScript.Load(new PolicySource("test.js", text));

    private static string Judge(PolicyScript script, string name)
    {
        var facts = JsonSerializer.SerializeToElement(new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = name, ["a"] = 1, [name] = 2 });
        var limits = new PolicyLimits { Timeout = TimeSpan.FromSeconds(20), Statements = 200_000 };
        return string.Join('|', script.Judge(new Evidence("test/v1", facts), JsonElement.Parse("{}"), limits).Log);
    }
}
