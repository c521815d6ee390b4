using System.Security.Cryptography;
using System.Text;

namespace Gates.Runner.TypeScript;

/// <summary>The user's own cache, as the XDG Base Directory Specification places it.</summary>
/// <remarks>
/// Never inside the repository: whoever writes there could bring a translation of his own for somebody else's policy. For the same reason an entry counts only with
/// the seal of a key that lies elsewhere, and in a job, where earlier steps could have left anything, the cache begins empty.
/// </remarks>
internal sealed class CacheFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Lazy<byte[]?> key;

    private CacheFolder(string path, Func<byte[]?> key)
    {
        Path = path;
        this.key = new Lazy<byte[]?>(key);
    }

    public string Path { get; }

    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    public static CacheFolder Of(Func<string, string?> variables)
    {
        string? Absolute(string name) => variables(name) is { Length: > 0 } value && System.IO.Path.IsPathRooted(value) ? value : null;
        string? Below(string folder) => Absolute("HOME") is { } user ? System.IO.Path.Combine(user, folder) : null;
        if (variables("GITHUB_ACTIONS") == "true" || (Absolute("XDG_CACHE_HOME") ?? Below(".cache")) is not { } home)
        {
            return At(TemporaryFolders.Create("cache"), RandomNumberGenerator.GetBytes(CacheKey.Length));
        }

        var state = Absolute("XDG_STATE_HOME") ?? Below(".local/state");
        var path = System.IO.Path.Combine(home, "gates");
        return new CacheFolder(path, () => state is null || !IsOwn(path) ? null : CacheKey.ReadOrMake(System.IO.Path.Combine(state, "gates")));
    }

    /// <param name="path">The folder.</param>
    /// <param name="key">What seals its entries.</param>
    public static CacheFolder At(string path, byte[] key) => new(path, () => key);

    /// <returns>The content, or <see langword="null"/> when it is not there, or not as this user wrote it.</returns>
    public byte[]? Read(string name)
    {
        try
        {
            return key.Value is { } secret && File.ReadAllBytes(System.IO.Path.Combine(Path, name)) is { Length: > HMACSHA256.HashSizeInBytes } sealedContent
                && sealedContent[HMACSHA256.HashSizeInBytes..] is var content
                && CryptographicOperations.FixedTimeEquals(Seal(secret, name, content), sealedContent.AsSpan(0, HMACSHA256.HashSizeInBytes))
                    ? content
                    : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a file whole or not at all; a cache that cannot be written only costs time.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        if (key.Value is not { } secret)
        {
            return;
        }

        var target = System.IO.Path.Combine(Path, name);
        var draft = target + "." + System.IO.Path.GetRandomFileName();
        try
        {
            Directory.CreateDirectory(Path, OwnerOnly);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!, OwnerOnly);
            File.WriteAllBytes(draft, [.. Seal(secret, name, content), .. content]);
            File.Move(draft, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Next time it is translated again.
        }
    }

    /// <summary>A folder that others may write to is taken back from them; one of somebody else, or elsewhere behind a link, is not used.</summary>
    private static bool IsOwn(string path)
    {
        try
        {
            if (new DirectoryInfo(path).LinkTarget is not null)
            {
                return false;
            }

            Directory.CreateDirectory(path, OwnerOnly);

            // Only its owner can do that.
            File.SetUnixFileMode(path, OwnerOnly);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] Seal(byte[] secret, string name, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}
