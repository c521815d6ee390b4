using System.Buffers;
using System.Text;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>Tells decoded text from what a hash or a name would stand for if it were encoded.</summary>
internal static class TextSigns
{
    /// <summary>Whether text may begin so: nothing that text never holds, and three quarters ASCII, or all of it UTF-8.</summary>
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

        // The end of the probe may cut a letter.
        return plain >= bytes.Length * 3 / 4 || Letters(bytes, out var rest) + plain == bytes.Length - rest && rest < 4;
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

        return control <= bytes.Length / 50 && (plain >= bytes.Length * 3 / 4 || plain + Letters(bytes, out _) >= bytes.Length * 3 / 4);
    }

    /// <summary>How many bytes beyond ASCII are letters in UTF-8.</summary>
    /// <param name="bytes">Perhaps text.</param>
    /// <param name="rest">How many at the end may be the beginning of one more.</param>
    private static int Letters(ReadOnlySpan<byte> bytes, out int rest)
    {
        rest = 0;
        var count = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var status = Rune.DecodeFromUtf8(bytes[i..], out _, out var length);
            count += status == OperationStatus.Done && length > 1 ? length : 0;
            rest = status == OperationStatus.NeedMoreData ? bytes.Length - i : 0;
            i += rest > 0 ? rest : length;
        }

        return count;
    }

    /// <summary>Text as it is printed, colours of a terminal included.</summary>
    private static bool IsPlain(byte value) => value is (>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\n' or (byte)'\r' or 0x1B;
}
