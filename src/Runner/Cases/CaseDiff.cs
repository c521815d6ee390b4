using Gates.Policies;

namespace Gates.Runner.Cases;

/// <summary>Compares what came with what was expected, in words for whoever wrote the case.</summary>
internal static class CaseDiff
{
    public static IReadOnlyList<string> Compare(CaseExpectation expected, Verdict verdict, string? error, IReadOnlyList<Finding> findings)
    {
        var differences = new List<string>();
        if (verdict != expected.Verdict)
        {
            differences.Add($"verdict:    expected {Word(expected.Verdict)}, was {Word(verdict)}{(error is null ? "" : ": " + error)}");
        }
        else if (error is not null && expected.Error?.IsMatch(error) == false)
        {
            differences.Add($"error:      expected /{expected.Error}/, was: {error}");
        }

        var partner = Pair(expected.Findings, findings);
        differences.AddRange(expected.Findings.Where((_, i) => !partner.Contains(i)).Select(missing => "missing:    " + missing));
        differences.AddRange(findings.Where((_, i) => partner[i] < 0).Select(extra => "unexpected: " + Describe(extra)));
        return differences;
    }

    public static string Describe(Severity severity, string rule, string? path, int? line)
    {
        var place = path is null ? "" : line is null ? " " + path : FormattableString.Invariant($" {path}:{line}");
        return severity.ToString().ToLowerInvariant() + " " + rule + place;
    }

    private static string Describe(Finding finding) =>
        $"{Describe(finding.Severity, finding.Rule, finding.Location?.Path, finding.Location?.Line)} \"{finding.Message}\"";

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>Pairs as many as possible. A loose expectation must not take the one finding that a strict one needs, hence the second try.</summary>
    /// <returns>For each finding the index of its expectation, or -1.</returns>
    private static int[] Pair(IReadOnlyList<ExpectedFinding> expected, IReadOnlyList<Finding> findings)
    {
        var partner = Enumerable.Repeat(-1, findings.Count).ToArray();
        for (var i = 0; i < expected.Count; i++)
        {
            TryPair(i, new bool[findings.Count]);
        }

        return partner;

        bool TryPair(int wanted, bool[] tried)
        {
            for (var i = 0; i < findings.Count; i++)
            {
                if (tried[i] || !expected[wanted].Matches(findings[i]))
                {
                    continue;
                }

                tried[i] = true;
                if (partner[i] < 0 || TryPair(partner[i], tried))
                {
                    partner[i] = wanted;
                    return true;
                }
            }

            return false;
        }
    }
}
