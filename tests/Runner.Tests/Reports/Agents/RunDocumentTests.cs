using System.Text.Json;
using System.Text.Json.Nodes;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Runner.Reports.Agents;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Reports.Agents;

public sealed class RunDocumentTests : IDisposable
{
    private static readonly string Schema = Path.Join(Golden.Root, "docs/schemas/run.schema.json");
    private readonly TempFolder folder = new();

    [Fact]
    public void RedRun_ReadsAsExpected() => Golden.Check("run.expected.json", Text(RunDocument.From(Samples.Red(), ".gates/out")));

    [Fact]
    public void Documents_FitThePublishedSchema()
    {
        RunReport[] runs = [Samples.Red(), Samples.Green(), Samples.CouldNotEvaluate(), Samples.Interrupted(), Samples.OwnJudge(), Samples.Grouped()];
        Complaints([.. runs.Select(run => Text(RunDocument.From(run, null))), Text(RunDocument.Failed("no base", ExitCode.CouldNotEvaluate, "0.1.0"))])
            .ShouldAllBe(complaint => complaint.Length == 0);
    }

    [Fact]
    public void Schema_RejectsWhatIsNeverWritten()
    {
        Action<JsonNode>[] mutations =
        [
            root => root["version"] = 2,
            root => root["verdict"] = "broken",
            root => root["surplus"] = true,
            root => root["error"] = 3,
            root => root.AsObject().Remove("findings"),
            root => root["findings"]![0]!["count"] = 0,
            root => root["findings"]![0]!["state"] = "old",
            root => root["findings"]![0]!.AsObject().Remove("waive"),
            root => root["findings"]![0]!["place"]!["line"] = "12",
        ];
        var documents = mutations.Select(mutate =>
        {
            var root = JsonNode.Parse(Text(RunDocument.From(Samples.Red(), null)))!;
            mutate(root);
            return root.ToJsonString();
        });
        Complaints(documents).ShouldAllBe(complaint => complaint.Length > 0);
    }

    [Fact]
    public void Groups_AreThoseOfTheOtherReportsAndCountsAreWhole()
    {
        using var document = JsonDocument.Parse(Text(RunDocument.From(Samples.Grouped(), null)));
        var findings = document.RootElement.GetProperty("findings").EnumerateArray().ToList();
        findings.Select(finding => finding.GetProperty("group").GetInt32()).Distinct().Count().ShouldBe(3);
        findings.Sum(finding => finding.GetProperty("count").GetInt32()).ShouldBe(705);
        document.RootElement.GetProperty("counts").GetProperty("blocking").GetInt32().ShouldBe(705);
    }

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<string> Complaints(IEnumerable<string> documents) => NodeTools.Complaints(Schema, [.. documents.Select((document, number) =>
    {
        var file = Path.Join(folder.Path, $"run-{number}.json");
        File.WriteAllText(file, document);
        return file;
    })]);

    private static string Text(RunDocument document)
    {
        using var output = new StringWriter();
        document.Write(output);
        return output.ToString();
    }
}
