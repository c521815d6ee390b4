using System.Numerics;

namespace Gates.Attestation.Log;

/// <summary>The hash tree of a log, read from its tiles as they are needed: O(log n) of them for a root or a proof.</summary>
/// <param name="store">The log's files.</param>
/// <param name="size">How many entries the log has; its tiles must be those of this size.</param>
internal sealed class MerkleTree(ILogStore store, long size)
{
    private readonly Dictionary<Tile, byte[]> tiles = [];

    /// <summary>The root when the log had so many entries.</summary>
    /// <exception cref="LogException">A tile is missing or has the wrong length.</exception>
    public byte[] Root(long entries) => entries == 0 ? MerkleHash.Empty : Range(0, entries);

    /// <summary>The siblings from a leaf up to the root (RFC 6962, 2.1.1).</summary>
    /// <inheritdoc cref="Root" path="/exception"/>
    public IReadOnlyList<byte[]> Inclusion(long index) => Inclusion(index, size);

    /// <summary>The same for the root that the log had when it was smaller.</summary>
    /// <inheritdoc cref="Root" path="/exception"/>
    public IReadOnlyList<byte[]> Inclusion(long index, long entries)
    {
        var path = new List<byte[]>();
        AddPath(index, 0, entries, path);
        return path;
    }

    /// <summary>What shows that the log of today begins with the log of a smaller size (RFC 6962, 2.1.2).</summary>
    /// <inheritdoc cref="Root" path="/exception"/>
    public IReadOnlyList<byte[]> Consistency(long oldSize)
    {
        var proof = new List<byte[]>();
        if (oldSize > 0 && oldSize < size)
        {
            AddProof(oldSize, 0, size, isWhole: true, proof);
        }

        return proof;
    }

    /// <summary>A tile's hashes, one after the other.</summary>
    /// <inheritdoc cref="Root" path="/exception"/>
    public byte[] Read(Tile tile)
    {
        if (tiles.TryGetValue(tile, out var known))
        {
            return known;
        }

        var bytes = store.Read(tile.Path)
            ?? throw new LogException(LogFault.Missing, FormattableString.Invariant($"{store.Folder}{tile.Path}: missing, and a log of {size} entries has it"));
        return bytes.Length == tile.Width * MerkleHash.Size
            ? tiles[tile] = bytes
            : throw new LogException(
                LogFault.Malformed,
                FormattableString.Invariant($"{store.Folder}{tile.Path}: {bytes.Length} bytes; {tile.Width} hashes are {tile.Width * MerkleHash.Size}"));
    }

    private void AddPath(long index, long start, long end, List<byte[]> path)
    {
        if (end - start == 1)
        {
            return;
        }

        var middle = start + Split(end - start);
        var isLeft = index < middle;
        AddPath(index, isLeft ? start : middle, isLeft ? middle : end, path);
        path.Add(isLeft ? Range(middle, end) : Range(start, middle));
    }

    private void AddProof(long oldEnd, long start, long end, bool isWhole, List<byte[]> proof)
    {
        if (oldEnd == end)
        {
            if (!isWhole)
            {
                proof.Add(Range(start, end));
            }

            return;
        }

        var middle = start + Split(end - start);
        var isLeft = oldEnd <= middle;
        AddProof(oldEnd, isLeft ? start : middle, isLeft ? middle : end, isWhole && isLeft, proof);
        proof.Add(isLeft ? Range(middle, end) : Range(start, middle));
    }

    /// <summary>The root over some of the entries; the start is a multiple of the largest power of two within.</summary>
    private byte[] Range(long start, long end)
    {
        var count = end - start;
        if (BitOperations.IsPow2(count))
        {
            return Complete(BitOperations.Log2((ulong)count), start / count);
        }

        var middle = start + Split(count);
        return MerkleHash.Node(Range(start, middle), Range(middle, end));
    }

    private byte[] Complete(int height, long index)
    {
        var level = height / Tile.Height;
        var rows = 1 << (height % Tile.Height);
        var first = index * rows;
        var hashes = Read(Tile.Holding(level, first, size));
        return MerkleHash.Subtree(hashes.AsSpan((int)(first % Tile.Full) * MerkleHash.Size, rows * MerkleHash.Size));
    }

    /// <summary>The largest power of two below a count.</summary>
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
