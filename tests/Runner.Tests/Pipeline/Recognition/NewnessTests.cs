using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Recognition;

/// <summary>The table of docs/configuration.md, a case a row.</summary>
public sealed partial class NewnessTests
{
    private const string Long = "registry.corp.example/team/application:latest";
    private const string Domain = "acme-corp.com";
    private const string Evil = "registry.evil.example/miner/application:latest";

    private static readonly IReadOnlyDictionary<string, Case> Cases = new Dictionary<string, Case>(StringComparer.Ordinal)
    {
        ["moves the line within its file"] = new("lines", "x\nbad\n", "bad\nx\n"),
        ["indents the line, or changes its white space"] = new("lines", "a: bad\n", "\t  a:   bad  \n"),
        ["wraps the finding's lines otherwise"] = new("several", "bad one\ntwo three\n", "bad one two\nthree\n"),
        ["writes CRLF instead of LF"] = new("several", "bad\ntwo\n", "bad\r\ntwo\r\n"),
        ["renames the file"] = new("lines", "bad\n", "bad\n", "b.txt"),
        ["renames the file in upper and lower case only"] = new("lines", "bad\n", "bad\n", "A.TXT"),
        ["renames the file and edits other lines of it"] = new("lines", "x\nbad\n", "y\nz\nbad\n", "b.txt"),
        ["renames the file and edits the line"] = new("lines", "bad one\n", "bad two\n", "b.txt"),
        ["replaces a bad value by another on its line"] = new("lines", $"bad: {Long}\n", $"bad: {Evil}\n"),
        ["replaces one coarsely named bad value by another on its line"] = new("named", $"bad: {Long}\n", $"bad: {Evil}\n"),
        ["edits something else on the line"] = new("named", "bad # one\n", "bad # two\n"),
        ["edits something else on the line of a secret"] = new("value", "a = bad1 # one\n", "b  =  bad1 # two\n"),
        ["replaces a secret by another on its line"] = new("value", "a = bad1\n", "a = bad2\n"),
        ["moves a secret to another line of its file"] = new("value", "a = bad1\nb = x\n", "a = x\nb = bad1\n"),
        ["moves a secret to another file"] = new("value", "a = bad1\n", "", Other: "a = bad1\n"),
        ["edits one of the lines of a finding that has several"] = new("several", "bad\ntwo\n", "bad\nthree\n"),
        ["edits the text of a block scalar"] = new("lines", $"bad: >-\n  {Long}\nc: 1\n", $"bad: >-\n  {Evil}\nc: 1\n"),
        ["copies the line within its file"] = new("lines", "bad\nx\n", "bad\nbad\nx\n"),
        ["removes one of two equal lines"] = new("lines", "bad\nx\nbad\n", "x\nbad\n"),
        ["removes one of two equal lines and adds it elsewhere in the file"] = new("lines", "bad\nbad\nx\n", "bad\nx\nbad\n"),
        ["changes the message of a finding without a line"] = new("message", "bad one\n", "bad two\n"),
        ["puts other values behind \"12 more places\""] = new("more", Mails(), Mails().Replace("last@", "least@", StringComparison.Ordinal)),
    };

