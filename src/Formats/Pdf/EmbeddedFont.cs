using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gates.Formats.Fonts;

namespace Gates.Formats.Pdf;

/// <summary>
/// One font of a document, as a composite font with the codes of its own glyphs (ISO 32000-1, 9.7). Each character that is used has a code, numbered as they
/// come, so that text can be taken out again exactly, also where two characters look the same.
/// </summary>
/// <param name="font">The whole font.</param>
/// <param name="key">What content streams call it.</param>
internal sealed class EmbeddedFont(TrueTypeFont font, string key)
{
    private const int MaxMappings = 100;

    private readonly List<int> glyphs = [0];
    private readonly List<Rune> characters = [];
    private readonly Dictionary<Rune, PdfGlyph?> known = [];

    public string Key => key;

    public bool IsUsed => characters.Count > 0;

    /// <returns><see langword="null"/> when the font lacks the character.</returns>
    public PdfGlyph? Encode(Rune character)
    {
        if (!known.TryGetValue(character, out var glyph))
        {
            known[character] = glyph = font.GlyphOf(character) is { } number
                ? new PdfGlyph(key, glyphs.Count, IsWide: true, Width(number), character.Value)
                : null;
            if (glyph is not null)
            {
                glyphs.Add(font.GlyphOf(character)!.Value);
                characters.Add(character);
            }
        }

        return glyph;
    }

    /// <returns>The object of the font.</returns>
    public int Write(PdfObjects objects)
    {
        var subset = TrueTypeSubset.Of(font, glyphs);
        var name = $"{Tag(subset)}+{font.Name}";
        var box = string.Join(' ', font.Box.Select(Scaled));
        var file = objects.AddStream($"/Length1 {subset.Length}", subset);
        var descriptor = objects.Add($"""
            << /Type /FontDescriptor /FontName /{name} /Flags {(font.IsFixedPitch ? 5 : 4)} /FontBBox [{box}] /ItalicAngle 0 /Ascent {Scaled(font.Ascent)}
            /Descent {Scaled(font.Descent)} /CapHeight {Scaled(font.Ascent)} /StemV {(font.IsBold ? 140 : 80)} /FontFile2 {file} 0 R >>
            """);
        var widths = string.Join(' ', glyphs.Select(glyph => PdfPage.Format(Width(glyph))));
        var descendant = objects.Add($"""
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
            /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [0 [{widths}]] >>
            """);
        var map = objects.AddStream($"", Encoding.ASCII.GetBytes(ToUnicode()));
        return objects.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {map} 0 R >>");
    }

    /// <summary>The six letters that tell parts of one font apart: taken from what is in it.</summary>
    private static string Tag(byte[] subset) => string.Concat(SHA256.HashData(subset).Take(6).Select(one => (char)('A' + (one % 26))));

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        var code = 1;
        foreach (var part in characters.Chunk(MaxMappings))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var character in part)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code++:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private double Width(int glyph) => font.MetricsOf(glyph).Advance * 1000.0 / font.UnitsPerEm;

    private string Scaled(int units) => PdfPage.Format(Math.Round(units * 1000.0 / font.UnitsPerEm));
}
