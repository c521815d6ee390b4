using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class ConsoleReporterTests
{
    private static readonly ConsoleStyle Style = ConsoleStyle.Plain with { Folder = ".gates/out" };

    [Fact]
    public async Task RedRun_ReadsAsExpected() => Golden.Check("red.expected.txt", await Print(Samples.Red(), Style));

    [Fact]
    public async Task EqualFindings_AreOneEntryWithTheirPlaces() => Golden.Check("grouped.expected.txt", await Print(Samples.Grouped(), Style));

    [Fact]
    public async Task GreenRun_ReadsAsExpected() => Golden.Check("green.expected.txt", await Print(Samples.Green(), Style));

    [Fact]
    public async Task RunThatCouldNotBeEvaluated_ReadsAsExpected() =>
        Golden.Check("could-not-evaluate.expected.txt", await Print(Samples.CouldNotEvaluate(), Style));

    [Fact]
    public async Task RunOfAChangeThatBringsItsOwnJudge_ReadsAsExpected() => Golden.Check("own-judge.expected.txt", await Print(Samples.OwnJudge(), Style));

    [Fact]
    public async Task NarrowTerminal_WrapsAtWords() => Golden.Check("narrow.expected.txt", await Print(Samples.Red(), Style with { Width = 60 }));

    [Fact]
    public async Task Terminal_IsColouredWithoutChangingAWord()
    {
        var plain = await Print(Samples.Red(), Style);
        var coloured = await Print(Samples.Red(), Style with { Color = true });
        coloured.ShouldContain("\u001b[");
        System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "").ShouldBe(plain);
    }

    [Fact]
    public async Task ManyFindings_AreCutAndCounted()
    {
        var text = await Print(Samples.Many(1000), Style);
        text.Split('\n').Count(line => line.StartsWith("  src/folder", StringComparison.Ordinal)).ShouldBe(20);
        text.ShouldContain("680 more findings: see .gates/out/results.json");
    }

    [Fact]
    public async Task Verdict_IsReadFromTheReportOnly()
    {
        var text = await Print(Samples.Many(10) with { Verdict = Verdict.Passed }, Style);
        text.ShouldContain("\nPASSED: ");
    }

    [Fact]
    public async Task CouldNotEvaluate_IsNeverCalledAFailureOrAnError()
    {
        var text = await Print(
            Samples.Run([Samples.Gate("a", "A", Verdict.Errored) with { Error = "it went away" }]),
            Style);
        text.ShouldContain("COULD NOT EVALUATE  a");
        text.ShouldNotContain("fail", Case.Insensitive);
        text.ShouldNotContain("errored", Case.Insensitive);
    }

    [Theory]
    [InlineData("::error::injected")]
    [InlineData("first\n::add-mask::x")]
    [InlineData("first\r  ::set-env name=A::b")]
    [InlineData("tail ##[add-mask]x")]
    [InlineData("first\u2028\u00a0::error::x")]
    public async Task PolicyText_IsNeverACommandOfTheGitHubRunner(string text)
    {
        var gate = Samples.Gate("g", text, Verdict.Failed) with
        {
            Findings = [Samples.Found(new Finding(text, Severity.Error, text, new Location(text, 1), Help: text))],
            Log = [text],
            Error = text,
            SkipReason = text,
        };
        var printed = await Print(Samples.Run([gate]) with { Notes = [text], Configuration = text }, Style with { Width = 40 });
        RunnerCommands.In(printed).ShouldBeEmpty();
    }

    internal static async Task<string> Print(RunReport report, ConsoleStyle style)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await new ConsoleReporter(output, style).ReportAsync(report, CancellationToken.None);
        return output.ToString();
    }
}
