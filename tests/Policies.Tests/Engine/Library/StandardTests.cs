using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine.Library;

/// <summary>Holds the library against Node's.</summary>
public sealed class StandardTests
{
    private const string Evaluate = """
        function outcome(evaluate) { try { return String(JSON.stringify(evaluate())); } catch (e) { return "throws " + e.name; } }
        """;

    private static readonly Lazy<IReadOnlyDictionary<string, string>?> Node = new(AskNode);

    public static TheoryData<string> Expressions => [.. StandardExpressions.All];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Expression_HasTheValueItHasInNode(string expression)
    {
        Assert.SkipWhen(Node.Value is null, "Node 20 is not installed.");

        var script = Evaluate + $"function judge(evidence, settings, report) {{ report.log(outcome(function () {{ return {expression}; }})); }}";

        Run.Script(script).Log.ShouldBe([Node.Value![expression]]);
    }

    private static Dictionary<string, string>? AskNode()
    {
        var script = Evaluate + $$"""
            const all = {{JsonSerializer.Serialize(StandardExpressions.All)}};
            console.log(JSON.stringify(Object.fromEntries(all.map((text) => [text, outcome(() => (0, eval)("(" + text + ")"))]))));
            """;
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "-" }
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Write(script);
            process.StandardInput.Close();
            return JsonSerializer.Deserialize<Dictionary<string, string>>(process.StandardOutput.ReadToEnd());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
