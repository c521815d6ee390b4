using System.Globalization;
using System.Text;
using Gates.Doors.Git.Private;
using Gates.Doors.Git.Remotes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>The objects and refs of a repository; nothing here looks at a working directory.</summary>
/// <param name="store">Where they are.</param>
/// <param name="connect">Where more comes from, asked when it is needed first; <see langword="null"/>: from nowhere.</param>
internal sealed class GitDatabase(GitStore store, Func<GitRemote>? connect) : IDisposable
{
    /// <value>As whom commits are made: a name for nobody, in a domain that cannot exist.</value>
    public const string Author = "Gates <gates@gates.invalid>";

    /// <value>A ref that lives and ends within one stream of commands, because fast-import commits to refs only.</value>
    private const string Draft = "refs/gates/draft";

    /// <value>For one line of text; git itself waits for a connection as long as the system does, which is minutes.</value>
    private static readonly TimeSpan RemoteAnswer = TimeSpan.FromSeconds(30);

    private static readonly string Nothing = new('0', 40);

    /// <value>Nothing but the objects.</value>
    public static IReadOnlyList<string> Quietly { get; } = [
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--no-recurse-submodules",
        "--no-auto-maintenance"
    ];

    private readonly Lazy<GitRemote?> remote = new(() => connect?.Invoke());
    private GitObjects? objects;

    /// <summary>Reads objects until this is disposed.</summary>
    public GitObjects Objects => objects ??= new GitObjects(Git);

    private GitCommand Git => store.Command(remote.Value);

    /// <summary>The commit that a ref stands on, or <see langword="null"/> when there is no such ref.</summary>
    /// <param name="reference">The ref in full.</param>
    public string? Find(string reference) => store.Refs.Read(reference);

    /// <summary>The files below a folder of a commit; all of them below the empty one.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string commit, string folder, CancellationToken cancellationToken)
    {
        string[] below = folder.Length > 0 ? [folder] : [];
        var answer = await Git.RunAsync(["ls-tree", "-rz", "--name-only", "--full-tree", commit, .. below], cancellationToken);
        return [.. Demand(answer, "list " + folder).Fields()];
    }

