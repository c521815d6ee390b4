using Gates.Formats.Foundation;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Commands.Baselining;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Baselines;

public sealed class BaselineTests
{
    private static readonly string Expected = $$"""
        {
          "version": 1,
          "grown": [
            { "on": "2026-11-22", "reason": "the \"old\" folder", "added": 2 }
          ],
          "findings": [
            { "gate": "a", "rule": "r", "fingerprint": "{{Print(3)}}" },
            { "gate": "a", "rule": "r", "path": "é/x.txt", "line": 4, "fingerprint": "{{Print(1)}}" },
            { "gate": "b", "rule": "r", "path": "x.txt", "fingerprint": "{{Print(2)}}" }
          ]
        }

        """;

    [Fact]
    public void Write_SortsOneFindingALine_AndIsReadBack()
    {
        var baseline = Of(new BaselineEntry("b", "r", "x.txt", null, Print(2)), new("a", "r", "é/x.txt", 4, Print(1)), new("a", "r", null, null, Print(3))) with
        {
            Growths = [new BaselineGrowth(new DateOnly(2026, 11, 22), "the \"old\" folder", 2)],
        };

        var text = BaselineWriter.Write(baseline);

        text.ShouldBe(Expected);
        BaselineWriter.Write(BaselineReader.Read(text, "b.json")).ShouldBe(text);
        BaselineReader.Read(BaselineWriter.Write(Of()), "b.json").Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "b.json:2:14: key `version`: 2 is not a version this program reads; valid: 1")]
    [InlineData(
        "\"version\": 1,",
        "\"version\": 1,\n  \"salt\": \"x\",",
        "b.json:3:11: key `salt`: is not 64 lower-case hexadecimal digits; restore it from git, because every identity depends on it")]
    [InlineData("\"rule\": \"r\", \"path\": \"x.txt\"", "\"rule\": \"r\", \"pth\": \"x.txt\"", "key `findings[2].pth`: is not known; did you mean \"path\"?")]
    [InlineData("\"line\": 4", "\"line\": 0", "key `findings[1].line`: 0 is too small; the smallest is 1")]
    [InlineData("\"gate\": \"b\", ", "", "b.json:9:5: key `findings[2].gate`: is missing; `gates baseline` writes this file")]
    public void Read_Mistake_NamesPlaceAndKey(string old, string now, string expected)
    {
        Expected.ShouldContain(old);

        Should.Throw<UsageException>(() => BaselineReader.Read(Expected.Replace(old, now, StringComparison.Ordinal), "b.json")).Message.ShouldContain(expected);
    }

    [Fact]
    public void Update_FirstTime_RecordsWhatIsNew()
    {
        var update = BaselineUpdate.From(null, Of(), [Result("a", (1, FindingState.New), (2, FindingState.Waived))], null);

        update.Next.Entries.Select(entry => entry.Fingerprint.Text).ShouldBe([Print(1)]);
        (update.Added, update.Removed, update.Refused.Count).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void Update_LaterOn_DropsWhatIsGoneAndRefusesWhatIsNew()
    {
        var update = BaselineUpdate.From(
            Of(Entry("a", 1), Entry("a", 2), Entry("b", 3)),
            Of(),
            [Result("a", (1, FindingState.Existing), (9, FindingState.New))],
            null);

        update.Next.Entries.Select(entry => entry.Fingerprint.Text).ShouldBe([Print(1), Print(3)], "b did not run, so what is known of it stays");
        (update.Added, update.Removed).ShouldBe((0, 1));
        update.Refused.Single().Fingerprint.Text.ShouldBe(Print(9));
    }

    [Fact]
    public void Update_WaivedMeanwhile_StaysRecorded() =>
        BaselineUpdate.From(Of(Entry("a", 1)), Of(), [Result("a", (1, FindingState.Waived))], null).Next.Entries.Count.ShouldBe(1);

    [Fact]
    public void Update_Growing_RecordsWhyAndHowMuch()
    {
        var update = BaselineUpdate.From(
            Of(Entry("a", 1)),
            Of(),
            [Result("a", (1, FindingState.Existing), (9, FindingState.New))],
            new BaselineGrowth(new DateOnly(2026, 11, 22), "merged a fork", 0));

        update.Next.Entries.Count.ShouldBe(2);
        update.Next.Growths.ShouldBe([new BaselineGrowth(new DateOnly(2026, 11, 22), "merged a fork", 1)]);
        update.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Update_EntriesOfOlderForms_AreRewrittenAndTheSaltLeavesTheFile()
    {
        var first = "v1:" + new string('a', 64);
        var old = Of(Entry("a", 1) with { Fingerprint = first }, Entry("a", 2)) with { Salt = new byte[32] };
        var result = Result("a", (1, FindingState.Existing), (2, FindingState.Existing));
        result = result with { Findings = [result.Findings[0] with { Forms = [Print(1), first] }, result.Findings[1]] };

        var update = BaselineUpdate.From(old, Of(), [result], null);

        update.Next.Entries.Select(entry => entry.Fingerprint.Text).ShouldBe([Print(1), Print(2)]);
        update.Next.Salt.IsEmpty.ShouldBeTrue();
        (update.Added, update.Removed, update.Refused.Count).ShouldBe((0, 0, 0));
        update.Next.CountBeyond(old).ShouldBe(0, "a rewritten entry is no growth");
        Of(Entry("a", 1), Entry("a", 2), Entry("a", 3)).CountBeyond(old).ShouldBe(1);
        Of(Entry("a", 1)).CountBeyond(null).ShouldBe(1);
    }

    [Fact]
    public void Has_ShortFingerprint_OnlyItsOwnFileAndRule()
    {
        var baseline = Of(new BaselineEntry("dlp-scan", "email", "a.md", 1, "v2:12ab"));

        baseline.Has("dlp-scan", new Finding("email", Severity.Error, "m", new Location("a.md", 9)), ["v2:12ab"]).ShouldBeTrue();
        baseline.Has("dlp-scan", new Finding("email", Severity.Error, "m", new Location("b.md", 9)), ["v2:12ab"]).ShouldBeFalse();
        baseline.Has("dlp-scan", new Finding("iban", Severity.Error, "m", new Location("a.md", 9)), ["v2:12ab"]).ShouldBeFalse();
    }

    private static string Print(int number) => $"v2:{number:x16}";

    private static Baseline Of(params BaselineEntry[] entries) => new() { Path = "b.json", Entries = entries };

    private static BaselineEntry Entry(string gate, int number) => new(gate, "r", "x", 1, Print(number));

    private static GateResult Result(string id, params (int Number, FindingState State)[] findings) => SampleResults.Of(id, Verdict.Passed) with
    {
        Findings = [.. findings.Select(one => new GateFinding(
            new Finding("r", Severity.Error, "m", new Location("x", 1)),
            Print(one.Number),
            one.State,
            false))],
    };
}
