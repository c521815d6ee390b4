using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Verification;
using Gates.Attestation.Verification.Expected;
using Gates.Formats.Foundation.Text;
using Gates.Policies;

namespace Gates.Attestation.Auditing;

/// <summary>
/// Looks at a release of the sample as a whole: its evidence in the log, the decision and what it rests on, the keys, its pack, its judgements.
/// </summary>
/// <param name="trust">Whom to believe.</param>
/// <param name="years">The branches that may know of it.</param>
/// <param name="packs">Where packs are.</param>
/// <param name="judge">Judges again.</param>
/// <param name="time">For what no log knows the time of.</param>
internal sealed class ReleaseInspection(TrustedKeys trust, IReadOnlyList<EvidenceYear> years, AuditPacks packs, IPolicyJudge judge, TimeProvider time)
{
    public async Task<AuditedRelease> InspectAsync(CountedRelease release, CancellationToken cancellationToken) => release.IsBeforeAdoption
        ? new(release.Evidence, [new AuditCheck("decision", AuditOutcome.NotDone, "it was made before the first decision was logged")])
        : new(release.Evidence, [.. Logged(release.Evidence), .. await PackAsync(release.Evidence, cancellationToken)]);

    private IEnumerable<AuditCheck> Logged(ReleaseEvidence release)
    {
        if (release.Decision is not { } decision)
        {
            yield return new AuditCheck("decision", AuditOutcome.Fails, $"no decision about its commit {release.Tag.Commit} is proven in the log");
        }
        else
        {
            var about = Prose.Count(release.Statements.Count, "statement");
            yield return new AuditCheck("log", AuditOutcome.Holds, $"{about} about the commit included in the log and signed by a key that counted then");
            var results = Prose.Count(release.Results.Count, "result");
            yield return new AuditCheck("decision", AuditOutcome.Holds, $"{decision.Decision ?? "not said"}, on {results} ({decision.Place})");
            yield return new AuditCheck("keys", AuditOutcome.Holds, string.Join("; ", release.Statements.Select(one => one.File.KeyId)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(KeyOf)));
        }

        foreach (var problem in release.Problems)
        {
            yield return new AuditCheck("evidence", AuditOutcome.Fails, problem);
        }
    }

    /// <summary>A key, and what became of it since.</summary>
    private string KeyOf(string id) => trust.Keyring.Find(id) switch
    {
        { Revoked: { } revoked } => $"{id}, revoked since at {EvidenceTime.Write(revoked.At)} ({revoked.Reason})",
        { } entry => $"{id}, counts until {EvidenceTime.Write(entry.ValidTo)}",
        null => id,
    };

    private async Task<IReadOnlyList<AuditCheck>> PackAsync(ReleaseEvidence release, CancellationToken cancellationToken)
    {
        if (await packs.FindAsync(release.Tag, cancellationToken) is not var (name, content))
        {
            return [new AuditCheck(
                "judged again",
                packs.AreDemanded ? AuditOutcome.Unknown : AuditOutcome.NotDone,
                packs.AreDemanded ? "there is no pack of it, so there is nothing to judge again" : "no packs were given, so there is nothing to judge again")];
        }

        try
        {
            using var stream = new MemoryStream(content, writable: false);
            var files = new ArchiveEvidence(stream, name);
            var rejudged = new Rejudgements(0, 0, 0, 0);
            var report = await new EvidenceVerifier(trust, time).VerifyAsync(files, [], async run =>
            {
                var expected = new Expectations { Tag = release.Tag.Name, Commit = release.Tag.Commit };
                run.Try(() => new ExpectationCheck(expected, name, isBranch: false).Verify(run));
                run.Try(() => DemandSameLog(files));
                rejudged = await new RejudgeCheck(judge).VerifyAsync(run, cancellationToken);
            });
            return [Pack(name, report), Rejudged(rejudged, report)];
        }
        catch (EvidenceFormatException e)
        {
            return [new AuditCheck("pack", AuditOutcome.Fails, e.Message)];
        }
    }

    /// <summary>A pack remembers the log as it was: what the branch holds today must continue it.</summary>
    private void DemandSameLog(ArchiveEvidence files)
    {
        foreach (var path in files.Paths.Where(path => path.EndsWith(TlogProof.Extension, StringComparison.Ordinal)))
        {
            var then = Checkpoint.Parse(TlogProof.Parse(files.Read(path)!, path).Note.Text, path);
            years.FirstOrDefault(year => year.Log?.Checkpoint.Origin == then.Origin)?.Log!.DemandContinues(then, path);
        }
    }

    private static AuditCheck Pack(string name, VerificationReport report) =>
        report.Problems.Where(problem => problem.Fault != VerificationFault.JudgedDifferently).ToList() is [var problem, ..] problems
            ? new AuditCheck(
                "pack",
                AuditOutcome.Fails,
                $"{name}: {problem.Message}{(problems.Count > 1 ? FormattableString.Invariant($", and {problems.Count - 1} more") : "")}")
            : new AuditCheck("pack", AuditOutcome.Holds, FormattableString.Invariant($"{name}: {report.Verified.Count} signed files"));

    private static AuditCheck Rejudged(Rejudgements rejudged, VerificationReport report)
    {
        const string Name = "judged again";
        if (report.Problems.FirstOrDefault(problem => problem.Fault == VerificationFault.JudgedDifferently) is { } differs)
        {
            return new AuditCheck(Name, AuditOutcome.Fails, differs.Message);
        }

        var words = FormattableString.Invariant($"{rejudged.Same} of {rejudged.Results} results the same");
        var (outcome, more) = rejudged switch
        {
            { Otherwise: > 0 } => (AuditOutcome.Unknown, FormattableString.Invariant($", {rejudged.Otherwise} otherwise by another engine")),
            { Absent: > 0, Same: 0 } => (AuditOutcome.Unknown, ": the pack holds nothing of what they were judged with (`gates pack --results`)"),
            { Absent: > 0 } => (AuditOutcome.Holds, FormattableString.Invariant($", {rejudged.Absent} without what they were judged with")),
            _ => (AuditOutcome.Holds, ""),
        };
        return new AuditCheck(Name, outcome, words + more);
    }
}
