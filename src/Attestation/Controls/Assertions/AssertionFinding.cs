namespace Gates.Attestation.Controls.Assertions;

/// <param name="Holds">Whether the assertion holds.</param>
/// <param name="Detail">What was found, in a sentence without its full stop.</param>
internal sealed record AssertionFinding(bool Holds, string Detail)
{
    /// <inheritdoc cref="AssertionResult.IsUnverified"/>
    public bool IsUnverified { get; init; }

    /// <value>The files that show it, where the assertion says so.</value>
    public IReadOnlyList<EvidenceItem> Used { get; init; } = [];

    public static Task<AssertionFinding> Unverified(string detail) => Task.FromResult(new AssertionFinding(Holds: false, detail) { IsUnverified = true });

    public static Task<AssertionFinding> Hold(string detail) => Task.FromResult(new AssertionFinding(Holds: true, detail));

    public static Task<AssertionFinding> Fail(string detail) => Task.FromResult(new AssertionFinding(Holds: false, detail));

    /// <summary>Holds when there is nothing to complain of.</summary>
    public static Task<AssertionFinding> From(IReadOnlyList<string> complaints, string otherwise) =>
        complaints.Count == 0 ? Hold(otherwise) : Fail(Some(complaints));

    /// <summary>The first few of many, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> all, int shown = 5) =>
        string.Join("; ", all.Take(shown)) + (all.Count > shown ? FormattableString.Invariant($"; and {all.Count - shown} more") : "");
}
