using System.Security.Cryptography;
using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;
using Gates.Runner.Reports;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.RunFolder;

public sealed class EvidenceRecorderTests : IDisposable
{
    private readonly TempFolder workspace = new();

    [Fact]
    public async Task EveryDigestOfTheManifest_IsThatOfItsFile()
    {
        var manifest = await Write(Samples.Red());
        var gates = manifest.GetProperty("gates").EnumerateArray().ToList();
        gates.Count.ShouldBe(3);
        foreach (var part in gates.SelectMany(gate => new[] { gate.GetProperty("policy"), gate.GetProperty("settings"), gate.GetProperty("evidence") }))
        {
            Digest(part.GetProperty("file").GetString()!).ShouldBe(part.GetProperty("sha256").GetString());
        }

        foreach (var file in manifest.GetProperty("files").EnumerateObject())
        {
            Digest(file.Name).ShouldBe(file.Value.GetString());
        }

        manifest.GetProperty("files").EnumerateObject().Count().ShouldBe(9);
    }

    /// <summary>A page is a file of its own, safe as it stands; results.json and run.json name it.</summary>
    [Fact]
    public async Task APageThatAPolicyHandedOver_IsAFileWithItsDigest()
    {
        var gate = Samples.Gate("a/b", "G", Verdict.Passed) with { Pages = [new PolicyPage("drift", "# Drift <b>\n\n| `x` |\n")] };
        var manifest = await Write(Samples.Run([gate]));
        (await File.ReadAllTextAsync(At("documents/a%2Fb/drift.md"))).ShouldBe("# Drift &#60;b&#62;\n\n| `x` |\n\n");
        manifest.GetProperty("files").GetProperty("documents/a%2Fb/drift.md").GetString().ShouldBe(Digest("documents/a%2Fb/drift.md"));
        var named = JsonDocument.Parse(await File.ReadAllTextAsync(At("results.json"))).RootElement.GetProperty("gates")[0].GetProperty("documents")[0];
        named.GetProperty("name").GetString().ShouldBe("drift");
        named.GetProperty("file").GetString().ShouldBe("documents/a%2Fb/drift.md");
        named.GetProperty("sha256").GetString().ShouldBe(Digest("documents/a%2Fb/drift.md"));
        named.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(At("documents/a%2Fb/drift.md")).Length);

        // The next run leaves nothing of this one.
        await Write(Samples.Green());
        Directory.Exists(At("documents")).ShouldBeFalse();
    }

    [Fact]
    public async Task Policy_IsFiledUnderItsOwnDigest()
    {
        var report = Samples.Green();
        await Write(report);
        Digest($"policies/{report.Results[0].Policy.Digest}.js").ShouldBe(report.Results[0].Policy.Digest);
    }

    [Fact]
    public async Task Manifest_SaysWhatRanAndHowItEnded()
    {
        var manifest = await Write(Samples.Red());
        manifest.GetProperty("complete").GetBoolean().ShouldBeTrue();
        manifest.GetProperty("verdict").GetString().ShouldBe("failed");
        manifest.GetProperty("base").GetString().ShouldBe(Samples.Red().Changes.BaseSha);
        manifest.GetProperty("configuration").GetString().ShouldBe(".github/gates.yml at 3f2a9c1d");
        manifest.GetProperty("elapsedMs").GetInt64().ShouldBe(834);
    }

    [Fact]
    public async Task EvidenceThatIsTooLarge_IsKeptByDigestOnlyAndSaysSo()
    {
        var manifest = await Write(Samples.Green(), mostEvidence: 10);
        var evidence = manifest.GetProperty("gates")[0].GetProperty("evidence");
        evidence.GetProperty("file").ValueKind.ShouldBe(JsonValueKind.Null);
        evidence.GetProperty("notKept").GetString()!.ShouldStartWith("too large: only the digest is kept");
        evidence.GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        Directory.Exists(At("evidence")).ShouldBeFalse();
    }

    [Fact]
    public async Task GateWithoutEvidence_HasNone()
    {
        var manifest = await Write(Samples.Run([Samples.Gate("g", "G", Verdict.Errored) with { Evidence = null, Error = "x" }]));
        manifest.GetProperty("gates")[0].GetProperty("evidence").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("/etc/x")]
    [InlineData("..")]
    [InlineData(".hidden")]
    public async Task GateIds_NeverLeaveTheFolder(string id)
    {
        await Write(Samples.Run([Samples.Gate(id, "G", Verdict.Passed)]));
        Directory.EnumerateFiles(At("evidence")).Count().ShouldBe(1);
        Directory.EnumerateFileSystemEntries(workspace.Path).Count().ShouldBe(1);
    }

    [Fact]
    public async Task EvidenceWithHalfASurrogatePair_IsWrittenAllTheSame()
    {
        var facts = JsonDocument.Parse("""{"path":"a\ud800b","\ud800":1}""").RootElement;
        await Write(Samples.Run([Samples.Gate("g", "G", Verdict.Passed) with { Evidence = new Evidence("k", facts), Settings = facts }]));
        (await File.ReadAllTextAsync(At("evidence/g.json"))).ShouldContain("\"path\":");
    }

    public void Dispose() => workspace.Dispose();

    private async Task<JsonElement> Write(RunReport report, long mostEvidence = 16 << 20)
    {
        var folder = OutputFolder.Create("out", workspace.Path, _ => false);
        await new PageReporter(folder).ReportAsync(report, CancellationToken.None);
        await new JsonReporter(folder).ReportAsync(report, CancellationToken.None);
        await new SarifReporter(folder).ReportAsync(report, CancellationToken.None);
        await new RunManifest(folder, new EvidenceRecorder(folder, mostEvidence)).ReportAsync(report, CancellationToken.None);
        return JsonDocument.Parse(await File.ReadAllTextAsync(At("run.json"))).RootElement;
    }

    private string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(At(name))));

    private string At(string name) => Path.Join(workspace.Path, "out", name);
}
