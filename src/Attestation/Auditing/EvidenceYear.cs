using Gates.Attestation.Branch;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;

namespace Gates.Attestation.Auditing;

/// <summary>The evidence branch of a year, verified as a whole.</summary>
internal sealed class EvidenceYear
{
    /// <value>After these nothing that the log says can be relied on.</value>
    private static readonly HashSet<string> OfTheLog = new(StringComparer.Ordinal)
    {
        LogFault.ForgedCheckpoint, LogFault.WrongOrigin, LogFault.Altered, LogFault.BrokenChain, LogFault.RolledBack, LogFault.SplitView,
    };

    private readonly IEvidenceFiles files;
    private readonly ILookup<string, HeldStatement> byCommit;
    private readonly ILookup<string, HeldStatement> byTag;
    private readonly Lazy<ILookup<string, string>> problems;

    private EvidenceYear(int year, IEvidenceFiles files, VerificationReport report, LogReader? log, IReadOnlyList<HeldStatement> held)
    {
        this.files = files;
        Year = year;
        Report = report;
        Log = log;
        Held = held;
        byCommit = held.SelectMany(one => one.Statement.Commits.Distinct(StringComparer.Ordinal), (one, commit) => (commit, one))
            .ToLookup(one => one.commit, one => one.one, StringComparer.Ordinal);
        byTag = held.Where(one => one.Release is not null).ToLookup(one => one.Release!.Tag, StringComparer.Ordinal);
        problems = new Lazy<ILookup<string, string>>(() => Report.Problems
            .SelectMany(problem => CommitsOf(PathOf(problem)), (problem, commit) => (commit, problem.Message))
            .ToLookup(one => one.commit, one => one.Message, StringComparer.Ordinal));
        Doubt = log is null
            ? report.Problems.Select(problem => problem.Message).FirstOrDefault() ?? BranchLog.FolderOf(year) + ": there is no log"
            : report.Problems.FirstOrDefault(problem => OfTheLog.Contains(problem.Fault) || IsOfTheLog(problem) || HidesADecision(problem))?.Message;
    }

    public int Year { get; }

    public string Branch => LogIdentity.Branch(Year);

    public VerificationReport Report { get; }

    /// <value><see langword="null"/> when no trusted key signed its checkpoint, or there is none.</value>
    public LogReader? Log { get; }

    /// <value>Why nothing here proves anything; <see langword="null"/> when the log holds and no decision was taken away.</value>
    public string? Doubt { get; }

    /// <value>The statements that hold, in the order of the log.</value>
    public IReadOnlyList<HeldStatement> Held { get; }

    /// <summary>The statements about a commit, in the order of the log.</summary>
    public IEnumerable<HeldStatement> About(string commit) => byCommit[commit];

    /// <summary>The statements that name a release.</summary>
    public IEnumerable<HeldStatement> Named(string tag) => byTag[tag];

    /// <summary>What is wrong with files that say that they are about a commit.</summary>
    public IEnumerable<string> ProblemsAbout(string commit) => problems.Value[commit];

    /// <param name="year">The branch's year.</param>
    /// <param name="files">All of its files.</param>
    /// <param name="report">What became of their verification.</param>
    /// <param name="log">Its log; <see langword="null"/> when it cannot be opened.</param>
    /// <param name="statements">The statements whose signatures hold.</param>
    public static EvidenceYear From(
        int year, IEvidenceFiles files, VerificationReport report, LogReader? log, IEnumerable<(Statement Statement, VerifiedFile File)> statements)
    {
        var leaves = log is null ? [] : log.All().Where(leaf => leaf.Type == LeafType.Evidence).GroupBy(leaf => leaf.Path, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        return new EvidenceYear(year, files, report, log,
        [
            .. statements.Where(one => leaves.TryGetValue(one.File.Path, out var leaf) && leaf.Sha256 == one.File.Sha256)
                .Select(one => new HeldStatement(year, one.Statement, one.File, leaves[one.File.Path])).OrderBy(one => one.Leaf.Sequence),
        ]);
    }

    private static bool IsOfTheLog(VerificationProblem problem) => PathOf(problem) is { } path && LogFolder.IsOfALog(path);

    /// <summary>A decision that is gone or was changed may have been the one that counts, and about any commit.</summary>
    private bool HidesADecision(VerificationProblem problem) =>
        PathOf(problem) is { } path && LoggedDecision.IsAt(path) && (problem.Fault == LogFault.EvidenceEdited || CommitsOf(path).Count == 0);

    /// <summary>Problems begin with the file that they are about.</summary>
    private static string? PathOf(VerificationProblem problem) =>
        problem.Message.IndexOf(": ", StringComparison.Ordinal) is var end and > 0 ? problem.Message[..end] : null;

    /// <summary>What a file says that it is about; nothing of it is believed but that.</summary>
    private IReadOnlyList<string> CommitsOf(string? path)
    {
        try
        {
            return path is not null && files.Read(path) is { } bytes && bytes.AsSpan().IndexOf("\"dsseEnvelope\""u8) >= 0
                ? [.. Statement.Read(SigstoreBundle.Read(bytes, path).Envelope, path).Commits]
                : [];
        }
        catch (EvidenceFormatException)
        {
            return [];
        }
    }
}
