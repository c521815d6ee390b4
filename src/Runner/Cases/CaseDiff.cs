using System.Globalization;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Cases;

/// <summary>Compares what came with what was expected, in words for whoever wrote the case.</summary>
internal static class CaseDiff
{
    public static IReadOnlyList<string> Compare(
        CaseExpectation expected,
        Verdict verdict,
        string? error,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<Output> outputs)
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
        var extra = findings.Where((_, i) => partner[i] < 0).ToList();
        var missing = new List<ExpectedFinding>();
        foreach (var wanted in expected.Findings.Where((_, i) => !partner.Contains(i)))
        {
            if (Nearest(wanted, extra) is not { } near)
            {
                missing.Add(wanted);
                continue;
            }

            extra.Remove(near);
            differences.Add("differs:    " + Describe(near));
            differences.AddRange(Fields(wanted, near).Select(field => "            " + field));
        }

        differences.AddRange(missing.Select(wanted => "missing:    " + wanted));
        differences.AddRange(extra.Select(finding => "unexpected: " + Describe(finding)));
        differences.AddRange(Outputs(expected, outputs));
        return differences;
    }

    private static IEnumerable<string> Outputs(CaseExpectation expected, IReadOnlyList<Output> outputs)
    {
        if (expected.Outputs is not { } wanted)
        {
            return [];
        }

        var given = outputs.ToDictionary(output => output.Name, output => output.Value, StringComparer.Ordinal);
        return wanted.Keys.Union(given.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Wanted: wanted.GetValueOrDefault(name), Given: given.GetValueOrDefault(name)))
            .Where(one => one.Wanted != one.Given)
            .Select(one => $"output:     {one.Name}: expected {Quoted(one.Wanted)}, was {Quoted(one.Given)}");
    }

    private static string Quoted(string? value) => value is null ? "none" : $"\"{value}\"";

    public static string Describe(Severity severity, string rule, string? path, int? line)
    {
        var place = path is null ? "" : line is null ? " " + path : FormattableString.Invariant($" {path}:{line}");
        return Word(severity) + " " + rule + place;
    }

    private static string Describe(Finding finding) =>
        $"{Describe(finding.Severity, finding.Rule, finding.Location?.Path, finding.Location?.Line)} \"{finding.Message}\"";

    private static string Edit(Fix? fix) => fix is null ? "none" : $"\"{fix.Replace}\" → \"{fix.With}\"";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The finding that was probably meant: of the same rule, wrong in the fewest fields, and nearest by line.</summary>
    private static Finding? Nearest(ExpectedFinding wanted, List<Finding> extra) => extra
        .Where(finding => finding.Rule == wanted.Rule)
        .OrderBy(finding => Fields(wanted, finding).Count())
        .ThenBy(finding => Math.Abs((finding.Location?.Line ?? 0) - (wanted.Line ?? 0)))
        .FirstOrDefault();

    private static IEnumerable<string> Fields(ExpectedFinding wanted, Finding finding)
    {
        if (wanted.Severity != finding.Severity)
        {
            yield return $"severity: expected {Word(wanted.Severity)}, was {Word(finding.Severity)}";
        }

        if (wanted.Path is not null && wanted.Path != finding.Location?.Path)
        {
            yield return $"path: expected {wanted.Path}, was {finding.Location?.Path ?? "none"}";
        }

        if (wanted.Line is not null && wanted.Line != finding.Location?.Line)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"line: expected {wanted.Line}, was {finding.Location?.Line?.ToString(CultureInfo.InvariantCulture) ?? "none"}");
        }

        if (wanted.Message?.IsMatch(finding.Message) == false)
        {
            yield return $"message: does not match /{wanted.Message}/";
        }

        if (!wanted.HasFixOf(finding))
        {
            yield return $"fix: expected {Edit(wanted.Fix)}, was {Edit(finding.Fix)}";
        }
    }

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
