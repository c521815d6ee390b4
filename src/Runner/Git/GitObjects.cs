using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Gates.Runner.Git;

/// <summary>Reads blobs through one <c>git cat-file --batch</c>, one at a time.</summary>
internal sealed class GitObjects(GitCommand git) : IDisposable
{
    private readonly Lock exclusive = new();
    private Process? process;

    /// <exception cref="EvaluationException">The object is missing or too large.</exception>
    public Stream Open(string id) => new MemoryStream(
        Find(id) ?? throw new EvaluationException($"the object {id} is missing from this clone; fetch it (a partial clone needs `filter:` off)"),
        writable: false);

    /// <summary>An object's bytes, or <see langword="null"/> when there is none of the name.</summary>
    /// <param name="name">Its id, or <c>COMMIT:PATH</c>.</param>
    /// <exception cref="EvaluationException">It is too large.</exception>
    public byte[]? Find(string name)
    {
        lock (exclusive)
        {
            process ??= git.Start(["cat-file", "--batch"]);
            process.StandardInput.Write(name + "\n");
            process.StandardInput.Flush();
            var answers = process.StandardOutput.BaseStream;
            var header = ReadHeader(answers).Split(' ');
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
    }

    public void Dispose()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
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
