namespace Gates.Runner.Configuration;

/// <summary>Paths and globs that configuration may name: relative to the repository's root, with <c>/</c>, and staying inside.</summary>
internal static class RepositoryPaths
{
    /// <summary>The same rules for the JSON schema. A test holds the two together.</summary>
    public const string Pattern = @"^(?![/!])(?!\./)(?!(.*/)?\.\.(/|$))[^\\\u0000-\u001f\u007f-\u009f]+$";

    /// <summary>What is wrong with it, or <see langword="null"/>.</summary>
    public static string? Refuse(string path) => path switch
    {
        "" => "is empty",
        _ when path.Contains('\\', StringComparison.Ordinal) => "has a backslash; write / between folders",
        _ when path.Any(char.IsControl) => "has a control character",
        _ when path[0] == '/' => "starts with /; paths are relative to the repository's root",
        _ when path[0] == '!' => "starts with !; exclusions have their own key",
        _ when path.StartsWith("./", StringComparison.Ordinal) => "starts with ./; leave that away",
        _ when path.Split('/').Contains("..", StringComparer.Ordinal) => "leaves its folder with ..; paths stay inside the repository",
        _ => null,
    };
}
