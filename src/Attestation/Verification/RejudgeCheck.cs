using Gates.Attestation.Rejudging;
using Gates.Attestation.Statements;
using Gates.Policies;

namespace Gates.Attestation.Verification;

/// <summary>Judges each signed result again, where what it was judged with is there.</summary>
internal sealed class RejudgeCheck(IPolicyJudge judge)
{
    /// <returns>How many results were judged again, and how that ended.</returns>
    public async Task<Rejudgements> VerifyAsync(VerificationRun verification, CancellationToken cancellationToken)
    {
        var rejudgement = new Rejudger(judge);
        var (same, otherwise, absent) = (0, 0, 0);
        var results = verification.Statements.Where(one => one.Value.Statement.PredicateType == StatementKinds.TestResult).OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        foreach (var (path, (statement, _)) in results)
        {
            try
            {
                if (Inputs(verification, statement, path) is not { } inputs)
                {
                    absent++;
                    continue;
                }

                var rejudged = await rejudgement.RunAsync(statement, path, inputs, cancellationToken);
                same += rejudged.State == RejudgedState.Same ? 1 : 0;
                otherwise += rejudged.State == RejudgedState.DiffersByEngine ? 1 : 0;
                foreach (var reason in rejudged.State == RejudgedState.DiffersByEngine ? rejudged.Reasons : [])
                {
                    verification.Notes.Enqueue($"{path}: {reason}");
                }

                foreach (var reason in rejudged.State == RejudgedState.Differs ? rejudged.Reasons : [])
                {
                    verification.Add(VerificationFault.JudgedDifferently, $"{path}: {reason}");
                }
            }
            catch (EvidenceFormatException e)
            {
                verification.Add(VerificationFault.Malformed, e.Message);
            }
        }

        if (results.Count > 0)
        {
            verification.Notes.Enqueue(FormattableString.Invariant($"judged again: {same} the same{(otherwise > 0 ? FormattableString.Invariant($", {otherwise} otherwise by another engine") : "")}{(absent > 0 ? FormattableString.Invariant($", {absent} without their evidence here") : "")}"));
        }

        return new Rejudgements(results.Count, same, otherwise, absent);
    }

    private static RecordedInputs? Inputs(VerificationRun verification, Statement statement, string path)
    {
        var files = StatementKinds.Materials(statement, path).Where(material => material.File is not null).ToDictionary(material => material.Name, material => verification.Files.Read(material.File!), StringComparer.Ordinal);
        return files.GetValueOrDefault(ConfigurationName.Policy) is { } policy && files.GetValueOrDefault(ConfigurationName.Settings) is { } settings
            ? new RecordedInputs(policy, settings, files.GetValueOrDefault(ConfigurationName.Evidence) is { } evidence ? evidence : (ReadOnlyMemory<byte>?)null)
            : null;
    }
}

/// <summary>What became of judging some results again; those that are in no other number differ, or had nothing to judge.</summary>
/// <param name="Results">All of them.</param>
/// <param name="Same">Judged the same.</param>
/// <param name="Otherwise">Judged by another engine then, and otherwise by this one.</param>
/// <param name="Absent">Without what they were judged with.</param>
internal sealed record Rejudgements(int Results, int Same, int Otherwise, int Absent);
