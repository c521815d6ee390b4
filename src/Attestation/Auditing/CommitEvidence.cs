using Gates.Attestation.Branch;
using Gates.Attestation.Verification;

namespace Gates.Attestation.Auditing;

/// <summary>Every file of one commit of an evidence branch, wherever the branch is.</summary>
internal sealed class CommitEvidence : IEvidenceFiles
{
    /// <value>Files that are fetched at once: their names are arguments of one program.</value>
    private const int AtOnce = 5_000;

    private readonly EvidenceRepository repository;
    private readonly string commit;

    private CommitEvidence(EvidenceRepository repository, string commit, IReadOnlyList<string> paths)
    {
        this.repository = repository;
        this.commit = commit;
        Paths = paths;
    }

    public IReadOnlyList<string> Paths { get; }

    public static async Task<CommitEvidence> OpenAsync(EvidenceRepository repository, string commit, CancellationToken cancellationToken)
    {
        var paths = (await repository.ListAsync(commit, ".", cancellationToken)).Order(StringComparer.Ordinal).ToList();
        foreach (var some in paths.Chunk(AtOnce))
        {
            await repository.BringAsync(commit, some, cancellationToken);
        }

        return new CommitEvidence(repository, commit, paths);
    }

    public byte[]? Read(string path) => ReadAll([path])[0];

    public IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths)
    {
        var files = repository.Read(commit, paths);
        return paths.Zip(files).FirstOrDefault(file => file.Second?.Length > EvidenceLimits.FileBytes) is { First: { } tooLarge }
            ? throw EvidenceLimits.TooLarge(tooLarge)
            : files;
    }
}
