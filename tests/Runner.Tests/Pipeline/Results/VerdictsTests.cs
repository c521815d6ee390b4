using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Results;

public sealed class VerdictsTests
{
    /// <summary>Every cell of the table: mode, what happened, verdict.</summary>
    public static TheoryData<string, string, string> Cells { get; } = new()
    {
        { "Enforce", "error", "Failed" },
        { "Enforce", "warning", "Warned" },
        { "Enforce", "note", "Passed" },
        { "Enforce", "errored", "Errored" },
        { "Enforce", "nothing", "Passed" },
        { "Warn", "error", "Warned" },
        { "Warn", "warning", "Warned" },
        { "Warn", "note", "Passed" },
        { "Warn", "errored", "Warned" },
        { "Warn", "nothing", "Passed" },
        { "Audit", "error", "Passed" },
        { "Audit", "warning", "Passed" },
        { "Audit", "note", "Passed" },
        { "Audit", "errored", "Passed" },
        { "Audit", "nothing", "Passed" },
        { "Off", "error", "Skipped" },
        { "Off", "warning", "Skipped" },
        { "Off", "note", "Skipped" },
        { "Off", "errored", "Skipped" },
        { "Off", "nothing", "Skipped" },
        { "Enforce", "waived error", "Waived" },
        { "Warn", "waived error", "Waived" },
        { "Audit", "waived error", "Passed" },
        { "Off", "waived error", "Skipped" },
        { "Enforce", "waived warning", "Passed" },
        { "Enforce", "existing error", "Passed" },
        { "Warn", "existing error", "Passed" },
        { "Enforce", "existing warning", "Passed" },
        { "Enforce", "waived error + warning", "Warned" },
        { "Enforce", "waived error + error", "Failed" },
        { "Enforce", "existing error + note", "Passed" },
        { "Enforce", "warning + error", "Failed" },
        { "Enforce", "waived error + errored", "Errored" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void OfGate_EachCell_IsTheDesigns(string mode, string happened, string expected)
    {
        var parts = happened.Split(" + ");
        var findings = parts.Where(part => part is not ("errored" or "nothing")).Select(Finding);

        Verdicts.OfGate(Enum.Parse<GateMode>(mode), parts.Contains("errored"), findings).ShouldBe(Enum.Parse<Verdict>(expected));
    }

    /// <summary>The two columns about what was looked at: mode, what was found, what was seen, verdict.</summary>
    public static TheoryData<string, string, string, string> Seen { get; } = new()
    {
        { "Enforce", "nothing", "unexpected", "Errored" },
        { "Enforce", "error", "unexpected", "Errored" },
        { "Enforce", "waived error", "unexpected", "Errored" },
        { "Warn", "nothing", "unexpected", "Warned" },
        { "Warn", "error", "unexpected", "Warned" },
        { "Audit", "nothing", "unexpected", "Passed" },
        { "Off", "nothing", "unexpected", "Skipped" },
        { "Enforce", "nothing", "expected", "Passed" },
        { "Enforce", "error", "expected", "Failed" },
        { "Enforce", "nothing", "none", "Skipped" },
        { "Warn", "nothing", "none", "Skipped" },
        { "Audit", "nothing", "none", "Skipped" },
        { "Enforce", "error", "none", "Failed" },
        { "Enforce", "nothing", "none + required", "Errored" },
        { "Warn", "nothing", "none + required", "Errored" },
        { "Off", "nothing", "none + required", "Errored" },
        { "Enforce", "nothing", "expected + required", "Passed" },
        { "Warn", "nothing", "none + unexpected", "Warned" },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public void OfGate_EachCellAboutWhatWasSeen_IsTheDesigns(string mode, string found, string seen, string expected)
    {
        var words = seen.Split(" + ");
        var coverage = new Coverage();
        coverage.Saw(words.Contains("none") ? 0 : 3);
        if (words.Contains("unexpected") || words.Contains("expected"))
        {
            coverage.LeftOut(words.Contains("unexpected") ? UnseenReasons.Sparse : UnseenReasons.Exclude, "a.txt");
        }

        Verdicts.OfGate(
            Enum.Parse<GateMode>(mode),
            errored: false,
            found == "nothing" ? [] : [Finding(found)],
            coverage.Summary()! with { IsRequired = words.Contains("required") })
            .ShouldBe(Enum.Parse<Verdict>(expected));
    }

    [Fact]
    public void Verdicts_AreOrderedWorstLast() =>
        Enum.GetValues<Verdict>().Select(verdict => verdict.ToString()).ShouldBe(["Skipped", "Passed", "Waived", "Warned", "Failed", "Errored"]);

    [Theory]
    [InlineData("Errored", 3)]
    [InlineData("Failed", 1)]
    [InlineData("Warned", 0)]
    [InlineData("Waived", 0)]
    [InlineData("Passed", 0)]
    [InlineData("Skipped", 0)]
    public void ExitCodeOf_EachRun_IsTheContract(string verdict, int expected) =>
        ((int)Enum.Parse<Verdict>(verdict).ExitCode).ShouldBe(expected);

    [Fact]
    public void OfRun_EverythingSkipped_IsSkippedAndNoPass() => Verdicts.OfRun([SampleResults.Of("a", Verdict.Skipped)]).ShouldBe(Verdict.Skipped);

    [Fact]
    public void OfRun_OneOfTwoSkipped_Passes() =>
        Verdicts.OfRun([SampleResults.Of("a", Verdict.Skipped), SampleResults.Of("b", Verdict.Passed)]).ShouldBe(Verdict.Passed);

    [Fact]
    public void OfRun_NoGate_IsSkipped() => Verdicts.OfRun([]).ShouldBe(Verdict.Skipped);

    [Fact]
    public void OfRun_OneErroredAmongFailures_IsErrored() =>
        Verdicts.OfRun([
            SampleResults.Of("a", Verdict.Failed),
            SampleResults.Of("b", Verdict.Errored),
            SampleResults.Of("c", Verdict.Passed)
        ]).ShouldBe(Verdict.Errored);

    private static GateFinding Finding(string words)
    {
        var parts = words.Split(' ');
        var state = parts.Length == 2 ? Enum.Parse<FindingState>(parts[0], ignoreCase: true) : FindingState.New;
        return new GateFinding(new Finding("rule", Enum.Parse<Severity>(parts[^1], ignoreCase: true), "message"), "v1:0", state, InDiff: false);
    }
}
