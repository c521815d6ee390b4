using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Ways to go on after the end: what stops a judgement must not be caught, hidden or replaced.</summary>
internal static class SwallowAttacks
{
    private const string Bad = "report.error('A B', 'm')";
    private const string BadName = "is not a rule's name";
    private const string Iterator =
        "const it = { [Symbol.iterator]() { return this; }, next() { return { done: false, value: 1 }; }, return() { throw new Error('swallowed'); } };";
    private const string Endless = "for (;;) { }";
    private const string Deep = "(function f() { f(); })()";
    private const string Stop = "statements timeout";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Wrong("mistake in finally with return", $"(() => {{ try {{ {Bad}; }} finally {{ return 1; }} }})();", BadName),
        Wrong("mistake in finally with break", $"for (;;) {{ try {{ {Bad}; }} finally {{ break; }} }}", BadName),
        Wrong("mistake in finally with continue", $"for (let i = 0; i < 2; i++) {{ try {{ {Bad}; }} finally {{ continue; }} }}", BadName),
        Wrong("mistake in finally with a label", $"out: {{ try {{ {Bad}; }} finally {{ break out; }} }}", BadName),
        Wrong("mistake in finally that throws", $"try {{ try {{ {Bad}; }} finally {{ throw new Error('other'); }} }} catch (e) {{ }}", BadName),
        Wrong(
            "mistake while a loop closes its iterator",
            $"{Iterator} try {{ for (const x of it) {{ {Bad}; }} }} catch (e) {{ report.log('swallowed'); }}",
            BadName),
        Wrong(
            "mistake while a spread closes its iterator",
            $"const it = {{ [Symbol.iterator]() {{ return this; }}, next() {{ return {{ done: false, get value() {{ {Bad}; }} }}; "
                + "}, return() { throw new Error(); } }; try { [...it]; } catch (e) { }",
            BadName),
        Wrong("mistake in Array.from", $"{Iterator} try {{ Array.from(it, () => {Bad}); }} catch (e) {{ }}", BadName),
        Wrong(
            "mistake in a map's constructor",
            $"{Iterator} it.next = () => ({{ done: false, value: {{ get 0() {{ {Bad}; }} }} }}); try {{ new Map(it); }} catch (e) {{ }}",
            BadName),
        Wrong("mistake in a set's constructor", $"{Iterator} Set.prototype.add = () => {Bad}; try {{ new Set(it); }} catch (e) {{ }}", BadName),
        Wrong(
            "mistake in Object.fromEntries",
            $"{Iterator} it.next = () => ({{ done: false, value: {{ get 0() {{ {Bad}; }} }} }}); try {{ Object.fromEntries(it); }} catch (e) {{ }}",
            BadName),
        Wrong(
            "mistake in a destructuring",
            $"{Iterator} try {{ const [a = {Bad}] = {{ [Symbol.iterator]: () => ({{ next: () => ({{ done: false }}), return() {{ throw new Error(); "
                + "} }) }; } catch (e) { }",
            BadName),
        Wrong("mistake in a delegation", $"{Iterator} function* g() {{ yield* it; }} try {{ for (const x of g()) {{ {Bad}; }} }} catch (e) {{ }}", BadName),
        Wrong(
            "mistake in a generator that has a finally",
            $"function* g() {{ try {{ yield 1; }} finally {{ throw new Error(); }} }} try {{ for (const x of g()) {{ {Bad}; }} }} catch (e) {{ }}",
            BadName),
        Wrong("mistake in an iterator helper", $"{Iterator} try {{ Iterator.from(it).map(() => {Bad}).toArray(); }} catch (e) {{ }}", BadName),
        Wrong("mistake in forEach of a helper", $"{Iterator} try {{ Iterator.from(it).forEach(() => {Bad}); }} catch (e) {{ }}", BadName),
        Wrong("mistake in some of a helper", $"{Iterator} try {{ Iterator.from(it).some(() => {Bad}); }} catch (e) {{ }}", BadName),
        Wrong("mistake in flatMap of a helper", $"{Iterator} try {{ Iterator.from(it).flatMap(() => {Bad}).next(); }} catch (e) {{ }}", BadName),
        Wrong("mistake in groupBy", $"{Iterator} try {{ Object.groupBy(it, () => {Bad}); }} catch (e) {{ }}", BadName),
        Wrong(
            "mistake in a set's method",
            $"{Iterator} try {{ new Set([1]).union({{ size: 1, has() {{ }}, keys() {{ return {{ next() {{ {Bad}; }}, return() {{ throw new Error(); "
                + "} }; } }); } catch (e) { }",
            BadName),
        Wrong("mistake in a comparator", $"try {{ [2, 1].sort(() => {Bad}); }} catch (e) {{ }}", BadName),
        Wrong("mistake in a replacement", $"try {{ 'a'.replace(/a/, () => {Bad}); }} catch (e) {{ }}", BadName),
        Wrong("mistake in toString", $"try {{ `${{{{ toString() {{ {Bad}; }} }}}}`; }} catch (e) {{ }}", BadName),
        Judged("mistake in a message that nobody reads", $"try {{ throw {{ get message() {{ {Bad}; }} }}; }} catch (e) {{ }}"),
        Wrong("mistake in a Proxy", $"try {{ new Proxy({{}}, {{ get() {{ {Bad}; }} }}).x; }} catch (e) {{ }}", BadName),
        Wrong("mistake in a static block", $"try {{ class A {{ static {{ {Bad}; }} }} }} catch (e) {{ }}", BadName),
        Wrong("mistake in a reviver", $"try {{ JSON.parse('[1]', () => {Bad}); }} catch (e) {{ }}", BadName),
        Wrong(
            "mistake of a function whose name throws",
            $"const f = () => {Bad}; Object.defineProperty(f, 'name', {{ get() {{ throw new Error('swallowed'); }} }}); try {{ f(); }} catch (e) {{ }}",
            BadName),
        Wrong(
            "mistake of a function whose name is a mistake",
            $"const f = () => {Bad}; Object.defineProperty(f, 'name', {{ get() {{ return report.nonsense; }} }}); try {{ f(); }} catch (e) {{ }}",
            BadName),
        Wrong(
            "mistake of a function whose name is no text",
            $"const f = () => {Bad}; Object.defineProperty(f, 'name', {{ value: Symbol() }}); try {{ f(); }} catch (e) {{ }}",
            BadName),
        Wrong(
            "mistake of a function whose name loops",
            $"const f = () => {Bad}; Object.defineProperty(f, 'name', {{ get() {{ {Endless} }} }}); try {{ f(); }} catch (e) {{ }}",
            BadName),
        Wrong(
            "absent property while a loop closes its iterator",
            $"{Iterator} try {{ for (const x of it) {{ report.eror; }} }} catch (e) {{ }}",
            "there is no `eror` here"),
        Wrong("clock while a loop closes its iterator", $"{Iterator} try {{ for (const x of it) {{ Date.now(); }} }} catch (e) {{ }}", "a policy has no clock"),
        Wrong(
            "code while a loop closes its iterator",
            $"{Iterator} try {{ for (const x of it) {{ Function('1'); }} }} catch (e) {{ }}",
            "a policy makes no code from text"),
        Wrong("reporting after a mistake", $"try {{ {Bad}; }} catch (e) {{ }} finally {{ report.pass('a', 'fine'); }}", BadName),
        Stopped(
            "recursion while a loop closes its iterator", "recursion",
            $"{Iterator} try {{ for (const x of it) {{ {Deep}; }} }} catch (e) {{ report.log('swallowed'); }}"),
        Stopped("recursion in Array.from", "recursion", $"{Iterator} try {{ Array.from(it, () => {Deep}); }} catch (e) {{ }}"),
        Stopped("recursion in finally", "recursion", $"try {{ {Deep}; }} finally {{ report.pass('a', 'fine'); }}"),
        Stopped("recursion that is caught ever again", "recursion", $"for (;;) {{ try {{ {Deep}; }} catch (e) {{ }} }}"),
        Stopped(
            "stack of the engine that is caught", "recursion timeout",
            "let a = []; for (let i = 0; i < 200000; i++) { a = [a]; } try { String(a); } catch (e) { report.log('swallowed'); }"),
        Stopped(
            "stack of the engine that is caught ever again", "recursion timeout",
            "let a = []; for (let i = 0; i < 200000; i++) { a = [a]; } for (;;) { try { String(a); } catch (e) { } }"),
        Stopped(
            "stack of the engine that is measured", "recursion",
            "let n = 0; const f = [() => { n++; f[1](); }, () => { n++; f[0](); }]; for (let i = 0; i < 2000; i++) { const g = f[i % 2]; "
                + "f[i % 2] = () => { n++; g(); f[n % 2](); }; } try { f[0](); } catch (e) { report.log(String(n)); }"),
        Stopped("findings while a loop closes its iterator", "reports", $"{Iterator} try {{ for (const x of it) {{ report.log('a'); }} }} catch (e) {{ }}"),
        Stopped(
            "text while a loop closes its iterator", "text",
            $"{Iterator} try {{ for (const x of it) {{ report.log('x'.repeat(9000)); }} }} catch (e) {{ }}"),
        Stopped(
            "endless loop while a loop closes its iterator", Stop,
            $"{Iterator} try {{ for (const x of it) {{ {Endless} }} }} catch (e) {{ report.log('swallowed'); }}"),
        Stopped(
            "endless loop in an iterator's return", Stop,
            $"const it = {{ [Symbol.iterator]() {{ return this; }}, next() {{ return {{ done: false }}; }}, return() {{ {Endless} }} }}; "
                + $"for (const x of it) {{ {Endless} }}"),
        Stopped("regular expression that is caught", "timeout", "try { /^(a+)+$/.test('a'.repeat(50) + '!'); } catch (e) { report.log('swallowed'); }"),
        Killed(
            "memory while a loop closes its iterator", "memory timeout",
            $"{Iterator} try {{ for (const x of it) {{ const a = []; for (;;) {{ a.push(new Array(100000).fill(1)); "
                + "} } } catch (e) { report.log('swallowed'); }"),
        Killed("one allocation that is caught", "memory timeout", "try { new ArrayBuffer(2e9); } catch (e) { report.log('swallowed'); }"),
        Killed("allocations that are caught ever again", "memory timeout", "for (;;) { try { new ArrayBuffer(2e9); } catch (e) { } }"),
        Judged(
            "errors that a script may catch",
            "let n = 0; for (let i = 0; i < 1000; i++) { try { 'x'.repeat(-1); } catch (e) { n += e instanceof RangeError ? 1 : 0; } } report.log(String(n));",
            "log 1000"),
    ];
}
