using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>Reads the entries that accept a value until a day.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="values">Reads single values.</param>
/// <param name="own">The repository's rules.</param>
internal sealed class AllowReader(Problems problems, Gates.Formats.Settings.Values values, IReadOnlyList<string> own)
{
    private const int LongIdentity = 16;
    private const int ShortIdentity = 4;
    private const int MaxReason = 500;

    private static readonly SettingType Text = new(SettingKind.Text);

    private readonly SettingReader scalars = new(problems);

    /// <returns>The entry; <see langword="null"/> when something is wrong with it.</returns>
    public AcceptedValue? Read(DocumentNode node, string key)
    {
        var before = problems.Count;
        string? identity = null, rule = null, path = null, reason = null;
        DateOnly? expires = null;
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["identity"] = (value, name) => identity = Identity(value, name),
            ["rule"] = (value, name) => rule = Rule(value, name),
            ["path"] = (value, name) => path = values.Glob(value, name),
            ["reason"] = (value, name) => reason = Reason(value, name),
            ["expires"] = (value, name) => expires = values.Day(value, name),
        });
        if (node.Kind != NodeKind.Map)
        {
            return null;
        }

        Demand(node, key, "reason", "say why the value is accepted");
        Demand(node, key, "expires", "every entry ends; write a day, such as 2027-01-31");
        CheckReach(node, key, identity, path);
        return problems.Count == before && reason is not null && expires is { } day ? new AcceptedValue(node.Line, identity, rule, path, reason, day) : null;
    }

    private void Demand(DocumentNode node, string key, string name, string advice)
    {
        if (node.Get(name) is null)
        {
            problems.Add(node, Say.Key(key, name), "is missing; " + advice);
        }
    }

    private void CheckReach(DocumentNode node, string key, string? identity, string? path)
    {
        if (node.Get("identity") is null && node.Get("path") is null)
        {
            problems.Add(node, key, "accepts too much; give it the `identity` of a value, as the finding names it, or a `path`");
        }
        else if (identity is { Length: ShortIdentity } && (node.Get("rule") is null || node.Get("path") is null))
        {
            problems.Add(
                node.Get("identity")!,
                Say.Key(key, "identity"),
                "is of 16 bits, because its value could be guessed, and means one value only together with its `rule` and `path`");
        }
        else if (identity is null && path is not null && GlobReach.CoversEverything(path))
        {
            problems.Add(node.Get("path")!, Say.Key(key, "path"), $"{Say.Quote(path)} covers every file, so the gate would be mute; name a folder or a "
                + $"kind of file, such as \"docs/**\"");
        }
    }

    private string? Identity(DocumentNode node, string key)
    {
        // Digits alone are a number to YAML; what was written counts.
        if (node.Kind == NodeKind.Scalar && node.Text.Length is LongIdentity or ShortIdentity && node.Text.All(char.IsAsciiHexDigitLower))
        {
            return node.Text;
        }

        problems.Add(node, key, $"{Say.Value(node)} is not an identity; copy it from the finding: 16 lower-case hexadecimal digits, or 4 for personal data");
        return null;
    }

    private string? Rule(DocumentNode node, string key)
    {
        if (scalars.Read(node, key, Text) is not string name)
        {
            return null;
        }

        IReadOnlyList<string> known = [.. RuleReader.Shipped.Rules.Select(rule => rule.Id), .. own, .. RuleCategories.All];
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            problems.Add(node, key, $"{Say.Quote(name)} is not a rule{Suggestion.Words(name, known)} `gates dlp rules` lists them");
        }

        return name;
    }

    private string? Reason(DocumentNode node, string key)
    {
        var text = scalars.Read(node, key, Text) as string;
        if (text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > MaxReason))
        {
            problems.Add(node, key, text.Length > MaxReason
                ? FormattableString.Invariant($"has {text.Length} characters; at most {MaxReason} are possible")
                : "is empty; say why the value is accepted");
        }

        return text;
    }
}
