using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Keys;

/// <summary>
/// Whom a verifying command believes: a file that the user names, else the keyring at the repository's default branch. Never keys that lie beside what is
/// verified.
/// </summary>
internal static class TrustFinder
{
    private const string EvidenceBranches = "gates-evidence/";

    public const string Option = "--trust FILE (a keyring, or public keys in PEM)";

    /// <param name="file">What the user names.</param>
    /// <param name="repository">Where to look otherwise.</param>
    /// <param name="told">The default branch that a job's event names; <see langword="null"/> outside a job.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">There is nothing to trust.</exception>
    public static async Task<TrustedKeys> DemandAsync(
        string? file, GitRepository? repository, string? told, CancellationToken cancellationToken) => file is not null
        ? await ReadAsync(file, cancellationToken)
        : repository is null
            ? throw new UsageException($"there is no repository here whose keyring could be trusted; give {Option}")
            : await PinnedAsync(repository, told, cancellationToken)
                ?? throw new UsageException($"the default branch of this repository, as this clone knows it, has no {Keyring.Path}, so there is no key to trust; give {Option}");

    /// <param name="file">Where it is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="name">How to name it in what is written for others; the file itself when left out.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static async Task<TrustedKeys> ReadAsync(string file, CancellationToken cancellationToken, string? name = null) =>
        TrustedKeys.Read(await NamedFile.ReadAsync("--trust", file, cancellationToken), name ?? file);

    /// <summary>The keyring at the default branch; <see langword="null"/> where there is none.</summary>
    /// <exception cref="UsageException">Several branches could be it.</exception>
    public static async Task<TrustedKeys?> PinnedAsync(GitRepository repository, string? told, CancellationToken cancellationToken) =>
        await DefaultBranchAsync(repository, told, cancellationToken) is var (name, commit) ? await AtAsync(repository, commit, name, cancellationToken) : null;

    /// <summary>
    /// What the names of the repository's logs begin with, as the verifiers beside that keyring say; <see langword="null"/> where there are none.
    /// </summary>
    public static async Task<string?> PinnedLogNameAsync(GitRepository repository, string? told, CancellationToken cancellationToken)
    {
        if (await DefaultBranchAsync(repository, told, cancellationToken) is not var (_, commit))
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

    /// <summary>Another file that verifiers believe, as the default branch has it; <see langword="null"/> where there is none.</summary>
    /// <returns>Its bytes, and how to name it.</returns>
    public static async Task<(byte[] Content, string Name)?> PinnedFileAsync(
        GitRepository repository, string? told, string path, CancellationToken cancellationToken)
    {
        if (await DefaultBranchAsync(repository, told, cancellationToken) is not var (name, commit))
        {
            return null;
        }

        using var tree = await repository.TreeAsync(commit, cancellationToken);
        return tree.Exists(path) ? (await ReadAsync(tree.Open(path), cancellationToken), $"{path} at {name}") : null;
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

        return TrustedKeys.Read(await ReadAsync(tree.Open(Keyring.Path), cancellationToken), $"{Keyring.Path} at {name}");
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using (stream)
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }
    }

    /// <summary>As the remote has it: what a topic branch or an uncommitted edit says of keys is nobody's decision yet.</summary>
    private static async Task<(string Name, string Commit)?> DefaultBranchAsync(GitRepository repository, string? told, CancellationToken cancellationToken)
    {
        var reference = RemoteDefault.Find(repository.Root, told, static branch => branch.StartsWith(EvidenceBranches, StringComparison.Ordinal));
        return reference is not null && await repository.CommitAsync(reference, cancellationToken) is { } commit
            ? (RemoteDefault.NameOf(reference), commit)
            : null;
    }
}
