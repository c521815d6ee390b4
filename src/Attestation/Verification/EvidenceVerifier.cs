using Gates.Attestation.Keys;
using Gates.Attestation.Lifetime;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Verification.Ended;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Verification;

/// <summary>Verifies evidence, wherever it lies, with nothing but the files and the keys that the reader trusts: no network, no repository.</summary>
/// <param name="trust">Whom to believe.</param>
/// <param name="time">For what no log knows the time of.</param>
/// <param name="keyless">Whom to believe without a key; <see langword="null"/> for nobody.</param>
/// <param name="retention">How long evidence must be kept; <see langword="null"/> is the usual time.</param>
internal sealed class EvidenceVerifier(TrustedKeys trust, TimeProvider time, KeylessTrust? keyless = null, RetentionRule? retention = null)
{
    public TrustedKeys Trust => trust;

    /// <value>The year that it is.</value>
    public int Year => time.GetUtcNow().Year;

    /// <value>Causes before what follows from them; what is wrong with the log comes first.</value>
    private static readonly string[] Order =
    [
        VerificationFault.Malformed, VerificationFault.BadSignature, VerificationFault.Changed, VerificationFault.Missing,
        VerificationFault.NotListed, VerificationFault.Incomplete, VerificationFault.JudgedDifferently, VerificationFault.NotExpected,
        VerificationFault.NotWitnessed,
        VerificationFault.NothingSigned,
    ];

    /// <param name="files">What to verify.</param>
    /// <param name="seen">Proofs of earlier days, from elsewhere: the log must continue each.</param>
    /// <param name="further">Checks that need more than the files, run last.</param>
    /// <param name="branch">What is known of the evidence branch whose files they are; <see langword="null"/> when they are not known to be one's.</param>
    public async Task<VerificationReport> VerifyAsync(
        IEvidenceFiles files, IReadOnlyList<(string Source, byte[] Proof)> seen, Func<VerificationRun, Task> further, EvidenceBranchName? branch = null)
    {
        var verification = Begin(files, seen, branch);
        await further(verification);
        return Report(verification);
    }

    /// <summary>The same without further checks.</summary>
    /// <param name="files">What to verify.</param>
    /// <param name="seen">Proofs of earlier days.</param>
    public VerificationReport Verify(IEvidenceFiles files, IReadOnlyList<(string Source, byte[] Proof)>? seen = null) => Report(Begin(files, seen ?? [], null));

    private VerificationRun Begin(IEvidenceFiles files, IReadOnlyList<(string Source, byte[] Proof)> seen, EvidenceBranchName? branch)
    {
        var verification = new VerificationRun(files, trust, time.GetUtcNow(), keyless);
        foreach (var tombstone in branch?.Tombstones ?? [])
        {
            verification.Try(() => verification.Erased.Add(tombstone));
        }

        var logs = new LoggedFilesCheck(verification, seen, branch?.LogName);
        var checks = logs.Read();
        var pack = new PackContents(verification);
        pack.ReadTimes();
        Both(checks, new SignedFilesCheck(verification).Verify);
        logs.VerifyFiles();
        new BranchContents(verification, logs, branch).Verify();
        new LifetimeNotes(verification, logs, branch, retention ?? RetentionRule.Usual).Write();
        new RunFolderCheck(verification).Verify();
        new AttestedFilesCheck(verification).Verify();
        pack.Verify();
        new UncoveredFiles(verification).Verify();
        return verification;
    }

    private static void Both(Action one, Action other)
    {
        try
        {
            Parallel.Invoke(one, other);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<EvaluationException>().FirstOrDefault() is { } cause)
        {
            // What cannot be read at all, such as an object that a partial clone lacks, is told as it would be without threads.
            throw new EvaluationException(cause.Message, e);
        }
    }

    private static VerificationReport Report(VerificationRun verification) => new()
    {
        Verified = [.. Files(verification).OrderBy(file => file.Path, StringComparer.Ordinal)],
        Problems = [.. verification.Problems
            .Distinct()
            .OrderBy(problem => Array.IndexOf(Order, problem.Fault))
            .ThenBy(problem => problem.Message, StringComparer.Ordinal)],
        Notes = [.. Times(verification), .. verification.Notes],
    };

    private static IEnumerable<VerifiedFile> Files(VerificationRun verification) =>
        verification.Statements.Values.Select(one => one.File).Concat(verification.FileSignatures);

    /// <summary>Keyless signatures bring their own proof of time; without them and without a log there is only this machine's clock.</summary>
    private static string[] Times(VerificationRun verification) =>
        verification.Times is { } times ? [.. verification.BetterTimes, times]
        : Files(verification).ToList() is { Count: > 0 } files && files.TrueForAll(file => file.Identity is not null)
            ? ["times: what the signatures bring along, from the logs and timestamp authorities of the trusted roots"]
            : ["times: this machine's clock, because nothing here is in a log"];
}
