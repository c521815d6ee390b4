using Gates.Doors.Fonts;
using Gates.Formats.Foundation;
using Runner.Tests.Formats.Fonts;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Fonts;

public sealed class FontFinderTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Find_FontsOfSeveralFolders_TakesTheFirstOfEach()
    {
        Put("a/DejaVuSans.ttf", "a/DejaVuSans-Bold.ttf", "b/DejaVuSansMono.ttf", "b/DroidSansFallbackFull.ttf");

        var found = new FontFinder([In("a"), In("b")]).Find();

        found.Missing.ShouldBeNull();
        found.Set!.EastAsian.ShouldNotBeNull();
    }

    [Fact]
    public void Find_NoFontForEastAsia_EmbedsTheOthersAndSaysSo()
    {
        Put("a/DejaVuSans.ttf", "a/DejaVuSans-Bold.ttf", "a/DejaVuSansMono.ttf");

        var found = new FontFinder([In("a")]).Find();

        found.Set!.EastAsian.ShouldBeNull();
        found.Missing.ShouldBe($"DroidSansFallback.ttf, for Chinese, Japanese and Korean, is not in {In("a")}");
    }

    [Fact]
    public void Find_AMissingFont_EmbedsNothingAndSaysWhich()
    {
        Put("a/DejaVuSans.ttf", "a/DejaVuSansMono.ttf");

        var found = new FontFinder([In("a")]).Find();

        found.Set.ShouldBeNull();
        found.Missing.ShouldBe($"DejaVuSans-Bold.ttf is not in {In("a")}");
    }

    [Theory]
    [InlineData("damaged", "DejaVuSans-Bold.ttf is no TrueType font")]
    [InlineData("", "DejaVuSans-Bold.ttf is empty")]
    public void Find_AFontThatIsNone_EmbedsNothingAndSaysWhy(string content, string reason)
    {
        Put("a/DejaVuSans.ttf", "a/DejaVuSans-Bold.ttf", "a/DejaVuSansMono.ttf");
        File.WriteAllText(In("a/DejaVuSans-Bold.ttf"), content);

        var found = new FontFinder([In("a")]).Find();

        found.Set.ShouldBeNull();
        found.Missing!.ShouldStartWith(reason);
    }

    /// <summary>Reading one would wait for ever.</summary>
    [Fact]
    public void Find_APipe_IsNotOpened()
    {
        Put("a/DejaVuSans.ttf", "a/DejaVuSansMono.ttf");
        ExternalProgram.Run("mkfifo", [In("a/DejaVuSans-Bold.ttf")]).ExitCode.ShouldBe(0);

        new FontFinder([In("a")]).Find().Missing.ShouldBe("DejaVuSans-Bold.ttf is empty");
    }

    [Fact]
    public void Named_AFolderWithoutFonts_IsAFaultOfTheCommandLine()
    {
        Should.Throw<UsageException>(() => FontFinder.Named("nowhere", folder.Path)).Message.ShouldBe("--fonts \"nowhere\": there is no such folder");
        Directory.CreateDirectory(In("empty"));
        Should.Throw<UsageException>(() => FontFinder.Named("empty", folder.Path)).Message.ShouldContain("DejaVuSans.ttf is not in");
    }

    [Fact]
    public void Named_AFolderWithFonts_IsRead()
    {
        Put("f/DejaVuSans.ttf", "f/DejaVuSans-Bold.ttf", "f/DejaVuSansMono.ttf", "f/DroidSansFallback.ttf");

        FontFinder.Named("f", folder.Path).Missing.ShouldBeNull();
    }

    public void Dispose() => folder.Dispose();

    private string In(string path) => Path.Combine(folder.Path, path);

    private void Put(params string[] names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
            File.WriteAllBytes(In(name), new TinyFont().Glyph('A', TinyFont.Triangle).ToBytes());
        }
    }
}
