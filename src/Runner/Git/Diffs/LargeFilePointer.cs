using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Runner.Git.Diffs;

/// <summary>What git LFS stores in a file's place: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md.</summary>
internal sealed partial record LargeFilePointer(string Sha256, long Size)
{
    /// <value>Bytes; the specification wants less.</value>
    public const int LongestPointer = 1024;

    /// <returns><see langword="null"/> when the content is no pointer.</returns>
    public static LargeFilePointer? Read(byte[] content)
    {
        var match = Pattern().Match(Encoding.Latin1.GetString(content));
        return match.Success && long.TryParse(match.Groups["size"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? new LargeFilePointer(match.Groups["sha"].Value, size)
            : null;
    }

    [GeneratedRegex(@"\Aversion https://git-lfs\.github\.com/spec/v1\noid sha256:(?<sha>[0-9a-f]{64})\nsize (?<size>[0-9]{1,18})\n\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
