using System.Globalization;
using Gates.Formats.Foundation.Statistics;
using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

/// <summary>The same numbers as k6 from what k6 wrote.</summary>
public sealed class RealFilesTests
{
    [Theory]
    [InlineData("summary-export.json")]
    [InlineData("handle-summary.json")]
    public void Thresholds_EvaluatedAnew_AgreeWithK6WhereSomethingWasMeasured(string file)
    {
        var path = Path.Combine(RealFiles.Folder(), "k6-0.49.0", file);
        var run = LoadResultReader.Read(file, () => File.OpenRead(path), Loading.Needs(), CancellationToken.None);

        var outcomes = run.Declared!.Select(one => ThresholdEvaluator.Evaluate(run, one.Metric, one.Expression, one.Held)).ToList();

        outcomes.Count.ShouldBeGreaterThan(15);
        outcomes.Count(one => one.Result == ThresholdResult.NoSamples).ShouldBe(4);
        outcomes.Where(one => one.Result != ThresholdResult.NoSamples).ShouldAllBe(one => one.Stated == (one.Result == ThresholdResult.Held));
        outcomes.Where(one => one.Result != ThresholdResult.NoSamples && one.Value is null).ShouldHaveSingleItem().Reason!.ShouldStartWith("by k6's own word");
    }

    [Fact]
    public void Percentiles_OfTheSameSamples_AreK6sOwn()
    {
        var compared = 0;
        foreach (var samples in Directory.EnumerateFiles(Path.Combine(RealFiles.Folder(), "pairs"), "*.durations.csv"))
        {
            var sorted = File.ReadLines(samples).Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)).Order().ToArray();
            var summary = samples.Replace(".durations.csv", ".summary.json", StringComparison.Ordinal);
            var run = LoadResultReader.Read("s", () => File.OpenRead(summary), Loading.Needs(), CancellationToken.None);
            foreach (var (share, aggregation) in new[] { (0.5, "med"), (0.9, "p(90)"), (0.95, "p(95)"), (0.99, "p(99)") })
            {
                var k6 = run.Get("http_req_duration", aggregation)!.Value;
                Percentile.Of(sorted, share).ShouldBe(k6, k6 * 1e-9, $"{aggregation} of {Path.GetFileName(samples)}");
                compared++;
            }
        }

        compared.ShouldBe(48);
    }

    [Fact]
    public void Points_AsJsonAndAsCsv_SayTheSame()
    {
        var folder = Path.Combine(RealFiles.Folder(), "k6-0.49.0");
        (string, string)[] wanted = [
            ("http_req_duration{name:pay}", "p(95)"),
            ("http_req_failed", "rate"),
            ("http_reqs", "count"),
            ("checkout_ms{flow:checkout}", "max")
        ];
        LoadRun Read(string file) =>
            LoadResultReader.Read(file, () => File.OpenRead(Path.Combine(folder, file)), Loading.Needs(wanted), CancellationToken.None);
        var (json, csv) = (Read("out.first2000.ndjson"), Read("out.first2000.csv"));

        json.Doubts.Concat(csv.Doubts).ShouldBeEmpty();
        json.Undisclosed.Count.ShouldBe(4);

        // The first 2,000 lines are not the same points: descriptions take up 21 lines of one, and a header one of the other.
        foreach (var (metric, aggregation) in wanted)
        {
            csv.Get(metric, aggregation)!.Value.ShouldBe(json.Get(metric, aggregation)!.Value, json.Get(metric, aggregation)!.Value * 0.05, metric);
        }

    }
}
