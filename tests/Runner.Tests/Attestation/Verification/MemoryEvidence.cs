using Gates.Attestation;

namespace Runner.Tests.Attestation.Verification;

/// <summary>Evidence in memory, that a test may tamper with.</summary>
internal sealed class MemoryEvidence : IEvidenceFiles
{
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Paths => [.. Files.Keys];

    public byte[]? Read(string path) => Files.GetValueOrDefault(path);
}
