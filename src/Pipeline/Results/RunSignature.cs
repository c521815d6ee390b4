namespace Gates.Pipeline.Results;

/// <summary>How a run is signed.</summary>
/// <param name="KeyId">The key; <see langword="null"/> when it is not signed.</param>
/// <param name="IsDevelopment">Whether the key was made on this machine for trying things out, and proves nothing.</param>
/// <param name="Problem">Why it is not signed; <see langword="null"/> when it is.</param>
internal sealed record RunSignature(string? KeyId, bool IsDevelopment, string? Problem)
{
    /// <value>Whether it was to be signed, and could not be.</value>
    public bool IsMissing { get; private init; }

    /// <summary>Nobody asked for a signature, or nobody could give one.</summary>
    public static RunSignature Unsigned(string problem) => new(null, false, problem);

    /// <summary>It was to be signed, and could not be.</summary>
    public static RunSignature Missing(string problem) => new(null, false, problem) { IsMissing = true };
}
