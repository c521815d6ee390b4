using System.Text;
using Gates.Doors.Git.Objects;
using Gates.Doors.Git.Private;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Remotes;

/// <summary>The branches and tags of other repositories; nothing is fetched.</summary>
/// <param name="variables">Reads an environment variable.</param>
/// <param name="token">The job's token; only the job's own server gets it.</param>
internal sealed class RemoteRefs(Func<string, string?> variables, string? token)
{
    private const int MaxAnswer = 64 << 20;
    private const int MaxWords = 2_000;
    private const string Peeled = "^{}";

    /// <summary>Each full name with the commit that it comes to: an annotated tag with what it tags.</summary>
    /// <param name="url">The repository.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">It cannot be asked.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(string url, CancellationToken cancellationToken)
    {
        var remote = new GitTransport(variables, token).To(url, null, Environment.CurrentDirectory);
        var git = new GitCommand(new GitPlace(PrivateGitFolder.Empty("sha1").Path), remote);
        using var process = git.Start(["ls-remote", "--heads", "--tags", "--end-of-options", GitRemote.Name]);
        try
        {
            process.StandardInput.Close();
            var errors = ProgramOutput.ReadAsync(process.StandardError.BaseStream, MaxWords, cancellationToken);
            var answer = await BoundedBytes.ReadAsync(process.StandardOutput.BaseStream, MaxAnswer, cancellationToken)
                ?? throw new EvaluationException(FormattableString.Invariant($"{url}: it lists more than {MaxAnswer >> 20} MiB of branches and tags"));
            var error = (await errors).Text;
            await process.WaitForExitAsync(cancellationToken);
            await ChildProcess.CheckAsync(process, cancellationToken);
            return process.ExitCode == 0 ? Parse(Encoding.UTF8.GetString(answer))
                : throw new EvaluationException($"{url}: git ls-remote: {new GitOutput(1, [], error).FirstError.Trim()}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Dictionary<string, string> Parse(string text)
    {
        var refs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            if (line.Split('\t') is [var id, var name] && ObjectId.IsFull(id) && name.StartsWith("refs/", StringComparison.Ordinal))
            {
                // The line of what a tag comes to follows that of the tag.
                refs[name.EndsWith(Peeled, StringComparison.Ordinal) ? name[..^Peeled.Length] : name] = id;
            }
        }

        return refs;
    }
}
