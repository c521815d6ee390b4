using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Texts that are hard on whoever reads them.</summary>
internal static class SyntaxAttacks
{
    private const int Far = 3_000;
    private const string TooDeep = "nested more than ";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Nested("brackets", "[", "1", "]"),
        Nested("parentheses", "(", "1", ")"),
        Nested("objects", "{ a: ", "1", "}"),
        Nested("functions", "function () { return ", "1", "}"),
        Nested("arrow bodies", "() => ", "1", ""),
        Nested("arrow blocks", "() => { return ", "1", "}"),
        Nested("templates", "`${", "1", "}`"),
        Nested("classes", "class { x = ", "1", "}"),
        Nested("class heritage", "class extends ", "Object", " { }"),
        Nested("conditionals", "1 ? 2 : ", "3", ""),
        Nested("conditionals in the middle", "1 ? ", "2", " : 3"),
        Nested("logical chain", "1 && ", "1", ""),
        Nested("powers", "2 ** ", "1", ""),
        Nested("assignments", "a = ", "1", ""),
        Nested("negations", "!", "1", ""),
        Nested("typeofs", "typeof ", "1", ""),
        Nested("voids", "void ", "1", ""),
        Nested("news", "new ", "Object", ""),
        Nested("spreads", "[...", "[]", "]"),
        Nested("calls of calls", "f(", "1", ")"),
        Nested("default parameters", "(a = ", "1", ") => 1"),
        Chain("sum", "1", " + 1"),
        Chain("texts", "'a'", " + 'b'"),
        Chain("nullish chain", "a", " ?? a"),
        Chain("members", "a", ".b"),
        Chain("optional members", "a", "?.b"),
        Chain("indexes", "a", "[0]"),
        Chain("calls", "a", "()"),
        Chain("tagged templates", "a", "`b`"),
        Judged("long row of commas", $"report.log(String(({Repeat("1, ", Far)}2)));", "log 2"),
        Statements("blocks", "{", "1;", "}"),
        Statements("ifs", "if (1) ", "1;", ""),
        Statements("else-ifs", "if (1) ; else ", "1;", ""),
        Statements("loops", "for (;0;) ", "1;", ""),
        Statements("labels", string.Concat(Enumerable.Range(0, 2_000).Select(i => $"l{i}: ")), "1;", "", 1),
        Statements("tries", "try {", "1;", "} finally { }"),
        Statements("switches", "switch (1) { case 1: ", "1;", "}"),
        Statements("withs", "with (a) ", "1;", ""),
        Statements("object patterns", "var " + Repeat("{ a: ", Far), "b", Repeat("}", Far) + " = a;", 1),
        Statements("array patterns", "var " + Repeat("[", Far), "b", Repeat("]", Far) + " = a;", 1),
        Statements("static blocks", "class A { static { ", "", "} }"),
        Refused("deep brackets in a regular expression", $"\nvar x = /{Repeat("(", Far)}a{Repeat(")", Far)}/;", 2, TooDeep, "recursion"),
        Refused("brackets that are never closed", Repeat("(", 100), 1, "the script cannot be read: "),
        Refused("comment that is never closed", "\n/* " + new string('x', 1_000_000), 2, "the script cannot be read: "),
        Refused("text that is never closed", "\n'" + new string('x', 1_000_000), 2, "the script cannot be read: "),
        Refused("nothing but zeros", new string('\0', 1000), 1, "the script cannot be read: "),
        Refused("lone surrogates", "var \ud800 = 1;", 1, "the script cannot be read: "),
        Refused("number of a million digits that ends badly", new string('9', 1_000_000) + "x", 1, "the script cannot be read: "),
        Refused("regular expression without end", "\nvar r = /(?<a>.)(?<a>.)/;", 2, "the script cannot be read: "),
        Refused("names by escapes", "var \\u{110000} = 1;", 1, "the script cannot be read: "),
        Refused("HTML comment in a module", "<!-- x\nexport function judge() { }", 1, "the script cannot be read: "),
        Refused("nothing at all", "", 0, "it has no function `judge`"),
        Judged("text of a megabyte", $"const s = '{new string('x', 1_000_000)}'; report.log(String(s.length));", "log 1000000"),
        Judged("number of a million digits", $"report.log(String({new string('9', 100_000)}));", "log Infinity"),
        Judged("list of many items", $"report.log(String([{Repeat("1,", 50_000)}].length));", "log 50000"),
        Judged("many statements", Repeat("var x = 1; ", 20_000) + "report.log('end');", "log end"),
        Judged(
            "many names",
            string.Concat(Enumerable.Range(0, 20_000).Select(i => $"var v{i}; ")) + "report.log('end');", "log end"),
        Judged("many arguments", $"report.log(String(Math.max({Repeat("1,", 50_000)} 2)));", "log 2"),
        Judged(
            "call of many parameters",
            $"(function ({string.Join(",", Enumerable.Range(0, 2_000).Select(i => $"p{i}"))}) {{ report.log(typeof p1999); }})();",
            "log undefined"),
        Judged(
            "switch of many cases",
            $"switch (19999) {{ {string.Concat(Enumerable.Range(0, 20_000).Select(i => $"case {i}: "))} report.log('end'); }}",
            "log end"),
        Judged(
            "line breaks of all kinds",
            "report.log('a');\u2028report.log('b');\u2029report.log('c');\rreport.log('d');",
            "log a", "log b", "log c", "log d"),
        Judged("names that are escaped", "var \\u0061 = 1; report.log(String(a));", "log 1"),
    ];

    private static HostileScript Nested(string kind, string open, string inner, string close) =>
        Refused($"nested {kind}", $"var a, f;\nvar x = {Repeat(open, Far)}{inner}{Repeat(close, Far)};", 2, TooDeep, "recursion");

    private static HostileScript Chain(string kind, string first, string next, string end = "") =>
        Refused($"chain of {kind}", $"var a;\nvar x = {first}{Repeat(next, Far)}{end};", 2, TooDeep, "recursion");

    private static HostileScript Statements(string kind, string open, string inner, string close, int times = Far) =>
        Refused($"nested {kind}", $"var a;\n{Repeat(open, times)}{inner}{Repeat(close, times)}", 2, TooDeep, "recursion");

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
