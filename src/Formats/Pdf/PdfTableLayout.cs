namespace Gates.Formats.Pdf;

/// <summary>Lays a table out: rows stay whole where they can, and the header stands again on each page.</summary>
internal sealed class PdfTableLayout
{
    private const double Gap = 8;
    private const string HeaderFill = "0.93 0.94 0.96";

    private static readonly PdfText HeaderLook = new(PdfFace.Bold, 8, PdfText.Black);

    private readonly PdfDocument document;
    private readonly PdfTable table;
    private readonly PdfElement element;
    private readonly double[] starts;
    private readonly double[] widths;

    public PdfTableLayout(PdfDocument document, PdfTable table)
    {
        this.document = document;
        this.table = table;
        element = document.Element("Table");
        widths = [.. table.Widths.Select(share => (share / table.Widths.Sum() * PdfDocument.TextWidth) - Gap)];
        starts = new double[widths.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            starts[i] = i == 0 ? PdfDocument.Margin + (Gap / 2) : starts[i - 1] + widths[i - 1] + Gap;
        }
    }

    public void Draw()
    {
        var header = Header(new PdfElement("TR", element));
        var rows = table.Rows.Select(Row).ToList();
        document.Keep(HeightOf(header) + (rows.Count > 0 ? Math.Min(HeightOf(rows[0]), 90) : 0));
        DrawHeader(header);
        foreach (var row in rows)
        {
            DrawRow(row);
        }
    }

    /// <param name="row">What it is in the document; <see langword="null"/> when it stands again.</param>
    private List<PlacedCell> Header(PdfElement? row) => [.. table.Header.Select((title, i) =>
    {
        var cell = row is null ? null : new PdfElement("TH", row) { Scope = "Column" };
        return new PlacedCell(starts[i], widths[i], document.Lines(title, HeaderLook, widths[i], cell), null, null);
    })];

    private List<PlacedCell> Row(IReadOnlyList<PdfCell> cells)
    {
        var row = new PdfElement("TR", element);
        return [.. cells.Select((cell, i) =>
        {
            var isTitle = table.Header.Count == 0 && i == 0;
            var own = new PdfElement(isTitle ? "TH" : "TD", row) { Scope = isTitle ? "Row" : null };
            var holder = cell.Link is null ? own : new PdfElement("Link", own);
            (string, string, PdfElement)? leadsTo = cell.Link is { } link ? (link, "to " + cell.Texts[0].Text, holder) : null;
            return new PlacedCell(starts[i], widths[i], Lines(cell, widths[i], holder), leadsTo, cell.Place);
        })];
    }

    /// <summary>Several texts of one cell are told apart, also where a link holds them.</summary>
    private IReadOnlyList<PdfLine> Lines(PdfCell cell, double width, PdfElement holder) => [.. cell.Texts.SelectMany(one =>
    {
        var part = cell.Texts.Count > 1 && one.Text.Length > 0 ? new PdfElement(cell.Link is null ? "P" : "Span", holder) : holder;
        return document.Lines(one.Text, one.Look, width, part, cell.MaxLines);
    })];

    private void DrawRow(List<PlacedCell> row)
    {
        while (HeightOf(row) > document.Left)
        {
            var fresh = PdfPage.Height / 2;
            if (HeightOf(row) > fresh && document.Left > fresh / 4)
            {
                // No page would hold it well: what fits stands here, the rest on the next.
                var first = row.ConvertAll(cell => cell with { Lines = Fitting(cell.Lines) });
                document.DrawRow(first, HeightOf(first), table.Padding, fill: null);
                row = [.. row.Zip(first, (cell, shown) => cell with { Lines = [.. cell.Lines.Skip(shown.Lines.Count)], Place = null })];
            }

            document.NewPage();
            DrawHeader(Header(null));
        }

        document.DrawRow(row, HeightOf(row), table.Padding, fill: null);
    }

    private void DrawHeader(List<PlacedCell> header)
    {
        if (header.Count > 0)
        {
            document.DrawRow(header, HeightOf(header), Math.Max(table.Padding, 3), HeaderFill);
        }
    }

    private IReadOnlyList<PdfLine> Fitting(IReadOnlyList<PdfLine> lines)
    {
        var left = document.Left - (2 * table.Padding);
        return [.. lines.TakeWhile(line => (left -= line.Look.Leading) >= 0)];
    }

    private double HeightOf(List<PlacedCell> row) =>
        row.Count == 0 ? 0 : row.Max(cell => cell.Lines.Sum(line => line.Look.Leading)) + (2 * table.Padding);
}

/// <param name="X">Its left.</param>
/// <param name="Width">In points.</param>
/// <param name="Lines">What stands in it.</param>
/// <param name="Link">The place that a click leads to, and what it is in the document.</param>
/// <param name="Place">The place that it is.</param>
internal sealed record PlacedCell(double X, double Width, IReadOnlyList<PdfLine> Lines, (string Target, string About, PdfElement Element)? Link, string? Place);
