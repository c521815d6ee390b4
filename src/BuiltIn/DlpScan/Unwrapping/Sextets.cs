namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>The digits of base64, of either alphabet, and of hexadecimal.</summary>
internal static class Sextets
{
    public const byte None = 0xFF;

    private static readonly byte[] Values = Make();

    /// <summary>What a digit of base64 or base64url stands for; <see cref="None"/> for anything else.</summary>
    public static byte Of(byte digit) => Values[digit];

    public static bool IsOne(byte digit) => Values[digit] != None;

    public static int OfHex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    /// <summary>Decodes base64 until the text ends, something else follows, or there is no more room.</summary>
    /// <returns>How many bytes.</returns>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var count = 0;
        var i = 0;
        for (; i + 4 <= text.Length && count + 3 <= target.Length; i += 4)
        {
            var bits = (Values[text[i]] << 18) | (Values[text[i + 1]] << 12) | (Values[text[i + 2]] << 6) | Values[text[i + 3]];
            target[count] = (byte)(bits >> 16);
            target[count + 1] = (byte)(bits >> 8);
            target[count + 2] = (byte)bits;
            count += 3;
        }

        var rest = text[i..];
        if (rest.Length is 2 or 3 && count + 2 <= target.Length)
        {
            var bits = (Values[rest[0]] << 18) | (Values[rest[1]] << 12) | (rest.Length == 3 ? Values[rest[2]] << 6 : 0);
            target[count++] = (byte)(bits >> 16);
            if (rest.Length == 3)
            {
                target[count++] = (byte)(bits >> 8);
            }
        }

        return count;
    }

    /// <summary>Decodes pairs of hexadecimal digits.</summary>
    /// <returns>How many bytes.</returns>
    public static int DecodeHex(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var count = Math.Min(text.Length / 2, target.Length);
        for (var i = 0; i < count; i++)
        {
            target[i] = (byte)((OfHex(text[2 * i]) << 4) | OfHex(text[(2 * i) + 1]));
        }

        return count;
    }

    private static byte[] Make()
    {
        var values = new byte[256];
        Array.Fill(values, None);
        foreach (var (value, digit) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".Index())
        {
            values[digit] = (byte)value;
        }

        (values['-'], values['_']) = (62, 63);
        return values;
    }
}
