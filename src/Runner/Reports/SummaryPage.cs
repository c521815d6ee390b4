using System.Text;
using Gates.Doors.Files;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;
using Gates.Runner.Reports.Charts;
using Gates.Runner.Reports.Groups;

namespace Gates.Runner.Reports;

/// <summary>The report as a page of GitHub Markdown that never outgrows its size: whole entries are left out, counted, and said.</summary>
internal sealed class SummaryPage
{
    /// <value>GitHub drops a job summary beyond 1 MiB; the page stays well below. In bytes.</value>
    public const int MaxBytes = 1_000_000;

    private const int MaxEntries = 100;
    private const int MaxText = 2_000;
    private const int MaxNotes = 20;
    private const int MaxPlaces = 20;
    private const int Closing = 600;

    private readonly StringBuilder page = new();
    private readonly RunReport report;
    private readonly SourceLinks links;
    private int room;

    private SummaryPage(RunReport report, string? links, int room)
    {
        this.report = report;
        this.links = new SourceLinks(links);
        this.room = room;
    }

    /// <param name="report">The run.</param>
    /// <param name="links">What to put before a path to link to it, ending in <c>/</c>; <see langword="null"/> links nothing.</param>
    /// <param name="room">Bytes the page may take; at least 8 KiB are needed for the first lines.</param>
    public static string Render(RunReport report, string? links = null, int room = MaxBytes)
    {
        var summary = new SummaryPage(report, links, room);
        summary.Head();
        summary.Table();
        summary.Gates();
        summary.Foot();
        return summary.page.ToString();
    }

    private static string Text(string text, int length = MaxText) => Escape.Markdown(Escape.Cut(text, length));

    private static string Sign(GateResult gate) => (gate.Verdict, gate.Error) switch
    {
        (Verdict.Failed, _) => "❌",
        (Verdict.Errored, _) or (_, not null) => "❓",
        (Verdict.Warned, _) => "⚠️",
        (Verdict.Skipped, _) => "⏭️",
        _ => "✅",
    };

    private void Head()
    {
        Add($"## Gates: {Words.For(report)}\n\n");
        Add($"{Text(Outcome.Sentence(report))}\n");
        if (Outcome.Next(report) is { } next)
        {
            Add($"\n**Next:** {Text(next)}.\n");
        }

        foreach (var note in report.Notes.Take(MaxNotes))
        {
            TryAdd($"\n> **Note:** {Text(note, 500)}\n", Closing);
        }

        if (report.Proposed is { Count: > 0 } proposed)
        {
            TryAdd($"\n> **Edits:** {Text(Outcome.Proposed(report, proposed))}.\n", Closing);
        }
    }

    private void Table()
    {
        Add("\n| | gate | verdict | blocking | other new | existing | waived | time |\n|---|---|---|--:|--:|--:|--:|--:|\n");
        var hidden = 0;
        foreach (var gate in FindingOrder.Gates(report))
        {
            var tally = Tally.From(gate);
            var aside = Words.Aside(gate);
            var verdict = Words.For(gate) + (aside.Length > 0 ? $" <sub>{Text(aside, 400)}</sub>" : "");
            var other = tally.Errors - tally.Blocking + tally.Warnings + tally.Notes;
            var row = FormattableString.Invariant(
                $"| {Sign(gate)} | {Text(gate.GateId, 200)} | {verdict} | {tally.Blocking} | {other} | {tally.Existing} | {tally.Waived} | {Prose.Time(gate.Elapsed)} |\n");
            hidden += TryAdd(row, room / 4) ? 0 : 1;
        }

        More(hidden, "more gate");
    }

    private void Gates()
    {
        var gates = FindingOrder.Gates(report).Where(HasMore).ToList();
        for (var number = 0; number < gates.Count; number++)
        {
            // A fair share each, so that one noisy gate cannot push the others off the page.
            var share = (room - Closing) / (gates.Count - number);
            Gate(gates[number], room - share);
        }
    }

    private static bool HasMore(GateResult gate) => gate.Error is not null || gate.Findings.Count > 0 || gate.Charts.Count > 0 || gate.Metrics.Count > 0
        || gate.Pages.Count > 0;

    private void Gate(GateResult gate, int floor)
    {
        if (!TryAdd($"\n### {Text(gate.GateId, 200)}: {Words.For(gate)}\n\n{Text(gate.Title, 200)}\n", floor + Closing))
        {
            return;
        }

        if (gate.Error is not null)
        {
            TryAdd($"\n> {Text(gate.Error)}\n", floor + Closing);
        }

        var groups = FindingGroups.Of(gate);
        var fresh = groups.Where(group => group.State == FindingState.New).ToLookup(group => group.IsBlocking);
        List([.. fresh[true]], null, floor);
        List([.. fresh[false]], "not blocking", floor);
        List([.. groups.Where(group => group.State == FindingState.Existing)], "existing: there before this change, or in the baseline", floor);
        List([.. groups.Where(group => group.State == FindingState.Waived)], "waived", floor);
        Charts(gate.Charts, floor);
        if (MetricTable.Render(gate.Metrics) is { } metrics)
        {
            TryAdd($"\n{metrics}", floor + Closing);
        }

        foreach (var given in gate.Pages)
        {
            Page(gate, given, floor);
        }
    }

