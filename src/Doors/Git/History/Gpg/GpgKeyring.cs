using System.Buffers.Text;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.History.Gpg;

/// <summary>
/// Public keys as <c>gpg --export</c> writes them, armoured or not, or a keybox of GnuPG, as gpgv reads them (RFC 9580, sections 4.2 and 6.2).
/// </summary>
internal static class GpgKeyring
{
    private const string Begin = "-----BEGIN PGP ";
    private const string PublicKey = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private const int PublicKeyPacket = 6;
    private const int SecretKeyPacket = 5;

    /// <exception cref="EvaluationException">The file holds something else, or a private key.</exception>
    public static byte[] Read(byte[] contents, string path)
    {
        var binary = IsPacket(contents) || IsKeybox(contents) ? contents : Dearmour(Encoding.UTF8.GetString(contents), path);
        return PacketOf(binary) switch
        {
            SecretKeyPacket => throw Private(path),
            PublicKeyPacket => binary,
            _ when IsKeybox(binary) => binary,
            _ => throw Other(path),
        };
    }

    /// <summary>Each block of an armoured text, one after the other: people append keys.</summary>
    private static byte[] Dearmour(string text, string path)
    {
        using var keys = new MemoryStream();
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Begin, StringComparison.Ordinal))
            {
                continue;
            }

            if (lines[i] != PublicKey)
            {
                throw lines[i].Contains("PRIVATE", StringComparison.Ordinal) ? Private(path) : Other(path);
            }

            // Headers end with an empty line; a checksum begins with "=".
            var body = lines.Skip(i + 1).SkipWhile(line => line.Length > 0).TakeWhile(line => !line.StartsWith('-') && !line.StartsWith('='));
            var encoded = string.Concat(body);
            keys.Write(Base64.IsValid(encoded) ? Convert.FromBase64String(encoded) : throw Other(path));
        }

        return keys.ToArray();
    }

    private static int? PacketOf(ReadOnlySpan<byte> bytes) => !IsPacket(bytes) ? null : (bytes[0] & 0x40) != 0 ? bytes[0] & 0x3F : (bytes[0] & 0x3C) >> 2;

    private static bool IsPacket(ReadOnlySpan<byte> bytes) => bytes.Length > 1 && (bytes[0] & 0x80) != 0;

    private static bool IsKeybox(ReadOnlySpan<byte> bytes) => bytes.Length > 12 && bytes[8..12].SequenceEqual("KBXf"u8);

    private static EvaluationException Private(string path) => new(
        $"{path} holds a private key. Whoever can read the repository has it: revoke it, and put what `gpg --armor --export KEY` prints there");

    private static EvaluationException Other(string path) => new(
        $"{path} holds no OpenPGP public keys. Write them with `gpg --armor --export KEY > {path}`");
}
