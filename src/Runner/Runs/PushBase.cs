using Gates.Attestation.Branch;
using Gates.Attestation.Keys;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Configuration;

namespace Gates.Runner.Runs;

/// <summary>
/// What a push to a branch is compared with: the last commit that was seen to pass, so that what failed once is not old news with the next push; else
/// what was there before it; else nothing, and every finding counts.
/// </summary>
/// <param name="job">The push.</param>
/// <param name="time">See <see cref="PassedCommits"/>.</param>
internal sealed class PushBase(JobEnvironment job, TimeProvider time)
{
    /// <summary>Compares the workspace with it.</summary>
    /// <param name="workspace">What was pushed.</param>
    /// <param name="configuration">What judges, for its gates.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>The base, or <see langword="null"/>; and what a reader must know about it.</returns>
    public async Task<(string? Sha, IReadOnlyList<string> Notes)> CompareAsync(
        Workspace workspace,
        GatesConfiguration configuration,
        RunRequest request,
        CancellationToken cancellationToken)
    {
        List<string> notes = [];
        if (await PassedAsync(workspace, configuration, request, notes, cancellationToken) is { } passed)
        {
            return (await workspace.CompareWithAsync(
                passed,
                cancellationToken), [$"Compared with {Prose.Commit(passed)}, the last commit whose signed decision passed."]);
        }

        if (job.Event is { IsForced: true })
        {
            return (null, [.. notes, "Every finding counts: this push replaced commits, so what was there before it is no base."]);
        }

        if (job.BaseSha is not { } before)
        {
            return (null, job.Event is { IsNew: true }
                ? [.. notes, "Every finding counts: this push made the branch, so there is nothing to compare with."]
                : notes);
        }

        try
        {
            return (await workspace.CompareWithAsync(
                before,
                cancellationToken), [.. notes, $"Compared with {Prose.Commit(before)}, the commit before this push."]);
        }
        catch (EvaluationException e)
        {
            return (null, [.. notes, $"Every finding counts, not only those of this push: {e.Message}"]);
        }
    }

    private async Task<string?> PassedAsync(
        Workspace workspace,
        GatesConfiguration configuration,
        RunRequest request,
        List<string> notes,
        CancellationToken cancellationToken)
    {
        if (workspace.Repository is not { } repository
            || workspace.Changes.HeadSha is not { } head
            || !await HasKeyringAsync(workspace, repository, cancellationToken))
        {
            return null;
        }

        var gates = request.Gates.Count == 0 ? configuration.Gates : GateNeeds.Closure(configuration.Gates, request.Gates);
        var (commit, problem) = await new PassedCommits(repository, job.Token, time).FindAsync(head, [.. gates.Select(gate => gate.Id)], cancellationToken);
        if (problem is not null)
        {
            notes.Add($"Which commit passed last is not known: {problem}.");
        }

        return commit;
    }

    /// <summary>
    /// Without a keyring nothing was ever signed, and nobody has to ask the remote. A push that takes the keyring away does not take away what was signed.
    /// </summary>
    private async Task<bool> HasKeyringAsync(Workspace workspace, GitRepository repository, CancellationToken cancellationToken)
    {
        if (workspace.Tree.Exists(Keyring.Path) || job.BaseSha is not { } before)
        {
            return workspace.Tree.Exists(Keyring.Path);
        }

        if (await repository.CommitAsync(before, cancellationToken) is null && await repository.FetchAsync(before, cancellationToken) is not null)
        {
            return false;
        }

        using var tree = await repository.TreeAsync(before, cancellationToken);
        return tree.Exists(Keyring.Path);
    }
}
