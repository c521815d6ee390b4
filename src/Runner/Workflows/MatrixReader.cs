using Gates.Runner.Documents;

namespace Gates.Runner.Workflows;

/// <summary>Reads what a job's matrix can hold, by name.</summary>
internal static class MatrixReader
{
    public static IReadOnlyDictionary<string, IReadOnlyList<PlacedText>> Read(DocumentNode job)
    {
        var result = new Dictionary<string, List<PlacedText>>(StringComparer.OrdinalIgnoreCase);
        var unknown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var matrix = job.Get("strategy")?.Get("matrix");
        foreach (var entry in matrix?.Entries ?? [])
        {
            if (entry.Key is "exclude")
            {
                continue;
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

        return result.Where(pair => !unknown.Contains(pair.Key))
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<PlacedText>)pair.Value, StringComparer.OrdinalIgnoreCase);

        void Add(string key, DocumentNode node)
        {
            if (node.Kind != NodeKind.Scalar || WorkflowValues.Place(node).IsExpression)
            {
                unknown.Add(key);
                return;
            }

            if (!result.TryGetValue(key, out var values))
            {
                result[key] = values = [];
            }

            values.Add(WorkflowValues.Place(node));
        }
    }
}
