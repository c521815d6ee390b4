using System.Security.Cryptography;
using System.Text;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>What a command made.</summary>
/// <param name="Files">The files.</param>
/// <param name="Contents">Of each at most its first MiB.</param>
/// <param name="Digest">SHA-256 over paths, modes, links and contents.</param>
/// <param name="IsSameDay">Whether the commit is of the day of the build.</param>
internal sealed record CommandFiles(BuiltFiles Files, IReadOnlyDictionary<string, byte[]> Contents, string Digest, bool IsSameDay)
{
    public static string DigestOf(IReadOnlyDictionary<string, FileState> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(
                FormattableString.Invariant($"{path}\0{file.Entry.Kind}\0{file.Entry.Mode}\0{file.Entry.Link}\0{file.Digest}\n")));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
