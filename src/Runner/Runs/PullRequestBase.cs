using Gates.Doors.Git;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Runs;

/// <summary>What judges a pull request: its base, and the rules as they stand there.</summary>
internal sealed class PullRequestBase : IDisposable
{
    private readonly GitTree tree;

    private PullRequestBase(string sha, GitTree tree, ISourceTree rules)
    {
        Sha = sha;
        this.tree = tree;
        Rules = rules;
    }

    public string Sha { get; }

    public ISourceTree Tree => tree;

    /// <value>See <see cref="BaseRules"/>.</value>
    public ISourceTree Rules { get; }

    /// <summary>Reads the base of a workspace, which is in its repository.</summary>
    public static async Task<PullRequestBase> FromAsync(Workspace workspace, string sha, CancellationToken cancellationToken)
    {
        var isCommitted = workspace.Committed();
        var atBase = await workspace.Repository!.TreeAsync(sha, cancellationToken);
        return new PullRequestBase(sha, atBase, new BaseRules(atBase, workspace.Tree, isCommitted, sha));
    }

    public void Dispose() => tree.Dispose();
}
