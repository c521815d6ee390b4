namespace Support;

/// <summary>Where this project's own files are.</summary>
public static class Repository
{
    /// <value>The folder that holds the solution.</value>
    public static string Root { get; } = Find();

    /// <value>The program: the published one that <c>./test</c> names, or the built one, of the same configuration as the tests.</value>
    public static string Gates { get; } = Environment.GetEnvironmentVariable("GATES_TEST_PROGRAM")
        ?? Path.Combine(Root, "artifacts", "bin", "Gates.Runner", new DirectoryInfo(AppContext.BaseDirectory).Name, "gates");

    /// <summary>A full path from parts relative to the root.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Data that lies beside some checkouts and in no repository; <see langword="null"/> where it does not.</summary>
    /// <param name="path">Its path in a folder <c>shared</c> of the root or above it.</param>
    public static string? Shared(string path)
    {
        for (var folder = new DirectoryInfo(Root); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", path);
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        return null;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gates.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests run outside their repository");
    }
}
