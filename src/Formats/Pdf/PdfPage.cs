using System.Globalization;
using System.Text;

namespace Gates.Formats.Pdf;

/// <summary>What is drawn on one page. Coordinates are points from the lower left corner.</summary>
internal sealed class PdfPage
{
    /// <value>A4.</value>
    public const double Width = 595.28;

    /// <value>A4.</value>
    public const double Height = 841.89;

    private readonly StringBuilder content = new();

    public string Content => content.ToString();

    /// <value>Where clicking leads to: a rectangle, and the name of a place in the document.</value>
    public List<(double X, double Y, double Width, double Height, string Target)> Links { get; } = [];

    /// <summary>One line of encoded text on a base line.</summary>
    public void Text(double x, double y, PdfText look, ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
        {
            return;
        }

        content.Append(CultureInfo.InvariantCulture, $"BT {look.Color} rg /{look.Font.Key} {Number(look.Size)} Tf {Number(x)} {Number(y)} Td (");
        foreach (var code in text)
        {
            content.Append(code switch
            {
                (byte)'(' or (byte)')' or (byte)'\\' => "\\" + (char)code,
                < 32 or > 126 => "\\" + Convert.ToString(code, 8).PadLeft(3, '0'),
                _ => ((char)code).ToString(),
            });
        }

        content.Append(") Tj ET\n");
    }

    public void Line(double x, double y, double toX, double toY, double width, string color) =>
        content.Append(CultureInfo.InvariantCulture, $"{color} RG {Number(width)} w {Number(x)} {Number(y)} m {Number(toX)} {Number(toY)} l S\n");

    public void Fill(double x, double y, double width, double height, string color) =>
        content.Append(CultureInfo.InvariantCulture, $"{color} rg {Number(x)} {Number(y)} {Number(width)} {Number(height)} re f\n");

    /// <summary>A number as content streams have it: a hundredth of a point is enough.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
