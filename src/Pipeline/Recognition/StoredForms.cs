using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Pipeline.Recognition;

/// <summary>Makes fingerprints of exact keys, so that nobody who reads one can try what it was made of.</summary>
internal static partial class StoredForms
{
    private const int LongBytes = 8;
    private const int ShortBytes = 2;

    /// <summary>
    /// HMAC-SHA-256 under the repository's salt over the exact key and the ordinal among equals, cut to 64 bits, or to 16 where the value could be guessed.
    /// </summary>
    public static Fingerprint Keyed(ReadOnlySpan<byte> salt, FindingKey key, int ordinal, bool canBeGuessed)
    {
        var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v2{key.Joined()}{ordinal}")));
        return Fingerprint.KeyedPrefix + Convert.ToHexStringLower(hash.AsSpan(0, canBeGuessed ? ShortBytes : LongBytes));
    }

    /// <summary>
    /// What the form without a salt is made of: gate, rule, path, and how many words the lines have. No word, name or message, since any could be a secret.
    /// </summary>
    public static string MaskedSubject(FindingKey key) =>
        FindingKey.Join(key.Gate, key.Rule, key.Path, key.Kind == KeyText.Lines ? Word().Replace(key.Text, "*") : key.Kind.ToString());

    /// <summary>SHA-256 over <see cref="MaskedSubject"/> and the ordinal among its equals, cut to 64 bits.</summary>
    public static Fingerprint Masked(string subject, int ordinal) =>
        Fingerprint.MaskedPrefix + Sha256Hex.Of(string.Create(CultureInfo.InvariantCulture, $"v2m{subject}{ordinal}"))[..(2 * LongBytes)];

    /// <summary>
    /// The order in which equal findings are counted: those that the change did not touch first, each part in the order of the file. So the one that was
    /// added counts as new, wherever it was put.
    /// </summary>
    public static IReadOnlyList<int> Order(IReadOnlyList<Finding> findings, Func<Finding, bool> isInDiff) =>
    [
        .. Enumerable.Range(0, findings.Count)
            .OrderBy(i => isInDiff(findings[i]))
            .ThenBy(i => findings[i].Location?.Path, StringComparer.Ordinal)
            .ThenBy(i => findings[i].Location?.Line)
            .ThenBy(i => findings[i].Location?.Column),
    ];

    [GeneratedRegex("[^ ]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
