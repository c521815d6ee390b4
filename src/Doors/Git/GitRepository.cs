using Gates.Doors.Git.Diffs;
using Gates.Doors.Git.History;
using Gates.Doors.Git.Objects;
using Gates.Doors.Git.Private;
using Gates.Doors.Git.Remotes;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git;

/// <summary>Questions about one repository; every answer comes from git itself.</summary>
internal sealed class GitRepository
{
    private readonly GitCommand git;
    private readonly GitFolder folder;
    private readonly PrivateGitFolder ours;
    private readonly Comparisons comparisons;
    private readonly OwnRemote remote;

    private GitRepository(string root, GitFolder folder, string? token)
    {
        Root = root;
        this.folder = folder;
        ours = PrivateGitFolder.From(folder);
        remote = new OwnRemote(folder, ours, new GitTransport(Environment.GetEnvironmentVariable, token));
        git = new GitCommand(new GitPlace(ours.Path, root));
        comparisons = new Comparisons(git, root);
    }

    /// <value>The top folder of the working directory, absolute.</value>
    public string Root { get; }

    /// <summary>The root of the repository that holds a folder, or <see langword="null"/>; nothing of it is read.</summary>
    public static DirectoryInfo? FindTop(DirectoryInfo folder) => GitFolder.FindTop(folder) is { } top ? new DirectoryInfo(top) : null;

    /// <summary>The repository that holds a folder, or <see langword="null"/> when none does.</summary>
    /// <exception cref="EvaluationException">git is missing, or the repository is of a kind that is not read.</exception>
    public static async Task<GitRepository?> FindAsync(DirectoryInfo folder, string? token, CancellationToken cancellationToken)
    {
        var top = GitFolder.FindTop(folder);
        if (top is null)
        {
            return null;
        }

        ProgramFinder.Distrust(top);
        return await Task.Run(() => new GitRepository(top, GitFolder.From(top), token), cancellationToken);
    }

    /// <summary>The commit the working directory stands on, or <see langword="null"/> before the first commit.</summary>
    public async Task<string?> HeadAsync(CancellationToken cancellationToken) => await CommitAsync("HEAD", cancellationToken);

