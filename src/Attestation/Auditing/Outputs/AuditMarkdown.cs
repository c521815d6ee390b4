using System.Text;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Auditing.Outputs;

/// <summary>The audit for people. Everything that somebody else wrote is escaped: it may be shown where Markdown is more than text.</summary>
internal sealed class AuditMarkdown
{
    private readonly ReleaseAudit audit;
    private readonly StringBuilder text = new();

    private AuditMarkdown(ReleaseAudit audit) => this.audit = audit;

    public static string Of(ReleaseAudit audit)
    {
        var page = new AuditMarkdown(audit);
        page.Write();
        return page.text.ToString();
    }

    private void Write()
    {
        Line($"# Release audit {audit.Quarter} of {Safe(audit.Repository)}");
        Line();
        Line($"**{Answer()}**");
        Line();
        Line(ReleaseAudit.Meaning);
        Line();
        List(audit.Failures, "What does not hold");
        List(audit.Unknown, "What could not be looked at");
        List(audit.Notes, "To know");
        WriteSample();
        WritePopulation();
        WriteWaivers();
        WriteKeys();
        WriteCriteria();
        Line($"Made by gates {Safe(audit.ToolVersion)} at {EvidenceTime.Write(audit.Created)} with `gates audit --quarter {audit.Quarter}`; "
            + $"trust: {Safe(audit.TrustSource)}.");
    }

    private string Answer()
    {
        var looked = $"{Prose.Count(audit.Audited.Count, "release")} of {Prose.Number(audit.Draw.Count)} looked at";
        var failures = audit.Failures.Count;
        return failures > 0 ? $"Fails: {Prose.Count(failures, "thing")} that do{(failures == 1 ? "es" : "")} not hold; {looked}."
            : audit.Unknown.Count > 0 ? $"Incomplete: {Prose.Count(audit.Unknown.Count, "thing")} could not be looked at; {looked}."
            : audit.Draw.Count == 0 ? "Holds: nothing was released in the quarter."
            : $"Holds: {looked}, and all of it held.";
    }

    private void WriteSample()
    {
        Line("## Sample");
        Line();
        if (audit.Seed is { } seed)
        {
            var cosigned = seed.Cosignature is not { } one ? ""
                : $", and of the 72 bytes that {Safe(one.Witness)} signed at {EvidenceTime.Write(one.Time)}: `{Convert.ToBase64String(one.Bytes)}`";
            Line($"Seed `{Convert.ToHexStringLower(seed.Bytes)}`: SHA-256 of this checkpoint, the log at the end of the quarter{cosigned}:");
            Line();
            Line("```");
            text.Append(seed.Checkpoint.Text);
            Line("```");
            Line();
            Line("Releases are ranked by SHA-256 of the seed's 32 bytes and the tag; the first tenth, rounded up, is the sample. Anybody can do it again.");
            Line();
        }

        foreach (var one in audit.Audited)
        {
            Line($"### {Safe(one.Release.Tag.Name)}: {AuditJson.Word(one.Outcome)}");
            Line();
            foreach (var check in one.Checks)
            {
                Line($"- {AuditJson.Word(check.Outcome)}: {check.Name}: {Safe(check.Detail)}");
            }

            Line();
        }
    }

    private void WritePopulation()
    {
        Line("## Population");
        Line();
        Line($"{Prose.Count(audit.Draw.Count, "release")} from {EvidenceTime.Write(audit.Quarter.From)} until {EvidenceTime.Write(audit.Quarter.To)}, "
            + $"{Prose.Number(audit.WithoutEvidence.Count)} without evidence, {Prose.Number(audit.BeforeAdoption.Count)} from before the first decision, "
            + $"{Prose.Number(audit.AgainstDecision.Count)} whose newest decision is not PASSED.");
        Line();
        if (audit.Draw.Count > 0)
        {
            Table(["rank", "release", "commit", "time", "decision", "entry", "sampled", "SHA-256 of seed and tag"], audit.Draw.Select(drawn =>
            {
                var release = audit.Population[drawn.Tag];
                var decision = release.Evidence.Decision;
                return new[]
                {
                    Prose.Number(drawn.Rank),
                    Safe(drawn.Tag),
                    $"`{Prose.Commit(release.Tag.Commit)}`",
                    release.Time is { } time ? EvidenceTime.Write(time) : "not said",
                    decision is null ? "none" : Safe(decision.Decision ?? "not said"),
                    decision is null ? "" : FormattableString.Invariant($"{decision.Leaf.Sequence} of {decision.Year}"),
                    drawn.IsSampled ? "yes" : "",
                    drawn.Hash,
                };
            }));
        }

        List([.. audit.Population.LeftOut.Select(one => $"{one.Tag.Name}: {one.Reason}")], "Not counted");
    }

    private void WriteWaivers()
    {
        Line("## Waivers");
        Line();
        Line($"{Prose.Count(audit.Waivers.Count, "waiver")} in force at a release of the quarter or used by one.");
        Line();
        if (audit.Waivers.Count > 0)
        {
            Table(["gate", "covers", "why", "who", "ticket", "until", "used by"], audit.Waivers.Select(waiver => new[]
            {
                Safe(waiver.Gate),
                Safe(string.Join(" in ", new[] { waiver.Rule, waiver.Path }.OfType<string>().DefaultIfEmpty("one finding"))),
                Safe(waiver.Reason),
                Safe(waiver.Owner),
                Safe(waiver.Ticket ?? ""),
                Safe(waiver.Until),
                Safe(string.Join(", ", waiver.Used)),
            }));
        }
    }

    private void WriteKeys()
    {
        Line("## Keys that changed");
        Line();
        if (audit.Keys.Count == 0)
        {
            Line("None in the quarter.");
            Line();
            return;
        }

        Table(["time", "key", "use", "what", "why"], audit.Keys.Select(key =>
            new[] { EvidenceTime.Write(key.Time), $"`{key.KeyId}`", key.Use, key.What, Safe(key.Reason ?? "") }));
    }

    private void WriteCriteria()
    {
        Line("## SOC 2");
        Line();
        Line("By their ids and in our own words; \"supported\" means that this audit shows evidence, not that a criterion is met.");
        Line();
        Table(["criterion", "in our words", "supported by", "not covered"], audit.Criteria.Select(one => new[]
        {
            one.Id, one.Paraphrase, one.IsCovered ? string.Join(", ", one.Support) : "**not covered**", one.Gap,
        }));
    }

    private void List(IReadOnlyList<string> lines, string title)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Line("## " + title);
        Line();
        foreach (var line in lines)
        {
            Line("- " + Safe(line));
        }

        Line();
    }

    private void Table(string[] head, IEnumerable<string[]> rows)
    {
        Line($"| {string.Join(" | ", head)} |");
        Line($"|{string.Concat(head.Select(_ => "---|"))}");
        foreach (var row in rows)
        {
            Line($"| {string.Join(" | ", row)} |");
        }

        Line();
    }

    private static string Safe(string text) => Escape.Markdown(text);

    private void Line(string line = "") => text.Append(line).Append('\n');
}
