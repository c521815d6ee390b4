using System.Security.Cryptography;
using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Recognises a value again without revealing it: a keyed hash, cut so short for what can be guessed that a guess proves nothing.</summary>
internal static class ValueIdentity
{
    private const int TokenBytes = 8;
    private const int PersonalBytes = 2;

    public static string Of(ReadOnlySpan<byte> salt, DlpRule rule, string value) =>
        Of(rule, Key(salt, rule, value));

    /// <summary>The whole hash: the same for the same value and no other, and so for memory only.</summary>
    public static byte[] Key(ReadOnlySpan<byte> salt, DlpRule rule, string value) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(Normalise(rule, value)));

    /// <summary>Adds a value to a keyed hash over several; each ends with a zero byte, which no value holds.</summary>
    public static void Append(IncrementalHash hash, DlpRule rule, string value)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(Normalise(rule, value)));
        hash.AppendData([0]);
    }

    /// <summary>The identity of a hash, also of one over several hidden values: as short as that of one.</summary>
    public static string Of(DlpRule rule, ReadOnlySpan<byte> digest) => Convert.ToHexStringLower(digest[..(rule.IsPersonal ? PersonalBytes : TokenBytes)]);

    // The same card with and without spaces, the same key in a file and in a string with \n, are one.
    private static string Normalise(DlpRule rule, string value)
    {
        if (rule.IsPersonal)
        {
            return rule.Anchor == RuleAnchor.At ? value.ToLowerInvariant() : string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        }

        return rule.Category == RuleCategories.PrivateKey ? PemText.Body(value) : value;
    }
}
