using Gates.Doors.Git;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Keys;

/// <summary>
/// Whom a verifying command believes: a file that the user names, else the keyring at the repository's default branch. Never keys that lie beside what is
/// verified.
/// </summary>
internal static class TrustFinder
{
    public const string Option = "--trust FILE (a keyring, or public keys in PEM)";

    /// <param name="file">What the user names.</param>
    /// <param name="repository">Where to look otherwise.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">There is nothing to trust.</exception>
    public static async Task<TrustedKeys> DemandAsync(string? file, GitRepository? repository, CancellationToken cancellationToken) => file is not null
        ? await ReadAsync(file, cancellationToken)
        : repository is null
            ? throw new UsageException($"there is no repository here whose keyring could be trusted; give {Option}")
            : await PinnedAsync(repository, cancellationToken)
                ?? throw new UsageException($"the default branch of this repository, as this clone knows it, has no {Keyring.Path}, so there is no key to trust; give {Option}");

    /// <param name="file">Where it is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="name">How to name it in what is written for others; the file itself when left out.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<TrustedKeys> ReadAsync(string file, CancellationToken cancellationToken, string? name = null)
    {
        try
        {
            return TrustedKeys.Read(await File.ReadAllBytesAsync(file, cancellationToken), name ?? file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--trust {file}: cannot be read: {e.Message}");
        }
    }

    /// <summary>The keyring at the default branch; <see langword="null"/> where there is none.</summary>
    public static async Task<TrustedKeys?> PinnedAsync(GitRepository repository, CancellationToken cancellationToken) =>
        await DefaultBranchAsync(repository, cancellationToken) is var (name, commit) ? await AtAsync(repository, commit, name, cancellationToken) : null;

    /// <summary>
    /// What the names of the repository's logs begin with, as the verifiers beside that keyring say; <see langword="null"/> where there are none.
    /// </summary>
    public static async Task<string?> PinnedLogNameAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        if (await DefaultBranchAsync(repository, cancellationToken) is not var (_, commit))
        {
            return null;
        }

        using var tree = await repository.TreeAsync(commit, cancellationToken);
        var path = $"{Path.GetDirectoryName(Keyring.Path)}/{PublicKeyFiles.Folder}/{PublicKeyFiles.LogVerifiers}";
        if (!tree.Exists(path))
        {
            return null;
        }

        using var reader = new StreamReader(tree.Open(path));
        return PublicKeyFiles.LogName(await reader.ReadToEndAsync(cancellationToken));
    }

    /// <summary>The keyring as a commit has it; <see langword="null"/> where it has none.</summary>
    /// <param name="repository">Holds the commit.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="name">How to name it.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public static async Task<TrustedKeys?> AtAsync(GitRepository repository, string commit, string name, CancellationToken cancellationToken)
    {
        using var tree = await repository.TreeAsync(commit, cancellationToken);
        if (!tree.Exists(Keyring.Path))
        {
            return null;
        }

        using var stream = tree.Open(Keyring.Path);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return TrustedKeys.Read(content.ToArray(), $"{Keyring.Path} at {name}");
    }

    /// <summary>As the remote has it: what a topic branch or an uncommitted edit says of keys is nobody's decision yet.</summary>
    private static async Task<(string Name, string Commit)?> DefaultBranchAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        foreach (var name in (string[])["origin/HEAD", "origin/main", "origin/master"])
        {
            if (await repository.CommitAsync("refs/remotes/" + name, cancellationToken) is { } commit)
            {
                return (name, commit);
            }
        }

        return await repository.RemoteUrlAsync("origin", cancellationToken) is null && await repository.HeadAsync(cancellationToken) is { } head
            ? ("HEAD", head)
            : null;
    }
}
