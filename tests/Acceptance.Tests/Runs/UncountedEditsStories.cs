using System.Net;
using System.Net.Sockets;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A pull request's own configuration is judged to be shown, and must not use what the job has.</summary>
public sealed class UncountedEditsStories : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public UncountedEditsStories() => listener.Start();

    [Theory]
    [InlineData(true, "token-env: GITHUB_TOKEN", "window: { start: \"2026-01-05T12:00:00Z\", end: \"2026-01-05T13:00:00Z\" }")]
    [InlineData(false, "token-env: GITHUB_TOKEN", "window: { start: \"2026-01-05T12:00:00Z\", end: \"2026-01-05T13:00:00Z\" }")]
    [InlineData(true, "user-env: HOME, password-env: GITHUB_TOKEN", "breach: 5m")]
    public void ServerThatOnlyTheChangeNames_IsNotAsked(bool baseHasConfiguration, string credentials, string watch)
    {
        repository.Write("a.txt", "x\n");
        if (baseHasConfiguration)
        {
            repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: {} }\n");
        }

        var sha = repository.Commit();
        repository.Write(".github/gates.yml", $$"""
            version: 1
            gates:
              dlp-scan: {}
              canary-slo:
                with:
                  prometheus: { url: "http://{{listener.LocalEndpoint}}", {{credentials}} }
                  {{watch}}
                  objectives: [{ name: rate, query: "vector(1)", max: 2 }]
            """).Commit();

        var run = GatesProcess.Run(repository.Path, ["run", "--no-sign"], JobVariables.PullRequest(job, sha, ("GITHUB_TOKEN", "job-token")));

        listener.Pending().ShouldBeFalse(run.ToString());
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("it would ask a server, which is not done for edits that do not count yet");
    }

    public void Dispose()
    {
        listener.Dispose();
        repository.Dispose();
        job.Dispose();
    }
}
