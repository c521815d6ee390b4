using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gates.Formats.Pdf;

/// <summary>
/// The objects of a file, and the file that they make (ISO 32000-1, 7.5). Nothing is random, and nothing compressed by a library that may change.
/// </summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]?> contents = [];

    /// <summary>A number for an object that is written later, since others name it first.</summary>
    public int Reserve()
    {
        contents.Add(null);
        return contents.Count;
    }

    /// <returns>Its number.</returns>
    public int Add(FormattableString text)
    {
        var id = Reserve();
        Set(id, text);
        return id;
    }

    /// <summary>Writes an object whose number is known.</summary>
    public void Set(int id, FormattableString text) => contents[id - 1] = Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture));

    /// <param name="entries">Of its dictionary, beside its length.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>Its number.</returns>
    public int AddStream(FormattableString entries, byte[] bytes)
    {
        var id = Reserve();
        var separator = entries.Format.Length > 0 ? " " : "";
        contents[id - 1] =
        [
            .. Ascii($"<< {entries.ToString(CultureInfo.InvariantCulture)}{separator}/Length {bytes.Length} >>\nstream\n"), .. bytes, .. "\nendstream"u8,
        ];
        return id;
    }

    /// <summary>Any text: UTF-16 with its mark, in hexadecimal.</summary>
    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    /// <param name="root">The catalogue.</param>
    /// <param name="info">What the document says about itself.</param>
    public byte[] ToFile(int root, int info)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new List<long>();
        for (var i = 0; i < contents.Count; i++)
        {
            offsets.Add(file.Length);
            file.Write(Ascii($"{i + 1} 0 obj\n"));
            file.Write(contents[i] ?? throw new InvalidOperationException(FormattableString.Invariant($"object {i + 1} was named and never written")));
            file.Write("\nendobj\n"u8);
        }

        var digest = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var start = file.Length;
        file.Write(Ascii($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => file.Write(Ascii($"{offset:D10} 00000 n \n")));
        file.Write(Ascii($"trailer\n<< /Size {offsets.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{digest}> <{digest}>] >>\n"));
        file.Write(Ascii($"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Ascii(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
