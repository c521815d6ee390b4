using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Formats.LoadPlans;

/// <summary>Reads k6's scenarios, and what k6 allows instead of them at the top of its options.</summary>
internal sealed class ScenarioReader(PlanValues values)
{
    private const int MaxUsers = 20_000;
    private const double MaxRate = 1_000_000;
    private static readonly string[] Common = ["executor", "startTime", "gracefulStop", "exec", "tags"];

    private static readonly Dictionary<ExecutorKind, (string[] Needed, string[] Others)> Keys = new()
    {
        [ExecutorKind.SharedIterations] = ([], ["vus", "iterations", "maxDuration"]),
        [ExecutorKind.PerVuIterations] = ([], ["vus", "iterations", "maxDuration"]),
        [ExecutorKind.ConstantVus] = (["duration"], ["vus"]),
        [ExecutorKind.RampingVus] = (["stages"], ["startVUs", "gracefulRampDown"]),
        [ExecutorKind.ConstantArrivalRate] = (["rate", "duration", "preAllocatedVUs"], ["timeUnit", "maxVUs"]),
        [ExecutorKind.RampingArrivalRate] = (["stages", "preAllocatedVUs"], ["startRate", "timeUnit", "maxVUs"]),
    };

    public IReadOnlyList<LoadScenario> ReadAll(DocumentNode node, string key) =>
        [.. MapReader.Entries(node, key, values.Problems).Select(entry => Read(entry.Key, entry.Node, Say.Key(key, entry.Key))).OfType<LoadScenario>()];

    /// <summary>The one scenario of a file that has none: <c>vus</c>, <c>iterations</c>, <c>duration</c> and <c>stages</c>, as k6 takes them.</summary>
    public LoadScenario Short(DocumentNode root)
    {
        var (stages, duration, iterations) = (root.Get("stages"), root.Get("duration"), root.Get("iterations"));
        var scenario = new LoadScenario("default", stages is not null ? ExecutorKind.RampingVus
            : duration is not null && iterations is null ? ExecutorKind.ConstantVus
            : ExecutorKind.SharedIterations);
        if (stages is not null && (duration ?? iterations) is { } second)
        {
            values.Problems.Add(second, "stages", "stands beside `duration` or `iterations`; write one of them, or scenarios");
        }

        var users = root.Get("vus") is { } vus ? values.Whole(vus, "vus", 1, MaxUsers) ?? 1 : 1;
        return scenario with
        {
            Users = users,
            Start = users,
            Stages = stages is null ? [] : ReadStages(stages, "stages", MaxUsers),
            Iterations = iterations is null ? 1 : values.Whole(iterations, "iterations", 1, int.MaxValue) ?? 1,
            Duration = duration is null ? TimeSpan.Zero : values.Duration(duration, "duration", isZeroRight: false) ?? TimeSpan.Zero,
            MaxDuration = duration is null ? scenario.MaxDuration : values.Duration(duration, "duration") ?? scenario.MaxDuration,
        };
    }

