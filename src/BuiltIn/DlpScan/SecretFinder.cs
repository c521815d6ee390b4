using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation;
using Gates.Pipeline;

namespace Gates.BuiltIn.DlpScan;

/// <summary>The gate's rules for others to use. Not for several threads at once.</summary>
internal sealed class SecretFinder(RuleSet rules, TimeProvider time, CancellationToken cancellationToken) : ISecretFinder
{
    private readonly ChunkScanner scanner = new(rules);
    private readonly List<RawMatch> found = [];

    public IReadOnlyList<string> Find(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        found.Clear();
        scanner.Begin(path, bytes);
        try
        {
            scanner.Scan(bytes, 0, bytes.Length, new FileDeadline(time, path, bytes.Length, cancellationToken), found);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new EvaluationException($"{path}: a pattern did not end in time, so it is not known what must be masked", e);
        }

        return [.. found.Select(match => Encoding.UTF8.GetString(bytes, match.Start, match.Length)).Distinct(StringComparer.Ordinal)];
    }
}
