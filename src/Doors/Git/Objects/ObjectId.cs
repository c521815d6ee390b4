using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gates.Doors.Git.Objects;

/// <summary>The ids of git's objects: hashes of what they name, so that an object proves itself.</summary>
internal static class ObjectId
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text is the full id of an object: 40 (SHA-1) or 64 (SHA-256) lower-case hex digits.</summary>
    public static bool IsFull(ReadOnlySpan<char> text) => text.Length is 40 or 64 && !text.ContainsAnyExcept(Digits);

    /// <summary>The id that content has.</summary>
    /// <param name="type"><c>blob</c>, <c>tree</c>, <c>commit</c> or <c>tag</c>.</param>
    /// <param name="content">All of it.</param>
    /// <param name="digits">40 or 64, as the repository's ids have.</param>
    public static string Of(string type, ReadOnlySpan<byte> content, int digits)
    {
        using var hash = Begin(type, content.Length, digits);
        hash.AppendData(content);
        return End(hash);
    }

    /// <summary>Begins an id; the content follows in pieces.</summary>
    public static IncrementalHash Begin(string type, long size, int digits)
    {
#pragma warning disable CA5350 // Do not use weak cryptographic algorithms: it is git that names objects so
        var hash = IncrementalHash.CreateHash(digits == 64 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type} {size}\0")));
        return hash;
    }

    public static string End(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
