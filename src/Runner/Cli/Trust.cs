using Gates.Runner.Attesting.Keys;
using Gates.Runner.Git;

namespace Gates.Runner.Cli;

/// <summary>Whom a verifying command believes: a file that the user names, else the keyring at the repository's default branch. Never keys that lie beside what is verified.</summary>
internal static class Trust
{
    private const string Option = "--trust FILE (a keyring, or public keys in PEM)";

    /// <exception cref="UsageException">There is nothing to trust.</exception>
    public static async Task<TrustedKeys> ReadAsync(string? file, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            try
            {
                return TrustedKeys.Read(await File.ReadAllBytesAsync(file, cancellationToken), file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"--trust {file}: cannot be read: {e.Message}");
            }
        }

        var repository = await GitRepository.FindAsync(folder, token: null, cancellationToken)
            ?? throw new UsageException($"there is no repository here whose keyring could be trusted; give {Option}");
        var (name, commit) = await DefaultBranchAsync(repository, cancellationToken);
        using var tree = await repository.TreeAsync(commit, cancellationToken);
        if (!tree.Exists(Keyring.Path))
        {
            throw new UsageException($"{name} has no {Keyring.Path}, so there is no key to trust; give {Option}");
        }

        using var stream = tree.Open(Keyring.Path);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return TrustedKeys.Read(content.ToArray(), $"{Keyring.Path} at {name}");
    }

    /// <summary>As the remote has it: what a topic branch or an uncommitted edit says of keys is nobody's decision yet.</summary>
    private static async Task<(string Name, string Commit)> DefaultBranchAsync(GitRepository repository, CancellationToken cancellationToken)
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
            : throw new UsageException($"the default branch of origin is not in this clone (`git remote set-head origin --auto` fetches it); or give {Option}");
    }
}
