using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Gates.Formats.Fonts;

/// <summary>
/// The part of a font that a document needs: a font file of its own with only the tables that a PDF takes (ISO 32000-1, 9.9), without instructions. The same
/// glyphs give the same bytes.
/// </summary>
internal static class TrueTypeSubset
{
    private const uint Whole = 0xB1B0AFBA;

    /// <param name="font">The font.</param>
    /// <param name="glyphs">
    /// In the order in which the subset numbers them; the first is the one for what is missing. What they are composed of comes after them.
    /// </param>
    public static byte[] Of(TrueTypeFont font, IReadOnlyList<int> glyphs)
    {
        var all = glyphs.ToList();
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < all.Count; i++)
        {
            numbers.TryAdd(all[i], i);
            foreach (var (_, part) in font.Outlines[all[i]].Components)
            {
                if (!numbers.ContainsKey(part) && !all.Contains(part))
                {
                    all.Add(part);
                }
            }
        }

        var (places, outlines, metrics) = (new MemoryStream(), new MemoryStream(), new MemoryStream());
        foreach (var glyph in all)
        {
            places.Write(Four((uint)outlines.Length));
            outlines.Write(Padded(font.Outlines[glyph].Renumbered(part => numbers[part])));
            var (advance, bearing) = font.MetricsOf(glyph);
            metrics.Write(Two(advance));
            metrics.Write(Two(bearing));
        }

        places.Write(Four((uint)outlines.Length));
        return File(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = With(font.Head.Slice(0, 54), (8, 0), (10, 0), (50, 1)),
            ["hhea"] = With(font.Horizontal.Slice(0, 36), (34, all.Count)),
            ["hmtx"] = metrics.ToArray(),
            ["loca"] = places.ToArray(),

            // Nothing that runs: zones, twilight points, storage, functions, instructions, stack.
            ["maxp"] = With(font.Maxima.Slice(0, 32), (4, all.Count), (14, 1), (16, 0), (18, 0), (20, 0), (22, 0), (24, 0), (26, 0)),
        });
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var directory = new MemoryStream();
        var power = BitOperations.Log2((uint)tables.Count);
        directory.Write(Four(0x10000));
        foreach (var number in (int[])[tables.Count, 16 << power, power, (16 * tables.Count) - (16 << power)])
        {
            directory.Write(Two(number));
        }

        var content = new MemoryStream();
        foreach (var (tag, table) in tables)
        {
            directory.Write(Encoding.ASCII.GetBytes(tag));
            directory.Write(Four(Sum(table)));
            directory.Write(Four((uint)(12 + (16 * tables.Count) + content.Length)));
            directory.Write(Four((uint)table.Length));
            content.Write(Padded(table));
        }

        byte[] file = [.. directory.ToArray(), .. content.ToArray()];
        var head = 12 + (16 * tables.Count) + Padded(tables["glyf"]).Length;
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(Whole - Sum(file)));
        return file;
    }

    private static byte[] With(ReadOnlySpan<byte> table, params ReadOnlySpan<(int Place, int Value)> changes)
    {
        var copy = table.ToArray();
        foreach (var (place, value) in changes)
        {
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(place), (ushort)value);
        }

        return copy;
    }

    private static uint Sum(byte[] table)
    {
        var padded = Padded(table);
        var sum = 0u;
        for (var at = 0; at < padded.Length; at += 4)
        {
            unchecked
            {
                sum += BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(at));
            }
        }

        return sum;
    }

    private static byte[] Padded(byte[] bytes) => bytes.Length % 4 == 0 ? bytes : [.. bytes, .. new byte[4 - (bytes.Length % 4)]];

    private static byte[] Two(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Four(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
