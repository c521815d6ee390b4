using System.Text;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>
/// The refs of a repository, as gitrepository-layout(5) has them in files; read and moved without git, so that no hook and no setting of it has a say.
/// </summary>
/// <param name="common">Holds <c>refs</c> and <c>packed-refs</c>.</param>
internal sealed class GitRefFiles(string common)
{
    /// <value>What a ref that stands for another begins with.</value>
    public const string Symbolic = "ref: ";

    private const int PackedSize = 512_000_000;
    private const int RefSize = 4_000;
    private const int Attempts = 600;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    /// <value>A ref is moved within milliseconds; whose lock is older did not live to move it.</value>
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(5);

    public string Common => common;

    /// <summary>Every ref with the id it stands on, or <see cref="Symbolic"/> and another ref. What is no ref is left out, as git leaves it out.</summary>
    public IReadOnlyDictionary<string, string> All()
    {
        // Loose ones first: git packs a ref before it removes its file.
        var loose = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var folder = new DirectoryInfo(Path.Combine(common, "refs"));
        foreach (var file in folder.Exists
            ? folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            : [])
        {
            var name = Path.GetRelativePath(common, file.FullName);
            if (GitRefName.IsValid(name) && Loose(name) is { } value)
            {
                loose[name] = value;
            }
        }

        foreach (var (name, id) in Packed())
        {
            loose.TryAdd(name, id);
        }

        return loose;
    }

    /// <summary>Where a ref stands, or <see langword="null"/> when there is none of the name.</summary>
    public string? Read(string name)
    {
        for (var (current, depth) = (name, 0); depth < 5 && GitRefName.IsValid(current); depth++)
        {
            var value = Loose(current) ?? Packed().GetValueOrDefault(current);
            if (value is null || !value.StartsWith(Symbolic, StringComparison.Ordinal))
            {
                return value;
            }

            current = value[Symbolic.Length..];
        }

        return null;
    }

    /// <summary>Moves a ref, if it still stands where it stood.</summary>
    /// <param name="name">The ref in full.</param>
    /// <param name="from">Where it must stand; <see langword="null"/>: nowhere.</param>
    /// <param name="to">The id it is to stand on.</param>
    /// <param name="cancellationToken">Stops waiting for another writer.</param>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public async Task<string?> MoveAsync(string name, string? from, string to, CancellationToken cancellationToken) =>
        await WriteAsync(name, now => now == from ? null : $"{name} is at {now ?? "nothing"}, not at {from ?? "nothing"}", to, cancellationToken);

    /// <summary>Moves a ref, wherever it stands.</summary>
    /// <exception cref="EvaluationException">It cannot be written.</exception>
    public async Task SetAsync(string name, string to, CancellationToken cancellationToken)
    {
        if (await WriteAsync(name, static _ => null, to, cancellationToken) is { } reason)
        {
            throw new EvaluationException($"{name} could not be remembered: {reason}");
        }
    }

    /// <summary>As git does it: a lock file that is complete takes the ref's place.</summary>
    private async Task<string?> WriteAsync(string name, Func<string?, string?> refusal, string to, CancellationToken cancellationToken)
    {
        if (!GitRefName.IsValid(name) || !ObjectId.IsFull(to))
        {
            return $"{name} is no name of a ref, or {to} no id";
        }

        try
        {
            if (InTheWay(name) is { } other)
            {
                return $"{name} cannot be there beside {other}";
            }

            var path = Path.Combine(common, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = await LockAsync(path + ".lock", cancellationToken);
            return await ReplaceAsync(path, file, () => refusal(Read(name)), to, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{name}: {e.Message}";
        }
    }

    /// <summary>Under the lock, whose file is gone afterwards in any case.</summary>
    private static async Task<string?> ReplaceAsync(string path, FileStream file, Func<string?> refusal, string to, CancellationToken cancellationToken)
    {
        var isWritten = false;
        try
        {
            if (refusal() is { } reason)
            {
                return reason;
            }

            await file.WriteAsync(Encoding.ASCII.GetBytes(to + "\n"), cancellationToken);
            RemoveEmpty(path);

            // A reader would find the ref locked for as long as its writer has it open.
            await file.DisposeAsync();
            File.Move(file.Name, path, overwrite: true);
            isWritten = true;
            return null;
        }
        finally
        {
            if (!isWritten)
            {
                File.Delete(file.Name);
            }
        }
    }

    /// <summary>Makes the lock file of a ref, as git does it; waits for another writer.</summary>
    /// <exception cref="IOException">The other writer does not end.</exception>
    internal static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(
                    path,
                    new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 });
            }
            catch (IOException) when (attempt < Attempts && File.Exists(path))
            {
                RemoveAbandoned(path);
                await Task.Delay(Patience, TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>A process that was killed leaves its lock, which the system no longer holds for it; git's own are short, and young.</summary>
    private static void RemoveAbandoned(string path)
    {
        try
        {
            if (IsOld(path))
            {
                using var left = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                if (IsOld(path))
                {
                    File.Delete(path);
                }
            }
        }
        catch (IOException)
        {
            // Somebody holds it, or has removed it meanwhile.
        }
    }

    private static bool IsOld(string path) => TimeProvider.System.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > Abandoned;

    /// <summary>A ref that is a folder of this one, or within it; or a link, which would lead the writing elsewhere.</summary>
    private string? InTheWay(string name)
    {
        var packed = Packed();
        for (var end = name.LastIndexOf('/'); end > 0; end = name.LastIndexOf('/', end - 1))
        {
            var above = name[..end];
            if (packed.ContainsKey(above) || Path.Exists(Path.Combine(common, above)) && !IsFolder(above))
            {
                return above;
            }
        }

        return packed.Keys.FirstOrDefault(other => other.StartsWith(name + "/", StringComparison.Ordinal));
    }

    private bool IsFolder(string name) => new DirectoryInfo(Path.Combine(common, name)) is { Exists: true, LinkTarget: null };

    /// <summary>Folders that are left of refs which were removed; one with a ref in it stays, and the move is refused.</summary>
    private static void RemoveEmpty(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any())
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private string? Loose(string name)
    {
        var text = (new FileInfo(Path.Combine(common, name)) is { Exists: true, LinkTarget: null }
            ? SmallFile.Read(Path.Combine(common, name), RefSize)
            : null)?.TrimEnd();
        return text is null ? null
            : ObjectId.IsFull(text) ? text
            : text.StartsWith(Symbolic, StringComparison.Ordinal) && GitRefName.IsValid(text[Symbolic.Length..].Trim())
                ? Symbolic + text[Symbolic.Length..].Trim()
            : null;
    }

    private Dictionary<string, string> Packed()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (SmallFile.Read(Path.Combine(common, "packed-refs"), PackedSize) ?? "").AsSpan().EnumerateLines())
        {
            if (line.IndexOf(' ') is var space and > 0
                && ObjectId.IsFull(line[..space])
                && line[(space + 1)..].ToString() is var name
                && GitRefName.IsValid(name))
            {
                found[name] = line[..space].ToString();
            }
        }

        return found;
    }
}
