using System.Text;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Reads the mark some editors put at the beginning of a text file.</summary>
internal static class ByteOrderMark
{
    /// <summary>The encoding the mark names, when it is not UTF-8.</summary>
    public static Encoding? Encoding(ReadOnlySpan<byte> text) => text switch
    {
        [0xFF, 0xFE, 0, 0, ..] => System.Text.Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => System.Text.Encoding.Unicode,
        [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>The length of the mark of UTF-8, if it is there.</summary>
    public static int Utf8Length(ReadOnlySpan<byte> text) => text is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
}
