using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Pipeline.Recognition;

/// <summary>A finding, and all by which it is known.</summary>
/// <param name="Finding">What the policy reported.</param>
/// <param name="Key">What it is about, exactly.</param>
/// <param name="Ordinal">Which one of those with an equal key it is, from 1; see <see cref="StoredForms.Order"/>.</param>
/// <param name="Fingerprint">The form that reports and files name it by.</param>
/// <param name="InDiff">See <see cref="GateFinding.InDiff"/>.</param>
internal sealed record RecognisedFinding(Finding Finding, FindingKey Key, int Ordinal, Fingerprint Fingerprint, bool InDiff)
{
    /// <value>The form that anybody may see for ever.</value>
    public required Fingerprint Masked { get; init; }

    /// <value>Every form by which an entry of a baseline or a waiver may mean it.</value>
    public required IReadOnlyList<Fingerprint> Forms { get; init; }

    /// <value>Whether the base had it too.</value>
    public bool AtBase { get; init; }
}
