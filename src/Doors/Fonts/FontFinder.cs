using Gates.Formats.Documents;
using Gates.Formats.Fonts;
using Gates.Formats.Foundation;

namespace Gates.Doors.Fonts;

/// <summary>Finds the fonts that documents embed: DejaVu, and Droid Sans Fallback for Chinese, Japanese and Korean.</summary>
/// <param name="folders">Where they are looked for; the first that has one counts.</param>
internal sealed class FontFinder(IReadOnlyList<string> folders)
{
    private const string Regular = "DejaVuSans.ttf";
    private const string Bold = "DejaVuSans-Bold.ttf";
    private const string Mono = "DejaVuSansMono.ttf";

    /// <value>The second has more of Chinese, and no Korean.</value>
    private static readonly string[] EastAsian = ["DroidSansFallback.ttf", "DroidSansFallbackFull.ttf"];

    /// <value>Where Debian's packages <c>fonts-dejavu-core</c> and <c>fonts-droid-fallback</c> put them.</value>
    public static FontFinder Debian { get; } =
        new(["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/droid", "/usr/share/fonts-droid-fallback/truetype"]);

    /// <summary>What is installed. Where a font is missing or damaged the document does without, and the answer says so.</summary>
    public DocumentFonts Find()
    {
        try
        {
            var fonts = Read();
            return new DocumentFonts(fonts, fonts.EastAsian is null ? $"{EastAsian[0]}, for Chinese, Japanese and Korean, is not in {folders[^1]}" : null);
        }
        catch (FontException e)
        {
            return new DocumentFonts(null, e.Message);
        }
    }

    /// <summary>The fonts of a folder that somebody named.</summary>
    /// <exception cref="UsageException">One is missing, or cannot be embedded.</exception>
    public static DocumentFonts Named(string folder, string root)
    {
        var full = Path.GetFullPath(folder, root);
        if (!Directory.Exists(full))
        {
            throw new UsageException($"--fonts {Say.Quote(folder)}: there is no such folder");
        }

        try
        {
            var fonts = new FontFinder([full]).Read();
            return new DocumentFonts(fonts, fonts.EastAsian is null ? $"{EastAsian[0]}, for Chinese, Japanese and Korean, is not in {folder}" : null);
        }
        catch (FontException e)
        {
            throw new UsageException($"--fonts {Say.Quote(folder)}: {e.Message}; it must have {Regular}, {Bold} and {Mono}, and may have {EastAsian[0]}");
        }
    }

    private FontSet Read() => new(Required(Regular), Required(Bold), Required(Mono), EastAsian.Select(Optional).FirstOrDefault(font => font is not null));

    private TrueTypeFont Required(string name) =>
        Optional(name) ?? throw new FontException($"{name} is not in {folders[0]}");

    private TrueTypeFont? Optional(string name) => folders
        .Select(folder => new FileInfo(Path.Combine(folder, name)))
        .FirstOrDefault(file => file.Exists) is { } found ? Read(found) : null;

    /// <summary>Pipes and devices have no length, and reading one could take for ever.</summary>
    private static TrueTypeFont Read(FileInfo file)
    {
        try
        {
            if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            {
                file = target;
            }

            using var stream = file.Length > 0 ? file.OpenRead() : throw new FontException($"{Say.Path(file.Name)} is empty");
            return TrueTypeFont.Read(
                BoundedBytes.Read(stream, TrueTypeFont.MaxFileSize)
                    ?? throw new FontException(FormattableString.Invariant($"{Say.Path(file.Name)} has more than {TrueTypeFont.MaxFileSize} bytes")),
                file.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FontException($"{Say.Path(file.Name)} cannot be read: {e.Message}");
        }
    }
}
