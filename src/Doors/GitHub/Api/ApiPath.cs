using System.Text.RegularExpressions;

namespace Gates.Doors.GitHub.Api;

/// <summary>Builds paths from parts that others chose: no part can leave its place.</summary>
internal static partial class ApiPath
{
    /// <summary>A commit, tree or blob id.</summary>
    /// <exception cref="ArgumentException">It is not 40 or 64 lower-case hexadecimal digits.</exception>
    public static string Sha(string sha) => ShaPattern().IsMatch(sha) ? sha : throw new ArgumentException("not a full object id", nameof(sha));

    /// <summary>A number that GitHub gave.</summary>
    public static string Id(long id) =>
        id > 0 ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : throw new ArgumentOutOfRangeException(nameof(id));

    /// <summary>One part, percent-encoded.</summary>
    public static string Segment(string text) =>
        text is "" or "." or ".." || text.Any(char.IsControl)
            ? throw new ArgumentException($"\"{Gates.Formats.Foundation.Text.Escape.OneLine(text)}\" cannot stand in a path", nameof(text))
            : Uri.EscapeDataString(text);

    /// <summary>Several parts, each percent-encoded: a file's path, or a ref without <c>refs/</c>.</summary>
    public static string Segments(string text) => string.Join('/', text.Split('/').Select(Segment));

    /// <summary>A ref such as <c>refs/heads/main</c>, by git's own rules for names.</summary>
    /// <returns>Without <c>refs/</c>, percent-encoded.</returns>
    /// <exception cref="ArgumentException">It is not a full ref.</exception>
    public static string Ref(string fullRef) =>
        IsRef(fullRef)
            ? Segments(fullRef["refs/".Length..])
            : throw new ArgumentException(
                $"\"{Gates.Formats.Foundation.Text.Escape.OneLine(fullRef)}\" is not a full ref such as refs/heads/main",
                nameof(fullRef));

    /// <summary>Whether git would accept it as a full ref.</summary>
    public static bool IsRef(string text) =>
        RefPattern().IsMatch(text) && !text.Contains("..", StringComparison.Ordinal) && !text.Contains("@{", StringComparison.Ordinal)
        && !text.EndsWith('.') && text.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));

    [GeneratedRegex(@"\A([0-9a-f]{40}|[0-9a-f]{64})\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShaPattern();

    [GeneratedRegex(@"\Arefs/[^\s\x00-\x20\x7f~^:?*\[\\]+/[^\s\x00-\x20\x7f~^:?*\[\\]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex RefPattern();
}
