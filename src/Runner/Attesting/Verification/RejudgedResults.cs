using Gates.Runner.Attesting.Rejudging;
using Gates.Runner.Attesting.Statements;

namespace Gates.Runner.Attesting.Verification;

/// <summary>Judges each signed result again, where what it was judged with is there.</summary>
internal sealed class RejudgedResults(IPolicyJudge judge)
{
    public async Task VerifyAsync(VerificationRun verification, CancellationToken cancellationToken)
    {
        var rejudgement = new Rejudgement(judge);
        var (same, absent) = (0, 0);
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
            verification.Notes.Enqueue(FormattableString.Invariant($"judged again: {same} the same{(absent > 0 ? FormattableString.Invariant($", {absent} without their evidence here") : "")}"));
        }
    }

    private static RecordedInputs? Inputs(VerificationRun verification, Statement statement, string path)
    {
        var files = StatementKinds.Materials(statement, path).Where(material => material.File is not null).ToDictionary(material => material.Name, material => verification.Files.Read(material.File!), StringComparer.Ordinal);
        return files.GetValueOrDefault(ConfigurationName.Policy) is { } policy && files.GetValueOrDefault(ConfigurationName.Settings) is { } settings
            ? new RecordedInputs(policy, settings, files.GetValueOrDefault(ConfigurationName.Evidence) is { } evidence ? evidence : (ReadOnlyMemory<byte>?)null)
            : null;
    }
}
