namespace Gates.Attestation.Log;

/// <summary>The open tile of each level while entries are added; a tile that fills up becomes one hash of the level above.</summary>
internal sealed class TreeGrowth
{
    private readonly Dictionary<string, byte[]?> files = new(StringComparer.Ordinal);
    private readonly List<ReadOnlyMemory<byte>> entries = [];
    private readonly List<List<byte[]>> levels = [];
    private long size;

    /// <param name="store">The log's files.</param>
    /// <param name="log">The log; <see langword="null"/> when it is yet to begin.</param>
    public TreeGrowth(ILogStore store, LogReader? log)
    {
        size = log?.Size ?? 0;
        if (size % Tile.Full > 0)
        {
            entries.AddRange(log!.Bundle(size - 1));
            files[Last(Tile.Entries).Path] = null;
        }

        var tree = new MerkleTree(store, size);
        for (var level = 0; Tile.Rows(level, size) > 0; level++)
        {
            levels.Add([]);
            if (Tile.Rows(level, size) % Tile.Full > 0)
            {
                levels[level].AddRange(tree.Read(Last(level)).Chunk(MerkleHash.Size));
                files[Last(level).Path] = null;
            }
        }
    }

    public void Add(byte[] entry)
    {
        entries.Add(entry);
        size++;
        if (entries.Count == Tile.Full)
        {
            WriteEntries();
            entries.Clear();
        }

        AddHash(0, MerkleHash.Leaf(entry));
    }

    /// <returns>What to write; the partial tiles of the size before are <see langword="null"/>: every state of the log has exactly its own tiles.</returns>
    public Dictionary<string, byte[]?> Finish()
    {
        if (entries.Count > 0)
        {
            WriteEntries();
        }

        for (var level = 0; level < levels.Count; level++)
        {
            if (levels[level].Count > 0)
            {
                Write(level);
            }
        }

        return files;
    }

    private void AddHash(int level, byte[] hash)
    {
        if (level == levels.Count)
        {
            levels.Add([]);
        }

        levels[level].Add(hash);
        if (levels[level].Count == Tile.Full)
        {
            var full = Write(level);
            levels[level].Clear();
            AddHash(level + 1, MerkleHash.Subtree(full));
        }
    }

    private byte[] Write(int level)
    {
        byte[] bytes = [.. levels[level].SelectMany(hash => hash)];
        files[Last(level).Path] = bytes;
        return bytes;
    }

    private void WriteEntries() => files[Last(Tile.Entries).Path] = EntryBundle.Write(entries);

    private Tile Last(int level) => Tile.Holding(level, Tile.Rows(level, size) - 1, size);
}
