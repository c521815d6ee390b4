using System.Text;
using System.Text.RegularExpressions;
using Gates.Policies;

namespace Gates.Runner;

/// <summary>Recognises a finding again after its line moved, was indented, or its file was renamed.</summary>
internal static partial class Fingerprints
{
    private const int LineLength = 4_096;
    private const long FileSize = 10_000_000;

    /// <summary>One fingerprint a finding, in the same order: <c>v1:</c> + SHA-256 over gate, rule, path, identity or line, and the ordinal among equals.</summary>
    /// <param name="gateId">The gate.</param>
    /// <param name="findings">All its findings; equal ones are told apart by their order in the file.</param>
    /// <param name="tree">Where the lines are read.</param>
    /// <param name="pathNow">Maps a path of this tree to the path the finding is filed under: the new name of a renamed file.</param>
    public static IReadOnlyList<string> Of(string gateId, IReadOnlyList<Finding> findings, ISourceTree tree, Func<string, string> pathNow)
    {
        var lines = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var result = new string[findings.Count];
        var equals = new Dictionary<string, int>(StringComparer.Ordinal);
        var inFileOrder = Enumerable.Range(0, findings.Count)
            .OrderBy(i => findings[i].Location?.Path, StringComparer.Ordinal)
            .ThenBy(i => findings[i].Location?.Line)
            .ThenBy(i => findings[i].Location?.Column);
        foreach (var i in inFileOrder)
        {
            var finding = findings[i];
            var path = finding.Location is { } location ? pathNow(location.Path) : "";
            var key = Join(gateId, finding.Rule, path, finding.Identity ?? LineOf(finding, tree, lines));
            var ordinal = equals[key] = equals.GetValueOrDefault(key) + 1;
            result[i] = "v1:" + Sha256Hex.Of(FormattableString.Invariant($"{key}{ordinal}"));
        }

        return result;
    }

    /// <summary>Length-prefixed, so that no two lists of parts read the same.</summary>
    private static string Join(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return text.ToString();
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

    /// <summary>What could be a secret is masked, so that a fingerprint never helps to guess one.</summary>
    [GeneratedRegex(@"[A-Za-z0-9+/_=.-]{20,}", RegexOptions.None, 1000)]
    private static partial Regex TokenLike();
}
