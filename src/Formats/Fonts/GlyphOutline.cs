using System.Buffers.Binary;

namespace Gates.Formats.Fonts;

/// <summary>
/// One glyph of the table <c>glyf</c> (ISO/IEC 14496-22, 5.3.3), checked to its end. Its instructions are a program that whoever shows the glyph would run:
/// they are left out, and with them what follows the last point.
/// </summary>
internal sealed class GlyphOutline
{
    private const int Header = 10;

    private readonly byte[] bytes;

    private GlyphOutline(byte[] bytes, IReadOnlyList<(int Place, int Glyph)> components)
    {
        this.bytes = bytes;
        Components = components;
    }

    /// <value>What it is composed of: the glyphs, and where their numbers stand.</value>
    public IReadOnlyList<(int Place, int Glyph)> Components { get; }

    /// <exception cref="FontException">It is not valid.</exception>
    public static GlyphOutline Read(FontTable glyph) => glyph.Length == 0 ? new GlyphOutline([], [])
        : glyph.I16(0) switch
        {
            0 => new GlyphOutline([], []),
            > 0 and var contours => Simple(glyph, contours),
            _ => Composite(glyph),
        };

    /// <summary>The glyph for a font that numbers glyphs otherwise.</summary>
    public byte[] Renumbered(Func<int, int> number)
    {
        var copy = bytes.ToArray();
        foreach (var (place, glyph) in Components)
        {
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(place), (ushort)number(glyph));
        }

        return copy;
    }

    private static GlyphOutline Simple(FontTable glyph, int contours)
    {
        var ends = Header + (2 * contours);
        var last = -1;
        for (var at = Header; at < ends; at += 2)
        {
            var end = glyph.U16(at);
            last = end > last ? end : throw glyph.Wrong("has contours that are not in order");
        }

        var start = ends + 2 + glyph.U16(ends);
        var stop = EndOfPoints(glyph, start, last + 1);
        return new GlyphOutline([.. glyph.Slice(0, ends), 0, 0, .. glyph.Slice(start, stop - start)], []);
    }

    private static int EndOfPoints(FontTable glyph, int at, int points)
    {
        const byte ShortX = 2, ShortY = 4, Repeats = 8, SameX = 16, SameY = 32;
        var size = 0;
        for (var seen = 0; seen < points;)
        {
            var flags = glyph.U8(at++);
            var times = (flags & Repeats) != 0 ? glyph.U8(at++) + 1 : 1;
            size += times * (Size(flags, ShortX, SameX) + Size(flags, ShortY, SameY));
            seen += times;
            if (seen > points)
            {
                throw glyph.Wrong("has more flags than points");
            }
        }

        _ = glyph.Slice(at, size);
        return at + size;
    }

    private static int Size(byte flags, byte isShort, byte isSame) => (flags & isShort) != 0 ? 1 : (flags & isSame) != 0 ? 0 : 2;

    private static GlyphOutline Composite(FontTable glyph)
    {
        const ushort Words = 1, Scale = 8, More = 0x20, TwoScales = 0x40, Matrix = 0x80, Instructions = 0x100;
        var components = new List<(int Place, int Glyph)>();
        var flagged = new List<(int Place, ushort Flags)>();
        var at = Header;
        ushort flags;
        do
        {
            flags = glyph.U16(at);
            flagged.Add((at, (ushort)(flags & ~Instructions)));
            components.Add((at + 2, glyph.U16(at + 2)));
            at += 4 + ((flags & Words) != 0 ? 4 : 2);
            at += (flags & Matrix) != 0 ? 8 : (flags & TwoScales) != 0 ? 4 : (flags & Scale) != 0 ? 2 : 0;
        }
        while ((flags & More) != 0);
        var copy = glyph.Slice(0, at).ToArray();
        foreach (var (place, kept) in flagged)
        {
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(place), kept);
        }

        return new GlyphOutline(copy, components);
    }
}
