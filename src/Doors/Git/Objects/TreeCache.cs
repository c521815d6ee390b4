namespace Gates.Doors.Git.Objects;

/// <summary>Folders as they are stored. Commits that follow each other share most of them.</summary>
internal sealed class TreeCache(GitObjects objects)
{
    /// <value>Bytes that are kept; what is asked for together is always kept together.</value>
    private const long MaxKept = 32 << 20;

    private Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private long size;

    /// <summary>The folders of some ids.</summary>
    /// <exception cref="Formats.Foundation.EvaluationException">One is missing, forged, or no folder.</exception>
    public IReadOnlyDictionary<string, byte[]> FindAll(IEnumerable<string> ids)
    {
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        if (size > MaxKept)
        {
            kept = wanted.Where(kept.ContainsKey).ToDictionary(id => id, id => kept[id], StringComparer.Ordinal);
            size = kept.Values.Sum(tree => (long)tree.Length);
        }

        string[] unread = [.. wanted.Where(id => !kept.ContainsKey(id))];
        foreach (var (id, content) in unread.Zip(objects.FindAll(unread, "tree")))
        {
            kept[id] = content;
            size += content.Length;
        }

        return kept;
    }
}
