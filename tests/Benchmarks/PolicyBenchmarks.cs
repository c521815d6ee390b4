using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gates.Policies;
using Gates.Runner.PolicyWorkers;
using Support;

namespace Benchmarks;

/// <summary>Judgements per second through one worker process, one after the other as in a run, and its start. Target: 500 a second.</summary>
internal static class PolicyBenchmarks
{
    private const int Judgements = 2_000;

    private const string Small = """
        function judge(evidence, settings, report) {
          evidence.yaml.forEach(function (doc) {
            doc.find("**.image").forEach(function (image) {
              if (/:latest$/.test(image.value)) { report.error("no-latest", "Pin the image: " + image.value, image); }
            });
          });
        }
        """;

    public static async Task<int> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        worker.Start();
        await JudgeAsync(worker, documents: 1, times: 1);
        Print($"start and first judgement  {clock.ElapsedMilliseconds,6} ms");
        await JudgeAsync(worker, documents: 3, times: 1_000);
        foreach (var documents in new[] { 3, 30, 1_000 })
        {
            var times = Math.Max(20, Judgements * 3 / documents);
            using var process = Process.GetProcessById(worker.ProcessId!.Value);
            var before = process.TotalProcessorTime;
            clock.Restart();
            await JudgeAsync(worker, documents, times);
            process.Refresh();
            var cpu = (process.TotalProcessorTime - before).TotalSeconds;
            Print($"{documents,5} documents  {times / clock.Elapsed.TotalSeconds,8:0} judgements/s wall, {times / cpu,8:0} per CPU second of the worker");
        }

        return 0;
    }

    private static async Task JudgeAsync(PolicyWorker worker, int documents, int times)
    {
        const string Image = """{"$node":"map","line":2,"column":3,"entries":[{"key":"image","keyLine":2,"keyColumn":3,"node":{"$node":"scalar","line":2,"column":10,"value":"a:latest"}}]}""";
        var document = $$$"""{"$doc":true,"path":"a.yaml","index":0,"root":{"$node":"map","line":1,"column":1,"entries":[{"key":"spec","keyLine":1,"keyColumn":1,"node":{{{Image}}}}]}}""";
        using var facts = JsonDocument.Parse($$"""{"yaml":[{{string.Join(',', Enumerable.Repeat(document, documents))}}]}""");
        using var settings = JsonDocument.Parse("{}");
        for (var i = 0; i < times; i++)
        {
            var judgement = await worker.JudgeAsync(
                new PolicySource("bench.js", Small), new Evidence("bench/v1", facts.RootElement), settings.RootElement, new PolicyLimits(), CancellationToken.None);
            if (judgement.Findings.Count != documents)
            {
                throw new InvalidOperationException("the benchmark's policy must find every image");
            }
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
