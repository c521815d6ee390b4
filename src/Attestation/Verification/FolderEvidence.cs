using Gates.Formats.Foundation;

namespace Gates.Attestation.Verification;

/// <summary>Evidence in a folder. Links are not followed, and said: what they point at is not what was published.</summary>
internal sealed class FolderEvidence : IEvidenceFiles
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = false,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false
    };

    private readonly string root;

    /// <param name="folder">The folder.</param>
    /// <param name="recurse">Whether with the folders below it.</param>
    /// <exception cref="EvidenceFormatException">There is a link in it, or more than anybody would put there.</exception>
    public FolderEvidence(DirectoryInfo folder, bool recurse = true)
    {
        root = folder.FullName;
        var paths = new List<string>();
        Walk(folder, "", recurse, paths);
        paths.Sort(string.CompareOrdinal);
        Paths = paths;
    }

    public IReadOnlyList<string> Paths { get; }

    public byte[]? Read(string path)
    {
        if (!IsKnown(path))
        {
            return null;
        }

        using var stream = Open(path);
        if (stream.Length > EvidenceLimits.FileBytes)
        {
            throw EvidenceLimits.TooLarge(path);
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Of files of any size: what evidence is about, such as a release's artefact or a pack, lies beside it.</summary>
    public IReadOnlyList<string?> Digests(IReadOnlyList<string> paths) => [.. paths.Select(Digest)];

    private string? Digest(string path)
    {
        if (!IsKnown(path))
        {
            return null;
        }

        using var stream = Open(path);
        return Sha256Hex.Of(stream);
    }

    private FileStream Open(string path) => new(Path.Join(root, path), FileMode.Open, FileAccess.Read, FileShare.Read);

    private bool IsKnown(string path) => ((List<string>)Paths).BinarySearch(path, StringComparer.Ordinal) >= 0;

    private static void Walk(DirectoryInfo folder, string prefix, bool recurse, List<string> paths)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null)
            {
                throw new EvidenceFormatException($"{path}: a link, which evidence never is");
            }

            if (entry is DirectoryInfo inner)
            {
                if (recurse && inner.Name != ".git")
                {
                    Walk(inner, path + "/", recurse, paths);
                }
            }
            else if (paths.Count < EvidenceLimits.Files)
            {
                paths.Add(path);
            }
            else
            {
                throw new EvidenceFormatException(FormattableString.Invariant($"{folder.FullName}: more than {EvidenceLimits.Files} files"));
            }
        }
    }
}
