using System.Globalization;
using System.Text;
using Gates.Formats.Fonts;

namespace Gates.Formats.Pdf;

/// <summary>
/// Fonts whose used part stands in the document. What one lacks is taken from the next; what all lack, or would show wrongly, stands as its code point.
/// </summary>
internal sealed class EmbeddedFonts : PdfFonts
{
    /// <value>
    /// Scripts that run from right to left, or whose letters change beside each other. Nothing here arranges them, and in a wrong order they would mislead.
    /// </value>
    private static readonly (int First, int Last)[] Arranged =
    [
        (0x590, 0x109F), (0x1780, 0x18AF), (0x1A20, 0x1CFF), (0xA800, 0xA82F), (0xA840, 0xABFF), (0xFB1D, 0xFDFF), (0xFE00, 0xFE0F), (0xFE70, 0xFEFF),
        (0x10800, 0x10FFF), (0x11000, 0x11FFF), (0x1E800, 0x1EFFF), (0xE0000, 0x10FFFF),
    ];

    private readonly EmbeddedFont[] all;

    public EmbeddedFonts(FontSet fonts) =>
        all = [.. new[] { fonts.Regular, fonts.Bold, fonts.Mono, fonts.EastAsian }.OfType<TrueTypeFont>()
            .Select((font, i) => new EmbeddedFont(font, FormattableString.Invariant($"F{i + 1}")))];

    /// <summary>Fonts for screens are wider and taller than Helvetica of the same size.</summary>
    public override double Scale(PdfFace face) => face == PdfFace.Mono ? 0.97 : 0.88;

    public override IReadOnlyList<PdfGlyph> Encode(string text, PdfFace face)
    {
        var glyphs = new List<PdfGlyph>(text.Length);
        var marked = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.Value is '\t' or '\n' or '\r' ? new Rune(' ') : rune;
            if (IsShown(character) && Find(character, face) is { } glyph)
            {
                glyphs.Add(glyph);
                continue;
            }

            marked = true;
            Add(string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"));
        }

        if (marked)
        {
            Add(Mark.ToString());
        }

        HasMarks |= marked;
        return glyphs;

        void Add(string plain) => glyphs.AddRange(plain.EnumerateRunes().Select(one => Find(one, face)).OfType<PdfGlyph>());
    }

    public override string Write(PdfObjects objects) =>
        string.Concat(all.Where(font => font.IsUsed).Select(font => FormattableString.Invariant($"/{font.Key} {font.Write(objects)} 0 R ")));

    private PdfGlyph? Find(Rune character, PdfFace face) => all[(int)face].Encode(character)
        ?? all.Where((_, i) => i != (int)face && i != (int)PdfFace.Mono).Select(font => font.Encode(character)).FirstOrDefault(glyph => glyph is not null);

    /// <summary>What has no look of its own would hide, and what is in private use looks as its font's makers like.</summary>
    private static bool IsShown(Rune character) =>
        Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.EnclosingMark)
        && !Array.Exists(Arranged, range => character.Value >= range.First && character.Value <= range.Last);
}
