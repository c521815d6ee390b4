using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.RunFolder;

public sealed class JsonReporterTests : IDisposable
{
    private static readonly string Schema = Path.Join(Golden.Root, "docs/schemas/results.schema.json");
    private readonly TempFolder folder = new();

    [Fact]
    public void RedRun_ReadsAsExpected() => Golden.Check("results.expected.json", Text(Samples.Red()) + "\n");

    [Fact]
    public void RealReports_FitThePublishedSchema()
    {
        var odd = Samples.Gate(
            "odd",
            "",
            Verdict.Skipped) with
        {
            Mode = GateMode.Off,
            Metrics = [new Metric("m", double.PositiveInfinity)],
            Findings = [Samples.Found(new Finding("r", Severity.Note, ""))]
        };
        RunReport[] runs = [
            Samples.Red(),
            Samples.Green(),
            Samples.CouldNotEvaluate(),
            Samples.Interrupted(),
            Samples.OwnJudge(),
            Samples.Many(50),
            Samples.Rollout(),
            Samples.Grouped(),
            Samples.Run([odd]),
            Samples.Run([odd with { Pages = [new PolicyPage("drift", "# Drift")] }])
        ];
        Complaints(runs.Select(Text)).ShouldAllBe(complaint => complaint.Length == 0);
    }

    [Fact]
    public void Schema_RejectsWhatTheReporterNeverWrites()
    {
        Action<JsonNode>[] mutations =
        [
            root => root["version"] = 2,
            root => root["verdict"] = "broken",
            root => root["exitCode"] = 4,
            root => root["started"] = "yesterday",
            root => root["elapsedMs"] = -1,
            root => root["surplus"] = true,
            root => root.AsObject().Remove("gates"),
            root => root["gates"]![0]!["mode"] = "strict",
            root => root["gates"]![0]!["policy"]!["sha256"] = "abc",
            root => root["gates"]![0]!["counts"]!["errors"] = "two",
            root => root["gates"]![0]!["findings"]![0]!["severity"] = "fatal",
            root => root["gates"]![0]!["findings"]![0]!["state"] = "old",
            root => root["gates"]![0]!["findings"]![0]!["fingerprint"] = "v2:00",
            root => root["gates"]![0]!["findings"]![0]!["location"]!["line"] = "12",
            root => root["gates"]![0]!["findings"]![0]!.AsObject().Remove("message"),
            root => root["proposed"] = JsonNode.Parse("""{"dlp-scan":"fine"}"""),
        ];
        var documents = mutations.Select(mutate =>
        {
            var document = JsonNode.Parse(Text(Samples.Red()))!;
            mutate(document);
            return document.ToJsonString();
        });
        var complaints = Complaints(documents);
        complaints.Count.ShouldBe(mutations.Length);
        complaints.ShouldAllBe(complaint => complaint.Length > 0);
    }

    [Fact]
    public void ManyFindings_AreAllThere()
    {
        using var document = JsonDocument.Parse(Text(Samples.Many(10_000)));
        document.RootElement.GetProperty("gates")[0].GetProperty("findings").GetArrayLength().ShouldBe(10_000);
    }

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<string> Complaints(IEnumerable<string> documents)
    {
        var files = documents.Select((document, number) =>
        {
            var file = Path.Join(folder.Path, $"results-{number}.json");
            File.WriteAllText(file, document);
            return file;
        });
        return NodeTools.Complaints(Schema, [.. files]);
    }

    private static string Text(RunReport report)
    {
        using var stream = new MemoryStream();
        ResultsFile.From(report).Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
