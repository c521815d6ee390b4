using Gates.Doors.Files;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports.Groups;

namespace Gates.Runner.Reports.Review;

/// <summary>What the comment and the check run have in common, as GitHub Markdown. Every text is cut and escaped here.</summary>
internal static class ReviewParts
{
    /// <value>The end of a line that is one break both where line ends count and where they do not.</value>
    private const string Break = "  \n";

    private const int MaxMessage = 1_000;
    private const int MaxHelp = 600;
    private const int MaxName = 120;
    private const int MaxNote = 500;
    private const int MaxAside = 300;
    private const int MaxNotes = 10;
    private const int MaxUnverified = 20;
    private const int MaxErrors = 10;
    private const int MaxOwn = 25;
    private const int MaxPlaces = 10;

    public static string Text(string text, int length = MaxName) => Escape.Markdown(Escape.Cut(text, length));

    public static string Sign(GateResult gate) => gate.Error is not null && gate.Verdict != Verdict.Failed ? "❓" : Sign(gate.Verdict);

    /// <summary>The headline's words: what could not be verified is part of the verdict.</summary>
    public static string Headline(ReviewInput input) => input switch
    {
        { Override: not null } => $"🟡 Gates: OVERRIDDEN ({InWords(input)})",
        { Unverified.Count: 0 } => $"{Sign(input.Report.Verdict)} Gates: {InWords(input)}",
        _ => $"{(input.Report.Verdict < Verdict.Failed ? "❓" : Sign(input.Report.Verdict))} Gates: {InWords(input)}",
    };

    private static string InWords(ReviewInput input) =>
        Words.For(input.Report) + (input.Unverified.Count == 0 ? "" : $", {Prose.Count(input.Unverified.Count, "gate")} not verified");

    public static void Head(BoundedText page, ReviewInput input)
    {
        if (input.Override is { } by)
        {
            var how = $"{Text(by.Words, MaxHelp)}, with the label {Text(by.Label)}";
            page.TryAdd($"**OVERRIDDEN**: {how}. What the gates found stands below and is not mended.\n\n");
        }

        page.TryAdd($"{Text(Outcome.Sentence(input.Report), MaxHelp)}\n");
        if (Outcome.Next(input.Report) is { } next)
        {
            page.TryAdd($"\n**Next:** {Text(next, MaxHelp)}.\n");
        }
    }

    public static void Notes(BoundedText page, RunReport report, int floor)
    {
        foreach (var note in report.Notes.Take(MaxNotes))
        {
            page.TryAdd($"\n> **Note:** {Text(note, MaxNote)}\n", floor);
        }

        if (report.Proposed is { Count: > 0 } proposed)
        {
            page.TryAdd($"\n> **Edits:** {Text(Outcome.Proposed(report, proposed), MaxNote)}.\n", floor);
        }
    }

    public static void Table(BoundedText page, ReviewInput input, int floor)
    {
        page.TryAdd("\n| | gate | verdict | blocking | other new | existing | waived |\n|---|---|---|--:|--:|--:|--:|\n");
        var gates = FindingOrder.Gates(input.Report);
        var shown = page.AddWhile(gates.Select(Row), floor);
        shown += page.AddWhile(input.Unverified.Select(gate => $"| ❓ | {Text(gate.GateId)} | not verified | | | | |\n"), floor);
        More(page, gates.Count + input.Unverified.Count - shown, "more gate", "more gates", input);
    }

    /// <summary>What the change's own rules would say, folded away: it does not count.</summary>
    public static void OwnRules(BoundedText page, ReviewInput input, int floor)
    {
        var rules = Gates.Runner.Reports.OwnRules.Of(input.Report);
        if (rules.Count == 0
            || !page.TryAdd(
                $"\n<details><summary>{Gates.Runner.Reports.OwnRules.Heading}</summary>\n\n| gate | by the rules that count | by its own | would block |\n|---|---|---|--:|\n",
                floor))
        {
            return;
        }

        // Closing what was opened must always fit.
        var shown = page.AddWhile(
            rules.Select(rule => FormattableString.Invariant($"| {Text(rule.GateId)} | {rule.Binding} | {rule.Own} | {Tally.Sum(rule.Blocking)} |\n")),
            floor);
        More(page, rules.Count - shown, "more gate", "more gates", input);
        var blocking = FindingGroups.Of(rules.SelectMany(rule => rule.Blocking));
        if (blocking.Count > 0 && page.TryAdd("\n", floor))
        {
            shown = page.AddWhile(blocking.Take(MaxOwn).Select(group => Listed(group, input)), floor);
            More(page, Count(blocking.Skip(shown)), "more finding", "more findings", input);
        }

        page.TryAdd("\n</details>\n");
    }

    /// <summary>What could not be evaluated, and why.</summary>
    public static void Unseen(BoundedText page, ReviewInput input, int floor)
    {
        var gates = FindingOrder.Gates(input.Report).Where(gate => gate.Error is not null).ToList();
        if (gates.Count > 0 && page.TryAdd($"\n### {Prose.Count(gates.Count, "gate")} could not be evaluated\n\n", floor))
        {
            var shown = page.AddWhile(gates.Take(MaxErrors).Select(gate => $"- **{Text(gate.GateId)}**: {Text(gate.Error!, MaxMessage)}\n"), floor);
            More(page, gates.Count - shown, "more gate", "more gates", input);
        }
    }

