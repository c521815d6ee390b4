using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Packs;

/// <summary>An evidence pack: all that somebody needs to check a release years later, in one file.</summary>
/// <param name="Name">Of the zip file.</param>
/// <param name="Archive">The zip file.</param>
/// <param name="Bundle">A signed statement about the zip file itself, to lie beside it.</param>
/// <param name="Manifest">The signed list of its files, which the zip file holds too.</param>
internal sealed record Pack(string Name, byte[] Archive, byte[] Bundle, byte[] Manifest)
{
    /// <value>The newest decision in it about its commit; <see langword="null"/> when there is none.</value>
    public string? Decision { get; private init; }

    /// <param name="input">What goes in.</param>
    /// <param name="signer">Signs the manifest, the same each time.</param>
    /// <param name="cancellationToken">Ends the signing.</param>
    /// <param name="proof">That the manifest is in the log: with it the pack counts when a key has ended. <see langword="null"/> while it is not.</param>
    /// <returns>The same bytes for the same input.</returns>
    public static async Task<Pack> FromAsync(PackInput input, IStatementSigner signer, CancellationToken cancellationToken, byte[]? proof = null)
    {
        var release = input.Release;
        var files = new Dictionary<string, byte[]>(input.Files, StringComparer.Ordinal);
        foreach (var bundle in input.Bundles)
        {
            files[$"bundles/{bundle.Name}{SigstoreBundle.Extension}"] = bundle.Content;
            files[$"bundles/{bundle.Name}{TlogProof.Extension}"] = bundle.Proof;
        }

        files["keys/keyring.json"] = KeyringJson.Write(input.Keyring);
        foreach (var (file, text) in PublicKeyFiles.Of(input.Keyring, input.LogName))
        {
            files["keys/" + file] = Text(text);
        }

        files[VerifyPage.Name] = VerifyPage.Of(input, release, signer);
        IReadOnlyList<Subject> subjects = input.Artefacts.Count > 0 ? input.Artefacts : [Subject.Commit($"{input.Repository}@{input.Tag}", input.Commit)];
        var manifest = files[PackContents.Manifest] = await signer.SignAsync(PackManifest.Of(subjects, release, files), cancellationToken);
        if (proof is not null)
        {
            files[PackContents.ManifestProof] = proof;
        }

        using var archive = new MemoryStream();
        PackArchive.Write(archive, files);
        var bytes = archive.ToArray();
        var name = $"evidence-pack-{release.FileName}";
        var about = PackManifest.Of([Subject.File(name + ".zip", Sha256Hex.Of(bytes))], release, files);
        return new Pack(name + ".zip", bytes, await signer.SignAsync(about, cancellationToken), manifest) { Decision = release.Decision };
    }

    private static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
