using System.Globalization;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;

namespace Gates.Attestation.Keys;

/// <summary>The keyring for programs that do not read ours: made from it whenever it changes, never by hand.</summary>
internal static class PublicKeyFiles
{
    /// <value>Beside the keyring.</value>
    public const string Folder = "gates-keys";

    public const string LogVerifiers = "log_verifiers";

    /// <value>The keys of the witnesses that the keyring knows, one a line.</value>
    public const string WitnessVerifiers = "witness_verifiers";

    /// <summary>Files by name.</summary>
    /// <param name="keyring">The keyring.</param>
    /// <param name="logName">The log's name without its year, such as <c>github.com/acme/shop</c>.</param>
    public static IReadOnlyDictionary<string, string> Of(Keyring keyring, string logName)
    {
        var files = keyring.Keys.ToDictionary(entry => $"{entry.Stem}.pem", entry => KeyPem.WritePublic(entry.Key), StringComparer.Ordinal);
        files["allowed_signers"] = Lines(keyring.Keys.Where(entry => entry.Use != KeyUse.Witness).Select(AllowedSigner));
        files[LogVerifiers] = Lines(keyring.Keys.Where(entry => entry.Use == KeyUse.Log).SelectMany(entry => Verifiers(entry, logName)));
        if (keyring.Keys.Any(entry => entry.Use == KeyUse.Witness))
        {
            files[WitnessVerifiers] = Lines(keyring.Keys.Where(entry => entry.Use == KeyUse.Witness)
                .Select(entry => new WitnessVerifier(entry.Name!, entry.Key).Text));
        }

        return files;
    }

    /// <summary>The log's name that earlier verifiers carry, or <see langword="null"/>.</summary>
    public static string? LogName(string? verifiers) =>
        verifiers?.Split('\n')[0].Split('+')[0] is { } origin && origin.LastIndexOf('/') is var slash and > 0 ? origin[..slash] : null;

    /// <summary>A line for <c>ssh-keygen -Y verify</c>. OpenSSH counts the last second in, a keyring does not.</summary>
    private static string AllowedSigner(KeyringEntry entry)
    {
        var use = $"gates-{KeyringJson.Name(entry.Use)}";
        var end = entry.Revoked is { } revoked && revoked.At < entry.ValidTo ? revoked.At : entry.ValidTo;
        return $"{use} namespaces=\"{use}\",valid-after=\"{SshTime(entry.ValidFrom)}\",valid-before=\"{SshTime(end.AddSeconds(-1))}\" ssh-ed25519 {SshKey(entry.Key)} {entry.Stem}";
    }

    private static string SshTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);

    private static string SshKey(Ed25519PublicKey key) =>
        Convert.ToBase64String([0, 0, 0, 11, .. "ssh-ed25519"u8, 0, 0, 0, Ed25519PublicKey.Length, .. key.Bytes.Span]);

    /// <summary>One for each year's log that the key may sign.</summary>
    private static IEnumerable<string> Verifiers(KeyringEntry entry, string logName) =>
        from year in Enumerable.Range(entry.ValidFrom.UtcDateTime.Year, entry.ValidTo.AddSeconds(-1).UtcDateTime.Year - entry.ValidFrom.UtcDateTime.Year + 1)
        select new NoteVerifier(string.Create(CultureInfo.InvariantCulture, $"{logName}/{year}"), entry.Key).Text;

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
