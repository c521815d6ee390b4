using Gates.Doors.Git.Private;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>The default branch of the remote <c>origin</c>, as far as a clone knows it for certain: whoever may push can push a branch of any name.</summary>
internal static class RemoteDefault
{
    /// <value>Before the name of each of origin's branches.</value>
    public const string Origin = Remotes + "origin/";

    /// <value>Says which of them is the default one, where a clone knows.</value>
    public const string OriginHead = Origin + "HEAD";

    private const string Remotes = "refs/remotes/";

    /// <value>What default branches are called.</value>
    public static IReadOnlyList<string> Usual { get; } = ["main", "master"];

    /// <summary>What origin says; else what GitHub tells the job; else the only branch there is, when it is called as default branches are.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="told">The branch that the job's event names; <see langword="null"/> outside a job.</param>
    /// <param name="isOurs">Branches that gates itself writes, which are no candidates.</param>
    /// <returns>A ref; <c>HEAD</c> where the repository has no remote at all; <see langword="null"/> where there is no such branch.</returns>
    /// <exception cref="UsageException">Several branches could be it.</exception>
    public static string? Find(string root, string? told, Predicate<string> isOurs)
    {
        var folder = GitFolder.From(root);
        var refs = new GitRefFiles(folder.Common).All();
        if (refs.ContainsKey(OriginHead))
        {
            return OriginHead;
        }

        if (told is not null && refs.ContainsKey(Origin + told))
        {
            return Origin + told;
        }

        var branches = refs.Keys.Where(name => name.StartsWith(Origin, StringComparison.Ordinal)).Select(name => name[Origin.Length..])
            .Where(name => !isOurs(name)).ToList();
        return Usual.FirstOrDefault(branches.Contains) is { } usual ? branches.Count == 1 ? Origin + usual : throw Unknown(branches)
            : branches.Count > 0 || GitConfiguration.Read(folder).Named("remote", "url").Any() ? null
            : "HEAD";
    }

    /// <summary>How people name a ref.</summary>
    public static string NameOf(string reference) => reference.StartsWith(Remotes, StringComparison.Ordinal) ? reference[Remotes.Length..] : reference;

    private static UsageException Unknown(List<string> branches) =>
        new($"this clone has {branches.Count} branches of origin, {string.Join(", ", branches.Order(StringComparer.Ordinal).Take(3))}"
            + $"{(branches.Count > 3 ? ", …" : "")}, and does not know which is the default one, whose keyring would be trusted; "
            + "`git remote set-head origin -a` asks origin");
}
