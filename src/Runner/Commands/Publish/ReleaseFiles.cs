using Gates.Doors.GitHub.Releases;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Commands.Publish;

/// <summary>What is attached to a release: the run's results for people and programs, and whatever else was made for it.</summary>
internal static class ReleaseFiles
{
    /// <value>Bytes of all files together; they are held in memory.</value>
    private const long MaxBytes = 512L << 20;

    private static readonly string[] Results = [RunFileNames.Html, RunFileNames.Results, RunFileNames.Sarif];

    /// <param name="results">The folder that <c>gates run</c> wrote; on the release its files begin with <c>gates-</c>.</param>
    /// <param name="assets">A folder whose files are attached under their own names; <see langword="null"/> for none.</param>
    /// <exception cref="UsageException">A file cannot be attached; nothing was sent.</exception>
    public static IReadOnlyList<ReleaseFile> Read(DirectoryInfo results, DirectoryInfo? assets)
    {
        var files = Results.Select(name => (Name: $"gates-{name}", File: new FileInfo(Path.Combine(results.FullName, name))))
            .Where(pair => pair.File.Exists)
            .ToList();
        files.AddRange(Assets(assets).Select(file => (file.Name, file)));
        foreach (var (name, file) in files)
        {
            var problem = file.LinkTarget is not null ? "is a symbolic link, which is not followed"
                : !ReleaseFile.IsName(name) ? "has a name that GitHub would change; use letters, digits, '.', '_' and '-', and begin with no dot"
                : files.Count(other => other.Name == name) > 1 ? "has the name under which this run's own results are attached; rename it"
                : file.Length == 0 ? "is empty, which GitHub does not accept"
                : null;
            if (problem is not null)
            {
                throw new UsageException($"{Escape.OneLine(file.FullName)} cannot be attached to the release: it {problem}");
            }
        }

        return files.Sum(pair => pair.File.Length) <= MaxBytes
            ? [.. files.Select(pair => new ReleaseFile(pair.Name, ContentType(pair.Name), File.ReadAllBytes(pair.File.FullName)))]
            : throw new UsageException($"--assets: the files of a release may have {MaxBytes >> 20} MiB together; attach larger ones with another tool before `gates publish`");
    }

    private static IEnumerable<FileInfo> Assets(DirectoryInfo? folder)
    {
        if (folder is null)
        {
            return [];
        }

        if (!folder.Exists)
        {
            throw new UsageException($"--assets {Escape.OneLine(folder.FullName)}: there is no such folder");
        }

        return folder.EnumerateDirectories().FirstOrDefault() is { } inner
            ? throw new UsageException($"--assets {Escape.OneLine(folder.FullName)}: it holds the folder {Escape.OneLine(inner.Name)}; a release has files only")
            : folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    private static string ContentType(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".JSON" => "application/json",
        ".SARIF" => "application/sarif+json",
        ".HTML" => "text/html",
        ".PDF" => "application/pdf",
        ".ZIP" => "application/zip",
        _ => "application/octet-stream",
    };
}
