using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Controls;

/// <summary>Who started the runs that evidence is from: as commitments, which say nothing of a person to whoever has not their openings.</summary>
internal static class EvidencedPeople
{
    /// <returns>Of verified results only; sorted.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<EvidenceItem> evidence, AssertionScope scope) =>
    [
        .. evidence.Where(item => item.Bytes <= EvidenceFolder.Limits.Bytes)
            .SelectMany(item => SignedStatement.Of(item, scope))
            .Where(one => one.Refusal is null && one.Statement?.PredicateType == GateStatement.PredicateType)
            .SelectMany(one => one.Statement!.Predicate.Member("gates").Member("run").Member(Commitments.Property).Texts())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
