using System.Text.Json;
using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Facts;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>Watches a canary by what a Prometheus says of it, or looks at one that has been.</summary>
internal sealed class CanarySloGate : IGate, IPacedGate, IReachesOut, IRuledGate
{
    public const string EvidenceKind = "canary-slo/v1";

    private readonly CanarySloOptions options;
    private readonly GateServices services;
    private readonly Preset preset;
    private readonly IReadOnlyList<Objective> objectives;
    private readonly (DateTimeOffset Start, DateTimeOffset End)? window;

    /// <exception cref="UsageException">An option is not valid.</exception>
    public CanarySloGate(CanarySloOptions options, GateServices services)
    {
        this.options = options;
        this.services = services;
        preset = Preset.Read(options);
        objectives = ObjectiveReader.Read([.. preset.Objectives, .. options.Objectives], Requests);
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
        if (options.Prometheus.Url.Length > 0)
        {
            PrometheusEndpoint.Check(options.Prometheus);
        }
    }

    /// <value>A rollout that is watched takes as long as its stages.</value>
    public TimeSpan? Duration => window is null ? Timeline.Length(options) : null;

    private string Requests => options.Requests.Length > 0 ? options.Requests : preset.Requests;

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

        var endpoint = PrometheusEndpoint.Open(options.Prometheus, context.Rules, services.Variables);
        using var client = new PrometheusClient(endpoint, services.Http, services.Time, new PrometheusLimits { Timeout = options.Prometheus.Timeout });
        await client.WaitUntilReadyAsync(cancellationToken);
        context.Coverage.Saw(objectives.Count, "objective");
        var facts = await CollectAsync(
            client,
            ThresholdLimits.Apply(objectives, options, context.Rules),
            cancellationToken) with
        { Server = endpoint.Url.Authority };
        return new Evidence(EvidenceKind, JsonSerializer.SerializeToElement(facts, CanaryFactsJson.Default.CanaryFacts));
    }

    /// <summary>What says which server is the right one is a rule like its limits.</summary>
    public IEnumerable<string> RuleFiles(ISourceTree tree) => [options.ThresholdsFile, options.Prometheus.CaFile, options.Prometheus.TokenFile];

    public void CheckRules(ISourceTree tree) => ThresholdLimits.Apply(objectives, options, tree);

    private async Task<CanaryFacts> CollectAsync(PrometheusClient client, IReadOnlyList<Objective> limited, CancellationToken cancellationToken)
    {
        if (window?.End > services.Time.GetUtcNow())
        {
            throw new UsageException("canary-slo: `window.end` is not yet over; leave `window` away to watch a rollout that goes on");
        }

        var timeline = window is { } past ? Timeline.From(past.Start, options, past.End) : Timeline.From(services.Time.GetUtcNow(), options);
        var rules = new Rules((long)options.Breach.TotalMilliseconds, options.MinRequests)
        {
            Requests = Requests,
            Up = options.Up.Length > 0 ? options.Up : preset.Up,
            StageRollsBack = options.StageShare == "rollback",
        };
        var collector = new AnswerCollector(client, limited, timeline, rules, options.RateWindow);
        var watch = new CanaryWatch(
            collector,
            new Evaluator(timeline, rules),
            timeline,
            rules,
            services.Time)
        { Say = text => services.Progress?.Report(new GateProgress("canary-slo", null) { Note = text }) };
        var (collected, outcomes) = window is null ? await watch.FollowAsync(cancellationToken) : await watch.ReplayAsync(cancellationToken);
        var budget = options.Budget.Bad.Length > 0 ? options.Budget : preset.Budget;
        return new CanaryFacts
        {
            Server = "",
            Mode = window is null ? "live" : "replay",
            Start = FactsBuilder.Time(timeline.Start),
            End = FactsBuilder.Time(timeline.End),
            Until = FactsBuilder.Time(collected.Until),
            Breach = options.Breach.TotalSeconds,
            Step = options.Step.TotalSeconds,
            MinRequests = options.MinRequests,
            Objectives = FactsBuilder.Objectives(limited, outcomes),
            LeftOut = preset.LeftOut,
            Budget = await ErrorBudget.ReadAsync(client, budget, DateTimeOffset.FromUnixTimeMilliseconds(collected.Until), cancellationToken),
            Answers = FactsBuilder.Answers(collected.Answers),
        };
    }
}
