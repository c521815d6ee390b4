using System.Globalization;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Performance;

/// <summary>A service that became slower is stopped, and the same service on a noisy machine is not.</summary>
public sealed class PerformanceStories : IDisposable
{
    private readonly TempRepository repository = new TempRepository()
        .Write(".gitignore", "/k6/\n")
        .Write(".github/gates.yml", """
            version: 1
            gates:
              perf-budget: { with: { current: ["k6/current-*.json.gz"], baseline: ["k6/baseline-*.json.gz"] } }
            """);

    [Fact]
    public void Service_ThatBecameSlower_IsStopped()
    {
        Made("baseline", 1, 1, 1);
        Made("current", 1.25, 1.25, 1.25);

        var run = Run();

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldMatch(@"p\(95\) of http_req_duration is \d+ ms, 2\d % above the baseline's \d+ ms \(95 % CI \+\d+ % to \+\d+ %\); the budget allows \+10 %");
    }

    /// <summary>Each run had a machine of another speed: now 14 % slower on the whole, by chance.</summary>
    [Fact]
    public void SameService_OnANoisyMachine_IsNotStopped()
    {
        Made("baseline", 1, 1.3, 0.8);
        Made("current", 1.35, 0.9, 1.2);

        var run = Run();

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldMatch(@"Inconclusive: p\(95\) of http_req_duration is \d+ ms, 1\d % above the baseline's .* That can be chance\.");
    }

    [Fact]
    public void Summary_OfAPass_HasTheTableAndWhatWasSpokenAgainst()
    {
        Made("baseline", 1, 1, 1);
        Made("current", 0.97, 0.98, 0.96);

        var run = Run();

        run.ExitCode.ShouldBe(0, run.ToString());
        var summary = File.ReadAllText(Path.Combine(repository.Path, ".gates/out/summary.md"));
        summary.ShouldContain("| metric | baseline | now | change | 95 % interval | verdict |");
        summary.ShouldMatch(@"p\(95\) of http_req_duration.* \| \d+ ms \| \d+ ms \| −[\d.]+ % \| −[\d.]+ % to \+[\d.]+ % \| holds \|");
        File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")).ShouldContain("http_req_duration: no sign of a regression");
    }

    /// <summary>A service of 4 ms that became one of 8 ms is beyond a budget that somebody wrote; under the default one it is said.</summary>
    [Theory]
    [InlineData("", 0, "below the floor of")]
    [InlineData(", budgets: { http_req_duration: { p95: +10% } }", 1, "the budget allows +10 %. From the summaries of 3 + 3 runs.")]
    public void FastService_ThatNearlyDoubled_BreaksABudgetThatSomebodyWrote(string budgets, int expected, string said)
    {
        repository.Write(".github/gates.yml", $$"""
            version: 1
            gates:
              perf-budget: { with: { current: ["k6/current-*.json"], baseline: ["k6/baseline-*.json"]{{budgets}} } }
            """);
        foreach (var (side, p95) in new[] { ("baseline", 4.0), ("current", 7.9) })
        {
            for (var i = 0; i < 3; i++)
            {
                var duration = FormattableString.Invariant($$"""{"avg":3,"p(95)":{{p95 + (i * 0.01)}} }""");
                repository.Write(
                    FormattableString.Invariant($"k6/{side}-{i}.json"),
                    $$$"""{"metrics":{"http_req_duration":{{{duration}}},"iterations":{"count":481,"rate":60} } }""");
            }
        }

        var run = Run();

        run.ExitCode.ShouldBe(expected, run.ToString());
        run.Output.ShouldContain(said);
    }

    [Theory]
    [InlineData("slow25", 1, "FAILED  perf-budget: Performance budget (3 files; 1 error)")]
    [InlineData("same", 0, "PASSED  perf-budget: Performance budget (3 files; 1 check held")]
    public void RealRuns_OfAServiceWhoseSpeedIsKnown_AreJudgedRight(string now, int expected, string said)
    {
        Real("baseline", "base");
        Real("current", now);

        var run = Run();

        run.ExitCode.ShouldBe(expected, run.ToString());
        run.Output.ShouldContain(said);
    }

    public void Dispose() => repository.Dispose();

    private void Made(string side, params double[] factors)
    {
        foreach (var (i, factor) in factors.Index())
        {
            LoadTest.Write(PathOf(side, i), LoadTest.Durations((side == "current" ? 10u : 20u) + (uint)i, factor));
        }
    }

    private void Real(string side, string name)
    {
        var folder = Repository.Shared("data/k6/pairs");
        Assert.SkipWhen(folder is null, "needs real k6 output in a folder shared/data/k6/pairs above the repository");
        for (var i = 0; i < 3; i++)
        {
            var lines = File.ReadLines(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{i + 1}.durations.csv"))).Skip(1);
            LoadTest.Write(PathOf(side, i), lines.Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)));
        }
    }

    private string PathOf(string side, int index) =>
        Path.Combine(repository.Path, string.Create(CultureInfo.InvariantCulture, $"k6/{side}-{index + 1}.json.gz"));

    private GatesOutput Run()
    {
        repository.Commit();
        return GatesProcess.Run(repository.Path, ["run"]);
    }
}
