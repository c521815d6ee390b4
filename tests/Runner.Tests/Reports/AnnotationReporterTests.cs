using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class AnnotationReporterTests
{
    [Fact]
    public void RedRun_ReadsAsExpected() => Golden.Check("annotations.expected.txt", Print(Samples.Red()));

    [Fact]
    public void RunThatCouldNotBeEvaluated_ReadsAsExpected() => Golden.Check("annotations-could-not-evaluate.expected.txt", Print(Samples.CouldNotEvaluate()));

    [Fact]
    public void ManyFindings_KeepThePlatformsBudgetAndSayHowManyMore()
    {
        var commands = RunnerCommands.Parse(Print(Samples.Many(1000)));
        commands.Count(command => command.Name == "error").ShouldBe(10);
        commands.Count(command => command.Name == "warning").ShouldBe(10);
        commands.Count(command => command.Name == "notice").ShouldBe(10);
        commands[^1].Message.ShouldStartWith("671 more findings");
    }

    [Fact]
    public void ManyFindings_ShowBlockingOnesInTheDiffFirst()
    {
        var commands = RunnerCommands.Parse(Print(Samples.Many(1000)));
        var numbers = commands.Where(command => command.Name == "error").Select(command => int.Parse(command.Message.Split(' ', ':')[1]));
        numbers.ShouldAllBe(number => number % 2 == 0);
    }

    [Fact]
    public void EqualFindings_DoNotPushAnotherMistakeOut()
    {
        var commands = RunnerCommands.Parse(Print(Samples.Grouped()));
        commands.Count(command => command.Name == "error").ShouldBe(10);
        commands[0].Message.ShouldContain("actions/checkout");
        commands[1].Message.ShouldContain(
            "The same in 199 other places.\nWaive all: gates waive --gate dlp-scan --rule aws-access-key --path 'config/**' --reason '…'");
        commands[^1].Message.ShouldStartWith("194 more findings");
    }

    [Fact]
    public void FindingsThatFit_AreAllShownWithoutAWordAboutMore() => Print(Samples.Many(20)).ShouldNotContain("more finding");

    [Fact]
    public void ExistingWaivedAndAuditedFindings_AreNotAnnotated()
    {
        var error = new Finding("r", Severity.Error, "m", new Location("a", 1));
        var run = Samples.Run(
        [
            Samples.Gate("a", "A", Verdict.Passed) with { Findings = [Samples.Found(error, FindingState.Existing), Samples.Found(error, FindingState.Waived)] },
            Samples.Gate("b", "B", Verdict.Passed) with { Mode = GateMode.Audit, Findings = [Samples.Found(error)] },
        ]);
        Print(run).ShouldBeEmpty();
    }

    [Fact]
    public void Properties_AreEscapedByGitHubsRules()
    {
        var finding = new Finding("a,b:c%d", Severity.Warning, "100%\nnext::", new Location("dir,1/a:b%.txt", 3, Column: 4));
        Print(Samples.Run([Samples.Gate("g", "G", Verdict.Failed) with { Findings = [Samples.Found(finding)] }]))
            .ShouldBe("::warning file=dir%2C1/a%3Ab%25.txt,line=3,endLine=3,col=4,endColumn=4,title=g%3A a%2Cb%3Ac%25d::100%25%0Anext::\n");
    }

    [Fact]
    public void Columns_AreLeftOutWhenTheFindingSpansLines()
    {
        var finding = new Finding("r", Severity.Error, "m", new Location("a", 3, EndLine: 5, Column: 4, EndColumn: 2));
        Print(Samples.Run([Samples.Gate("g", "G", Verdict.Failed) with { Findings = [Samples.Found(finding)] }])).ShouldNotContain("col=");
    }

    internal static string Print(RunReport report)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new AnnotationReporter(output).ReportAsync(report, CancellationToken.None).GetAwaiter().GetResult();
        return output.ToString();
    }
}
