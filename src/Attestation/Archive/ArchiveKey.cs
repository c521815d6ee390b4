using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Archive;

/// <summary>A key that seals what goes to an archive: 256 random bits, and the day on which it was made.</summary>
internal sealed partial class ArchiveKey : IDisposable
{
    private const string Form = "gates-archive-key:1:";
    private const int Size = 32;

    private readonly byte[] secret;

    private ArchiveKey(byte[] secret, DateOnly created)
    {
        this.secret = secret;
        Created = created;
        Id = Sha256Hex.Of(secret)[..16];
    }

    /// <value>The first 64 bits of the key's SHA-256; it tells nothing of a random key.</value>
    public string Id { get; }

    public DateOnly Created { get; }

    public static ArchiveKey Create(DateOnly today)
    {
        var random = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        RandomNumberGenerator.Fill(random);
        return new ArchiveKey(random, today);
    }

    /// <param name="line">As <see cref="ToLine"/> writes it.</param>
    /// <param name="place">For the message, which holds nothing of the line.</param>
    /// <exception cref="UsageException">It is no key.</exception>
    public static ArchiveKey Parse(string line, string place)
    {
        if (!Line().IsMatch(line) || !DateOnly.TryParseExact(line.AsSpan(Form.Length, 10), "yyyy-MM-dd", out var created))
        {
            throw new UsageException(
                $"{place}: not an archive key, which is a line such as {Form}2026-12-01: and 64 digits of hex; `gates archive key FILE` makes one");
        }

        var bytes = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        _ = Convert.FromHexString(line.AsSpan(Form.Length + 11), bytes, out _, out _);
        return new ArchiveKey(bytes, created);
    }

    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Form}{Created:yyyy-MM-dd}:{Convert.ToHexStringLower(secret)}");

    /// <summary>The key of one file.</summary>
    public AesGcm FileKey(ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt, SealedHeader.Version);
        var cipher = new AesGcm(key, SealedHeader.TagSize);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    /// <summary>Of name and content, so that the same file sealed again has the same bytes, and no two files ever share a file key.</summary>
    public byte[] Salt(string name, string sha256) =>
        HMACSHA256.HashData(secret, System.Text.Encoding.ASCII.GetBytes($"gates-sealed-v1 salt\n{name}\n{sha256}\n"))[..SealedHeader.SaltSize];

    public void Dispose() => CryptographicOperations.ZeroMemory(secret);

    [GeneratedRegex(@"^gates-archive-key:1:[0-9]{4}-[0-9]{2}-[0-9]{2}:[0-9a-f]{64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
