using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Html;
using Gates.Runner.Reports.Review;

namespace Benchmarks;

/// <summary>Renders a run with many findings to every format, the first time in the process, as <c>gates run</c> does.</summary>
internal static class ReportBenchmarks
{
    public static async Task<int> RunAsync(int findings)
    {
        var folder = Directory.CreateTempSubdirectory("gates-benchmark-");
        using var console = new StringWriter();
        var outputs = OutputFolder.Create("out", folder.FullName, _ => false);
        var report = Report(findings);
        var (total, work) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (name, reporter) in new (string, IReporter)[]
        {
            ("results.json", new JsonReporter(outputs)),
            ("results.sarif", new SarifReporter(outputs)),
            ("results.junit.xml", new JUnitReporter(outputs)),
            ("summary.md", new SummaryReporter(outputs, "https://github.com/acme/shop/blob/main/")),
            ("report.html", new HtmlReporter(outputs, new SourceLinks("https://github.com/acme/shop/blob/main/"))),
            ("comment, check run", new ReviewPages()),
            ("annotations", new AnnotationReporter(console)),
            ("console", new ConsoleReporter(console, ConsoleStyle.Plain)),
            ("evidence, run.json", new RunManifest(outputs, new EvidenceRecorder(outputs))),
        })
        {
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            await reporter.ReportAsync(report, CancellationToken.None);
            total += clock.Elapsed;
            Print(name, clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - processor);
            work += Process.GetCurrentProcess().TotalProcessorTime - processor;
        }

        Print($"all, {findings} findings", total, work);
        folder.Delete(recursive: true);
        return 0;
    }

    private static void Print(string name, TimeSpan elapsed, TimeSpan work) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-24} {elapsed.TotalMilliseconds,8:0} ms elapsed {work.TotalMilliseconds,8:0} ms of processor"));

    public static RunReport Report(int findings)
    {
        var empty = JsonDocument.Parse("{}").RootElement;
        var gate = new GateResult
        {
            GateId = "dlp-scan",
            Title = "Secrets and personal data",
            Mode = GateMode.Enforce,
            Verdict = findings == 0 ? Verdict.Passed : Verdict.Failed,
            Policy = new PolicySource("dlp-scan", "function judge() {}"),
            Settings = empty,
            Evidence = new Evidence("dlp-scan/v1", empty),
            Started = DateTimeOffset.UnixEpoch,
            Elapsed = TimeSpan.FromSeconds(1),
            Findings = [.. Enumerable.Range(0, findings).Select(Finding)],
        };
        return new RunReport
        {
            Results = [gate],
            Verdict = findings == 0 ? Verdict.Passed : Verdict.Failed,
            Changes = ChangeSet.None,
            Configuration = "built-in defaults",
            Started = DateTimeOffset.UnixEpoch,
            Elapsed = TimeSpan.FromSeconds(1),
            ToolVersion = "benchmark",
        };
    }

    private static GateFinding Finding(int number) => new(
        new Finding(
            $"rule-{number % 40}",
            (Severity)(number % 3),
            $"A token ({number}…9f3a) is committed here, where `everyone` who may read <this> repository can use it until somebody notices and revokes it.",
            new Location($"src/folder {number % 97}/file{number % 1009}.txt", (number % 500) + 1, Column: 4),
            Help: "Revoke it at https://example.com/tokens, then remove it from the file and from its history."),
        $"v2:{number:x16}",
        (FindingState)(number % 10 == 0 ? 2 : number % 10 == 1 ? 1 : 0),
        number % 2 == 0);

    private sealed class ReviewPages : IReporter
    {
        public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
        {
            var input = new ReviewInput { Report = report, Links = new SourceLinks("https://github.com/acme/shop/blob/main/") };
            _ = CommentPage.Render(input).Length + CheckPage.Render(input, mostAnnotations: 1_000).Summary.Length;
            return Task.CompletedTask;
        }
    }
}
