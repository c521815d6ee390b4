using Benchmarks;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>The labelled set that the benchmarks print by rule, held: <c>Benchmarks dlp-quality --misses</c> names what is missed.</summary>
public sealed class LabelledSetTests
{
    [Fact]
    public void What_is_planted_is_found_and_nothing_else()
    {
        var (files, scores) = DlpQuality.Measure(rounds: 1, showMisses: false);

        files.ShouldBeGreaterThan(4_000);
        var all = new DlpQuality.Score(scores.Values);
        all.Recall.ShouldBeGreaterThan(0.995);
        all.Precision.ShouldBeGreaterThan(0.995);
        scores["password"].Recall.ShouldBeGreaterThan(0.965);
        scores["password"].Precision.ShouldBeGreaterThan(0.98);
        scores.Where(rule => rule.Value.Recall < 0.9).Select(rule => rule.Key).ShouldBeEmpty();
    }
}
