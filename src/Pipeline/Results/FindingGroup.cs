using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>
/// Findings of one gate that say the same of several places: one rule, severity, state, fix and waiver, and one sentence but for the places' own words.
/// </summary>
/// <param name="Gate">The gate.</param>
/// <param name="Members">In the order of the reports; at least one.</param>
internal sealed record FindingGroup(GateResult Gate, IReadOnlyList<GroupedFinding> Members)
{
    /// <value>The finding that stands for all.</value>
    public GateFinding First => Members[0].Found;

    public Finding Finding => First.Finding;

    public FindingState State => First.State;

    public bool IsBlocking => First.IsBlocking(Gate.Mode);

    /// <value>How many findings it is, with those that the policy only counted.</value>
    public int Count => Tally.Sum(Members.Select(member => member.Found));

    /// <value>Whether it is one finding in one place, shown as if there were no groups.</value>
    public bool IsSingle => Members.Count == 1;

    /// <summary>The places after the first, one entry for each file in which they differ by nothing but the line.</summary>
    public IReadOnlyList<GroupedPlaces> Others() =>
    [
        .. Members.Skip(1)
            .GroupBy(member => (member.Found.Finding.Location?.Path, member.Differs))
            .Select(same => new GroupedPlaces(same.Key.Path, same.Key.Differs, [.. same.Select(member => member.Found)])),
    ];
}

/// <summary>One finding of a group.</summary>
/// <param name="Found">The finding.</param>
/// <param name="Differs">The words in which its message differs from the first one's, without its place; may be empty.</param>
internal sealed record GroupedFinding(GateFinding Found, string Differs);

/// <summary>Findings of a group in one file.</summary>
/// <param name="Path">The file; <see langword="null"/> when they have no place.</param>
/// <param name="Differs">See <see cref="GroupedFinding.Differs"/>.</param>
/// <param name="Findings">In the order of the reports.</param>
internal sealed record GroupedPlaces(string? Path, string Differs, IReadOnlyList<GateFinding> Findings)
{
    public int Count => Tally.Sum(Findings);
}
