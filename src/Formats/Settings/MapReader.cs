using Gates.Formats.Documents;
using Gates.Policies;

namespace Gates.Formats.Settings;

/// <summary>Walks a map whose keys are known; anything else in it is a problem.</summary>
internal static class MapReader
{
    /// <summary>Calls the reader of each known key with its value and full name. An empty value counts as an empty map.</summary>
    /// <param name="node">The map.</param>
    /// <param name="key">Its full name.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="readers">The known keys.</param>
    /// <param name="explain">What to say of a key that is not known, where there is more to say than that; its name is given.</param>
    public static void Read(
        DocumentNode node,
        string key,
        Problems problems,
        IReadOnlyDictionary<string, Action<DocumentNode, string>> readers,
        Func<string, string?>? explain = null)
    {
        foreach (var entry in Entries(node, key, problems))
        {
            var name = Say.Key(key, entry.Key);
            if (readers.TryGetValue(entry.Key, out var read))
            {
                read(entry.Node, name);
            }
            else
            {
                problems.Add(Place.From(entry), name, entry.Key == "<<"
                    ? "merge keys are not read here; write the keys out"
                    : explain?.Invoke(entry.Key) ?? $"is not known{Suggestion.Words(entry.Key, readers.Keys)} valid: {Say.List(readers.Keys)}");
            }
        }
    }

    /// <summary>The entries of a map with free keys; a problem when it is something else.</summary>
    public static IReadOnlyList<DocumentEntry> Entries(DocumentNode node, string key, Problems problems)
    {
        if (node.Kind != NodeKind.Map && node is not { Kind: NodeKind.Scalar, Value: null })
        {
            problems.Add(node, key, YamlMistakes.MissingBlank(node.Text) is { } mistake
                ? mistake
                : $"{Say.Value(node)} is not a map; write `name: value` pairs");
        }

        return node.Entries;
    }
}
