using System.Globalization;
using System.Text;
using System.Xml;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>
/// Writes <c>results.junit.xml</c>: a gate is a test suite, what blocks a failed test, what could not be evaluated an error,
/// and what is only worth knowing a skipped test, so that a dashboard shows red exactly when the run does.
/// </summary>
internal sealed class JUnitReporter(OutputFolder folder) : IReporter
{
    public const string FileName = RunFileNames.JUnit;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        folder.Write(FileName, stream => Write(report, stream));
        return Task.CompletedTask;
    }

    public static void Write(RunReport report, Stream stream)
    {
        var settings = new XmlWriterSettings
        {
            Indent = true,
            Encoding = new UTF8Encoding(false),
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize
        };
        using var xml = XmlWriter.Create(stream, settings);
        var suites = FindingOrder.Gates(report).Select(gate => (Gate: gate, Cases: Cases(gate))).ToList();
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", "Gates");
        Totals(xml, suites.SelectMany(suite => suite.Cases), report.Elapsed);
        foreach (var (gate, cases) in suites)
        {
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", gate.GateId);
            Totals(xml, cases, gate.Elapsed);
            Attribute(xml, "timestamp", gate.Started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            foreach (var test in cases)
            {
                Case(xml, gate, test);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static List<TestCase> Cases(GateResult gate)
    {
        List<TestCase> cases = [];
        if (gate.Error is not null)
        {
            cases.Add(new("evaluation", gate.Blocks ? "error" : "skipped", "could not evaluate: " + gate.Error, ""));
        }

        if (gate is { Verdict: Verdict.Skipped })
        {
            cases.Add(new("evaluation", "skipped", gate.SkipReason ?? "nothing was looked at", ""));
        }

        cases.AddRange(FindingOrder.Of(gate).Select(finding => Case(finding, finding.IsBlocking(gate.Mode))));
        cases.AddRange(gate.Passed.Select(check => new TestCase($"{check.Rule}: {check.Message}", "", "", "")));
        if (cases.Count == 0)
        {
            cases.Add(new("nothing found", "", "", ""));
        }

        return cases;
    }

    private static TestCase Case(GateFinding found, bool blocking)
    {
        var finding = found.Finding;
        var place = Prose.Place(finding.Location);
        var name = place.Length > 0 ? $"{finding.Rule} at {place}" : finding.Rule;
        var reason = found.Waiver is { } waiver ? Words.Waived(waiver)
            : found.State == FindingState.New ? RecordedNames.Of(finding.Severity) + ", not blocking"
            : RecordedNames.Of(found.State);
        return blocking
            ? new TestCase(name, "failure", finding.Message, $"{place}\n{finding.Message}\n{finding.Help}".Trim('\n'))
            : new TestCase(name, "skipped", $"{reason}: {finding.Message}", "");
    }

    private static void Totals(XmlWriter xml, IEnumerable<TestCase> cases, TimeSpan elapsed)
    {
        var kinds = cases.GroupBy(test => test.Kind, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        Attribute(xml, "tests", kinds.Values.Sum().ToString(CultureInfo.InvariantCulture));
        foreach (var (name, kind) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
        {
            Attribute(xml, name, kinds.GetValueOrDefault(kind).ToString(CultureInfo.InvariantCulture));
        }

        Attribute(xml, "time", elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
    }

    private static void Case(XmlWriter xml, GateResult gate, TestCase test)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", test.Name);
        Attribute(xml, "classname", gate.GateId);
        Attribute(xml, "time", "0");
        if (test.Kind.Length > 0)
        {
            xml.WriteStartElement(test.Kind);
            Attribute(xml, "message", test.Message);
            if (test.Kind != "skipped")
            {
                Attribute(xml, "type", test.Kind == "error" ? "could-not-evaluate" : "finding");
                xml.WriteString(Escape.Xml(test.Text));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Escape.Xml(value));

    /// <param name="Name">What was tested.</param>
    /// <param name="Kind">The child element: <c>failure</c>, <c>error</c>, <c>skipped</c>, or nothing when it holds.</param>
    /// <param name="Message">One sentence.</param>
    /// <param name="Text">Everything.</param>
    private sealed record TestCase(string Name, string Kind, string Message, string Text);
}
