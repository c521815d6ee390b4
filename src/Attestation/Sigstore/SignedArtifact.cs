using System.Security.Cryptography;
using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Sigstore;

/// <summary>The file that a bundle is about: its bytes, or nothing but its SHA-256.</summary>
internal sealed class SignedArtifact
{
    private const string Prefix = "sha256:";

    private readonly byte[]? content;
    private readonly byte[] sha256;

    private SignedArtifact(string name, byte[]? content, byte[] sha256)
    {
        Name = name;
        this.content = content;
        this.sha256 = sha256;
    }

    public string Name { get; }

    public ReadOnlyMemory<byte>? Content => content;

    public static SignedArtifact Of(string name, byte[] content) => new(name, content, SHA256.HashData(content));

    /// <param name="text">A file, or <c>sha256:</c> and a digest where there is no file of that name.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static SignedArtifact Read(string text)
    {
        if (!File.Exists(text)
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text[Prefix.Length..] is { Length: 2 * SHA256.HashSizeInBytes } digits
            && digits.All(char.IsAsciiHexDigit))
        {
            return new SignedArtifact(text, null, Convert.FromHexString(digits));
        }

        return Of(text, NamedFile.Read("--artifact", text));
    }

    /// <returns><see langword="null"/> when only another digest is known.</returns>
    public byte[]? Digest(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA256 ? sha256 : content is null ? null : CryptographicOperations.HashData(hash, content);

    public bool IsSignedBy(SigstoreKey key, byte[] signature) => content is not null
        ? key.Verify(content, signature)
        : key.VerifyDigest(HashAlgorithmName.SHA256, sha256, signature);

    /// <summary>Whether one of a statement's subjects is it: every digest that can be compared agrees, and there is one.</summary>
    public bool IsAmong(IEnumerable<IReadOnlyDictionary<string, string>> subjects) => subjects.Any(digests =>
    {
        var compared = ((string Name, HashAlgorithmName Hash)[])
            [("sha256", HashAlgorithmName.SHA256), ("sha384", HashAlgorithmName.SHA384), ("sha512", HashAlgorithmName.SHA512)];
        var known = compared.Where(one => digests.ContainsKey(one.Name) && Digest(one.Hash) is not null).ToList();
        return known.Count > 0 && known.TrueForAll(one => digests[one.Name] == Convert.ToHexStringLower(Digest(one.Hash)!));
    });
}
