using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.RuleSets;

public sealed class RuleLiteralTests
{
    [Theory]
    [InlineData("mainnet", "inne")]
    [InlineData("Connection", "conn")]
    public void The_four_bytes_that_are_looked_for_are_rare_in_text(string literal, string common)
    {
        var rule = RuleReader.Shipped.Rules[0];
        var offset = new RuleLiteral(rule, literal).GramOffset;
        CommonGrams.RankOf(literal.AsSpan(offset, 4))
            .ShouldBe(Enumerable.Range(0, literal.Length - 3).Min(i => CommonGrams.RankOf(literal.AsSpan(i, 4))), common);
    }

    [Fact]
    public void What_every_program_is_full_of_is_known_in_either_case()
    {
        CommonGrams.RankOf("type").ShouldBe(CommonGrams.MaxRank);
        CommonGrams.RankOf("TYPE").ShouldBe(CommonGrams.MaxRank);
        CommonGrams.RankOf("qzxj").ShouldBe(0);
    }

    [Fact]
    public void Few_rules_begin_at_what_every_program_is_full_of() =>
        RuleReader.Shipped.Rules.SelectMany(rule => rule.Literals.Where(literal => literal.Length > 4).Select(literal => new RuleLiteral(rule, literal)))
            .Where(literal => CommonGrams.RankOf(literal.Text.AsSpan(literal.GramOffset, 4)) == CommonGrams.MaxRank)
            .Select(literal => literal.Text).Distinct().Count().ShouldBeLessThan(20);
}
