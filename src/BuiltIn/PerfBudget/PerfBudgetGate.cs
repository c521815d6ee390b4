using System.Text.Json;
using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.LoadResults;
using Gates.Formats.Thresholds;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Reads the results of load tests, evaluates their thresholds anew and compares them with a baseline.</summary>
internal sealed class PerfBudgetGate : IGate, IRuledGate
{
    public const string EvidenceKind = "perf-budget/v1";

    private readonly PerfBudgetOptions options;
    private readonly ResultFiles current;
    private readonly IReadOnlyList<IBaselineSource> baselines;
    private readonly IReadOnlyList<Limit> limits;
    private readonly IReadOnlyList<Budget> budgets;

    /// <exception cref="UsageException">An option is not valid.</exception>
    public PerfBudgetGate(PerfBudgetOptions options)
    {
        this.options = options;
        current = new ResultFiles(options.Current);
        var files = options.Baseline.Where(entry => !EvidenceBaseline.Is(entry)).ToList();
        baselines = [.. files.Count == 0 ? [] : new IBaselineSource[] { new ResultFiles(files) }, .. options.Baseline.Where(EvidenceBaseline.Is).Select(entry => new EvidenceBaseline(entry))];
        limits = OptionReader.Limits(options.Thresholds);
        budgets = OptionReader.Budgets(options.Budgets);
        if (budgets.Count > 0 && options.Baseline.Count == 0)
        {
            throw new UsageException("perf-budget: `budgets` compare with a baseline; name its files under `baseline`");
        }

        if (options.ThresholdsFile.Length == 0 && options.Service.Length + options.Mode.Length > 0)
        {
            throw new UsageException("perf-budget: `service` and `mode` choose from a file; name it under `thresholds-file`");
        }
    }

    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (context.Needs is null)
        {
            throw new EvaluationException("load test results are of one run, and the base commit was not run");
        }

        var facts = await CollectAsync(context, cancellationToken);
        return new Evidence(EvidenceKind, JsonSerializer.SerializeToElement(facts, PerfFactsJson.Default.PerfFacts));
    }

    public IEnumerable<string> RuleFiles(ISourceTree tree) =>
        baselines.SelectMany(source => source.PathsIn(tree)).Append(options.ThresholdsFile);

    public void CheckRules(ISourceTree tree) => _ = FileLimits(tree).Count();

    private async Task<PerfFacts> CollectAsync(GateContext context, CancellationToken cancellationToken)
    {
        var files = current.Find(context.Tree);
        if (files.Count == 0)
        {
            throw new EvaluationException($"`current`: {current.Describe()}; run the load test before this gate, or set `when-missing: skip`") { IsMissingInput = true };
        }

        files.ToList().ForEach(file => context.Coverage.Saw(file.Path));
        var found = await FindBaselinesAsync(context, cancellationToken);
        var baselineFiles = found.SelectMany(one => one.Files).ToList();
        if (files.FirstOrDefault(file => baselineFiles.Any(other => other.Path == file.Path)) is { } both)
        {
            throw new EvaluationException($"{both.Path} matches both `current` and `baseline`, and would be compared with itself; narrow the globs");
        }

        Limit[] all = [.. limits, .. FileLimits(context.Rules)];
        var wanted = all.Select(limit => (limit.Metric, limit.Expression.Aggregation)).ToList();
        var usual = budgets.Count > 0 || options.Baseline.Count == 0 ? budgets : DefaultBudgets.All;
        wanted.AddRange(usual.Select(budget => (budget.Metric, budget.Expression.Aggregation)));
        var runs = Read(files, new MetricNeeds(wanted, Declared: true), cancellationToken);
        var before = Read(baselineFiles, new MetricNeeds(wanted, Declared: false), cancellationToken);
        var compared = baselineFiles.Count == 0 ? [] : budgets.Count > 0 ? budgets : DefaultBudgets.Of(runs);
        var earlier = EarlierRuns.Of(found, baselineFiles, runs, file => Read([file], new MetricNeeds(wanted, Declared: false), cancellationToken)[0]);
        var refusals = compared.Count == 0 ? [] : Comparability.Refuse(before, runs);
        return new PerfFacts
        {
            Current = [.. runs.Select(Describe)],
            Baseline = [.. before.Zip(baselineFiles, (run, file) => Describe(run) with { Origin = file.Origin })],
            Thresholds = ThresholdCollector.Collect(runs, all),
            Undisclosed = [.. runs.SelectMany(run => run.Undisclosed.Select(name => new UndisclosedFact(run.Path, name.ToString(), run.Metrics.GetValueOrDefault(name)?.Count ?? 0)))],
            Budgets = baselineFiles.Count == 0
                ? BudgetComparer.Gaps(runs, budgets)
                : new BudgetComparer(FloorOf(compared).TotalMilliseconds) { Earlier = earlier.Runs }.Compare(before, runs, compared),
            Refusals = refusals,
            MissingBaseline = baselineFiles.Count == 0 ? [.. found.Select(one => one.Missing!)] : [],
            History = earlier.Fact,
        };
    }

    private async Task<List<BaselineFiles>> FindBaselinesAsync(GateContext context, CancellationToken cancellationToken)
    {
        var found = new List<BaselineFiles>();
        foreach (var source in baselines)
        {
            found.Add(await source.FindAsync(context, cancellationToken));
        }

        return found;
    }

    /// <summary>What somebody wrote as a budget is meant; the default one leaves out what nobody would feel.</summary>
    private TimeSpan FloorOf(IReadOnlyList<Budget> compared) =>
        options.Floor ?? (budgets.Count > 0 || DefaultBudgets.AreOfBenchmarks(compared) ? TimeSpan.Zero : TimeSpan.FromMilliseconds(5));

    private static List<LoadRun> Read(IReadOnlyList<ResultFile> files, MetricNeeds needs, CancellationToken cancellationToken) =>
        [.. files.Select(file => LoadResultReader.Read(file.Path, file.Open, needs, cancellationToken))];

    private IEnumerable<Limit> FileLimits(ISourceTree tree) => options.ThresholdsFile.Length == 0 ? [] :
        ThresholdFileReader.Open(tree, options.ThresholdsFile, "perf-budget").Resolve(options.Service, options.Mode)
            .Select(one => new Limit(one.Entry.Metric, one.Entry.Expression, one.Entry.Severity, one.Origin, one.Replaced));

    private static RunFact Describe(LoadRun run) => new(
        run.Path, run.Format, run.HasSamples, run.Seconds, run.Get("iterations", AggregationMethod.Count), run.ToolVersion, run.ScriptDigest, run.Declared?.Count, run.Doubts);
}
