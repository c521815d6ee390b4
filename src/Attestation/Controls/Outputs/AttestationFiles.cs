using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>The attestation in all its forms, ready to be written.</summary>
internal static class AttestationFiles
{
    /// <param name="attestation">What is attested.</param>
    /// <param name="key">Signs it; the one that the attestation names.</param>
    /// <returns>Names and contents; the bundle is last, and only there with a key.</returns>
    public static IReadOnlyList<(string Name, byte[] Content)> Of(ControlAttestation attestation, Ed25519PrivateKey? key)
    {
        var name = attestation.BaseName;
        var json = AttestationJson.Of(attestation);
        var oscal = OscalResults.Of(attestation, Sha256Hex.Of(json));
        List<(string Name, byte[] Content)> files =
        [
            (name + ".json", json),
            (name + ".oscal.json", oscal),
            (name + ".pdf", AttestationPdf.Of(attestation, Sha256Hex.Of(json), Sha256Hex.Of(oscal))),
        ];
        if (key is not null)
        {
            var statement = AttestationStatement.Of(
                attestation,
                [.. files.Select(file => new EvidenceItem(file.Name, file.Content.Length, Sha256Hex.Of(file.Content)))]);
            files.Add((name + SigstoreBundle.Extension, SigstoreBundle.Sign(statement, key).ToBytes()));
        }

        return files;
    }
}
