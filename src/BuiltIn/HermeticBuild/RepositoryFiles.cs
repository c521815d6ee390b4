using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Questions about the files around the one that is looked at.</summary>
internal sealed class RepositoryFiles(ISourceTree tree)
{
    private readonly Dictionary<(string Question, string Folder), bool> answers = [];
    private Dictionary<string, List<string>>? byFolder;
    private HashSet<string>? inScope;

    public bool Exists(string folder, string name) => tree.Exists(Folders.Join(folder, name));

    /// <summary>Whether one of the files stands in the folder or above it.</summary>
    public bool IsLocked(string folder, string[] names) => Folders.Upwards(folder).Any(at => names.Any(name => Exists(at, name)));

    /// <summary>Asks something of a folder once; the answer is kept, as many files ask it of the folders above them.</summary>
    public bool Ask(string question, string folder, Func<string, bool> answer)
    {
        if (!answers.TryGetValue((question, folder), out var known))
        {
            known = answer(folder);
            answers[(question, folder)] = known;
        }

        return known;
    }

    /// <summary>Whether a file whose name tells nothing begins as a shell script does. Only files that are looked at are opened.</summary>
    public bool IsShellScript(string path)
    {
        if (!Shebang.IsNeeded(path))
        {
            return false;
        }

        return Ask("shebang", path, _ =>
        {
            inScope ??= tree.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            if (!inScope.Contains(path))
            {
                return false;
            }

            using var stream = tree.Open(path);
            return Shebang.IsShell(stream);
        });
    }

    /// <summary>A file's text; <see langword="null"/> when there is none or it cannot be read as text.</summary>
    public string? TryRead(string folder, string name)
    {
        if (!Exists(folder, name))
        {
            return null;
        }

        try
        {
            return Read(Folders.Join(folder, name));
        }
        catch (DocumentException)
        {
            // The question is about another file; this one is reported when its own turn comes.
            return null;
        }
    }

    /// <exception cref="DocumentException">Not UTF-8, or too big.</exception>
    public string Read(string path)
    {
        using var stream = tree.Open(path);
        return DocumentText.Read(stream, path, new DocumentLimits());
    }

    /// <exception cref="DocumentException">UTF-16, which no builder reads, or too big.</exception>
    public string ReadDockerfile(string path)
    {
        using var stream = tree.Open(path);
        var (text, refusal) = DockerfileText.Read(stream, path, new DocumentLimits());
        return refusal is null ? text : throw new DocumentException(path, 1, 1, refusal);
    }

    /// <summary>The files that stand in a folder itself.</summary>
    public IEnumerable<string> In(string folder) => ByFolder.TryGetValue(folder, out var paths) ? paths : [];

    /// <summary>Whether a file of such a name stands in the folder or anywhere below it.</summary>
    public bool Below(string folder, Func<string, bool> isNamed) => ByFolder
        .Where(pair => folder.Length == 0 || pair.Key == folder || pair.Key.StartsWith(folder + "/", StringComparison.Ordinal))
        .Any(pair => pair.Value.Exists(path => isNamed(Folders.NameOf(path))));

    private Dictionary<string, List<string>> ByFolder => byFolder ??= tree.AllFiles
        .GroupBy(file => Folders.Of(file.Path), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(file => file.Path).ToList(), StringComparer.Ordinal);
}
