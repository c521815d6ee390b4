using Gates.Doors.Load.Clock;
using Gates.Doors.Load.Recording;
using Gates.Formats.LoadPlans;
using Gates.Formats.LoadResults;
using Gates.Formats.LoadSummaries;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Load.Recording;

/// <summary>What the driver measures, written in each of k6's shapes and read back by the gate's own readers.</summary>
public sealed class RecordedRunTests
{
    private const string Plan = """
        vus: 2
        iterations: 2
        requests:
          - { name: home, url: "http://shop.example/", group: browse, expect: { status: 200 } }
          - { name: pay, url: "http://shop.example/pay", method: POST, tags: { flow: buy } }
        thresholds:
          http_req_duration: ["p(95) < 500", "p(99)<20"]
          "http_req_duration{name:pay}": ["p(95)<5000"]
          "http_req_duration{status:503}": ["p(95)<5000"]
          http_req_failed: ["rate<0.5"]
          "checks{check:home: status is 200}": ["rate>0.9"]
          iterations: ["count>=2"]
        """;

    private static readonly Aggregation[] Numbers = [.. new[] { "p(95)", "med", "max", "count" }.Select(Parse)];
    private static readonly string[] Compared = ["http_req_duration", "http_req_failed", "checks", "iterations", "http_reqs", "http_req_duration_intended"];

    [Fact]
    public void EveryShape_IsReadBackWithTheSameValues()
    {
        var (summary, points) = Record(stopped: false);
        var writer = new SummaryWriter(summary);
        foreach (var (name, content, hasThresholds) in new[]
        {
            ("handleSummary", writer.HandleSummary(), true), ("export", writer.SummaryExport(), true), ("machine", writer.MachineReadable(), false),
            ("points", points, true),
        })
        {
            var run = Read(content);
            foreach (var metric in Compared.Select(MetricName.Parse).Append(MetricName.Parse("http_req_duration{name:pay}")))
            {
                var (mine, theirs) = (summary.Run.Metrics[metric], run.Metrics[metric]);
                theirs.Kind.ShouldBe(mine.Kind, $"{name} {metric}");
                foreach (var aggregation in mine.Kind == MetricKind.Rate ? [Parse("rate")] : Numbers.Where(one => one.Fits(mine.Kind)))
                {
                    theirs.Get(aggregation)!.Value.ShouldBe(mine.Get(aggregation)!.Value, 1e-9, $"{name} {metric} {aggregation}");
                }
            }

            run.Doubts.ShouldBeEmpty();
            foreach (var judged in hasThresholds ? summary.Thresholds : [])
            {
                var outcome = ThresholdEvaluator.Evaluate(run, judged.Threshold.Metric, judged.Threshold.Text, null);
                (outcome.Result == ThresholdResult.Held).ShouldBe(judged.Holds, $"{name} {judged.Threshold.Metric} {judged.Threshold.Text}");
                if (name != "points")
                {
                    run.Declared!.Single(one => (one.Metric, one.Expression) == (judged.Threshold.Metric, judged.Threshold.Text)).Held
                        .ShouldBe(judged.Holds, name);
                }
            }
        }
    }

    [Fact]
    public void Thresholds_AreJudgedAsTheGateDoes_SoThatNothingMeasuredNeverHolds()
    {
        var judged = Record(stopped: false).Summary.Thresholds.ToDictionary(one => one.Threshold.Metric + " " + one.Threshold.Text, one => one.Outcome.Result);
        judged["http_req_duration p(95) < 500"].ShouldBe(ThresholdResult.Held);
        judged["http_req_duration p(99)<20"].ShouldBe(ThresholdResult.Crossed);
        judged["http_req_duration{status:503} p(95)<5000"].ShouldBe(ThresholdResult.NoSamples);
        judged["http_req_failed rate<0.5"].ShouldBe(ThresholdResult.Held);
    }

    [Fact]
    public void AStoppedRun_IsMarkedInEveryShape_SoThatNobodyComparesIt()
    {
        var (summary, points) = Record(stopped: true);
        var writer = new SummaryWriter(summary);
        foreach (var content in new[] { writer.HandleSummary(), writer.SummaryExport(), writer.MachineReadable(), points })
        {
            Read(content).Doubts.Single().ShouldStartWith("the run was stopped before its end");
        }
    }

    [Fact]
    public void Failures_AreNamedWithTheirTimes_OneEntryForThoseThatFollowEachOther()
    {
        var log = new FailureLog();
        log.Add(TimeSpan.FromSeconds(1), "pay", "status 503");
        log.Add(TimeSpan.FromSeconds(1.4), "pay", "status 503");
        log.Add(TimeSpan.FromSeconds(1.5), "home", "timeout");
        log.Add(TimeSpan.FromSeconds(9), "pay", "status 503");
        log.Windows.Select(one => (one.Name, one.From.TotalSeconds, one.To.TotalSeconds, one.Count))
            .ShouldBe([("pay", 1, 1.4, 2), ("home", 1.5, 1.5, 1), ("pay", 9, 9, 1)]);
    }

    [Fact]
    public void ALongRun_TakesNoMorePiecesThanAShortOne()
    {
        var timeline = new RunTimeline();
        for (var second = 0; second < 10_000; second++)
        {
            timeline.Request(TimeSpan.FromSeconds(second), second % 100 == 0, second);
        }

        var pieces = timeline.Read();
        pieces.Count.ShouldBeLessThan(650);
        pieces.Sum(piece => piece.Requests).ShouldBe(10_000);
        pieces.Sum(piece => piece.Failed).ShouldBe(100);
    }

    private static (LoadSummary Summary, byte[] Points) Record(bool stopped)
    {
        var plan = LoadPlanReader.Read(Plan, "load.yaml", new PlanSurroundings(_ => "", _ => null));
        var (time, file) = (new ManualTime(), new MemoryStream());
        var (clock, points) = (new LoadClock(time), new PointWriter(file));
        points.Begin(plan);
        var recorder = new LoadRecorder(plan, clock, points);
        var (scenario, steps) = (plan.Scenarios[0], plan.Flows["default"].Steps);
        for (var number = 0; number < 40; number++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            var status = number % 10 == 3 ? 500 : 200;
            foreach (var step in steps)
            {
                recorder.Request(new RequestSample(scenario, step, clock.Now, status)
                {
                    ErrorCode = status == 500 ? 1_500 : 0,
                    Error = "",
                    Protocol = "HTTP/1.1",
                    Waiting = 10 + (number * 0.37),
                    Receiving = 0.25,
                    Intended = 11 + (number * 0.41),
                });
                recorder.Check(scenario, step, "home: status is 200", status == 200);
            }

            recorder.Iteration(scenario, 30 + number, null);
            recorder.Users(2, 2);
        }

        if (stopped)
        {
            points.Stop(clock.StartedAt + clock.Now);
        }

        points.Dispose();
        return (recorder.Read(clock.Now) with { Stopped = stopped ? "interrupted" : null }, file.ToArray());
    }

    private static LoadRun Read(byte[] content)
    {
        (MetricName, Aggregation)[] wanted =
        [
            .. Compared.Append("http_req_duration{name:pay}").SelectMany(name => Numbers.Append(Parse("rate")).Select(one => (MetricName.Parse(name), one))),
        ];
        return LoadResultReader.Read("file", () => new MemoryStream(content), new MetricNeeds(wanted, Declared: true), TestContext.Current.CancellationToken);
    }

    private static Aggregation Parse(string text) => Aggregation.TryParse(text, out var one) ? one : throw new FormatException(text);
}
