namespace Gates.Formats.Pdf;

/// <summary>Lays a table out: rows stay whole where they can, and the header stands again on each page.</summary>
internal sealed class PdfTableLayout
{
    private const double Padding = 3.5;
    private const double Gap = 8;
    private const string HeaderFill = "0.93 0.94 0.96";

    private static readonly PdfText HeaderLook = new(PdfFont.Bold, 8, PdfText.Black);

    private readonly PdfDocument document;
    private readonly PdfTable table;
    private readonly double[] starts;
    private readonly double[] widths;

    public PdfTableLayout(PdfDocument document, PdfTable table)
    {
        this.document = document;
        this.table = table;
        widths = [.. table.Widths.Select(share => (share / table.Widths.Sum() * PdfDocument.TextWidth) - Gap)];
        starts = new double[widths.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            starts[i] = i == 0 ? PdfDocument.Margin + (Gap / 2) : starts[i - 1] + widths[i - 1] + Gap;
        }
    }

    public void Draw()
    {
        var rows = table.Rows.Select(row => row.Select((cell, i) => (Lines: Lines(cell, widths[i]), cell.Link)).ToList()).ToList();
        var header = table.Header.Select((title, i) => (Lines: document.Lines(title, HeaderLook, widths[i]), Link: (string?)null)).ToList();
        document.Keep(HeightOf(header) + (rows.Count > 0 ? Math.Min(HeightOf(rows[0]), 90) : 0));
        DrawHeader(header);
        foreach (var row in rows)
        {
            DrawRow(row, header);
        }
    }

    private IReadOnlyList<PdfLine> Lines(PdfCell cell, double width) => [.. cell.Texts.SelectMany(one => document.Lines(one.Text, one.Look, width))];

    private void DrawRow(List<(IReadOnlyList<PdfLine> Lines, string? Link)> row, List<(IReadOnlyList<PdfLine> Lines, string? Link)> header)
    {
        while (HeightOf(row) > document.Left)
        {
            var fresh = PdfPage.Height / 2;
            if (HeightOf(row) > fresh && document.Left > fresh / 4)
            {
                // No page would hold it well: what fits stands here, the rest on the next.
                var first = row.ConvertAll(cell => (Fitting(cell.Lines), cell.Link));
                Place(first, fill: null);
                row = row.Zip(first).Select(pair => ((IReadOnlyList<PdfLine>)[.. pair.First.Lines.Skip(pair.Second.Item1.Count)], pair.First.Link)).ToList();
            }

            document.NewPage();
            DrawHeader(header);
        }

        Place(row, fill: null);
    }

    private void DrawHeader(List<(IReadOnlyList<PdfLine> Lines, string? Link)> header)
    {
        if (header.Count > 0)
        {
            Place(header, HeaderFill);
        }
    }

    private void Place(List<(IReadOnlyList<PdfLine> Lines, string? Link)> row, string? fill) =>
        document.DrawRow([.. row.Select((cell, i) => (starts[i], widths[i], cell.Lines, cell.Link))], HeightOf(row), Padding, fill);

    private IReadOnlyList<PdfLine> Fitting(IReadOnlyList<PdfLine> lines)
    {
        var left = document.Left - (2 * Padding);
        return [.. lines.TakeWhile(line => (left -= line.Look.Leading) >= 0)];
    }

    private static double HeightOf(List<(IReadOnlyList<PdfLine> Lines, string? Link)> row) =>
        row.Count == 0 ? 0 : row.Max(cell => cell.Lines.Sum(line => line.Look.Leading)) + (2 * Padding);
}

/// <summary>One line of a paragraph or cell, encoded and known to fit.</summary>
internal sealed record PdfLine(byte[] Text, PdfText Look);
