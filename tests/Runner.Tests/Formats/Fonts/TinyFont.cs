using System.Buffers.Binary;
using System.Text;

namespace Runner.Tests.Formats.Fonts;

/// <summary>A font of a few glyphs, made here, of which a test can spoil any table.</summary>
internal sealed class TinyFont
{
    /// <value>A triangle with three bytes of instructions behind it, which nobody may run.</value>
    public static byte[] Triangle { get; } = [0, 1, 0, 0, 0, 0, 0, 100, 0, 100, 0, 2, 0, 3, 0xAA, 0xBB, 0xCC, 0x37, 0x37, 0x37, 0, 50, 50, 0, 100, 100, 0x99];

    private readonly List<byte[]> glyphs = [Triangle];
    private readonly Dictionary<char, int> characters = [];

    /// <value>Tables that stand instead of those that are made, or beside them.</value>
    public Dictionary<string, byte[]> Instead { get; } = new(StringComparer.Ordinal);

    public TinyFont Glyph(char character, byte[] outline)
    {
        characters[character] = glyphs.Count;
        glyphs.Add(outline);
        return this;
    }

    /// <summary>A glyph that consists of others, with instructions behind it.</summary>
    public static byte[] Composite(params int[] parts)
    {
        List<byte> bytes = [.. Two(-1), 0, 0, 0, 0, 0, 100, 0, 100];
        for (var i = 0; i < parts.Length; i++)
        {
            bytes.AddRange([.. Two(0x100 | 2 | (i < parts.Length - 1 ? 0x20 : 0)), .. Two(parts[i]), 1, 2]);
        }

        return [.. bytes, 0, 1, 0xAA, 0];
    }

    public byte[] ToBytes()
    {
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["head"] = Table(54, (12, 0x5F0F), (14, 0x3CF5), (18, 1000), (40, 100), (42, 100), (50, 1)),
            ["hhea"] = Table(36, (4, 800), (6, -200), (34, glyphs.Count)),
            ["maxp"] = Table(32, (0, 1), (4, glyphs.Count), (26, 99)),
            ["hmtx"] = [.. glyphs.SelectMany((_, i) => (byte[])[.. Two(500 + i), .. Two(i)])],
            ["glyf"] = [.. glyphs.SelectMany(glyph => glyph)],
            ["loca"] = [.. Enumerable.Range(0, glyphs.Count + 1).SelectMany(i => Four(glyphs.Take(i).Sum(glyph => glyph.Length)))],
            ["cmap"] = Cmap(),
        };
        foreach (var (tag, table) in Instead)
        {
            tables[tag] = table;
        }

        List<byte> directory = [.. Four(0x10000), .. Two(tables.Count), 0, 0, 0, 0, 0, 0], content = [];
        foreach (var (tag, table) in tables)
        {
            directory.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Four(12 + (16 * tables.Count) + content.Count), .. Four(table.Length)]);
            content.AddRange(table);
        }

        return [.. directory, .. content];
    }

    public static byte[] Table(int length, params (int Place, int Value)[] values)
    {
        var table = new byte[length];
        foreach (var (place, value) in values)
        {
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(place), unchecked((short)value));
        }

        return table;
    }

    /// <summary>Format 12, for all platforms' sake.</summary>
    public static byte[] Groups(params (int First, int Last, int Glyph)[] groups) =>
    [
        .. Two(0), .. Two(1), .. Two(3), .. Two(10), .. Four(12), .. Two(12), .. Two(0), .. Four(16 + (12 * groups.Length)), .. Four(0), .. Four(groups.Length),
        .. groups.SelectMany(group => (byte[])[.. Four(group.First), .. Four(group.Last), .. Four(group.Glyph)]),
    ];

    private byte[] Cmap() => Groups([.. characters.OrderBy(one => one.Key).Select(one => ((int)one.Key, (int)one.Key, one.Value))]);

    private static byte[] Two(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Four(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
