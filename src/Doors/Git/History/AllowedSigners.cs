using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git.History;

/// <summary>Whose SSH keys count: ssh-keygen's allowed signers file, in the repository.</summary>
internal static class AllowedSigners
{
    public const string Path = ".github/allowed_signers";

    private const int Limit = 1_000_000;

    /// <summary>The file's contents; <see langword="null"/> without one, and then no key is known.</summary>
    /// <param name="tree">The tree whose configuration judges: on a pull request the base's, or a change could vouch for itself.</param>
    /// <exception cref="EvaluationException">The file is not one a person wrote.</exception>
    public static byte[]? Read(ISourceTree tree)
    {
        if (!tree.Exists(Path))
        {
            return null;
        }

        using var content = tree.Open(Path);
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        return buffer.Length <= Limit ? buffer.ToArray() : throw new EvaluationException($"{Path} is larger than {Limit / 1_000_000} MB");
    }
}
