using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.Doors.Workers;
using Gates.Formats.Documents;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;
using Support;

namespace Benchmarks;

/// <summary>
/// Judgements per second through one worker process, one after the other as in a run, and its start. Targets: 900 a second of a real policy, 170 over 1,000
/// documents.
/// </summary>
internal static class PolicyBenchmarks
{
    private const int Judgements = 2_000;

    private const string Small = """
        export function judge(evidence, settings, report) {
          for (const image of evidence.yaml.flatMap((doc) => doc.find("**.image"))) {
            if (/:latest$/.test(image.value)) report.error("no-latest", `Pin the image: ${image.value}`, image);
          }
        }
        """;

    private const string Image =
        """{"$node":"map","line":2,"column":3,"entries":[{"key":"image","keyLine":2,"keyColumn":3,"node":{"$node":"scalar","line":2,"column":10,"value":"a:latest"}}]}""";

    public static async Task<int> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        worker.Start();
        await JudgeAsync(worker, Policy, Documents(1), 1, 1);
        using var process = Process.GetProcessById(worker.ProcessId!.Value);
        Print($"start and first judgement  {clock.ElapsedMilliseconds,6} ms, {process.TotalProcessorTime.TotalMilliseconds:0} ms of the worker's processor");
        Print($"memory of the worker       {process.PeakWorkingSet64 >> 20,6} MiB at most");
        var workloads = ShippedPolicies.Source("workload-security-context");
        foreach (var one in new[] { "hardened/files/k8s/web.yaml", "every-kind-and-container/files/k8s/list.yaml" })
        {
            await MeasureAsync(
                "workload-security-context, " + one[..one.IndexOf('/', StringComparison.Ordinal)],
                worker,
                workloads,
                Workloads(one),
                findings: null,
                Judgements);
        }

        foreach (var documents in new[] { 3, 30, 1_000 })
        {
            await MeasureAsync(
                FormattableString.Invariant($"{documents} documents and findings"),
                worker,
                Policy,
                Documents(documents),
                documents,
                Math.Max(60, Judgements * 3 / documents));
        }

        return 0;
    }

    private static PolicySource Policy => new("bench.js", Small);

    /// <value>The defaults of the shipped policy; the small one looks at none.</value>
    private static JsonElement Settings { get; } = PolicySettings.Read(ShippedPolicies.Find("workload-security-context"), null, null);

    private static async Task MeasureAsync(string name, PolicyWorker worker, PolicySource policy, JsonElement facts, int? findings, int times)
    {
        await JudgeAsync(worker, policy, facts, findings, times / 2);
        using var process = Process.GetProcessById(worker.ProcessId!.Value);
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await JudgeAsync(worker, policy, facts, findings, times);
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalSeconds;
        Print($"{name,-52}  {times / clock.Elapsed.TotalSeconds,8:0} judgements/s wall, {times / cpu,8:0} per CPU second of the worker");
    }

    private static async Task JudgeAsync(PolicyWorker worker, PolicySource policy, JsonElement facts, int? findings, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var judgement = await worker.JudgeAsync(policy, new Evidence("bench/v1", facts), Settings, new PolicyLimits(), CancellationToken.None);
            if (judgement.Findings.Count != (findings ?? judgement.Findings.Count))
            {
                throw new InvalidOperationException("the benchmark's policy must find what is there");
            }
        }
    }

    private static JsonElement Documents(int count)
    {
        var document =
            $$$"""{"$doc":true,"path":"a.yaml","index":0,"root":{"$node":"map","line":1,"column":1,"entries":[{"key":"spec","keyLine":1,"keyColumn":1,"node":{{{Image}}}}]}}""";
        return JsonElement.Parse($$"""{"yaml":[{{string.Join(',', Enumerable.Repeat(document, count))}}]}""");
    }

    /// <summary>What a case of the policy holds.</summary>
    private static JsonElement Workloads(string file)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("yaml");
            var documents = YamlReader.Read(File.ReadAllText(Repository.Combine(["policies", "workload-security-context", "cases", .. file.Split('/')])), file);
            for (var i = 0; i < documents.Count; i++)
            {
                NodeJson.WriteDocument(json, file, i, documents[i]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
