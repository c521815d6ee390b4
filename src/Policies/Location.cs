namespace Gates.Policies;

/// <summary>A place in the repository. Lines and columns start at 1; the path is relative to the root and uses <c>/</c>.</summary>
public sealed record Location(string Path, int? Line = null, int? EndLine = null, int? Column = null, int? EndColumn = null)
{
    /// <value>The full id of the commit that has the place, where it is not what is judged; such a place has no line. Default: none.</value>
    public string? Commit { get; init; }

    /// <summary>Whether a text is the full id of a commit.</summary>
    internal static bool IsCommit(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether a path stays in the repository, whatever made it: not absolute, no <c>..</c>, no NUL.</summary>
    internal static bool IsInside(string path) =>
        path.Length > 0 && path[0] != '/' && !path.Contains('\0', StringComparison.Ordinal) && !path.Split('/').Contains("..", StringComparer.Ordinal);
}
