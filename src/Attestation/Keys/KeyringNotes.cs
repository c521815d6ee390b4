using System.Globalization;
using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Attestation.Keys;

/// <summary>What people must know about a keyring before it lets them down.</summary>
internal static class KeyringNotes
{
    /// <value>How long before the end of a use's last key a reader is told.</value>
    public static TimeSpan Ahead { get; } = TimeSpan.FromDays(30);

    private static readonly DocumentLimits Limits = new() { Bytes = 2_000_000 };

    /// <summary>The uses whose last key ends soon, or has ended.</summary>
    public static IEnumerable<string> Of(Keyring keyring, DateTimeOffset now) =>
        from ending in keyring.Ending(now, Ahead)
        let use = KeyringJson.Name(ending.Use)
        let todo = $"commit the keyring, and put the new key where {PrivateKeySource.Variable(ending.Use)} is."
        select ending.End > now
            ? $"The last {use} key ends on {Day(ending.End)}, {Left(ending.End - now)}: run `gates keys rotate --use {use}`, {todo}"
            : $"No {use} key counts now: run `gates keys new --use {use}`, {todo}";

    /// <summary>The same for the keyring that a repository holds, and whether it knows the key that signs a run.</summary>
    /// <param name="tree">The repository; what its keyring says is believed for these notes only.</param>
    /// <param name="key">The evidence key; <see langword="null"/> where none signs, or one that is not evidence.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<string> Of(ISourceTree tree, Ed25519PublicKey? key, DateTimeOffset now)
    {
        if (!tree.Exists(Keyring.Path))
        {
            return [];
        }

        try
        {
            using var stream = tree.Open(Keyring.Path);
            var keyring = KeyringJson.Read(Encoding.UTF8.GetBytes(DocumentText.Read(stream, Keyring.Path, Limits)), Keyring.Path);
            return key is null ? [.. Of(keyring, now)] : [.. Of(keyring, now), .. Signer(keyring, key, now)];
        }
        catch (Exception e) when (e is EvaluationException or DocumentException)
        {
            return [$"The keyring cannot be used: {e.Message}"];
        }
    }

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Left(TimeSpan time) => Math.Ceiling(time.TotalDays) switch
    {
        _ when time < TimeSpan.FromDays(1) => "in less than a day",
        1 => "in 1 day",
        var days => string.Create(CultureInfo.InvariantCulture, $"in {days} days"),
    };

    private static IEnumerable<string> Signer(Keyring keyring, Ed25519PublicKey key, DateTimeOffset now)
    {
        var problem = keyring.Find(key.KeyId) is { } entry
            ? entry.Refusal(KeyUse.Evidence, now)
            : $"the key {key} is not in {Keyring.Path}";
        return problem is null ? [] : [$"Whoever trusts the keyring will refuse what this run signs: {problem}."];
    }
}
