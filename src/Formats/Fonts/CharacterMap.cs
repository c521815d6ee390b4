using System.Text;

namespace Gates.Formats.Fonts;

/// <summary>Which glyph shows a character: the table <c>cmap</c>, of which the formats 4 and 12 are read (ISO/IEC 14496-22, 5.2.1).</summary>
internal sealed class CharacterMap
{
    private const int MaxSegments = 65_536;
    private const int LastCharacter = 0x10FFFF;

    /// <value>Sorted and apart from each other.</value>
    private readonly List<Segment> segments = [];
    private readonly FontTable table;
    private readonly int glyphs;

    private CharacterMap(FontTable table, int glyphs)
    {
        this.table = table;
        this.glyphs = glyphs;
    }

    /// <param name="cmap">The whole table.</param>
    /// <param name="glyphs">How many the font has.</param>
    /// <exception cref="FontException">It is not valid, or has no map of Unicode.</exception>
    public static CharacterMap Read(FontTable cmap, int glyphs)
    {
        var best = (Rank: 0, Offset: 0u);
        for (var i = 0; i < cmap.U16(2); i++)
        {
            var record = 4 + (8L * i);
            var offset = cmap.U32(record + 4);
            var rank = (cmap.U16(record), cmap.U16(record + 2), cmap.U16(offset)) switch
            {
                (3, 10, 12) or (0, 4 or 6, 12) => 2,
                (3, 1, 4) or (0, <= 4, 4) => 1,
                _ => 0,
            };
            best = rank > best.Rank ? (rank, offset) : best;
        }

        var map = new CharacterMap(cmap.Part(best.Offset, cmap.Length - best.Offset), glyphs);
        switch (best.Rank)
        {
            case 2:
                map.ReadGroups();
                break;
            case 1:
                map.ReadSegments();
                break;
            default:
                throw cmap.Wrong("has no map of Unicode in format 4 or 12");
        }

        return map;
    }

    /// <returns><see langword="null"/> when no glyph shows it.</returns>
    public int? GlyphOf(Rune character)
    {
        var (low, high) = (0, segments.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var segment = segments[middle];
            if (character.Value > segment.Last)
            {
                low = middle + 1;
            }
            else if (character.Value < segment.First)
            {
                high = middle - 1;
            }
            else
            {
                return Glyph(segment, character.Value) is var glyph and > 0 && glyph < glyphs ? glyph : null;
            }
        }

        return null;
    }

    private int Glyph(Segment segment, int character)
    {
        if (segment.Array is not { } array)
        {
            var glyph = character + segment.Delta;
            return segment.IsShort ? glyph & 0xFFFF : glyph;
        }

        var listed = table.U16(array + (2L * (character - segment.First)));
        return listed == 0 ? 0 : (listed + segment.Delta) & 0xFFFF;
    }

    private void ReadSegments()
    {
        var count = table.U16(6) / 2;
        var (ends, starts, deltas, ranges) = (14L, 16L + (2 * count), 16L + (4 * count), 16L + (6 * count));
        for (var i = 0; i < count; i++)
        {
            var place = ranges + (2 * i);
            var (first, last, range) = (table.U16(starts + (2 * i)), table.U16(ends + (2 * i)), table.U16(place));

            // The last segment often points nowhere, since it has no glyph.
            if (first == 0xFFFF)
            {
                break;
            }

            Add(new Segment(first, last, table.I16(deltas + (2 * i)), range == 0 ? null : place + range, IsShort: true));
            if (range != 0)
            {
                table.U16(place + range + (2L * (last - first)));
            }
        }
    }

    private void ReadGroups()
    {
        var count = table.U32(12);
        if (count > MaxSegments)
        {
            throw table.Wrong(FormattableString.Invariant($"has {count} groups; at most {MaxSegments} are read"));
        }

        for (var i = 0; i < count; i++)
        {
            var group = 16 + (12L * i);
            var (first, last, glyph) = (table.U32(group), table.U32(group + 4), table.U32(group + 8));
            if (last > LastCharacter || first > last || glyph > ushort.MaxValue)
            {
                throw table.Wrong(FormattableString.Invariant($"has a group that is none: {first} to {last}, from glyph {glyph}"));
            }

            Add(new Segment((int)first, (int)last, (int)glyph - (int)first, null, IsShort: false));
        }
    }

    private void Add(Segment segment)
    {
        if (segment.First > segment.Last || (segments.Count > 0 && segment.First <= segments[^1].Last))
        {
            throw table.Wrong(FormattableString.Invariant($"is not in order at {segment.First} to {segment.Last}"));
        }

        segments.Add(segment);
    }

    /// <param name="First">A character.</param>
    /// <param name="Last">A character.</param>
    /// <param name="Delta">Added to it, or to what the array says, it gives the glyph.</param>
    /// <param name="Array">Where the glyphs stand one by one.</param>
    /// <param name="IsShort">Whether numbers of glyphs begin again after 65535.</param>
    private sealed record Segment(int First, int Last, int Delta, long? Array, bool IsShort);
}
