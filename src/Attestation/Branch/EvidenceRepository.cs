using System.Text;
using Gates.Doors.Git;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Branch;

/// <summary>
/// Where the evidence branches are: in the repository itself, or at a remote of it. For a remote there is a bare repository of our own beside the clone's
/// objects, so that a shallow and partial fetch leaves the clone as it was.
/// </summary>
internal sealed class EvidenceRepository : IDisposable
{
    /// <value>As the remote's name: the repository itself.</value>
    public const string Here = ".";

    private const string Remote = "origin";
    private const string Heads = "refs/heads/";

    private readonly GitDatabase database;
    private readonly bool isForgotten;

    private EvidenceRepository(GitDatabase database, string? url, bool isForgotten = false)
    {
        this.database = database;
        this.isForgotten = isForgotten;
        Url = url;
    }

    /// <value>The remote's address; <see langword="null"/> when the branches are in the repository itself.</value>
    public string? Url { get; }

    /// <param name="workspace">A repository.</param>
    /// <param name="remote">A remote's name or address, or <see cref="Here"/>; <see langword="null"/> means <c>origin</c> where there is one.</param>
    /// <param name="token">The job's token, for its own server.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <param name="apart">A name for a place of its own, which is removed afterwards: what is fetched must not stay; <see langword="null"/> keeps it.</param>
    /// <exception cref="UsageException">There is no repository, or no such remote.</exception>
    public static async Task<EvidenceRepository> OpenAsync(
        DirectoryInfo workspace, string? remote, string? token, CancellationToken cancellationToken, string? apart = null)
    {
        var repository = await GitRepository.FindAsync(workspace, token, cancellationToken)
            ?? throw new UsageException($"{workspace.FullName} is in no git repository; the evidence branch is a branch of one");
        var url = await repository.RemoteUrlAsync(remote ?? Remote, cancellationToken);
        var isConfigured = url is not null;
        if (remote == Here || (remote is null && url is null))
        {
            return new EvidenceRepository(repository.OpenDatabase(), null);
        }

        url ??= remote!.AsSpan().ContainsAny('/', ':')
            ? Address(remote!, workspace)
            : throw new UsageException($"--remote {remote}: no such remote here; give its name, an address, or \"{Here}\" for this repository itself");
        var name = (apart ?? "gates-evidence") + "/" + Sha256Hex.Of(url)[..16];
        return new EvidenceRepository(repository.OpenBeside(name, url, isConfigured), url, apart is not null);
    }

    /// <summary>The newest commit of a branch, its objects at hand.</summary>
    /// <param name="branch">The branch, or any ref by its full name.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">The remote cannot be reached.</exception>
    public async Task<string?> TipAsync(string branch, CancellationToken cancellationToken)
    {
        if (Url is null)
        {
            return database.Find(InFull(branch));
        }

        var tip = await database.FindRemoteAsync(InFull(branch), cancellationToken);
        if (tip is null || tip == database.Find(Fetched(branch)) || tip == await SeenAsync(branch, cancellationToken))
        {
            return tip;
        }

        // By now it may stand on a newer commit, which is as good.
        await database.FetchTipAsync(InFull(branch), Fetched(branch), cancellationToken);
        return database.Find(Fetched(branch));
    }

    /// <summary>The newest commit whose log was verified here before; a clone that is made anew for each job has none.</summary>
    public Task<string?> SeenAsync(string branch, CancellationToken cancellationToken) =>
        Task.FromResult(Url is null ? null : database.Find(Seen(branch)));

    /// <summary>Remembers a verified commit.</summary>
    public Task RememberAsync(string branch, string commit, CancellationToken cancellationToken) =>
        Url is null ? Task.CompletedTask : database.SetAsync(Seen(branch), commit, cancellationToken);

    /// <summary>A file of a commit, or <see langword="null"/>.</summary>
    public byte[]? Read(string commit, string path) => Read(commit, [path])[0];

    /// <summary>Some files of a commit; <see langword="null"/> for each that it does not have.</summary>
    public IReadOnlyList<byte[]?> Read(string commit, IReadOnlyList<string> paths) => database.Objects.Find([.. paths.Select(path => $"{commit}:{path}")]);

    /// <summary>Brings some files at once, which would otherwise be fetched one by one when they are read.</summary>
    public Task BringAsync(string commit, IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        Url is null ? Task.CompletedTask : database.FetchFilesAsync(commit, paths, cancellationToken);

    /// <summary>A commit of the repository and what it contains, newest first; from a remote only so many generations.</summary>
    /// <param name="commit">Where to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <param name="firstParent">Whether only its first-parent line counts.</param>
    /// <returns>The commits, or why they are not known.</returns>
    public async Task<(IReadOnlyList<string> Commits, string? Problem)> AncestorsAsync(
        string commit,
        int limit,
        CancellationToken cancellationToken,
        bool firstParent = false) =>
        Url is not null && await database.FetchHistoryAsync(commit, limit, cancellationToken) is { } problem
            ? ([], problem)
            : (await database.AncestorsAsync(commit, limit, cancellationToken, firstParent), null);

    public Task<IReadOnlyList<string>> ListAsync(string commit, string folder, CancellationToken cancellationToken) =>
        database.ListAsync(commit, folder, cancellationToken);

    public Task<string> CommitAsync(NewCommit commit, CancellationToken cancellationToken) => database.CommitAsync(commit, cancellationToken);

    /// <summary>Puts a branch on a new commit, if nobody else moved it meanwhile.</summary>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public Task<string?> SwapAsync(string branch, string? from, string to, CancellationToken cancellationToken) => Url is null
        ? database.MoveAsync(InFull(branch), from, to, cancellationToken)
        : database.PushAsync(InFull(branch), from, to, cancellationToken);

    /// <summary>Takes a branch away, if nobody else moved it meanwhile.</summary>
    /// <returns>Why not, or <see langword="null"/>.</returns>
    public Task<string?> DeleteAsync(string branch, string from, CancellationToken cancellationToken) =>
        database.DeleteAsync(InFull(branch), from, cancellationToken);

    /// <summary>The branches whose names begin so.</summary>
    /// <param name="prefix">Ends with <c>/</c>.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">The remote cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> BranchesAsync(string prefix, CancellationToken cancellationToken) =>
        [.. (await database.ListRefsAsync(Heads + prefix, cancellationToken)).Keys.Select(name => name[Heads.Length..]).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        database.Dispose();
        if (isForgotten)
        {
            database.Forget();
        }
    }

    private static string InFull(string branch) => branch.StartsWith("refs/", StringComparison.Ordinal) ? branch : Heads + branch;

    private static string Fetched(string branch) => "refs/gates/fetched/" + branch;

    private static string Seen(string branch) => "refs/gates/seen/" + branch;

    /// <summary>git runs in another folder, from where a relative path would mean another place.</summary>
    private static string Address(string remote, DirectoryInfo workspace) =>
        remote.Contains(':', StringComparison.Ordinal) ? remote : Path.GetFullPath(remote, workspace.FullName);
}
