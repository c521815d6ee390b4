using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Verification;

/// <summary>How much of somebody else's evidence is read.</summary>
internal static class EvidenceLimits
{
    /// <value>Bytes of one file.</value>
    public const int FileBytes = EvidenceJson.MaxBytes;

    public const int Files = 1_000_000;

    /// <value>Files in a pack.</value>
    public const int ArchiveFiles = 50_000;

    /// <value>Bytes of a pack, unpacked.</value>
    public const long ArchiveBytes = 1L << 30;

    public static EvidenceFormatException TooLarge(string path) =>
        new(FormattableString.Invariant($"{path}: more than {FileBytes >> 20} MiB, which no file of evidence is"));
}
