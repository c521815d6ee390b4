using System.Globalization;
using System.Text.Json;
using Gates.BuiltIn.PerfBudget;
using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.Foundation.Statistics;
using Gates.Formats.LoadResults;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Configuration.Policies;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Benchmarks;

/// <summary>
/// How often perf-budget raises a false alarm and how often it finds a real slow-down, beside the naive rule. Targets: 0 and 95 % on the labelled pairs.
/// </summary>
internal static class NoiseBenchmarks
{
    private const int Repetitions = 100;
    private const double Limit = 1.10;

    private static readonly MetricName Metric = MetricName.Parse("http_req_duration");
    private static readonly PolicyScript Policy = PolicyScript.Load(ShippedPolicies.Default(GateIds.BuiltIn("perf-budget")!));

    public static int Run(string? folder)
    {
        Console.WriteLine("| data | change | naive, 1 + 1 runs | naive, 3 + 3 runs | failed | inconclusive | passed |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        if (folder is not null)
        {
            Pairs(folder);
        }

        foreach (var samples in new[] { 480, 2_000 })
        {
            foreach (var noise in new Func<Xoshiro256StarStar, double>[] { LogNormalNoise, Bimodal, Drifting, Outliers })
            {
                foreach (var change in new[] { 1, 1.10, 1.25 })
                {
                    Simulate(noise, samples, change);
                }
            }
        }

        return 0;
    }

    /// <summary>Every way to choose 3 of the 6 runs without a change, against the other 3 and against those with one.</summary>
    private static void Pairs(string folder)
    {
        double[][] Load(string label) => [.. Directory.EnumerateFiles(folder, $"{label}-*.durations.csv").Order(StringComparer.Ordinal)
            .Select(file => File.ReadLines(file).Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)).Order().ToArray())];
        double[][] same = [.. Load("base"), .. Load("same")];
        var choices = Enumerable.Range(0, 64).Where(bits => int.PopCount(bits) == 3)
            .Select(bits => (In: same.Where((_, i) => (bits >> i & 1) == 1).ToArray(), Out: same.Where((_, i) => (bits >> i & 1) == 0).ToArray())).ToList();
        Report("labelled pairs of k6 runs", "none", [.. choices.Select(choice => (choice.In, choice.Out))]);
        Report("labelled pairs of k6 runs", "+10 %", [.. choices.Select(choice => (choice.In, Load("slow10")))]);
        Report("labelled pairs of k6 runs", "+25 %", [.. choices.Select(choice => (choice.In, Load("slow25")))]);
    }

    private static void Simulate(Func<Xoshiro256StarStar, double> noise, int samples, double change)
    {
        var random = new Xoshiro256StarStar(42);
        var pairs = new List<(double[][] Before, double[][] After)>();
        for (var i = 0; i < Repetitions; i++)
        {
            // Interleaved, as two versions should be run: before, after, before, after …
            var sides = (Before: new double[3][], After: new double[3][]);
            var drift = 1.0;
            for (var run = 0; run < 3; run++)
            {
                sides.Before[run] = Sample(1);
                sides.After[run] = Sample(change);
            }

            pairs.Add(sides);

            double[] Sample(double factor)
            {
                drift *= noise == Drifting ? 1.01 * LogNormal.Sample(random, 0, 0.04) : 1;
                var level = 40 * factor * drift;
                return [.. Enumerable.Range(0, samples).Select(_ => level * noise(random)).Order()];
            }
        }

        Report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{noise.Method.Name.Replace("Noise", "", StringComparison.Ordinal).ToLowerInvariant()}, 3 x {samples}"),
            change == 1 ? "none" : string.Create(CultureInfo.InvariantCulture, $"+{(change - 1) * 100:0} %"),
            pairs);
    }

    private static void Report(string data, string change, List<(double[][] Before, double[][] After)> pairs)
    {
        var single = pairs.Count(pair => P95([pair.After[0]]) > Limit * P95([pair.Before[0]]));
        var pooled = pairs.Count(pair => P95(pair.After) > Limit * P95(pair.Before));
        var verdicts = pairs.Select(pair => Judge(pair.Before, pair.After)).ToList();
        string Share(int count) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / pairs.Count:0.#} %");
        Console.WriteLine($"| {data} | {change} | {Share(single)} | {Share(pooled)} | {Share(verdicts.Count(v => v == "over-budget"))} | {Share(verdicts.Count(v => v == "inconclusive"))} | {Share(verdicts.Count(v => v is null))} |");
    }

    /// <summary>The rule that the gate's own policy reports, or <see langword="null"/>.</summary>
    private static string? Judge(double[][] before, double[][] after)
    {
        var facts = new PerfFacts
        {
            Current = [new RunFact("now", "", true, null, null, null, null, null, [])],
            Baseline = [],
            Thresholds = [],
            Undisclosed = [],
            Budgets = new BudgetComparer(5).Compare(Runs(before), Runs(after), [new Budget(Metric, BudgetExpression.Parse("p95: +10%"))]),
            Refusals = [],
            MissingBaseline = [],
        };
        using var settings = JsonDocument.Parse("""{"inconclusive":"warn","strict":false,"suspicious-improvement":100}""");
        return Policy.Judge(
            new Evidence(PerfBudgetGate.EvidenceKind, JsonSerializer.SerializeToElement(facts, PerfFactsJson.Default.PerfFacts)),
            settings.RootElement,
            new PolicyLimits())
            .Findings.Select(finding => finding.Rule).FirstOrDefault();
    }

    private static List<LoadRun> Runs(double[][] samples) =>
    [
        .. samples.Select((run, i) => new LoadRun(FormattableString.Invariant($"{i}"), "")
        {
            HasSamples = true,
            Metrics = new Dictionary<MetricName, LoadMetric>
            {
                [Metric] = new LoadMetric(Metric, MetricKind.Trend) { Samples = run, Count = run.Length, IsTime = true }
            },
        }),
    ];

    private static double P95(double[][] runs) => Percentile.Of([.. runs.SelectMany(run => run).Order()], 0.95);

    private static double LogNormalNoise(Xoshiro256StarStar random) => LogNormal.Sample(random, 0, 0.6);

    private static double Bimodal(Xoshiro256StarStar random) => LogNormal.Sample(random, random.NextDouble() < 0.1 ? 1.4 : 0, 0.3);

    private static double Drifting(Xoshiro256StarStar random) => LogNormal.Sample(random, 0, 0.6);

    private static double Outliers(Xoshiro256StarStar random) => LogNormal.Sample(random, 0, 0.4) * (random.NextDouble() < 0.02 ? 10 : 1);
}
