using System.Text;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>Takes a ref out of a repository's files, without git, as <see cref="GitRefFiles"/> reads and moves them.</summary>
/// <param name="common">Holds <c>refs</c> and <c>packed-refs</c>.</param>
internal sealed class GitRefRemoval(string common)
{
    private const string PackedRefs = "packed-refs";

    /// <param name="name">The ref in full.</param>
    /// <param name="from">Where it must stand.</param>
    /// <param name="cancellationToken">Stops waiting for another writer.</param>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public async Task<string?> RemoveAsync(string name, string from, CancellationToken cancellationToken)
    {
        if (!GitRefName.IsValid(name) || !ObjectId.IsFull(from))
        {
            return $"{name} is no name of a ref, or {from} no id";
        }

        var path = Path.Combine(common, name);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = await GitRefFiles.LockAsync(path + ".lock", cancellationToken);
            try
            {
                if (new GitRefFiles(common).Read(name) is var now && now != from)
                {
                    return $"{name} is at {now ?? "nothing"}, not at {from}";
                }

                // The packed one first: a reader would take it for the newest when the file is gone.
                await UnpackAsync(name, cancellationToken);
                File.Delete(path);
                return null;
            }
            finally
            {
                File.Delete(file.Name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{name}: {e.Message}";
        }
    }

    private async Task UnpackAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(common, PackedRefs);
        if (!File.Exists(path))
        {
            return;
        }

        var file = await GitRefFiles.LockAsync(path + ".lock", cancellationToken);
        var isWritten = false;
        try
        {
            var lines = await File.ReadAllLinesAsync(path, cancellationToken);
            var at = Array.FindIndex(lines, line => line.EndsWith(" " + name, StringComparison.Ordinal) && line[0] != '#');
            if (at < 0)
            {
                return;
            }

            // What a tag names stands on a line of its own below it.
            var next = at + 1 < lines.Length && lines[at + 1].StartsWith('^') ? at + 2 : at + 1;
            await file.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines[..at].Concat(lines[next..]).Select(line => line + "\n"))), cancellationToken);
            await file.DisposeAsync();
            File.Move(file.Name, path, overwrite: true);
            isWritten = true;
        }
        finally
        {
            await file.DisposeAsync();
            if (!isWritten)
            {
                File.Delete(file.Name);
            }
        }
    }
}
