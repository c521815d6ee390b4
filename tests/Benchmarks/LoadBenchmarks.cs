using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gates.Formats.Foundation.Statistics;
using Gates.Formats.LoadResults;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Benchmarks;

/// <summary>Reads two million points of k6, and compares 3 + 3 runs of 5,000 samples.</summary>
internal static class LoadBenchmarks
{
    private const int Points = 2_000_000;

    private static readonly string[] Metrics =
    [
        "http_reqs", "http_req_duration", "http_req_blocked", "http_req_connecting", "http_req_tls_handshaking", "http_req_sending", "http_req_waiting",
        "http_req_receiving", "http_req_failed", "checks", "data_sent", "data_received", "iteration_duration", "iterations",
    ];

    public static int Run()
    {
        var file = Path.Combine(Path.GetTempPath(), "gates-points.json");
        try
        {
            Write(file, Points);
            ReadFile(file);
        }
        finally
        {
            File.Delete(file);
        }

        Compare();
        Compare();
        return 0;
    }

    public static int ReadFile(string file)
    {
        (MetricName, Aggregation)[] wanted =
            [
                (MetricName.Parse("http_req_duration"), new Aggregation(AggregationMethod.Percentile, 95)),
                (MetricName.Parse("http_req_duration{name:home}"), new Aggregation(AggregationMethod.Percentile, 95))
            ];
        var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var run = LoadResultReader.Read(
            file,
            () => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0),
            new MetricNeeds(wanted, Declared: true),
            CancellationToken.None);
        Print($"{new FileInfo(file).Length / 1e6:0} MB of points in {clock.Elapsed.TotalSeconds:0.00} s ({(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:0.00} s of processor time), peak RSS {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        foreach (var metric in run.Metrics.Values.Where(metric => metric.Samples is not null))
        {
            Print($"  {metric.Name}: {metric.Count} samples");
        }

        return 0;
    }

    private static void Compare()
    {
        var random = new Xoshiro256StarStar(1);
        double[][] Side() =>
            [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 5_000).Select(_ => LogNormal.Sample(random, 3, 0.6)).Order().ToArray())];
        var (before, after) = (Side(), Side());
        var (clock, used) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var (one, other) = (new SampleRuns(before), new SampleRuns(after));
        var noise = (RunBootstrap.Variance(one, 0.95) + RunBootstrap.Variance(other, 0.95)) / 2;
        RunRatio.OfSamples(other.Whole(0.95) / one.Whole(0.95), one.Each(0.95), other.Each(0.95), noise, default);
        Print($"3 + 3 runs of 5,000 samples compared in {clock.Elapsed.TotalMilliseconds:0} ms ({(Process.GetCurrentProcess().TotalProcessorTime - used).TotalMilliseconds:0} ms of processor time)");
    }

    private static void Write(string file, int points)
    {
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write(
            """{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time","thresholds":["p(95)<500"],"submetrics":null},"metric":"http_req_duration"}"""
                + "\n");
        var random = new Xoshiro256StarStar(1);
        for (var i = 0; i < points; i++)
        {
            var (second, fraction) = (i / (points / 60 + 1), i % 1_000_000_000);
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $$$$"""{"metric":"{{{{Metrics[i % Metrics.Length]}}}}","type":"Point","data":{"time":"2026-11-22T02:40:{{{{second:00}}}}.{{{{fraction:000000000}}}}Z","value":{{{{random.NextDouble() * 100}}}},"tags":{"expected_response":"true","flow":"checkout","group":"::checkout::pay","method":"GET","name":"home","proto":"HTTP/1.1","scenario":"checkout","status":"200","url":"https://shop.example/home"}}}"""));
            writer.Write('\n');
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
