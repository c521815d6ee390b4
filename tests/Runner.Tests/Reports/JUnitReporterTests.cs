using System.Xml.Linq;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class JUnitReporterTests
{
    [Fact]
    public void RedRun_ReadsAsExpected() => Golden.Check("red.expected.junit.xml", Text(Samples.Red()));

    [Fact]
    public void Totals_AreThoseOfTheCases()
    {
        var suites = XDocument.Parse(Text(Samples.CouldNotEvaluate())).Root!;
        foreach (var element in suites.DescendantsAndSelf().Where(element => element.Name == "testsuite" || element.Name == "testsuites"))
        {
            ((int)element.Attribute("tests")!).ShouldBe(element.Descendants("testcase").Count());
            ((int)element.Attribute("failures")!).ShouldBe(element.Descendants("failure").Count());
            ((int)element.Attribute("errors")!).ShouldBe(element.Descendants("error").Count());
            ((int)element.Attribute("skipped")!).ShouldBe(element.Descendants("skipped").Count());
        }

        suites.Descendants("error").Single().Attribute("message")!.Value.ShouldStartWith("could not evaluate: policies/no-latest-tags");
        suites.Descendants("failure").Count().ShouldBe(2);
    }

    [Fact]
    public void FindingsOfAGateThatOnlyWarns_AreNotFailures()
    {
        var gate = Samples.Gate("g", "G", Verdict.Warned) with { Mode = GateMode.Warn, Findings = [Samples.Found(new Finding("r", Severity.Error, "m"))] };
        XDocument.Parse(Text(Samples.Run([gate]))).Descendants("failure").ShouldBeEmpty();
    }

    private static string Text(RunReport report)
    {
        using var stream = new MemoryStream();
        JUnitReporter.Write(report, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
