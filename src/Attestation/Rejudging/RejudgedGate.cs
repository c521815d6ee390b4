namespace Gates.Attestation.Rejudging;

/// <param name="GateId">The gate.</param>
/// <param name="State">Whether it is the same result.</param>
/// <param name="Reasons">What differs, or why there is nothing to judge; untrusted text.</param>
internal sealed record RejudgedGate(string GateId, RejudgedState State, IReadOnlyList<string> Reasons);
