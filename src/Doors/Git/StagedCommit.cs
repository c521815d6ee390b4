using Gates.Doors.Git.Private;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>The commit that an index would become, made in our own folder, where no ref names it: their repository stays as it is.</summary>
/// <param name="git">Works in our folder.</param>
/// <param name="folder">Their repository.</param>
/// <param name="ours">Our folder.</param>
internal sealed class StagedCommit(GitCommand git, GitFolder folder, PrivateGitFolder ours)
{
    /// <param name="head">The commit that it would follow; <see langword="null"/> before the first one.</param>
    /// <param name="index">Which index; <see langword="null"/> means the repository's own.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">The index holds conflicts, or is damaged.</exception>
    public async Task<string> MakeAsync(string? head, StagedIndex? index, CancellationToken cancellationToken)
    {
        if (index is not null)
        {
            ours.TakeIndex(index.Within(folder));
        }

        var unmerged = (await DemandAsync("list the conflicts", ["ls-files", "-z", "--unmerged"], cancellationToken)).Fields('\t')
            .Select(field => field[(field.IndexOf('\t', StringComparison.Ordinal) + 1)..]).Distinct(StringComparer.Ordinal).ToList();
        if (unmerged.Count > 0)
        {
            var more = unmerged.Count > 1 ? FormattableString.Invariant($" and {unmerged.Count - 1} more") : "";
            throw new EvaluationException(
                $"the index holds conflicts, so nothing can be committed yet: {Say.Path(unmerged[0])}{more}. Resolve them, then `git add` the files");
        }

        // What a commit takes from the index, git says best: not what was only promised with `git add --intent-to-add`.
        var tree = (await DemandAsync("read the index", ["write-tree", "--missing-ok"], cancellationToken)).Text;
        string[] identity = ["-c", "user.name=Gates", "-c", "user.email=gates@gates.invalid"];
        string[] parent = head is null ? [] : ["-p", head];
        return (await DemandAsync("make a commit of the index", [.. identity, "commit-tree", tree, .. parent, "-m", "staged"], cancellationToken)).Text;
    }

    private async Task<GitOutput> DemandAsync(string purpose, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(arguments, cancellationToken);
        return answer.Succeeded ? answer : throw new EvaluationException($"git could not {purpose}: {answer.FirstError}");
    }
}
