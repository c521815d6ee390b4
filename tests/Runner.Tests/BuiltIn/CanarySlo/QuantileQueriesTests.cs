using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Objectives;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

public sealed class QuantileQueriesTests
{
    private static readonly Objective P95 = new(
        new ObjectiveOptions { Name = "p95", Histogram = "d", Selector = "{track=\"canary\"}", Quantile = 0.95 },
        ObjectiveKind.Quantile,
        0.5,
        null);

    [Fact]
    public void Of_ABucketAtTheLimit_IsDecidedByIt()
    {
        var measure = QuantileQueries.Of(P95, ["0.1", "0.5", "+Inf"], "60s");

        measure.Query.ShouldBe("sum(rate(d_bucket{track=\"canary\",le=\"0.5\"}[60s]))");
        measure.Whole.ShouldBe("sum(rate(d_count{track=\"canary\"}[60s]))");
        (measure.Form, measure.IsGood, measure.Warning).ShouldBe((MeasureForm.Share, true, null));
        measure.Max!.Value.ShouldBe(0.05, 1e-12);
    }

    [Theory]
    [InlineData("0.1", "0.4", "+Inf")]
    [InlineData("0.4", "0.2")]
    public void Of_ALimitAboveTheLargestFiniteBucket_IsProvenByThatBucketOrNotAtAll(params string[] bounds)
    {
        var measure = QuantileQueries.Of(P95, bounds, "60s");

        measure.Query.ShouldBe("sum(rate(d_bucket{track=\"canary\",le=\"0.4\"}[60s]))");
        (measure.Form, measure.IsGood, measure.BeyondBuckets).ShouldBe((MeasureForm.Share, true, true));
        measure.Warning.ShouldBe("the largest finite bucket of d ends at 0.4 s, below the limit of 0.5 s: what is slower cannot be told apart; add a bucket at 0.5");
    }

    [Fact]
    public void Of_TheSameBoundWrittenInTwoWays_TakesBoth() =>
        QuantileQueries.Of(P95, ["0.5", "0.50"], "60s").Query.ShouldBe("sum(rate(d_bucket{track=\"canary\",le=~\"0\\\\.5|0\\\\.50\"}[60s]))");

    [Fact]
    public void Of_NoBucketAtTheLimit_InterpolatesAndWarns()
    {
        var measure = QuantileQueries.Of(P95, ["0.1", "0.4", "1", "+Inf"], "60s");

        measure.Query.ShouldBe("histogram_quantile(0.95, sum by (le) (rate(d_bucket{track=\"canary\"}[60s])))");
        measure.Warning.ShouldBe("no bucket of d ends at 0.5 s, so the quantile is a guess between 0.4 and 1 s; add a bucket at 0.5, or choose one of these as the limit");
    }

    [Fact]
    public void OfNative_TheShareIsWhatTheHistogramItselfSays()
    {
        var measure = QuantileQueries.OfNative(P95, "60s");

        measure.Query.ShouldBe("histogram_fraction(-Inf, 0.5, sum(rate(d{track=\"canary\"}[60s]))) * histogram_count(sum(rate(d{track=\"canary\"}[60s])))");
        measure.Whole.ShouldBe("histogram_count(sum(rate(d{track=\"canary\"}[60s])))");
        (measure.Form, measure.IsGood, measure.Stable).ShouldBe((MeasureForm.Share, true, null));
    }

    [Fact]
    public void Of_ANameBeyondTheClassicLetters_IsQuoted()
    {
        var options = new ObjectiveOptions { Name = "p95", Histogram = "http.server.request.duration", Selector = "{track=\"canary\"}", Quantile = 0.95 };

        QuantileQueries.Of(P95 with { Options = options }, ["0.5", "+Inf"], "60s").Query
            .ShouldBe("sum(rate({\"http.server.request.duration_bucket\",track=\"canary\",le=\"0.5\"}[60s]))");
    }
}
