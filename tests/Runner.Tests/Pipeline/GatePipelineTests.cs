using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline;

public sealed class GatePipelineTests
{
    [Fact]
    public async Task RunAsync_OneGateThrows_TheOthersKeepTheirResults()
    {
        var results = await RunAsync(
            [
                SampleResults.Planned("crash", (_, _) => throw new InvalidOperationException("boom")),
                SampleResults.Planned("fine"),
                SampleResults.Planned("unread", (_, _) => throw new EvaluationException("a.txt: cannot be read"))
            ]);

        results.Select(result => (result.GateId, result.Verdict)).ShouldBe([("crash", Verdict.Errored), ("fine", Verdict.Passed), ("unread", Verdict.Errored)]);
        results[0].Error.ShouldBe("internal error in this gate, please report it: InvalidOperationException: boom");
        results[2].Error.ShouldBe("a.txt: cannot be read");
    }

    [Fact]
    public async Task RunAsync_GatesAreIndependent_RunAtTheSameTime()
    {
        using var both = new Barrier(2);
        Task<Evidence> Meet(GateContext context, CancellationToken token) =>
            Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(30), token) ? SampleResults.Nothing : throw new EvaluationException("ran alone"), token);

        var results = await RunAsync([SampleResults.Planned("one", Meet), SampleResults.Planned("two", Meet)]);

        results.ShouldAllBe(result => result.Verdict == Verdict.Passed);
    }

    [Fact]
    public async Task RunAsync_Needs_RunsAfterWhatItNeeds()
    {
        var order = new List<string>();
        Task<Evidence> Note(string id)
        {
            lock (order)
            {
                order.Add(id);
            }

            return Task.FromResult(SampleResults.Nothing);
        }

        await RunAsync([
            SampleResults.Planned("last", (_, _) => Note("last")) with { Needs = ["first"] },
            SampleResults.Planned("first", (_, _) => Note("first"))
        ]);

        order.ShouldBe(["first", "last"]);
    }

    [Fact]
    public async Task RunAsync_NeededGateErrored_IsErroredAndSaysWhy()
    {
        var results = await RunAsync([
            SampleResults.Planned("a", (_, _) => throw new EvaluationException("no")),
            SampleResults.Planned("b") with { Needs = ["a"] }
        ]);

        results[1].Error.ShouldBe("it needs a, which could not be evaluated");
    }

    [Fact]
    public async Task RunAsync_NeededGateSkipped_IsSkippedAndSaysWhy()
    {
        var results = await RunAsync([
            SampleResults.Planned("a") with { SkipReason = "no changed file matches docs/**" },
            SampleResults.Planned("b") with { Needs = ["a"] }
        ]);

        results.Select(result => result.Verdict).ShouldBe([Verdict.Skipped, Verdict.Skipped]);
        results[1].SkipReason.ShouldBe("it needs a, which was skipped");
    }

    [Theory]
    [InlineData(true, "Skipped")]
    [InlineData(false, "Errored")]
    public async Task RunAsync_RequiredInputIsAbsent_IsErroredUnlessTheConfigurationSaysSkip(bool skip, string expected)
    {
        var gate = SampleResults.Planned(
            "perf",
            (_, _) => throw new EvaluationException("k6/current.json: no such file") { IsMissingInput = true }) with
        { SkipWhenMissing = skip };

        var result = (await RunAsync([gate])).Single();

        result.Verdict.ShouldBe(Enum.Parse<Verdict>(expected));
        (result.SkipReason ?? result.Error).ShouldBe("k6/current.json: no such file");
    }

    [Fact]
    public async Task RunAsync_GateBeyondItsTimeoutIgnoringItsToken_IsErroredAndTheRunEnds()
    {
        var never = new TaskCompletionSource<Evidence>();

        var results = await RunAsync([
            SampleResults.Planned("slow", (_, _) => never.Task) with { Timeout = TimeSpan.FromMilliseconds(50) },
            SampleResults.Planned("fine")
        ]);

        results[0].Error.ShouldBe("it did not finish within its timeout of 00:00:00.0500000; set a larger `timeout`, or narrow its paths");
        results[1].Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task RunAsync_FindingAlsoAtTheBase_IsExistingAndDoesNotFail()
    {
        var changes = new ChangeSet("h", "b", [new ChangedFile("new.txt", "old.txt", Deleted: false, [new LineRange(1, 1)])]);
        var input = new PipelineInput(
            new MemoryTree(("new.txt", "added bad\nbad\n"), ("same.txt", "bad\n")),
            changes,
            new MemoryTree(("old.txt", "bad\n"), ("same.txt", "bad\n"), ("never.txt", "bad")),
            default);

        var result = (await RunAsync([SampleResults.Planned("words", ListBadLines)], input, JudgeBadLines)).Single();

        result.Verdict.ShouldBe(Verdict.Failed);
        result.Findings.Select(f => (f.Finding.Location!.Path, f.Finding.Location.Line, f.State, f.InDiff)).ShouldBe(
            [("new.txt", 1, FindingState.New, true), ("new.txt", 2, FindingState.Existing, false), ("same.txt", 1, FindingState.Existing, false)]);
    }

    [Theory]
    [InlineData(1, 4, false)]
    [InlineData(1, 5, true)]
    [InlineData(6, 9, true)]
    [InlineData(7, 9, false)]
    [InlineData(4, null, false)]
    [InlineData(5, null, true)]
    public async Task RunAsync_FindingOfSeveralLines_IsInTheDiffWhenOneOfThemIs(int line, int? endLine, bool expected)
    {
        var changes = new ChangeSet("h", "b", [new ChangedFile("a.txt", null, Deleted: false, [new LineRange(5, 6)])]);
        var finding = new Finding("r", Severity.Error, "m", new Location("a.txt", line, endLine));

        var result = (await RunAsync(
            [SampleResults.Planned("lines")],
            new PipelineInput(new MemoryTree(("a.txt", "bad\n")), changes, null, default),
            _ => Judgement.Empty with { Findings = [finding] })).Single();

        result.Findings.ShouldHaveSingleItem().InDiff.ShouldBe(expected);
    }

    [Fact]
    public async Task RunAsync_BaseCannotBeJudged_CountsEverythingAsNewAndSaysSo()
    {
        var input = new PipelineInput(new MemoryTree(("a.txt", "bad\n")), new ChangeSet("h", "b", []), new MemoryTree(("a.txt", "unreadable")), default);

        var result = (await RunAsync([SampleResults.Planned("words", ListBadLines)], input, JudgeBadLines)).Single();

        result.Verdict.ShouldBe(Verdict.Failed);
        result.Log.ShouldBe(["every finding counts as new, because the base could not be judged: a.txt is malformed"]);
    }

    private static async Task<Evidence> ListBadLines(GateContext context, CancellationToken cancellationToken)
    {
        var found = new List<object>();
        foreach (var file in context.Tree.Files)
        {
            using var reader = new StreamReader(context.Tree.Open(file.Path));
            var lines = (await reader.ReadToEndAsync(cancellationToken)).Split('\n');
            if (lines[0] == "unreadable")
            {
                throw new EvaluationException(file.Path + " is malformed");
            }

            found.AddRange(lines.Index()
                .Where(line => line.Item.Contains("bad", StringComparison.Ordinal))
                .Select(line => new { path = file.Path, line = line.Index + 1 }));
        }

        return new Evidence("test/v1", System.Text.Json.JsonSerializer.SerializeToElement(new { found }));
    }

    private static Judgement JudgeBadLines(Evidence evidence) => Judgement.Empty with
    {
        Findings = [.. evidence.Facts.GetProperty("found").EnumerateArray().Select(hit => new Finding(
            "bad", Severity.Error, "bad word", new Location(hit.GetProperty("path").GetString()!, hit.GetProperty("line").GetInt32())))],
    };

    private static Task<IReadOnlyList<GateResult>> RunAsync(
        IReadOnlyList<PlannedGate> gates,
        PipelineInput? input = null,
        Func<Evidence, Judgement>? judge = null) =>
        new GatePipeline(new DelegateJudge(judge ?? (_ => Judgement.Empty)), TimeProvider.System).RunAsync(
            new RunPlan(gates, "test", []), input ?? new PipelineInput(new MemoryTree(), ChangeSet.None, null, default), CancellationToken.None);
}
