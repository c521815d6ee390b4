namespace Gates.Formats.Pdf;

/// <summary>How text looks.</summary>
/// <param name="Font">The font.</param>
/// <param name="Size">In points.</param>
/// <param name="Color">As <c>r g b</c>, each from 0 to 1.</param>
internal sealed record PdfText(PdfFont Font, double Size, string Color)
{
    public const string Black = "0.1 0.1 0.12";
    public const string Grey = "0.38 0.4 0.44";

    public double Leading => Size * 1.32;

    /// <summary>Breaks encoded text into lines: between words, and inside one only when it is wider than a line, then where it has a joint.</summary>
    public IReadOnlyList<byte[]> Wrap(byte[] text, double width)
    {
        var lines = new List<byte[]>();
        var start = 0;
        while (start < text.Length)
        {
            var (end, next) = LineEnd(text, start, width);
            lines.Add(text[start..end]);
            start = next;
        }

        return lines.Count > 0 ? lines : [[]];
    }

    private (int End, int Next) LineEnd(byte[] text, int start, double width)
    {
        var (lastSpace, lastJoint) = (-1, -1);
        for (var end = start; end < text.Length; end++)
        {
            if (text[end] == ' ')
            {
                lastSpace = end;
            }
            else if (end > start && Font.Width(text.AsSpan(start..(end + 1)), Size) > width)
            {
                return lastSpace > start ? (lastSpace, lastSpace + 1) : lastJoint > start ? (lastJoint, lastJoint) : (end, end);
            }

            if (text[end] is (byte)'/' or (byte)'-' or (byte)'_')
            {
                lastJoint = end + 1;
            }
        }

        return (text.Length, text.Length);
    }
}
