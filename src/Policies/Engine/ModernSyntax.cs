using System.Text.RegularExpressions;

namespace Gates.Policies.Engine;

/// <summary>Names the newer construct behind a syntax error, and what to write instead.</summary>
internal static partial class ModernSyntax
{
    /// <value>Longer lines are not written by hand; they get the parser's own message.</value>
    private const int MaxLine = 2_000;

    private static readonly (string Name, string Instead, Func<Regex> Pattern)[] Constructs =
    [
        ("an `async` function", "plain calls: a policy has nothing to wait for", Async),
        ("an arrow function", "`function (x) { … }`", Arrow),
        ("a template string", "`\"text \" + value`", Template),
        ("a class", "a function that returns an object", Class),
        ("`import`", "the function in this file: a policy is one file", Import),
        ("`export`", "`function judge(evidence, settings, report) { … }` alone", Export),
        ("the spread or rest `...`", "`concat`, `apply` or `Object.assign`", Spread),
        ("optional chaining `?.`", "`a && a.b`", OptionalChaining),
        ("`??`", "`a === undefined || a === null ? b : a`", Nullish),
        ("`**`", "`Math.pow(a, b)`", Power),
        ("`for … of`", "`list.forEach(function (item) { … })`", ForOf),
        ("a generator", "a function that returns an array", Generator),
        ("destructuring", "`var a = object.a`", Destructuring),
        ("a default parameter", "`if (a === undefined) { a = 1; }`", DefaultParameter),
        ("`catch` without a name", "`catch (e)`", BareCatch),
        ("a type annotation", "the name without its type", Annotation),
        ("a method in short form", "`name: function () { … }`", ShortMethod),
        ("a property in short form", "`name: name`", ShortProperty),
        ("a number with `_`", "the digits without `_`", NumericSeparator),
    ];

    /// <returns>A sentence, or <see langword="null"/> when nothing newer stands near the error.</returns>
    public static string? Explain(string text, int line, int column)
    {
        var content = LineAt(text, line);
        if (content.Length > MaxLine)
        {
            return null;
        }

        var best = (Distance: int.MaxValue, Message: (string?)null);
        foreach (var (name, instead, pattern) in Constructs)
        {
            foreach (var match in pattern().EnumerateMatches(content))
            {
                var error = column - 1;
                var distance = error < match.Index ? match.Index - error : Math.Max(0, error - match.Index - match.Length);
                if (distance < best.Distance)
                {
                    best = (distance, NotInEs5(name, instead));
                }
            }
        }

        return best.Message;
    }

    public static string NotInEs5(string construct, string instead) => $"{construct} is newer than ES5, so it needs Node.js 20 or later to be translated; without it, write {instead}";

    private static string LineAt(string text, int line)
    {
        var reader = new StringReader(text);
        for (var i = 1; i < line; i++)
        {
            reader.ReadLine();
        }

        return reader.ReadLine() ?? "";
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\basync\b|\bawait\b", Plain, 1000)]
    private static partial Regex Async();

    [GeneratedRegex(@"=>", Plain, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"`", Plain, 1000)]
    private static partial Regex Template();

    [GeneratedRegex(@"\bclass\b", Plain, 1000)]
    private static partial Regex Class();

    [GeneratedRegex(@"\bimport\b", Plain, 1000)]
    private static partial Regex Import();

    [GeneratedRegex(@"\bexport\b", Plain, 1000)]
    private static partial Regex Export();

    [GeneratedRegex(@"\.\.\.", Plain, 1000)]
    private static partial Regex Spread();

    [GeneratedRegex(@"\?\.", Plain, 1000)]
    private static partial Regex OptionalChaining();

    [GeneratedRegex(@"\?\?", Plain, 1000)]
    private static partial Regex Nullish();

    [GeneratedRegex(@"\*\*", Plain, 1000)]
    private static partial Regex Power();

    [GeneratedRegex(@"\bfor\s*\([^)]*?\bof\b", Plain, 1000)]
    private static partial Regex ForOf();

    [GeneratedRegex(@"\bfunction\s*\*|\byield\b", Plain, 1000)]
    private static partial Regex Generator();

    [GeneratedRegex(@"\b(?:var|let|const)\s*[{\[]|\bfunction\b[^(]*\(\s*[{\[]", Plain, 1000)]
    private static partial Regex Destructuring();

    [GeneratedRegex(@"\bfunction\b[^(]*\([^)]*=", Plain, 1000)]
    private static partial Regex DefaultParameter();

    [GeneratedRegex(@"\bcatch\s*\{", Plain, 1000)]
    private static partial Regex BareCatch();

    [GeneratedRegex(@"\b(?:var|let|const)\s+\w+\s*:|\bfunction\b[^(]*\([^)]*\w\s*\??:|\)\s*:\s*\w+\s*\{|\binterface\b|\btype\s+\w+\s*=", Plain, 1000)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"[{,]\s*\w+\s*\([^)]*\)\s*\{", Plain, 1000)]
    private static partial Regex ShortMethod();

    [GeneratedRegex(@"[{,]\s*[A-Za-z_$][\w$]*\s*[,}]", Plain, 1000)]
    private static partial Regex ShortProperty();

    [GeneratedRegex(@"\b\d+_\d", Plain, 1000)]
    private static partial Regex NumericSeparator();
}
