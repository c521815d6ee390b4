using System.Globalization;
using System.Text;

namespace Gates.Formats.Pdf;

/// <summary>What is drawn on one page. Coordinates are points from the lower left corner.</summary>
/// <param name="number">From 0.</param>
internal sealed class PdfPage(int number)
{
    /// <value>A4.</value>
    public const double Width = 595.28;

    /// <value>A4.</value>
    public const double Height = 841.89;

    private readonly StringBuilder content = new();
    private readonly List<PdfElement> marks = [];

    public int Number => number;

    public string Content => content.ToString();

    /// <value>What its marks belong to, by their numbers.</value>
    public IReadOnlyList<PdfElement> Marks => marks;

    /// <value>Where clicking leads to.</value>
    public List<PdfLink> Links { get; } = [];

    /// <summary>One line on a base line.</summary>
    public void Text(double x, double y, PdfLine line)
    {
        if (line.Glyphs.Count == 0)
        {
            return;
        }

        content.Append(CultureInfo.InvariantCulture, $"BT {line.Look.Color} rg {Format(x)} {Format(y)} Td");
        for (var start = 0; start < line.Glyphs.Count;)
        {
            var font = line.Glyphs[start].Font;
            var run = line.Glyphs.Skip(start).TakeWhile(glyph => glyph.Font == font).ToList();
            content.Append(CultureInfo.InvariantCulture, $" /{font} {Format(line.Size)} Tf ");
            Show(run);
            start += run.Count;
        }

        content.Append(" ET\n");
    }

    /// <summary>What is drawn until the end is content of this element; of none when it only stands on the page again.</summary>
    public void Begin(PdfElement? element)
    {
        if (element is null)
        {
            BeginArtifact("/Type /Pagination");
            return;
        }

        element.Add(number, marks.Count);
        content.Append(CultureInfo.InvariantCulture, $"/{element.Type} << /MCID {marks.Count} >> BDC\n");
        marks.Add(element);
    }

    /// <summary>What is drawn until the end belongs to the page and not to the document.</summary>
    /// <param name="kind">Such as <c>/Type /Pagination</c>.</param>
    public void BeginArtifact(string kind) => content.Append(CultureInfo.InvariantCulture, $"/Artifact << {kind} >> BDC\n");

    public void End() => content.Append("EMC\n");

    public void Line(double x, double y, double toX, double toY, double width, string color)
    {
        BeginArtifact("/Type /Layout");
        content.Append(CultureInfo.InvariantCulture, $"{color} RG {Format(width)} w {Format(x)} {Format(y)} m {Format(toX)} {Format(toY)} l S\n");
        End();
    }

    public void Fill(double x, double y, double width, double height, string color)
    {
        BeginArtifact("/Type /Layout");
        content.Append(CultureInfo.InvariantCulture, $"{color} rg {Format(x)} {Format(y)} {Format(width)} {Format(height)} re f\n");
        End();
    }

    /// <summary>A number as content streams have it: a hundredth of a point is enough.</summary>
    public static string Format(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Show(List<PdfGlyph> run)
    {
        if (run[0].IsWide)
        {
            content.Append('<');
            run.ForEach(glyph => content.Append(CultureInfo.InvariantCulture, $"{glyph.Code:X4}"));
            content.Append("> Tj");
            return;
        }

        content.Append('(');
        run.ForEach(glyph => content.Append(glyph.Code switch
        {
            '(' or ')' or '\\' => "\\" + (char)glyph.Code,
            < 32 or > 126 => "\\" + Convert.ToString(glyph.Code, 8).PadLeft(3, '0'),
            _ => ((char)glyph.Code).ToString(),
        }));
        content.Append(") Tj");
    }
}

/// <param name="X">The left of what is clicked.</param>
/// <param name="Y">The bottom.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Target">The name of a place in the document.</param>
/// <param name="About">Where it leads, in words.</param>
/// <param name="Element">What it is in the document.</param>
internal sealed record PdfLink(double X, double Y, double Width, double Height, string Target, string About, PdfElement Element);
