using System.Text;
using Gates.Runner.Git.Objects;

namespace Gates.Runner.Git;

/// <summary>Commits of other repositories, fetched by their id into a cache of the user's own, and read as objects: nothing is ever checked out.</summary>
/// <param name="cache">A folder outside every workspace; whoever can write there could bring a policy of his own.</param>
/// <param name="token">The job's token; only the job's own server gets it.</param>
internal sealed class RemoteCommits(string cache, string? token)
{
    /// <value>Larger files come only when they are asked for; no script is that large.</value>
    private const string Filter = "--filter=blob:limit=1m";

    /// <param name="url">The repository.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="paths">The only files and folders to list; empty means all.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">The commit cannot be fetched.</exception>
    public async Task<GitTree> OpenAsync(string url, string sha, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(cache, $"{Sha256Hex.Of(url)[..16]}-{sha}.git");
        if (!Directory.Exists(folder))
        {
            await FetchAsync(folder, url, sha, cancellationToken);
        }

        var git = new GitCommand(folder, token);
        try
        {
            using var objects = new GitObjects(git);
            return GitTree.Of(await Task.Run(() => TreeReader.Read(objects, sha, Wanted), cancellationToken), git);
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException($"{folder} cannot be read; remove it, and it is fetched again: {e.Message}", e);
        }

        bool Wanted(string path) => paths.Count == 0 || paths.Any(wanted => path == wanted || path.StartsWith(wanted.TrimEnd('/') + "/", StringComparison.Ordinal));
    }

    /// <summary>Whole or not at all: another run may fetch the same at the same time.</summary>
    private async Task FetchAsync(string folder, string url, string sha, CancellationToken cancellationToken)
    {
        var draft = FormattableString.Invariant($"{folder}.{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(draft);
            var git = new GitCommand(draft, token);
            await DemandAsync(git, ["init", "--quiet", "--bare", "--template=", "."], cancellationToken);
            await DemandAsync(git, ["config", "remote.origin.url", url], cancellationToken);
            await DemandAsync(git, ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--depth=1", Filter, "origin", sha], cancellationToken);
            Directory.Move(draft, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!Directory.Exists(folder))
            {
                throw new EvaluationException($"{cache} cannot be written: {e.Message}", e);
            }
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    private static async Task DemandAsync(GitCommand git, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(arguments, cancellationToken);
        if (!answer.Succeeded)
        {
            throw new EvaluationException($"git {arguments[0]}: {answer.FirstError}");
        }
    }
}
