using Gates.Attestation.Envelopes;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Chains;

/// <summary>Over which bytes of a record its digest goes. The form of the records says nothing of it, and one chain keeps to one of them.</summary>
/// <param name="Name">In statements.</param>
/// <param name="Meaning">For people.</param>
/// <param name="Digest">SHA-256 of a record, in lower-case hex.</param>
internal sealed record ChainForm(string Name, string Meaning, Func<ChainRecord, string> Digest)
{
    /// <value>In the order in which they are tried.</value>
    public static IReadOnlyList<ChainForm> All { get; } =
    [
        new("bytes", "the record's bytes as they stand: a whole file, or a line without its end", record => Sha256Hex.Of(record.Bytes)),
        new("line", "the line with its end, one line feed", record => Sha256Hex.Of([.. Trimmed(record), (byte)'\n'])),
        new("text", "the text without the line feeds at its end", record => Sha256Hex.Of(Trimmed(record))),
        new(
            "rfc8785",
            "the record in canonical JSON (RFC 8785)",
            record => Sha256Hex.Of(CanonicalJson.Of(EvidenceJson.ParseElement(record.Bytes, record.Place)))),
    ];

    private static ReadOnlySpan<byte> Trimmed(ChainRecord record) => record.Bytes.AsSpan().TrimEnd("\r\n"u8);
}
