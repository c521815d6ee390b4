using Gates.Doors.Git.History.Gpg;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Doors.Git.History;

/// <summary>Whose keys count: two files in the repository.</summary>
/// <param name="Ssh">ssh-keygen's allowed signers file; <see langword="null"/> without one, and then no SSH key is known.</param>
/// <param name="Gpg">OpenPGP public keys as gpgv reads them; <see langword="null"/> without them, and then none is known.</param>
internal sealed record AllowedSigners(byte[]? Ssh, byte[]? Gpg)
{
    public const string Path = ".github/allowed_signers";
    public const string GpgPath = ".github/allowed_signers.gpg";

    private const int Limit = 1_000_000;

    /// <summary>The files' contents.</summary>
    /// <param name="tree">The tree whose configuration judges: on a pull request the base's, or a change could vouch for itself.</param>
    /// <exception cref="EvaluationException">A file is not one a person wrote.</exception>
    public static AllowedSigners Read(ISourceTree tree) =>
        new(Contents(tree, Path), Contents(tree, GpgPath) is { } keys ? GpgKeyring.Read(keys, GpgPath) : null);

    private static byte[]? Contents(ISourceTree tree, string path)
    {
        if (!tree.Exists(path))
        {
            return null;
        }

        using var content = tree.Open(path);
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        return buffer.Length <= Limit ? buffer.ToArray() : throw new EvaluationException($"{path} is larger than {Limit / 1_000_000} MB");
    }
}
