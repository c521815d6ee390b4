namespace Gates.Formats.Pdf;

/// <summary>One of the fonts that every reader has, in WinAnsi encoding.</summary>
internal sealed class PdfFont
{
    private const int First = 32;

    private readonly int[] widths;

    private PdfFont(string key, string name, int[] widths)
    {
        Key = key;
        Name = name;
        this.widths = widths;
    }

    public static PdfFont Regular { get; } = new("F1", "Helvetica", FontMetrics.Helvetica);

    public static PdfFont Bold { get; } = new("F2", "Helvetica-Bold", FontMetrics.HelveticaBold);

    /// <value>Every character is 600 wide.</value>
    public static PdfFont Mono { get; } = new("F3", "Courier", FontMetrics.Courier);

    public static IReadOnlyList<PdfFont> All { get; } = [Regular, Bold, Mono];

    public static PdfFont Of(PdfFace face) => All[(int)face];

    /// <value>What content streams call it.</value>
    public string Key { get; }

    public string Name { get; }

    /// <summary>The width of encoded text in points.</summary>
    public double Width(ReadOnlySpan<byte> text, double size)
    {
        var sum = 0;
        foreach (var code in text)
        {
            sum += code < First ? 0 : widths[code - First];
        }

        return sum * size / 1000;
    }
}
