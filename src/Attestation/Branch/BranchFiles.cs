namespace Gates.Attestation.Branch;

/// <summary>The evidence in one commit of an evidence branch.</summary>
internal sealed class BranchFiles : IEvidenceFiles
{
    /// <value>The folder that holds nothing but evidence.</value>
    public const string Folder = "audit";

    private readonly EvidenceRepository repository;
    private readonly string commit;

    private BranchFiles(EvidenceRepository repository, string commit, IReadOnlyList<string> paths)
    {
        this.repository = repository;
        this.commit = commit;
        Paths = paths;
    }

    public IReadOnlyList<string> Paths { get; }

    public static async Task<BranchFiles> OpenAsync(EvidenceRepository repository, string commit, CancellationToken cancellationToken) =>
        new(repository, commit, await repository.ListAsync(commit, Folder + "/", cancellationToken));

    public byte[]? Read(string path) => repository.Read(commit, path);

    public IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths) => repository.Read(commit, paths);
}
