using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.RuleSets;

public sealed class ColumnRulesTests
{
    [Theory]
    [InlineData("ssn")]
    [InlineData("customerEmail")]
    [InlineData("IBAN")]
    [InlineData("className")]
    [InlineData("Geburtsdatum")]
    [InlineData("")]
    public void One_look_at_a_name_says_what_a_look_for_each_word_says(string name)
    {
        var rules = RuleReader.Shipped.Columns;
        var said = rules.Of(Encoding.Latin1.GetBytes(name)).ToDictionary(pair => pair.Rule.Id, pair => pair.IsNamed);
        foreach (var rule in rules.Rules)
        {
            var isNamed = NearWords.Any(name, rule.Near);
            said.TryGetValue(rule.Id, out var answer).ShouldBe(isNamed || !rule.CellNeedsName || rule.NearOnlyWhenBare, rule.Id);
            answer.ShouldBe(isNamed, rule.Id);
        }
    }
}
