using System.Globalization;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>
/// Reads objects through one <c>git cat-file --batch</c>, one at a time. Each is hashed: git itself believes what a file among its objects says it is.
/// </summary>
internal sealed class GitObjects(GitCommand git) : IDisposable
{
    private readonly Lock exclusive = new();
    private GitProcess? process;

    /// <exception cref="EvaluationException">The object is missing, too large, or not what its id says.</exception>
    public Stream Open(string id) => new MemoryStream(FindAll([id])[0], writable: false);

    /// <summary>The bytes of objects that must be there.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="type">What they all must be; <see langword="null"/> for any type.</param>
    /// <exception cref="EvaluationException">One is missing, too large, of another type, or not what its id says.</exception>
    public IReadOnlyList<byte[]> FindAll(IReadOnlyList<string> ids, string? type = null) =>
        [.. Find(ids, type).Zip(ids, (bytes, id) => bytes ?? throw MissingObject.Error(id))];

    /// <summary>The bytes of some objects; <see langword="null"/> where there is none of the name.</summary>
    /// <param name="names">Ids, or <c>COMMIT:PATH</c>. All are asked before the first is read.</param>
    /// <param name="type">What they all must be; <see langword="null"/> for any type.</param>
    /// <exception cref="EvaluationException">One is too large, of another type, or not what its id says.</exception>
    public IReadOnlyList<byte[]?> Find(IReadOnlyList<string> names, string? type = null)
    {
        if (names.FirstOrDefault(name => name.Contains('\n', StringComparison.Ordinal)) is { } bad)
        {
            throw new EvaluationException($"\"{bad}\" names no object: there is a line break in it");
        }

        lock (exclusive)
        {
            process ??= new GitProcess(git, "--batch");
            var isDone = false;
            try
            {
                var asked = process.AskAsync(names);
                var found = names.Select(name => ReadAnswer(process, name, type)).ToList();
                asked.GetAwaiter().GetResult();
                isDone = true;
                return found;
            }
            finally
            {
                if (!isDone)
                {
                    // Answers that nobody took would be taken for those of the next question.
                    process.Dispose();
                    process = null;
                }
            }
        }
    }

    /// <summary>How large blobs are, in bytes, as the database has it: that is no proof. -1 for each that is not here.</summary>
    public IReadOnlyList<long> Sizes(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        using var sizes = new GitProcess(git, "--batch-check");
        var asked = sizes.AskAsync(ids);
        long[] found = [.. ids.Select(id => TryHeader(sizes.ReadLine(id), out _, out _, out var size) ? size : -1)];
        asked.GetAwaiter().GetResult();
        return found;
    }

    public void Dispose() => process?.Dispose();

    private static byte[]? ReadAnswer(GitProcess git, string name, string? wanted)
    {
        if (!TryHeader(git.ReadLine(name), out var id, out var type, out var size))
        {
            return null;
        }

        if (size > Array.MaxLength)
        {
            throw new EvaluationException(FormattableString.Invariant($"the object {name} is too large to read ({size:N0} bytes)"));
        }

        var bytes = git.ReadContent(size, name);
        if (ObjectId.Of(type, bytes, id.Length) != id || (ObjectId.IsFull(name) && name != id))
        {
            throw new EvaluationException($"the object {name} of this clone does not hold what its id says: it was forged, or is damaged. Do not trust this clone; clone anew");
        }

        return wanted is null || type == wanted ? bytes : throw new EvaluationException($"the object {name} is a {type} where git has a {wanted}");
    }

    /// <summary>Reads <c>ID TYPE SIZE</c>; everything else says that there is no such object.</summary>
    private static bool TryHeader(string line, out string id, out string type, out long size)
    {
        size = -1;
        var fields = line.Split(' ');
        (id, type) = fields.Length == 3 ? (fields[0], fields[1]) : ("", "");
        return ObjectId.IsFull(id) && long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out size);
    }
}
