using System.Text;
using Gates.Formats.Foundation.Text;

namespace Gates.Formats.Fonts;

/// <summary>
/// A font with TrueType outlines (ISO/IEC 14496-22), as far as a document that embeds it needs it. A file is trusted in nothing: once it is read, all that is
/// used of it is known to be valid.
/// </summary>
internal sealed class TrueTypeFont
{
    /// <value>In bytes; fonts of all of Unicode have about 25 million.</value>
    public const int MaxFileSize = 32_000_000;

    private const int MaxTables = 64;

    private readonly string file;
    private readonly Dictionary<string, FontTable> tables = new(StringComparer.Ordinal);
    private readonly CharacterMap characters;
    private readonly int metrics;

    private TrueTypeFont(byte[] content, string file)
    {
        this.file = file;
        ReadTables(new FontTable(content, file));
        Head = Table("head", 54);
        Maxima = Table("maxp", 32);
        Horizontal = Table("hhea", 36);
        GlyphCount = Maxima.U16(4);
        UnitsPerEm = Head.U16(18);
        metrics = Horizontal.U16(34);
        if (Head.U32(12) != 0x5F0F3CF5 || Maxima.U32(0) != 0x10000 || UnitsPerEm is < 16 or > 16_384 || metrics == 0 || metrics > GlyphCount)
        {
            throw new FontException($"{file} is no TrueType font: its tables head, maxp and hhea do not go together");
        }

        _ = Table("hmtx", (4 * metrics) + (2 * (GlyphCount - metrics)));
        RefuseWhatMayNotBeEmbedded();
        Outlines = new GlyphTable(Table("loca", 0), Table("glyf", 0), Head.I16(50) != 0, GlyphCount);
        characters = CharacterMap.Read(Table("cmap", 4), GlyphCount);
        Name = PostScriptName();
    }

    /// <value>Its PostScript name, of letters, digits and hyphens.</value>
    public string Name { get; }

    public int GlyphCount { get; }

    public int UnitsPerEm { get; }

    public int Ascent => Horizontal.I16(4);

    public int Descent => Horizontal.I16(6);

    /// <value>Left, bottom, right and top of all glyphs.</value>
    public IReadOnlyList<int> Box => [Head.I16(36), Head.I16(38), Head.I16(40), Head.I16(42)];

    public bool IsBold => (Head.U16(44) & 1) != 0;

    public bool IsFixedPitch => tables.TryGetValue("post", out var post) && post.U32(12) != 0;

    internal FontTable Head { get; }

    internal FontTable Maxima { get; }

    internal FontTable Horizontal { get; }

    internal GlyphTable Outlines { get; }

    /// <param name="content">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="FontException">It is no such font, or damaged, or may not be embedded.</exception>
    public static TrueTypeFont Read(byte[] content, string file) => new(content, file);

    /// <returns><see langword="null"/> when it has none for this character.</returns>
    public int? GlyphOf(Rune character) => characters.GlyphOf(character);

    /// <summary>How far the next glyph stands to the right, and where the outline begins, in units.</summary>
    public (int Advance, int Bearing) MetricsOf(int glyph)
    {
        var table = tables["hmtx"];
        return glyph < metrics
            ? (table.U16(4L * glyph), table.I16((4L * glyph) + 2))
            : (table.U16(4L * (metrics - 1)), table.I16((4L * metrics) + (2L * (glyph - metrics))));
    }

    private void ReadTables(FontTable content)
    {
        if (content.Length < 12 || content.U32(0) is not (0x10000 or 0x74727565))
        {
            throw new FontException($"{file} is no TrueType font; fonts with PostScript outlines (OTTO) and collections (ttcf) are not embedded");
        }

        int count = content.U16(4);
        if (count > MaxTables)
        {
            throw new FontException(FormattableString.Invariant($"{file} has {count} tables; at most {MaxTables} are read"));
        }

        for (var i = 0; i < count; i++)
        {
            var record = 12 + (16L * i);
            var tag = Encoding.ASCII.GetString(content.Slice(record, 4));
            var (offset, length) = (content.U32(record + 8), content.U32(record + 12));
            if (offset + (long)length > content.Length)
            {
                throw new FontException(FormattableString.Invariant(
                    $"{file} is cut off: table {i + 1} ends at {offset + (long)length}, the file at {content.Length}"));
            }

            tables[tag] = content.Part(offset, length, $"{file}: the table {Escape.OneLine(tag).Trim()}");
        }
    }

    private FontTable Table(string tag, int length) => !tables.TryGetValue(tag, out var table) ? throw new FontException($"{file} has no table {tag}")
        : table.Length < length ? throw table.Wrong(FormattableString.Invariant($"has {table.Length} bytes; {length} are needed"))
        : table;

    /// <summary>The field fsType of <c>OS/2</c>: what the font's makers allow. No field forbids nothing.</summary>
    private void RefuseWhatMayNotBeEmbedded()
    {
        if (tables.TryGetValue("OS/2", out var table) && table.U16(8) is var rights && ((rights & 0xF) == 2 || (rights & 0x300) != 0))
        {
            throw new FontException($"{file} may not be embedded in part: its makers do not allow it (fsType {rights:X4} of its table OS/2)");
        }
    }

    private string PostScriptName()
    {
        if (tables.TryGetValue("name", out var table))
        {
            for (var i = 0; i < table.U16(2); i++)
            {
                var record = 6 + (12L * i);
                if (table.U16(record) == 3 && table.U16(record + 6) == 6)
                {
                    var text = Encoding.BigEndianUnicode.GetString(table.Slice(table.U16(4) + (long)table.U16(record + 10), table.U16(record + 8)));
                    var name = string.Concat(text.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(63));
                    return name.Length > 0 ? name : "Font";
                }
            }
        }

        return "Font";
    }
}
