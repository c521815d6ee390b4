using System.Text.Json;
using Gates.BuiltIn.CanarySlo.Alerting;
using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Facts;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>Watches a canary by what a Prometheus says of it, or looks at one that has been.</summary>
internal sealed class CanarySloGate : IGate, IPacedGate, IReachesOut, IRuledGate, IAlertedGate
{
    public const string EvidenceKind = "canary-slo/v1";

    /// <summary>Clocks that differ by less agree: a network is no better.</summary>
    private static readonly TimeSpan Agreement = TimeSpan.FromSeconds(5);

    private readonly CanarySloOptions options;
    private readonly GateServices services;
    private readonly Preset preset;
    private readonly Rules rules;
    private readonly IReadOnlyList<Objective> objectives;
    private readonly (DateTimeOffset Start, DateTimeOffset End)? window;

    /// <exception cref="UsageException">An option is not valid.</exception>
    public CanarySloGate(CanarySloOptions options, GateServices services)
    {
        this.options = options;
        this.services = services;
        preset = Preset.Read(options);
        rules = CanaryRules.Of(options, preset);
        objectives = ObjectiveReader.Read([.. preset.Objectives, .. options.Objectives], rules.Requests);
        CanaryRules.Check(rules, objectives);
        if (options.ThresholdsFile.Length == 0 && options.Service.Length + options.Mode.Length > 0)
        {
            throw new UsageException("canary-slo: `service` and `mode` choose from a file; name it under `thresholds-file`");
        }

        if (options.Stages.Count == 0)
        {
            throw new UsageException("canary-slo: `stages` is empty; write for example [{ weight: 100, for: 15m }]");
        }

        var watched = Timeline.Length(options);
        if (watched <= options.Breach)
        {
            throw new UsageException(
                FormattableString.Invariant($"canary-slo: the stages last {watched.TotalSeconds:0.#} s in all and `breach` is {options.Breach.TotalSeconds:0.#} s, so that no objective could ever be broken; watch for longer"));
        }

        if (options.Budget.Bad.Length > 0 != options.Budget.Total.Length > 0)
        {
            throw new UsageException("canary-slo: `budget.bad` and `budget.total` go together");
        }

        if (options.Step * 10 > options.Breach && options.Breach > TimeSpan.Zero)
        {
            throw new UsageException("canary-slo: `step` is more than a tenth of `breach`, so that points would miss when a breach began and ended; use 15s to 30s for 5m");
        }

        window = Timeline.Window(options);
        CanaryServers.Check(options, Named);
    }

    /// <value>A rollout that is watched takes as long as its stages.</value>
    public TimeSpan? Duration => window is null ? Timeline.Length(options) : null;

    private IEnumerable<string> Named => objectives.Select(objective => objective.Options.Server).Distinct(StringComparer.Ordinal);

    public string Answers => "what a Prometheus said of a rollout";

    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (context.Needs is null)
        {
            throw new EvaluationException("a canary is of one rollout, and the base commit is not rolled out");
        }

        if (objectives.Count == 0)
        {
            throw new UsageException("canary-slo: has no objective, so nothing would be watched; write `objectives`, or `preset: api-service`");
        }

        using var servers = CanaryServers.Open(options, Named, context.Rules, services);
        var ahead = await servers.WaitUntilReadyAsync(cancellationToken);
        context.Coverage.Saw(objectives.Count, "objective");
        var limited = ThresholdLimits.Apply(objectives, options, context.Rules);
        var facts = await CollectAsync(servers, limited, ahead.Duration() < Agreement ? TimeSpan.Zero : ahead, cancellationToken);
        return new Evidence(EvidenceKind, JsonSerializer.SerializeToElement(facts, CanaryFactsJson.Default.CanaryFacts));
    }

    public string WriteAlerting(AlertingRequest request)
    {
        var alerted = Alerted(request.Tree, request.Origin) with { Release = request.Release };
        return request.Kind switch
        {
            "rules" => new PrometheusRules(alerted).Rules(),
            "tests" => new PrometheusRules(alerted).Tests(request.Rules),
            "routes" => AlertRoutes.Write(alerted),
            _ => GrafanaDashboard.Write(alerted),
        };
    }

    /// <summary>What an alerting system is to know of the objectives, with the limits that a tree's files give.</summary>
    public AlertedObjectives Alerted(ISourceTree tree, string origin) => objectives.Count == 0
        ? throw new UsageException("canary-slo: has no objective, so there is nothing to alert on; write `objectives`, or `preset: api-service`")
        : new AlertedObjectives(ThresholdLimits.Apply(objectives, options, tree), options.Budget.Bad.Length > 0 ? options.Budget : preset.Budget)
        {
            Breach = options.Breach,
            RateWindow = options.RateWindow,
            Origin = origin,
            Service = options.Service,
        };

    /// <summary>What says which server is the right one is a rule like its limits.</summary>
    public IEnumerable<string> RuleFiles(ISourceTree tree) =>
    [
        options.ThresholdsFile,
        .. options.Servers.Prepend(options.Prometheus).SelectMany(one => new[] { one.CaFile, one.TokenFile, one.CertFile, one.KeyFile }),
    ];

    public void CheckRules(ISourceTree tree) => ThresholdLimits.Apply(objectives, options, tree);

    private async Task<CanaryFacts> CollectAsync(
        CanaryServers servers,
        IReadOnlyList<Objective> limited,
        TimeSpan ahead,
        CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow() + ahead;
        if (window?.End > now)
        {
            throw new UsageException("canary-slo: `window.end` is not yet over; leave `window` away to watch a rollout that goes on");
        }

        var timeline = window is { } past ? Timeline.From(past.Start, options, past.End) : Timeline.From(now, options);
        var groups = limited.GroupBy(objective => objective.Options.Server, StringComparer.Ordinal).ToList();
        var collectors = groups.ConvertAll(group =>
            new AnswerCollector(servers.Of(group.Key), [.. group], timeline, rules, options.RateWindow) { Server = group.Key });
        var watch = new CanaryWatch(collectors, new Evaluator(timeline, rules), timeline, rules, services.Time)
        {
            Ahead = ahead,
            Say = text => services.Progress?.Report(new GateProgress("canary-slo", null) { Note = text }),
        };
        var (collected, outcomes) = window is null ? await watch.FollowAsync(cancellationToken) : await watch.ReplayAsync(cancellationToken);
        var (budget, until) = (options.Budget.Bad.Length > 0 ? options.Budget : preset.Budget, collected[0].Until);
        return new CanaryFacts
        {
            Server = servers.Authority,
            Mode = window is null ? "live" : "replay",
            Start = FactsBuilder.Time(timeline.Start),
            End = FactsBuilder.Time(timeline.End),
            Until = FactsBuilder.Time(until),
            Breach = options.Breach.TotalSeconds,
            Step = options.Step.TotalSeconds,
            MinRequests = options.MinRequests,
            Among = rules.Often?.Among,
            BurnTimes = rules.Burn?.Times,
            ClockAhead = window is null && ahead != TimeSpan.Zero ? Math.Round(ahead.TotalSeconds) : null,
            Objectives = FactsBuilder.Objectives([.. groups.SelectMany(group => group)], outcomes),
            LeftOut = preset.LeftOut,
            Budget = await ErrorBudget.ReadAsync(servers.Default, budget, DateTimeOffset.FromUnixTimeMilliseconds(until), cancellationToken),
            Answers = FactsBuilder.Answers(collected),
        };
    }
}
