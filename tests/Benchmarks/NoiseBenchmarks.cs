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
/// How often perf-budget raises a false alarm and how often it finds a real slow-down, beside the naive rule; at first, and after a rerun where it could
/// not tell. Targets: 1 % and 95 %, and of pairs without a change 35 % inconclusive at first and 15 % after a rerun.
/// </summary>
internal static class NoiseBenchmarks
{
    private const int Repetitions = 300;
    private const double Limit = 1.10;

    private static readonly MetricName Metric = MetricName.Parse("http_req_duration");
    private static readonly PolicyScript Policy = PolicyScript.Load(ShippedPolicies.Default(GateIds.BuiltIn("perf-budget")!));

    public static int Run(string? folder)
    {
        Console.WriteLine("| data | change | naive, 1 + 1 | naive, 3 + 3 | failed | inconclusive | passed | rerun: failed | inconclusive | passed |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        if (folder is not null)
        {
            Pairs(folder);
        }

        foreach (var runNoise in new[] { 0, 0.02, 0.04, 0.06 })
        {
            foreach (var nights in runNoise == 0.04 ? new[] { 0, 6 } : [0])
            {
                Simulate(new Setting(LogNormalNoise, 480, runNoise) { Nights = nights });
            }
        }

        Simulate(new Setting(LogNormalNoise, 480, 0.03) { Runs = 1 });
        foreach (var samples in new[] { 480, 2_000 })
        {
            foreach (var noise in new Func<Xoshiro256StarStar, double>[] { Bimodal, Drifting, Outliers })
            {
                Simulate(new Setting(noise, samples, 0));
            }
        }

        return 0;
    }

    /// <summary>What is simulated.</summary>
    /// <param name="Noise">Of one sample.</param>
    /// <param name="Samples">How many a run.</param>
    /// <param name="RunNoise">How much runs differ, as a standard deviation of the logarithm.</param>
    private sealed record Setting(Func<Xoshiro256StarStar, double> Noise, int Samples, double RunNoise)
    {
        public int Runs { get; init; } = 3;

        /// <value>How many nights with three runs were logged before.</value>
        public int Nights { get; init; }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Noise.Method.Name.Replace("Noise", "", StringComparison.Ordinal).ToLowerInvariant()}, {Runs} x {Samples}{(RunNoise > 0 ? $", runs differ by {RunNoise * 100:0} %" : "")}{(Nights > 0 ? $", {Nights} nights known" : "")}");
    }

    /// <param name="Before">Runs of the baseline.</param>
    /// <param name="After">Runs of now.</param>
    private sealed record Pair(double[][] Before, double[][] After)
    {
        /// <value>As many runs again on both sides.</value>
        public Pair? Rerun { get; init; }

        public IReadOnlyList<EarlierRun> Earlier { get; init; } = [];
    }

    /// <summary>Every way to choose 3 of the 6 runs without a change, against the other 3 and against those with one.</summary>
    private static void Pairs(string folder)
    {
        double[][] Load(string label) => [.. Directory.EnumerateFiles(folder, $"{label}-*.durations.csv").Order(StringComparer.Ordinal)
            .Select(file => File.ReadLines(file).Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)).Order().ToArray())];
        double[][] same = [.. Load("base"), .. Load("same")];
        var choices = Enumerable.Range(0, 64).Where(bits => int.PopCount(bits) == 3)
            .Select(bits => (In: same.Where((_, i) => (bits >> i & 1) == 1).ToArray(), Out: same.Where((_, i) => (bits >> i & 1) == 0).ToArray())).ToList();
        Report("labelled pairs of k6 runs", "none", [.. choices.Select(choice => new Pair(choice.In, choice.Out))]);
        Report("labelled pairs of k6 runs", "+10 %", [.. choices.Select(choice => new Pair(choice.In, Load("slow10")))]);
        Report("labelled pairs of k6 runs", "+25 %", [.. choices.Select(choice => new Pair(choice.In, Load("slow25")))]);
    }

    private static void Simulate(Setting setting)
    {
        foreach (var change in new[] { 1, 1.10, 1.25 })
        {
            var random = new Xoshiro256StarStar(42);
            var pairs = Enumerable.Range(0, Repetitions).Select(_ => Make(setting, change, random)).ToList();
            Report(setting.ToString(), change == 1 ? "none" : string.Create(CultureInfo.InvariantCulture, $"+{(change - 1) * 100:0} %"), pairs);
        }
    }

    /// <summary>Interleaved, as two versions should be run: before, after, before, after …</summary>
    private static Pair Make(Setting setting, double change, Xoshiro256StarStar random)
    {
        var drift = 1.0;
        var first = Sides();
        var rerun = Sides();
        var earlier = Enumerable.Range(0, setting.Nights)
            .SelectMany(night => Runs([Sample(1), Sample(1), Sample(1)])
                .Select(run => new EarlierRun(run, new OriginFact(night.ToString(CultureInfo.InvariantCulture), "2026-11-22T02:30:00Z", 0, "", ""), false)));
        return first with { Rerun = rerun, Earlier = [.. earlier] };

        Pair Sides()
        {
            var pair = new Pair(new double[setting.Runs][], new double[setting.Runs][]);
            for (var run = 0; run < setting.Runs; run++)
            {
                pair.Before[run] = Sample(1);
                pair.After[run] = Sample(change);
            }

            return pair;
        }

        double[] Sample(double factor)
        {
            drift *= setting.Noise == Drifting ? 1.01 * LogNormal.Sample(random, 0, 0.04) : 1;
            var level = 40 * factor * drift * (setting.RunNoise > 0 ? LogNormal.Sample(random, 0, setting.RunNoise) : 1);
            return [.. Enumerable.Range(0, setting.Samples).Select(_ => level * setting.Noise(random)).Order()];
        }
    }

    private static void Report(string data, string change, List<Pair> pairs)
    {
        var single = pairs.Count(pair => P95([pair.After[0]]) > Limit * P95([pair.Before[0]]));
        var pooled = pairs.Count(pair => P95(pair.After) > Limit * P95(pair.Before));
        var first = pairs.Select(Judge).ToList();
        var again = pairs.Zip(first, (pair, verdict) => verdict == "inconclusive" && pair.Rerun is { } more
            ? Judge(pair with { Before = [.. pair.Before, .. more.Before], After = [.. pair.After, .. more.After] })
            : verdict).ToList();
        string Share(int count) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / pairs.Count:0.#} %");
        string Shares(List<string?> verdicts) =>
            $"{Share(verdicts.Count(v => v == "over-budget"))} | {Share(verdicts.Count(v => v == "inconclusive"))} | {Share(verdicts.Count(v => v is null))}";
        Console.WriteLine($"| {data} | {change} | {Share(single)} | {Share(pooled)} | {Shares(first)} | {Shares(again)} |");
    }

    /// <summary>The rule that the gate's own policy reports, or <see langword="null"/>.</summary>
    private static string? Judge(Pair pair)
    {
        var comparer = new BudgetComparer(0) { Earlier = pair.Earlier };
        var facts = new PerfFacts
        {
            Current = [new RunFact("now", "", true, null, null, null, null, null, [])],
            Baseline = [],
            Thresholds = [],
            Undisclosed = [],
            Budgets = comparer.Compare(Runs(pair.Before), Runs(pair.After), [new Budget(Metric, BudgetExpression.Parse("p95: +10%"))]),
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
