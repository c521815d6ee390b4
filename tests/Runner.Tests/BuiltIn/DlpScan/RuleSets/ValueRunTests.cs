using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.RuleSets;

public sealed class ValueRunTests
{
    [Theory]
    [InlineData("[0-9a-f]{32}", 32)]
    [InlineData("(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}", 40)]
    [InlineData("[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])", 40)]
    [InlineData("(?:[A-Za-z0-9_-]{40}|[0-9a-f]{37})", 37)]
    [InlineData("[0-9a-f]{50}|[0-9a-f]{40}", 40)]
    [InlineData("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", 36)]
    [InlineData("[0-9a-f]{32}\\.[A-Za-z0-9]{16}", 49)]
    [InlineData("sk-[A-Za-z0-9]{20,48}={0,2}", 23)]
    [InlineData("(?:sk|bt-st)-[A-Za-z0-9]{48}", 51)]
    [InlineData("[A-Za-z0-9]{12,}x?", 12)]
    public void The_shortest_value_of_a_pattern_is_known(string pattern, int length) => ValueRun.Of(pattern).ShouldBe(length);

    [Theory]
    [InlineData("[0-9a-f]{8}")]
    [InlineData("[A-Za-z0-9!]{32}")]
    [InlineData("[^\\s]{32}")]
    [InlineData("[+-z]{32}")]
    [InlineData("\\d{32}")]
    [InlineData("(?i:[a-f]{32})")]
    [InlineData(".{32}")]
    [InlineData("(?:[0-9a-f]{32}")]
    [InlineData("[0-9a-f]{32}|[0-9a-f ]{40}")]
    public void A_value_that_is_short_or_may_hold_anything_needs_no_run(string pattern) => ValueRun.Of(pattern).ShouldBe(0);

    [Fact]
    public void A_run_is_found_wherever_it_stands_and_only_when_it_is_long_enough()
    {
        for (var before = 0; before < 40; before++)
        {
            for (var length = 10; length < 30; length++)
            {
                var text = Encoding.ASCII.GetBytes(new string(' ', before) + new string('x', length) + "( ab cd");
                ValueRun.IsIn(text, 16).ShouldBe(length >= 16);
                ValueRun.IsIn(text.AsSpan(0, before + length), 16).ShouldBe(length >= 16);
            }
        }
    }

    [Fact]
    public void Most_rules_for_keys_know_their_run() =>
        RuleReader.Shipped.Rules.Count(rule => rule.MinRun > 0).ShouldBeGreaterThan(250);
}