    public static TheoryData<string, string> Rows => [.. Table().Select(row => (row.Change, row.Finding))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_OfTheTable_IsAsItSays(string change, string finding)
    {
        Cases.Keys.ShouldContain(change, "each row of the table has a case");

        var states = await JudgeAsync(Cases[change]);

        states.Count(state => state == FindingState.New).ShouldBe(finding == "new" ? 1 : 0);
        states.ShouldNotBeEmpty();
    }

    [Fact]
    public void Table_HasNoOtherRowsThanTheCases() => Table().Select(row => row.Change).ShouldBe(Cases.Keys, ignoreOrder: true);

    [Fact]
    public async Task CopiedLine_TheOneThatWasAddedIsTheNewOne_WhereverItStands()
    {
        var changes = new ChangeSet("h", "b", [new ChangedFile("a.txt", "a.txt", Deleted: false, [new LineRange(1, 1)])]);
        var input = new PipelineInput(new MemoryTree(("a.txt", "bad\nbad\n")), changes, new MemoryTree(("a.txt", "bad\n")), default);

        var result = await RunAsync("lines", input, Triage.None);

        result.Findings.Select(found => (found.Finding.Location!.Line, found.State)).ShouldBe([(1, FindingState.New), (2, FindingState.Existing)]);
    }

    [Fact]
    public async Task EntryOfAnOldForm_CountsForItsFindingAndForNoOtherOnTheSameLine()
    {
        var at = new MemoryTree(("a.txt", $"bad: {Long}\n"));
        var first = FirstFingerprints.Of("g", [new Finding("bad", Severity.Error, "m", new Location("a.txt", 1))], at, path => path, [0])[0];
        var triage = new Triage(null, new Baseline { Path = "b", Entries = [new BaselineEntry("g", "bad", "a.txt", 1, first)] }, default);
        var replaced = new MemoryTree(("a.txt", $"bad: {Evil}\n"));
        var changes = new ChangeSet("h", "b", [new ChangedFile("a.txt", "a.txt", Deleted: false, [new LineRange(1, 1)])]);

        (await RunAsync("lines", new PipelineInput(at, ChangeSet.None, null, default), triage)).Findings.Single().State.ShouldBe(FindingState.Existing);
        (await RunAsync("lines", new PipelineInput(at, changes, at, default), triage)).Findings.Single().State.ShouldBe(FindingState.Existing);
        (await RunAsync("lines", new PipelineInput(replaced, changes, at, default), triage)).Findings.Single().State.ShouldBe(FindingState.New);
        FirstFingerprints.Of(
            "g",
            [new Finding("bad", Severity.Error, "m", new Location("a.txt", 1))],
            replaced,
            path => path,
            [0])[0].ShouldBe(first, "the old form cannot tell them apart");
    }

    /// <summary>Before a repository had its salt, identities were made with one that all shared; old waivers still name findings by them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WaiverOfTheFirstForm_ForASecret_CountsAlsoUnderALaterSalt(bool hasSalt)
    {
        var tree = new MemoryTree(("a.txt", $"mail one@{Domain}\n"));
        var then = await new DlpScanGate(
            new DlpScanOptions(),
            TimeProvider.System).InspectAsync(new GateContext(tree, ChangeSet.None, "gates-identity-v1"u8.ToArray()), TestContext.Current.CancellationToken);
        var first = FirstFingerprints.Of("g", Hits(then), tree, path => path, [0])[0];
        var waiver = new Waiver
        {
            Gate = "g",
            Fingerprint = first,
            Reason = "r",
            Owner = "o",
            Added = new DateOnly(2026, 11, 1),
            Expires = new DateOnly(2026, 12, 1)
        };
        var triage = new Triage(
            new WaiverFile("w", 365, [waiver], ""),
            null,
            new DateOnly(2026, 11, 22))
        { Salt = hasSalt ? RepositorySalt.New(bytes => bytes.Fill(9)) : null };

        var result = await RunAsync("hits", new PipelineInput(tree, ChangeSet.None, null, Enumerable.Repeat((byte)9, 32).ToArray()), triage);

        result.Findings.Single().State.ShouldBe(FindingState.Waived);
        result.Findings.Single().Finding.Identity.ShouldNotBe(Hits(then)[0].Identity, "what is collected now is not keyed with what everybody knows");
    }

    [Fact]
    public async Task FileTooLargeForLines_IsNewWithEveryChange()
    {
        var filler = new string('x', 10_000_000);
        var same = await JudgeAsync(new Case("lines", $"bad\n{filler}", $"bad\n{filler}"));
        var other = await JudgeAsync(new Case("lines", $"bad\n{filler}", $"bad\n{filler}y"));

        (same.Single(), other.Single()).ShouldBe((FindingState.Existing, FindingState.New));
    }

    [Fact]
    public async Task InvalidText_IsComparedByteByByte()
    {
        static MemoryTree Tree(byte last) => new(new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["a.txt"] = [.. "bad "u8, last, (byte)'\n'] });

        var result = await RunAsync("lines", new PipelineInput(Tree(0xE9), new ChangeSet("h", "b", []), Tree(0xE8), default), Triage.None);

        result.Findings.Single().State.ShouldBe(FindingState.New);
    }

    private static string Mails() =>
        string.Concat(Enumerable.Range(0, 1_000).Select(i => FormattableString.Invariant($"person{i}@{Domain}\n"))) + $"last@{Domain}\n";

