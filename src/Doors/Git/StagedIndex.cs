using Gates.Doors.Files;
using Gates.Doors.Git.Private;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>
/// The index that git is about to commit. To its hooks git names another than the usual one while <c>commit -a</c> or <c>commit FILE</c> is at work.
/// </summary>
/// <param name="File">As the environment has it; not yet believed.</param>
internal sealed record StagedIndex(string File)
{
    public const string Variable = "GIT_INDEX_FILE";

    /// <summary>What a hook's environment names; <see langword="null"/> means the repository's own.</summary>
    public static StagedIndex? From(Func<string, string?> variables) =>
        variables(Variable) is { Length: > 0 } file ? new StagedIndex(Path.GetFullPath(file)) : null;

    /// <summary>The file, which stands in the repository's own folder, as git's do: nobody else's files are taken for what is staged.</summary>
    /// <exception cref="UsageException">It stands elsewhere, or is no file.</exception>
    public string Within(GitFolder folder)
    {
        try
        {
            var parent = RealPath.Of(Path.GetDirectoryName(File)!);
            return parent is not null && parent == RealPath.Of(folder.Directory) && new FileInfo(File) is { Exists: true, LinkTarget: null }
                ? File
                : throw Refused(folder);
        }
        catch (IOException)
        {
            throw Refused(folder);
        }
    }

    private UsageException Refused(GitFolder folder) =>
        new($"{Variable} is {File}, and an index that git makes for a commit is a file in {folder.Directory}; "
            + "unset the variable to look at what is staged there");
}
