using System.Globalization;
using Gates.Formats.Fonts;

namespace Gates.Formats.Pdf;

/// <summary>
/// Text and tables one below the other, over as many pages as it takes. What is drawn is tagged with what it is, so that it can be read aloud and taken out in
/// order.
/// </summary>
internal sealed class PdfDocument
{
    public const double Margin = 54;
    public const double TextWidth = PdfPage.Width - (2 * Margin);

    private const double Top = PdfPage.Height - 78;
    private const double Bottom = 66;
    private const double Faint = 0.5;
    private const string RuleColor = "0.78 0.8 0.83";

    private static readonly PdfText Small = new(PdfFace.Regular, 7.5, PdfText.Grey);
    private static readonly PdfText[] Headings = [new(PdfFace.Bold, 14, PdfText.Black), new(PdfFace.Bold, 11, PdfText.Black)];

    private readonly PdfInfo info;
    private readonly string footer;
    private readonly PdfFonts fonts;
    private readonly PdfElement root = new("Document", null);
    private readonly List<PdfPage> pages = [];
    private readonly List<PdfBookmark> bookmarks = [];
    private readonly Dictionary<string, PdfPlace> places = new(StringComparer.Ordinal);
    private double y;

    /// <param name="info">What the document says about itself.</param>
    /// <param name="footer">Stands at the foot of every page, beside its number.</param>
    /// <param name="fonts">What is embedded; <see langword="null"/> for the fonts that every reader has.</param>
    public PdfDocument(PdfInfo info, string footer, FontSet? fonts)
    {
        this.info = info;
        this.footer = footer;
        this.fonts = fonts is null ? new BaseFonts() : new EmbeddedFonts(fonts);
    }

    /// <value>Whether a text could not be shown as it is, and was marked.</value>
    public bool HasMarks => fonts.HasMarks;

    /// <value>What is left of this page.</value>
    internal double Left => pages.Count == 0 ? Top - Bottom : y - Bottom;

    private PdfPage Page => pages.Count > 0 ? pages[^1] : NewPage();

    /// <summary>The title, once, on the first page.</summary>
    public void Title(string text, string below, int maxLines)
    {
        Place(Lines(text, new PdfText(PdfFace.Bold, 20, PdfText.Black), TextWidth, Element("H1"), maxLines), Margin);
        y -= 2;
        Place(Lines(below, new PdfText(PdfFace.Regular, 10.5, PdfText.Grey), TextWidth, Element("P"), maxLines), Margin);
        y -= 8;
    }

    /// <summary>A heading with a bookmark. It never stands at the foot of a page without what it heads.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="level">1 or 2.</param>
    /// <param name="keep">How much of what follows must stand on the same page.</param>
    public void Heading(string text, int level, double keep = 70)
    {
        var look = Headings[level - 1];
        var lines = Lines(text, look, TextWidth, Element(level == 1 ? "H2" : "H3"));
        var before = level == 1 ? 18 : 12;
        Keep(before + (lines.Count * look.Leading) + keep);
        Space(before);
        bookmarks.Add(new PdfBookmark(text, level, new PdfPlace(pages.Count - 1, y)));
        Place(lines, Margin);
        if (level == 1)
        {
            Page.Line(Margin, y - 1, Margin + TextWidth, y - 1, 0.8, PdfText.Black);
        }

        y -= level == 1 ? 8 : 4;
    }

    public void Paragraph(string text, PdfText look, double after = 6, double indent = 0, int maxLines = int.MaxValue)
    {
        Place(Lines(text, look, TextWidth - indent, Element("P"), maxLines), Margin + indent);
        y -= after;
    }

