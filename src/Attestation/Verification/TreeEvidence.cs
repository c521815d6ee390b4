using Gates.Doors.Git;

namespace Gates.Attestation.Verification;

/// <summary>Evidence in a commit, read as git objects.</summary>
internal sealed class TreeEvidence(GitTree tree) : IEvidenceFiles
{
    private readonly Dictionary<string, long> sizes = tree.AllFiles.ToDictionary(file => file.Path, file => file.Size, StringComparer.Ordinal);

    public IReadOnlyList<string> Paths { get; } = [.. tree.AllFiles.Select(file => file.Path)];

    public byte[]? Read(string path) => ReadAll([path])[0];

    public IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths)
    {
        var total = 0L;
        foreach (var path in paths)
        {
            total += sizes.GetValueOrDefault(path);
            if (total > EvidenceLimits.FileBytes)
            {
                throw EvidenceLimits.TooLarge(path);
            }
        }

        return tree.ReadAll(paths);
    }
}
