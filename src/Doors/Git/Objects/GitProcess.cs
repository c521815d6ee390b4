using System.Diagnostics;
using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Objects;

/// <summary>A <c>git cat-file</c> that answers questions, and says why when it ends before it has answered.</summary>
internal sealed class GitProcess : IDisposable
{
    /// <value>Bytes; headers are read letter by letter.</value>
    private const int BufferSize = 1 << 16;

    private const int ErrorLines = 20;

    private readonly Process process;
    private readonly BufferedStream answers;
    private readonly List<string> errors = [];

    public GitProcess(GitCommand git, string mode)
    {
        process = git.Start(["cat-file", mode]);
        answers = new BufferedStream(process.StandardOutput.BaseStream, BufferSize);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Asks beside the reading: git stops reading while nobody takes its answers.</summary>
    public async Task AskAsync(IReadOnlyList<string> names)
    {
        try
        {
            await process.StandardInput.WriteAsync(string.Concat(names.Select(name => name + "\n")));
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It ended; whoever reads its answers is told why.
        }
    }

    /// <summary>One line of an answer.</summary>
    /// <param name="about">The object that was asked for.</param>
    /// <exception cref="EvaluationException">git ended instead of answering.</exception>
    public string ReadLine(string about)
    {
        var line = new StringBuilder();
        int value;
        while ((value = answers.ReadByte()) is not '\n')
        {
            line.Append(value >= 0 ? (char)value : throw Ended(about));
        }

        return line.ToString();
    }

    /// <summary>The content that follows a header, and the line feed behind it.</summary>
    /// <inheritdoc cref="ReadLine" path="/param"/>
    /// <inheritdoc cref="ReadLine" path="/exception"/>
    public byte[] ReadContent(long size, string about)
    {
        var bytes = new byte[size];
        try
        {
            answers.ReadExactly(bytes);
            return answers.ReadByte() == '\n' ? bytes : throw Ended(about);
        }
        catch (EndOfStreamException)
        {
            throw Ended(about);
        }
    }

    /// <summary>Some of the content that follows a header: at least one byte.</summary>
    /// <inheritdoc cref="ReadLine" path="/exception"/>
    public int Read(Span<byte> buffer, string about) => answers.Read(buffer) is var count and > 0 ? count : throw Ended(about);

    public void Dispose()
    {
        answers.Dispose();
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private EvaluationException Ended(string about)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        lock (errors)
        {
            var said = errors.FirstOrDefault(line => line.StartsWith("fatal: could not fetch", StringComparison.Ordinal)) ?? errors.FirstOrDefault();
            return said?.Contains("promisor", StringComparison.Ordinal) == true
                ? MissingObject.Error(about)
                : new EvaluationException($"git could not read the object {about}: {said ?? "it ended without a word"}. Check the clone with `git fsck`, or clone anew");
        }
    }

    private void Remember(string? line)
    {
        lock (errors)
        {
            if (line is not null && errors.Count < ErrorLines)
            {
                errors.Add(line);
            }
        }
    }
}

/// <summary>How it is said that a clone lacks an object.</summary>
internal static class MissingObject
{
    public static EvaluationException Error(string id) => new(
        $"the object {id} is missing from this clone, which is a partial or a damaged one; gates fetches nothing in the middle of a run. "
        + "Leave `filter:` and `sparse-checkout:` out of the `with:` of your actions/checkout step; on a desk run `git fetch --refetch --no-filter`.");
}
