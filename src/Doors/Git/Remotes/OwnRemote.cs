using System.Text;
using Gates.Doors.Git.Private;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Remotes;

/// <summary>Where a repository was cloned from. What is fetched from there goes into our git directory, and leaves the clone as it is.</summary>
/// <param name="folder">The repository.</param>
/// <param name="ours">Our git directory for it.</param>
/// <param name="transport">Builds addresses.</param>
internal sealed class OwnRemote(GitFolder folder, PrivateGitFolder ours, GitTransport transport)
{
    private const string Origin = "origin";

    /// <summary>A remote's address as the configuration has it, or <see langword="null"/>.</summary>
    public string? Url(string name) => GitConfiguration.Read(folder).Find($"remote.{name}.url");

    /// <param name="url">The address.</param>
    /// <param name="isConfigured">Whether it is from the configuration, and not from a person.</param>
    /// <exception cref="EvaluationException">It is not where git may connect to.</exception>
    public GitRemote Connect(string url, bool isConfigured)
    {
        var configuration = GitConfiguration.Read(folder);
        return isConfigured ? transport.Configured(url, configuration, folder.Name) : transport.To(url, configuration, folder.Name);
    }

    /// <summary>Brings a commit.</summary>
    /// <param name="what">Its full id, or a full ref.</param>
    /// <param name="depth">How many commits of its history come along.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>Why it could not be fetched, or <see langword="null"/>.</returns>
    public Task<string?> FetchAsync(string what, int depth, CancellationToken cancellationToken) =>
        FetchAsync([FormattableString.Invariant($"--depth={depth}"), "--end-of-options", GitRemote.Name, what], what, default, cancellationToken);

    /// <summary>Brings objects by their ids.</summary>
    /// <inheritdoc cref="FetchAsync(string, int, CancellationToken)" path="/returns"/>
    public Task<string?> FetchObjectsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        FetchAsync(["--stdin", "--end-of-options", GitRemote.Name], ids[0], Encoding.ASCII.GetBytes(string.Join('\n', ids) + "\n"), cancellationToken);

    private async Task<string?> FetchAsync(IReadOnlyList<string> arguments, string first, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        GitRemote remote;
        try
        {
            if (Url(Origin) is not { } url)
            {
                return "there is no remote to fetch it from";
            }

            remote = Connect(url, isConfigured: true);
        }
        catch (EvaluationException e)
        {
            return $"{e.Message}; run `git fetch {Origin} {first}` before gates";
        }

        // What a partial clone lacks it cannot say, so that the remote must send everything.
        string[] negotiation = ours.IsPartial ? ["-c", "fetch.negotiationAlgorithm=noop"] : [];
        var answer = await new GitCommand(
            new GitPlace(ours.Path),
            remote).RunAsync([.. negotiation, "fetch", .. GitDatabase.Quietly, "--refmap=", .. arguments], cancellationToken, input);
        ours.HasFetched |= answer.Succeeded;
        return answer.Succeeded ? null : answer.FirstError;
    }
}
