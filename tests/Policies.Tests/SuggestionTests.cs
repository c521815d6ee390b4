using Gates.Policies;
using Shouldly;
using Xunit;

namespace Policies.Tests;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("enfroce", "enforce", 1)]
    [InlineData("warn", "warn", 0)]
    [InlineData("wran", "warn", 1)]
    [InlineData("", "off", 3)]
    [InlineData("audi", "audit", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Swapped_neighbours_count_once(string a, string b, int distance) => Suggestion.Distance(a, b).ShouldBe(distance);

    [Theory]
    [InlineData("polcy", "policy")]
    [InlineData("Mode", "mode")]
    [InlineData("POLICY_TIMEOUTS", "policy-timeout")]
    [InlineData("policies timeouts at all", null)]
    [InlineData("x", null)]
    [InlineData("banana", null)]
    [InlineData("", null)]
    public void Only_something_near_is_suggested(string text, string? expected) =>
        Suggestion.For(text, ["mode", "policy", "policy-timeout", "timeout"]).ShouldBe(expected);

    [Fact]
    public void OfTwoAsNear_TheOneThatBeginsAlikeIsMeant() => Suggestion.For("yml", ["xml", "yaml"]).ShouldBe("yaml");
}
