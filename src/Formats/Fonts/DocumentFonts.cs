namespace Gates.Formats.Fonts;

/// <summary>What a document can embed here.</summary>
/// <param name="Set"><see langword="null"/> when nothing is embedded.</param>
/// <param name="Missing">What is missing, and why; <see langword="null"/> when nothing is.</param>
internal sealed record DocumentFonts(FontSet? Set, string? Missing)
{
    public static DocumentFonts None { get; } = new(null, "no font was looked for");
}
