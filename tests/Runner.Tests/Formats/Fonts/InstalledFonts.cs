using Gates.Doors.Fonts;
using Gates.Formats.Fonts;
using Xunit;

namespace Runner.Tests.Formats.Fonts;

/// <summary>The fonts of Debian, where they are.</summary>
internal static class InstalledFonts
{
    public const string DejaVuMono = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf";

    public static DocumentFonts Demand()
    {
        var found = FontFinder.Debian.Find();
        Assert.SkipUnless(found.Missing is null, $"fonts are not installed ({found.Missing}): apt-get install fonts-dejavu-core fonts-droid-fallback");
        return found;
    }
}
