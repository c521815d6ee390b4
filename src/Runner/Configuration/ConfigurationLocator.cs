using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Foundation.Trees;
using Gates.Runner.Configuration.Folders;

namespace Gates.Runner.Configuration;

/// <summary>Finds the configuration of a run.</summary>
internal static class ConfigurationLocator
{
    /// <summary>Where a configuration may stand without being named.</summary>
    public static IReadOnlyList<string> DefaultPaths { get; } = [".github/gates.yml", ".github/gates.yaml"];

    /// <summary>The path in this tree, or <see langword="null"/> when none was named and none is there.</summary>
    /// <param name="tree">The working directory, or the base of a pull request.</param>
    /// <param name="given">The path that <c>--config</c> names, relative to the root; empty means none.</param>
    /// <exception cref="UsageException">The named file is not there, both default files are, or one is a symbolic link or a folder.</exception>
    public static string? Find(ISourceTree tree, string? given)
    {
        if (!string.IsNullOrEmpty(given))
        {
            var path = Named(given);
            return RepositoryPaths.Refuse(path) is { } refusal ? throw new UsageException($"--config {Say.Quote(given)} {refusal}")
                : tree.Exists(path) ? path
                : throw new UsageException($"--config {Say.Quote(given)}: there is no such file in the repository; symbolic links are not followed");
        }

        // Taking the defaults instead would quietly drop what the owner believes to be in force.
        if (DefaultPaths.FirstOrDefault(tree.IsBehindLink) is { } link)
        {
            throw new UsageException($"{link} is a symbolic link, or behind one, which is not followed; commit the file itself");
        }

        if (DefaultPaths.FirstOrDefault(tree.IsFolder) is { } folder)
        {
            throw new UsageException($"{folder} is a folder or a submodule, and the configuration is a file; commit the file itself");
        }

        return DefaultPaths.Where(tree.Exists).ToList() switch
        {
            [] => null,
            [var only] => only,
            _ => throw new UsageException($"{DefaultPaths[0]} and {DefaultPaths[1]} both exist; keep one of them"),
        };
    }

    /// <summary>The path that <c>--config</c> means.</summary>
    public static string Named(string given) => given.StartsWith("./", StringComparison.Ordinal) ? given[2..] : given;

    /// <summary>Finds and reads, with the folders' own files; <see cref="DefaultConfiguration"/> when there is none.</summary>
    /// <exception cref="UsageException">As <see cref="Find"/>; or the file is not valid.</exception>
    public static GatesConfiguration Read(ISourceTree tree, string? given)
    {
        if (Find(tree, given) is not { } path)
        {
            return FolderGates.AddTo(DefaultConfiguration.Create(), tree);
        }

        using var stream = tree.Open(path);
        return FolderGates.AddTo(ConfigurationReader.Read(stream, path), tree);
    }

    /// <summary>Reads a file that need not be in a repository.</summary>
    /// <exception cref="UsageException">There is no such file, or it is not valid.</exception>
    public static GatesConfiguration ReadFile(FileInfo file)
    {
        using var stream = OpenFile(file);
        return ConfigurationReader.Read(stream, file.ToString());
    }

    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static Stream OpenFile(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"--config {Say.Quote(file.ToString())}: there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--config {Say.Quote(file.ToString())}: cannot be read: {e.Message}");
        }
    }
}
