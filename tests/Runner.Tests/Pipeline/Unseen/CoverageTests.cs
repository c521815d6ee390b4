using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Unseen;

public sealed class CoverageTests
{
    [Fact]
    public void Summary_NothingReported_IsNotKnown() => new Coverage().Summary().ShouldBeNull();

    [Fact]
    public void Summary_ZeroReported_SaysZero()
    {
        var coverage = new Coverage();
        coverage.Saw(0);

        coverage.Summary()!.SawNothing.ShouldBeTrue();
        coverage.Summary()!.Words.ShouldBe("0 files");
    }

    [Fact]
    public void Words_OneReason_NamesIt() => Seen(12, (UnseenReasons.Sparse, 3)).Words.ShouldBe("12 files; 3 left out: sparse checkout");

    [Fact]
    public void Words_SeveralReasons_TheUnexpectedFirst() =>
        Seen(1, (UnseenReasons.Exclude, 1_200), (UnseenReasons.BinaryText, 1)).Words
            .ShouldBe("1 file; 1,201 left out: text by its name, but binary (1), exclude (1,200)");

    [Fact]
    public void Words_OtherThingsThanFiles_AreNamed()
    {
        var coverage = new Coverage();
        coverage.Saw(4, "objective");

        coverage.Summary()!.Words.ShouldBe("4 objectives");
    }

    [Fact]
    public void Problem_UnexpectedReasons_AreNamedWithTheirFiles() =>
        Seen(1, (UnseenReasons.Deleted, 5), (UnseenReasons.Exclude, 1)).Problem.ShouldBe(
            "it could not look at everything: tracked but not there: deleted/0, deleted/1, deleted/2 and 2 more. Mend that, or name the paths under `exclude`");

    [Fact]
    public void Problem_OnlyExpectedReasons_IsNone() => Seen(1, (UnseenReasons.Exclude, 5)).Problem.ShouldBeNull();

    [Fact]
    public void LeftOut_APathThatWasLookedAtAllTheSame_IsNotCounted()
    {
        var coverage = new Coverage();
        coverage.LeftOut(UnseenReasons.Exclude, "a.txt");
        coverage.Saw("a.txt");

        coverage.Summary()!.Words.ShouldBe("1 file");
    }

    [Fact]
    public void Summary_ReportedFromSeveralThreads_IsTheSameWhateverTheirOrder()
    {
        var texts = Enumerable.Range(0, 5).Select(_ =>
        {
            var coverage = new Coverage();
            Parallel.For(0, 2_000, i =>
            {
                coverage.Saw($"seen/{i}");
                coverage.LeftOut(UnseenReasons.Sparse, $"gone/{i:0000}");
            });
            return Json(coverage.Summary()!);
        }).Distinct(StringComparer.Ordinal).ToList();

        texts.Count.ShouldBe(1);
        var read = CoverageSummary.Read(JsonElement.Parse($"{{\"coverage\":{texts[0]}}}"))!;
        read.Seen.ShouldBe([new SeenCount("file", 2_000)]);
        read.LeftOut.Single().Count.ShouldBe(2_000);
        read.LeftOut.Single().Paths.ShouldBe(Enumerable.Range(0, Coverage.MaxPaths).Select(i => $"gone/{i:0000}"));
    }

    [Fact]
    public void Of_EvidenceWithFacts_HoldsBoth()
    {
        var facts = CoveredEvidence.Of(new Evidence("k", JsonElement.Parse("""{"hits": [1, {"a": "}"}] }""")), Seen(2)).Facts;

        facts.GetProperty("hits").GetArrayLength().ShouldBe(2);
        CoverageSummary.Read(facts)!.Words.ShouldBe("2 files");
    }

    [Fact]
    public void Of_EmptyFacts_HoldTheCoverage() =>
        CoverageSummary.Read(CoveredEvidence.Of(new Evidence("k", JsonElement.Parse("{ }")), Seen(2)).Facts)!.Words.ShouldBe("2 files");

    [Theory]
    [InlineData("""{"coverage": 1}""")]
    [InlineData("""{"coverage": {"seen": []}}""")]
    [InlineData("""{"coverage": {"seen": [{"unit": "file", "count": "x"}], "leftOut": []}}""")]
    public void Read_NotOurs_IsRefused(string facts) => Should.Throw<FormatException>(() => CoverageSummary.Read(JsonElement.Parse(facts)));

    [Fact]
    public void Reasons_HaveOneIdEach_AndAnUnknownOneIsUnexpected()
    {
        UnseenReasons.All.Select(reason => reason.Id).ShouldBeUnique();
        UnseenReasons.All.ShouldAllBe(reason => UnseenReasons.Of(reason.Id) == reason);
        UnseenReasons.Of("of-a-later-version").IsExpected.ShouldBeFalse();
        UnseenReasons.All.SkipWhile(reason => !reason.IsExpected).ShouldAllBe(reason => reason.IsExpected);
    }

    private static CoverageSummary Seen(int files, params (UnseenReason Reason, int Count)[] leftOut)
    {
        var coverage = new Coverage();
        coverage.Saw(files);
        foreach (var (reason, count) in leftOut)
        {
            for (var i = 0; i < count; i++)
            {
                coverage.LeftOut(reason, $"{reason.Id}/{i}");
            }
        }

        return coverage.Summary()!;
    }

    private static string Json(CoverageSummary summary)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            summary.Write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