    /// <summary>A list of paragraphs whose lines stand right of a bullet.</summary>
    public void Bullets(IEnumerable<string> texts, PdfText look)
    {
        const double Indent = 12;
        var list = Element("L");
        foreach (var text in texts)
        {
            var item = new PdfElement("LI", list);
            var bullet = Lines("•", look, Indent, new PdfElement("Lbl", item));
            var lines = Lines(text, look, TextWidth - Indent, new PdfElement("LBody", item));
            Keep(look.Leading * Math.Min(lines.Count, 2));
            Place(bullet, Margin);
            y += look.Leading;
            Place(lines, Margin + Indent);
            y -= 2;
        }
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

    public PdfPage NewPage()
    {
        pages.Add(new PdfPage(pages.Count));
        y = Top;
        return pages[^1];
    }

    public byte[] ToArray()
    {
        foreach (var page in pages)
        {
            page.Line(Margin, PdfPage.Height - 56, Margin + TextWidth, PdfPage.Height - 56, Faint, RuleColor);
            page.Line(Margin, 50, Margin + TextWidth, 50, Faint, RuleColor);
            Furniture(page, "Header", info.Title, PdfPage.Height - 50, isRight: false);
            Furniture(page, "Footer", footer, 38, isRight: false);
            Furniture(page, "Footer", string.Create(CultureInfo.InvariantCulture, $"page {page.Number + 1} of {pages.Count}"), 38, isRight: true);
        }

        return new PdfFile(pages, bookmarks, places).Write(info, root, fonts);
    }

    internal PdfElement Element(string type) => new(type, root);

    /// <param name="text">Any text.</param>
    /// <param name="look">How it looks.</param>
    /// <param name="width">In points.</param>
    /// <param name="element">What it is a part of; <see langword="null"/> when it belongs to the page and not to the document.</param>
    /// <param name="maxLines">What is longer ends with three dots.</param>
    internal IReadOnlyList<PdfLine> Lines(string text, PdfText look, double width, PdfElement? element, int maxLines = int.MaxValue)
    {
        var size = look.Size * fonts.Scale(look.Face);
        var lines = LineBreaks.Wrap(fonts.Encode(text, look.Face), size, width);
        return [.. LineBreaks.Cut(lines, maxLines, fonts.Encode("…", look.Face), size, width).Select(line => new PdfLine(line, look, size, element))];
    }

    /// <summary>Draws cells beside each other, in a row of a height, with a rule below it.</summary>
    internal void DrawRow(IReadOnlyList<PlacedCell> cells, double height, double padding, string? fill)
    {
        var top = y;
        if (fill is not null)
        {
            Page.Fill(Margin, top - height, TextWidth, height, fill);
        }

        foreach (var cell in cells)
        {
            y = top - padding;
            Draw(cell.Lines, cell.X);
            if (cell.Link is { } link)
            {
                Page.Links.Add(new PdfLink(cell.X, top - height, cell.Width, height, link.Target, link.About, link.Element));
            }

            if (cell.Place is { } place)
            {
                places[place] = new PdfPlace(pages.Count - 1, top);
            }
        }

        y = top - height;
        Page.Line(Margin, y, Margin + TextWidth, y, Faint, RuleColor);
    }

    /// <summary>Draws lines below each other, over pages where they must; no line stands alone at the foot or the top of one.</summary>
    private void Place(IReadOnlyList<PdfLine> lines, double x)
    {
        while (lines.Count > 0)
        {
            var fits = Math.Min(lines.Count, (int)(Left / lines[0].Look.Leading));
            fits = lines.Count - fits == 1 && lines.Count > 3 ? fits - 1 : fits;
            if (pages.Count == 0 || (fits < Math.Min(2, lines.Count) && y < Top))
            {
                NewPage();
                continue;
            }

            Draw([.. lines.Take(Math.Max(1, fits))], x);
            lines = [.. lines.Skip(Math.Max(1, fits))];
        }
    }

    /// <summary>Draws lines below each other and moves down. Neighbours of one element are one mark.</summary>
    private void Draw(IReadOnlyList<PdfLine> lines, double x)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Glyphs.Count > 0)
            {
                if (i == 0 || lines[i - 1].Element != line.Element)
                {
                    Page.Begin(line.Element);
                }

                Page.Text(x, y - (0.5 * (line.Look.Leading - line.Look.Size)) - (0.76 * line.Look.Size), line);
                if (i == lines.Count - 1 || lines[i + 1].Element != line.Element)
                {
                    Page.End();
                }
            }

            y -= line.Look.Leading;
        }
    }

    /// <summary>What stands at the head or the foot of a page.</summary>
    private void Furniture(PdfPage page, string kind, string text, double height, bool isRight)
    {
        const double Number = 70;
        var line = Lines(text, Small, TextWidth - Number, null, 1)[0];
        page.BeginArtifact($"/Type /Pagination /Subtype /{kind}");
        page.Text(isRight ? Margin + TextWidth - PdfGlyph.WidthOf(line.Glyphs, line.Size) : Margin, height, line);
        page.End();
    }
}
