using System.Security.Cryptography;
using System.Text;

namespace Gates.Policies;

/// <summary>A policy's text and where it came from; its digest names it in evidence.</summary>
/// <param name="Name">How messages name it: a path, or the id of a shipped policy.</param>
/// <param name="Text">The script.</param>
public sealed record PolicySource(string Name, string Text)
{
    /// <value>SHA-256 of the text in UTF-8, lower-case hexadecimal.</value>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
