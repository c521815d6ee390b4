using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Keys;

/// <summary>Where private keys are put until they are in a secret: a folder that no commit can pick up and no link leads away from.</summary>
internal static class PrivateKeyFolder
{
    /// <value>Relative to the repository.</value>
    public const string Default = ".gates/keys";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder, unless it is there.</summary>
    /// <param name="path">Absolute, or relative to the root.</param>
    /// <param name="root">The repository's root, or any folder.</param>
    /// <param name="repository">The repository, if there is one.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="UsageException">It must not be used, or cannot be made.</exception>
    public static async Task<string> PrepareAsync(string path, DirectoryInfo root, GitRepository? repository, CancellationToken cancellationToken)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, root.FullName));
        var relative = Path.GetRelativePath(root.FullName, full);
        var isInside = relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
        try
        {
            if (isInside)
            {
                RefuseLinks(root.FullName, relative);
                OwnFolder.Hide(root.FullName, full);
            }

            Directory.CreateDirectory(full, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Say.Path(path)}: cannot be made: {e.Message}");
        }

        return !isInside || repository is null || await repository.IgnoresAsync(Path.Join(relative, "new.key.pem"), cancellationToken)
            ? full
            : throw new UsageException($"{Say.Path(path)}: git would commit private keys from there; choose a folder that it ignores, such as {Default}, or one outside the repository");
    }

    private static void RefuseLinks(string root, string relative)
    {
        for (var end = relative.Length; end > 0; end = relative.LastIndexOf('/', end - 1))
        {
            if (new DirectoryInfo(Path.Join(root, relative[..end])).LinkTarget is not null)
            {
                throw new UsageException($"{Say.Path(relative[..end])} is a symbolic link, which private keys do not follow");
            }
        }
    }
}
