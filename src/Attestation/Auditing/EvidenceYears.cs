using Gates.Attestation.Branch;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Auditing;

/// <summary>The evidence branches of a repository, each verified when it is asked for first.</summary>
/// <param name="repository">Where the branches are.</param>
/// <param name="trust">Whom to believe.</param>
/// <param name="logName">What the names of the logs must begin with; <see langword="null"/> where nothing trusted says it.</param>
/// <param name="time">For what no log knows the time of.</param>
internal sealed class EvidenceYears(EvidenceRepository repository, TrustedKeys trust, string? logName, TimeProvider time)
{
    private readonly Dictionary<int, EvidenceYear?> known = [];

    /// <summary>The branches of some years that are there, the oldest first.</summary>
    /// <exception cref="EvaluationException">One cannot be read.</exception>
    public async Task<IReadOnlyList<EvidenceYear>> OpenAsync(int first, int last, CancellationToken cancellationToken)
    {
        var opened = new List<EvidenceYear>();
        for (var year = first; year <= last; year++)
        {
            if (await OpenAsync(year, cancellationToken) is { } one)
            {
                opened.Add(one);
            }
        }

        return opened;
    }

    /// <returns><see langword="null"/> when there is no such branch.</returns>
    public async Task<EvidenceYear?> OpenAsync(int year, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(year, out var one))
        {
            var branch = LogIdentity.Branch(year);
            var tip = await repository.TipAsync(branch, cancellationToken);
            if (tip is null && await repository.SeenAsync(branch, cancellationToken) is not null)
            {
                throw new EvaluationException($"{branch}: gone from the remote, and this clone has seen it: the log of that year was taken away");
            }

            known[year] = one = tip is null ? null : await VerifyAsync(year, tip, cancellationToken);
        }

        return one;
    }

    private async Task<EvidenceYear> VerifyAsync(int year, string tip, CancellationToken cancellationToken)
    {
        var files = await CommitEvidence.OpenAsync(repository, tip, cancellationToken);
        var before = await SeenAsync(year, tip, cancellationToken);
        LogReader? log = null;
        IReadOnlyList<(Statement, VerifiedFile)> statements = [];
        var report = await new EvidenceVerifier(trust, time).VerifyAsync(files, [], run =>
        {
            run.Try(() =>
            {
                var opened = new BranchLog(repository, tip, year).Open(trust);
                if (before is not null)
                {
                    opened.DemandContinues(before, "this clone");
                }

                log = opened;
            });
            statements = [.. run.Statements.Values];
            return Task.CompletedTask;
        }, new EvidenceBranchName(year, logName));
        return EvidenceYear.From(year, files, report, log, statements);
    }

    /// <summary>What this clone has seen of the log before, if anything.</summary>
    private async Task<Checkpoint?> SeenAsync(int year, string tip, CancellationToken cancellationToken)
    {
        if (await repository.SeenAsync(LogIdentity.Branch(year), cancellationToken) is not { } seen || seen == tip)
        {
            return null;
        }

        try
        {
            return new BranchLog(repository, seen, year).Open(trust).Checkpoint;
        }
        catch (LogException)
        {
            // A key of before does not count any more: there is nothing to compare with.
            return null;
        }
    }
}
