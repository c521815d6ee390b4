using Gates.Attestation.Keys;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Sigstore;

/// <summary>Where trusted roots come from: a file that the user names, else the one at the repository's default branch. Nothing fetches them.</summary>
internal static class TrustedRootFile
{
    /// <param name="file">What the user names; <see langword="null"/> for what the default branch has.</param>
    /// <param name="repository">Where to look otherwise.</param>
    /// <param name="told">The default branch that a job's event names.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<TrustedRoots?> FindAsync(string? file, GitRepository? repository, string? told, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            return await ReadAsync(file, cancellationToken);
        }

        return repository is not null && await TrustFinder.PinnedFileAsync(repository, told, TrustedRoots.Path, cancellationToken) is var (content, name)
            ? TrustedRoots.Read(content, name)
            : null;
    }

    /// <exception cref="UsageException">It cannot be read.</exception>
    public static async Task<TrustedRoots> ReadAsync(string file, CancellationToken cancellationToken, string? name = null) =>
        TrustedRoots.Read(await NamedFile.ReadAsync("--trusted-root", file, cancellationToken, name), name ?? file);
}