    /// <summary>A commit and what it contains, newest first, as far as this repository holds it.</summary>
    /// <param name="commit">Where to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <param name="firstParent">Whether what was merged counts as its merge alone.</param>
    public async Task<IReadOnlyList<string>> AncestorsAsync(string commit, int limit, CancellationToken cancellationToken, bool firstParent = false)
    {
        string[] options = firstParent ? ["--first-parent"] : [];
        var answer = await Git.RunAsync(["rev-list", .. options, FormattableString.Invariant($"--max-count={limit}"), commit, "--"], cancellationToken);
        return Demand(answer, "list the commits up to " + commit).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Makes a commit that no ref names yet. It reads and writes only the folders on the way to the files.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="EvaluationException">git cannot write.</exception>
    public async Task<string> CommitAsync(NewCommit commit, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        var message = Encoding.UTF8.GetBytes(commit.Message);
        Put(stream, $"feature done\ncommit {Draft}\nmark :1\ncommitter {Author} {commit.Time.ToUnixTimeSeconds()} +0000\ndata {message.Length}\n");
        stream.Write(message);
        Put(stream, $"\n{(commit.Parent is { } parent ? $"from {parent}\n" : "")}");
        if (commit.FilesOf is { } below)
        {
            // The root of its tree takes the place of everything.
            var tree = Demand(await Git.RunAsync(["rev-parse", "--verify", "--end-of-options", below + "^{tree}"], cancellationToken), "find " + below).Text;
            Put(stream, $"M 040000 {tree} \"\"\n");
        }

        foreach (var (path, bytes) in commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (bytes is null)
            {
                Put(stream, $"D {path}\n");
                continue;
            }

            Put(stream, $"M 100644 inline {path}\ndata {bytes.Length}\n");
            stream.Write(bytes);
            Put(stream, $"\n");
        }

        Put(stream, $"get-mark :1\nreset {Draft}\nfrom {Nothing}\n\ndone\n");
        return Demand(await Git.RunAsync(["fast-import", "--quiet"], cancellationToken, stream.ToArray()), "write a commit").Text;
    }

    /// <summary>Moves a ref here, if it still stands where it stood.</summary>
    /// <param name="reference">The ref in full.</param>
    /// <param name="from">Where it must stand; <see langword="null"/>: nowhere.</param>
    /// <param name="to">The commit it is to stand on.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public Task<string?> MoveAsync(string reference, string? from, string to, CancellationToken cancellationToken) =>
        store.Refs.MoveAsync(reference, from, to, cancellationToken);

    /// <summary>Moves a ref here, wherever it stands.</summary>
    public Task SetAsync(string reference, string to, CancellationToken cancellationToken) => store.Refs.SetAsync(reference, to, cancellationToken);

    /// <summary>Where the remote's ref stands, or <see langword="null"/> when it has no such ref.</summary>
    /// <exception cref="EvaluationException">The remote cannot be asked.</exception>
    public async Task<string?> FindRemoteAsync(string reference, CancellationToken cancellationToken)
    {
        if (remote.Value!.Local is { } local)
        {
            return new GitRefFiles(local.Common).Read(reference);
        }

        return Demand(await AskAsync(reference, cancellationToken), "reach the remote").Text.Split('\n').Select(line => line.Split('\t'))
            .FirstOrDefault(fields => fields.Length == 2 && fields[1] == reference)?[0];
    }

    private async Task<GitOutput> AskAsync(string pattern, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(RemoteAnswer);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await Git.RunAsync(["ls-remote", "--quiet", "--end-of-options", GitRemote.Name, pattern], either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EvaluationException(
                FormattableString.Invariant($"git could not reach the remote: it did not answer within {RemoteAnswer.TotalSeconds:0} s"));
        }
    }

    /// <summary>Brings the remote's newest commit with its folders; its files come when they are read, where the remote can do that.</summary>
    /// <exception cref="EvaluationException">It cannot be fetched.</exception>
    public async Task FetchTipAsync(string reference, string into, CancellationToken cancellationToken)
    {
        const string Fetched = "refs/gates/tip";
        Demand(
            await FetchAsync(["--depth=1", "--filter=blob:none", "--end-of-options", GitRemote.Name, $"+{reference}:{Fetched}"], cancellationToken),
            "fetch " + reference);
        var tip = Demand(await Git.RunAsync(["rev-parse", "--verify", Fetched], cancellationToken), "find " + reference).Text;
        await store.Refs.SetAsync(into, tip, cancellationToken);
    }

    /// <summary>Brings a commit and those before it, without their folders and files where the remote can do that.</summary>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public async Task<string?> FetchHistoryAsync(string commit, int depth, CancellationToken cancellationToken)
    {
        var answer = await FetchAsync(
            [FormattableString.Invariant($"--depth={depth}"), "--filter=tree:0", "--end-of-options", GitRemote.Name, commit],
            cancellationToken);
        return answer.Succeeded ? null : answer.FirstError;
    }

    /// <summary>Brings some files of a fetched commit at once. Those that do not come are fetched one by one when they are read.</summary>
    public async Task FetchFilesAsync(string commit, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var listing = Demand(await Git.RunAsync(["ls-tree", "-z", "--full-tree", commit, "--", .. paths], cancellationToken), "list files of " + commit);
        string[] ids = [.. listing.Fields('\t').Select(field => field.Split('\t')[0].Split(' ')[2]).Distinct(StringComparer.Ordinal)];
        if (ids.Length > 0)
        {
            await Git.RunAsync(
                ["-c", "fetch.negotiationAlgorithm=noop", "fetch", .. Quietly, "--filter=blob:none", "--end-of-options", GitRemote.Name, .. ids],
                cancellationToken);
        }
    }

    /// <summary>Moves the remote's ref, if it still stands where it stood.</summary>
    /// <inheritdoc cref="MoveAsync" path="/returns"/>
    public async Task<string?> PushAsync(string reference, string? from, string to, CancellationToken cancellationToken)
    {
        if (remote.Value!.Local is { } local)
        {
            return await PushAsync(local, reference, from, to, cancellationToken);
        }

        // A thin pack would be built on files that were never fetched.
        var answer = await Git.RunAsync(
            ["push", "--quiet", "--no-thin", "--no-verify", $"--force-with-lease={reference}:{from}", "--end-of-options", GitRemote.Name, $"{to}:{reference}"],
            cancellationToken);
        return answer.Succeeded ? null : answer.Error;
    }

    /// <summary>The remote's refs whose names begin so, each with where it stands.</summary>
    /// <param name="prefix">Ends with <c>/</c>.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">The remote cannot be asked.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ListRefsAsync(string prefix, CancellationToken cancellationToken)
    {
        var local = connect is null ? store.Refs : remote.Value!.Local is { } beside ? new GitRefFiles(beside.Common) : null;
        var all = local?.All() ?? Demand(await AskAsync(prefix + "*", cancellationToken), "reach the remote").Text.Split('\n')
            .Select(line => line.Split('\t')).Where(fields => fields.Length == 2)
            .ToDictionary(fields => fields[1], fields => fields[0], StringComparer.Ordinal);
        return all.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Takes a ref away where it is, if it still stands where it stood.</summary>
    /// <inheritdoc cref="MoveAsync" path="/returns"/>
    public async Task<string?> DeleteAsync(string reference, string from, CancellationToken cancellationToken)
    {
        if (connect is null || remote.Value!.Local is not null)
        {
            return await new GitRefRemoval(connect is null ? store.Refs.Common : remote.Value!.Local!.Common).RemoveAsync(reference, from, cancellationToken);
        }

        var answer = await Git.RunAsync(
            ["push", "--quiet", "--no-verify", $"--force-with-lease={reference}:{from}", "--end-of-options", GitRemote.Name, ":" + reference],
            cancellationToken);
        return answer.Succeeded ? null : answer.Error;
    }

    /// <summary>Removes what this fetched and made beside the repository; to be called when it is disposed of.</summary>
    public void Forget() => store.Forget();

    public void Dispose() => objects?.Dispose();

    /// <summary>Into a repository of this machine: its objects and its ref are written here, so that no hook of it runs.</summary>
    private async Task<string?> PushAsync(GitFolder local, string reference, string? from, string to, CancellationToken cancellationToken)
    {
        var wanted = Encoding.ASCII.GetBytes(from is null ? to + "\n" : $"{to}\n^{from}\n");
        var pack = Demand(await Git.RunAsync(["pack-objects", "--quiet", "--revs", "--stdout"], cancellationToken, wanted), "pack " + to);
        var theirs = new GitStore(PrivateGitFolder.From(local).Path, local.Objects, new GitRefFiles(local.Common));
        Demand(await theirs.Command(null).RunAsync(["unpack-objects", "-q"], cancellationToken, pack.Bytes), "write into " + local.Name);
        return await theirs.Refs.MoveAsync(reference, from, to, cancellationToken);
    }

    private async Task<GitOutput> FetchAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (remote.Value!.Local is { } local)
        {
            _ = PrivateGitFolder.From(local);
        }

        var answer = await Git.RunAsync(["fetch", .. Quietly, "--refmap=", .. arguments], cancellationToken);
        store.KeepShallow();
        return answer;
    }

    private static void Put(MemoryStream stream, FormattableString text) => stream.Write(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static GitOutput Demand(GitOutput answer, string purpose) =>
        answer.Succeeded ? answer : throw new EvaluationException($"git could not {purpose}: {answer.FirstError}");
}
