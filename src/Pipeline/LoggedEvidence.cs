namespace Gates.Pipeline;

/// <summary>What the evidence branch has of a kind.</summary>
/// <param name="Files">Sorted by name, all about one commit.</param>
/// <param name="Reason">Why there are none, in words without a full stop; <see langword="null"/> when there are some.</param>
internal sealed record LoggedEvidence(IReadOnlyList<LoggedFile> Files, string? Reason);
