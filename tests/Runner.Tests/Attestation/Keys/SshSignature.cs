using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gates.Attestation.Cryptography;

namespace Runner.Tests.Attestation.Keys;

/// <summary>Signs as <c>ssh-keygen -Y sign</c> does (OpenSSH's PROTOCOL.sshsig), which does not load keys of OpenSSL.</summary>
internal static class SshSignature
{
    public static string Of(Ed25519PrivateKey key, string scope, byte[] message)
    {
        byte[] head = [.. Text(scope), .. Text(""), .. Text("sha512")];
        var signature = key.Sign([.. "SSHSIG"u8, .. head, .. Bytes(SHA512.HashData(message))]);
        byte[] publicKey = [.. Text("ssh-ed25519"), .. Bytes(key.PublicKey.Bytes.ToArray())];
        byte[] blob = [.. "SSHSIG"u8, 0, 0, 0, 1, .. Bytes(publicKey), .. head, .. Bytes([.. Text("ssh-ed25519"), .. Bytes(signature)])];
        return $"-----BEGIN SSH SIGNATURE-----\n{Convert.ToBase64String(blob)}\n-----END SSH SIGNATURE-----\n";
    }

    private static byte[] Text(string text) => Bytes(Encoding.ASCII.GetBytes(text));

    private static byte[] Bytes(byte[] bytes)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        return [.. length, .. bytes];
    }
}
