using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Packs;

/// <param name="Name">Without folder and extension, such as <c>20261122T101500Z-dlp-scan-1f2e3d4c</c>.</param>
/// <param name="Content">The bundle's bytes as they were logged.</param>
/// <param name="Proof">That they are in the log.</param>
internal sealed record PackedBundle(string Name, byte[] Content, byte[] Proof)
{
    /// <value>What it says; read anew each time.</value>
    public Statement Statement => Statement.Read(SigstoreBundle.Read(Content, Name).Envelope, Name);
}
