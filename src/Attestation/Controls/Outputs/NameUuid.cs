using System.Security.Cryptography;
using System.Text;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>Identifiers made from names (RFC 9562, version 5), so that the same document has the same ones.</summary>
internal static class NameUuid
{
    /// <param name="space">What the name is unique in: the digest of a document.</param>
    /// <param name="name">The name.</param>
    public static string Of(string space, string name)
    {
#pragma warning disable CA5350 // Version 5 is defined by SHA-1; nothing rests on its strength.
        var bytes = SHA1.HashData(Encoding.UTF8.GetBytes($"gates/control-attestation/{space}/{name}"));
#pragma warning restore CA5350
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes.AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
