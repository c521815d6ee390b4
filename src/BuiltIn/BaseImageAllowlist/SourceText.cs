namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>A file's text.</summary>
/// <param name="Path">Relative to the repository's root.</param>
/// <param name="Text">The text.</param>
/// <param name="InScope">Whether its own images count in this run; else it is only read for what it passes to builds.</param>
internal sealed record SourceText(string Path, string Text, bool InScope)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.LastIndexOf('/') is > 0 and var slash ? Path[..slash] : "";

    /// <summary>The line of a character, starting at 1.</summary>
    public int LineAt(int offset) => 1 + Text.AsSpan(0, Math.Clamp(offset, 0, Text.Length)).Count('\n');
}
