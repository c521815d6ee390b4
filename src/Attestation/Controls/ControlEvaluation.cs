namespace Gates.Attestation.Controls;

/// <summary>A catalogue held against its evidence.</summary>
internal sealed record ControlEvaluation(ControlCatalogue Catalogue, IReadOnlyList<ControlResult> Results)
{
    /// <value>Whether every control that was judged holds, and at least one was; what is only present neither adds to it nor takes from it.</value>
    public bool Overall => Count(ControlOutcome.Fails) == 0 && Count(ControlOutcome.Holds) > 0;

    /// <value>All evidence of all controls, each file once, by path.</value>
    public IReadOnlyList<EvidenceItem> Evidence =>
        [.. Results.SelectMany(result => result.Evidence).DistinctBy(item => item.Path).OrderBy(item => item.Path, StringComparer.Ordinal)];

    public int Count(ControlOutcome outcome) => Results.Count(result => result.Outcome == outcome);
}