    /// <summary>Whole, or named: a page that ends somewhere would say something else.</summary>
    private void Page(GateResult gate, PolicyPage given, int floor)
    {
        var name = PageFile.NameOf(gate, given);
        var open = $"\n<details><summary>{Text(given.Name, 100)}</summary>\n\n";
        var whole = $"{open}{SafeMarkdown.Of(given.Markdown, headings: 4)}\n</details>\n";
        if (!TryAdd(whole, floor + Closing))
        {
            TryAdd($"{open}Too long for this page: see <code>{Text(name, 400)}</code>.\n\n</details>\n", floor + (Closing / 2));
        }
    }

    private void Charts(IReadOnlyList<Chart> charts, int floor)
    {
        foreach (var table in ChartTable.Of([.. charts.Take(MaxEntries)]))
        {
            var head =
                $"\n| over time | limit | {string.Concat(table.Columns.Select(column => $"{Text(column, 60)} | "))}trend |\n|---|---|{string.Concat(table.Columns.Select(_ => "---|"))}---|\n";
            var rows = table.Rows.Select(Row).ToList();
            if (!TryAdd(head + string.Concat(rows), floor + Closing))
            {
                More(rows.Count, "chart");
            }
        }
    }

    private static string Row(Chart chart) =>
        $"| {Text(chart.Name, 200)} | {Text(ChartTable.Limits(chart), 200)} | {string.Concat(ChartTable.Cells(chart).Select(cell => $"{Sign(cell.Severity)}{Text(cell.Text, 200)} | "))}{Sparkline.Of(chart)} |\n";

    private static string Sign(Severity? severity) => severity switch
    {
        Severity.Error => "❌ ",
        Severity.Warning => "⚠️ ",
        _ => "",
    };

    private void List(IReadOnlyList<FindingGroup> groups, string? folded, int floor)
    {
        var count = Count(groups);
        var open = folded is null ? "\n" : $"\n<details><summary>{Prose.Count(count, "finding")}, {folded}</summary>\n\n";
        if (groups.Count == 0 || !TryAdd(open, floor + Closing))
        {
            return;
        }

        var shown = 0;
        while (shown < Math.Min(groups.Count, MaxEntries) && TryAdd(Entry(groups[shown]), floor + (Closing / 2)))
        {
            shown++;
        }

        More(count - Count(groups.Take(shown)), "more finding");
        Add(folded is null ? "" : "\n</details>\n");
    }

    private static int Count(IEnumerable<FindingGroup> groups) => Tally.Sum(groups.SelectMany(group => group.Members).Select(member => member.Found));

    private string Entry(FindingGroup group)
    {
        var finding = group.Finding;
        var count = group.IsSingle ? "" : $" (1 of {Prose.Number(group.Count)})";
        var line = GroupMarkdown.Line(group);
        var help = string.IsNullOrWhiteSpace(finding.Help) ? "" : $"<br>Fix: {Text(finding.Help)}";
        help += group.First.Waiver is { } waiver ? $"<br>{Text(Words.Waived(waiver))}" : "";
        help += GroupMarkdown.Others(group, links, MaxPlaces, "results.json");
        help += group.IsBlocking ? $"<br>Waive: {GroupMarkdown.Command(group, report.Started)}" : "";
        var place = GroupMarkdown.Place(finding.Location, links);
        return $"- **{RecordedNames.Of(finding.Severity)}**{count} {place}{Text(finding.Message)} <sub>{Text(finding.Rule, 200)}</sub>{line}{help}\n";
    }

    private void Foot()
    {
        var signature = report.Signature is { } one ? $", {Text(Words.Signature(one), 200)}" : "";
        TryAdd(
            $"\n<sub>Gates {Text(ToolVersion.Short(report.ToolVersion), 100)}, configuration: {Text(report.Configuration, 200)}, {Prose.Time(report.Elapsed)}{signature}. Everything is in results.json.</sub>\n",
            0);
    }

    private void More(int hidden, string what)
    {
        if (hidden > 0)
        {
            Add($"\n**{Prose.Count(hidden, what)}**: see results.json.\n");
        }
    }

    private bool TryAdd(string text, int floor)
    {
        if (room - Encoding.UTF8.GetByteCount(text) < floor)
        {
            return false;
        }

        Add(text);
        return true;
    }

    private void Add(string text)
    {
        page.Append(text);
        room -= Encoding.UTF8.GetByteCount(text);
    }
}
