namespace Gates.Formats.Documents;

/// <summary>Collects the entries of a map. Where a key stands twice, the last takes the place of the first, and the others stand at the end.</summary>
/// <param name="duplicates">Takes the keys that stand again; <see langword="null"/> when they are refused.</param>
internal sealed class MapEntries(List<DuplicateKey>? duplicates)
{
    private readonly List<DocumentEntry> entries = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<DocumentEntry> earlier = [];

    public IReadOnlyList<DocumentEntry> All => earlier.Count == 0 ? entries : [.. entries, .. earlier];

    /// <summary>Whether a key must not come, because it is there.</summary>
    public bool Refuses(string key) => duplicates is null && places.ContainsKey(key);

    public void Add(DocumentEntry entry)
    {
        if (places.TryAdd(entry.Key, entries.Count))
        {
            entries.Add(entry);
            return;
        }

        var place = places[entry.Key];
        duplicates!.Add(new DuplicateKey(entry.Key, entry.Line));
        earlier.Add(entries[place]);
        entries[place] = entry;
    }
}
