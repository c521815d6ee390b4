using Gates.BuiltIn.DlpScan.RuleSets;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>A match inside the bytes at hand. The value must go no further than <see cref="Masking"/> and <see cref="ValueIdentity"/>.</summary>
internal readonly record struct RawMatch(DlpRule Rule, int Start, int Length, string Value, string Literal)
{
    /// <value>Whether the issuer's checksum holds.</value>
    public bool Verified { get; init; }

    /// <value>What the match takes for itself: matches of other rules there are the same value. Default: all of it.</value>
    public (int Start, int End) Covers { get; init; } = (Start, Start + Length);

    public bool Overlaps(in RawMatch other) => Covers.Start < other.Covers.End && other.Covers.Start < Covers.End;

    public override string ToString() => Rule.Id;
}
