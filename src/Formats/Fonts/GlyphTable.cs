namespace Gates.Formats.Fonts;

/// <summary>The outlines of a font: the tables <c>loca</c> and <c>glyf</c>. All of them are checked before one is used.</summary>
internal sealed class GlyphTable
{
    private const int MaxDepth = 16;

    private readonly FontTable places;
    private readonly FontTable outlines;
    private readonly bool isLong;
    private readonly int count;

    /// <param name="places">The table <c>loca</c>.</param>
    /// <param name="outlines">The table <c>glyf</c>.</param>
    /// <param name="isLong">Whether places have 32 bits.</param>
    /// <param name="count">How many glyphs there are.</param>
    /// <exception cref="FontException">A glyph is not valid, or composed of itself.</exception>
    public GlyphTable(FontTable places, FontTable outlines, bool isLong, int count)
    {
        this.places = places;
        this.outlines = outlines;
        this.isLong = isLong;
        this.count = count;
        Check();
    }

    public GlyphOutline this[int glyph]
    {
        get
        {
            var (start, end) = (Place(glyph), Place(glyph + 1));
            return end >= start
                ? GlyphOutline.Read(outlines.Part(start, end - start))
                : throw places.Wrong(FormattableString.Invariant($"has glyph {glyph} end before it begins"));
        }
    }

    private long Place(int glyph) => isLong ? places.U32(4L * glyph) : 2L * places.U16(2L * glyph);

    private void Check()
    {
        var composed = new Dictionary<int, int[]>();
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (this[glyph].Components is { Count: > 0 } components)
            {
                composed[glyph] = [.. components.Select(one => one.Glyph < count
                    ? one.Glyph
                    : throw outlines.Wrong(FormattableString.Invariant($"has glyph {glyph} composed of {one.Glyph}, and there are {count}")))];
            }
        }

        // What is composed only of what is sound is sound; where nothing more is found, the rest goes round in a circle.
        for (var depth = 1; composed.Count > 0; depth++)
        {
            var sound = composed.Where(one => !one.Value.Any(composed.ContainsKey)).Select(one => one.Key).ToList();
            if (sound.Count == 0 || depth > MaxDepth)
            {
                throw outlines.Wrong(FormattableString.Invariant(
                    $"has glyph {composed.Keys.Min()} composed of itself, or of parts of parts more than {MaxDepth} deep"));
            }

            sound.ForEach(glyph => composed.Remove(glyph));
        }
    }
}