    /// <summary>
    /// The full id of a commit that is here, or <see langword="null"/>. A full id names that commit and nothing else: no branch or tag of that name.
    /// </summary>
    public async Task<string?> CommitAsync(string revision, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], cancellationToken);
        return answer.Succeeded && (answer.Text == revision || !ObjectId.IsFull(revision)) ? answer.Text : null;
    }

    /// <summary>Brings one commit's objects from the remote.</summary>
    /// <param name="what">A commit's full id, or a full ref.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <param name="depth">How many commits of its history come along.</param>
    /// <returns>Why it could not be fetched, or <see langword="null"/>.</returns>
    public Task<string?> FetchAsync(string what, CancellationToken cancellationToken, int depth = 1) => remote.FetchAsync(what, depth, cancellationToken);

    /// <summary>
    /// Brings what a partial clone left out of some commits. git itself would ask the remote that the configuration names, whenever it missed something.
    /// </summary>
    /// <exception cref="EvaluationException">It cannot be fetched.</exception>
    public async Task CompleteAsync(IReadOnlyList<string> commits, CancellationToken cancellationToken)
    {
        if (!ours.IsPartial)
        {
            return;
        }

        var listed = Demand(
            await git.RunAsync(["rev-list", "--objects", "--no-walk", "--missing=print", .. commits, "--"], cancellationToken),
            "list what this partial clone lacks");
        string[] missing = [.. listed.Text.Split('\n').Where(line => line.StartsWith('?')).Select(line => line[1..])];
        if (missing.Length > 0 && await remote.FetchObjectsAsync(missing, cancellationToken) is { } problem)
        {
            throw new EvaluationException(FormattableString.Invariant(
                $"this clone is partial, and {missing.Length} files that are compared could not be fetched ({problem}). Leave `filter:` out of the `with:` of your actions/checkout step."));
        }
    }

    /// <summary>Where two commits parted, or <see langword="null"/> when the history here does not tell.</summary>
    public async Task<string?> MergeBaseAsync(string one, string other, CancellationToken cancellationToken)
    {
        using var objects = new GitObjects(git);
        return await Task.Run(() => new CommitGraph(objects).FindMergeBase(one, other, cancellationToken), cancellationToken);
    }

    /// <summary>The index and the untracked files that git does not ignore, with what the index says of them.</summary>
    public async Task<IReadOnlyList<IndexEntry>> IndexAsync(CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["ls-files", "-z", "-v", "-s", "--cached", "--others", "--exclude-standard"], cancellationToken);
        return IndexEntry.Parse(Demand(answer, "list the files").Fields('\t'));
    }

    /// <inheritdoc cref="StagedCommit.MakeAsync"/>
    public Task<string> StagedCommitAsync(string? head, StagedIndex? index, CancellationToken cancellationToken) =>
        new StagedCommit(git, folder, ours).MakeAsync(head, index, cancellationToken);

    /// <summary>Whether the checkout is a sparse one, as far as its own folder tells.</summary>
    public bool IsSparse => File.Exists(Path.Combine(Root, ".git", "info", "sparse-checkout"));

    /// <summary>
    /// Whether the working directory holds anything that its commit does not, or lacks something. Submodules count by their commit: in one, git would obey its
    /// configuration.
    /// </summary>
    public async Task<bool> IsModifiedAsync(CancellationToken cancellationToken) =>
        Demand(
            await git.RunAsync(["status", "--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules=dirty"], cancellationToken),
            "compare with HEAD").Bytes.Length > 0;

    /// <summary>Whether git would leave a path out, were it there; relative to the root.</summary>
    public async Task<bool> IgnoresAsync(string path, CancellationToken cancellationToken) =>
        (await git.RunAsync(["--no-literal-pathspecs", "check-ignore", "--quiet", "--no-index", "--", path], cancellationToken)).Succeeded;

    /// <summary>What differs between a commit and the working directory, or another commit.</summary>
    public async Task<IReadOnlyList<ChangedFile>> ChangesSinceAsync(string sha, string? head, CancellationToken cancellationToken)
    {
        if (head is not null)
        {
            return await Task.Run(() => comparisons.OfCommits(sha, head), cancellationToken);
        }

        var index = Demand(await git.RunAsync(["ls-files", "-z", "-t", "--stage"], cancellationToken), "list the files");
        var untracked = Demand(await git.RunAsync(["ls-files", "-z", "--others", "--exclude-standard"], cancellationToken), "list the files");
        return await Task.Run(
            () => comparisons.OfWorkingDirectory(sha, StagedFile.Parse(index.Fields('\t')), untracked.Fields(), cancellationToken),
            cancellationToken);
    }

    /// <summary>A commit's files, read as objects; nothing is checked out.</summary>
    public async Task<GitTree> TreeAsync(string sha, CancellationToken cancellationToken) =>
        GitTree.From(await Task.Run(() => comparisons.List(sha), cancellationToken), git);

    /// <summary>The ids of the commits that one commit has and another has not, newest first.</summary>
    public async Task<IReadOnlyList<string>> CommitsBetweenAsync(string from, string to, int limit, CancellationToken cancellationToken)
    {
        var answer = await git.RunAsync(["rev-list", FormattableString.Invariant($"--max-count={limit}"), to, "^" + from, "--"], cancellationToken);
        return Demand(answer, $"list the commits since {from}").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The commits on the first-parent line up to one commit, newest first: what was merged counts as its merge.</summary>
    /// <param name="from">Where the line begins, itself and all it contains left out; <see langword="null"/> for its very beginning.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<IReadOnlyList<string>> ChangesOnLineAsync(string? from, string to, int limit, CancellationToken cancellationToken)
    {
        string[] range = from is null ? [to] : [to, "^" + from];
        var answer = await git.RunAsync(["rev-list", "--first-parent", FormattableString.Invariant($"--max-count={limit}"), .. range, "--"], cancellationToken);
        return Demand(answer, $"list the commits up to {to}").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The commits that one commit has, with their parents, parents first.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="without">A commit whose own commits are left out, if any.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<IReadOnlyList<ListedCommit>> CommitsOfAsync(string commit, string? without, CancellationToken cancellationToken)
    {
        string[] range = without is null ? [commit] : [commit, "^" + without];
        var answer = await git.RunAsync(["rev-list", "--topo-order", "--reverse", "--parents", .. range, "--"], cancellationToken);
        return [.. Demand(answer, $"list the commits up to {commit}").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ListedCommit.Parse)];
    }

    /// <summary>The files of a commit whose content is no file's of another.</summary>
    public Task<IReadOnlyList<TreeEntry>> ReplacedAsync(string from, string to, CancellationToken cancellationToken) =>
        Task.Run(() => comparisons.Replaced(from, to), cancellationToken);

    /// <summary>Reads contents until it is disposed.</summary>
    public BlobReader OpenBlobs() => new(git);

    /// <summary>The commits whose parents this clone lacks; none in a full clone.</summary>
    public async Task<IReadOnlySet<string>> ShallowAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(ours.Path, "shallow");
        return File.Exists(path)
            ? new HashSet<string>(await File.ReadAllLinesAsync(path, cancellationToken), StringComparer.Ordinal)
            : new HashSet<string>(StringComparer.Ordinal);
    }

    /// <summary>The tags, newest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="mergedInto">Only those that this commit contains; <see langword="null"/> means all.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public async Task<IReadOnlyList<GitTagRef>> TagsAsync(int limit, string? mergedInto, CancellationToken cancellationToken)
    {
        string[] options =
        [
            "for-each-ref", FormattableString.Invariant($"--count={limit}"), "--sort=refname", "--sort=-creatordate",
            "--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)",
        ];
        var answer = await git.RunAsync([.. options, .. mergedInto is null ? [] : new[] { "--merged=" + mergedInto }, "refs/tags"], cancellationToken);
        var tags = new List<GitTagRef>();
        foreach (var line in Demand(answer, "list the tags").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('\0');
            var target = fields[3] == "tag" ? await CommitAsync(fields[0], cancellationToken) ?? fields[4] : fields[4];
            tags.Add(new GitTagRef(fields[0]["refs/tags/".Length..], fields[1], fields[2], target.Length > 0 ? target : fields[2]));
        }

        return tags;
    }

    /// <summary>What differs between two commits.</summary>
    public Task<IReadOnlyList<GitFileChange>> ChangesBetweenAsync(string from, string to, CancellationToken cancellationToken) =>
        Task.Run(() => comparisons.CountCommits(from, to), cancellationToken);

    /// <summary>Asks git about an SSH signature.</summary>
    /// <param name="command"><c>verify-commit</c> or <c>verify-tag</c>.</param>
    /// <param name="id">The object.</param>
    /// <param name="signers">A file of allowed signers.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public Task<GitOutput> VerifyAsync(string command, string id, string signers, CancellationToken cancellationToken) => git.RunAsync(
        ["-c", "gpg.ssh.program=" + (ProgramFinder.Find("ssh-keygen") ?? "ssh-keygen"), "-c", "gpg.ssh.allowedSignersFile=" + signers, command, "--raw", id],
        cancellationToken);

    /// <summary>Reads objects until it is disposed.</summary>
    public GitObjects OpenObjects() => new(git);

    /// <summary>The objects and refs, until it is disposed. What is written there is written into the repository.</summary>
    public GitDatabase OpenDatabase() => new(new GitStore(ours.Path, folder.Objects, new GitRefFiles(folder.Common)), null);

    /// <summary>The address of a remote as the configuration has it, or <see langword="null"/> when there is none of the name.</summary>
    public Task<string?> RemoteUrlAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(remote.Url(name));
    }

    /// <summary>Objects and refs of our own inside this repository's folder, for one remote: what is fetched there leaves this clone as it is.</summary>
    /// <param name="name">Tells it from others.</param>
    /// <param name="url">The remote.</param>
    /// <param name="isConfigured">Whether the address is from the configuration, and not from a person.</param>
    public GitDatabase OpenBeside(string name, string url, bool isConfigured) =>
        new(GitStore.Beside(folder, name, ours.ObjectFormat), () => remote.Connect(url, isConfigured));

    private static GitOutput Demand(GitOutput answer, string purpose) =>
        answer.Succeeded ? answer : throw new EvaluationException($"git could not {purpose}: {answer.FirstError}");
}
