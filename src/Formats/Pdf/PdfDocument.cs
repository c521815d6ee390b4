using System.Globalization;

namespace Gates.Formats.Pdf;

/// <summary>Text and tables one below the other, over as many pages as it takes.</summary>
/// <param name="info">What the document says about itself.</param>
/// <param name="footer">Stands at the foot of every page, beside its number.</param>
internal sealed class PdfDocument(PdfInfo info, string footer)
{
    public const double Margin = 54;
    public const double TextWidth = PdfPage.Width - (2 * Margin);

    private const double Top = PdfPage.Height - 78;
    private const double Bottom = 66;
    private const double Faint = 0.5;
    private const string RuleColor = "0.78 0.8 0.83";

    private static readonly PdfText Small = new(PdfFont.Regular, 7.5, PdfText.Grey);
    private static readonly PdfText[] Headings = [new(PdfFont.Bold, 14, PdfText.Black), new(PdfFont.Bold, 11, PdfText.Black)];

    private readonly List<PdfPage> pages = [];
    private readonly List<PdfBookmark> bookmarks = [];
    private double y;

    /// <value>Whether a text was transliterated and marked.</value>
    public bool HasMarks { get; private set; }

    private PdfPage Page => pages.Count > 0 ? pages[^1] : NewPage();

    /// <summary>The title, once, on the first page.</summary>
    public void Title(string text, string below)
    {
        Paragraph(text, new PdfText(PdfFont.Bold, 20, PdfText.Black), after: 2);
        Paragraph(below, new PdfText(PdfFont.Regular, 10.5, PdfText.Grey), after: 10);
    }

    /// <summary>A heading with a bookmark. It never stands at the foot of a page without what it heads.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="level">1 or 2.</param>
    /// <param name="name">How links name it.</param>
    /// <param name="keep">How much of what follows must stand on the same page.</param>
    public void Heading(string text, int level, string? name = null, double keep = 70)
    {
        var look = Headings[level - 1];
        var lines = Lines(text, look, TextWidth);
        var before = level == 1 ? 18 : 14;
        Keep(before + (lines.Count * look.Leading) + keep);
        Space(before);
        bookmarks.Add(new PdfBookmark(text, level, pages.Count - 1, y, name));
        Draw(lines, Margin);
        if (level == 1)
        {
            Page.Line(Margin, y - 1, Margin + TextWidth, y - 1, 0.8, PdfText.Black);
        }

        y -= level == 1 ? 8 : 4;
    }

    public void Paragraph(string text, PdfText look, double after = 6, double indent = 0)
    {
        foreach (var line in Lines(text, look, TextWidth - indent))
        {
            Keep(look.Leading);
            Draw([line], Margin + indent);
        }

        y -= after;
    }

    /// <summary>A paragraph whose lines stand right of a bullet.</summary>
    public void Bullet(string text, PdfText look)
    {
        const double Indent = 12;
        Keep(look.Leading);
        Draw([new PdfLine(Encode("•"), look)], Margin);
        y += look.Leading;
        Paragraph(text, look, after: 2, Indent);
    }

    /// <summary>Empty room, but not at the top of a page.</summary>
    public void Space(double height)
    {
        if (pages.Count > 0 && y < Top)
        {
            y -= height;
        }
    }

    /// <summary>Begins a page when less than this height is left on this one.</summary>
    public void Keep(double height)
    {
        if (pages.Count == 0 || y - Math.Min(height, Top - Bottom) < Bottom)
        {
            NewPage();
        }
    }

    public void Table(PdfTable table) => new PdfTableLayout(this, table).Draw();

    public byte[] ToArray()
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            page.Line(Margin, PdfPage.Height - 56, Margin + TextWidth, PdfPage.Height - 56, Faint, RuleColor);
            page.Text(Margin, PdfPage.Height - 50, Small, Encode(info.Title));
            page.Line(Margin, 50, Margin + TextWidth, 50, Faint, RuleColor);
            page.Text(Margin, 38, Small, Encode(footer));
            var number = Encode(string.Create(CultureInfo.InvariantCulture, $"page {i + 1} of {pages.Count}"));
            page.Text(Margin + TextWidth - Small.Font.Width(number, Small.Size), 38, Small, number);
        }

        return PdfFile.Write(info, pages, bookmarks);
    }

    /// <value>What is left of this page.</value>
    internal double Left => pages.Count == 0 ? Top - Bottom : y - Bottom;

    internal IReadOnlyList<PdfLine> Lines(string text, PdfText look, double width) =>
        [.. look.Wrap(Encode(text), width).Select(line => new PdfLine(line, look))];

    /// <summary>Draws lines below each other and moves down.</summary>
    internal void Draw(IReadOnlyList<PdfLine> lines, double x)
    {
        foreach (var line in lines)
        {
            Page.Text(x, y - (0.5 * (line.Look.Leading - line.Look.Size)) - (0.76 * line.Look.Size), line.Look, line.Text);
            y -= line.Look.Leading;
        }
    }

    /// <summary>Draws cells beside each other, in a row of a height, with a rule below it.</summary>
    internal void DrawRow(
        IReadOnlyList<(double X, double Width, IReadOnlyList<PdfLine> Lines, string? Link)> cells,
        double height,
        double padding,
        string? fill)
    {
        var top = y;
        if (fill is not null)
        {
            Page.Fill(Margin, top - height, TextWidth, height, fill);
        }

        foreach (var (x, width, lines, link) in cells)
        {
            y = top - padding;
            Draw(lines, x);
            if (link is not null)
            {
                Page.Links.Add((x, top - height, width, height, link));
            }
        }

        y = top - height;
        Page.Line(Margin, y, Margin + TextWidth, y, Faint, RuleColor);
    }

    internal PdfPage NewPage()
    {
        pages.Add(new PdfPage());
        y = Top;
        return pages[^1];
    }

    private byte[] Encode(string text)
    {
        var (bytes, marked) = WinAnsi.Encode(text);
        HasMarks |= marked;
        return bytes;
    }
}
