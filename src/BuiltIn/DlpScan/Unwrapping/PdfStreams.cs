using System.Buffers.Text;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>Finds the compressed streams of a PDF, and joins the text that they show, which is cut wherever letters are moved together.</summary>
internal static class PdfStreams
{
    private const int MaxDictionary = 2 << 10;
    private const int MinSpace = 150;

    /// <summary>Whether a path is that of a stream.</summary>
    public static bool IsIn(string path) => path.LastIndexOf(".pdf!/stream ", StringComparison.OrdinalIgnoreCase) >= 0;

    public static bool IsEncrypted(ReadOnlySpan<byte> pdf) => pdf.IndexOf("/Encrypt "u8) >= 0;

    /// <summary>Where the streams stand that can hold text: neither pictures nor fonts.</summary>
    public static IEnumerable<(int Start, int Length)> Find(byte[] pdf)
    {
        for (var at = 0; Next(pdf, at) is var (start, length, isText); at = start + length)
        {
            if (isText)
            {
                yield return (start, length);
            }
        }
    }

    /// <summary>Takes over what stands in parentheses; what moves to another line ends the line, what moves far is a space.</summary>
    public static void Decode(ReadOnlySpan<byte> text, DecodedText target)
    {
        for (var at = 0; at < text.Length && target.Room > 64;)
        {
            var open = text[at..].IndexOf((byte)'(');
            var end = open < 0 ? text.Length : at + open + 1;
            target.Begin(at, end - at, Layer.Markup);
            if (Between(text[at..end]) is var sign and not 0)
            {
                target.Put(sign);
            }

            at = end;
            var length = LengthOfString(text[at..]);
            length = Math.Min(length, target.Room - 64);
            target.Copy(text.Slice(at, length), at);
            at += length;
        }
    }

    private static (int Start, int Length, bool IsText)? Next(ReadOnlySpan<byte> pdf, int from)
    {
        for (var at = from; pdf[at..].IndexOf("stream"u8) is var step and >= 0;)
        {
            at += step + 6;
            if (at > 9 && pdf.Slice(at - 9, 3).SequenceEqual("end"u8))
            {
                continue;
            }

            var start = pdf[at..] switch
            {
                [(byte)'\r', (byte)'\n', ..] => at + 2,
                [(byte)'\n', ..] => at + 1,
                _ => -1,
            };
            var length = start < 0 ? -1 : pdf[start..].IndexOf("endstream"u8);
            if (length < 0)
            {
                continue;
            }

            var before = pdf[Math.Max(0, at - MaxDictionary)..(at - 6)];
            var dictionary = before[Math.Max(0, before.LastIndexOf(" obj"u8))..];
            var isText = dictionary.IndexOf("/FlateDecode"u8) >= 0
                && dictionary.IndexOf("/Image"u8) < 0
                && dictionary.IndexOf("/Length1"u8) < 0
                && dictionary.IndexOf("FontFile"u8) < 0
                && dictionary.IndexOf("/XRef"u8) < 0
                && dictionary.IndexOf("/Type1C"u8) < 0
                && dictionary.IndexOf("/CIDFontType0C"u8) < 0
                && dictionary.IndexOf("/OpenType"u8) < 0;
            return (start, length, isText);
        }

        return null;
    }

    private static int LengthOfString(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ')')
            {
                return i;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return text.Length;
    }

    /// <summary>What stands for operators between two strings; 0 for nothing.</summary>
    private static byte Between(ReadOnlySpan<byte> operators)
    {
        if (operators.IndexOf("Td"u8) >= 0
            || operators.IndexOf("TD"u8) >= 0
            || operators.IndexOf("T*"u8) >= 0
            || operators.IndexOf("Tm"u8) >= 0
            || operators.IndexOf("ET"u8) >= 0
            || operators.IndexOf((byte)'\'') >= 0)
        {
            return (byte)'\n';
        }

        // Numbers between strings move to the left; a negative one to the right.
        var minus = operators.IndexOf((byte)'-');
        return minus >= 0 && Utf8Parser.TryParse(operators[(minus + 1)..], out double shift, out _) && shift > MinSpace ? (byte)' ' : (byte)0;
    }
}