    private LoadScenario? Read(string name, DocumentNode node, string key)
    {
        if (node.Get("executor") is not { } word)
        {
            values.Problems.Add(node, Say.Key(key, "executor"), $"is missing; valid: {Say.List(Executors.Words)}");
            return null;
        }

        var index = Executors.Words.ToList().IndexOf(word.Text);
        if (index < 0)
        {
            values.Problems.Add(
                word,
                Say.Key(key, "executor"),
                $"{Say.Value(word)} is no executor{Suggestion.Words(word.Text, Executors.Words)} valid: {Say.List(Executors.Words)}");
            return null;
        }

        var scenario = new LoadScenario(name, (ExecutorKind)index) { Start = (ExecutorKind)index == ExecutorKind.RampingVus ? 1 : 0 };
        var (needed, others) = Keys[scenario.Executor];
        var readers = Readers(scenario.IsOpen, change => scenario = change(scenario));
        string[] known = [.. Common, .. needed, .. others];
        MapReader.Read(
            node,
            key,
            values.Problems,
            readers.Where(reader => known.Contains(reader.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal),
            other => readers.ContainsKey(other) ? $"is not for {word.Text}; valid: {Say.List(known)}" : null);
        foreach (var missing in needed.Where(one => node.Get(one) is null))
        {
            values.Problems.Add(node, Say.Key(key, missing), $"is missing; {word.Text} needs {Say.List(needed)}");
        }

        return Finish(scenario, node, key);
    }

    private Dictionary<string, Action<DocumentNode, string>> Readers(bool isOpen, Action<Func<LoadScenario, LoadScenario>> set) =>
        new(Times(set).Concat(Counts(set)), StringComparer.Ordinal)
        {
            ["executor"] = (_, _) => { },
            ["exec"] = (node, key) => set(one => one with { Flow = values.Text(node, key) ?? one.Flow }),
            ["tags"] = (node, key) => set(one => one with { Tags = values.Pairs(node, key) }),
            ["stages"] = (node, key) => set(one => one with { Stages = ReadStages(node, key, isOpen ? MaxRate : MaxUsers) }),
        };

    private Dictionary<string, Action<DocumentNode, string>> Times(Action<Func<LoadScenario, LoadScenario>> set)
    {
        Action<DocumentNode, string> Time(Func<LoadScenario, TimeSpan, LoadScenario> put, bool isZeroRight = true) => (node, key) =>
        {
            if (values.Duration(node, key, isZeroRight) is { } time)
            {
                set(one => put(one, time));
            }
        };

        return new(StringComparer.Ordinal)
        {
            ["startTime"] = Time((one, time) => one with { StartTime = time }),
            ["gracefulStop"] = Time((one, time) => one with { GracefulStop = time }),
            ["gracefulRampDown"] = Time((one, time) => one with { GracefulRampDown = time }),
            ["duration"] = Time((one, time) => one with { Duration = time }, isZeroRight: false),
            ["maxDuration"] = Time((one, time) => one with { MaxDuration = time }, isZeroRight: false),
            ["timeUnit"] = Time((one, time) => one with { TimeUnit = time }, isZeroRight: false),
        };
    }

    private Dictionary<string, Action<DocumentNode, string>> Counts(Action<Func<LoadScenario, LoadScenario>> set)
    {
        Action<DocumentNode, string> Whole(int min, int max, Func<LoadScenario, int, LoadScenario> put) => (node, key) =>
        {
            if (values.Whole(node, key, min, max) is { } number)
            {
                set(one => put(one, number));
            }
        };
        Action<DocumentNode, string> Rate(Func<LoadScenario, double, LoadScenario> put) => (node, key) =>
        {
            if (values.Number(node, key, 0, MaxRate) is { } number)
            {
                set(one => put(one, number));
            }
        };

        return new(StringComparer.Ordinal)
        {
            ["vus"] = Whole(1, MaxUsers, (one, count) => one with { Users = count }),
            ["iterations"] = Whole(1, int.MaxValue, (one, count) => one with { Iterations = count }),
            ["startVUs"] = Whole(0, MaxUsers, (one, count) => one with { Start = count }),
            ["preAllocatedVUs"] = Whole(1, MaxUsers, (one, count) => one with { PreAllocatedUsers = count }),
            ["maxVUs"] = Whole(1, MaxUsers, (one, count) => one with { MaxUsers = count }),
            ["rate"] = Rate((one, rate) => one with { Rate = rate }),
            ["startRate"] = Rate((one, rate) => one with { Start = rate }),
        };
    }

    private LoadScenario Finish(LoadScenario scenario, DocumentNode node, string key)
    {
        if (scenario is { Executor: ExecutorKind.ConstantArrivalRate, Rate: <= 0 } && node.Get("rate") is { } rate)
        {
            values.Problems.Add(rate, Say.Key(key, "rate"), "is 0; write how many iterations start in each `timeUnit`");
        }

        if (scenario.MaxUsers > 0 && scenario.MaxUsers < scenario.PreAllocatedUsers)
        {
            values.Problems.Add(
                node.Get("maxVUs")!,
                Say.Key(key, "maxVUs"),
                FormattableString.Invariant($"{scenario.MaxUsers} is less than `preAllocatedVUs`, {scenario.PreAllocatedUsers}"));
        }

        if (scenario.Executor == ExecutorKind.SharedIterations && scenario.Iterations < scenario.Users)
        {
            values.Problems.Add(node, Say.Key(key, "iterations"), FormattableString.Invariant($"{scenario.Iterations} are fewer than `vus`, {scenario.Users}"));
        }

        return scenario with { MaxUsers = Math.Max(scenario.MaxUsers, scenario.PreAllocatedUsers) };
    }

    private List<LoadStage> ReadStages(DocumentNode node, string key, double max)
    {
        var stages = new List<LoadStage>();
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0)
        {
            values.Problems.Add(
                node,
                key,
                $"{(node.Kind == NodeKind.Sequence ? "an empty list" : Say.Value(node))} is not a list of stages; write [{{duration: 30s, target: 20}}]");
            return stages;
        }

        foreach (var (item, index) in node.Items.Select((item, index) => (item, index)))
        {
            var (duration, target) = ((TimeSpan?)null, (double?)null);
            var name = Say.Item(key, index);
            MapReader.Read(item, name, values.Problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
            {
                ["duration"] = (value, full) => duration = values.Duration(value, full),
                ["target"] = (value, full) => target = values.Whole(value, full, 0, (int)max),
            });
            foreach (var missing in new[] { "duration", "target" }.Where(one => item.Kind == NodeKind.Map && item.Get(one) is null))
            {
                values.Problems.Add(item, Say.Key(name, missing), "is missing; a stage has a duration and a target");
            }

            stages.Add(new LoadStage(duration ?? TimeSpan.Zero, target ?? 0));
        }

        return stages;
    }
}
