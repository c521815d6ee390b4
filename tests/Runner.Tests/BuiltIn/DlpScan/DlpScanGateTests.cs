using System.Text.Json;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class DlpScanGateTests
{
    [Fact]
    public async Task A_token_in_the_name_of_a_file_or_a_folder_is_a_finding_said_once()
    {
        var facts = await Scanning.Inspect(($"keys/{Scanning.Token}/a.txt", "a"), ($"keys/{Scanning.Token}/b.txt", "b"), ("c.txt", "c"));

        var hit = facts.GetProperty("hits").EnumerateArray().ShouldHaveSingleItem();
        (hit.GetProperty("rule").GetString(), hit.GetProperty("inName").GetBoolean()).ShouldBe(("github-personal-token", true));
        hit.GetProperty("masked").GetString()!.ShouldNotContain(Scanning.Token);
    }

    [Fact]
    public async Task Evidence_says_what_was_scanned_skipped_and_found()
    {
        var facts = await Scanning.Inspect(("a.env", "TOKEN=" + Scanning.Token), ("b.bin", "\0\u0001\0"), ("c.txt", "nothing"));

        facts.GetProperty("scope").GetString().ShouldBe("tree");
        facts.GetProperty("scanned").GetRawText().ShouldBe("""{"files":2,"bytes":53}""");
        facts.GetProperty("skipped").GetRawText().ShouldBe("""[{"path":"b.bin","reason":"binary"}]""");
        facts.GetProperty("skippedCounts").GetRawText().ShouldBe("""{"binary":1}""");
        var hit = facts.GetProperty("hits").EnumerateArray().ShouldHaveSingleItem();
        hit.GetProperty("rule").GetString().ShouldBe("github-personal-token");
        hit.GetProperty("path").GetString().ShouldBe("a.env");
        hit.GetProperty("masked").GetString().ShouldBe("ghp_…, 40 characters");
        hit.GetProperty("verified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task No_part_of_a_value_reaches_the_evidence()
    {
        var samples = RuleSamples();
        samples.Count.ShouldBeGreaterThan(100);
        foreach (var (rule, path, text) in samples)
        {
            var facts = await Scanning.Inspect((path, text));
            var written = facts.GetProperty("hits").EnumerateArray().Where(hit => hit.GetProperty("rule").GetString() == rule.Id)
                .Select(hit => hit.GetProperty("masked").GetString() + hit.GetProperty("identity").GetString()).ToArray();
            foreach (var masked in written)
            {
                rule.Literals.Aggregate(masked, (left, literal) => left.Replace(literal, "", StringComparison.Ordinal))
                    .ShouldMatch("^(hidden|(…, )?[0-9]+ characters)[0-9a-f]{4,16}$", rule.Id);
            }
        }
    }

    [Fact]
    public async Task Identities_are_keyed_and_those_of_guessable_values_are_short()
    {
        var tree = new MemoryTree(("a.env", Scanning.Token), ("b.env", Scanning.Token), ("c.env", "ssn 412-68-" + "7193 and ssn 4126" + "87193"));
        var identities = (await Scanning.Inspect(tree)).GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("identity").GetString()!).ToArray();

        identities.Length.ShouldBe(4);
        identities[0].Length.ShouldBe(16);
        identities[1].ShouldBe(identities[0]);
        identities[2].Length.ShouldBe(4);
        identities[3].ShouldBe(identities[2]);
        ValueIdentity.Of("other salt"u8, RuleReader.Shipped.Rules.First(rule => rule.Id == "github-personal-token"), Scanning.Token).ShouldNotBe(identities[0]);
    }

    [Fact]
    public async Task In_a_diff_only_added_lines_of_changed_files_count()
    {
        var tree = new MemoryTree(("changed.env", $"{Scanning.Token}\n{Scanning.Token}\n"), ("same.env", Scanning.Token));
        var changes = new ChangeSet(
            "head",
            "base",
            [new ChangedFile("changed.env", "changed.env", Deleted: false, [new LineRange(2, 2)]), new ChangedFile("gone.env", "gone.env", Deleted: true, [])]);

        var facts = await Scanning.Inspect(tree, new DlpScanOptions { Scope = "diff" }, changes);

        facts.GetProperty("scope").GetString().ShouldBe("diff");
        facts.GetProperty("scanned").GetProperty("files").GetInt32().ShouldBe(1);
        facts.GetProperty("hits").EnumerateArray().ShouldHaveSingleItem().GetProperty("line").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_diff_without_a_base_is_the_whole_tree()
    {
        var facts = await Scanning.Inspect(new MemoryTree(("a.env", Scanning.Token)), new DlpScanOptions { Scope = "diff" });

        facts.GetProperty("scope").GetString().ShouldBe("tree");
        facts.GetProperty("hits").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Excluded_files_are_not_looked_at()
    {
        var tree = new MemoryTree(("vendor/a.env", Scanning.Token), ("src/b.env", "x"));

        var facts = await Scanning.Inspect(tree, new DlpScanOptions { Exclude = ["vendor/**"] });

        facts.GetProperty("scanned").GetProperty("files").GetInt32().ShouldBe(1);
        facts.GetProperty("hits").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Beyond_the_caps_counts_stay_exact()
    {
        var files = Enumerable.Range(0, 4).Select(i => ($"{i}.env", string.Concat(Enumerable.Repeat(Scanning.Token + "\n", 1_100)))).ToArray();

        var facts = await Scanning.Inspect(files);

        facts.GetProperty("hits").GetArrayLength().ShouldBe(1_000);
        var more = facts.GetProperty("more").EnumerateArray().ShouldHaveSingleItem();
        more.GetProperty("count").GetInt32().ShouldBe(3_400);
        more.GetProperty("path").GetString().ShouldBe("0.env");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_makes_the_gate_errored()
    {
        var context = new GateContext(new BrokenTree(), ChangeSet.None, Scanning.Salt);

        var facts = (await new DlpScanGate(new DlpScanOptions(), TimeProvider.System).InspectAsync(context, CancellationToken.None)).Facts;

        facts.GetProperty("skipped")
            .GetRawText()
            .ShouldBe("""[{"path":"a.env","reason":"unreadable","problem":"a.env: cannot be read to its end: device is gone"}]""");
        Verdicts.OfGate(GateMode.Enforce, errored: false, [], context.Coverage.Summary()).ShouldBe(Verdict.Errored);
        Verdicts.OfGate(GateMode.Warn, errored: false, [], context.Coverage.Summary()).ShouldBe(Verdict.Warned);
    }

    [Theory]
    [InlineData(
        "githb-personal-token",
        "error",
        "dlp-scan: `rules.githb-personal-token` names 'githb-personal-token', which is neither a rule nor a category. Did you mean 'github-personal-token'?")]
    [InlineData("personal-data", "high", "dlp-scan: `rules.personal-data` is 'high'. Valid values: error, warning, note, off.")]
    public void A_misspelt_rule_or_severity_is_refused(string rule, string severity, string expected)
    {
        var options = new DlpScanOptions { Rules = new Dictionary<string, string>(StringComparer.Ordinal) { [rule] = severity } };

        Should.Throw<UsageException>(() => new DlpScanGate(options, TimeProvider.System).CheckOptions(new MemoryTree())).Message.ShouldStartWith(expected);
    }

    [Fact]
    public void An_allowance_for_everything_is_refused() =>
        Should.Throw<UsageException>(() => new DlpScanGate(new DlpScanOptions { Allow = [new DlpAllow { Rule = "private-key" }] }, TimeProvider.System))
            .Message.ShouldStartWith("dlp-scan: `allow[0]` accepts too much");

    internal static List<(DlpRule Rule, string Path, string Text)> RuleSamples()
    {
        var assembly = typeof(RuleReader).Assembly;
        var samples = new List<(DlpRule, string, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("BuiltIn/DlpScan/rules/", StringComparison.Ordinal)))
        {
            using var document = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
            samples.AddRange(RuleReader.Samples(
                name,
                document.RootElement).SelectMany(sample => sample.Examples.Select(text => (sample.Rule, sample.Path, text))));
        }

        return samples;
    }

    private sealed class BrokenTree : ISourceTree
    {
        public IReadOnlyList<SourceFile> Files => AllFiles;

        public IReadOnlyList<SourceFile> AllFiles { get; } = [new SourceFile("a.env", 3)];

        public bool Exists(string path) => path == "a.env";

        public Stream Open(string path) => throw new IOException("device is gone");
    }
}
