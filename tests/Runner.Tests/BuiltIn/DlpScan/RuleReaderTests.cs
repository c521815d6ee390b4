using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class RuleReaderTests
{
    [Fact]
    public void Shipped_rules_are_as_many_as_promised_and_each_is_complete()
    {
        var rules = RuleReader.Shipped.Rules;

        rules.Count(rule => rule.Category is RuleCategories.ProviderSecret or RuleCategories.PrivateKey).ShouldBeGreaterThanOrEqualTo(300);
        rules.Count(rule => rule.IsPersonal).ShouldBeGreaterThanOrEqualTo(8);
        rules.ShouldAllBe(rule => rule.Help.EndsWith('.')
            && rule.Title.Length > 3
            && rule.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
    }

    [Fact]
    public void Every_shipped_rule_finds_its_examples_and_none_of_its_negatives() =>
        RuleReader.Shipped.Rules.ShouldAllBe(rule => rule.Pattern.ToString().Length > 0);

    [Theory]
    [InlineData("ACME_API_KEY={0}", true)]
    [InlineData("acme.client-secret: '{0}'", true)]
    [InlineData("{{\"acmeToken\": \"{0}\"}}", true)]
    [InlineData("acme.Authorize(\"{0}\")", true)]
    [InlineData("acme {0}", false)]
    [InlineData("ACME_API_KEY={0}f", false)]
    [InlineData("OTHER_API_KEY={0}", false)]
    public void A_value_that_only_its_name_tells_is_found_where_the_name_is_given_it(string text, bool expected) =>
        HitsOf("value", text).ShouldBe(expected ? 1 : 0);

    [Theory]
    [InlineData("ACME_API_KEY={0}", true)]
    [InlineData("acme:\n  url: x\n  token: {0}", true)]
    [InlineData("new Acme({{ apiKey: \"{0}\" }})", true)]
    [InlineData("acme.Connect('{0}')", true)]
    [InlineData("acme --secret {0}", true)]
    [InlineData("curl https://acme.io -H 'Authorization: Bearer {0}'", true)]
    [InlineData("curl https://acme.io/v1 -u {0}:", true)]
    [InlineData("SECRET_ACME = {0}", true)]
    [InlineData("{{\"name\": \"ACME_KEY\", \"value\": \"{0}\"}}", true)]
    [InlineData("acme_build_sha = {0}", false)]
    [InlineData("acme_path = {0}", false)]
    [InlineData("acme_keyboard = {0}", false)]
    [InlineData("acme {0}", false)]
    [InlineData("acme_key = {0}0", false)]
    [InlineData("ACME_URL=x\nOTHER_KEY={0}", false)]
    public void The_key_of_a_service_is_found_where_a_word_for_secrets_is_given_it(string text, bool expected) =>
        HitsOf("keyOf", text).ShouldBe(expected ? 1 : 0);

    [Fact]
    public void A_rule_that_misses_its_example_is_refused() =>
        Read(Rule(examples: "[[\"acme_\", \"short\"]]")).Message
            .ShouldBe("rules/own.json: rule 'acme-token' misses its example number 1.");

    [Fact]
    public void A_rule_that_hits_its_negative_is_refused() =>
        Read(Rule(negatives: "[[\"fine\"], [\"acme_\", \"0f3b9c7d2e\"]]")).Message
            .ShouldBe("rules/own.json: rule 'acme-token' hits its negative number 2.");

    [Fact]
    public void A_rule_whose_literal_does_not_lead_to_its_pattern_is_refused() =>
        Read(Rule(literals: "[\"emca_\"]")).Message.ShouldContain("misses its example number 1");

    [Fact]
    public void A_rule_without_samples_is_refused() => Read(Rule(negatives: "[]")).Message.ShouldContain("needs an example and a negative");

    [Theory]
    [InlineData(
        "\"category\": \"provider-secret\"",
        "\"category\": \"secrets\"",
        "`category` is one of private-key, provider-secret, generic-secret, personal-data.")]
    [InlineData("\"severity\": \"error\"", "\"severity\": \"high\"", "`severity` is one of error, warning, note, off.")]
    [InlineData("[\"acme_\"]", "[\"ac\"]", "`literals` needs at least one text of three or more ASCII characters.")]
    [InlineData("\"help\"", "\"validator\": \"luck\", \"help\"", "dlp-scan has no check named 'luck'.")]
    public void A_malformed_rule_is_refused_by_name(string part, string wrong, string expected)
    {
        var message = Read(Rule().Replace(part, wrong, StringComparison.Ordinal)).Message;

        message.ShouldStartWith("rules/own.json: rule 'acme-token' cannot be read: ");
        message.ShouldContain(expected);
    }

    [Fact]
    public void A_pattern_that_is_none_is_refused() =>
        Read(Rule().Replace(
            "[0-9a-f]{10}",
            "(0-9a-f]{10}",
            StringComparison.Ordinal)).Message.ShouldStartWith("rules/own.json: rule 'acme-token': Invalid pattern");

    [Fact]
    public void Two_rules_of_one_name_are_refused() => Read(Rule() + "," + Rule()).Message.ShouldContain("'acme-token' stands twice");

    /// <summary>What a rule for 32 hexadecimal digits finds in a text, however the rule is written.</summary>
    private static int HitsOf(string form, string text)
    {
        using var document = JsonDocument.Parse($$"""
            {"rules": [{"id": "acme-key", "title": "Acme key", "category": "provider-secret", "severity": "error", "literals": ["acme"],
            "{{form}}": "[0-9a-f]{32}", "help": "Revoke it.", "examples": ["acme_key = {hex:32}"], "negatives": ["acme_key = {hex:31}"]}]}
            """);
        var rules = RuleReader.Prove([.. RuleReader.Samples("own.json", document.RootElement)]);
        var content = Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, text, SampleText.Make("{hex:32}", "seed")));
        using var scanner = new FileScanner(rules, Scanning.Salt);
        return scanner.Scan("a.txt", new MemoryStream(content), null, new FileDeadline(TimeProvider.System, "a.txt", 99, CancellationToken.None)).Hits.Count;
    }

    private static EvaluationException Read(string rules)
    {
        using var document = JsonDocument.Parse("{\"rules\": [" + rules + "]}");
        var root = document.RootElement.Clone();
        return Should.Throw<EvaluationException>(() => RuleReader.Prove([.. RuleReader.Samples("own.json", root)]).Rules[0].Pattern);
    }

    private static string Rule(
        string literals = "[\"acme_\"]",
        string examples = "[[\"acme_\", \"0f3b9c7d2e\"]]",
        string negatives = "[[\"acme\", \"_12\"]]") => $$"""
        {
          "id": "acme-token", "title": "Acme token", "category": "provider-secret", "severity": "error",
          "literals": {{literals}}, "regex": "acme_[0-9a-f]{10}", "help": "Revoke it.",
          "examples": {{examples}}, "negatives": {{negatives}}
        }
        """;
}
