using System.Text;
using Gates.Runner.Configuration;
using Gates.Runner.Documents;

namespace Gates.Runner.Baselines;

/// <summary>The findings that were there when a repository adopted its gates, and the salt of its identities.</summary>
internal sealed record Baseline
{
    public const int SaltBytes = 32;

    private static readonly DocumentLimits Limits = new() { Bytes = 50_000_000, Nodes = 2_000_000 };

    private HashSet<(string Gate, string Fingerprint)>? known;

    public required string Path { get; init; }

    /// <value>Random, made once: identities of values depend on it, and on nothing that other repositories share.</value>
    public required ReadOnlyMemory<byte> Salt { get; init; }

    /// <value>By gate, path, rule and fingerprint.</value>
    public required IReadOnlyList<BaselineEntry> Entries { get; init; }

    public IReadOnlyList<BaselineGrowth> Growths { get; init; } = [];

    /// <value>SHA-256 of the file's text, in lower-case hexadecimal.</value>
    public string Digest => Sha256Hex.Of(BaselineWriter.Write(this));

    public bool Has(string gateId, string fingerprint) => (known ??= [.. Entries.Select(entry => (entry.Gate, entry.Fingerprint))]).Contains((gateId, fingerprint));

    /// <summary>The baseline at a path of a tree, or <see langword="null"/> when there is no such file.</summary>
    /// <exception cref="UsageException">The file is not valid, or is behind a symbolic link.</exception>
    public static Baseline? Find(ISourceTree tree, string path)
    {
        if (tree.IsBehindLink(path))
        {
            throw new UsageException($"{Say.Path(path)} is a symbolic link, or behind one, which is not followed; commit the file itself");
        }

        if (!tree.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = tree.Open(path);
            return BaselineReader.Read(DocumentText.Read(stream, path, Limits), path, Limits);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
