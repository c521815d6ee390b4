namespace Gates.Doors.Files;

/// <summary>Paths as the system follows them.</summary>
internal static class RealPath
{
    /// <value>As many links as Linux itself follows.</value>
    private const int MaxLinks = 40;

    /// <summary>The path without any link, as far as it exists; <see langword="null"/> where links lead in a circle.</summary>
    /// <exception cref="IOException">A folder on the way cannot be read.</exception>
    public static string? Of(string path) => Of(Path.GetFullPath(path), 0);

    private static string? Of(string path, int links)
    {
        path = Path.TrimEndingDirectorySeparator(path);
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        if (links > MaxLinks || Of(parent, links) is not { } realParent)
        {
            return null;
        }

        var here = Path.Join(realParent, Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target ? Of(Path.GetFullPath(target, realParent), links + 1) : here;
    }
}
