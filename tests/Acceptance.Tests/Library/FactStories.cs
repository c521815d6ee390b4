using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Tests.Canary;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Library;

/// <summary>Policies of the library over facts from outside: a real Prometheus, and tags that a real gpg signed.</summary>
public sealed class FactStories : IClassFixture<FactStories.Logs>, IDisposable
{
    private readonly Logs logs;
    private readonly TempRepository repository = new();

    public FactStories(Logs logs) => this.logs = logs;

    public void Dispose() => repository.Dispose();

    [Fact]
    public void WhatPrometheusSays_IsJudgedAndKept_AndJudgedAgainWithoutIt()
    {
        Assert.SkipUnless(PrometheusServer.IsHere, "needs prometheus and promtool (Debian: prometheus)");
        Configure("sum by (service) (log_bytes_per_second)");

        var run = Gates(["run", "--no-sign", "--out", "out"], ("GATES_PROMETHEUS_URL", logs.Address));

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("""error: {"service":"chatty"} logs 3.6 GB an hour, at most 1 may be.""");
        run.Output.ShouldNotContain("quiet\"} logs");
        var facts = JsonNode.Parse(File.ReadAllText(Path.Combine(repository.Path, "out/evidence/log-volume.json")))!["facts"]!["prometheus"]![0]!;
        facts["series"]!.AsArray().Count.ShouldBe(2);

        var again = Gates(["eval", "policies/log-volume", "--evidence", "out/evidence/log-volume.json"]);
        again.Output.ShouldContain("logs 3.6 GB an hour");
    }

    [Theory]
    [InlineData("sum(no_such_metric)", "log-volume: nothing answers. Correct the query, or write `optional: true` where that is right")]
    [InlineData("log_bytes_per_second / 0", "is +Inf at a time, which no limit can be held against")]
    [InlineData("sum(", "parse error")]
    public void WhatIsNoAnswer_IsNotEvaluated(string query, string why)
    {
        Assert.SkipUnless(PrometheusServer.IsHere, "needs prometheus and promtool (Debian: prometheus)");
        Configure(query);

        var run = Gates(["run", "--no-sign"], ("GATES_PROMETHEUS_URL", logs.Address));

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain(why);
    }

    [Fact]
    public void WithoutAServer_ItIsSaidWhatToSet()
    {
        Configure("up");

        var run = Gates(["run", "--no-sign"]);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("there is no Prometheus to ask: set GATES_PROMETHEUS_URL to its address");
    }

    [Fact]
    public void ATagThatGpgSigned_IsTheReleasesOnlyWithAKeyOfTheRepository()
    {
        Assert.SkipUnless(GpgKey.Available, "needs gpg and gpgv (Debian: gnupg, gpgv)");
        using var key = new GpgKey();
        repository
            .Write("CHANGELOG.md", "# Changelog\n\n## [1.0.0] - 2026-12-01\n- First\n")
            .Write(".github/gates.yml", "version: 1\ngates:\n  release-tag-signed: { facts: { git: [tags], files: [CHANGELOG.md] } }\n")
            .Commit();
        repository.Git([.. key.Options, "tag", "-s", "v1.0.0", "-m", "Release v1.0.0: the first"]);

        var stranger = Gates(["run", "--no-sign"]);
        stranger.ExitCode.ShouldBe(1, stranger.ToString());
        stranger.Output.ShouldContain("List the key in .github/allowed_signers.gpg, or sign with one that is there.");

        repository.Write(".github/allowed_signers.gpg", key.PublicKey).Commit();
        repository.Git([.. key.Options, "tag", "-f", "-s", "v1.0.0", "-m", "Release v1.0.0: the first"]);
        var known = Gates(["run", "--no-sign"]);
        known.ExitCode.ShouldBe(0, known.ToString());
        (known.ToString() + stranger).ShouldNotContain("person@example.invalid");
    }

    private void Configure(string query) => repository
        .Write("policies/log-volume/policy.js", File.ReadAllText(Repository.Combine("policies", "log-volume", "policy.js")))
        .Write("policies/log-volume/policy.json", File.ReadAllText(Repository.Combine("policies", "log-volume", "policy.json")))
        .Write("policies/lib/numbers.js", File.ReadAllText(Repository.Combine("policies", "lib", "numbers.js")))
        .Write("policies/lib/texts.js", File.ReadAllText(Repository.Combine("policies", "lib", "texts.js")))
        .Write(".github/gates.yml", $$"""
            version: 1
            gates:
              log-volume:
                policy: policies/log-volume
                facts: { prometheus: [{ name: log-volume, query: "{{query}}" }] }
            """)
        .Commit();

    private GatesOutput Gates(string[] arguments, params (string Name, string Value)[] variables) =>
        GatesProcess.Run(repository.Path, arguments, variables.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));

    /// <summary>Two services, of which one logs a megabyte a second, as of now.</summary>
    public sealed class Logs : PrometheusServer
    {
        protected override string History
        {
            get
            {
                var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
                var lines = new List<string> { "# TYPE log_bytes_per_second gauge" };
                foreach (var (service, bytes) in new[] { ("chatty", 1_000_000), ("quiet", 1_000) })
                {
                    lines.AddRange(Enumerable.Range(0, 120).Select(i => string.Create(
                        CultureInfo.InvariantCulture, $"log_bytes_per_second{{service=\"{service}\"}} {bytes} {now - 600 + (i * 15)}")));
                }

                return string.Join('\n', lines) + "\n# EOF\n";
            }
        }
    }
}
