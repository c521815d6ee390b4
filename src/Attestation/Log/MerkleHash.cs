using System.Security.Cryptography;

namespace Gates.Attestation.Log;

/// <summary>The hashes of RFC 6962: leaves and inner nodes can never be taken for each other.</summary>
internal static class MerkleHash
{
    /// <value>Bytes in a hash.</value>
    public const int Size = SHA256.HashSizeInBytes;

    /// <value>The root of a log without entries.</value>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        var input = new byte[1 + entry.Length];
        entry.CopyTo(input.AsSpan(1));
        return SHA256.HashData(input);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + Size + Size];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Size)..]);
        return SHA256.HashData(input);
    }

    /// <summary>The root over a power of two of hashes.</summary>
    /// <param name="hashes">The hashes, one after the other.</param>
    public static byte[] Subtree(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length == Size)
        {
            return hashes.ToArray();
        }

        var half = hashes.Length / 2;
        return Node(Subtree(hashes[..half]), Subtree(hashes[half..]));
    }
}
