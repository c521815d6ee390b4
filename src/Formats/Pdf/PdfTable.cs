namespace Gates.Formats.Pdf;

/// <summary>A table over the width of the page.</summary>
/// <param name="Widths">Of its columns, as shares of the whole.</param>
/// <param name="Header">The titles of its columns, repeated on each page; empty for none.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
internal sealed record PdfTable(IReadOnlyList<double> Widths, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<PdfCell>> Rows);

/// <summary>What stands in one cell: texts below each other.</summary>
internal sealed record PdfCell(IReadOnlyList<(string Text, PdfText Look)> Texts)
{
    public PdfCell(string text, PdfText look)
        : this([(text, look)])
    {
    }

    /// <value>The place that a click leads to.</value>
    public string? Link { get; init; }
}
