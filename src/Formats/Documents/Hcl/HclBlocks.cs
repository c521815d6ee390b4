namespace Gates.Formats.Documents.Hcl;

/// <summary>The attributes and blocks of a body, none of them lost: those that share name and labels stand under the same key.</summary>
internal sealed class HclBlocks(HclScanner scanner)
{
    private readonly List<(DocumentEntry Entry, bool IsAttribute)> all = [];

    /// <summary>A block with a label, of which blocks with other labels can stand beside it.</summary>
    public static DocumentNode Labelled(DocumentEntry entry) => DocumentNode.Map([entry], entry.Line, entry.Column).Written(isPlain: true, null);

    /// <exception cref="DocumentException">An attribute stands twice.</exception>
    public void Add(DocumentEntry entry, bool isAttribute)
    {
        if (isAttribute && all.Exists(one => one.IsAttribute && one.Entry.Key == entry.Key))
        {
            throw scanner.Fail($"the attribute \"{entry.Key}\" stands twice", entry.Line);
        }

        all.Add((entry, isAttribute));
    }

    public IReadOnlyList<DocumentEntry> Join() => Join([.. all.Select(one => one.Entry)]);

    /// <exception cref="DocumentException">A key of an object stands twice.</exception>
    public static IReadOnlyList<DocumentEntry> Once(IReadOnlyList<DocumentEntry> entries, HclScanner scanner)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return entries.FirstOrDefault(entry => !seen.Add(entry.Key)) is { } twice
            ? throw scanner.Fail($"the key \"{twice.Key}\" stands twice", twice.Line)
            : entries;
    }

    private static List<DocumentEntry> Join(IReadOnlyList<DocumentEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(same => Under([.. same]))];

    private static IEnumerable<DocumentEntry> Under(IReadOnlyList<DocumentEntry> same) =>
        same.Count == 1 ? same
        : same.All(entry => entry.Node is { Kind: NodeKind.Map, IsPlain: true })
            ? [same[0] with { Node = DocumentNode.Map(Join([.. same.SelectMany(entry => entry.Node.Entries)]), same[0].Node.Line, same[0].Node.Column) }]
            : same.Select((entry, i) => entry with { Occurrence = i });
}
