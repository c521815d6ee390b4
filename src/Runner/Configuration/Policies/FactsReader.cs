using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.Git;
using Gates.Pipeline.Facts.Needs;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Reads a <c>facts</c> map: the kinds of facts to collect, most of them with the globs of their files.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="knowsGates">Whether other gates can be named here: a policy does not know them, a configuration does.</param>
internal sealed class FactsReader(Problems problems, bool knowsGates = true)
{
    private readonly Values values = new(problems);
    private readonly List<Placed<string>> needs = [];

    /// <value>The gates whose results were asked for, with their places; the gate has to wait for them.</value>
    public IReadOnlyList<Placed<string>> Needs => needs;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read(DocumentNode node, string key)
    {
        var facts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        MapReader.Read(node, key, problems, FactsGate.Kinds.ToDictionary(
            kind => kind,
            kind => new Action<DocumentNode, string>((value, name) => facts[kind] = kind switch
            {
                GitFacts.Kind => ReadParts(value, name),
                NeedsFacts.Kind => ReadNeeds(value, name),
                _ => values.Globs(value, name),
            }),
            StringComparer.Ordinal));
        if (node.Entries.Count == 0 && node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"names nothing to collect; valid: {Say.List(FactsGate.Kinds)}");
        }

        return facts;
    }

    private List<string> ReadParts(DocumentNode node, string key)
    {
        var parts = Texts(node, key, $"parts of the history; write for example [\"{GitFacts.Parts[0]}\"], valid: {Say.List(GitFacts.Parts)}");
        foreach (var (item, name) in parts.Where(part => !GitFacts.Parts.Contains(part.Item.Text, StringComparer.Ordinal)))
        {
            problems.Add(
                item,
                name,
                $"{Say.Value(item)} is no part of the history{Suggestion.Words(item.Text, GitFacts.Parts)} valid: {Say.List(GitFacts.Parts)}");
        }

        return [.. parts.Select(part => part.Item.Text)];
    }

    private List<string> ReadNeeds(DocumentNode node, string key)
    {
        if (!knowsGates)
        {
            problems.Add(node, key, "names gates of a configuration, which a policy cannot know; write it in gates.yml, under `facts` of the gate");
            return [];
        }

        var ids = Texts(node, key, "gate ids; write for example [\"dlp-scan\"]");
        needs.AddRange(ids.Select(id => new Placed<string>(id.Item.Text, Place.From(id.Item))));
        return [.. ids.Select(id => id.Item.Text)];
    }

    private List<(DocumentNode Item, string Name)> Texts(DocumentNode node, string key, string expected)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0)
        {
            problems.Add(node, key, $"{(node.Kind == NodeKind.Sequence ? "an empty list" : Say.Value(node))} is not a list of {expected}");
            return [];
        }

        var items = node.Items.Select((item, i) => (Item: item, Name: Say.Item(key, i))).ToList();
        foreach (var (item, name) in items.Where(one => !one.Item.IsString))
        {
            problems.Add(item, name, $"{Say.Value(item)} is not text");
        }

        return [.. items.Where(one => one.Item.IsString)];
    }
}
