namespace Gates.Runner.Attesting.Verification;

/// <summary>Evidence in a commit, read as git objects.</summary>
internal sealed class TreeEvidence(ISourceTree tree) : IEvidenceFiles
{
    public IReadOnlyList<string> Paths { get; } = [.. tree.AllFiles.Select(file => file.Path)];

    public byte[]? Read(string path)
    {
        if (!tree.Exists(path))
        {
            return null;
        }

        using var stream = tree.Open(path);
        if (stream.Length > EvidenceLimits.FileBytes)
        {
            throw EvidenceLimits.TooLarge(path);
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
