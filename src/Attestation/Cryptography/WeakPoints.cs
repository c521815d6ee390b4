namespace Gates.Attestation.Cryptography;

/// <summary>
/// Encodings that cryptographic libraries take as public keys although their signatures bind nobody: the points of small order, and every y that is not below
/// the field's prime.
/// </summary>
internal static class WeakPoints
{
    /// <value>The y coordinates of the eight points of small order, little-endian: 0, 1, −1, and the two of order eight.</value>
    private static readonly byte[][] SmallOrder =
    [
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("ECFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F"),
        Convert.FromHexString("26E8958FC2B227B045C3F489F2EF98F0D5DFAC05D3C63339B13802886D53FC05"),
        Convert.FromHexString("C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC037A"),
    ];

    public static bool Contains(ReadOnlySpan<byte> encoded)
    {
        Span<byte> y = stackalloc byte[Ed25519PublicKey.Length];
        encoded.CopyTo(y);
        y[^1] &= 0x7F;
        if (IsNotCanonical(y))
        {
            return true;
        }

        foreach (var point in SmallOrder)
        {
            if (y.SequenceEqual(point))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether y ≥ 2²⁵⁵ − 19.</summary>
    private static bool IsNotCanonical(ReadOnlySpan<byte> y) => y[0] >= 0xED && y[^1] == 0x7F && !y[1..^1].ContainsAnyExcept((byte)0xFF);
}
