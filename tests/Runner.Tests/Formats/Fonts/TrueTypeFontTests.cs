using System.Globalization;
using System.Text;
using Gates.Formats.Fonts;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Fonts;

public sealed class TrueTypeFontTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "OTTO", "fonts with PostScript outlines (OTTO) and collections (ttcf) are not embedded" },
        { "short", "is no TrueType font" },
        { "no glyf", "has no table glyf" },
        { "head", "its tables head, maxp and hhea do not go together" },
        { "metrics", "its tables head, maxp and hhea do not go together" },
        { "hmtx", "the table hmtx has 3 bytes; 8 are needed" },
        { "restricted", "may not be embedded in part: its makers do not allow it (fsType 0002" },
        { "no subset", "may not be embedded in part: its makers do not allow it (fsType 0100" },
        { "backwards", "has glyph 0 end before it begins" },
        { "loca", "the table loca has 4 bytes" },
        { "itself", "composed of itself, or of parts of parts" },
        { "circle", "composed of itself, or of parts of parts" },
        { "deep", "composed of itself, or of parts of parts more than 16 deep" },
        { "nobody", "has glyph 1 composed of 7, and there are 2" },
        { "points", "the table glyf has 12 bytes" },
        { "contours", "has contours that are not in order" },
        { "flags", "has more flags than points" },
        { "no unicode", "has no map of Unicode in format 4 or 12" },
        { "group", "has a group that is none: 66 to 65" },
        { "order", "is not in order at 65 to 65" },
        { "many groups", "at most 65536 are read" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_AFontThatIsNone_IsRefusedAndSaysWhy(string fault, string reason) =>
        Should.Throw<FontException>(() => TrueTypeFont.Read(Spoiled(fault), "x.ttf")).Message.ShouldContain(reason);

    [Fact]
    public void Read_ATinyFont_KnowsItsGlyphs()
    {
        var font = TrueTypeFont.Read(new TinyFont().Glyph('A', TinyFont.Triangle).Glyph('Ä', TinyFont.Composite(1, 0)).ToBytes(), "x.ttf");

        font.GlyphCount.ShouldBe(3);
        font.GlyphOf(new Rune('A')).ShouldBe(1);
        font.GlyphOf(new Rune('Ä')).ShouldBe(2);
        font.GlyphOf(new Rune('B')).ShouldBeNull();
        font.MetricsOf(2).ShouldBe((502, 2));
        font.Ascent.ShouldBe(800);
        font.Name.ShouldBe("Font");
    }

    [Fact]
    public void Read_Format4_KnowsBothOfItsWays()
    {
        // One segment with a delta, one with an array, and the last one that every font has.
        var map = TinyFont.Table(4 + 8 + 16 + 24 + 4, (2, 1), (4, 3), (6, 1), (10, 12), (12, 4), (14, 44), (18, 6), (26, 'A'), (28, 'D'), (30, 0xFFFF),
            (34, 'A'), (36, 'C'), (38, 0xFFFF), (40, 1 - 'A'), (48, 4), (52, 2), (54, 0));
        var font = TrueTypeFont.Read(new TinyFont { Instead = { ["cmap"] = map } }.Glyph('x', []).Glyph('y', []).ToBytes(), "x.ttf");

        "ABCD".Select(letter => font.GlyphOf(new Rune(letter))).ShouldBe([1, null, 2, null]);
    }

    [Fact]
    public void Read_InstalledFont_HasWhatItIsKnownFor()
    {
        var fonts = InstalledFonts.Demand().Set!;

        fonts.Names.ShouldBe(["DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono", "DroidSansFallback"]);
        fonts.Mono.IsFixedPitch.ShouldBeTrue();
        fonts.Regular.IsFixedPitch.ShouldBeFalse();
        fonts.Bold.IsBold.ShouldBeTrue();
        fonts.Mono.MetricsOf(fonts.Mono.GlyphOf(new Rune('W'))!.Value).Advance.ShouldBe(fonts.Mono.MetricsOf(fonts.Mono.GlyphOf(new Rune('i'))!.Value).Advance);
        "Aя中".Select(letter => fonts.Regular.GlyphOf(new Rune(letter)) is not null).ShouldBe([true, true, false]);
        fonts.EastAsian!.GlyphOf(new Rune('中')).ShouldNotBeNull();
    }

    /// <summary>Whatever a file holds, it is read or refused: nothing is read beyond it, and nothing goes on for ever.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_DamagedAnywhere_IsReadOrRefused(int seed)
    {
        _ = InstalledFonts.Demand();
        var whole = File.ReadAllBytes(InstalledFonts.DejaVuMono);
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 60; i++)
        {
            var damaged = i % 4 == 0 ? whole[..random.Next(whole.Length)] : whole.ToArray();
            for (var flips = 0; flips < 40 && damaged.Length > 0; flips++)
            {
                // Half of them where tables are named and placed, the rest anywhere.
                damaged[random.Next(flips % 2 == 0 ? Math.Min(400, damaged.Length) : damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                var font = TrueTypeFont.Read(damaged, "x.ttf");
                TrueTypeSubset.Of(font, [0, .. "Az09é".Select(letter => font.GlyphOf(new Rune(letter))).OfType<int>()]).ShouldNotBeEmpty();
            }
            catch (FontException e)
            {
                e.Message.ShouldStartWith("x.ttf");
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(20, "the damage must be seen");
    }

    private static byte[] Spoiled(string fault)
    {
        var font = new TinyFont();
        Dictionary<string, byte[]> tables = font.Instead;
        switch (fault)
        {
            case "OTTO":
                return [.. "OTTO"u8, .. font.ToBytes()[4..]];
            case "short":
                return [0, 1, 0];
            case "no glyf":
                return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(font.ToBytes()).Replace("glyf", "gone", StringComparison.Ordinal));
            case "head":
                tables["head"] = new byte[54];
                break;
            case "metrics":
                tables["hhea"] = TinyFont.Table(36, (34, 9));
                break;
            case "hmtx":
                font.Glyph('A', []);
                tables["hmtx"] = new byte[3];
                break;
            case "restricted" or "no subset":
                tables["OS/2"] = TinyFont.Table(78, (8, fault == "restricted" ? 2 : 0x100));
                break;
            case "backwards":
                tables["loca"] = TinyFont.Table(8, (2, 20));
                break;
            case "loca":
                tables["loca"] = new byte[4];
                break;
            case "itself":
                font.Glyph('A', TinyFont.Composite(1));
                break;
            case "circle":
                font.Glyph('A', TinyFont.Composite(2)).Glyph('B', TinyFont.Composite(0, 1));
                break;
            case "deep":
                Enumerable.Range(0, 20).ToList().ForEach(i => font.Glyph((char)('A' + i), TinyFont.Composite(i)));
                break;
            case "nobody":
                font.Glyph('A', TinyFont.Composite(7));
                break;
            case "points":
                font.Glyph('A', TinyFont.Triangle[..12]);
                break;
            case "contours":
                font.Glyph('A', [0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 2, 0, 0]);
                break;
            case "flags":
                font.Glyph('A', [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 200]);
                break;
            case "no unicode":
                tables["cmap"] = TinyFont.Table(20, (2, 1), (4, 1), (10, 12));
                break;
            case "group":
                tables["cmap"] = TinyFont.Groups((66, 65, 0));
                break;
            case "order":
                tables["cmap"] = TinyFont.Groups((65, 65, 0), (65, 65, 0));
                break;
            case "many groups":
                tables["cmap"] = TinyFont.Groups((65, 65, 0));
                tables["cmap"][25] = 9;
                break;
            default:
                throw new ArgumentException(fault.ToString(CultureInfo.InvariantCulture), nameof(fault));
        }

        return font.ToBytes();
    }
}
