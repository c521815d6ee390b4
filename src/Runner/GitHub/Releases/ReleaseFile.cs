using System.Security.Cryptography;

namespace Gates.Runner.GitHub.Releases;

/// <summary>A file to attach.</summary>
/// <param name="Name">Letters, digits, <c>.</c>, <c>_</c> and <c>-</c>: GitHub would rename others.</param>
/// <param name="ContentType">For example <c>application/json</c>.</param>
/// <param name="Content">All of it.</param>
internal sealed record ReleaseFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <value>As GitHub writes it: <c>sha256:</c> and lower-case hexadecimal.</value>
    public string Digest { get; } = DigestOf(Content.Span);

    public static string DigestOf(ReadOnlySpan<byte> content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
