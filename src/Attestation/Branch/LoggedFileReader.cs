using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Formats.Foundation;
using Gates.Pipeline;

namespace Gates.Attestation.Branch;

/// <summary>Reads files of other tools from one commit of an evidence branch, each only when all that is said of it holds.</summary>
/// <param name="repository">Where the commit is.</param>
/// <param name="tip">The commit.</param>
/// <param name="year">The branch's year.</param>
/// <param name="trust">Whom to believe.</param>
/// <param name="now">For the files' age.</param>
internal sealed class LoggedFileReader(EvidenceRepository repository, string tip, int year, TrustedKeys trust, DateTimeOffset now)
{
    private readonly Lazy<LogReader> log = new(() => new BranchLog(repository, tip, year).Open(trust));

    /// <summary>The statement's entry in the log.</summary>
    /// <exception cref="EvaluationException">It has none, or the log does not hold.</exception>
    public long IndexOf(ThirdPartyClaim claim) => log.Value.FindLast(Sha256Hex.Of(claim.Bundle), claim.Path)
        ?? throw new EvidenceFormatException($"{Place(claim)}: is not in the log, so it was not put there by `gates evidence add`");

    /// <exception cref="EvaluationException">Its entry in the log, its signature or its digest does not hold, or there is only the digest.</exception>
    public LoggedFile Read(ThirdPartyClaim claim)
    {
        var place = Place(claim);
        var logged = log.Value.Leaf(IndexOf(claim)).Time;
        var verdict = trust.Check(claim.Envelope, KeyUse.Evidence, logged);
        var signer = verdict.Signer ?? throw new EvidenceFormatException($"{place}: {verdict.Problem}");
        var path = claim.File ?? throw new EvaluationException(FormattableString.Invariant(
            $"{place}: only its digest was logged, so there is nothing to read. Files above {ThirdPartyFile.MaxStored >> 20} MiB are not kept, nor those added with --digest-only: compress it, or log a summary"));
        var content = repository.Read(tip, path) ?? throw new EvidenceFormatException($"{place}: the file {path} is missing");
        var digest = Sha256Hex.Of(content);
        return digest == claim.Sha256
            ? new LoggedFile(claim.Name, content) { Commit = claim.Commit!, Logged = logged, Age = now - logged, KeyId = signer.KeyId, Statement = claim.Path }
            : throw new EvidenceFormatException($"{place}: the SHA-256 of {path} is {digest}; its signed statement says {claim.Sha256}");
    }

    /// <summary>Those that were logged last, from the oldest; what is not in the log does not count.</summary>
    public IReadOnlyList<ThirdPartyClaim> Newest(IReadOnlyList<ThirdPartyClaim> claims, int most) =>
    [
        .. claims.Where(claim => claim.File is not null)
            .Select(claim => (Claim: claim, Index: log.Value.FindLast(Sha256Hex.Of(claim.Bundle), claim.Path)))
            .Where(one => one.Index is not null)
            .OrderByDescending(one => one.Index)
            .Take(most)
            .Reverse()
            .Select(one => one.Claim),
    ];

    /// <summary>The same as <see cref="Read"/> where a file that does not hold is only one less.</summary>
    public LoggedFile? TryRead(ThirdPartyClaim claim)
    {
        try
        {
            return Read(claim);
        }
        catch (EvaluationException)
        {
            return null;
        }
    }

    private string Place(ThirdPartyClaim claim) => $"{claim.Type}/{claim.Name} on {LogIdentity.Branch(year)} ({claim.Path})";
}
