using System.Formats.Tar;
using System.Text;
using Gates.Attestation.Log;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Branch;

/// <summary>
/// A year's evidence branch as one tar file: every file of its newest commit, and before them their SHA-256 as <c>sha256sum -c</c> reads it. The same commit
/// always gives the same bytes, and what reads it needs neither git nor this program.
/// </summary>
internal static class ShardArchive
{
    public const string Digests = "SHA256SUMS";

    private const int Batch = 256;

    /// <param name="year">Which year.</param>
    /// <param name="commit">The branch's newest commit.</param>
    public static string NameOf(int year, string commit) => FormattableString.Invariant($"shards/gates-evidence-{year:D4}-{commit[..12]}.tar");

    /// <param name="repository">Where the branch is.</param>
    /// <param name="commit">Its newest commit.</param>
    /// <param name="output">Gets the tar file.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="EvaluationException">A file cannot be read, or has a name that a log cannot have.</exception>
    public static async Task WriteAsync(EvidenceRepository repository, string commit, Stream output, CancellationToken cancellationToken)
    {
        var paths = (await repository.ListAsync(commit, "", cancellationToken)).Order(StringComparer.Ordinal).ToList();
        if (paths.Find(path => !LogLeaf.IsPath(path) || path == Digests) is { } strange)
        {
            throw new EvaluationException($"the evidence branch has a file that none of ours is called: {strange}");
        }

        var digests = new StringBuilder();
        await foreach (var (path, bytes) in FilesAsync(repository, commit, paths, cancellationToken))
        {
            digests.Append(Sha256Hex.Of(bytes)).Append("  ").Append(path).Append('\n');
        }

        await using var tar = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        await AddAsync(tar, Digests, Encoding.UTF8.GetBytes(digests.ToString()), cancellationToken);
        await foreach (var (path, bytes) in FilesAsync(repository, commit, paths, cancellationToken))
        {
            await AddAsync(tar, path, bytes, cancellationToken);
        }
    }

    private static async IAsyncEnumerable<(string Path, byte[] Bytes)> FilesAsync(
        EvidenceRepository repository,
        string commit,
        IReadOnlyList<string> paths,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in paths.Chunk(Batch))
        {
            await repository.BringAsync(commit, batch, cancellationToken);
            foreach (var (path, bytes) in batch.Zip(repository.Read(commit, batch)))
            {
                yield return (path, bytes ?? throw new EvaluationException($"{path}: is on the evidence branch, and cannot be read"));
            }
        }
    }

    private static async Task AddAsync(TarWriter tar, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var entry = new UstarTarEntry(TarEntryType.RegularFile, path)
        {
            DataStream = new MemoryStream(bytes, writable: false),
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            ModificationTime = DateTimeOffset.UnixEpoch,
        };
        await tar.WriteEntryAsync(entry, cancellationToken);
    }
}
