namespace Gates.Attestation.Log;

/// <summary>Checks proofs without the log (RFC 9162, 2.1.3.2 and 2.1.4.2).</summary>
internal static class MerkleProof
{
    /// <summary>Whether a leaf stands at an index of the log that has this root.</summary>
    public static bool IsIncluded(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (row, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((row & 1) == 1 || row == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                (row, last) = UpToRightChild(row, last);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            row >>= 1;
            last >>= 1;
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the log with the new root begins with the whole log that had the old root.</summary>
    public static bool IsConsistent(long oldSize, byte[] oldRoot, long size, byte[] root, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 0 || oldSize > size)
        {
            return false;
        }

        if (oldSize == 0 || oldSize == size)
        {
            return proof.Count == 0 && (oldSize == 0 ? oldRoot.AsSpan().SequenceEqual(MerkleHash.Empty) : oldRoot.AsSpan().SequenceEqual(root));
        }

        var hashes = (oldSize & (oldSize - 1)) == 0 ? [oldRoot, .. proof] : proof;
        return hashes.Count > 0 && Joins(oldSize - 1, size - 1, hashes) is var (old, now)
            && old.AsSpan().SequenceEqual(oldRoot) && now.AsSpan().SequenceEqual(root);
    }

    /// <summary>Both roots that the hashes lead to; <see langword="null"/> when there are too many or too few.</summary>
    private static (byte[] Old, byte[] New)? Joins(long row, long last, IReadOnlyList<byte[]> hashes)
    {
        while ((row & 1) == 1)
        {
            row >>= 1;
            last >>= 1;
        }

        var (old, now) = (hashes[0], hashes[0]);
        foreach (var sibling in hashes.Skip(1))
        {
            if (last == 0)
            {
                return null;
            }

            if ((row & 1) == 1 || row == last)
            {
                old = MerkleHash.Node(sibling, old);
                now = MerkleHash.Node(sibling, now);
                (row, last) = UpToRightChild(row, last);
            }
            else
            {
                now = MerkleHash.Node(now, sibling);
            }

            row >>= 1;
            last >>= 1;
        }

        return last == 0 ? (old, now) : null;
    }

    /// <summary>Past the levels at which the last node has no sibling.</summary>
    private static (long Row, long Last) UpToRightChild(long row, long last)
    {
        while ((row & 1) == 0 && row != 0)
        {
            row >>= 1;
            last >>= 1;
        }

        return (row, last);
    }
}
