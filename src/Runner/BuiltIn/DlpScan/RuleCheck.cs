using System.Text;

namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>Runs every rule over its own samples, with the scanner that scans files, so that literals, pattern, check and near words are proven together.</summary>
internal static class RuleCheck
{
    /// <exception cref="EvaluationException">A rule has no sample, misses an example, or hits a negative; or two rules share an id.</exception>
    public static RuleSet Checked(IReadOnlyList<RuleSample> samples)
    {
        var twice = samples.GroupBy(sample => sample.Rule.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new EvaluationException($"rules/{twice.Last().File}: rule '{twice.Key}' stands twice.");
        }

        foreach (var sample in samples)
        {
            var scanner = new ChunkScanner(new RuleSet([sample.Rule]));
            if (sample.Examples.Count == 0 || sample.Negatives.Count == 0)
            {
                throw new EvaluationException($"rules/{sample.File}: rule '{sample.Rule.Id}' needs an example and a negative.");
            }

            Expect(scanner, sample, sample.Examples, expected: true);
            Expect(scanner, sample, sample.Negatives, expected: false);
        }

        return new RuleSet([.. samples.Select(sample => sample.Rule)]);
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
