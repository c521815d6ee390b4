namespace Gates.Formats.Pdf;

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
