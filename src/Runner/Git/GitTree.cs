using System.Globalization;

namespace Gates.Runner.Git;

/// <summary>A commit's files as objects. Symbolic links and submodules are left out.</summary>
internal sealed class GitTree : ISourceTree, IDisposable
{
    /// <value>The mode of a symbolic link.</value>
    private const string Link = "120000";

    private readonly Dictionary<string, string> objects;
    private readonly Dictionary<string, string> others;
    private readonly GitObjects reader;

    private GitTree(IReadOnlyList<SourceFile> files, Dictionary<string, string> objects, Dictionary<string, string> others, GitObjects reader)
    {
        this.others = others;
        AllFiles = files;
        this.objects = objects;
        this.reader = reader;
    }

    public IReadOnlyList<SourceFile> Files => AllFiles;

    public IReadOnlyList<SourceFile> AllFiles { get; }

    /// <param name="fields">The fields of <c>ls-tree -r -z -l</c>: mode, type, object, size, tab, path.</param>
    /// <param name="git">Where the objects are read.</param>
    public static GitTree Parse(IEnumerable<string> fields, GitCommand git)
    {
        var files = new List<SourceFile>();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var tab = field.IndexOf('\t', StringComparison.Ordinal);
            var words = field[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0].StartsWith("100", StringComparison.Ordinal))
            {
                var path = field[(tab + 1)..];
                files.Add(new SourceFile(path, long.Parse(words[3], CultureInfo.InvariantCulture)));
                ids[path] = words[2];
            }
            else
            {
                rest[field[(tab + 1)..]] = words[0];
            }
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new GitTree(files, ids, rest, new GitObjects(git));
    }

    public bool Exists(string path) => objects.ContainsKey(path);

    public bool IsBehindLink(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (others.GetValueOrDefault(path[..end]) == Link)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFolder(string path) => others.GetValueOrDefault(path) is not (null or Link) || AllFiles.Any(file => file.Path.StartsWith(path + "/", StringComparison.Ordinal));

    public Stream Open(string path) => objects.TryGetValue(path, out var id)
        ? reader.Open(id)
        : throw new EvaluationException($"{path}: no such file in this commit");

    /// <summary>Some files at once; <see langword="null"/> for each that this commit does not have.</summary>
    /// <exception cref="EvaluationException">An object is missing from this clone.</exception>
    public IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths)
    {
        var ids = paths.Select(path => objects.GetValueOrDefault(path)).ToList();
        var found = new Queue<byte[]>(reader.FindAll([.. ids.OfType<string>()]));
        return [.. ids.Select(id => id is null ? null : found.Dequeue())];
    }

    public void Dispose() => reader.Dispose();
}
