using Gates.BuiltIn.CanarySlo.Evaluation;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

public sealed class SideBySideTests
{
    private static readonly CompareRule Rule = new("rollback", 1.25, 0.99, Rollout.Minute);

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1.1, false)]
    [InlineData(1.5, true)]
    public void Value_WithinItsLimit_IsWorseThanStableWhenItIsSoByRankAndBySize(double times, bool isWorse)
    {
        var outcome = Latency(times, Rule);

        (outcome.Breach, outcome.Holds.Count).ShouldBe((null, 0));
        var comparison = outcome.Comparison.ShouldNotBeNull();
        (comparison.Points, comparison.IsWorse).ShouldBe((31, isWorse), "one a minute, since points share the data of a minute");
        comparison.Ratio!.Value.ShouldBe(times, 1e-6);
    }

    [Fact]
    public void Value_OfWhichLessIsWorse_IsTurnedRound()
    {
        var measure = new Measure("hits", MeasureForm.Value) { Query = "canary", Min = 0.1, Stable = "stable", Compare = Rule };

        var comparison = new Rollout(30).With("canary", minute => 0.5 + (minute % 3 / 100)).With("stable", minute => 0.8 + (minute % 5 / 100))
            .Evaluate(measure).Comparison.ShouldNotBeNull();

        comparison.IsWorse.ShouldBeTrue();
        comparison.Ratio!.Value.ShouldBeGreaterThan(1.5);
        (comparison.Superiority, comparison.Low > 0).ShouldBe((1, true));
    }

    [Fact]
    public void Share_BesideAStableVersionWithoutAFailure_IsInfinitelyWorse() =>
        Evaluate(new Rollout(30).With("total", _ => 10).With("bad", _ => 0.09).With("stable total", _ => 10).With("stable bad", _ => 0))
            .ShouldSatisfyAllConditions(one => one!.IsWorse.ShouldBeTrue(), one => one!.Ratio.ShouldBe(double.MaxValue));

    [Fact]
    public void Share_OfTooFewPoints_IsNotCompared()
    {
        var comparison = Evaluate(new Rollout(30).With("total", _ => 10).With("bad", _ => 0.09).With("stable total", minute => minute < 6 ? 10 : null)
            .With("stable bad", _ => 0)).ShouldNotBeNull();

        (comparison.Points, comparison.Probability, comparison.IsWorse).ShouldBe((6, null, false));
    }

    [Fact]
    public void Compare_ComesWithTheFirstStageThatIsOver()
    {
        var rollout = new Rollout(new Stage(5, 0, 15 * Rollout.Minute), new Stage(100, 15 * Rollout.Minute, 30 * Rollout.Minute))
            .With("canary", minute => 1.5 + (minute % 7 / 10))
            .With("stable", minute => 0.5 + (minute % 5 / 10));
        var measure = new Measure("p95", MeasureForm.Value) { Query = "canary", Max = 5, Stable = "stable", Compare = Rule };

        rollout.Evaluate(measure, until: 14).Comparison.ShouldBeNull();
        rollout.Evaluate(measure).Comparison.ShouldNotBeNull().Weight.ShouldBe(5);
        rollout.Evaluate(measure with { Compare = null }).Comparison.ShouldBeNull();
    }

    [Theory]
    [InlineData("none", "`compare` needs the stable version: `stable-bad` with `stable-total`, `stable-selector`, or `stable-query`")]
    [InlineData("counter", "`compare` is not for counters, whose numbers depend on the weight; make it a ratio")]
    [InlineData("both", "`compare` needs to know which side is worse; keep `max` or `min`")]
    public void Read_AComparisonThatCannotBeMeant_SaysWhatIsMissing(string key, string message)
    {
        var compare = new CompareOptions { Then = "report" };
        var options = key switch
        {
            "none" => new ObjectiveOptions { Name = "x", Query = "a", Max = 1L, Compare = compare },
            "counter" => new ObjectiveOptions { Name = "x", Counter = "a", PerMinute = 1, Compare = compare },
            _ => new ObjectiveOptions { Name = "x", Query = "a", Max = 2L, Min = 1L, StableQuery = "b", Compare = compare },
        };

        Should.Throw<UsageException>(() => ObjectiveReader.Read([options], "r")).Message.ShouldBe($"canary-slo: objective \"x\": {message}");
    }

    private static ObjectiveOutcome Latency(double times, CompareRule rule) => new Rollout(30)
        .With("canary", minute => times * (1 + (minute * 7 % 11 / 20)))
        .With("stable", minute => 1 + (minute * 7 % 11 / 20))
        .Evaluate(new Measure("p95", MeasureForm.Value) { Query = "canary", Max = 9, Stable = "stable", Compare = rule });

    private static SideBySide? Evaluate(Rollout rollout) => rollout.Evaluate(new Measure("errors", MeasureForm.Share)
    {
        Query = "bad",
        Whole = "total",
        Max = 0.01,
        Stable = "stable bad",
        StableWhole = "stable total",
        Compare = Rule,
    }).Comparison;
}
