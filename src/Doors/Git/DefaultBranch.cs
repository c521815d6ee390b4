using Gates.Doors.Git.Objects;
using Gates.Doors.Git.Private;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>The branch that changes are merged into, as far as a clone tells.</summary>
/// <param name="Name">Without <c>refs/heads/</c>.</param>
/// <param name="Source">How it is known, in words that follow it.</param>
internal sealed record DefaultBranch(string Name, string Source)
{
    private const string Heads = "refs/heads/";
    private const int ConfigurationSize = 1_000_000;

    /// <summary>What origin says; else the current branch; else, on no branch, what <c>init.defaultBranch</c> says, and then what is usual.</summary>
    /// <param name="root">The repository's root, or a folder in no repository.</param>
    /// <param name="home">Where the user's own configuration of git is; <see langword="null"/> reads none.</param>
    public static DefaultBranch Find(DirectoryInfo root, string? home)
    {
        if (!Path.Exists(Path.Combine(root.FullName, ".git")))
        {
            return new DefaultBranch(Configured(null, home) ?? "main", "there is no repository yet");
        }

        GitFolder folder;
        try
        {
            folder = GitFolder.From(root.FullName);
        }
        catch (EvaluationException)
        {
            return new DefaultBranch("main", "this repository's branches cannot be read");
        }

        var refs = new GitRefFiles(folder.Common).All();
        return refs.GetValueOrDefault(RemoteDefault.OriginHead) is { } head && Named(head, RemoteDefault.Origin) is { } theirs
            ? new DefaultBranch(theirs, "origin's default branch")
            : Current(folder) is { } current ? new DefaultBranch(current, "the current branch")
            : new DefaultBranch(OnNone(folder, refs, home), "no branch is checked out");
    }

    private static string? Current(GitFolder folder) =>
        Named(SmallFile.Read(Path.Combine(folder.Directory, "HEAD"), 4_000)?.TrimEnd() ?? "", Heads);

    private static string? Named(string value, string prefix)
    {
        var start = GitRefFiles.Symbolic + prefix;
        return value.StartsWith(start, StringComparison.Ordinal) && GitRefName.IsValid(value[GitRefFiles.Symbolic.Length..]) ? value[start.Length..] : null;
    }

    private static string OnNone(GitFolder folder, IReadOnlyDictionary<string, string> refs, string? home)
    {
        var branches = refs.Keys.Where(name => name.StartsWith(Heads, StringComparison.Ordinal)).Select(name => name[Heads.Length..])
            .Concat(refs.Keys.Where(name => name.StartsWith(RemoteDefault.Origin, StringComparison.Ordinal))
                .Select(name => name[RemoteDefault.Origin.Length..]))
            .ToHashSet(StringComparer.Ordinal);
        var configured = Configured(folder, home);
        return RemoteDefault.Usual.Prepend(configured).OfType<string>().FirstOrDefault(branches.Contains)
            ?? (branches.Count == 1 ? branches.First() : configured ?? "main");
    }

    private static string? Configured(GitFolder? folder, string? home)
    {
        try
        {
            var own = folder is null ? null : GitConfiguration.Read(folder).Find("init.defaultbranch");
            var name = own ?? OfUser(home);
            return name is not null && GitRefName.IsValid(Heads + name) ? name : null;
        }
        catch (EvaluationException)
        {
            return null;
        }
    }

    private static string? OfUser(string? home) =>
        home is not null && Path.Combine(home, ".gitconfig") is var path && SmallFile.Read(path, ConfigurationSize) is { } text
            ? GitConfiguration.Parse(text, path).Find("init.defaultbranch")
            : null;
}
