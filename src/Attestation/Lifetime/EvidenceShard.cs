using System.Globalization;
using System.Text;
using Gates.Attestation.Branch;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Lifetime;

/// <summary>The evidence branch of one year, its log opened with keys that are believed.</summary>
internal sealed class EvidenceShard
{
    private const string Branches = "gates-evidence/";
    private const int AtOnce = 200;

    private readonly EvidenceRepository repository;
    private readonly TrustedKeys trust;

    private EvidenceShard(EvidenceRepository repository, TrustedKeys trust, int year, string tip)
    {
        (this.repository, this.trust, Year, Tip) = (repository, trust, year, tip);
        Log = new BranchLog(repository, tip, year).Open(trust);
    }

    public int Year { get; }

    /// <value>The branch's newest commit.</value>
    public string Tip { get; }

    public LogReader Log { get; }

    /// <summary>Every year that there is, the oldest first.</summary>
    /// <exception cref="EvaluationException">The remote cannot be reached, or a log does not hold.</exception>
    public static async Task<IReadOnlyList<EvidenceShard>> AllAsync(EvidenceRepository repository, TrustedKeys trust, CancellationToken cancellationToken)
    {
        var shards = new List<EvidenceShard>();
        foreach (var branch in await repository.BranchesAsync(Branches, cancellationToken))
        {
            if (branch.Length == Branches.Length + 4
                && int.TryParse(branch.AsSpan(Branches.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && await repository.TipAsync(branch, cancellationToken) is { } tip)
            {
                shards.Add(new EvidenceShard(repository, trust, year, tip));
            }
        }

        return shards;
    }

    /// <summary>What it says was erased.</summary>
    /// <exception cref="EvaluationException">A tombstone does not hold.</exception>
    public IEnumerable<LoggedStatement> Tombstones() => Statements(leaf => leaf.Type == LeafType.Tombstone);

    /// <summary>The statements whose files have a name.</summary>
    /// <inheritdoc cref="Tombstones" path="/exception"/>
    public IEnumerable<LoggedStatement> Named(string name) => Statements(leaf => leaf.Type == LeafType.Evidence && LoggedStatement.IsNamed(leaf, name));

    /// <summary>A file of its newest commit.</summary>
    public byte[]? Read(string path) => repository.Read(Tip, path);

    /// <summary>Whether its newest commit has a file, which is not fetched for that.</summary>
    public async Task<bool> HasAsync(string path, CancellationToken cancellationToken) => (await repository.ListAsync(Tip, path, cancellationToken)).Count > 0;

    /// <summary>The entry of a file; <see langword="null"/> when none names it.</summary>
    public LogLeaf? Find(string path) => LoggedStatement.Leaves(Log, leaf => leaf.Path == path) is [.., var last] ? last : null;

    /// <summary>The entries whose files hold any of some commitments.</summary>
    public async Task<IReadOnlyList<ErasedEntry>> HoldersAsync(IReadOnlyCollection<string> commitments, CancellationToken cancellationToken)
    {
        var found = new List<ErasedEntry>();
        foreach (var paths in (await repository.ListAsync(Tip, BranchFiles.Folder + "/", cancellationToken)).Chunk(AtOnce))
        {
            await repository.BringAsync(Tip, paths, cancellationToken);
            foreach (var (path, bytes) in paths.Zip(repository.Read(Tip, paths)))
            {
                var held = Held(path, bytes!, commitments);
                if (held.Count > 0 && Log.FindLast(Sha256Hex.Of(bytes!), path) is { } index)
                {
                    found.Add(new ErasedEntry(Log.Checkpoint.Origin, index, path, Sha256Hex.Of(bytes!)) { Commitments = held });
                }
            }
        }

        return found;
    }

    /// <summary>A tombstone lists commitments of others; its own is that to who asked.</summary>
    private static List<string> Held(string path, byte[] bytes, IReadOnlyCollection<string> commitments)
    {
        byte[] payload = [];
        try
        {
            var envelope = path.EndsWith(".json", StringComparison.Ordinal) ? SigstoreBundle.Read(bytes, path).Envelope : null;
            payload = envelope is null ? [] : [.. envelope.Payload.Span];
            if (envelope is not null && Statement.Read(envelope, path) is { PredicateType: Tombstone.PredicateType } statement)
            {
                var by = Tombstone.Read(statement, path).By;
                return [.. commitments.Where(commitment => commitment == by)];
            }
        }
        catch (EvidenceFormatException)
        {
            // A file of another tool: its bytes are looked through as they are.
        }

        return [.. commitments.Order(StringComparer.Ordinal).Where(commitment => Has(bytes, commitment) || Has(payload, commitment))];
    }

    private static bool Has(byte[] bytes, string commitment) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(commitment)) >= 0;

    private IEnumerable<LoggedStatement> Statements(Predicate<LogLeaf> filter) => LoggedStatement.Leaves(Log, filter)
        .Select(leaf => LoggedStatement.Read(Log.Checkpoint.Origin, leaf, Read(leaf.Path), trust));
}
