namespace Gates.Runner.TypeScript;

/// <summary>The user's own cache, as the XDG Base Directory Specification places it.</summary>
/// <remarks>Never inside the repository: whoever writes there could bring a translation of his own for somebody else's policy.</remarks>
internal sealed class CacheFolder
{
    private CacheFolder(string path) => Path = path;

    public string Path { get; }

    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    public static CacheFolder Of(Func<string, string?> variables)
    {
        string? Absolute(string name) => variables(name) is { Length: > 0 } value && System.IO.Path.IsPathRooted(value) ? value : null;
        var home = Absolute("XDG_CACHE_HOME") ?? (Absolute("HOME") is { } user ? System.IO.Path.Combine(user, ".cache") : null);
        return At(System.IO.Path.Combine(home ?? System.IO.Path.GetTempPath(), "gates"));
    }

    public static CacheFolder At(string path) => new(path);

    /// <returns>The content, or <see langword="null"/> when it is not there.</returns>
    public byte[]? Read(string name)
    {
        try
        {
            return File.ReadAllBytes(System.IO.Path.Combine(Path, name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a file whole or not at all; a cache that cannot be written only costs time.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var target = System.IO.Path.Combine(Path, name);
        var draft = target + "." + System.IO.Path.GetRandomFileName();
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.WriteAllBytes(draft, content);
            File.Move(draft, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Next time it is translated again.
        }
    }
}
