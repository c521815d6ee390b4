namespace Gates.Runner;

/// <summary>The working directory. A file reached through a symbolic link is not part of it.</summary>
internal sealed class WorkingTree : ISourceTree
{
    private const string OwnFolder = ".gates/";
    private readonly string root;
    private readonly HashSet<string> paths;
    private readonly Lazy<WorkingTree> everything;

    private WorkingTree(string root, IReadOnlyList<SourceFile> files)
    {
        this.root = root;
        AllFiles = files;
        paths = [.. files.Select(file => file.Path)];
        everything = new Lazy<WorkingTree>(() => Walk(root));
    }

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles { get; }

    public ISourceTree WithIgnored => everything.Value;

    /// <summary>A tree of the named files; those that are absent, links, or behind a link are left out.</summary>
    public static WorkingTree Of(string root, IEnumerable<string> listed)
    {
        var realFolders = new Dictionary<string, bool>(StringComparer.Ordinal) { [""] = true };
        var files = new List<SourceFile>();
        foreach (var path in listed.Where(path => !path.StartsWith(OwnFolder, StringComparison.Ordinal)))
        {
            var info = new FileInfo(Path.Combine(root, path));
            if (info is { Exists: true, LinkTarget: null } && IsRealFolder(root, ParentOf(path), realFolders))
            {
                files.Add(new SourceFile(path, info.Length));
            }
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new WorkingTree(root, files);
    }

    /// <summary>Every file below a folder, whatever git thinks of it.</summary>
    public static WorkingTree Walk(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        return Of(root, Directory.EnumerateFiles(root, "*", options).Select(path => Path.GetRelativePath(root, path)).Where(path => !path.StartsWith(".git/", StringComparison.Ordinal)));
    }

    public bool Exists(string path) => paths.Contains(path);

    public bool IsBehindLink(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (new FileInfo(Path.Combine(root, path[..end])).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFolder(string path) => new DirectoryInfo(Path.Combine(root, path)) is { Exists: true, LinkTarget: null };

    public Stream Open(string path)
    {
        if (!paths.Contains(path))
        {
            throw new EvaluationException($"{path}: no such file in the working directory");
        }

        try
        {
            var info = new FileInfo(Path.Combine(root, path));

            // Pipes, sockets and devices report no length; opening one could block for ever.
            return info.Length == 0 ? Stream.Null : info.Open(new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static bool IsRealFolder(string root, string folder, Dictionary<string, bool> known)
    {
        if (!known.TryGetValue(folder, out var real))
        {
            real = new DirectoryInfo(Path.Combine(root, folder)).LinkTarget is null && IsRealFolder(root, ParentOf(folder), known);
            known[folder] = real;
        }

        return real;
    }

    private static string ParentOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";
}
