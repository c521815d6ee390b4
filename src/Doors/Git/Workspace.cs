using Gates.Doors.Files;
using Gates.Doors.Git.History;
using Gates.Doors.Git.Objects;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git;

/// <summary>The folder a run is about, its repository if it has one, and what it is compared with.</summary>
internal sealed class Workspace : IDisposable
{
    /// <value>Enough to find where a pull request left its base, in almost all of them.</value>
    private const int Depth = 200;

    private readonly bool isCommit;
    private readonly bool isStaged;

    private Workspace(DirectoryInfo root, GitRepository? repository, ISourceTree tree, bool isCommit = false, bool isStaged = false)
    {
        this.isStaged = isStaged;
        Root = root;
        Repository = repository;
        Tree = tree;
        this.isCommit = isCommit;
    }

    public DirectoryInfo Root { get; }

    /// <value><see langword="null"/> when the folder is in no git repository.</value>
    public GitRepository? Repository { get; }

    public ISourceTree Tree { get; }

    /// <value>What git tracks in the working directory.</value>
    public IReadOnlyList<string> Tracked { get; private init; } = [];

    public ChangeSet Changes { get; private set; } = ChangeSet.None;

    /// <value>The commit that findings are compared with; <see langword="null"/> when every finding counts.</value>
    public GitTree? BaseTree { get; private set; }

    /// <summary>Opens a folder; one inside a repository stands for the whole repository.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="token">For fetching.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <param name="isJob">Whether it is a job's checkout: a tracked file that is not there is then no change of anybody's.</param>
    /// <exception cref="UsageException">There is no such folder.</exception>
    /// <exception cref="EvaluationException">git is missing, or cannot read the repository.</exception>
    public static async Task<Workspace> OpenAsync(DirectoryInfo folder, string? token, CancellationToken cancellationToken, bool isJob = false)
    {
        if (!folder.Exists)
        {
            throw new UsageException($"--workspace \"{folder.FullName}\": there is no such folder");
        }

        var real = folder.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? folder;
        ProgramFinder.Distrust(real.FullName);
        var repository = await GitRepository.FindAsync(real, token, cancellationToken);
        if (repository is null)
        {
            return new Workspace(real, null, WorkingTree.Walk(real.FullName));
        }

        var index = await repository.IndexAsync(cancellationToken);
        return new Workspace(new DirectoryInfo(repository.Root), repository, WorkingTree.From(repository.Root, index, isJob, repository.IsSparse))
        {
            Tracked = [.. index.Where(entry => entry.IsTracked).Select(entry => entry.Path)],
            Changes = ChangeSet.None with { HeadSha = await repository.HeadAsync(cancellationToken) },
        };
    }

    /// <summary>A commit of somebody else, read as git objects: nothing of it is checked out or run.</summary>
    /// <param name="folder">A clone that is not theirs.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="from">The ref that holds it at the remote.</param>
    /// <param name="token">For fetching.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">There is no clone, or the commit cannot be fetched.</exception>
    public static async Task<Workspace> OfCommitAsync(DirectoryInfo folder, string sha, string from, string? token, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.FindAsync(folder, token, cancellationToken)
            ?? throw new EvaluationException($"{folder.FullName} is in no git repository; check out the default branch with actions/checkout first");
        var problem = await repository.CommitAsync(sha, cancellationToken) is null ? await repository.FetchAsync(from, cancellationToken, Depth) : null;
        if (await repository.CommitAsync(sha, cancellationToken) is null)
        {
            throw new EvaluationException($"the commit {sha} could not be fetched from {from}: {problem ?? "that ref stands on another commit by now"}");
        }

#pragma warning disable CA2000 // The workspace disposes of its tree.
        var tree = await repository.TreeAsync(sha, cancellationToken);
#pragma warning restore CA2000
        return new Workspace(new DirectoryInfo(repository.Root), repository, tree, isCommit: true) { Changes = ChangeSet.None with { HeadSha = sha } };
    }

