using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts;

/// <summary>Globs as a configuration lists them, of which those that begin with <c>!</c> leave out.</summary>
internal static class GlobList
{
    /// <value>What stands before a glob that also looks among the files that git ignores.</value>
    public const string Made = "made:";

    /// <exception cref="UsageException">All of them leave out.</exception>
    public static (string[] Include, string[] Exclude) Split(string kind, IReadOnlyList<string> globs)
    {
        string[] include = [.. globs.Where(glob => !glob.StartsWith('!'))];
        return include.Length > 0
            ? (include, [.. globs.Where(glob => glob.StartsWith('!')).Select(glob => glob[1..])])
            : throw new UsageException($"facts.{kind}: needs at least one glob that does not start with \"!\", for example \"**/*\"");
    }

    public static bool IsMade(string glob) => glob.StartsWith(Made, StringComparison.Ordinal);

    /// <summary>The glob alone.</summary>
    public static string Bare(string glob) => IsMade(glob) ? glob[Made.Length..] : glob;
}
