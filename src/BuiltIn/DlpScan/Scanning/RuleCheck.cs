using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// Runs every rule over its own samples, with the scanner that scans files, so that literals, pattern, check and near words are proven together.
/// </summary>
internal static class RuleCheck
{
    /// <exception cref="EvaluationException">The rule has no sample, no valid pattern, misses an example, or hits a negative.</exception>
    public static void Check(RuleSample sample)
    {
        if (sample.Examples.Count == 0 || sample.Negatives.Count == 0)
        {
            throw new EvaluationException($"rules/{sample.File}: rule '{sample.Rule.Id}' needs an example and a negative.");
        }

        try
        {
            var scanner = new ChunkScanner(new RuleSet([sample.Rule with { Severity = "error" }]));
            Expect(scanner, sample, sample.Examples, expected: true);
            Expect(scanner, sample, sample.Negatives, expected: false);
        }
        catch (Exception e) when (e is RegexParseException or RegexMatchTimeoutException)
        {
            throw new EvaluationException($"rules/{sample.File}: rule '{sample.Rule.Id}': {e.Message}", e);
        }
    }

    private static void Expect(ChunkScanner scanner, RuleSample sample, IReadOnlyList<string> texts, bool expected)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var text = Encoding.UTF8.GetBytes(texts[i]);
            var found = new List<RawMatch>();
            scanner.Begin(sample.Path, text);
            scanner.Scan(text, 0, text.Length, new FileDeadline(TimeProvider.System, sample.Path, text.Length, CancellationToken.None), found);
            if (found.Count > 0 != expected)
            {
                throw new EvaluationException(FormattableString.Invariant(
                    $"rules/{sample.File}: rule '{sample.Rule.Id}' {(expected ? "misses its example" : "hits its negative")} number {i + 1}."));
            }
        }
    }
}
