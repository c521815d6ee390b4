using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Gates.Runner.Git;

/// <summary>Reads blobs through one <c>git cat-file --batch</c>, one at a time.</summary>
internal sealed class GitObjects(GitCommand git) : IDisposable
{
    /// <value>Bytes; headers are read letter by letter.</value>
    private const int BufferSize = 1 << 16;

    private readonly Lock exclusive = new();
    private Process? process;
    private BufferedStream? answers;

    /// <exception cref="EvaluationException">The object is missing or too large.</exception>
    public Stream Open(string id) => new MemoryStream(FindAll([id])[0], writable: false);

    /// <summary>The bytes of objects that must be there.</summary>
    /// <exception cref="EvaluationException">One is missing or too large.</exception>
    public IReadOnlyList<byte[]> FindAll(IReadOnlyList<string> ids) =>
        [.. Find(ids).Zip(ids, (bytes, id) => bytes ?? throw new EvaluationException($"the object {id} is missing from this clone; fetch it (a partial clone needs `filter:` off)"))];

    /// <summary>The bytes of some objects; <see langword="null"/> where there is none of the name.</summary>
    /// <param name="names">Ids, or <c>COMMIT:PATH</c>. All are asked before the first is read.</param>
    /// <exception cref="EvaluationException">One is too large.</exception>
    public IReadOnlyList<byte[]?> Find(IReadOnlyList<string> names)
    {
        lock (exclusive)
        {
            process ??= git.Start(["cat-file", "--batch"]);
            answers ??= new BufferedStream(process.StandardOutput.BaseStream, BufferSize);
            var asked = AskAsync(process.StandardInput, names);
            var found = names.Select(name => ReadAnswer(answers, name)).ToList();
            asked.GetAwaiter().GetResult();
            return found;
        }
    }

    public void Dispose()
    {
        if (process is not null)
        {
            answers?.Dispose();
            process.StandardInput.Close();
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    /// <summary>Beside the reading: git stops reading while nobody takes its answers.</summary>
    private static async Task AskAsync(StreamWriter questions, IReadOnlyList<string> names)
    {
        await questions.WriteAsync(string.Concat(names.Select(name => name + "\n")));
        await questions.FlushAsync();
    }

    private static byte[]? ReadAnswer(Stream answers, string name)
    {
        var header = ReadHeader(answers).Split(' ');
        if (header is [""])
        {
            throw new EvaluationException($"git ended before it had answered for the object {name}");
        }

        if (header.Length != 3)
        {
            return null;
        }

        var size = long.Parse(header[2], CultureInfo.InvariantCulture);
        if (size > Array.MaxLength)
        {
            throw new EvaluationException(FormattableString.Invariant($"the object {name} is too large to read ({size:N0} bytes)"));
        }

        var bytes = new byte[size];
        answers.ReadExactly(bytes);
        answers.ReadByte();
        return bytes;
    }

    private static string ReadHeader(Stream answers)
    {
        var line = new StringBuilder();
        int value;
        while ((value = answers.ReadByte()) is not '\n' and not -1)
        {
            line.Append((char)value);
        }

        return line.ToString();
    }
}
