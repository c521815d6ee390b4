using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Formats.Foundation.Trees;

namespace Gates.Attestation.Controls;

/// <summary>Whom a run believes: what the files say that it is judged by, on a pull request those of its base.</summary>
internal static class RuledTrust
{
    private const int MaxBytes = 1 << 20;

    /// <returns><see langword="null"/> where there is no such file.</returns>
    public static TrustedKeys? Keys(ISourceTree rules, string path = Keyring.Path) =>
        rules.Exists(path) ? TrustedKeys.Read(Content(rules, path), path) : null;

    /// <returns><see langword="null"/> where there is no such file.</returns>
    public static TrustedRoots? Roots(ISourceTree rules) =>
        rules.Exists(TrustedRoots.Path) ? TrustedRoots.Read(Content(rules, TrustedRoots.Path), TrustedRoots.Path) : null;

    private static ReadOnlyMemory<byte> Content(ISourceTree rules, string path)
    {
        using var stream = rules.Open(path);
        var bytes = new byte[MaxBytes];
        return bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
