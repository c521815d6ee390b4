using Gates.Doors.Git.Objects;
using Gates.Doors.Git.Private;
using Gates.Doors.Git.Remotes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>
/// Commits of other repositories, fetched by their id and read as objects: nothing is ever checked out. What is cached is the pack that came, and git computes
/// every object's id anew when it is used again, so that a cache which somebody else wrote brings nothing in.
/// </summary>
/// <param name="cache">A folder.</param>
/// <param name="token">The job's token; only the job's own server gets it.</param>
internal sealed class RemoteCommits(string cache, string? token)
{
    /// <value>Larger files come only when they are asked for; no script is that large.</value>
    private const string Filter = "--filter=blob:limit=1m";

    private const int PackSize = 1_000_000_000;

    /// <param name="url">The repository.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="paths">The only files and folders to list; empty means all.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">The commit cannot be fetched.</exception>
    public async Task<GitTree> OpenAsync(string url, string sha, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var file = Path.Combine(cache, $"{Sha256Hex.Of(url)[..16]}-{sha}.pack");
        var folder = PrivateGitFolder.Empty(sha.Length == 64 ? "sha256" : "sha1");
        if (!await RecallAsync(folder, file, sha, cancellationToken))
        {
            await FetchAsync(folder, url, sha, cancellationToken);
            await KeepAsync(folder, file, cancellationToken);
        }

        var git = Promised(folder, url);
        using var objects = new GitObjects(git);
        return GitTree.From(await Task.Run(() => TreeReader.Read(objects, sha, Wanted), cancellationToken), git);

        bool Wanted(string path) =>
            paths.Count == 0 || paths.Any(wanted => path == wanted || path.StartsWith(wanted.TrimEnd('/') + "/", StringComparison.Ordinal));
    }

    /// <summary>Fetches what is read and was left out at first, where the server can be reached; what came from the cache needs none.</summary>
    private GitCommand Promised(PrivateGitFolder folder, string url)
    {
        try
        {
            return new GitCommand(new GitPlace(folder.Path), Remote(url).WithPromises());
        }
        catch (EvaluationException)
        {
            return new GitCommand(new GitPlace(folder.Path));
        }
    }

    private async Task FetchAsync(PrivateGitFolder folder, string url, string sha, CancellationToken cancellationToken)
    {
        var git = new GitCommand(new GitPlace(folder.Path), Remote(url));
        var answer = await git.RunAsync(
            ["-c", "fetch.unpackLimit=1", "fetch", .. GitDatabase.Quietly, "--depth=1", Filter, "--end-of-options", GitRemote.Name, sha],
            cancellationToken);
        if (!answer.Succeeded)
        {
            throw new EvaluationException($"git fetch: {answer.FirstError}");
        }
    }

    private static async Task<bool> RecallAsync(PrivateGitFolder folder, string file, string sha, CancellationToken cancellationToken)
    {
        if (SmallFile.Bytes(file, PackSize) is not { Length: > 0 } pack)
        {
            return false;
        }

        var git = new GitCommand(new GitPlace(folder.Path));
        return (await git.RunAsync(["index-pack", "--stdin"], cancellationToken, pack)).Succeeded
            && (await git.RunAsync(["cat-file", "-e", sha + "^{tree}"], cancellationToken)).Succeeded;
    }

    /// <summary>Whole or not at all: another run may keep the same at the same time. A cache that cannot be written only costs time.</summary>
    private async Task KeepAsync(PrivateGitFolder folder, string file, CancellationToken cancellationToken)
    {
        if (Directory.GetFiles(Path.Combine(folder.Path, "objects", "pack"), "*.pack") is not [var pack])
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(cache);
            var draft = file + "." + Path.GetRandomFileName();
            await File.WriteAllBytesAsync(draft, await File.ReadAllBytesAsync(pack, cancellationToken), cancellationToken);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Next time it is fetched again.
        }
    }

    private GitRemote Remote(string url) => new GitTransport(Environment.GetEnvironmentVariable, token).To(url, null, Environment.CurrentDirectory);
}
