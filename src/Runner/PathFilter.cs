using Microsoft.Extensions.FileSystemGlobbing;

namespace Gates.Runner;

/// <summary>Include and exclude globs over repository paths: <c>*</c> within one folder, <c>**</c> over folders, case-sensitive.</summary>
internal sealed class PathFilter
{
    private readonly bool everything;
    private readonly Matcher matcher = new(StringComparison.Ordinal);

    public PathFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        everything = exclude.Count == 0 && include.Contains("**", StringComparer.Ordinal);
        matcher.AddIncludePatterns(include);
        matcher.AddExcludePatterns(exclude);
    }

    public bool Includes(string path) => everything || matcher.Match(path).HasMatches;
}
