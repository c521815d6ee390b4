namespace Gates.Formats.Pdf;

/// <summary>
/// Breaks text into lines: between words, or between the characters of scripts that have none; inside a word only when it is wider than a line, then where it
/// has a joint. A line keeps the space that it was broken at, so that whoever takes text out finds words apart.
/// </summary>
internal static class LineBreaks
{
    private const string Joints = "/-_:";
    private const string NeverFirst = "、。，．：；！？）］｝」』】〉》〕ー々ゝゞ・…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    private const string NeverLast = "（［｛「『【〈《〔";

    public static IReadOnlyList<IReadOnlyList<PdfGlyph>> Wrap(IReadOnlyList<PdfGlyph> glyphs, double size, double width)
    {
        var lines = new List<IReadOnlyList<PdfGlyph>>();
        for (var start = 0; start < glyphs.Count;)
        {
            var end = LineEnd(glyphs, start, width * 1000 / size);
            lines.Add([.. glyphs.Skip(start).Take(end - start)]);
            start = end;
        }

        return lines.Count > 0 ? lines : [[]];
    }

    /// <summary>The first lines, the last of which says when there would be more.</summary>
    public static IReadOnlyList<IReadOnlyList<PdfGlyph>> Cut(
        IReadOnlyList<IReadOnlyList<PdfGlyph>> lines, int count, IReadOnlyList<PdfGlyph> ellipsis, double size, double width)
    {
        if (lines.Count <= count)
        {
            return lines;
        }

        var last = lines[count - 1].ToList();
        while (last.Count > 0 && PdfGlyph.WidthOf(last.Concat(ellipsis), size) > width)
        {
            last.RemoveAt(last.Count - 1);
        }

        return [.. lines.Take(count - 1), [.. last, .. ellipsis]];
    }

    private static int LineEnd(IReadOnlyList<PdfGlyph> glyphs, int start, double width)
    {
        var (between, joint, sum) = (-1, -1, 0.0);
        for (var at = start; at < glyphs.Count; at++)
        {
            var character = glyphs[at].Character;
            if (at > start)
            {
                var before = glyphs[at - 1].Character;
                between = before == ' ' || (IsBetween(before, character) && character != ' ') ? at : between;
                joint = before <= char.MaxValue && Joints.Contains((char)before, StringComparison.Ordinal) ? at : joint;
            }

            sum += glyphs[at].Width;
            if (sum > width && at > start && character != ' ')
            {
                return between > start ? between : joint > start ? joint : at;
            }
        }

        return glyphs.Count;
    }

    private static bool IsBetween(int before, int after) =>
        (IsEastAsian(before) || IsEastAsian(after)) && !Has(NeverLast, before) && !Has(NeverFirst, after);

    private static bool Has(string characters, int character) => character <= char.MaxValue && characters.Contains((char)character, StringComparison.Ordinal);

    private static bool IsEastAsian(int character) =>
        character is (>= 0x1100 and < 0x1200) or (>= 0x2E80 and < 0xA4D0) or (>= 0xAC00 and < 0xD7B0) or (>= 0xF900 and < 0xFB00) or (>= 0xFF00 and < 0xFFF0)
            or (>= 0x20000 and < 0x30000);
}
