using System.Text.RegularExpressions;
using Policies.Tests.Engine;
using Policies.Tests.Engine.Documents;
using Shouldly;
using Xunit;

namespace Policies.Tests;

/// <summary>Holds <c>policies/types/gates.d.ts</c> against what policies really get, both ways.</summary>
public sealed partial class TypesTests
{
    [Theory]
    [InlineData("Report", "Object.getOwnPropertyNames(report)")]
    [InlineData("GateDocument", "names(evidence.yaml[0])")]
    [InlineData("GateNode", "names(evidence.yaml[0].root)")]
    public void ObjectsOfOurs_HaveExactlyWhatIsDeclared(string type, string names) =>
        Split(Log(names)).Order(StringComparer.Ordinal).ShouldBe(Declared(type).Order(StringComparer.Ordinal));

    [Fact]
    public void PlaceTakesExactlyWhatIsDeclared()
    {
        var keys = Declared("Place");

        Run.BodyFails("report.error('a', 'm', { wrong: 1 });").Reason.ShouldEndWith($"it has {string.Join(", ", keys)}", Case.Sensitive);
    }

    private static string Log(string expression) =>
        Run.Body(
            "function names(o) { var all = Object.getOwnPropertyNames(o); return all.concat(Object.getOwnPropertyNames(Object.getPrototypeOf(o))); }"
            + $"report.log({expression}.join(' '));",
            Sample.Facts).Log.ShouldHaveSingleItem();

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Declared(string type)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gates.d.ts"));
        var start = text.IndexOf($"interface {type} {{", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(-1, $"gates.d.ts declares {type}");
        var body = text[start..text.IndexOf("\n}", start, StringComparison.Ordinal)];
        return [.. Member().Matches(body).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex(@"^  (?:readonly )?(\w+)(?:<\w+>)?\??[(:]", RegexOptions.Multiline)]
    private static partial Regex Member();
}
