using System.Security.Cryptography;
using System.Text;
using Gates.Attestation.Cryptography;

namespace Gates.Attestation.Keys;

/// <summary>A new private key in a file of its own, which only its owner may read.</summary>
internal static class PrivateKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a key; the file is there whole or not at all, and never takes the place of another.</summary>
    /// <param name="path">Says where to, once the key is known; the folder is there.</param>
    /// <exception cref="IOException">There is such a file already, or it cannot be written.</exception>
    public static Ed25519PrivateKey Create(Func<Ed25519PublicKey, string> path)
    {
        var (key, pem) = Ed25519PrivateKey.Create();
        byte[]? bytes = null;
        try
        {
            bytes = GC.AllocateUninitializedArray<byte>(pem.Length + 1, pinned: true);
            Encoding.ASCII.GetBytes(pem, bytes);
            bytes[^1] = (byte)'\n';
            Write(path(key.PublicKey), bytes);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            pem.AsSpan().Clear();
        }
    }

    private static void Write(string path, byte[] content)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var file = new FileStream(
                draft,
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, UnixCreateMode = OwnerOnly }))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
