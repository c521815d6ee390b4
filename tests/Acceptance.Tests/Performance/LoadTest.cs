using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Acceptance.Tests.Performance;

/// <summary>Runs of a load test: 60 requests a second, written as k6's <c>--out json</c> writes them, gzipped.</summary>
internal static class LoadTest
{
    private const int Requests = 480;

    /// <summary>Durations in milliseconds as services have them, log-normal around 100; the same for the same seed.</summary>
    /// <param name="seed">Tells runs apart.</param>
    /// <param name="factor">How slow the service, or its machine, was.</param>
    public static IEnumerable<double> Durations(uint seed, double factor)
    {
        var state = seed * 2_654_435_761;
        for (var i = 0; i < Requests; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(Next())) * Math.Cos(2 * Math.PI * Next());
            yield return 100 * factor * Math.Exp(0.35 * normal);
        }

        double Next() => ((state = (state * 1_664_525) + 1_013_904_223) + 1.0) / (uint.MaxValue + 2.0);
    }

    /// <summary>A run's file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="durations">Of its requests, in milliseconds.</param>
    public static void Write(string path, IEnumerable<double> durations)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        using var text = new StreamWriter(gzip, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var (name, type, contains) in new[]
        {
            ("http_req_duration", "trend", "time"),
            ("iteration_duration", "trend", "time"),
            ("iterations", "counter", "default")
        })
        {
            text.WriteLine($$$"""{"type":"Metric","data":{"name":"{{{name}}}","type":"{{{type}}}","contains":"{{{contains}}}","thresholds":[],"submetrics":null},"metric":"{{{name}}}"}""");
        }

        foreach (var (i, duration) in durations.Index())
        {
            var time = new DateTime(
                2026,
                11,
                22,
                2,
                40,
                0,
                DateTimeKind.Utc).AddSeconds(i / 60.0).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
            foreach (var (name, value) in new[] { ("http_req_duration", duration), ("iteration_duration", duration), ("iterations", 1) })
            {
                text.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$$"""{"metric":"{{{name}}}","type":"Point","data":{"time":"{{{time}}}","value":{{{value}}},"tags":{"scenario":"default"} } }"""));
            }
        }
    }
}
