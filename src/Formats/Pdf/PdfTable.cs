namespace Gates.Formats.Pdf;

/// <summary>A table over the width of the page.</summary>
/// <param name="Widths">Of its columns, as shares of the whole.</param>
/// <param name="Header">The titles of its columns, repeated on each page; empty where the first cell of each row is its title.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
internal sealed record PdfTable(IReadOnlyList<double> Widths, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<PdfCell>> Rows)
{
    /// <value>Empty room above and below each row, in points.</value>
    public double Padding { get; init; } = 3.5;
}

/// <summary>What stands in one cell: texts below each other.</summary>
internal sealed record PdfCell(IReadOnlyList<(string Text, PdfText Look)> Texts)
{
    public PdfCell(string text, PdfText look)
        : this([(text, look)])
    {
    }

    /// <value>The place that a click leads to.</value>
    public string? Link { get; init; }

    /// <value>The place that it is, for what leads to it.</value>
    public string? Place { get; init; }

    /// <value>How many lines each of its texts has at most; what is longer ends with three dots.</value>
    public int MaxLines { get; init; } = int.MaxValue;
}
