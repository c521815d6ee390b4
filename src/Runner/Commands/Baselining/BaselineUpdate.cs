using Gates.Pipeline.Baselines;
using Gates.Pipeline.Results;

namespace Gates.Runner.Commands.Baselining;

/// <summary>What a fresh look at the repository makes of its baseline. It may only shrink, unless it is told to grow and why.</summary>
/// <param name="Next">The baseline to write.</param>
/// <param name="Added">Findings that it records now and did not before.</param>
/// <param name="Removed">Recorded findings that are gone.</param>
/// <param name="Refused">New findings that it must not record.</param>
internal sealed record BaselineUpdate(Baseline Next, int Added, int Removed, IReadOnlyList<BaselineEntry> Refused)
{
    /// <value>The gates that were not looked at, by id, and why; what is recorded of them stays. Default: none.</value>
    public IReadOnlyDictionary<string, string> LeftOut { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>Whether the repository got its salt now.</value>
    public bool MadeSalt { get; init; }

    /// <param name="existing">The baseline as it is; <see langword="null"/> when there is none yet.</param>
    /// <param name="empty">A baseline without findings, to begin with.</param>
    /// <param name="results">A run under the repository's own salt; gates that it lacks or that were skipped keep what is recorded of them.</param>
    /// <param name="growth">The day and the reason when it may grow; its count is filled in.</param>
    public static BaselineUpdate From(Baseline? existing, Baseline empty, IReadOnlyList<GateResult> results, BaselineGrowth? growth)
    {
        var seen = results.Where(result => result is { Error: null, SkipReason: null }).ToDictionary(result => result.GateId, StringComparer.Ordinal);
        var found = seen.Values.SelectMany(result => result.Findings, (result, finding) =>
            (Finding: finding, Entry: EntryOf(result, finding), Known: existing?.EntryFor(result.GateId, finding.Finding, finding.Forms))).ToList();
        var recordable = found.Where(one => one.Finding.State != FindingState.Waived).ToList();
        if (existing is null)
        {
            return new BaselineUpdate(empty with { Entries = [.. BaselineWriter.Sort(recordable.Select(one => one.Entry))] }, recordable.Count, 0, []);
        }

        // A recorded finding that a waiver covers for a while is still there.
        var kept = existing.Entries.Where(entry => !seen.ContainsKey(entry.Gate))
            .Concat(found.Where(one => one.Known is not null).Select(one => Renewed(one.Known!, one.Entry)))
            .Distinct().ToList();
        var fresh = recordable.Where(one => one.Known is null).Select(one => one.Entry).ToList();
        var grows = growth is not null && fresh.Count > 0;
        var next = existing with
        {
            Salt = default,
            Entries = [.. BaselineWriter.Sort(grows ? kept.Concat(fresh) : kept)],
            Growths = grows ? [.. existing.Growths, growth! with { Added = fresh.Count }] : existing.Growths,
        };
        return new BaselineUpdate(next, grows ? fresh.Count : 0, Math.Max(0, existing.Entries.Count - kept.Count), grows ? [] : fresh);
    }

    /// <summary>An entry of an old form becomes one that means this finding only.</summary>
    private static BaselineEntry Renewed(BaselineEntry entry, BaselineEntry now) => entry.Fingerprint.IsOld ? now : entry;

    private static BaselineEntry EntryOf(GateResult result, GateFinding found) =>
        new(result.GateId, found.Finding.Rule, found.Finding.Location?.Path, found.Finding.Location?.Line, found.Fingerprint);
}
