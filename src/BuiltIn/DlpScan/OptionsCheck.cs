using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;

namespace Gates.BuiltIn.DlpScan;

/// <summary>Refuses options that name what does not exist: a typo must not switch a rule off unnoticed, or on.</summary>
internal static class OptionsCheck
{
    /// <summary>What needs no rules to be known.</summary>
    /// <exception cref="UsageException">A severity or an identity is none, or an entry accepts too much.</exception>
    public static void Check(DlpScanOptions options)
    {
        foreach (var (name, severity) in options.Rules)
        {
            CheckSeverity("rules." + name, severity);
        }

        foreach (var (index, entry) in options.Allow.Index())
        {
            CheckAllowance(FormattableString.Invariant($"allow[{index}]"), entry);
        }
    }

    /// <summary>The names of rules, which a repository may have of its own.</summary>
    /// <param name="options">What names them.</param>
    /// <param name="rules">All that there are.</param>
    /// <exception cref="UsageException">A name is neither a rule nor a category.</exception>
    public static void CheckNames(DlpScanOptions options, IReadOnlyList<DlpRule> rules)
    {
        foreach (var name in options.Rules.Keys)
        {
            CheckRule("rules." + name, name, rules);
        }

        foreach (var (index, entry) in options.Allow.Index())
        {
            if (entry.Rule is { } rule)
            {
                CheckRule(FormattableString.Invariant($"allow[{index}].rule"), rule, rules);
            }
        }
    }

    private static void CheckSeverity(string key, string severity)
    {
        if (severity is not ("error" or "warning" or "note" or "off"))
        {
            throw new UsageException($"dlp-scan: `{key}` is '{severity}'. Valid values: error, warning, note, off.");
        }
    }

    private static void CheckAllowance(string key, DlpAllow entry)
    {
        if (entry is { Path: null, Identity: null })
        {
            throw new UsageException($"dlp-scan: `{key}` accepts too much: give it a `path` or an `identity`. To switch a whole rule off, use `rules`.");
        }

        if (entry is { Path: { } path, Rule: null, Identity: null } && GlobReach.CoversEverything(path))
        {
            throw new UsageException($"dlp-scan: `{key}.path` '{path}' covers files whatever their name, so the gate would be mute; "
                + "name a folder or a kind of file, such as docs/**.");
        }

        if (entry.Identity is { } identity && !IsIdentity(identity))
        {
            throw new UsageException($"dlp-scan: `{key}.identity` is '{identity}'. "
                + "Copy it from the finding: 16 lower-case hexadecimal digits, or 4 for personal data.");
        }
    }

    private static bool IsIdentity(string text) => text.Length is 4 or 16 && text.All(char.IsAsciiHexDigitLower);

    private static void CheckRule(string key, string name, IReadOnlyList<DlpRule> rules)
    {
        if (RuleCategories.All.Contains(name, StringComparer.Ordinal) || rules.Any(rule => rule.Id == name))
        {
            return;
        }

        var near = rules.Select(rule => rule.Id).Concat(RuleCategories.All).MinBy(id => Distance(id, name));
        throw new UsageException($"dlp-scan: `{key}` names '{name}', which is neither a rule nor a category. Did you mean '{near}'? "
            + $"`gates dlp rules` lists all rules; the categories are {string.Join(", ", RuleCategories.All)}.");
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
