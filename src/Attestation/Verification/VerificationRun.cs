using System.Collections.Concurrent;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Lifetime;
using Gates.Attestation.Log;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification.Keyless;
using Gates.Attestation.Verification.Witnesses;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Verification;

/// <summary>One verification under way: the files, whom to believe, and what has been found so far.</summary>
internal sealed class VerificationRun(IEvidenceFiles files, TrustedKeys trust, DateTimeOffset now, KeylessTrust? keyless = null)
{
    private readonly ConcurrentQueue<VerificationProblem> problems = [];
    private readonly ConcurrentDictionary<string, bool> named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> digests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LoggedEntry> logged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> timeSources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> committed = new(StringComparer.Ordinal);

    public IEvidenceFiles Files { get; } = files;

    public TrustedKeys Trust { get; } = trust;

    /// <value>This machine's clock: what the time of a signature is taken to be where no log knows better.</value>
    public DateTimeOffset Now { get; } = now;

    public ConcurrentQueue<string> Notes { get; } = [];

    /// <value>What tombstones say was erased; complete when the logs have been read.</value>
    public ErasedFiles Erased { get; } = new();

    /// <value>Which logs answer for times; <see langword="null"/> where none does.</value>
    public string? Times { get; set; }

    /// <value>Which better proof than a log's own word was used for the times of signatures, a line each.</value>
    public IEnumerable<string> BetterTimes =>
        from source in timeSources.OrderBy(source => source.Key, StringComparer.Ordinal)
        where source.Key.Length > 0
        select $"times: {source.Key}, for {Prose.Count(source.Value, "signature")}";

    public IReadOnlyCollection<VerificationProblem> Problems => problems;

    /// <value>Signatures over files themselves that hold.</value>
    public ConcurrentQueue<VerifiedFile> FileSignatures { get; } = [];

    /// <value>Statements whose signatures hold, by the path of their bundle.</value>
    public ConcurrentDictionary<string, (Statement Statement, VerifiedFile File)> Statements { get; } = new(StringComparer.Ordinal);

    /// <summary>What a log says of a file with this digest.</summary>
    public LoggedEntry? LoggedAs(string sha256) => logged.GetValueOrDefault(sha256);

    /// <summary>Where several places prove the same, the one counts that witnesses saw first.</summary>
    public void AddLogged(string sha256, LoggedEntry entry) => logged.AddOrUpdate(
        sha256,
        entry,
        (_, known) => entry.Witnessed is { } witnessed && (known.Witnessed is not { } before || witnessed.Time < before.Time) ? entry : known);

    /// <summary>That a file was there at a time, since something that was logged then names it by its digest.</summary>
    public void AddCommitted(string sha256, DateTimeOffset time) => committed.TryAdd(sha256, time);

    public void Add(string fault, string message) => problems.Enqueue(new VerificationProblem(fault, message));

    /// <summary>Runs one check; what it throws is a problem, and the others go on.</summary>
    public void Try(Action check)
    {
        try
        {
            check();
        }
        catch (LogException e)
        {
            Add(e.Fault, e.Message);
        }
        catch (EvidenceFormatException e)
        {
            Add(VerificationFault.Malformed, e.Message);
        }
    }

    /// <summary>The digest of a file, or <see langword="null"/> when there is no such file; made once, however many statements name it.</summary>
    /// <exception cref="EvidenceFormatException">It cannot be read.</exception>
    public string? Digest(string path) => Digests([path])[0];

    /// <inheritdoc cref="IEvidenceFiles.Digests"/>
    public IReadOnlyList<string?> Digests(IReadOnlyList<string> paths)
    {
        var unknown = paths.Where(path => !digests.ContainsKey(path)).ToList();
        foreach (var (path, digest) in unknown.Count == 0 ? [] : unknown.Zip(Files.Digests(unknown)))
        {
            if (digest is not null)
            {
                digests[path] = digest;
            }
        }

        return [.. paths.Select(digests.GetValueOrDefault)];
    }

