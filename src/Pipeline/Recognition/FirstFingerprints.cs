using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline.Recognition;

/// <summary>
/// The first form of fingerprints, which old baselines and waivers hold. Long words of a line do not count in it, so it may mean another finding.
/// </summary>
internal static partial class FirstFingerprints
{
    private const int LineLength = 4_096;
    private const long FileSize = 10_000_000;

    /// <summary>
    /// One fingerprint a finding, in the same order: <c>v1:</c> + SHA-256 over gate, rule, path, identity or line, and the ordinal among equals.
    /// </summary>
    /// <param name="gateId">The gate.</param>
    /// <param name="findings">All its findings; equal ones are told apart by their order.</param>
    /// <param name="tree">Where the lines are read.</param>
    /// <param name="pathNow">Maps a path of this tree to the path the finding is filed under: the new name of a renamed file.</param>
    /// <param name="order">In which order equal ones are counted; see <see cref="StoredForms.Order"/>.</param>
    public static IReadOnlyList<Fingerprint> Of(
        string gateId,
        IReadOnlyList<Finding> findings,
        ISourceTree tree,
        Func<string, string> pathNow,
        IReadOnlyList<int> order)
    {
        var lines = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var result = new Fingerprint[findings.Count];
        var equals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var i in order)
        {
            var finding = findings[i];
            var path = finding.Location is { } location ? pathNow(location.Path) : "";
            var key = FindingKey.Join(gateId, finding.Rule, path, finding.Identity ?? LineOf(finding, tree, lines));
            var ordinal = equals[key] = equals.GetValueOrDefault(key) + 1;
            result[i] = "v1:" + Sha256Hex.Of(FormattableString.Invariant($"{key}{ordinal}"));
        }

        return result;
    }

    private static string LineOf(Finding finding, ISourceTree tree, Dictionary<string, string[]> lines)
    {
        if (finding.Location is not { Line: { } number } location)
        {
            return finding.Message;
        }

        if (!lines.TryGetValue(location.Path, out var all))
        {
            all = lines[location.Path] = ReadLines(location.Path, tree);
        }

        return number <= all.Length ? Normalise(all[number - 1]) : finding.Message;
    }

    private static string[] ReadLines(string path, ISourceTree tree)
    {
        if (!tree.Exists(path))
        {
            return [];
        }

        using var stream = tree.Open(path);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return stream is { CanSeek: true, Length: > FileSize } ? [] : reader.ReadToEnd().Split('\n');
    }

    private static string Normalise(string line)
    {
        var text = Blank().Replace(line.Trim(), " ");
        return TokenLike().Replace(text.Length <= LineLength ? text : text[..LineLength], "*");
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    /// <summary>What is longer than any word.</summary>
    [GeneratedRegex(@"[A-Za-z0-9+/_=.-]{20,}", RegexOptions.None, 1000)]
    private static partial Regex TokenLike();
}
