using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Auditing;

/// <summary>Where the packs of releases are.</summary>
/// <param name="folder">A folder with them; <see langword="null"/> without one.</param>
/// <param name="elsewhere">Brings a pack of a release that the folder does not have; <see langword="null"/> when there is nowhere else.</param>
internal sealed class AuditPacks(DirectoryInfo? folder, Func<string, string, CancellationToken, Task<byte[]?>>? elsewhere = null)
{
    /// <value>Whether somebody said where packs are, so that one that is missing is a gap.</value>
    public bool AreDemanded => folder is not null || elsewhere is not null;

    /// <param name="tag">The release.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <returns>The pack and its name, or <see langword="null"/>.</returns>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public async Task<(string Name, byte[] Content)?> FindAsync(ReleaseTag tag, CancellationToken cancellationToken)
    {
        var name = $"evidence-pack-{new NamedRelease(tag.Name, tag.Commit, "", null).FileName}.zip";
        if (folder is { Exists: false })
        {
            throw new UsageException($"--packs {folder.FullName}: there is no such folder");
        }

        var file = folder is null ? null : new FileInfo(Path.Join(folder.FullName, name));
        if (file is { Exists: true })
        {
            return file.Length <= EvidenceLimits.ArchiveBytes
                ? (name, await File.ReadAllBytesAsync(file.FullName, cancellationToken))
                : throw new EvaluationException($"{file.FullName}: larger than any pack");
        }

        return elsewhere is not null && await elsewhere(tag.Name, name, cancellationToken) is { } content ? (name, content) : null;
    }
}
