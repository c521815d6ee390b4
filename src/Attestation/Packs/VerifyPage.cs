using System.Text;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Packs;

/// <summary>The page in a pack that says how to verify it with other people's tools.</summary>
internal static class VerifyPage
{
    public const string Name = "VERIFY.md";

    private const string Keyless =
        " The name under it is the certificate's word. That\nan authority that you trust issued it, and that a log or timestamp authority saw the signature in "
        + "its minutes, is\nchecked by Sigstore's own clients ("
        + "`cosign verify-blob-attestation --bundle`, `@sigstore/verify`) or `gates verify --identity … --issuer … --trusted-root FILE`.";

    private const string Template = "Packs/verify.md";

    /// <param name="input">The pack.</param>
    /// <param name="release">What it is of.</param>
    /// <param name="signer">Signs its manifest.</param>
    public static byte[] Of(PackInput input, NamedRelease release, IStatementSigner signer)
    {
        var page = new EmbeddedFiles(typeof(VerifyPage).Assembly).Text(Template);
        foreach (var (name, value) in new (string Name, string Value)[]
        {
            ("tag", Plain(input.Tag)),
            ("repository", Plain(input.Repository)),
            ("commit", input.Commit),
            ("keyring", Keyring.Path),
            ("keys", Keys(input.Keyring)),
            ("signer", signer.PublicKey is null ? $"by `{Plain(signer.KeyId)}`, keyless" : "by the release key"),
            ("verifier", Verifier(input, signer)),
            ("verified", signer.PublicKey is null ? "Verified OK" : "Signature Verified Successfully"),
            ("keyless", signer.PublicKey is null ? Keyless : ""),
            ("year", input.LogOrigin.Split('/')[^1]),
            ("attestation", Attestation(input)),
            ("decision", release.Decision switch
            {
                "PASSED" => "The decision in it is **PASSED**.",
                { } other => $"The decision in it is **{Plain(other)}**: the gates did not let this commit be released, and it was released all the same.",
                null => "There is **no decision** about this commit in it: nobody can say from it that the gates let it be released.",
            }),
        })
        {
            page = page.Replace("{{" + name + "}}", value, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(page);
    }

    /// <summary>The command that checks a signature over <c>pae.bin</c>.</summary>
    private static string Verifier(PackInput input, IStatementSigner signer) => signer.PublicKey is null
        ? "node -p 'JSON.parse(require(\"node:fs\").readFileSync(\"manifest.sigstore.json\")).verificationMaterial.certificate.rawBytes' \\\n"
            + "  | openssl base64 -d -A | openssl x509 -inform DER -out signer.pem\n"
            + "openssl x509 -in signer.pem -noout -pubkey > signer.pub\n"
            + "openssl dgst -sha256 -verify signer.pub -signature signature.bin pae.bin\n"
            + "openssl x509 -in signer.pem -noout -ext subjectAltName\n"
            + "rm signer.pem signer.pub"
        : $"openssl pkeyutl -verify -pubin -inkey keys/{Release(input, signer).Stem}.pem -rawin -in pae.bin -sigfile signature.bin";

    private static KeyringEntry Release(PackInput input, IStatementSigner signer) => input.Keyring.Find(signer.KeyId)
        ?? throw new UsageException($"the release key {signer.KeyId} is not in the keyring, so nobody could check what it signs; `gates keys list` shows the keyring");

    private static string Keys(Keyring keyring)
    {
        var table = new StringBuilder("| file | may sign | from | until |\n|---|---|---|---|\n");
        foreach (var entry in keyring.Keys)
        {
            var until = entry.Revoked is { } revoked ? $"revoked {EvidenceTime.Write(revoked.At)}" : EvidenceTime.Write(entry.ValidTo);
            table.Append("| `keys/").Append(entry.Stem).Append(".pem` | ").Append(KeyringJson.Name(entry.Use)).Append(" | ")
                .Append(EvidenceTime.Write(entry.ValidFrom)).Append(" | ").Append(until).Append(" |\n");
        }

        return table.ToString().TrimEnd('\n');
    }

    private static string Attestation(PackInput input) =>
        input.Files.Keys.FirstOrDefault(name => name.StartsWith("control-attestation-", StringComparison.Ordinal)
            && name.EndsWith(".pdf", StringComparison.Ordinal)) is { } page
            ? $" `{Plain(page)}` says which controls they\nsupport; `controls/attestation.json` is the same for machines (`.overall`, `.controls[]`)."
            : "";

    /// <summary>Names are other people's: nothing of them may become markup or a command.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || "._/-+:@".Contains(c, StringComparison.Ordinal) ? c : '_'));
}
