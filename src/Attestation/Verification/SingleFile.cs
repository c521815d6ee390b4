using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;

namespace Gates.Attestation.Verification;

/// <summary>One file, and what is known to belong to it: a bundle its proof, a control attestation its other forms and its bundle.</summary>
internal sealed class SingleFile : IEvidenceFiles
{
    private readonly FolderEvidence folder;

    public SingleFile(string path)
    {
        var file = new FileInfo(path);
        folder = new FolderEvidence(file.Directory!, recurse: false);
        var stem = Stem(file.Name);
        Paths = [.. folder.Paths.Where(name => Stem(name) == stem)];
    }

    public IReadOnlyList<string> Paths { get; }

    public byte[]? Read(string path) => Has(path) ? folder.Read(path) : null;

    public IReadOnlyList<string?> Digests(IReadOnlyList<string> paths) => [.. paths.Select(path => Has(path) ? folder.Digests([path])[0] : null)];

    private bool Has(string path) => Paths.Contains(path, StringComparer.Ordinal);

    /// <summary>A name without the endings that tell the forms of one thing apart.</summary>
    private static string Stem(string name) =>
        ((string[])[SigstoreBundle.Extension, TlogProof.Extension, ".oscal.json", ".pdf", ".json"])
            .Where(ending => name.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => name[..^ending.Length])
            .FirstOrDefault() ?? name;
}
