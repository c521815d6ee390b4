using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Doors.Files;

/// <summary>A file of the repository that a command changes: written whole or not at all, and never through a link.</summary>
/// <param name="root">The repository's root.</param>
/// <param name="path">Relative to it.</param>
/// <param name="command">The command, for messages.</param>
internal sealed class WholeFile(DirectoryInfo root, string path, string command)
{
    private readonly string full = System.IO.Path.Combine(root.FullName, path);

    /// <returns>The text, or <see langword="null"/> when there is no such file.</returns>
    /// <exception cref="UsageException">It is behind a link, or cannot be read.</exception>
    public string? Read()
    {
        RefuseLinks();
        try
        {
            return File.Exists(full) ? File.ReadAllText(full, new UTF8Encoding(false, throwOnInvalidBytes: true)) : null;
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{Say.Path(path)}: the file is not UTF-8; save it as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Say.Path(path)}: cannot be read: {e.Message}");
        }
    }

    /// <exception cref="UsageException">It is behind a link, or cannot be written.</exception>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <param name="content">The whole of it.</param>
    /// <param name="isPrivate">Whether nobody but its owner may read it.</param>
    /// <exception cref="UsageException">It is behind a link, or cannot be written.</exception>
    public void Write(byte[] content, bool isPrivate = false)
    {
        RefuseLinks();
        var draft = full + ".new";
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            File.Delete(draft);
            UnixFileMode? kept = File.Exists(full) && !isPrivate ? File.GetUnixFileMode(full) : null;
            UnixFileMode? mode = isPrivate ? UnixFileMode.UserRead | UnixFileMode.UserWrite : kept;
            using (var stream = new FileStream(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode }))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (kept is { } before)
            {
                // The umask may have taken something away.
                File.SetUnixFileMode(draft, before);
            }

            File.Move(draft, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Say.Path(path)}: cannot be written: {e.Message}");
        }
    }

    /// <summary>Removes it, if it is there and no link.</summary>
    public void Remove()
    {
        if (new FileInfo(full) is { Exists: true, LinkTarget: null } file)
        {
            file.Delete();
        }
    }

    private void RefuseLinks()
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (new FileInfo(System.IO.Path.Combine(root.FullName, path[..end])).LinkTarget is not null)
            {
                throw new UsageException($"{Say.Path(path[..end])} is a symbolic link, which `{command}` does not follow");
            }
        }
    }
}