    private static List<(string Change, string Finding)> Table()
    {
        var text = File.ReadAllText(Repository.Combine("docs/configuration.md"));
        var start = text.IndexOf("| what the change does | finding |", StringComparison.Ordinal);
        start.ShouldBePositive();
        return [.. Row().Matches(text[start..text.IndexOf("\n\n", start, StringComparison.Ordinal)]).Select(row => (row.Groups[1].Value, row.Groups[2].Value))];
    }

    private static async Task<IReadOnlyList<FindingState>> JudgeAsync(Case one)
    {
        var head = new MemoryTree([(one.Name, one.Head), .. one.Other is { } other ? new[] { ("other.txt", other) } : []]);
        var added = one.Head
            .Split('\n')
            .Index()
            .Where(line => !one.Base.Split('\n').Contains(line.Item, StringComparer.Ordinal))
            .Select(line => new LineRange(line.Index + 1, line.Index + 1));
        var changes = new ChangeSet("h", "b", [new ChangedFile(one.Name, "a.txt", Deleted: false, [.. added])]);
        var result = await RunAsync(one.Style, new PipelineInput(head, changes, new MemoryTree(("a.txt", one.Base)), new byte[32]), Triage.None);
        result.Error.ShouldBeNull();
        return [.. result.Findings.Select(found => found.State)];
    }

    private static async Task<GateResult> RunAsync(string style, PipelineInput input, Triage triage)
    {
        var gate = style is "more" or "hits" ? SampleResults.Planned("g", new DlpScanGate(new DlpScanOptions(), TimeProvider.System))
            : SampleResults.Planned("g", (context, _) => Task.FromResult(new Evidence("t/v1", JsonSerializer.SerializeToElement(Find(context.Tree, style)))));
        var judge = new DelegateJudge(evidence =>
            Judgement.Empty with
            {
                Findings = style switch { "more" => [.. More(evidence)], "hits" => Hits(evidence), _ => evidence.Facts.Deserialize<List<Finding>>()! }
            });
        return (await new GatePipeline(
            judge,
            TimeProvider.System).RunAsync(new RunPlan([gate], "test", []) { Triage = triage }, input, TestContext.Current.CancellationToken)).Single();
    }

    private static IEnumerable<Finding> More(Evidence evidence) => evidence.Facts.GetProperty("more").EnumerateArray().Select(more => new Finding(
        more.GetProperty("rule").GetString()!, Severity.Error, $"{more.GetProperty("count")} more", new Location(
            more.GetProperty("path").GetString()!), more.GetProperty("identity").GetString()));

    private static List<Finding> Hits(Evidence evidence) => [.. evidence.Facts.GetProperty("hits").EnumerateArray().Select(hit => new Finding(
        hit.GetProperty("rule").GetString()!, Severity.Error, "m", new Location(
            hit.GetProperty("path").GetString()!,
            hit.GetProperty("line").GetInt32()), hit.GetProperty("identity").GetString()))];

    private static List<Finding> Find(ISourceTree tree, string style)
    {
        var findings = new List<Finding>();
        foreach (var file in tree.Files)
        {
            using var reader = new StreamReader(tree.Open(file.Path));
            foreach (var (i, line) in reader.ReadToEnd().Split('\n').Index().Where(line => line.Item.Contains("bad", StringComparison.Ordinal)))
            {
                var place = new Location(file.Path, i + 1);
                var word = Word().Match(line);
                findings.Add(style switch
                {
                    "named" => new Finding("bad", Severity.Error, "m", place, Identity: "image"),
                    "value" =>
                        new Finding(
                            "bad",
                            Severity.Error,
                            "m",
                            place with { Column = word.Index + 1, EndColumn = word.Index + word.Length + 1 },
                            Identity: "secret"),
                    "several" => new Finding("bad", Severity.Error, "m", place with { EndLine = i + 2 }),
                    "message" => new Finding("bad", Severity.Error, $"{file.Path} says {line}", new Location(file.Path), Identity: "file"),
                    _ => new Finding("bad", Severity.Error, "m", place),
                });
            }
        }

        return findings;
    }

    [GeneratedRegex("^\\| (.+) \\| (existing|new) \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("bad\\d*")]
    private static partial Regex Word();

    private sealed record Case(string Style, string Base, string Head, string Name = "a.txt", string? Other = null);
}
