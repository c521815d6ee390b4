namespace Gates.Formats.Pdf;

/// <summary>What shows one character.</summary>
/// <param name="Font">The font, as content streams call it.</param>
/// <param name="Code">Its code there.</param>
/// <param name="IsWide">Whether the code has two bytes.</param>
/// <param name="Width">In thousandths of the size.</param>
/// <param name="Character">What it shows.</param>
internal readonly record struct PdfGlyph(string Font, int Code, bool IsWide, double Width, int Character)
{
    public static double WidthOf(IEnumerable<PdfGlyph> glyphs, double size) => glyphs.Sum(glyph => glyph.Width) * size / 1000;
}
