using System.Text.Json;
using Gates.BuiltIn.PerfBudget;
using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.LoadResults;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Configuration.Policies;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.PerfBudget;

/// <summary>
/// How often the gate is right on 300 pairs of runs whose truth is known: 480 log-normal samples a run (sigma 0.6), and runs that differ by 3 % from each
/// other. The margins are wide, so that a change for the worse is seen and chance is not; docs/benchmarks.md has the rates.
/// </summary>
public sealed class VerdictRatesTests
{
    private const int Pairs = 300;
    private const int Samples = 480;
    private const double Sigma = 0.6;
    private const double RunNoise = 0.03;

    private static readonly MetricName Metric = MetricName.Parse("http_req_duration");
    private static readonly PolicyScript Policy = PolicyScript.Load(ShippedPolicies.Default(GateIds.BuiltIn("perf-budget")!));

    [Fact]
    public void ThreeRunsASide_OfTheSameService_AreRarelyYellowAndHardlyEverRed()
    {
        var (first, rerun) = Judge(1, runs: 3);

        first.Count(verdict => verdict == "over-budget").ShouldBeLessThanOrEqualTo(Pairs * 2 / 100);
        first.Count(verdict => verdict == "inconclusive").ShouldBeLessThanOrEqualTo(Pairs * 35 / 100);
        rerun.Count(verdict => verdict == "over-budget").ShouldBeLessThanOrEqualTo(Pairs * 2 / 100);
        rerun.Count(verdict => verdict == "inconclusive").ShouldBeLessThanOrEqualTo(Pairs * 15 / 100);
    }

    [Fact]
    public void ThreeRunsASide_OfASlowerService_AreRed()
    {
        var (first, rerun) = Judge(1.25, runs: 3);

        first.Count(verdict => verdict == "over-budget").ShouldBeGreaterThanOrEqualTo(Pairs * 85 / 100);
        rerun.Count(verdict => verdict == "over-budget").ShouldBeGreaterThanOrEqualTo(Pairs * 95 / 100);
    }

    [Fact]
    public void OneRunASide_FailsOnlyWhatHasDoubled()
    {
        Judge(1, runs: 1).First.ShouldNotContain("over-budget");
        Judge(1.25, runs: 1).First.ShouldNotContain("over-budget");
        Judge(3, runs: 1).First.Count(verdict => verdict == "over-budget").ShouldBeGreaterThan(Pairs * 95 / 100);
    }

    /// <summary>The rule that the gate's own policy reports for every pair, at first and after as many runs again where the first could not tell.</summary>
    private static (List<string?> First, List<string?> Rerun) Judge(double change, int runs)
    {
        var random = new Xoshiro256StarStar(20);
        var (first, rerun) = (new List<string?>(), new List<string?>());
        for (var i = 0; i < Pairs; i++)
        {
            List<double[]> before = [.. Runs(runs, 1)];
            List<double[]> after = [.. Runs(runs, change)];
            first.Add(Rule(before, after));
            if (first[^1] == "inconclusive" && runs > 1)
            {
                before.AddRange(Runs(runs, 1));
                after.AddRange(Runs(runs, change));
            }

            rerun.Add(Rule(before, after));
        }

        return (first, rerun);

        IEnumerable<double[]> Runs(int count, double factor) => Enumerable.Range(0, count).Select(_ => Run(random, factor)).ToList();
    }

    private static double[] Run(Random random, double factor)
    {
        var level = 100 * factor * LogNormal.Sample(random, 0, RunNoise);
        return [.. Enumerable.Range(0, Samples).Select(_ => level * LogNormal.Sample(random, 0, Sigma)).Order()];
    }

    private static string? Rule(List<double[]> before, List<double[]> after)
    {
        var facts = new PerfFacts
        {
            Current = [new RunFact("now", "", true, null, null, null, null, null, [])],
            Baseline = [],
            Thresholds = [],
            Undisclosed = [],
            Budgets = new BudgetComparer(0).Compare(ToRuns(before), ToRuns(after), [new Budget(Metric, BudgetExpression.Parse("p95: +10%"))]),
            Refusals = [],
            MissingBaseline = [],
        };
        using var settings = JsonDocument.Parse("""{"inconclusive":"warn","strict":false,"suspicious-improvement":100}""");
        var evidence = new Evidence(PerfBudgetGate.EvidenceKind, JsonSerializer.SerializeToElement(facts, PerfFactsJson.Default.PerfFacts));
        return Policy.Judge(evidence, settings.RootElement, new PolicyLimits()).Findings.Select(finding => finding.Rule).FirstOrDefault();
    }

    private static List<LoadRun> ToRuns(List<double[]> samples) =>
    [
        .. samples.Select((run, i) => new LoadRun(FormattableString.Invariant($"{i}"), "")
        {
            HasSamples = true,
            Metrics = new Dictionary<MetricName, LoadMetric>
            {
                [Metric] = new LoadMetric(Metric, MetricKind.Trend) { Samples = run, Count = run.Length, IsTime = true },
            },
        }),
    ];
}
