namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>Tells decoded text from what a hash or a name would stand for if it were encoded.</summary>
internal static class TextSigns
{
    /// <summary>Whether text may begin so: nothing that text never holds, and three quarters ASCII.</summary>
    public static bool IsBeginning(ReadOnlySpan<byte> bytes)
    {
        var plain = 0;
        foreach (var b in bytes)
        {
            if (IsPlain(b))
            {
                plain++;
            }
            else if (b < 0x80)
            {
                return false;
            }
        }

        return plain >= bytes.Length * 3 / 4;
    }

    /// <summary>Whether UTF-16 may begin so.</summary>
    public static bool IsWideBeginning(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (!IsPlain(bytes[i]) || bytes[i + 1] != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the whole is text: what follows a beginning that happens to look like it tells.</summary>
    public static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var (plain, control) = (0, 0);
        foreach (var b in bytes)
        {
            plain += IsPlain(b) ? 1 : 0;
            control += b < 0x80 && !IsPlain(b) ? 1 : 0;
        }

        return plain >= bytes.Length * 3 / 4 && control <= bytes.Length / 50;
    }

    private static bool IsPlain(byte value) => value is (>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\n' or (byte)'\r';
}
