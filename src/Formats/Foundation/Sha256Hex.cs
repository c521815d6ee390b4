using System.Security.Cryptography;
using System.Text;

namespace Gates.Formats.Foundation;

/// <summary>SHA-256 as 64 digits of lower-case hex, the form in which digests are compared and written down.</summary>
internal static class Sha256Hex
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Of a text's UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of what is left in a stream, however long it is.</summary>
    public static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));
}
