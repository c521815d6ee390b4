namespace Gates.Formats.Pdf;

/// <summary>How text looks.</summary>
/// <param name="Face">The font.</param>
/// <param name="Size">In points, as Helvetica has them.</param>
/// <param name="Color">As <c>r g b</c>, each from 0 to 1.</param>
internal sealed record PdfText(PdfFace Face, double Size, string Color)
{
    public const string Black = "0.1 0.1 0.12";
    public const string Grey = "0.38 0.4 0.44";

    /// <value>From one base line to the next, in points. What stands beside another size has its leading, so that their base lines meet.</value>
    public double Leading { get; init; } = Size * 1.32;
}

/// <summary>One line of a paragraph or cell, known to fit.</summary>
/// <param name="Glyphs">From left to right.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Size">The size that its fonts are drawn in.</param>
/// <param name="Element">What it is a part of; <see langword="null"/> for what stands on pages and not in the document, such as their numbers.</param>
internal sealed record PdfLine(IReadOnlyList<PdfGlyph> Glyphs, PdfText Look, double Size, PdfElement? Element);
