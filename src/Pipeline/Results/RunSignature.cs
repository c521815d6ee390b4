namespace Gates.Pipeline.Results;

/// <summary>How a run is signed.</summary>
/// <param name="KeyId">The key; <see langword="null"/> when it is not signed.</param>
/// <param name="IsDevelopment">Whether the key was made on this machine for trying things out, and proves nothing.</param>
/// <param name="Problem">Why it is not signed; <see langword="null"/> when it is.</param>
internal sealed record RunSignature(string? KeyId, bool IsDevelopment, string? Problem)
{
    public static RunSignature Unsigned(string problem) => new(null, false, problem);
}
