using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.Doors.Workers;
using Gates.Formats.Documents;
using Gates.Formats.JsonLines;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;
using Support;

namespace Benchmarks;

/// <summary>
/// Judgements per second through one worker process, one after the other as in a run, and its start. Targets: 900 a second of a real policy, 170 over 1,000
/// documents, 500 over a change of 200 files. Then 100 MB of JSON lines as facts: 3 s, 150 MB.
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

    private const string Change = """
        export function judge(evidence, settings, report) {
          for (const { path, hunks, before, after } of evidence.change.files) {
            for (const { newStart, newLines } of hunks ?? []) {
              newLines.forEach((line, i) => /debugger/.test(line) && report.error("debugger", `${path} stops`, { path, line: newStart + i }));
            }
            if (before?.[0].get("version")?.value === after?.[0].get("version")?.value) report.note("same", path, { path, line: 1 });
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

        await MeasureAsync("a change of 200 files", worker, new PolicySource("change.js", Change), Changes(200), 200, Judgements / 4);
        ReadLines();
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

    /// <summary>Three changed lines in two places of each file, and what its document was and is.</summary>
    private static JsonElement Changes(int files)
    {
        static string Document(int version) => """
            [{"$doc":true,"path":"p.json","index":0,"root":{"$node":"map","line":1,"column":1,"entries":
            [{"key":"version","keyLine":2,"keyColumn":3,"node":{"$node":"scalar","line":2,"column":14,"value":V}}]}}]
            """.Replace("V", version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var file = """
            {"path":"src/N.json","oldPath":"src/N.json","status":"modified","binary":false,"added":3,"deleted":1,"hunks":
            [{"oldStart":4,"oldLines":["a"],"newStart":4,"newLines":["b"]},{"oldStart":9,"oldLines":[],"newStart":9,"newLines":["debugger;","c"]}],"before":
            """ + Document(1) + ",\"after\":" + Document(2) + ",\"problem\":null}";
        var all = Enumerable.Range(0, files).Select(i => file.Replace("N", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return JsonElement.Parse("{\"change\":{\"base\":\"a\",\"head\":\"b\",\"files\":[" + string.Join(',', all) + "]}}");
    }

    private static void ReadLines()
    {
        var line = Encoding.UTF8.GetBytes(
            """{"time":"2026-11-29T12:00:00.000Z","priority":"Warning","rule":"Shell","output":"a shell was spawned","""
            + "\"fields\":{\"pod\":\"a\",\"user\":\"root\"}}\n");
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var written = new FileStream(path, FileMode.CreateNew))
        {
            for (var i = 0; i < 100_000_000 / line.Length; i++)
            {
                written.Write(line);
            }
        }

        try
        {
            using var stream = File.OpenRead(path);
            var (clock, reader) = (Stopwatch.StartNew(), new JsonLinesReader("a.jsonl"));
            reader.Read(stream);
            using var process = Process.GetCurrentProcess();
            Print($"100 MB of JSON lines, {reader.Records} records  {clock.Elapsed.TotalSeconds:0.0} s, {process.PeakWorkingSet64 >> 20} MiB resident at most");
        }
        finally
        {
            File.Delete(path);
        }
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
