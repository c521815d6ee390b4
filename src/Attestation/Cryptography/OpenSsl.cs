using System.Runtime.InteropServices;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Cryptography;

/// <summary>The door to OpenSSL's libcrypto, for the one thing that .NET lacks: pure Ed25519 (RFC 8032).</summary>
internal static class OpenSsl
{
    private const string Library = "libcrypto.so.3";
    private const int Ed25519 = 1087;

    /// <exception cref="EvaluationException">This machine's OpenSSL has no Ed25519.</exception>
    public static EvpKey PrivateKey(ReadOnlySpan<byte> seed) => Usable(Call(seed, NewPrivate));

    /// <inheritdoc cref="PrivateKey"/>
    public static EvpKey PublicKey(ReadOnlySpan<byte> key) => Usable(Call(key, NewPublic));

    public static byte[] PublicPart(EvpKey key)
    {
        var bytes = new byte[Ed25519PublicKey.Length];
        nuint length = Ed25519PublicKey.Length;
        return GetPublic(key, bytes, ref length) == 1 && length == Ed25519PublicKey.Length ? bytes : throw Refused("to name the public key");
    }

    public static byte[] Sign(EvpKey key, byte[] message)
    {
        var context = NewContext();
        try
        {
            var signature = new byte[Ed25519PublicKey.SignatureLength];
            nuint length = Ed25519PublicKey.SignatureLength;
            return SignInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key) == 1
                && Sign(context, signature, ref length, message, (nuint)message.Length) == 1
                && length == Ed25519PublicKey.SignatureLength
                    ? signature
                    : throw Refused("to sign");
        }
        finally
        {
            FreeContext(context);
        }
    }

    public static bool Verify(EvpKey key, byte[] message, byte[] signature)
    {
        var context = NewContext();
        try
        {
            return VerifyInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key) == 1
                ? Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1
                : throw Refused("to verify");
        }
        finally
        {
            FreeContext(context);
        }
    }

    [DllImport(Library, EntryPoint = "EVP_PKEY_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void Free(IntPtr key);

    private static EvpKey Call(ReadOnlySpan<byte> bytes, Func<int, IntPtr, byte[], nuint, EvpKey> make)
    {
        // Pinned, so that no copy of a private key stays behind when the collector moves things.
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        try
        {
            bytes.CopyTo(copy);
            return make(Ed25519, IntPtr.Zero, copy, (nuint)copy.Length);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new EvaluationException(
                $"signatures need OpenSSL 3 ({Library}), which this machine lacks; the image has it, or install it (Debian: libssl3)",
                e);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(copy);
        }
    }

    private static EvpKey Usable(EvpKey key) => key.IsInvalid ? throw Refused("to load a key") : key;

    private static EvaluationException Refused(string what) => new(
        $"this machine's OpenSSL refused {what}: it has no Ed25519, which FIPS mode switches off; use the image, or an OpenSSL configuration with the default provider");

    [DllImport(Library, EntryPoint = "EVP_PKEY_new_raw_private_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern EvpKey NewPrivate(int type, IntPtr engine, byte[] bytes, nuint length);

    [DllImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern EvpKey NewPublic(int type, IntPtr engine, byte[] bytes, nuint length);

    [DllImport(Library, EntryPoint = "EVP_PKEY_get_raw_public_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetPublic(EvpKey key, byte[] bytes, ref nuint length);

    [DllImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr NewContext();

    [DllImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void FreeContext(IntPtr context);

    [DllImport(Library, EntryPoint = "EVP_DigestSignInit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SignInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, EvpKey key);

    [DllImport(Library, EntryPoint = "EVP_DigestSign")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sign(IntPtr context, byte[] signature, ref nuint signatureLength, byte[] message, nuint messageLength);

    [DllImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int VerifyInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, EvpKey key);

    [DllImport(Library, EntryPoint = "EVP_DigestVerify")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Verify(IntPtr context, byte[] signature, nuint signatureLength, byte[] message, nuint messageLength);
}
