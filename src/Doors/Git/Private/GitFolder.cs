using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>
/// Where somebody else's repository keeps its objects and refs, found by reading. Nothing is run there, and nothing there decides what is run.
/// </summary>
/// <param name="Name">How messages name it.</param>
/// <param name="Directory">What is of this working directory alone: its head and index.</param>
/// <param name="Common">What all its working directories share.</param>
internal sealed record GitFolder(string Name, string Directory, string Common)
{
    private const int PathLength = 10_000;

    public string Objects => Path.Combine(Common, "objects");

    /// <summary>The top folder of the repository that holds a folder, or <see langword="null"/>.</summary>
    public static string? FindTop(DirectoryInfo folder)
    {
        for (var current = folder; current is not null; current = current.Parent)
        {
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
            {
                return current.FullName;
            }
        }

        return null;
    }

    /// <param name="top">A folder with <c>.git</c>, which is a folder, or a file that names one.</param>
    /// <exception cref="EvaluationException">It is no repository.</exception>
    public static GitFolder From(string top) => Read(top, Path.Combine(top, ".git"));

    /// <summary>A repository that a remote's path means, with or without a working directory.</summary>
    /// <exception cref="EvaluationException">There is none.</exception>
    public static GitFolder OfPath(string path)
    {
        foreach (var suffix in (string[])["/.git", "", ".git/.git", ".git"])
        {
            var folder = path.TrimEnd('/') + suffix;
            if (File.Exists(folder) || File.Exists(Path.Combine(folder, "HEAD")))
            {
                return Read(path, folder);
            }
        }

        throw new EvaluationException($"{path} is no git repository");
    }

    private static GitFolder Read(string name, string entry)
    {
        var directory = System.IO.Directory.Exists(entry) ? entry : Path.GetFullPath(Pointer(name, entry), Path.GetDirectoryName(entry)!);
        var common = SmallFile.Read(Path.Combine(directory, "commondir"), PathLength) is { } shared
            ? Path.GetFullPath(shared.TrimEnd('\r', '\n'), directory)
            : directory;
        var found = new GitFolder(name, directory, common);
        return !System.IO.Directory.Exists(found.Objects) ? throw Unreadable(name, $"{found.Objects} is not there")
            : !File.Exists(Path.Combine(directory, "HEAD")) ? throw Unreadable(name, $"{Path.Combine(directory, "HEAD")} is not there")
            : System.IO.Directory.Exists(Path.Combine(common, "reftable"))
                ? throw Unreadable(name, "its refs are kept as a reftable, which gates does not read; `git refs migrate --ref-format=files` makes them files")
            : found;
    }

    private static string Pointer(string name, string file)
    {
        const string Key = "gitdir: ";
        var text = SmallFile.Read(file, PathLength) ?? "";
        return text.StartsWith(Key, StringComparison.Ordinal) && text[Key.Length..].TrimEnd('\r', '\n') is { Length: > 0 } path
            ? path
            : throw Unreadable(name, $"{file} does not begin with \"{Key}\"");
    }

    private static EvaluationException Unreadable(string name, string reason) => new($"{name}: git cannot read this repository: {reason}");
}
