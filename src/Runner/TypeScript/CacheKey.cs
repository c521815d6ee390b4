using System.Security.Cryptography;

namespace Gates.Runner.TypeScript;

/// <summary>What seals the entries of this user's cache: made once, in a folder that caches are not restored to.</summary>
internal static class CacheKey
{
    /// <value>Bytes.</value>
    public const int Length = 32;

    private const string Name = "cache.key";

    /// <summary>The key, or <see langword="null"/> when it cannot be kept where only this user reads it.</summary>
    /// <param name="folder">Where it is kept.</param>
    public static byte[]? ReadOrMake(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            if (Read(path) is { } known)
            {
                return known;
            }

            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var draft = $"{path}.{Path.GetRandomFileName()}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            using (var file = new FileStream(draft, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Length));
            }

            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft); // Another process was faster.
            }

            return Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>One that others can read or write is no secret.</summary>
    private static byte[]? Read(string path)
    {
        const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var file = new FileInfo(path);
        return file is { Exists: true, LinkTarget: null, Length: Length } && (file.UnixFileMode & Others) == UnixFileMode.None ? File.ReadAllBytes(path) : null;
    }
}
