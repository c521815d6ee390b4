using Gates.Attestation.Envelopes;
using Gates.Formats.Fonts;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>The attestation in all its forms, ready to be written.</summary>
internal static class AttestationFiles
{
    /// <param name="attestation">What is attested.</param>
    /// <param name="signer">Signs it; the one that the attestation names.</param>
    /// <param name="fonts">What its PDF embeds.</param>
    /// <param name="cancellationToken">Ends the signing.</param>
    /// <returns>Names and contents; the bundle is last, and only there with a signer.</returns>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> OfAsync(
        ControlAttestation attestation, IStatementSigner? signer, DocumentFonts fonts, CancellationToken cancellationToken)
    {
        var name = attestation.BaseName;
        var json = AttestationJson.Of(attestation);
        var oscal = OscalResults.Of(attestation, Sha256Hex.Of(json));
        List<(string Name, byte[] Content)> files =
        [
            (name + ".json", json),
            (name + ".oscal.json", oscal),
            (name + ".pdf", AttestationPdf.Of(attestation, Sha256Hex.Of(json), Sha256Hex.Of(oscal), fonts)),
        ];
        if (signer is not null)
        {
            var statement = AttestationStatement.Of(
                attestation,
                [.. files.Select(file => new EvidenceItem(file.Name, file.Content.Length, Sha256Hex.Of(file.Content)))]);
            files.Add((name + SigstoreBundle.Extension, await signer.SignAsync(statement, cancellationToken)));
        }

        return files;
    }
}