    /// <summary>What the next commit would hold: the index, read as git objects, and compared with HEAD.</summary>
    /// <param name="folder">The folder; one inside a repository stands for the whole repository.</param>
    /// <param name="index">The index, if not the repository's own.</param>
    /// <param name="token">For what a partial clone lacks.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">There is no repository.</exception>
    /// <exception cref="EvaluationException">The index holds conflicts.</exception>
    public static async Task<Workspace> OfIndexAsync(DirectoryInfo folder, StagedIndex? index, string? token, CancellationToken cancellationToken)
    {
        using var opened = await OpenAsync(folder, token, cancellationToken);
        var repository = opened.Repository ?? throw new UsageException($"--staged: {opened.Root.FullName} is in no git repository, so nothing is staged");
        var head = opened.Changes.HeadSha;
        var staged = await repository.StagedCommitAsync(head, index, cancellationToken);
        await repository.CompleteAsync(head is null ? [staged] : [head, staged], cancellationToken);
#pragma warning disable CA2000 // The workspace disposes of its trees.
        var tree = await repository.TreeAsync(staged, cancellationToken);
        var workspace = new Workspace(opened.Root, repository, tree, isStaged: true)
        {
            Tracked = [.. tree.AllFiles.Select(file => file.Path)],
            Changes = opened.Changes,
        };
#pragma warning restore CA2000
        if (head is not null)
        {
            workspace.Changes = new ChangeSet(head, head, await repository.ChangesSinceAsync(head, staged, cancellationToken));
            workspace.BaseTree = await repository.TreeAsync(head, cancellationToken);
        }

        return workspace;
    }

    /// <summary>Compares with a base from now on: with the commit where the two parted, where the history here tells it.</summary>
    /// <returns>The full id of the base itself.</returns>
    /// <exception cref="UsageException">There is no repository.</exception>
    /// <exception cref="EvaluationException">The base is not here and cannot be fetched.</exception>
    public async Task<string> CompareWithAsync(string revision, CancellationToken cancellationToken)
    {
        var repository = Repository
            ?? throw new UsageException($"--base \"{revision}\": {Root.FullName} is not in a git repository, so there is nothing to compare with");
        var sha = await ResolveAsync(repository, revision, cancellationToken);
        var compared = Changes.HeadSha is { } head ? await repository.MergeBaseAsync(sha, head, cancellationToken) ?? sha : sha;
        await repository.CompleteAsync(Changes.HeadSha is { } own ? [compared, own] : [compared], cancellationToken);
        Changes = new ChangeSet(Changes.HeadSha, compared, await repository.ChangesSinceAsync(compared, isCommit ? Changes.HeadSha : null, cancellationToken));
        BaseTree = await repository.TreeAsync(compared, cancellationToken);
        return sha;
    }

    /// <summary>Whether what is looked at is not what the commit holds.</summary>
    public async Task<bool> IsModifiedAsync(CancellationToken cancellationToken) =>
        isStaged
            ? Changes.Files.Count > 0 || Changes.HeadSha is null
            : !isCommit && Repository is not null && await Repository.IsModifiedAsync(cancellationToken);

    /// <summary>Tells the files that belong to the change from those that a run made: git tracks them, or the submodule that holds them.</summary>
    public Predicate<string> Committed()
    {
        if (isCommit || Repository is null)
        {
            return static _ => true;
        }

        var tracked = Tracked.ToHashSet(StringComparer.Ordinal);
        return path =>
        {
            var end = path.Length;
            while (end > 0 && !tracked.Contains(path[..end]))
            {
                end = path.LastIndexOf('/', end - 1);
            }

            return end > 0;
        };
    }

    /// <summary>The repository's history; <see langword="null"/> outside a repository.</summary>
    /// <param name="signers">See <see cref="AllowedSigners"/>.</param>
    public IGitHistory? History(AllowedSigners? signers = null) =>
        Repository is null ? null : new RepositoryHistory(Repository, Changes.HeadSha, Changes.BaseSha, signers);

    public void Dispose()
    {
        BaseTree?.Dispose();
        (Tree as IDisposable)?.Dispose();
    }

    private async Task<string> ResolveAsync(GitRepository repository, string revision, CancellationToken cancellationToken)
    {
        if (await repository.CommitAsync(revision, cancellationToken) is { } here)
        {
            return here;
        }

        var problem = ObjectId.IsFull(revision)
            ? await repository.FetchAsync(revision, cancellationToken, isCommit ? Depth : 1)
            : "no such branch, tag or commit here";
        return await repository.CommitAsync(revision, cancellationToken) ?? throw new EvaluationException(
            $"the base {revision} is not in this clone and could not be fetched ({problem}). Add `fetch-depth: 2` to the `with:` of your actions/checkout step.");
    }
}
