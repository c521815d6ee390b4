namespace Gates.Formats.Documents.Toml;

/// <summary>Lines and columns of a TOML text. Tomlyn's columns count a character beyond the basic plane once, those of every other format here twice.</summary>
internal sealed class TomlPlaces
{
    private readonly string path;
    private readonly List<int> starts = [0];

    public TomlPlaces(string text, string path)
    {
        this.path = path;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }
    }

    public int Lines => starts.Count;

    public (int Line, int Column) Of(int offset)
    {
        var index = starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    public DocumentException Fail(int offset, string reason)
    {
        var (line, column) = Of(offset);
        return new DocumentException(path, line, column, "not valid TOML: " + reason);
    }

    public static string TooDeep(DocumentLimits limits) => FormattableString.Invariant($"nested deeper than {limits.Depth} levels");

    /// <summary>Whether keys without quotes, numbers and dates may hold this character.</summary>
    public static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '_' or '.' or ':';
}
