using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Formats.JUnit;

/// <summary>Reads the dialects of JUnit XML that test runners write.</summary>
internal sealed class JUnitReader(string path)
{
    private const string Suites = "testsuites";
    private const string Suite = "testsuite";

    /// <value>Roots of reports that are often taken for JUnit's, and what to do about them.</value>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["assemblies"] = "an xUnit.net report; write JUnit with `-junit FILE` or the JunitXml.TestLogger package",
        ["test-run"] = "an NUnit report; write JUnit with the JunitXml.TestLogger package",
        ["TestRun"] = "a Visual Studio report (TRX); write JUnit with the JunitXml.TestLogger package",
        ["testng-results"] = "a TestNG report; take the JUnit files that it writes beside",
        ["coverage"] = "a coverage report",
    };

    private readonly JUnitCaseReader cases = new(path);

    /// <exception cref="DocumentException">It is no JUnit report.</exception>
    public JUnitReport Read(MarkupElement root)
    {
        if (root.Name is not (Suites or Suite))
        {
            var what = Others.TryGetValue(root.Name, out var other) ? $"this is {other}" : "this is no JUnit report";
            throw new DocumentException(path, root.Line, root.Column, $"{what}: the root is <{FactText.Cut(root.Name, 40)}>; expected <{Suites}> or <{Suite}>");
        }

        var suites = new List<JUnitSuite>();
        if (root.Name == Suite || root.Child("testcase") is not null)
        {
            // Node's runner writes tests that are in no suite directly into the root.
            Flatten(root, "", suites);
            return new JUnitReport(path, suites);
        }

        foreach (var suite in root.All(Suite))
        {
            Flatten(suite, "", suites);
        }

        return new JUnitReport(path, suites);
    }

    private void Flatten(MarkupElement element, string outer, List<JUnitSuite> suites)
    {
        var own = element.Attribute("name") ?? "";
        var name = outer.Length == 0 ? own : own.Length == 0 ? outer : $"{outer} / {own}";
        var read = element.All("testcase").Select(one => cases.Read(one, element)).ToList();
        var nested = element.All(Suite).ToList();

        // A suite that only holds others would look like one whose tests did not run.
        if (read.Count > 0 || nested.Count == 0)
        {
            // What an outer suite declares counts the inner ones as well.
            suites.Add(new JUnitSuite(
                name,
                element.Line,
                nested.Count > 0 ? new JUnitCounts(null, null, null, null) : Declared(element),
                Seconds(element),
                MergeReruns(read)));
        }

        foreach (var inner in nested)
        {
            Flatten(inner, name, suites);
        }
    }

    private JUnitCounts Declared(MarkupElement suite) => new(
        Count(suite, "tests"), Count(suite, "failures"), Count(suite, "errors"), Count(suite, "skipped") ?? Count(suite, "skips"));

    private int? Count(MarkupElement element, string name) => element.Attribute(name) is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw new DocumentException(path, element.Line, element.Column, $"{name}=\"{FactText.Cut(text, 40)}\" is not a whole number");

    /// <summary>Seconds; Surefire groups thousands with commas.</summary>
    public static double? Seconds(MarkupElement element) =>
        double.TryParse(element.Attribute("time"), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds)
            ? seconds
            : null;

    /// <summary>One case for a test that failed and was run again until it passed, as `gotestsum --rerun-fails` writes it.</summary>
    private static List<JUnitCase> MergeReruns(List<JUnitCase> read)
    {
        var merged = new List<JUnitCase>();
        foreach (var same in read.GroupBy(one => (one.ClassName, one.Name, one.File)))
        {
            var runs = same.ToList();
            var last = runs[^1];
            if (runs.Count > 1 && last.Status == JUnitCaseReader.Passed && runs[..^1].TrueForAll(run => run.HasFailed()))
            {
                merged.Add(last with { Flaky = true, Message = runs[0].Message });
            }
            else
            {
                merged.AddRange(runs);
            }
        }

        return merged;
    }
}
