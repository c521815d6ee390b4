using System.Globalization;
using System.Text;

namespace Gates.Formats.Pdf;

/// <summary>The fonts that every reader has, which stand in no file. They know the characters of WinAnsi alone.</summary>
internal sealed class BaseFonts : PdfFonts
{
    public override double Scale(PdfFace face) => 1;

    public override IReadOnlyList<PdfGlyph> Encode(string text, PdfFace face)
    {
        var font = PdfFont.Of(face);
        var (bytes, marked) = WinAnsi.Encode(text);
        HasMarks |= marked;
        return [.. bytes.Select(code => new PdfGlyph(font.Key, code, IsWide: false, font.Width([code], 1000), code))];
    }

    public override string Write(PdfObjects objects)
    {
        var fonts = new StringBuilder();
        foreach (var font in PdfFont.All)
        {
            var id = objects.Add($"<< /Type /Font /Subtype /Type1 /BaseFont /{font.Name} /Encoding /WinAnsiEncoding >>");
            fonts.Append(CultureInfo.InvariantCulture, $"/{font.Key} {id} 0 R ");
        }

        return fonts.ToString();
    }
}
