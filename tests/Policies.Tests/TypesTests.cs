using System.Text.RegularExpressions;
using Policies.Tests.Engine;
using Policies.Tests.Engine.Documents;
using Shouldly;
using Xunit;

namespace Policies.Tests;

/// <summary>Holds <c>policies/types/gates.d.ts</c> against what policies really get, both ways.</summary>
public sealed partial class TypesTests
{
    private const string Es5String = "anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup";

    [Theory]
    [InlineData("Report", "Object.getOwnPropertyNames(report)")]
    [InlineData("GateDocument", "names(evidence.yaml[0])")]
    [InlineData("GateNode", "names(evidence.yaml[0].root)")]
    public void ObjectsOfOurs_HaveExactlyWhatIsDeclared(string type, string names) =>
        Split(Log(names)).Order(StringComparer.Ordinal).ShouldBe(Declared(type).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("String", "String.prototype")]
    [InlineData("Array<T>", "Array.prototype")]
    [InlineData("ArrayConstructor", "Array")]
    [InlineData("ObjectConstructor", "Object")]
    [InlineData("NumberConstructor", "Number")]
    [InlineData("Math", "Math")]
    public void AddedHelpers_AreExactlyWhatIsDeclared(string type, string target)
    {
        var added = Split(Log($"Object.getOwnPropertyNames({target})")).Except(Es5(type), StringComparer.Ordinal);

        added.Order(StringComparer.Ordinal).ShouldBe(Declared(type).Order(StringComparer.Ordinal));
    }

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

    private static string[] Es5(string type) => type switch
    {
        "String" => Split("length constructor toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split substr substring toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase trim " + Es5String),
        "Array<T>" => Split("length constructor toString toLocaleString concat join pop push reverse shift slice sort splice unshift indexOf lastIndexOf every some forEach map filter reduce reduceRight"),
        "ArrayConstructor" => Split("length prototype isArray"),
        "ObjectConstructor" => Split("length prototype getPrototypeOf getOwnPropertyDescriptor getOwnPropertyNames create defineProperty defineProperties seal freeze preventExtensions isSealed isFrozen isExtensible keys"),
        "NumberConstructor" => Split("length prototype MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY"),
        _ => Split("E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan"),
    };

    [GeneratedRegex(@"^  (?:readonly )?(\w+)(?:<\w+>)?\??[(:]", RegexOptions.Multiline)]
    private static partial Regex Member();
}
