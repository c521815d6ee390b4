using Gates.Formats.Foundation;
using NSec.Cryptography;

namespace Gates.Attestation.Cryptography;

/// <summary>Keys in libsodium, which NSec brings along: a file beside the program.</summary>
internal static class Sodium
{
    /// <exception cref="EvaluationException">The library is not there, or not the one that this program was made with.</exception>
    public static Key PrivateKey(ReadOnlySpan<byte> seed)
    {
        try
        {
            return Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        }
        catch (Exception e) when (IsMissing(e))
        {
            throw Missing(e);
        }
    }

    /// <returns><see langword="null"/> for bytes that are no point: no signature is of such a key.</returns>
    /// <inheritdoc cref="PrivateKey"/>
    public static PublicKey? PublicKey(ReadOnlySpan<byte> key) => PublicKey(key, SignatureAlgorithm.Ed25519);

    /// <inheritdoc cref="PublicKey(ReadOnlySpan{byte})"/>
    public static PublicKey? PublicKey(ReadOnlySpan<byte> key, SignatureAlgorithm algorithm)
    {
        try
        {
            return NSec.Cryptography.PublicKey.TryImport(algorithm, key, KeyBlobFormat.RawPublicKey, out var point) ? point : null;
        }
        catch (Exception e) when (IsMissing(e))
        {
            throw Missing(e);
        }
    }

    private static bool IsMissing(Exception e) => (e is TypeInitializationException { InnerException: { } inner } ? inner : e)
        is DllNotFoundException or EntryPointNotFoundException or PlatformNotSupportedException or BadImageFormatException;

    private static EvaluationException Missing(Exception e)
    {
        var reason = (e.InnerException ?? e) is PlatformNotSupportedException { Message: var text } ? text : "it cannot be loaded";
        return new EvaluationException(
            $"signatures need libsodium.so beside the program, as it was shipped: {reason}; install the whole archive, or use the image",
            e);
    }
}
