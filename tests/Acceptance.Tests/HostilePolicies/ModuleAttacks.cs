using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Files that import each other.</summary>
internal static class ModuleAttacks
{
    private const string Judge = "export function judge(evidence, settings, report) {\n  ";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Files(
            "two files in a circle",
            "import { b } from './b.js';\nexport const a = 1;\n" + Judge + "report.log(b());\n}",
            ("b.js", "import { a } from './policy.js';\nexport function b() { return String(a); }")) with { Reports = ["log 1"] },
        Files(
            "circle that looks too early",
            "import { b } from './b.js';\nexport const a = 1;\n" + Judge + "report.log(b);\n}",
            ("b.js", "import { a } from './policy.js';\nexport const b = a + 1;")) with { Says = "b.js:2:18: it threw ReferenceError" },
        Files(
            "file that imports itself",
            "import { x as y } from './policy.js';\nexport const x = 2;\n" + Judge + "report.log(String(y));\n}") with { Reports = ["log 2"] },
        Files(
            "circle of names passed on",
            "export * from './b.js';\nimport { nothing } from './b.js';\n" + Judge + "\n}",
            ("b.js", "export * from './policy.js';")) with { Line = 2, Says = "exports no `nothing`" },
        Files(
            "name that passes itself on", "import { x } from './b.js';\n" + Judge + "\n}",
            ("b.js", "export { x } from './c.js';"),
            ("c.js", "export { x } from './b.js';")),
        Files(
            "name from two files",
            "import { x } from './b.js';\n" + Judge + "report.log(String(x));\n}",
            ("b.js", "export * from './c.js';\nexport * from './d.js';"),
            ("c.js", "export const x = 1;"),
            ("d.js", "export const x = 2;")),
        Files(
            "thousand files in a row",
            "import { x } from './m0.js';\n" + Judge + "report.log(String(x));\n}",
            Row(1000, i => $"import {{ x as y }} from './m{i + 1}.js';\nexport const x = y + 1;", "export const x = 1;")) with { Reports = ["log 1000"] },
        Files(
            "thousand files that pass on",
            "import { x } from './m0.js';\n" + Judge + "report.log(String(x));\n}",
            Row(1000, i => $"export * from './m{i + 1}.js';", "export const x = 1;")) with { Reports = ["log 1"] },
        Files(
            "thousand files in a circle",
            "import { x } from './m0.js';\n" + Judge + "report.log(typeof x());\n}",
            Row(
                1000,
                i => $"import {{ x as y }} from './m{i + 1}.js';\nexport function x() {{ return y; }}",
                "import { x as y } from './m0.js';\nexport function x() { return typeof y; }")) with { Reports = ["log function"] },
        Files(
            "thousand files side by side",
            string.Concat(Enumerable.Range(0, 1000).Select(i => $"import {{ x as x{i} }} from './m{i}.js';\n")) + Judge + "report.log(String(x999));\n}",
            Row(1000, i => $"export const x = {i};", "export const x = 999;")) with { Reports = ["log 999"] },
        Files(
            "file that loops while it loads", "import './b.js';\n" + Judge + "\n}",
            ("b.js", "export {};\nfor (;;) { }")) with { Limits = ["timeout", "statements"], Line = 2, Says = "b.js:2:" },
        Files(
            "file that throws while it loads", "import './b.js';\n" + Judge + "\n}",
            ("b.js", "export {};\nthrow new Error('b');")) with { Line = 2, Says = "b.js:2:7: it threw Error: b" },
        Files(
            "file that poisons the next",
            "import './b.js';\n" + Judge + "report.error('a', 'm', { path: 'x' });\n}",
            ("b.js", "Object.prototype.line = 3; Array.prototype.map = null; export {};")) with { Reports = ["error a m x:3"] },
        Files(
            "namespace that is written to",
            "import * as b from './b.js';\n" + Judge + "b.x = 2;\n}",
            ("b.js", "export let x = 1;")) with { Says = "policy.js:3:3: it threw TypeError" },
        Files("import that is written to", "import { x } from './b.js';\n" + Judge + "x = 2;\n}", ("b.js", "export let x = 1;")) with { Says = "policy.js:3:" },
        Files(
            "namespace as the report of a place",
            "import * as b from './b.js';\n" + Judge + "report.error('a', 'm', b);\n}",
            ("b.js", "export const path = 'x', line = 2;")) with { Reports = ["error a m x:2"] },
        Files(
            "names of the language as names of files",
            "import { x } from './__proto__.js';\nimport { x as y } from './constructor';\n" + Judge + "report.log(x + y);\n}",
            ("__proto__.js", "export const x = 'p';"),
            ("constructor.js", "export const x = 'c';")) with { Reports = ["log pc"] },
        Files(
            "file with the name of a place",
            "import { f } from './a (policy.js:1:1).js';\n" + Judge + "f(report);\n}",
            ("a (policy.js:1:1).js", "\n\nexport function f(report) { report.error('A B', 'm'); }")) with { Line = 3, Says = "a (policy.js:1:1).js:3:" },
        Files(
            "judge of another file", "export { judge } from './b.js';",
            ("b.js", "export function judge(evidence, settings, report) { report.log('b'); }")) with { Reports = ["log b"] },
        Files(
            "names that are texts",
            "import { 'a b' as x } from './b.js';\n" + Judge + "report.log(String(x));\n}",
            ("b.js", "const y = 1;\nexport { y as 'a b' };")) with { Reports = ["log 1"] },
        Files("container in a text", Judge + "report.log(`\n//# module 3 evil.js\nabc\n`);\n}") with { Reports = ["log \n//# module 3 evil.js\nabc\n"] },
        new(
            "container that lies about its length",
            "//# gates-policy 1 policies/hostile/policy.js\n//# module 999 policies/hostile/policy.js\nx\n",
            [],
            0,
            "cannot be told apart"),
        new("container of a later version", "//# gates-policy 2 policies/hostile/policy.js\n", [], 0, "cannot be told apart"),
        new("container without its entry", "//# gates-policy 1 policies/hostile/policy.js\n//# module 1 b.js\nx\n", [], 0, "cannot be told apart"),
    ];

    private static HostileScript Files(string name, string entry, params (string Path, string Text)[] others) => new(name, entry, [])
    {
        Others = others.ToDictionary(file => "policies/hostile/" + file.Path, file => file.Text, StringComparer.Ordinal),
    };

    private static (string Path, string Text)[] Row(int count, Func<int, string> text, string last) =>
        [.. Enumerable.Range(0, count).Select(i => ($"m{i}.js", i == count - 1 ? last : text(i)))];
}
