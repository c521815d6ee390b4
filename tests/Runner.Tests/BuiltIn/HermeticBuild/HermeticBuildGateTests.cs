using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed partial class HermeticBuildGateTests
{
    [Fact]
    public void The_rules_that_options_may_name_are_those_of_the_policy()
    {
        var table = Inspection.Policy.Modules[Inspection.Policy.Entry].Split("const severities = {")[1].Split("};")[0];

        RuleId().Matches(table).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).ShouldBe(HermeticRules.Ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_of_the_gate_lists_every_rule()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "src/BuiltIn/HermeticBuild/README.md"));

        HermeticRules.Ids.Where(rule => !page.Contains($"| `{rule}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_misspelt_rule_is_refused_with_the_valid_ones()
    {
        var options = new HermeticBuildOptions { Rules = new Dictionary<string, string> { ["unpined-action"] = "error" } };

        Should.Throw<UsageException>(() =>
            new HermeticBuildGate(options)).Message.ShouldStartWith("`rules`: \"unpined-action\" is not a rule; valid: build-accepted-expired, ");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("*/checkout")]
    [InlineData("actions")]
    [InlineData("actions/")]
    [InlineData("actions/checkout@v4")]
    public void A_trusted_action_that_names_none_is_refused(string entry) =>
        Should.Throw<UsageException>(() =>
            new HermeticBuildGate(new HermeticBuildOptions { TrustedActions = [entry] })).Message.ShouldContain($"\"{entry}\" does not name actions");

    [Theory]
    [InlineData("actions/*", "Actions/checkout", true)]
    [InlineData("actions/checkout", "actions/checkout", true)]
    [InlineData("github/codeql-action", "github/codeql-action/init", true)]
    [InlineData("actions/*", "actions-evil/checkout", false)]
    [InlineData("actions/checkout", "actions/checkout-evil", false)]
    public void A_trusted_action_is_not_fooled_by_prefixes(string entry, string name, bool covers) =>
        Gates.BuiltIn.HermeticBuild.GitHubFiles.ActionPins.Covers(entry, name).ShouldBe(covers);

    [Fact]
    public void A_finding_keeps_its_identity_when_its_line_moves()
    {
        const string text =
            "jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: curl https://x.example/i | sh\n      - run: pip install black\n";

        var before = Inspection.Of((".github/workflows/ci.yml", text));
        var after = Inspection.Of((".github/workflows/ci.yml", "# moved\n\n" + text));

        before.Count.ShouldBe(4);
        after.Select(finding =>
            (
                finding.Rule,
                finding.Identity,
                finding.Location!.Line - 2)).ShouldBe(before.Select(finding => (finding.Rule, finding.Identity, finding.Location!.Line)));
        before.ShouldAllBe(finding => !string.IsNullOrEmpty(finding.Identity));
    }

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("v1.2.3-rc.1", true)]
    [InlineData("21.0.5+11", true)]
    [InlineData("1.2", false)]
    [InlineData("1.2.x", false)]
    [InlineData("^1.2.3", false)]
    [InlineData("latest", false)]
    [InlineData("", false)]
    public void A_version_is_exact_with_all_its_parts(string text, bool exact) => Pins.IsExactVersion(text).ShouldBe(exact);

    [Fact]
    public void Evidence_is_the_same_for_the_same_files()
    {
        (string, string)[] files = [("a/Dockerfile", "FROM x\nRUN npm i -g y\n"), ("package.json", """{"dependencies":{"a":"1"}}""")];

        Inspection.Facts(files).Facts.GetRawText().ShouldBe(Inspection.Facts([.. files.Reverse()]).Facts.GetRawText());
    }

    [GeneratedRegex("\"([a-z-]+)\": \"(?:error|warning|note)\"")]
    private static partial Regex RuleId();
}
