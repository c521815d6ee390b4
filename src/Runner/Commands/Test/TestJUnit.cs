using System.Globalization;
using System.Text;
using System.Xml;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Test;

/// <summary>Writes a test report as JUnit XML: a policy is a suite, a case a test.</summary>
internal static class TestJUnit
{
    public static void Write(TestReport report, Stream stream)
    {
        var settings = new XmlWriterSettings
        {
            Indent = true,
            Encoding = new UTF8Encoding(false),
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize
        };
        using var xml = XmlWriter.Create(stream, settings);
        var suites = report.Suites.Select(suite => (Suite: suite, Tests: Tests(suite).ToList())).ToList();
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", "gates test");
        Totals(xml, suites.SelectMany(suite => suite.Tests), report.Elapsed);
        foreach (var (suite, tests) in suites)
        {
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", suite.Suite.Folder);
            Totals(xml, tests, suite.Elapsed);
            foreach (var test in tests)
            {
                Write(xml, suite, test);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<Test> Tests(TestedSuite suite)
    {
        if (suite.Problem is { } problem)
        {
            yield return new Test("policy", "error", problem, TimeSpan.Zero);
        }

        foreach (var complaint in suite.Complaints)
        {
            yield return new Test("policy", "failure", complaint, TimeSpan.Zero);
        }

        foreach (var one in suite.Cases)
        {
            var name = one.Name[(one.Name.LastIndexOf('/') + 1)..];
            yield return one.Problem is not null ? new Test(name, "error", one.Problem, one.Elapsed)
                : one.Passed ? new Test(name, "", "", one.Elapsed)
                : new Test(name, "failure", string.Join('\n', one.Result!.Differences), one.Elapsed);
        }
    }

    private static void Write(XmlWriter xml, TestedSuite suite, Test test)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", test.Name);
        Attribute(xml, "classname", suite.Suite.Folder);
        Attribute(xml, "time", Seconds(test.Elapsed));
        if (test.Kind.Length > 0)
        {
            xml.WriteStartElement(test.Kind);
            Attribute(xml, "message", test.Text.Split('\n')[0]);
            xml.WriteString(Escape.Xml(test.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Totals(XmlWriter xml, IEnumerable<Test> tests, TimeSpan elapsed)
    {
        var kinds = tests.ToLookup(test => test.Kind, StringComparer.Ordinal);
        Attribute(xml, "tests", kinds.Sum(kind => kind.Count()).ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "failures", kinds["failure"].Count().ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "errors", kinds["error"].Count().ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "time", Seconds(elapsed));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Escape.Xml(value));

    /// <param name="Name">The case.</param>
    /// <param name="Kind"><c>failure</c>, <c>error</c>, or nothing when it passed.</param>
    /// <param name="Text">What is wrong.</param>
    /// <param name="Elapsed">The time it took.</param>
    private sealed record Test(string Name, string Kind, string Text, TimeSpan Elapsed);
}
