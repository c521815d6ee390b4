using Gates.Attestation.Statements;

namespace Gates.Attestation.Controls;

/// <summary>One file of evidence.</summary>
/// <param name="Path">Below the evidence folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest, lower-case hexadecimal.</param>
internal sealed record EvidenceItem(string Path, long Bytes, string Sha256)
{
    /// <value>Its other digest, lower-case hexadecimal: some statements, such as npm's provenance, know no other.</value>
    public string Sha512 { get; init; } = "";

    /// <summary>Whether a statement is about it: they share a digest's algorithm, and each that they share agrees (in-toto DigestSet).</summary>
    public bool IsOf(Subject subject)
    {
        var (sha256, sha512) = (subject.Digest.GetValueOrDefault("sha256"), subject.Digest.GetValueOrDefault("sha512"));
        return (sha256 ?? sha512) is not null && Agrees(sha256, Sha256) && Agrees(sha512, Sha512);
    }

    /// <summary>Hexadecimal digits mean the same in either case, though writers shall take the lower one.</summary>
    private static bool Agrees(string? said, string digest) => said is null || said.Equals(digest, StringComparison.OrdinalIgnoreCase);
}
