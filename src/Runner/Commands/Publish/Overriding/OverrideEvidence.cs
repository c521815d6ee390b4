using System.Security.Cryptography;
using Gates.Attestation.Branch;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Gates.BuiltIn;
using Gates.Doors.Files;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Publish.Overriding;

/// <summary>Puts into the log, after a push, which of what was merged got in by a break-glass.</summary>
/// <param name="job">The job that holds the keys.</param>
/// <param name="variables">Reads an environment variable.</param>
/// <param name="time">Now.</param>
internal sealed class OverrideEvidence(JobEnvironment job, Func<string, string?> variables, TimeProvider time)
{
    private const string Type = "override";
    private const string Folder = ".gates/overrides";

    /// <value>What opens the records' commitments, within the workspace.</value>
    public const string DisclosuresName = $"{Folder}/disclosures.json";

    private const string Command = "gates publish --evidence-only";

    /// <param name="request">Where the log is.</param>
    /// <param name="config">What <c>--config</c> names.</param>
    /// <param name="check">The check's name.</param>
    /// <param name="session">Appends.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvaluationException">Something got in overridden, and it cannot be recorded.</exception>
    public async Task<ExitCode> AddAsync(EvidenceRequest request, string? config, string check, EvidenceSession session, CancellationToken cancellationToken)
    {
        if (!JobVariables.IsJob(variables) || job is not { EventName: "push", Event.Sha: { } sha, Payload: { } payload, Token: not null })
        {
            return ExitCode.Holds;
        }

        using var handler = Transport.Handler();
        using var gitHub = new GitHubClient(GitHubEndpoint.Read(variables), handler, time);
        var review = new BreakGlassReview(gitHub, time);
        if (await review.SettingsAsync(sha, config, cancellationToken) is null)
        {
            return ExitCode.Holds;
        }

        var commitments = new Commitments(RandomNumberGenerator.GetBytes);
        var records = await new OverrideRecords(gitHub, review, commitments).FindAsync(PushedCommits.Of(payload, sha), check, cancellationToken);
        if (records.Count == 0)
        {
            return ExitCode.Holds;
        }

        var named = Prose.Join([.. records.Select(record => FormattableString.Invariant($"#{record.Number}"))]);
        using var key = PrivateKeySource.Read(KeyUse.Evidence, null, variables)
            ?? throw new EvaluationException($"{named} got in overridden, and without an evidence key that cannot be recorded: "
                + $"set {PrivateKeySource.Variable(KeyUse.Evidence)} in this step");
        Keep(request.Workspace, records, commitments);
        return await session.AddAsync(
            request with { Results = new DirectoryInfo(Path.Combine(request.Workspace.FullName, Folder)) },
            keys =>
            {
                keys.RefuseAsEvidence(key, time.GetUtcNow());
                var reader = new ThirdPartyFile(GateCatalog.FileSecrets(time, cancellationToken), key, time.GetUtcNow());
                var files = records.Select(record => new FileInfo(Path.Combine(request.Workspace.FullName, NameOf(record))));
                return [.. files.SelectMany(file => reader.Read(file, Type, sha, digestOnly: false))];
            },
            cancellationToken);
    }

    private static void Keep(DirectoryInfo workspace, IReadOnlyList<OverrideRecord> records, Commitments commitments)
    {
        foreach (var record in records)
        {
            new WholeFile(workspace, NameOf(record), Command).Write(record.Bytes);
        }

        new WholeFile(workspace, DisclosuresName, Command).Write(commitments.ToBytes(), isPrivate: true);
    }

    private static string NameOf(OverrideRecord record) => FormattableString.Invariant($"{Folder}/pull-{record.Number}.json");
}
