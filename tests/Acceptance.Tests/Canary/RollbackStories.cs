using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>The step "Roll back" of <c>canary-watch.yml</c>, as it stands there, on a real Kubernetes.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class RollbackStories : IClassFixture<PrometheusServer>, IDisposable
{
    private static readonly WorkflowStep Step = WorkflowStep.Read("canary-watch.yml", "watch", "Roll back");

    private readonly CanaryGate gate;
    private readonly TempFolder job = new();

    public RollbackStories(PrometheusServer server)
    {
        gate = new CanaryGate(server);

        // Notes who could have read the credentials while they were there.
        Program("kubectl", "stat --format %a \"$KUBECONFIG\" >> ../modes.txt");
    }

    public void Dispose()
    {
        gate.Dispose();
        job.Dispose();
    }

    [Fact]
    public async Task ABreachOnPrometheus_IsUndoneOnKubernetes_WithinMinutes()
    {
        Assert.SkipWhen(KubernetesCluster.Missing is not null, KubernetesCluster.Missing ?? "");
        using var service = new WatchedService();
        await service.DeployAsync("good", 200);
        await service.DeployAsync("bad", 500);

        var canary = gate.Run("six-minutes");
        var undone = RollBack(service.Name, service.Health, KubernetesCluster.Credentials);

        Step.Condition.ShouldBe($"${{{{ always() && steps.canary.outputs.decision == '{canary.Decision}' }}}}");
        undone.ExitCode.ShouldBe(0, undone.ToString());
        service.Version.ShouldBe("good");
        using var client = new HttpClient();
        (await service.AnswerAsync(client, TestContext.Current.CancellationToken)).ShouldBe((200, "good"));
        var summary = Summary().Match(job.Read("summary.md"));
        summary.Success.ShouldBeTrue(job.Read("summary.md"));
        summary.Groups["outcome"].Value.ShouldBe($"Roll back of {service.Name}: the old version is back and {service.Health} answers");
        int.Parse(summary.Groups["seconds"].Value, CultureInfo.InvariantCulture).ShouldBeLessThan(300);
        CredentialsWereKept(times: 2);
        undone.ToString().ShouldNotContain("token");
    }

    [Fact]
    public async Task AnOldVersionThatDoesNotAnswer_FailsTheStep()
    {
        Assert.SkipWhen(KubernetesCluster.Missing is not null, KubernetesCluster.Missing ?? "");
        Program("timeout", "shift; set -- 5 \"$@\"");
        using var service = new WatchedService();
        await service.DeployAsync("bad", 500);
        await service.DeployAsync("worse", 503);

        var undone = RollBack(service.Name, service.Health, KubernetesCluster.Credentials);

        undone.ExitCode.ShouldNotBe(0);
        service.Version.ShouldBe("bad");
        job.Read("summary.md").ShouldStartWith($"Roll back of {service.Name}: the old version is up, but {service.Health} does not answer, ");
        CredentialsWereKept(times: 2);
    }

    [Fact]
    public void AClusterThatCannotBeReached_FailsTheStep_AndIsRecorded()
    {
        Assert.SkipWhen(KubernetesCluster.MissingClient is not null, KubernetesCluster.MissingClient ?? "");
        const string Nowhere = """
            { "clusters": [{ "name": "c", "cluster": { "server": "https://127.0.0.1:1" } }], "users": [], "contexts": [{ "name": "c", "context": { "cluster": "c" } }], "current-context": "c" }
            """;

        var undone = RollBack("checkout", "http://127.0.0.1:1", Nowhere);

        undone.ExitCode.ShouldNotBe(0);
        job.Read("summary.md").ShouldStartWith("Roll back of checkout: it could not be undone, ");
        CredentialsWereKept(times: 1);
    }

    [Fact]
    public void ItsWaits_AddUpToLessThanItsLimit()
    {
        var waits = Waits().Matches(Step.Script).Sum(match => int.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture));

        Step.Limit.ShouldBe(TimeSpan.FromMinutes(5));
        TimeSpan.FromSeconds(waits).ShouldBeInRange(TimeSpan.FromMinutes(1), Step.Limit);
        Step.Script
            .Split('\n')
            .Where(line => line.Contains("kubectl", StringComparison.Ordinal) || line.Contains("curl", StringComparison.Ordinal))
            .ShouldAllBe(line => line.StartsWith("timeout ", StringComparison.Ordinal));
    }

    private ProgramOutput RollBack(string deployment, string health, string credentials) => Step.Run(job, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["inputs.deployment"] = deployment,
        ["secrets.KUBECONFIG"] = credentials,
        ["vars.HEALTH_URL"] = health,
    });

    /// <summary>Nobody else could read them, and they are gone.</summary>
    private void CredentialsWereKept(int times)
    {
        job.Read("modes.txt").ShouldBe(string.Concat(Enumerable.Repeat("600\n", times)));
        Directory.GetFileSystemEntries(Path.Combine(job.Path, "temp")).ShouldBeEmpty();
    }

    /// <summary>A program that does something of its own before it goes on as the machine's.</summary>
    private void Program(string name, string before)
    {
        job.WriteProgram(
            $"bin/{name}",
            $"#!/bin/sh\ncd \"$(dirname \"$0\")\" || exit\n{before}\nexec \"$(PATH=${{PATH#*:}} && command -v {name})\" \"$@\"\n");
    }

    [GeneratedRegex(@"^(?<outcome>.+), (?<seconds>\d+) s after the decision, at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\.\n$")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^timeout (?<seconds>\d+) ", RegexOptions.Multiline)]
    private static partial Regex Waits();
}
