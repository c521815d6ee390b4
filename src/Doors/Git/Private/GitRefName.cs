using System.Buffers;

namespace Gates.Doors.Git.Private;

/// <summary>The rules of git-check-ref-format(1), which also keep a name inside its folder.</summary>
internal static class GitRefName
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" ~^:?*[\\\uFFFD");

    public static bool IsValid(string name) =>
        name.StartsWith("refs/", StringComparison.Ordinal) && name.Length <= 1_000
        && !name.AsSpan().ContainsAny(Forbidden) && !name.Any(char.IsControl)
        && !name.Contains("..", StringComparison.Ordinal) && !name.Contains("@{", StringComparison.Ordinal) && !name.EndsWith('.')
        && Array.TrueForAll(name.Split('/'), part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));
}
