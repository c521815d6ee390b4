using System.Buffers.Binary;
using System.Text;
using Gates.Formats.Fonts;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Fonts;

public sealed class TrueTypeSubsetTests
{
    [Fact]
    public void Of_ACompositeGlyph_BringsItsPartsUnderTheirNewNumbers()
    {
        var font = TrueTypeFont.Read(
            new TinyFont().Glyph('A', TinyFont.Triangle).Glyph('B', TinyFont.Triangle).Glyph('Ä', TinyFont.Composite(2, 1)).ToBytes(), "x.ttf");

        var tables = Tables(TrueTypeSubset.Of(font, [0, 3]));

        // Of the four glyphs: the one for what is missing, Ä, and the parts of Ä in the order in which it names them.
        BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(4)).ShouldBe((ushort)4);
        var glyph = Glyph(tables, 1);
        BinaryPrimitives.ReadUInt16BigEndian(glyph.AsSpan(12)).ShouldBe((ushort)2);
        BinaryPrimitives.ReadUInt16BigEndian(glyph.AsSpan(18)).ShouldBe((ushort)3);
        Glyph(tables, 2).ShouldBe(Glyph(tables, 3));
        Widths(tables).ShouldBe([500, 503, 502, 501]);
    }

    /// <summary>Instructions are a program of the font's makers; whoever opens the document would run it.</summary>
    [Fact]
    public void Of_GlyphsWithInstructions_LeavesThemOut()
    {
        var font = TrueTypeFont.Read(new TinyFont { Instead = { ["fpgm"] = [1], ["prep"] = [2] } }.Glyph('A', TinyFont.Composite(0)).ToBytes(), "x.ttf");

        var subset = TrueTypeSubset.Of(font, [0, 1]);
        var tables = Tables(subset);

        tables.Keys.ShouldBe(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
        subset.AsSpan().IndexOf(new byte[] { 0xAA, 0xBB, 0xCC }).ShouldBe(-1);
        Glyph(tables, 0)[12..14].ShouldBe(new byte[] { 0, 0 });
        (BinaryPrimitives.ReadUInt16BigEndian(Glyph(tables, 1).AsSpan(10)) & 0x100).ShouldBe(0);
        BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].AsSpan(26)).ShouldBe((ushort)0);
    }

    [Fact]
    public void Of_AnInstalledFont_IsSmall_TheSameEachTime_AndItsSumIsRight()
    {
        var font = InstalledFonts.Demand().Set!.Regular;
        int[] glyphs = [0, .. "The quick brown fox Äé".Select(letter => font.GlyphOf(new Rune(letter))!.Value)];

        var subset = TrueTypeSubset.Of(font, glyphs);

        subset.Length.ShouldBeLessThan(8_000);
        TrueTypeSubset.Of(font, glyphs).ShouldBe(subset);
        Enumerable.Range(0, subset.Length / 4).Aggregate(0u, (sum, i) => unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(subset.AsSpan(4 * i))))
            .ShouldBe(0xB1B0AFBA);
    }

    private static int[] Widths(SortedDictionary<string, byte[]> tables) =>
        [.. Enumerable.Range(0, tables["hmtx"].Length / 4).Select(i => (int)BinaryPrimitives.ReadUInt16BigEndian(tables["hmtx"].AsSpan(4 * i)))];

    private static byte[] Glyph(SortedDictionary<string, byte[]> tables, int number)
    {
        int Place(int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(tables["loca"].AsSpan(4 * at));
        return tables["glyf"][Place(number)..Place(number + 1)];
    }

    private static SortedDictionary<string, byte[]> Tables(byte[] file)
    {
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var at = 12; at < 12 + (16 * BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4))); at += 16)
        {
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8));
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 12));
            tables[Encoding.ASCII.GetString(file, at, 4)] = file[start..(start + length)];
        }

        return tables;
    }
}
