using System.Text.RegularExpressions;

namespace Gates.Doors.Registry;

/// <summary>Where the rest of a list is.</summary>
internal static partial class RegistryLink
{
    /// <returns>The path below the repository, with its query; <see langword="null"/> at the end, and for a link that leads anywhere else.</returns>
    public static string? Next(string? header, RegistryQuestion question)
    {
        if (header is not { Length: < 4_096 } || Target().Match(header) is not { Success: true } link
            || !Uri.TryCreate(question.Address, link.Groups["target"].Value, out var target))
        {
            return null;
        }

        var repository = new Uri(question.Host.Address, $"v2/{question.Repository}/").AbsoluteUri;
        return target.AbsoluteUri.StartsWith(repository, StringComparison.Ordinal) ? target.AbsoluteUri[repository.Length..] : null;
    }

    [GeneratedRegex("""<(?<target>[^>\s]+)>\s*;\s*rel="?next"?""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Target();
}
