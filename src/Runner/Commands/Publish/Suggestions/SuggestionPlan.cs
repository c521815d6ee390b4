using Gates.Doors.GitHub.GraphQl;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish.Suggestions;

/// <summary>What is to be suggested on a pull request, and which earlier suggestions are settled. Pure; nothing is asked.</summary>
/// <param name="Changes">To be written.</param>
/// <param name="Settled">Conversations of ours whose finding is gone.</param>
internal sealed record SuggestionPlan(IReadOnlyList<SuggestedChange> Changes, IReadOnlyList<ReviewThread> Settled)
{
    /// <value>On one pull request, all pushes together: more is noise, and the report has the rest.</value>
    public const int MaxCount = 10;

    /// <value>The gate that knows where something secret stands.</value>
    private const string Secrets = "dlp-scan";

    /// <value>What <see cref="ActionCommits"/> can mend although no policy can.</value>
    private const string Action = "unpinned-action";

    /// <summary>Whether only GitHub knows how to mend it.</summary>
    public static bool IsAction(ReportedFinding reported) => reported.Finding.Finding is { Rule: Action, Fix: null };

    /// <summary>The new findings with a fix that may be offered, the ones to read first first.</summary>
    /// <remarks>
    /// A suggestion repeats the whole line, so none is made for a line with something secret, and none at all when nobody can say where such a line is. What
    /// is only a note, or only recorded, is not worth a reviewer's look at the diff.
    /// </remarks>
    public static IReadOnlyList<ReportedFinding> Candidates(ReviewInput input)
    {
        var secrets = input.Report.Results.FirstOrDefault(gate => gate.GateId == Secrets);
        if (input.Report.Interrupted || secrets is { Error: not null } || input.Unverified.Any(gate => gate.GateId == Secrets))
        {
            return [];
        }

        var places = (secrets?.Findings ?? []).Select(found => found.Finding.Location).OfType<Location>().ToList();
        return
        [
            .. FindingOrder.All(input.Report).Where(reported =>
                reported is { Finding.State: FindingState.New, Gate.Mode: GateMode.Enforce or GateMode.Warn, Severity: > Severity.Note }
                && (IsAction(reported) || reported.Finding.Finding.Fix?.Column is not null)
                && reported.Finding.Finding.Location is { Line: { } line, Path: var path }
                && !places.Exists(place => place.Path == path && Covers(place, line))),
        ];
    }

    /// <param name="input">The run.</param>
    /// <param name="shown">By file, the lines that GitHub's diff shows.</param>
    /// <param name="own">The conversations that this tool began, whatever became of them.</param>
    /// <param name="pins">By file and line, the lines of <see cref="IsAction"/> as they should be.</param>
    public static SuggestionPlan From(
        ReviewInput input,
        IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> shown,
        IReadOnlyList<ReviewThread> own,
        IReadOnlyDictionary<(string Path, int Line), string>? pins = null)
    {
        var said = own.Select(thread => SuggestionMarker.In(thread.Body)).OfType<SuggestionMarker>().ToHashSet();
        var changes = Candidates(input)
            .Select(reported => Change(reported, reported.Finding.Finding.Location!, shown, pins))
            .OfType<SuggestedChange>()
            .Where(change => !said.Contains(change.Marker))
            .DistinctBy(change => (change.Path, change.Line))
            .DistinctBy(change => change.Marker)
            .Take(Math.Max(0, MaxCount - own.Count));
        return new SuggestionPlan([.. changes], Settle(input, own));
    }

    private static bool Covers(Location place, int line) => place.Line is not { } first || (first <= line && line <= Math.Max(place.EndLine ?? first, first));

    private static SuggestedChange? Change(
        ReportedFinding reported,
        Location at,
        IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> shown,
        IReadOnlyDictionary<(string Path, int Line), string>? pins) =>
        pins?.TryGetValue((at.Path, at.Line!.Value), out var pinned) == true && IsAction(reported)
            ? new SuggestedChange(reported, at.Path, at.Line.Value, pinned)
        : shown.TryGetValue(at.Path, out var lines) ? SuggestedChange.From(reported, lines)
        : null;

    /// <summary>A finding is gone only where its gate has looked; a waived or known one needs no change either.</summary>
    public static IReadOnlyList<ReviewThread> Settle(ReviewInput input, IReadOnlyList<ReviewThread> own)
    {
        var looked = input.Report.Results
            .Where(gate => gate is { Error: null, Interrupted: false } && gate.Verdict != Verdict.Skipped)
            .Select(gate => gate.GateId)
            .ToHashSet(StringComparer.Ordinal);
        var open = FindingOrder.All(input.Report)
            .Where(reported => reported.Finding.State == FindingState.New)
            .Select(reported => SuggestionMarker.From(reported).Finding)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. own.Where(thread => !input.Report.Interrupted && !thread.IsResolved
                && SuggestionMarker.In(thread.Body) is { } marker && looked.Contains(marker.Gate) && !open.Contains(marker.Finding)),
        ];
    }
}
