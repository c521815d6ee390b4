using Gates.Doors.Files;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Reports.Review;

/// <summary>What the comment and the check run have in common, as GitHub Markdown. Every text is cut and escaped here.</summary>
internal static class ReviewParts
{
    /// <value>The end of a line that is one break both where line ends count and where they do not.</value>
    private const string Break = "  \n";

    private const int MaxMessage = 1_000;
    private const int MaxHelp = 600;
    private const int MaxName = 120;
    private const int MaxPath = 200;
    private const int MaxNote = 500;
    private const int MaxAside = 300;
    private const int MaxNotes = 10;
    private const int MaxUnverified = 20;
    private const int MaxErrors = 10;
    private const int MaxOwn = 25;

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
            rules.Select(rule => FormattableString.Invariant($"| {Text(rule.GateId)} | {rule.Binding} | {rule.Own} | {rule.Blocking.Count} |\n")),
            floor);
        More(page, rules.Count - shown, "more gate", "more gates", input);
        var blocking = rules.SelectMany(rule => rule.Blocking).ToList();
        if (blocking.Count > 0 && page.TryAdd("\n", floor))
        {
            shown = page.AddWhile(blocking.Take(MaxOwn).Select(reported => Listed(reported, input)), floor);
            More(page, blocking.Count - shown, "more finding", "more findings", input);
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

    /// <summary>A finding that blocks: where, what, how to mend it and how to waive it.</summary>
    public static string Blocking(ReportedFinding reported, int number, ReviewInput input)
    {
        var finding = reported.Finding.Finding;
        var aside = input.Report.Changes.HasBase && !reported.Finding.InDiff ? ", not on a line of this change" : "";
        var help = string.IsNullOrWhiteSpace(finding.Help) ? "" : $"**Fix:** {Text(finding.Help, MaxHelp)}{Break}";
        return $"""

            **{number}.** {Place(finding.Location, input.Links)}<sub>{Text(reported.Gate.GateId)}: {Text(finding.Rule)}{aside}</sub>{Break}{Text(finding.Message, MaxMessage)}{Break}{help}<details><summary>or waive it</summary>

            ```sh
            {WaiverCommand.For(reported, input.Report.Started)}
            ```

            </details>

            """;
    }

    /// <summary>A finding that does not block, in one line.</summary>
    public static string Listed(ReportedFinding reported, ReviewInput input)
    {
        var finding = reported.Finding.Finding;
        var help = string.IsNullOrWhiteSpace(finding.Help) ? "" : $" Fix: {Text(finding.Help, MaxHelp)}";
        return $"- **{RecordedNames.Of(finding.Severity)}** {Place(finding.Location, input.Links)}{Text(finding.Message, MaxMessage)}{help} <sub>{Text(reported.Gate.GateId)}: {Text(finding.Rule)}</sub>\n";
    }

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

    private static string Place(Location? place, SourceLinks links)
    {
        if (place is null)
        {
            return "";
        }

        var code = $"<code>{Text(Prose.Place(place), MaxPath)}</code>";
        return (links.To(place) is { } address ? $"[{code}]({address})" : code) + " ";
    }
}
