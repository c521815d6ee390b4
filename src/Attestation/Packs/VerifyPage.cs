using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Packs;

/// <summary>The page in a pack that says how to verify it with other people's tools.</summary>
internal static class VerifyPage
{
    public const string Name = "VERIFY.md";

    private const string Template = "Packs/verify.md";

    /// <param name="input">The pack.</param>
    /// <param name="signer">The key that signs its manifest.</param>
    public static byte[] Of(PackInput input, Ed25519PublicKey signer)
    {
        var page = new EmbeddedFiles(typeof(VerifyPage).Assembly).Text(Template);
        var release = input.Keyring.Find(signer.KeyId)
            ?? throw new UsageException($"the release key {signer.KeyId} is not in the keyring, so nobody could check what it signs; `gates keys list` shows the keyring");
        foreach (var (name, value) in new (string Name, string Value)[]
        {
            ("tag", Plain(input.Tag)),
            ("repository", Plain(input.Repository)),
            ("commit", input.Commit),
            ("keyring", Keyring.Path),
            ("keys", Keys(input.Keyring)),
            ("releaseKey", release.Stem),
            ("year", input.LogOrigin.Split('/')[^1]),
            ("attestation", Attestation(input)),
        })
        {
            page = page.Replace("{{" + name + "}}", value, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(page);
    }

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
