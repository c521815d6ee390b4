using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>Reads the file of a repository's own rules. Everything that is wrong with it is reported at once, each with its place.</summary>
internal sealed class CustomReader(Problems problems)
{
    public const int MaxRules = 200;
    public const int MaxAllow = 2_000;

    private readonly Gates.Formats.Settings.Values values = new(problems);
    private readonly List<DlpRule> rules = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public (IReadOnlyList<DlpRule> Rules, IReadOnlyList<AcceptedValue> Allow) Read(DocumentNode root)
    {
        DocumentNode? allow = null;
        DocumentNode? list = null;
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["version"] = values.Version,
            ["rules"] = (node, _) => list = node,
            ["allow"] = (node, _) => allow = node,
        });
        if (root.Kind == NodeKind.Map && root.Get("version") is null)
        {
            problems.Add(Place.From(root), "version", "is missing; write `version: 1`");
        }

        foreach (var (item, key) in Items(list, "rules", MaxRules, "- id: …"))
        {
            if (new CustomRuleReader(problems).Read(item, key) is not { } rule)
            {
                // What is wrong with a rule is said; that entries name it is not wrong as well.
                ids.Add(item.GetText("id") ?? "");
            }
            else if (IsFree(rule.Id, item, key))
            {
                rules.Add(rule);
            }
        }

        // After the rules, which entries may name.
        var entries = new AllowReader(problems, values, [.. ids]);
        return (rules, [.. Items(allow, "allow", MaxAllow, "- identity: …").Select(one => entries.Read(one.Item, one.Key)).OfType<AcceptedValue>()]);
    }

    private IEnumerable<(DocumentNode Item, string Key)> Items(DocumentNode? list, string key, int most, string example)
    {
        if (list is null or { Kind: NodeKind.Scalar, Value: null })
        {
            return [];
        }

        if (list.Kind != NodeKind.Sequence)
        {
            problems.Add(list, key, $"{Say.Value(list)} is not a list; begin each entry with `{example}`");
            return [];
        }

        if (list.Items.Count > most)
        {
            problems.Add(list, key, FormattableString.Invariant($"has {list.Items.Count} entries; at most {most} are possible"));
            return [];
        }

        return list.Items.Select((item, i) => (item, Say.Item(key, i)));
    }

    private bool IsFree(string id, DocumentNode node, string key)
    {
        var problem = RuleReader.Shipped.Rules.Any(rule => rule.Id == id) ? "is a rule that comes with dlp-scan"
            : RuleCategories.All.Contains(id, StringComparer.Ordinal) ? "is a category"
            : ids.Add(id) ? null : "stands twice";
        if (problem is not null)
        {
            problems.Add(node.Get("id") ?? node, Say.Key(key, "id"), $"{Say.Quote(id)} {problem}; give it another name, such as {Say.Quote("acme-" + id)}");
        }

        return problem is null;
    }
}
