namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Folders of repository paths; the root is the empty text.</summary>
internal static class Folders
{
    public static string Of(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string Join(string folder, string name)
    {
        var relative = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        relative = relative.Trim('/');
        return relative is "" or "." ? folder : folder.Length == 0 ? relative : folder + "/" + relative;
    }

    /// <summary>The folder, then those above it up to the root.</summary>
    public static IEnumerable<string> Upwards(string folder)
    {
        while (true)
        {
            yield return folder;
            if (folder.Length == 0)
            {
                yield break;
            }

            folder = Of(folder);
        }
    }

    /// <summary>The folder that a command enters from another; <see langword="null"/> when the text does not tell or leaves the repository.</summary>
    public static string? Enter(string? folder, string name) =>
        folder is null || name.StartsWith('/') || name.Contains("..", StringComparison.Ordinal) || name.Contains('$', StringComparison.Ordinal)
            || name.Contains('~', StringComparison.Ordinal) || name.Contains('`', StringComparison.Ordinal)
            ? null
            : Join(folder, name);
}