    public static void Unverified(BoundedText page, ReviewInput input, int floor)
    {
        if (input.Unverified.Count > 0
            && page.TryAdd(
                $"\n### {Prose.Count(input.Unverified.Count, "gate")} not verified\n\nA pull request can change how its own workflow runs, so what could not be run again here does not count as passed.\n\n",
                floor))
        {
            var shown = page.AddWhile(input.Unverified.Take(MaxUnverified).Select(gate => $"- **{Text(gate.GateId)}**: {Text(gate.Reason, MaxNote)}\n"), floor);
            More(page, input.Unverified.Count - shown, "more gate", "more gates", input);
        }
    }

    /// <summary>Findings that block: where, what, how to mend it and how to waive them.</summary>
    public static string Blocking(FindingGroup group, int number, ReviewInput input)
    {
        var finding = group.Finding;
        var aside = input.Report.Changes.HasBase && !group.First.InDiff ? ", not on a line of this change" : "";
        var count = group.IsSingle ? "" : $", 1 of {Prose.Number(group.Count)}";
        var help = string.IsNullOrWhiteSpace(finding.Help) ? "" : $"**Fix:** {Text(finding.Help, MaxHelp)}{Break}";
        var line = string.IsNullOrWhiteSpace(group.First.Line) ? "" : $"<code>{Escape.Markdown(group.First.Line)}</code>{Break}";
        var others = GroupMarkdown.Others(group, input.Links, MaxPlaces, Everything(input)) is { Length: > 0 } places
            ? places["<br>".Length..].Replace("<br>", Break, StringComparison.Ordinal) + Break
            : "";
        var it = group.IsSingle ? "it" : "all of them";
        return $"""

            **{number}.** {GroupMarkdown.Place(finding.Location, input.Links)}<sub>{Text(group.Gate.GateId)}: {Text(finding.Rule)}{count}{aside}</sub>{Break}{Text(finding.Message, MaxMessage)}{Break}{line}{help}{others}<details><summary>or waive {it}</summary>

            ```sh
            {WaiverCommand.For(group, input.Report.Started)}
            ```

            </details>

            """;
    }

    /// <summary>Findings that do not block, in one line.</summary>
    public static string Listed(FindingGroup group, ReviewInput input)
    {
        var finding = group.Finding;
        var count = group.IsSingle ? "" : $" (1 of {Prose.Number(group.Count)})";
        var help = string.IsNullOrWhiteSpace(finding.Help) ? "" : $" Fix: {Text(finding.Help, MaxHelp)}";
        var others = GroupMarkdown.Others(group, input.Links, MaxPlaces, Everything(input));
        return $"- **{RecordedNames.Of(finding.Severity)}**{count} {GroupMarkdown.Place(finding.Location, input.Links)}{Text(finding.Message, MaxMessage)}{help} <sub>{Text(group.Gate.GateId)}: {Text(finding.Rule)}</sub>{others}\n";
    }

    /// <summary>What was measured, also where everything passed.</summary>
    public static void Metrics(BoundedText page, ReviewInput input, int floor)
    {
        foreach (var gate in FindingOrder.Gates(input.Report).Where(gate => gate.Metrics.Count > 0))
        {
            page.TryAdd($"\n{MetricTable.Render(gate.Metrics, gate.GateId)}", floor);
        }
    }

    /// <summary>How many findings are in these groups.</summary>
    public static int Count(IEnumerable<FindingGroup> groups) => Tally.Sum(groups.SelectMany(group => group.Members).Select(member => member.Found));

    private static string Everything(ReviewInput input) => Escape.WebAddress(input.Details) is { } address ? $"[the whole run]({address})" : "results.json";

    public static void Foot(BoundedText page, ReviewInput input)
    {
        var report = input.Report;
        var commits = (report.Changes.HeadSha, report.Changes.BaseSha) switch
        {
            ({ } head, { } start) => $", {Text(Prose.Commit(head))} compared with {Text(Prose.Commit(start))}",
            ({ } head, null) => $", {Text(Prose.Commit(head))}",
            _ => "",
        };
        var link = Escape.WebAddress(input.Details) is { } address ? $" [The whole run]({address})." : "";
        page.TryAdd($"\n<sub>Gates {Text(ToolVersion.Short(report.ToolVersion))}{commits}, configuration: {Text(report.Configuration)}.{link}</sub>\n");
    }

    public static void More(BoundedText page, int hidden, string one, string many, ReviewInput input)
    {
        if (hidden > 0)
        {
            var where = Escape.WebAddress(input.Details) is { } address ? $"see [all of them]({address})" : "see results.json";
            page.TryAdd($"\n**{Prose.Count(hidden, one, many)}**: {where}.\n");
        }
    }

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Failed => "❌",
        Verdict.Errored => "❓",
        Verdict.Warned => "⚠️",
        Verdict.Skipped => "⏭️",
        _ => "✅",
    };

    private static string Row(GateResult gate)
    {
        var tally = Tally.From(gate);
        var aside = Words.Aside(gate);
        var verdict = Words.For(gate) + (aside.Length > 0 ? $" <sub>{Text(aside, MaxAside)}</sub>" : "");
        return FormattableString.Invariant(
            $"| {Sign(gate)} | {Text(gate.GateId)} | {verdict} | {tally.Blocking} | {tally.Errors - tally.Blocking + tally.Warnings + tally.Notes} | {tally.Existing} | {tally.Waived} |\n");
    }
}
