using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class SarifReporterTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void RedRun_ReadsAsExpected() => Golden.Check("results.expected.sarif", Encoding.UTF8.GetString(SarifReporter.Render(Samples.Red())) + "\n");

    [Fact]
    public void RealReports_PassTheOfficialValidator()
    {
        var unplaced = Samples.Gate("odd gate", "Odd", Verdict.Failed) with
        {
            Findings =
            [
                Samples.Found(new Finding("no place", Severity.Error, "")),
                Samples.Found(new Finding("leaves", Severity.Note, "x", new Location("../../etc/passwd", 3))),
                Samples.Found(new Finding("odd", Severity.Warning, "x.", new Location("a b/ü#?%.txt", 9, EndLine: 2, Column: 5, EndColumn: 1))),
                Samples.Found(new Finding("zero", Severity.Warning, "x.", new Location("a", 0, Column: 0))),
            ],
        };
        RunReport[] runs = [Samples.Red(), Samples.Green(), Samples.CouldNotEvaluate(), Samples.OwnJudge(), Samples.Many(60), Samples.Run([unplaced])];
        Validate([.. runs.Select(SarifReporter.Render)]).ShouldBeEmpty();
    }

    [Fact]
    public void Validator_ObjectsToABrokenFile() =>
        Validate(Encoding.UTF8.GetBytes("""{ "version": "2.1.0", "runs": [ { "results": [] } ] }""")).ShouldNotBeEmpty();

    [Fact]
    public void GateThatCouldNotBeEvaluated_MakesTheInvocationUnsuccessful()
    {
        var invocation = Run(Samples.CouldNotEvaluate()).GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBeFalse();
        var notifications = invocation.GetProperty("toolExecutionNotifications")
            .EnumerateArray()
            .Select(notification => (notification.GetProperty("level").GetString(), notification.GetProperty("message")
                .GetProperty("text")
                .GetString()!.Split(':')[0]));
        notifications.ShouldBe([("error", "no-latest-tags could not be evaluated"), ("warning", "image-tags could not be evaluated")]);
        Run(Samples.Red()).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void States_BecomeSuppressionsAndBaselineStates()
    {
        var results = Run(Samples.Red()).GetProperty("results").EnumerateArray().ToList();
        results.Single(result => result.GetProperty("suppressions").GetArrayLength() == 1).GetProperty("ruleId").GetString().ShouldBe("dlp-scan/card-number");
        results.Count(result => result.GetProperty("baselineState").GetString() == "unchanged").ShouldBe(1);
        results.Count(result => result.GetProperty("baselineState").GetString() == "new").ShouldBe(6);
    }

    [Fact]
    public void EveryResult_HasAPlaceAndItsRule()
    {
        var run = Run(Samples.Many(100));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            result.GetProperty("locations").GetArrayLength().ShouldBe(1);
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
        }
    }

    [Fact]
    public void MoreThanGitHubTakes_IsLeftOutFromTheEndAndCounted()
    {
        var run = Run(Samples.Many(26_000, textLength: 1));
        run.GetProperty("results").GetArrayLength().ShouldBe(25_000);
        run.GetProperty("results")[0].GetProperty("properties").GetProperty("blocking").GetBoolean().ShouldBeTrue();
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0]
            .GetProperty("message")
            .GetProperty("text")
            .GetString()
            .ShouldStartWith("1,000 more findings");
    }

    [Fact]
    public void LargerThanGitHubTakes_IsLeftOutFromTheEnd()
    {
        var findings = Enumerable.Range(0, 3_000).Select(number => Samples.Found(
            new Finding("r", Severity.Error, Noise(number), new Location("a", number + 1)))).ToList();
        var document = SarifReporter.Render(Samples.Run([Samples.Gate("g", "G", Verdict.Failed) with { Findings = findings }]));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(document);
        }

        packed.Length.ShouldBeInRange(5_000_000, 10_000_000);
        Encoding.UTF8.GetString(document).ShouldContain("more findings would not fit");
    }

    public void Dispose() => folder.Dispose();

    private static JsonElement Run(RunReport report) => JsonDocument.Parse(SarifReporter.Render(report)).RootElement.GetProperty("runs")[0];

    /// <summary>Eight kilobytes that do not compress, always the same.</summary>
    private static string Noise(int seed)
    {
        var noise = new byte[4_000];
        for (var offset = 0; offset < noise.Length; offset += SHA512.HashSizeInBytes)
        {
            SHA512.HashData(BitConverter.GetBytes((seed * 1_000) + offset))
                .AsSpan(0, Math.Min(SHA512.HashSizeInBytes, noise.Length - offset))
                .CopyTo(noise.AsSpan(offset));
        }

        return Convert.ToHexString(noise);
    }

    /// <summary>What the validator calls an error, or a warning of its rules for GitHub.</summary>
    private List<string> Validate(params byte[][] documents)
    {
        var files = documents.Select((_, number) => Path.Join(folder.Path, $"run-{number}.sarif")).ToList();
        var log = Path.Join(folder.Path, "validation.log");
        foreach (var (file, document) in files.Zip(documents))
        {
            File.WriteAllBytes(file, document);
        }

        var output = NodeTools.ValidateSarif(files, log);
        File.Exists(log).ShouldBeTrue(output);
        var runs = JsonDocument.Parse(File.ReadAllText(log)).RootElement.GetProperty("runs");
        return [.. runs.EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray())
            .Where(result => Level(result) == "error"
                || (Level(result) == "warning" && result.GetProperty("ruleId").GetString()!.StartsWith("GH", StringComparison.Ordinal)))
            .Select(result => result.GetRawText())];
    }

    private static string Level(JsonElement result) => result.TryGetProperty("level", out var level) ? level.GetString()! : "warning";
}
