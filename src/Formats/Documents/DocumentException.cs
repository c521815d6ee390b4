namespace Gates.Formats.Documents;

/// <summary>A file is not what its format says: the message has <c>path:line:column</c> and what is wrong.</summary>
internal sealed class DocumentException(string path, int line, int column, string reason)
    : Exception(FormattableString.Invariant($"{path}:{line}:{column}: {Shorten(reason)}"))
{
    private const int MaxLength = 500;

    public string Path { get; } = path;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Reason { get; } = Shorten(reason);

    /// <summary>Reasons quote the file, and what a file calls a key may be as long as the file.</summary>
    private static string Shorten(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
