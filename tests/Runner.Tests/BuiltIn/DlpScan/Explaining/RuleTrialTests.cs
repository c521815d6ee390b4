using System.Text;
using Gates.BuiltIn.DlpScan.Custom;
using Gates.BuiltIn.DlpScan.Explaining;
using Gates.BuiltIn.DlpScan.Scanning;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Explaining;

public sealed class RuleTrialTests
{
    [Theory]
    [InlineData("github-personal-token", "a = b", "NoAnchor", "it looks for \"ghp_\", which is not there")]
    [InlineData("github-personal-token", "a = ghp_short", "NoMatch", "\"ghp_\" is there, but what stands around it has not the form of a value")]
    [InlineData("github-personal-token", "{token}", "Found", "it matches")]
    [InlineData("generic-env-secret", "pass" + "word=vT7kq2Lw9zR4mXp", "Refused", "the rule is meant for other files (`paths`)")]
    [InlineData("us-ssn", "078-05-1120", "Refused", "its check refuses the value")]
    public void Each_outcome_says_why(string rule, string text, string outcome, string why)
    {
        var trial = Try(rule, text.Replace("{token}", Scanning.Token, StringComparison.Ordinal));

        trial.Outcome.ToString().ShouldBe(outcome);
        trial.Why.ShouldContain(why);
    }

    [Fact]
    public void Every_demand_that_alone_refuses_is_named()
    {
        var rule = CustomRules.Read("""
            version: 1
            rules:
              - id: acme-number
                title: Acme number
                regex: 'acme-[0-9a-z]{8}'
                near: [customer]
                entropy: 2.5
                examples: ["customer acme-4f8k2m1z"]
                negatives: ["acme-4f8k2m1z"]
            """).Own[0];
        var text = Encoding.UTF8.GetBytes("x acme-ababcdcd");

        var trial = RuleTrial.Of(rule with { Entropy = 4 }, "a.txt", text, (0, text.Length));

        trial.Outcome.ShouldBe(TrialOutcome.Refused);
        trial.Why.ShouldMatch("^the value is too regular: its entropy is [0-9.]+ bits a character, needed are 4.0; none of the words that must stand on "
            + "its line does: \"customer\"$");
    }

    private static RuleTrial Try(string id, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return RuleTrial.Of(RuleReader.Shipped.Rules.First(rule => rule.Id == id), "config/settings.txt", bytes, (0, bytes.Length));
    }
}
