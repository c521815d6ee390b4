namespace Gates.Doors.Files;

/// <summary>Folders that live as long as this process, each for its owner alone.</summary>
internal static class TemporaryFolders
{
    private static readonly List<string> Made = [];

    static TemporaryFolders() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => DeleteAll();

    /// <param name="purpose">What the name begins with.</param>
    /// <param name="outside">A folder whose contents must not grow by it; <see langword="null"/> when there is none.</param>
    public static string Create(string purpose, string? outside = null)
    {
        var usual = Path.GetFullPath(Path.GetTempPath());
        var folder = outside is null || !usual.StartsWith(outside.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? Directory.CreateTempSubdirectory($"gates-{purpose}-")
            : Directory.CreateDirectory(
                Path.Combine("/tmp", $"gates-{purpose}-{Path.GetRandomFileName()}"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        lock (Made)
        {
            Made.Add(folder.FullName);
        }

        return folder.FullName;
    }

    public static void DeleteAll()
    {
        string[] made;
        lock (Made)
        {
            made = [.. Made];
            Made.Clear();
        }

        foreach (var path in made)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A program that still ends may hold it; the system clears its temporary folder.
            }
        }
    }
}
