using System.Text;
using Gates.Doors.GitHub.Repositories;
using Gates.Formats.CodeOwnership;

namespace Gates.Doors.GitHub;

/// <summary>Finds CODEOWNERS where GitHub does: in <c>.github/</c>, the root and <c>docs/</c>, and the first one counts.</summary>
internal sealed class CodeOwnersReader(RepositoryApi repository)
{
    /// <summary>GitHub ignores a larger file, in bytes.</summary>
    private const long MaxFileSize = 3 * 1024 * 1024;

    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <param name="sha">The commit, usually the base of a pull request.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><see langword="null"/> when there is no such file.</returns>
    public async Task<CodeOwners?> ReadAsync(string sha, CancellationToken cancellationToken)
    {
        foreach (var place in Places)
        {
            if (await repository.ReadFileAsync(place, sha, MaxFileSize, cancellationToken) is { } bytes)
            {
                return CodeOwners.Parse(Encoding.UTF8.GetString(bytes));
            }
        }

        return null;
    }
}