    /// <summary>A file that a signed statement names, by its digest.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">What its digest must be.</param>
    /// <param name="namedBy">What says so.</param>
    /// <param name="isSigned">Whether a signature that holds says so; a list without one is compared all the same.</param>
    public void Demand(string path, string sha256, string namedBy, bool isSigned = true)
    {
        if (isSigned)
        {
            named[path] = true;
        }

        if (Digest(path) is not { } digest)
        {
            Add(VerificationFault.Missing, $"{path}: missing; {namedBy} names it");
        }
        else if (digest != sha256)
        {
            Add(VerificationFault.Changed, $"{path}: its SHA-256 is {digest}; {namedBy} says {sha256}");
        }
    }

    /// <summary>A file that a signed statement names and that may be absent, since its digest stands for it; what is there must be what was signed.</summary>
    public void DemandIfThere(string path, string sha256, string namedBy)
    {
        if (Digest(path) is not null)
        {
            Demand(path, sha256, namedBy);
        }
    }

    /// <value>Files that some signed statement names.</value>
    public IReadOnlyCollection<string> Named => (IReadOnlyCollection<string>)named.Keys;

    /// <summary>The signature of a bundle, at the time that a log knows, else now.</summary>
    public void VerifyBundle(string path, byte[] bytes)
    {
        // Of these very bytes: the file may have been another one when the log's check read it.
        var digest = digests[path] = Sha256Hex.Of(bytes);
        var entry = LoggedAs(digest);
        var further = new KeylessCheck(this, keyless);
        if (further.Verify(path, bytes, digest))
        {
            return;
        }

        var bundle = SigstoreBundle.Read(bytes, path);
        var statement = Statement.Read(bundle.Envelope, path);
        var times = new ProvenTimes(further.ProvenTime(path, bytes, bundle.Envelope), entry, committed.TryGetValue(digest, out var time) ? time : null);
        var (verdict, source) = times.Check(Trust, bundle.Envelope, StatementKinds.UseOf(statement), Now);
        timeSources.AddOrUpdate(source, 1, static (_, count) => count + 1);
        if (verdict.Signer is { } signer && further.IsAboutArtifact(path, statement))
        {
            Statements[path] = (statement, new VerifiedFile(path, StatementKinds.Describe(statement), digest, signer.KeyId, entry));
        }
        else if (verdict.Signer is null)
        {
            Add(VerificationFault.BadSignature, $"{path}: {verdict.Problem}{(verdict.IsTooLate && !times.Any ? Unproven(path) : "")}");
        }
    }

    /// <summary>The time that a bundle of a trusted key brings its own proof of; <see langword="null"/> when it brings none.</summary>
    /// <exception cref="EvidenceFormatException">The proof is forged, or malformed.</exception>
    public DateTimeOffset? StampedTime(string path, byte[] bytes, DsseEnvelope envelope) => new KeylessCheck(this, keyless).ProvenTime(path, bytes, envelope);

    /// <summary>What was there at one time was there at each later one.</summary>
    public static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? first = null;
        foreach (var time in times)
        {
            first = first is null || time < first ? time ?? first : first;
        }

        return first;
    }

    /// <summary>A signature's own word for when it was made is worth nothing: whoever has the key can write any.</summary>
    private static string Unproven(string path) =>
        ", as far as anybody can tell: no log entry proves that it was there while the key counted. A proof from then, "
        + (path.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal) ? path[..^SigstoreBundle.Extension.Length] : path) + TlogProof.Extension
        + ", would; `gates attest` and `gates pack` make it with --log-key, `gates log import` for what is signed already while its key counts";

}

/// <summary>
/// The files for a log's entries, each digested once; which files no entry names is asked of all logs together, by <see cref="BranchContents"/>.
/// </summary>
internal sealed class DigestedFiles(VerificationRun verification) : IEvidenceFiles
{
    public IReadOnlyList<string> Paths => [];

    public byte[]? Read(string path) => verification.Files.Read(path);

    public IReadOnlyList<string?> Digests(IReadOnlyList<string> paths) => verification.Digests(paths);
}
