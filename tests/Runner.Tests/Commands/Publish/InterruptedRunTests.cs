using System.Text;
using System.Xml.Linq;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Commands.Publish;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Review;
using Runner.Tests.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Publish;

public sealed class InterruptedRunTests
{
    [Fact]
    public void WhatWasWritten_IsReadBackAsInterrupted()
    {
        using var stream = new MemoryStream();
        ResultsFile.From(Samples.Interrupted()).Write(stream);

        var read = ResultsFile.Read(stream.ToArray(), "results.json").ToReport("results.json");

        (read.Interrupted, read.Verdict, read.ExitCode).ShouldBe((true, Verdict.Errored, ExitCode.CouldNotEvaluate));
        read.Results
            .Select(gate => (gate.GateId, gate.Interrupted, gate.Blocks))
            .ShouldBe([("dlp-scan", false, true), ("canary-slo", true, true), ("hermetic-build", false, false)]);
    }

    [Fact]
    public void Check_IsCancelledAlsoWhenAGateHadFailed()
    {
        var input = new ReviewInput { Report = Samples.Interrupted() };

        Conclusions.Of(input).ShouldBe(CheckConclusion.Cancelled);
        var page = CheckPage.Render(input, 10);
        page.Title.ShouldBe("1 finding blocks; 2 of 3 gates finished; dlp-scan failed; canary-slo interrupted; hermetic-build passed");
    }

    [Fact]
    public void CheckOfOneGate_IsCancelledOnlyForThatWhichHadNotFinished() =>
        Samples.Interrupted().Results
            .Select(gate =>
                Conclusions.Of(new ReviewInput
                {
                    Report = Samples.Interrupted() with { Results = [gate], Verdict = gate.Verdict, Interrupted = gate.Interrupted }
                }))
            .ShouldBe([CheckConclusion.Failure, CheckConclusion.Cancelled, CheckConclusion.Success]);

    [Fact]
    public void Summary_SaysFirstHowFarItCame() =>
        SummaryPage.Render(Samples.Interrupted()).ShouldStartWith(
            "## Gates: interrupted\n\n2 of 3 gates finished; dlp-scan failed; canary-slo interrupted; hermetic-build passed.\n\n**Next:** fix the blocking error under dlp-scan, then run again.\n");

    /// <summary>In mode audit too, where an error that is not an interruption is only recorded.</summary>
    [Fact]
    public void JUnit_HasAnErrorForAGateThatHadNotFinished()
    {
        using var stream = new MemoryStream();
        JUnitReporter.Write(Samples.Interrupted(), stream);

        var suite = XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()))
            .Descendants("testsuite")
            .Single(one => (string?)one.Attribute("name") == "canary-slo");
        ((string?)suite.Attribute("errors")).ShouldBe("1");
    }
}
