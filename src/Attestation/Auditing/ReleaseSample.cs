using System.Security.Cryptography;
using System.Text;

namespace Gates.Attestation.Auditing;

/// <summary>Draws a tenth of some releases, and at least one, by a seed: anybody who has the seed and the names draws the same.</summary>
internal static class ReleaseSample
{
    /// <value>One of so many is looked at.</value>
    private const int Share = 10;

    /// <summary>What a release is ranked by: SHA-256 of the seed and its name's UTF-8, in lower-case hex; the smallest come first.</summary>
    public static string Rank(byte[] seed, string tag) => Convert.ToHexStringLower(SHA256.HashData([.. seed, .. Encoding.UTF8.GetBytes(tag)]));

    /// <summary>How many of a population are looked at.</summary>
    public static int SizeOf(int population) => (population + Share - 1) / Share;

    /// <summary>The names with their ranks, the first first. Without a seed nobody can draw, so that all of them count as drawn.</summary>
    public static IReadOnlyList<DrawnRelease> Draw(byte[]? seed, IReadOnlyList<string> tags)
    {
        var ranked = tags.Select(tag => (Tag: tag, Hash: seed is null ? "" : Rank(seed, tag)))
            .OrderBy(one => one.Hash, StringComparer.Ordinal).ThenBy(one => one.Tag, StringComparer.Ordinal).ToList();
        var size = seed is null ? ranked.Count : SizeOf(ranked.Count);
        return [.. ranked.Select((one, index) => new DrawnRelease(one.Tag, index + 1, one.Hash, index < size))];
    }
}

/// <param name="Tag">The release.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Hash">What ranks it; empty without a seed.</param>
/// <param name="IsSampled">Whether it is looked at.</param>
internal sealed record DrawnRelease(string Tag, int Rank, string Hash, bool IsSampled);
