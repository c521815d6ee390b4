using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>A run in a few sentences, the same in every report for people. The texts are not escaped.</summary>
internal static class Outcome
{
    private const int Named = 5;

    /// <summary>The value in which a policy says what to do where mending and running again is not it, as with a rollout.</summary>
    private const string NextOutput = "next";

    /// <value>Findings from which on a first run is told of the baseline.</value>
    private const int ManyOld = 10;

    /// <summary>What became of the gates, the failures first.</summary>
    public static string Sentence(RunReport report)
    {
        if (report.Results.Count == 0)
        {
            return "no gate ran.";
        }

        var groups = FindingOrder.Gates(report)
            .GroupBy(gate => gate.Error is null || gate.Interrupted ? Words.For(gate) : "could not be evaluated", StringComparer.Ordinal)
            .Select(group => $"{Names([.. group.Select(gate => gate.GateId)])} {group.Key}");
        return string.Join("; ", report.Interrupted ? groups.Prepend(Finished(report.Results)) : groups) + "." + Gaps(report);
    }

    /// <summary>What was left out, by gate, what is unexpected first; empty when nothing was.</summary>
    private static string Gaps(RunReport report)
    {
        var gates = report.Results.Where(gate => gate.Coverage is { LeftOut.Count: > 0 }).OrderByDescending(gate => gate.Coverage!.HasUnexpected).ToList();
        var named = gates.Take(
            Named).Select(gate => $"{Prose.Number(gate.Coverage!.LeftOut.Sum(group => group.Count))} by {gate.GateId} ({string.Join(", ", gate.Coverage.LeftOut.Select(group => group.Reason.Words))})");
        var more = gates.Count > Named ? $" and by {Prose.Count(gates.Count - Named, "more gate")}" : "";
        return gates.Count == 0 ? "" : $" Left out: {string.Join("; ", named)}{more}.";
    }

    /// <summary>Of a run that was stopped, how far it came.</summary>
    public static string Finished(IReadOnlyList<GateResult> results) =>
        $"{results.Count(gate => !gate.Interrupted)} of {Prose.Count(results.Count, "gate")} finished";

    /// <summary>How many findings block, how many do not, and how many were there before.</summary>
    public static string Counts(RunReport report)
    {
        var tally = Tally.From(report);
        var free = tally with { Blocking = 0, Errors = tally.Errors - tally.Blocking };
        string[] parts =
        [
            tally.Blocking > 0 ? $"{Prose.Count(tally.Blocking, "error blocks", "errors block")}" : "",
            free.Fresh.Length > 0 ? $"{free.Fresh} not blocking" : "",
            tally.Aside,
        ];
        var text = string.Join("; ", parts.Where(part => part.Length > 0));
        return text.Length > 0 ? text : "none";
    }

    /// <summary>How to begin where much was found that nobody has looked at yet; empty elsewhere.</summary>
    private static string Baseline(RunReport report)
    {
        var tally = Tally.From(report);
        return report.IsFirstLook && tally.Errors + (long)tally.Warnings >= ManyOld
            ? "or begin with today: `gates baseline` records what stands here, and only what is new counts"
            : "";
    }

    /// <summary>What the reader should do now; <see langword="null"/> when there is nothing to do.</summary>
    public static string? Next(RunReport report)
    {
        var told = report.Results.Where(gate => gate.Verdict == Verdict.Failed)
            .SelectMany(gate => gate.Outputs.Where(output => output.Name == NextOutput).Select(output => (gate.GateId, output.Value))).ToList();
        var failed = Ids(report, gate => gate is { Verdict: Verdict.Failed } && told.TrueForAll(one => one.GateId != gate.GateId));
        var open = Ids(report, gate => gate is { Verdict: Verdict.Errored, Interrupted: false });
        var unseen = Ids(report, gate => gate.Error is not null && gate.Verdict != Verdict.Errored);
        var blocking = Tally.From(report).Blocking;
        List<string> steps = [.. told.Select(one => $"{one.GateId}: {one.Value}")];
        if (failed.Count > 0 && told.Count > 0)
        {
            steps.Add($"fix what blocks under {Names(failed)}");
        }
        else if (failed.Count > 0)
        {
            steps.Add($"fix {(blocking == 1 ? "the blocking error" : $"the {Prose.Number(blocking)} blocking errors")} under {Names(failed)}");
        }

        if (open.Count > 0)
        {
            steps.Add($"remove what kept {Names(open)} from being evaluated (this run says nothing about {(open.Count == 1 ? "it" : "them")})");
        }

        return (steps.Count, unseen.Count, report.Verdict) switch
        {
            ( > 0, _, _) when steps.Count == told.Count => string.Join("; ", steps),
            ( > 0, _, _) => $"{string.Join("; ", steps)}, then run again{(failed.Count > 0 && Baseline(report) is { Length: > 0 } way ? $"; {way}" : "")}",
            (_, _, Verdict.Errored) => "the run did not finish: run again",
            (_, > 0, _) => $"nothing blocks, but {Names(unseen)} could not be evaluated",
            (_, _, Verdict.Skipped) => "nothing was looked at: name what to look at, or `require` the gates that must not be skipped",
            (_, _, Verdict.Warned) => $"nothing blocks; the warnings deserve a look{(Baseline(report) is { Length: > 0 } way ? $", {way}" : "")}",
            _ => null,
        };
    }

    /// <summary>What the change's own edits to configuration or policies would have made of the gates.</summary>
    public static string Proposed(RunReport report, IReadOnlyDictionary<string, Verdict> proposed)
    {
        var now = report.Results
            .DistinctBy(gate => gate.GateId, StringComparer.Ordinal)
            .ToDictionary(gate => gate.GateId, gate => gate.Verdict, StringComparer.Ordinal);
        var parts = proposed
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(pair => !now.TryGetValue(pair.Key, out var verdict) || verdict != pair.Value)
            .Select(pair => $"{pair.Key}: {Words.For(pair.Value)} (binding: {(now.TryGetValue(pair.Key, out var verdict) ? Words.For(verdict) : "no such gate yet")})")
            .Concat(now.Where(pair => !proposed.ContainsKey(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}: not judged (binding: {Words.For(pair.Value)})"))
            .ToList();
        return parts.Count == 0
            ? "this change edits its own gates; the verdicts would be the same"
            : $"this change edits its own gates; under its edits, {string.Join(", ", parts)}. Shown only: the base decides";
    }

    private static string Names(IReadOnlyList<string> ids) => ids.Count > Named ? Prose.Count(ids.Count, "gate") : Prose.Join(ids);

    private static List<string> Ids(RunReport report, Func<GateResult, bool> which) => [.. report.Results.Where(which).Select(gate => gate.GateId)];
}
