using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults.Formats;
using Gates.Formats.LoadResults.Formats.Benchmarks;
using Gates.Formats.LoadResults.Formats.Histograms;
using Gates.Formats.LoadResults.Formats.Tools;

namespace Gates.Formats.LoadResults;

/// <summary>Reads load test results of every format, recognised by what is in the file; names and tool versions decide nothing.</summary>
internal static class LoadResultReader
{
    /// <value>Points come before summaries, because a file of points must not be read as one document.</value>
    private static readonly ILoadFormat[] Formats = [
        new K6Points(),
        new K6Csv(),
        new NBomberCsv(),
        new VegetaResults(),
        new VegetaCsv(),
        new CriterionMessages(),
        new JMeterCsv(),
        new JMeterXml(),
        new HeyCsv(),
        new LocustCsv(),
        new Wrk(),
        new Hey(),
        new HdrLog(),
        new GoBenchmark(),
        new K6MachineSummary(),
        new K6HandleSummary(),
        new VegetaReport(),
        new Gatling(),
        new Artillery(),
        new LocustJson(),
        new Hyperfine(),
        new BenchmarkDotNet(),
        new Criterion(),
        new PytestBenchmark(),
        new BenchmarkAction(),
        new Lighthouse(),
        new K6SummaryExport()
    ];

    private const string Known =
        "k6 (--summary-export, handleSummary, --new-machine-readable-summary, --out json, --out csv), JMeter, Gatling, Locust, Artillery, vegeta, wrk, hey, "
        + "NBomber, HdrHistogram, hyperfine, BenchmarkDotNet, criterion, pytest-benchmark, go test -bench, github-action-benchmark or Lighthouse";

    /// <exception cref="EvaluationException">No format knows the file, or it is damaged; the message says where.</exception>
    public static LoadRun Read(string path, Func<Stream> open, MetricNeeds needs, CancellationToken cancellationToken)
    {
        try
        {
            using var input = new LoadInput(path, open);
            foreach (var format in Formats)
            {
                if (format.TryRead(input, needs, cancellationToken) is { } run)
                {
                    return run.Declared is not { Count: > LoadRun.MaxThresholds } ? run : throw TooManyThresholds(path);
                }
            }

            throw new EvaluationException($"{path}: {Describe(input)}; expected results of {Known}");
        }
        catch (JsonException e)
        {
            throw new EvaluationException(
                FormattableString.Invariant($"{path}:{(e.LineNumber ?? 0) + 1}: is not valid JSON; was the run cut off while it wrote its summary?"),
                e);
        }
        catch (InvalidDataException e)
        {
            throw new EvaluationException($"{path}: begins like gzip, but cannot be decompressed: it is damaged or cut off", e);
        }
    }

    internal static EvaluationException TooManyThresholds(string path) =>
        new(FormattableString.Invariant($"{path}: declares more than {LoadRun.MaxThresholds} thresholds, which no load test does"));

    private static string Describe(LoadInput input)
    {
        if (input.Head.IsEmpty)
        {
            return "is empty";
        }

        if (input.Json is { } json)
        {
            var keys = json.EnumerateObject().Select(property => property.Name).Take(5).ToList();
            return keys.Count == 0
                ? "is an empty JSON object"
                : $"is JSON with the keys {string.Join(", ", keys.Select(Short))}, which is no load test's summary";
        }

        if (input.Head.IndexOf("Attack"u8) >= 0 && input.Head.IndexOf("Latency"u8) >= 0)
        {
            return "looks like what `vegeta attack` writes, which only Go reads; write `vegeta encode --to=json` behind it";
        }

        return "is of no format that this gate reads" + (input.Path.EndsWith(".gz", StringComparison.Ordinal) ? ", and not gzip either" : "");
    }

    private static string Short(string key) => key.Length <= 40 ? key : key[..40] + "…";
}
