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

    public IReadOnlyList<FoundSecret> Locate(string path, ReadOnlySpan<byte> text)
    {
        found.Clear();
        scanner.Begin(path, text);
        try
        {
            scanner.Scan(text, 0, text.Length, new FileDeadline(time, path, text.Length, cancellationToken), found);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new EvaluationException($"{path}: a pattern did not end in time, so it is not known what must be masked", e);
        }

        return [.. found.Select(match => new FoundSecret(match.Rule.Id, match.Start, match.Length)).OrderBy(secret => secret.Start)];
    }
}
