using System.Text.Json;
using Gates.BuiltIn.CanarySlo;
using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

public sealed class CanarySloGateTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    private readonly ImpatientTime time = new(Limit);
    private readonly List<string> progress = [];

    [Fact]
    public async Task Inspect_ARolloutThatBreaksAnObjective_EndsThereAndIsSeenAlikeAfterwards()
    {
        var beginning = time.GetUtcNow();

        var live = await InspectAsync(Options(), Broken(beginning));
        time.CreateTimer(_ => { }, null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan).Dispose();
        var replay = await InspectAsync(Options("2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z"), Broken(beginning));

        (live.GetProperty("mode").GetString(), live.GetProperty("until").GetString()).ShouldBe(("live", "2026-11-22T12:25:15Z"));
        (replay.GetProperty("mode").GetString(), replay.GetProperty("until").GetString()).ShouldBe(("replay", "2026-11-22T13:00:00Z"));
        foreach (var facts in new[] { live, replay })
        {
            var breach = facts.GetProperty("objectives")[0].GetProperty("breach");
            (breach.GetProperty("since").GetString(), breach.GetProperty("confirmed").GetString()).ShouldBe(("2026-11-22T12:20:00Z", "2026-11-22T12:25:15Z"));
        }

        var seen = live.GetProperty("objectives")[0].GetProperty("states").GetString()!;
        replay.GetProperty("objectives")[0].GetProperty("states").GetString()!.ShouldStartWith(seen);
        progress[20].ShouldBe("minute 20 of 60, stage 2 of 4 at 25 %: errors beyond its limit");
    }

    [Fact]
    public async Task Inspect_APrometheusThatIsAwayForAWhile_IsAskedForWhatWasMissed()
    {
        var beginning = time.GetUtcNow();
        var stub = new StubPrometheus(
            beginning,
            time)
        { IsDown = () => (time.GetUtcNow() - beginning).TotalMinutes is > 3 and < 6 }.With("bad", _ => 0).With("total", _ => 10);

        var facts = await InspectAsync(Options(), stub);

        facts.GetProperty("objectives")[0].GetProperty("states").GetString().ShouldBe(new string('.', 241));
        progress.ShouldContain(line => line.StartsWith("no answer, asking again: Prometheus at prometheus.example: it answered 503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inspect_APrometheusThatStaysAway_EndsWhenABreachCouldHide()
    {
        var beginning = time.GetUtcNow();
        var stub = new StubPrometheus(beginning, time) { IsDown = () => (time.GetUtcNow() - beginning).TotalMinutes > 3 }
            .With("bad", _ => 0)
            .With("total", _ => 10);

        await Should.ThrowAsync<PrometheusException>(InspectAsync(Options(), stub));

        (time.GetUtcNow() - beginning).TotalMinutes.ShouldBeInRange(8, 10);
    }

    [Fact]
    public async Task Inspect_TheAnswersOfTheEvidence_GiveTheSameStates()
    {
        var facts = await InspectAsync(Options(), Broken(time.GetUtcNow()));

        var answers = facts.GetProperty("answers").EnumerateArray().ToDictionary(
            one => one.GetProperty("query").GetString()!,
            one => new Answer(one.GetProperty("query").GetString()!, [.. one.GetProperty("series").Deserialize<AnswerSeries[]>(JsonSerializerOptions.Web)!]),
            StringComparer.Ordinal);
        var start = DateTimeOffset.Parse(facts.GetProperty("start").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var until = DateTimeOffset.Parse(facts.GetProperty("until").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        var outcome = new Evaluator(Timeline.From(start, new CanarySloOptions()), new Rules(300_000, 100))
            .Evaluate(new Measure("errors", MeasureForm.Share) { Query = "bad", Whole = "total", Max = 0.01 }, answers, until);
        outcome.Points
            .Count(point => point.State == PointState.Breach)
            .ShouldBe(facts.GetProperty("objectives")[0].GetProperty("states").GetString()!.Count(state => state == 'X'));
        outcome.Breach.ShouldNotBeNull();
    }

    [Fact]
    public async Task Inspect_EveryPointsValue_IsInTheEvidence_AndTheStableVersions()
    {
        var stub = new StubPrometheus(time.GetUtcNow(), time).With("bad", minute => minute < 10 ? 0.1234567 : 0)
            .With("total", minute => minute is > 30 and < 33 ? 0 : 10)
            .With("stable-bad", _ => 1)
            .With("stable-total", _ => 100);
        var options = Options();
        options = new CanarySloOptions
        {
            Prometheus = options.Prometheus,
            Objectives = [new ObjectiveOptions
            {
                Name = "errors",
                Bad = "bad",
                Total = "total",
                Max = 0.02,
                StableBad = "stable-bad",
                StableTotal = "stable-total"
            }]
        };

        var objective = (await InspectAsync(options, stub)).GetProperty("objectives")[0];

        var values = objective.GetProperty("values").EnumerateArray().ToList();
        values.Count.ShouldBe(241);
        values[0].GetDouble().ShouldBe(0.0123457);
        values[100].GetDouble().ShouldBe(0);
        values[31 * 4].ValueKind.ShouldBe(JsonValueKind.Null);
        objective.GetProperty("stable")
            .EnumerateArray()
            .Select(value => value.ValueKind == JsonValueKind.Null ? -1 : value.GetDouble())
            .Distinct()
            .ShouldBe([0.01, -1]);
    }

    [Theory]
    [InlineData("2026-11-22T12:00:00Z", "2026-11-22T12:10:00Z", "`window` lasts 10 minutes and the stages 60; a stage that is not in the window cannot pass")]
    [InlineData("yesterday", "2026-11-22T12:10:00Z", "`window.start`: \"yesterday\" is not a moment; write it as 2026-11-22T12:00:00Z")]
    public void Create_AWindowThatCannotBeMeant_SaysWhatWouldBeRight(string start, string end, string message) =>
        Should.Throw<UsageException>(() => new CanarySloGate(Options(start, end), new GateServices(time))).Message.ShouldBe("canary-slo: " + message);

    [Fact]
    public async Task Inspect_ItsLimits_AreReadAmongTheRulesOnly()
    {
        var options = Options("2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z", "limits.yml");
        var gate = new CanarySloGate(options, new GateServices(time) { Http = Broken(time.GetUtcNow()) });
        var context = Context(new MemoryTree(("limits.yml", "version: 1\n"))) with { Rules = new MemoryTree() };

        gate.RuleFiles(context.Tree).ShouldContain("limits.yml");
        (await Should.ThrowAsync<UsageException>(() => gate.InspectAsync(
            context,
            CancellationToken.None))).Message.ShouldBe("canary-slo: `thresholds-file`: limits.yml does not exist");
    }

    [Fact]
    public void Create_StagesThatAreShorterThanABreach_AreRefused()
    {
        var options = new CanarySloOptions
        {
            Prometheus = Options().Prometheus,
            Objectives = Options().Objectives,
            Stages = [new StageOptions { Weight = 50, For = TimeSpan.FromMinutes(2) }, new StageOptions { Weight = 100, For = TimeSpan.FromMinutes(3) }]
        };

        Should.Throw<UsageException>(() => new CanarySloGate(options, new GateServices(time))).Message
            .ShouldBe("canary-slo: the stages last 300 s in all and `breach` is 300 s, so that no objective could ever be broken; watch for longer");
    }

    [Fact]
    public void Create_APreset_FillsInTheNamesAndSaysWhatItLeavesOut()
    {
        var preset = Preset.Read(new CanarySloOptions
        {
            Preset = "api-service",
            Selector = "track=\"canary\"",
            Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = "status" }
        });

        preset.Objectives.Select(one => one.Name).ShouldBe(["error-rate", "p95", "p99", "5xx-per-minute", "auth-failures"]);
        preset.Objectives[0].Bad.ShouldBe("sum(rate(http_requests_total{track=\"canary\",status=~\"5..\"}[1m]))");
        preset.Objectives[0].StableBad.ShouldBeEmpty();
        preset.Budget.Bad.ShouldBe("sum(rate(http_requests_total{status=~\"5..\",}[$window]))", "a comma may end matchers, and not begin them");
        preset.LeftOut.ShouldBe(["cache-hits (set `names.cache-hits` and `names.cache-requests`)"]);
    }

    private StubPrometheus Broken(DateTimeOffset beginning) =>
        new StubPrometheus(beginning, time).With("bad", minute => minute is >= 20 and <= 26 ? 0.5 : 0).With("total", _ => 10);

    private static CanarySloOptions Options(string start = "", string end = "", string thresholds = "") => new()
    {
        Prometheus = new PrometheusOptions { Url = "https://prometheus.example", Timeout = Limit },
        Window = new WindowOptions { Start = start, End = end },
        ThresholdsFile = thresholds,
        Objectives = [new ObjectiveOptions { Name = "errors", Bad = "bad", Total = "total", Max = 0.01 }],
    };

    private async Task<JsonElement> InspectAsync(CanarySloOptions options, StubPrometheus stub)
    {
        var services = new GateServices(time) { Http = stub, Progress = new Said(progress) };
        return (await new CanarySloGate(options, services).InspectAsync(Context(new MemoryTree()), CancellationToken.None)).Facts;
    }

    private static GateContext Context(ISourceTree tree) =>
        new(tree, ChangeSet.None, ReadOnlyMemory<byte>.Empty) { Needs = new Dictionary<string, GateResult>(StringComparer.Ordinal) };

    private sealed class Said(List<string> lines) : IProgress<GateProgress>
    {
        public void Report(GateProgress value) => lines.Add(value.Note ?? "");
    }
}
