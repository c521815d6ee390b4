using System.Text;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Recognition;
using Gates.Policies;

namespace Gates.Pipeline.Baselines;

/// <summary>The findings that were there when a repository adopted its gates.</summary>
internal sealed record Baseline
{
    private static readonly DocumentLimits Limits = new() { Bytes = 50_000_000, Nodes = 2_000_000 };

    private ILookup<(string Gate, Fingerprint Fingerprint), BaselineEntry>? known;

    public required string Path { get; init; }

    /// <value>The repository's salt, which stood here before it had a file of its own; empty when it does not. See <see cref="RepositorySalt"/>.</value>
    public ReadOnlyMemory<byte> Salt { get; init; }

    /// <value>The same with its place; <see langword="null"/> when there is none.</value>
    public RepositorySalt? HeldSalt => Salt.Length > 0 ? new RepositorySalt(Salt, Path) : null;

    /// <value>By gate, path, rule and fingerprint.</value>
    public required IReadOnlyList<BaselineEntry> Entries
    {
        get;
        init
        {
            // A copy with other entries must not look among those of the original.
            known = null;
            field = value;
        }
    }

    public IReadOnlyList<BaselineGrowth> Growths { get; init; } = [];

    /// <value>SHA-256 of the file's text, in lower-case hexadecimal.</value>
    public string Digest => Sha256Hex.Of(BaselineWriter.Write(this));

    /// <summary>Whether it holds an entry for a finding. A short form says little, so rule and path must be the same too.</summary>
    /// <param name="gateId">The gate.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="forms">Every form by which it may be meant.</param>
    public bool Has(string gateId, Finding finding, IReadOnlyList<Fingerprint> forms) => EntryFor(gateId, finding, forms) is not null;

    /// <summary>That entry; one of the best form first.</summary>
    public BaselineEntry? EntryFor(string gateId, Finding finding, IReadOnlyList<Fingerprint> forms) => forms.SelectMany(form => EntriesOf(gateId, form)
        .Where(entry => !form.IsShort || (entry.Rule == finding.Rule && entry.Path == finding.Location?.Path))).FirstOrDefault();

    /// <summary>How many entries it has that another has not. One that stands for an old form of the same gate, rule and path is that one, rewritten.</summary>
    public int CountBeyond(Baseline? before)
    {
        var gone = Except(before?.Entries ?? [], this).Where(entry => entry.Fingerprint.IsOld).CountBy(Subject).ToDictionary();
        return Except(Entries, before).CountBy(Subject).Sum(fresh => Math.Max(0, fresh.Value - gone.GetValueOrDefault(fresh.Key)));

        static IEnumerable<BaselineEntry> Except(IEnumerable<BaselineEntry> entries, Baseline? other) => entries.Where(entry => other?.HasEntry(entry) != true);

        static (string, string, string?) Subject(BaselineEntry entry) => (entry.Gate, entry.Rule, entry.Path);
    }

    private bool HasEntry(BaselineEntry entry) => EntriesOf(entry.Gate, entry.Fingerprint)
        .Any(other => !entry.Fingerprint.IsShort || (other.Rule == entry.Rule && other.Path == entry.Path));

    private IEnumerable<BaselineEntry> EntriesOf(string gateId, Fingerprint form) =>
        (known ??= Entries.ToLookup(entry => (entry.Gate, entry.Fingerprint)))[(gateId, form)];

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

/// <summary>
/// One recorded finding. Its gate and its fingerprint are compared, with a short one its rule and path as well; the rest is for people, as it was when it was
/// recorded.
/// </summary>
internal sealed record BaselineEntry(string Gate, string Rule, string? Path, int? Line, Fingerprint Fingerprint);

/// <summary>A time when the baseline was allowed to grow.</summary>
/// <param name="On">The day (UTC).</param>
/// <param name="Reason">Why.</param>
/// <param name="Added">How many findings.</param>
internal sealed record BaselineGrowth(DateOnly On, string Reason, int Added);
