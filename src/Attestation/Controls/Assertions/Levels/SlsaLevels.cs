using System.Globalization;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>Compares the levels of a verification summary. A level of a track implies those below it (SLSA v1.2, SlsaResult).</summary>
internal static class SlsaLevels
{
    /// <summary>Whether what a summary says is as much as is asked.</summary>
    public static bool Has(IReadOnlyList<string> verified, string asked) =>
        verified.Contains(asked, StringComparer.Ordinal)
        || (Split(asked) is var (track, level) && verified.Any(one => Split(one) is var (other, has) && other == track && has >= level));

    /// <summary><c>SLSA_BUILD_LEVEL_2</c>, and <c>SLSA_LEVEL_2</c> of the old form, as track and level.</summary>
    private static (string Track, int Level)? Split(string text)
    {
        var at = text.LastIndexOf('_');
        return at > 0 && text.StartsWith("SLSA_", StringComparison.Ordinal) && text[..at].EndsWith("LEVEL", StringComparison.Ordinal)
            && int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                ? (text[..at], level)
                : null;
    }
}
