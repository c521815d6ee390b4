using System.Security.Cryptography;
using System.Text;

namespace Gates.Runner.TypeScript;

/// <summary>Names a result by everything it depends on.</summary>
internal static class ContentKey
{
    /// <returns>SHA-256 over the texts with their lengths, lower-case hexadecimal.</returns>
    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in texts.Select(Encoding.UTF8.GetBytes))
        {
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
