using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.Custom;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Custom;

public sealed class CustomRulesTests
{
    private const string Acme = """
        version: 1
        rules:
          - id: acme-token
            title: Acme token
            regex: 'acme_[0-9a-f]{10,20}'
            examples: ["token = acme_{hex:12}"]
            negatives: ["acme_{hex:9}", "xacme_{hex:12}"]

        """;

    private static readonly string Value = "acme_" + SampleText.Make("{hex:12}", "test");

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("a = '{0}'", true)]
    [InlineData("a%3D{0}&b", true)]
    [InlineData("\"x\\n{0}\"", true)]
    [InlineData("x{0}", false)]
    [InlineData("{0}zz", false)]
    public async Task A_rule_of_the_repository_finds_what_stands_by_itself(string text, bool expected)
    {
        var facts = await Inspect(Acme, ("a.txt", text.Replace("{0}", Value, StringComparison.Ordinal)));

        var hits = facts.GetProperty("hits").EnumerateArray().Where(hit => hit.GetProperty("rule").GetString() == "acme-token").ToList();
        hits.Count.ShouldBe(expected ? 1 : 0);
        hits.ForEach(hit => hit.GetProperty("masked").GetString().ShouldBe("acme_…, 17 characters"));
    }

    [Theory]
    [InlineData(".github/gates-dlp.yml/rules.yml")]
    [InlineData(".github/gates-dlp.yaml")]
    public void A_file_of_rules_in_the_wrong_place_is_said(string path) =>
        Should.Throw<UsageException>(() => CustomRules.Find(new MemoryTree([(path, "version: 1\n")]))).Message.ShouldContain(".github/gates-dlp.yml");

    [Fact]
    public async Task Two_values_that_share_the_sign_between_them_are_two()
    {
        var facts = await Inspect(Acme, ("a.txt", $"{Value} {Value}3\n{Value}"));

        facts.GetProperty("hits").EnumerateArray().Select(hit => $"{hit.GetProperty("line")}:{hit.GetProperty("column")}").ShouldBe(["1:1", "1:19", "2:1"]);
        facts.GetProperty("rules").GetProperty("custom").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_digest_of_the_rules_names_the_repositorys_own_as_well()
    {
        var (without, with, other) = (await Inspect(null), await Inspect(Acme), await Inspect(Acme.Replace("10,20", "10,21", StringComparison.Ordinal)));

        new[] { without, with, other }.Select(facts => facts.GetProperty("rules").GetProperty("digest").GetString()).Distinct().Count().ShouldBe(3);
        with.GetProperty("rules").GetProperty("count").GetInt32().ShouldBe(without.GetProperty("rules").GetProperty("count").GetInt32() + 1);
    }

    [Fact]
    public void A_value_numbers_near_words_paths_and_checks_are_told_as_shipped_rules_tell_them() => CustomRules.Read("""
        version: 1
        rules:
          - id: acme-key
            title: Acme key
            literals: [acme]
            value: '[0-9a-f]{32}'
            examples: ["ACME_API_KEY={hex:32}", "acme.secret: '{hex:32}'"]
            negatives: ["OTHER_KEY={hex:32}", "ACME_KEY={hex:33}"]
          - id: customer-number
            title: Customer number
            category: personal-data
            regex: '[0-9]{11}'
            digits: [11, 11]
            near: [customer, client]
            validator: luhn
            examples: ["customer 49927398716", "customerNo=49927398716"]
            negatives: ["order 49927398716", "customer 49927398715", "customer 499273987168"]
          - id: acme-pass
            title: Acme password
            category: generic-secret
            severity: note
            regex: 'acmepass[ =]+(?<secret>[!-~]{8,40})'
            entropy: 2.5
            paths: ["**/*.acme"]
            example-path: etc/a.acme
            examples: ["acmepass = vT7#kq2Lw9zR4mXp", ["acme", "pass q8ZtR5vN2xKw7"]]
            negatives: ["acmepass = aaaabbbbaaaa"]
        """).Own.Select(rule => $"{rule.Id} {rule.Category} {rule.Severity}").ShouldBe(
        ["acme-key provider-secret error", "customer-number personal-data warning", "acme-pass generic-secret note"]);

    [Theory]
    [InlineData("id: acme-token", "id: github-pat", "")]
    [InlineData("id: acme-token", "id: private-key", ":3:9: key `rules[0].id`: \"private-key\" is a rule that comes with dlp-scan; give it another name, "
        + "such as \"acme-private-key\"")]
    [InlineData("id: acme-token", "id: personal-data", ":3:9: key `rules[0].id`: \"personal-data\" is a category; give it another name, such as "
        + "\"acme-personal-data\"")]
    [InlineData("id: acme-token", "id: Acme", ":3:9: key `rules[0].id`: \"Acme\" is not a rule's name; write lower-case letters, digits and hyphens, such "
        + "as acme-token")]
    [InlineData("title: Acme token", "titel: Acme token", ":4:5: key `rules[0].titel`: is not known; did you mean \"title\"?")]
    [InlineData("title: Acme token", "title: A\n    severity: high", ":5:15: key `rules[0].severity`: \"high\" is not a valid value; valid: error, "
        + "warning, note")]
    [InlineData("title: Acme token", "title: A\n    validator: luck", ":5:16: key `rules[0].validator`: \"luck\" is not a valid value; valid: luhn, "
        + "payment-card")]
    [InlineData("{10,20}'", "{10,20}(?=x)'", ":5:12: key `rules[0].regex`: looks around")]
    [InlineData("acme_[0-9a-f]{10,20}", "[0-9a-f]{10,20}", ":5:12: key `rules[0].regex`: has no text of three or more characters that stands in every match")]
    [InlineData("acme_[0-9a-f]{10,20}", "acme_[z-a]", ":5:12: key `rules[0].regex`: is not a pattern of .NET")]
    [InlineData("_{hex:12}\"]", "_{hex:5}\"]", ":6:16: key `rules[0].examples[0]`: is not found: \"acme_\" is there, but what stands around it has not the "
        + "form of a value")]
    [InlineData("_{hex:12}\"]\n    neg", "_{hix:12}\"]\n    neg", ":6:16: key `rules[0].examples[0]`: dlp-scan makes no samples of 'hix'.")]
    [InlineData("\"acme_{hex:9}\"", "\"acme_{hex:11}\"", ":7:17: key `rules[0].negatives[0]`: is found, though it is a negative; make the pattern narrower")]
    [InlineData("'acme_[0-9a-f]{10,20}'", "'acme_[0-9a-f]{10,20}'\n    entropy: 5", "is too regular: its entropy is")]
    [InlineData("version: 1", "version: 2", ":1:10: key `version`: 2 is not a version this program reads; valid: 1")]
    [InlineData("rules:", "rule:", ":2:1: key `rule`: is not known; did you mean \"rules\"?")]
    [InlineData("negatives:", "others:", "key `rules[0].negatives`: is missing: write at least one text in which it must find nothing")]
    public void What_is_wrong_is_named_with_its_place_and_what_would_be_right(string part, string wrong, string expected)
    {
        var text = Acme.Replace(part, wrong, StringComparison.Ordinal);
        text.ShouldNotBe(Acme);
        if (expected.Length == 0)
        {
            Should.NotThrow(() => CustomRules.Read(text));
            return;
        }

        Should.Throw<UsageException>(() => CustomRules.Read(text)).Message
            .ShouldContain(expected[0] == ':' ? CustomRules.Path + expected : expected);
    }

    [Theory]
    [InlineData("identity: 5f1d3c0a9b7e2468, reason: ours, expires: 2027-01-31", null)]
    [InlineData("identity: 1234567812345678, rule: acme-token, reason: ours, expires: 2027-01-31", null)]
    [InlineData("identity: 5f1d, rule: us-ssn, path: a.csv, reason: ours, expires: 2027-01-31", null)]
    [InlineData("path: 'docs/**', reason: ours, expires: 2027-01-31", null)]
    [InlineData("identity: 5f1d3c0a9b7e2468, expires: 2027-01-31", "key `allow[0].reason`: is missing; say why the value is accepted")]
    [InlineData("identity: 5f1d3c0a9b7e2468, reason: ours", "key `allow[0].expires`: is missing; every entry ends; write a day, such as 2027-01-31")]
    [InlineData("identity: 5f1d3c0a9b7e2468, reason: ours, expires: soon", "is not a date")]
    [InlineData("identity: 5f1d, reason: ours, expires: 2027-01-31", "means one value only together with its `rule` and `path`")]
    [InlineData("identity: xyz, reason: ours, expires: 2027-01-31", "\"xyz\" is not an identity")]
    [InlineData("rule: us-ssn, reason: ours, expires: 2027-01-31", "accepts too much")]
    [InlineData("path: '**/*', reason: ours, expires: 2027-01-31", "covers every file, so the gate would be mute")]
    [InlineData("path: a, rule: us-sn, reason: ours, expires: 2027-01-31", "\"us-sn\" is not a rule; did you mean \"us-ssn\"?")]
    [InlineData("path: a, reason: ' ', expires: 2027-01-31", "is empty; say why")]
    public void Accepted_values_have_a_reason_and_an_end(string entry, string? expected)
    {
        var text = $"{Acme}allow:\n  - {{ {entry} }}\n";
        if (expected is null)
        {
            CustomRules.Read(text).Allow.Count.ShouldBe(1);
            return;
        }

        Should.Throw<UsageException>(() => CustomRules.Read(text)).Message.ShouldContain(expected);
    }

    [Fact]
    public async Task An_accepted_value_is_in_the_evidence_and_says_when_it_has_expired()
    {
        var facts = await Inspect(Acme + """
            allow:
              - { identity: 5f1d3c0a9b7e2468, reason: ours, expires: 2026-11-29 }
              - { path: "docs/**", rule: acme-token, reason: samples, expires: 2026-11-30 }
            """);

        facts.GetProperty("allow").GetRawText().ShouldBe(
            """[{"file":".github/gates-dlp.yml","line":9,"identity":"5f1d3c0a9b7e2468","reason":"ours","expires":"2026-11-29","expired":true},"""
            + """{"file":".github/gates-dlp.yml","line":10,"rule":"acme-token","path":"docs/**","reason":"samples","expires":"2026-11-30","expired":false}]""");
    }

    [Fact]
    public async Task Rules_are_read_at_the_base_and_not_from_the_change()
    {
        var gate = new DlpScanGate(new DlpScanOptions(), TimeProvider.System);
        var head = new MemoryTree((CustomRules.Path, "nonsense"), ("a.txt", Value));
        var context = new GateContext(head, ChangeSet.None, Scanning.Salt) { Rules = new MemoryTree((CustomRules.Path, Acme)) };

        var facts = (await gate.InspectAsync(context, CancellationToken.None)).Facts;

        facts.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("rule").GetString()).ShouldContain("acme-token");
        gate.CanBeGuessed("acme-token").ShouldBeFalse();
        gate.RuleFiles(head).ShouldBe([CustomRules.Path]);
    }

    [Fact]
    public void Options_may_name_the_repositorys_own_rules_and_no_others()
    {
        var options = new DlpScanOptions { Rules = new Dictionary<string, string>(StringComparer.Ordinal) { ["acme-token"] = "note" } };
        var gate = new DlpScanGate(options, TimeProvider.System);

        Should.NotThrow(() => gate.CheckOptions(new MemoryTree((CustomRules.Path, Acme))));
        Should.Throw<UsageException>(() => gate.CheckOptions(new MemoryTree())).Message.ShouldContain("`rules.acme-token` names 'acme-token'");
    }

    [Theory]
    [InlineData("(?:a|a){20}b?c*aaa")]
    [InlineData("(?:[a-z]*[a-z]*)*aaa!")]
    [InlineData("a{1,100}a{1,100}a{1,100}aaa!")]
    public void A_hostile_pattern_takes_no_longer_than_its_text(string pattern)
    {
        var facts = CustomPatternReader.Read(pattern);
        var rule = CustomRules.Read(Acme).Own[0] with
        {
            Loaded = new(CustomPattern.Compile(pattern, facts, bounded: true, ignoreCase: false)),
            Length = 2_000,
            Literals = ["aaa"],
        };
        var text = Encoding.ASCII.GetBytes(new string('a', 6_000));
        var watch = Stopwatch.StartNew();

        CustomPattern.Over(text, rule, (3_000, 3_003)).Count().ShouldBeLessThan(2);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static async Task<JsonElement> Inspect(string? own, params (string Path, string Text)[] files)
    {
        var tree = new MemoryTree([.. files, .. own is null ? [] : new[] { (CustomRules.Path, own) }]);
        var gate = new DlpScanGate(new DlpScanOptions(), new FixedTime(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero)));
        return (await gate.InspectAsync(new GateContext(tree, ChangeSet.None, Scanning.Salt), CancellationToken.None)).Facts;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
