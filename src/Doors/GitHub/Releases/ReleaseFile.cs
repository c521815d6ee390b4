using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Doors.GitHub.Releases;

/// <summary>A file to attach.</summary>
/// <param name="Name">Letters, digits, <c>.</c>, <c>_</c> and <c>-</c>: GitHub would rename others.</param>
/// <param name="ContentType">For example <c>application/json</c>.</param>
/// <param name="Content">All of it.</param>
internal sealed partial record ReleaseFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <value>As GitHub writes it: <c>sha256:</c> and lower-case hexadecimal.</value>
    public string Digest { get; } = DigestOf(Content.Span);

    /// <summary>Whether GitHub keeps a name as it is.</summary>
    public static bool IsName(string name) => Plain().IsMatch(name);

    public static string DigestOf(ReadOnlySpan<byte> content) => $"sha256:{Sha256Hex.Of(content)}";

    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
