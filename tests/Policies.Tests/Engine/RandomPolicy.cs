using System.Globalization;
using System.Text;

namespace Policies.Tests.Engine;

/// <summary>Writes small policies that nobody would write. The same seed writes the same one.</summary>
internal sealed class RandomPolicy
{
    private const int MaxDepth = 4;

    private static readonly string[] Names = ["evidence", "settings", "report", "a", "b", "f", "undefined", "node", "doc", "Object", "Array", "JSON"];
    private static readonly string[] Members = [
        "yaml",
        "x",
        "length",
        "value",
        "line",
        "path",
        "error",
        "log",
        "map",
        "find",
        "toString",
        "constructor",
        "prototype",
        "name",
        "__proto__",
        "root",
        "keys"
    ];
    private static readonly string[] Values = [
        "0",
        "-0",
        "1",
        "1e21",
        "NaN",
        "null",
        "undefined",
        "''",
        "'a'",
        "'\\ud800'",
        "true",
        "1n",
        "[]",
        "{}",
        "[1, [2]]",
        "/a/g",
        "Symbol('s')",
        "{ path: 'p', line: 1 }",
        "{ path: '', lin: 1 }"
    ];
    private static readonly string[] Operators = [
        "+",
        "-",
        "*",
        "/",
        "%",
        "**",
        "<",
        ">=",
        "==",
        "===",
        "!=",
        "&&",
        "||",
        "??",
        "in",
        "instanceof",
        "&",
        ">>>",
        ","
    ];
    private static readonly string[] Reports = ["error", "warning", "note", "pass", "metric", "output", "chart", "log", "eror"];

    private readonly Random random;
    private readonly StringBuilder text = new();

    private RandomPolicy(int seed) => random = new Random(seed);

    public static string Write(int seed)
    {
        var writer = new RandomPolicy(seed);
        var body = string.Concat(Enumerable.Range(
            0,
            writer.random.Next(2, 7)).Select(_ => $"  try {{ {writer.Statement(0)} }} catch (e) {{ b.push(e?.name, e?.message); }}\n"));
        return writer.text
            .Append("let a = 1; const b = []; function f(x, y = x) { b.push(typeof x); return y; }\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"export function judge(evidence, settings, report) {{\n  const doc = evidence.yaml[0], node = doc.get('name');\n{body}  report.log(b.join());\n}}\n")
            .ToString();
    }

    private string Statement(int depth)
    {
        if (depth >= MaxDepth)
        {
            return Report(depth);
        }

        return random.Next(14) switch
        {
            0 => $"if ({Expression(depth + 1)}) {{ {Statement(depth + 1)} }} else {{ {Statement(depth + 1)} }}",
            1 => $"for (let i = 0; i < {random.Next(4)}; i++) {{ {Statement(depth + 1)} }}",
            2 => $"for (const k {Pick(["of", "in"])} {Expression(depth + 1)}) {{ {Statement(depth + 1)} break; }}",
            3 => $"try {{ {Statement(depth + 1)} }} catch (e) {{ report.log(String(e.name)); {Statement(depth + 1)} }}",
            4 => $"try {{ {Statement(depth + 1)} }} finally {{ {Statement(depth + 1)} }}",
            5 => $"a = {Expression(depth + 1)};",
            6 => $"{{ const {{ {Pick(Members[..9])}: c = {Expression(depth + 1)} }} = {Expression(depth + 1)}; report.log(typeof c); }}",
            7 => $"{Expression(depth + 1)}.{Pick(Members)} = {Expression(depth + 1)};",
            8 => $"throw {Expression(depth + 1)};",
            9 => $"switch ({Expression(depth + 1)}) {{ case {Expression(depth + 1)}: {Statement(depth + 1)} default: {Statement(depth + 1)} }}",
            10 => $"delete {Expression(depth + 1)}.{Pick(Members)};",
            _ => Report(depth),
        };
    }

    private string Report(int depth) => random.Next(12) switch
    {
        0 => $"report.{Pick(Reports)}({Expression(depth + 1)}, {Expression(depth + 1)}, {Expression(depth + 1)});",
        1 => $"report.note('r', 'm', {Expression(depth + 1)});",
        2 or 3 or 4 => $"report.{Pick(["error", "warning", "note"])}('r', `${{typeof ({Expression(depth + 1)})}}`, {Pick(["node", "doc", "{ path: 'p' }"])});",
        _ => $"report.log(String({Expression(depth + 1)}));",
    };

    private string Expression(int depth)
    {
        if (depth >= MaxDepth)
        {
            return Pick(random.Next(2) == 0 ? Values : Names) is var leaf && leaf[0] == '{' ? $"({leaf})" : leaf;
        }

        return random.Next(16) switch
        {
            0 or 1 => $"({Expression(depth + 1)} {Pick(Operators)} {Expression(depth + 1)})",
            2 => $"({Pick(["!", "-", "typeof ", "void ", "~"])}({Expression(depth + 1)}))",
            3 => $"({Expression(depth + 1)} ? {Expression(depth + 1)} : {Expression(depth + 1)})",
            4 or 5 => $"{Expression(depth + 1)}{Pick([".", "?."])}{Pick(Members)}",
            6 => $"{Expression(depth + 1)}[{Expression(depth + 1)}]",
            7 => $"f({Expression(depth + 1)})",
            8 => $"{Expression(depth + 1)}.{Pick(Members)}({Expression(depth + 1)})",
            9 => $"[...{Expression(depth + 1)}]",
            10 => $"({{ [{Expression(depth + 1)}]: {Expression(depth + 1)}, ...{Expression(depth + 1)} }})",
            11 => $"((x) => {Expression(depth + 1)})({Expression(depth + 1)})",
            12 => $"`${{{Expression(depth + 1)}}}`",
            13 => $"new (class {{ x = {Expression(depth + 1)}; get value() {{ return {Expression(depth + 1)}; }} }})()",
            14 => $"new Proxy({Expression(depth + 1)}, {{ get: (t, k) => {Expression(depth + 1)} }})",
            _ => Pick(Values) is var leaf && leaf[0] == '{' ? $"({leaf})" : leaf,
        };
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
