using System.CommandLine;
using Gates.Attestation.Auditing;
using Gates.Attestation.Branch;
using Gates.Attestation.Keys;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.Jobs;

namespace Gates.Runner.Commands.Audit;

/// <summary><c>gates audit</c>.</summary>
internal static class AuditCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "All that was looked at holds.",
        Fails = "Something does not hold, or a release has no evidence.",
        CouldNotEvaluate = "Something that should have been looked at could not be.",
        Variables = [Variable.EvidenceKey, Variable.LogKey, Variable.Token, Variable.Job],
        Examples =
        [
            new("gates audit --quarter 2026Q4 --packs dist", "Look at a tenth of a quarter's releases, offline."),
            new("gates audit --quarter 2026Q4 --issue", "In a job: the same with the packs of the releases, and show it as an issue."),
        ],
    };

    public static Command Create()
    {
        var (options, log) = (new AuditOptions(), new ReleaseLogOptions());
        var command = new Verb("audit", "Sample a quarter's releases, verify and judge them again, and write a signed report.", Help);
        options.AddTo(command);
        log.AddTo(command);
        command.SetAction((parsed, token) =>
        {
            var request = options.Read(parsed);
            return RunAsync(request, log.Request(parsed, request.Workspace, request.Remote, request.Trust), token);
        });
        return command;
    }

    private static async Task<int> RunAsync(AuditRequest request, EvidenceRequest? log, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        using var handler = request.Issue ? Transport.Handler() : null;
        using var gitHub = handler is null ? null : new GitHubClient(GitHubEndpoint.Read(Environment.GetEnvironmentVariable), handler, TimeProvider.System);
        using var key = PrivateKeySource.Read(KeyUse.Evidence, request.Key, Environment.GetEnvironmentVariable);
        using var releaseLog = key is null ? null : ReleaseLog.Open(log, Environment.GetEnvironmentVariable, cancellationToken);
        using var repository = await AuditedRepository.OpenAsync(request.Workspace, request.Remote, request.Trust, job, TimeProvider.System, cancellationToken);
        var session = new AuditSession(repository, gitHub, TimeProvider.System, Console.Out);
        return (int)await session.RunAsync(
            request,
            key,
            releaseLog is null ? null : (name, bundle) => releaseLog.AppendAsync(name, bundle, key!.KeyId),
            cancellationToken);
    }
}
