using Gates.Attestation.Cryptography;
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
    /// <param name="input">What goes in.</param>
    /// <param name="key">The release key, which signs the manifest.</param>
    /// <param name="proof">That the manifest is in the log: with it the pack counts when the key has ended. <see langword="null"/> while it is not.</param>
    /// <returns>The same bytes for the same input.</returns>
    public static Pack From(PackInput input, Ed25519PrivateKey key, byte[]? proof = null)
    {
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

        files[VerifyPage.Name] = VerifyPage.Of(input, key.PublicKey);
        IReadOnlyList<Subject> subjects = input.Artefacts.Count > 0 ? input.Artefacts : [Subject.Commit($"{input.Repository}@{input.Tag}", input.Commit)];
        var manifest = files[PackContents.Manifest] = SigstoreBundle.Sign(PackManifest.Of(subjects, input.Repository, files), key).ToBytes();
        if (proof is not null)
        {
            files[PackContents.ManifestProof] = proof;
        }

        using var archive = new MemoryStream();
        PackArchive.Write(archive, files);
        var bytes = archive.ToArray();
        var name = $"evidence-pack-{FileName(input.Tag)}";
        var about = PackManifest.Of([Subject.File(name + ".zip", Sha256Hex.Of(bytes))], input.Repository, files);
        return new Pack(name + ".zip", bytes, SigstoreBundle.Sign(about, key).ToBytes(), manifest);
    }

    private static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    /// <summary>A tag may hold slashes; a file name may not.</summary>
    private static string FileName(string tag) => string.Concat(tag.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' ? c : '_'));
}
