using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Doors.Files;

/// <summary>Files to write into a repository, all or none, over nothing that is there and through no link.</summary>
/// <param name="root">What paths are relative to.</param>
/// <param name="command">The command, for messages.</param>
internal sealed class NewFiles(DirectoryInfo root, string command)
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);

    public void Add(string path, ReadOnlySpan<byte> content) => files[path] = content.ToArray();

    /// <summary>What is to be written to a path.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(files[path]);

    /// <summary>A file that several policies use: one that is there already stays as it is.</summary>
    public void AddShared(string path, ReadOnlySpan<byte> content)
    {
        Add(path, content);
        shared.Add(path);
    }

    /// <returns>What was written.</returns>
    /// <exception cref="UsageException">Something is in the way, or cannot be written.</exception>
    public IReadOnlyList<string> Write()
    {
        if (!root.Exists)
        {
            throw new UsageException($"--workspace {Say.Quote(root.ToString())}: there is no such folder");
        }

        foreach (var path in shared.Where(IsTaken))
        {
            files.Remove(path);
        }

        if (Folders().FirstOrDefault(folder => new DirectoryInfo(Full(folder)).LinkTarget is not null) is { } link)
        {
            throw new UsageException($"{Say.Path(link)} is a symbolic link, which `{command}` does not follow");
        }

        if (files.Keys.FirstOrDefault(IsTaken) is { } taken)
        {
            throw new UsageException($"{Say.Path(taken)} exists already; `{command}` overwrites nothing and has written nothing");
        }

        foreach (var (path, content) in files)
        {
            Write(path, content);
        }

        return [.. files.Keys];
    }

    private IEnumerable<string> Folders() => files.Keys.SelectMany(Parents).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }

    private string Full(string path) => Path.Combine(root.FullName, path);

    private bool IsTaken(string path)
    {
        // A dangling link exists too, as far as overwriting is concerned.
        var full = Full(path);
        return Path.Exists(full) || new FileInfo(full).LinkTarget is not null;
    }

    private void Write(string path, byte[] content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
            using var stream = new FileStream(Full(path), FileMode.CreateNew, FileAccess.Write);
            stream.Write(content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Say.Path(path)}: cannot be written: {e.Message}");
        }
    }
}
