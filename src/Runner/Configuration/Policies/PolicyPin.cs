using Gates.Formats.Documents;
using Gates.Formats.Foundation.Globs;

namespace Gates.Runner.Configuration.Policies;

/// <summary>A policy of another repository at one commit: <c>github:org/repository/path@40-hexadecimal-digits</c>.</summary>
internal sealed record PolicyPin(string Owner, string Repository, string Path, string Sha)
{
    public const string Prefix = "github:";

    /// <summary>The syntax, for the JSON schema.</summary>
    public const string Pattern = "^github:[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+/[^@]+@[0-9a-f]{40}$";

    private const string Example = "write github:org/repository/path@ and the commit's 40 hexadecimal digits";

    /// <value>What stands before the names of its files in messages and results.</value>
    public string Folder => $"{Owner}/{Repository}@{Sha[..12]}/";

    public static bool Is(string reference) => reference.StartsWith(Prefix, StringComparison.Ordinal);

    /// <exception cref="FormatException">It names no commit, or no file; the message says why.</exception>
    public static PolicyPin Parse(string reference)
    {
        var rest = reference[Prefix.Length..];
        var at = rest.LastIndexOf('@');
        if (at < 0)
        {
            throw new FormatException($"names no commit, so it could change without anybody here deciding it; {Example}");
        }

        var (place, commit) = (rest[..at].Split('/', 3), rest[(at + 1)..]);
        if (!IsSha(commit))
        {
            throw new FormatException(IsSha(commit.ToLowerInvariant())
                ? "has a commit in capitals; write it in lower case"
                : $"names {Say.Quote(commit)}, a branch, a tag or a short id, which can come to mean another commit; {Example}");
        }

        return place is [var owner, var repository, var path] && IsName(owner, "-") && IsName(repository, "-._") && repository is not ("." or "..")
            ? RepositoryPaths.Refuse(path.TrimEnd('/')) is { } refusal
                ? throw new FormatException($"has a path that {refusal}")
                : new PolicyPin(owner, repository, path.TrimEnd('/'), commit)
            : throw new FormatException($"names no policy in a repository; {Example}");
    }

    public override string ToString() => $"{Prefix}{Owner}/{Repository}/{Path}@{Sha}";

    private static bool IsSha(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsName(string text, string also) =>
        text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || also.Contains(c, StringComparison.Ordinal)) && text[0] != '-';
}
