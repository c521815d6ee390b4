using System.Globalization;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Policies;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Test;

/// <summary>The report for whoever writes policies: one line a policy, then what failed, then the totals.</summary>
internal sealed class TestPrinter(TextWriter output, ConsoleStyle style, bool coverage)
{
    private readonly ConsolePaper paper = new(output, style);

    public void Print(TestReport report)
    {
        var width = report.Suites.Max(suite => Escape.OneLine(suite.Suite.Folder).Length);
        foreach (var suite in report.Suites)
        {
            Line(suite, width);
        }

        foreach (var suite in report.Suites)
        {
            Problems(suite);
            foreach (var one in suite.Cases.Where(one => !one.Passed))
            {
                Failed(one);
            }
        }

        paper.Blank();
        foreach (var note in report.Suites.Select(suite => suite.Note).OfType<string>())
        {
            paper.Line(0, (Tone.Warning, Escape.OneLine(note)));
        }

        if (report.Unchecked is { } reason)
        {
            paper.Line(0, (Tone.Bad, Escape.OneLine($"Types were not checked: {reason}.")));
        }

        Totals(report);
        output.Flush();
    }

    private void Line(TestedSuite suite, int width)
    {
        var failed = suite.Failures;
        var counts = suite.Problem is not null ? "cannot be used"
            : suite.Cases.Count == 0 ? "no cases"
            : failed == 0 ? Prose.Count(suite.Cases.Count, "case")
            : string.Create(CultureInfo.InvariantCulture, $"{failed} of {Prose.Count(suite.Cases.Count, "case")}");
        var (tone, word) = !suite.Passed ? (Tone.Bad, "FAILED") : suite.Cases.Count == 0 ? (Tone.Warning, "NOTHING") : (Tone.Good, "PASSED");
        paper.Line(
            0,
            (tone, word.PadRight(9)),
            (Tone.Strong, Escape.OneLine(suite.Suite.Folder).PadRight(width + 2)),
            (Tone.Plain, coverage ? counts.PadRight(16) + Covered(suite.Coverage).PadRight(19) : counts.PadRight(16)),
            (Tone.Quiet, suite.Cases.Count == 0 ? "" : Time(suite.Elapsed)));
        foreach (var file in coverage ? suite.Coverage.Files.Where(file => file.Ran.Count < file.Lines.Count) : [])
        {
            paper.Line(9, (Tone.Quiet, $"never ran: {Escape.OneLine(file.Path)} {PolicyCoverage.NeverRan(file)}"));
        }
    }

    private void Problems(TestedSuite suite)
    {
        string[] problems = [.. suite.Problem is { } problem ? new[] { problem } : [], .. suite.Complaints];
        if (problems.Length == 0)
        {
            return;
        }

        Heading(suite.Suite.Folder);
        foreach (var line in problems.SelectMany(text => text.Split('\n')))
        {
            // Not trimmed: a caret stands under what it means.
            paper.Line(2, (Tone.Plain, Escape.Terminal(line.TrimEnd())));
        }
    }

    private void Failed(TestedCase one)
    {
        Heading(one.Name);
        string[] lines = one.Problem is { } problem ? problem.Split('\n') : [.. one.Result!.Differences.SelectMany(text => text.Split('\n'))];
        foreach (var line in lines)
        {
            paper.Line(2, (Tone.Plain, Escape.Terminal(line.TrimEnd())));
        }

        if (one.Result?.Result is not { } result)
        {
            return;
        }

        foreach (var line in SourceSnippet.Of(result.Policy, result.ErrorAt))
        {
            paper.Line(2, (Tone.Strong, line));
        }

        // A failed judgement has no log of its own; what it said before is in the trace.
        foreach (var line in one.Observation?.Calls.Where(call => call.Name == "log").Select(call => call.Text ?? "") ?? result.Log)
        {
            paper.Line(2, (Tone.Quiet, "log:        " + Escape.OneLine(Escape.Cut(line, style.TextLength))));
        }
    }

    private void Heading(string name)
    {
        paper.Blank();
        paper.Line(0, (Tone.Bad, "FAILED   "), (Tone.Strong, Escape.OneLine(name)));
    }

    private void Totals(TestReport report)
    {
        var (cases, failed) = (report.Cases.Count(), report.Cases.Count(one => !one.Passed));
        var bad = report.ExitCode != ExitCode.Holds;
        var lines = report.Suites.Sum(suite => suite.Coverage.Lines);
        var ran = report.Suites.Sum(suite => suite.Coverage.Ran);
        var all = PolicyCoverage.Percent(ran, lines) is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $", {percent} % of lines ran{(coverage || percent == 100 ? "" : " (--coverage names the others)")}")
            : "";
        var broken = report.Suites.Count(suite => suite.Failures == 0 && !suite.Passed);
        var also = broken == 0 ? "" : $"; {Prose.Count(broken, "policy", "policies")} failed without one";
        paper.Line(
            0,
            (bad
                ? Tone.Bad
                : Tone.Good, failed == 0
                    ? $"{Prose.Count(cases, "case")} passed"
                    : string.Create(CultureInfo.InvariantCulture, $"{failed} of {Prose.Count(cases, "case")} failed")),
            (Tone.Plain, $"{also}, {Prose.Count(report.Suites.Count, "policy", "policies")}{all}"),
            (Tone.Quiet, $", {Time(report.Elapsed)}"));
    }

    private static string Covered(PolicyCoverage coverage) => PolicyCoverage.Percent(coverage.Ran, coverage.Lines) is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{percent} % of {coverage.Lines} lines")
        : "";

    private static string Time(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : Prose.Time(time);
}
