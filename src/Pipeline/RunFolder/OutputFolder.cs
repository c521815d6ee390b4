using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.RunFolder;

/// <summary>The folder a run leaves its files in. Nothing in it is followed, shared, half-written, or left over from an earlier run.</summary>
internal sealed class OutputFolder
{
    public const string Manifest = "run.json";

    /// <value>Everything that a run, or a later command on its results, leaves here; nothing else is ever removed.</value>
    private static readonly string[] Names =
    [
        Manifest, "results.json", "proposed.json", "results.sarif", "results.junit.xml", "summary.md", "report.html", "prov.json", "disclosures.json",
        "evidence", "settings", "policies", "bundles", "build", RunFileNames.Documents,
    ];

    private readonly string workspace;
    private readonly Owner? owner;
    private readonly SortedDictionary<string, string> written = new(StringComparer.Ordinal);

    private OutputFolder(string path, string workspace)
    {
        Path = path;
        this.workspace = workspace;
        owner = Owner.ToHandTo(workspace);
    }

    /// <value>What stands in the manifest until the run is complete. Its first property is how a folder of ours is recognised.</value>
    public static ReadOnlySpan<byte> Unfinished => "{ \"tool\": \"gates\", \"version\": 1, \"complete\": false }\n"u8;

    /// <value>The absolute path.</value>
    public string Path { get; }

    /// <value>How to name the folder to a user: relative to the workspace when it lies within.</value>
    public string DisplayName => Inside(System.IO.Path.GetRelativePath(workspace, Path)) ?? Path;

    /// <value>SHA-256 in lower-case hexadecimal of every file of this run, by name.</value>
    public IReadOnlyDictionary<string, string> Written => written;

    /// <summary>Checks and prepares the folder, and removes what an earlier run left.</summary>
    /// <param name="path">Absolute, or relative to the workspace.</param>
    /// <param name="workspace">The repository's root.</param>
    /// <param name="isTracked">Whether git tracks a path, or anything below it; paths are relative to the workspace and use <c>/</c>.</param>
    /// <exception cref="UsageException">The folder must not be used, or cannot be made.</exception>
    public static OutputFolder Create(string path, string workspace, Func<string, bool> isTracked)
    {
        var root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(workspace));
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path, root));
        OutputFolderCheck.Usable(full, root, isTracked);
        var folder = new OutputFolder(full, root);
        try
        {
            folder.MakeFolders(full);
            folder.RemoveOld();
            OwnFolder.Hide(root, full);
            folder.Replace(Manifest, stream => stream.Write(Unfinished));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {path}: cannot be written: {exception.Message}");
        }

        return folder;
    }

    /// <summary>How to name a file of the folder to later steps: relative to the workspace when it lies within.</summary>
    public string NameOf(string name) => System.IO.Path.Join(DisplayName, name);

    /// <summary>Writes a file whole or not at all.</summary>
    /// <param name="name">Relative to the folder, with <c>/</c>.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="isPrivate">Whether nobody but its owner may read it.</param>
    public void Write(string name, Action<Stream> write, bool isPrivate = false) => written[name] = Replace(name, write, isPrivate);

    /// <summary>Takes back a file of this run, if it was written.</summary>
    public void Remove(string name)
    {
        if (written.Remove(name))
        {
            File.Delete(System.IO.Path.Join(Path, name));
        }
    }

    private static string? Inside(string relative) =>
        relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative) ? null : relative;

    private string Replace(string name, Action<Stream> write, bool isPrivate = false)
    {
        var target = System.IO.Path.Join(Path, name);
        var parent = System.IO.Path.GetDirectoryName(target)!;
        MakeFolders(parent);
        var draft = System.IO.Path.Join(parent, $".{System.IO.Path.GetFileName(target)}.tmp");
        File.Delete(draft);
        try
        {
            var digest = Draft(draft, write, isPrivate);
            owner?.Take(draft);
            File.Move(draft, target, overwrite: true);
            return digest;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static string Draft(string path, Action<Stream> write, bool isPrivate)
    {
        UnixFileMode? mode = isPrivate ? UnixFileMode.UserRead | UnixFileMode.UserWrite : null;
        using var file = new FileStream(
            path,
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, UnixCreateMode = mode });
        using var content = new DigestStream(file);
        write(content);
        content.Flush();
        file.Flush(flushToDisk: true);
        return content.Digest();
    }

    private void MakeFolders(string path)
    {
        var missing = new Stack<string>();
        for (var current = path; !Directory.Exists(current); current = System.IO.Path.GetDirectoryName(current)!)
        {
            missing.Push(current);
        }

        while (missing.TryPop(out var current))
        {
            Directory.CreateDirectory(current);
            owner?.Take(current);
        }
    }

    private void RemoveOld()
    {
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().Where(entry => Names.Contains(entry.Name, StringComparer.Ordinal)))
        {
            // A link is removed as a link; what it points at stays.
            if (entry is DirectoryInfo { LinkTarget: null } directory)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }
}
