namespace Gates.Formats.Foundation.Globs;

/// <summary>Paths and globs that configuration may name: relative to the repository's root, with <c>/</c>, and staying inside.</summary>
internal static class RepositoryPaths
{
    /// <summary>The same rules for the JSON schema. A test holds the two together.</summary>
    public const string Pattern = @"^(?![/!])(?!\./)(?!(.*/)?\.\.(/|$))[^\\\u0000-\u001f\u007f-\u009f]+$";

    /// <summary>The same for globs, where a leading <c>!</c> leaves files out again.</summary>
    public const string GlobPattern = @"^!?(?![/!])(?!\./)(?!(.*/)?\.\.(/|$))[^\\\u0000-\u001f\u007f-\u009f]+$";

    /// <summary>What is wrong with a glob, or <see langword="null"/>.</summary>
    public static string? RefuseGlob(string glob) => Glob.Refuse(glob.StartsWith('!') ? glob[1..] : glob);

    /// <summary>What is wrong with a path, or <see langword="null"/>.</summary>
    public static string? Refuse(string path) => path switch
    {
        "" => "is empty",
        _ when path.Contains('\\', StringComparison.Ordinal) => "has a backslash; write / between folders",
        _ when path.Any(char.IsControl) => "has a control character",
        _ when path[0] == '/' => "starts with /; paths are relative to the repository's root",
        _ when path[0] == '!' => "starts with !, which only globs may do, and once",
        _ when path.StartsWith("./", StringComparison.Ordinal) => "starts with ./; leave that away",
        _ when path.Split('/').Contains("..", StringComparer.Ordinal) => "leaves its folder with ..; paths stay inside the repository",
        _ => null,
    };
}
