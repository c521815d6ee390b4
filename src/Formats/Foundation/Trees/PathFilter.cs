using Gates.Formats.Foundation.Globs;

namespace Gates.Formats.Foundation.Trees;

/// <summary>Include and exclude globs over repository paths; see <see cref="Glob"/>.</summary>
internal sealed class PathFilter
{
    private readonly bool all;
    private readonly Glob[] include;
    private readonly Glob[] exclude;

    /// <exception cref="UsageException">One of them is no glob.</exception>
    public PathFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        all = include.Contains("**", StringComparer.Ordinal);
        this.include = [.. include.Select(Glob.Parse)];
        this.exclude = [.. exclude.Select(Glob.Parse)];
    }

    /// <summary>Of one list, in which <c>!</c> leaves out.</summary>
    /// <exception cref="UsageException">One of them is no glob.</exception>
    public static PathFilter Of(IReadOnlyList<string> globs) =>
        new([.. globs.Where(glob => !glob.StartsWith('!'))], [.. globs.Where(glob => glob.StartsWith('!')).Select(glob => glob[1..])]);

    public bool Includes(string path) => WhyNot(path) is null;

    /// <summary>Why a path is left out; <see langword="null"/> when it is not.</summary>
    public UnseenReason? WhyNot(string path) =>
        !all && !Array.Exists(include, glob => glob.Matches(path)) ? UnseenReasons.PathFilter
        : Array.Exists(exclude, glob => glob.Matches(path)) ? UnseenReasons.Exclude
        : null;

    /// <summary>The same for a folder of which nobody knows what is in it: whether a glob could match there.</summary>
    /// <param name="folder">Ends in a slash.</param>
    public UnseenReason? WhyNotFolder(string folder) =>
        !all && !Array.Exists(include, glob => glob.MayReach(folder)) ? UnseenReasons.PathFilter
        : Array.Exists(exclude, glob => glob.Matches(folder + "_")) ? UnseenReasons.Exclude
        : null;
}
