using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Attestation.Statements;

/// <summary>What a statement says of a finding.</summary>
/// <param name="Path">The file; <see langword="null"/> when the finding has no place.</param>
internal sealed record RecordedFinding(string Rule, Severity Severity, string? Path, FindingState State, string Fingerprint);
