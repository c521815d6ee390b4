using Gates.Runner.Documents;
using Gates.Runner.Facts;

namespace Gates.Runner.Configuration;

/// <summary>Reads a <c>facts</c> map: the kinds of files to collect, each with its globs.</summary>
internal sealed class FactsReader(Problems problems)
{
    private readonly Values values = new(problems);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read(DocumentNode node, string key)
    {
        var facts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        MapReader.Read(node, key, problems, FactsGate.Kinds.ToDictionary(
            kind => kind,
            kind => new Action<DocumentNode, string>((globs, name) => facts[kind] = values.Globs(globs, name)),
            StringComparer.Ordinal));
        if (node.Entries.Count == 0 && node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"names nothing to collect; valid: {Say.List(FactsGate.Kinds)}");
        }

        return facts;
    }
}
