using Gates.Formats.Documents;

namespace Gates.Formats.Workflows;

/// <summary>Reads what a job's matrix can hold, by name.</summary>
internal sealed class MatrixReader
{
    private readonly Dictionary<string, List<PlacedText>> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> unknown = new(StringComparer.OrdinalIgnoreCase);

    private MatrixReader()
    {
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<PlacedText>> Read(DocumentNode job)
    {
        var reader = new MatrixReader();
        foreach (var entry in job.Get("strategy")?.Get("matrix")?.Entries ?? [])
        {
            reader.Add(entry);
        }

        return reader.values.Where(pair => !reader.unknown.Contains(pair.Key))
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<PlacedText>)pair.Value, StringComparer.OrdinalIgnoreCase);
    }

    private void Add(DocumentEntry entry)
    {
        if (entry.Key is "exclude")
        {
            return;
        }

        if (entry.Key is "include")
        {
            foreach (var pair in entry.Node.Items.SelectMany(item => item.Entries))
            {
                Add(pair.Key, pair.Node);
            }
        }
        else if (entry.Node.Kind == NodeKind.Sequence)
        {
            foreach (var item in entry.Node.Items)
            {
                Add(entry.Key, item);
            }
        }
        else
        {
            unknown.Add(entry.Key);
        }
    }

    private void Add(string key, DocumentNode node)
    {
        if (node.Kind != NodeKind.Scalar || WorkflowValues.Place(node).IsExpression)
        {
            unknown.Add(key);
            return;
        }

        if (!values.TryGetValue(key, out var list))
        {
            values[key] = list = [];
        }

        list.Add(WorkflowValues.Place(node));
    }
}
