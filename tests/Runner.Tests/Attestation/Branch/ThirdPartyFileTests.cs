using System.IO.Compression;
using System.Text;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.BuiltIn;
using Gates.Formats.Foundation;
using Runner.Tests.BuiltIn.DlpScan;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Branch;

public sealed class ThirdPartyFileTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 10, 30, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Enumerable.Repeat((byte)3, 32).ToArray());

    [Fact]
    public void File_OfATool_IsStatedByDigestAndKept()
    {
        var items = Read("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Trivy","version":"0.50"}},"results":[]}]}""");
        items.Select(item =>
            item.Path[..^(16 + 5)]).ShouldBe(["audit/2026/11/22/20261122T103000Z-sarif-e6332004b58323f0-", "audit/2026/11/22/20261122T103000Z-sarif-"]);
        items[1].Path.ShouldEndWith("-e6332004b58323f0.file");
        var bundle = SigstoreBundle.Read(items[0].Bytes, "b");
        bundle.Envelope.IsSignedBy(key.PublicKey).ShouldBeTrue();
        Encoding.UTF8.GetString(bundle.Envelope.Payload.Span).ShouldBe(
            """{"_type":"https://in-toto.io/Statement/v1","predicate":{"commit":"c0ffee","format":"SARIF 2.1.0","path":"audit/2026/11/22/20261122T103000Z-sarif-e6332004b58323f0.file","size":95,"time":"2026-11-22T10:30:00Z","tool":"Trivy 0.50","type":"sarif"},"predicateType":"https://github.com/gates-ci/gates/third-party-evidence/v0.1","subject":[{"digest":{"sha256":"e6332004b58323f0163931d678cb027d3f14611aac9edcbc6bfbbe001e92b807"},"name":"report.json"}]}""");
    }

    [Fact]
    public void File_WithASecret_IsRefusedByItsLineOnly()
    {
        var text = "{\n\"a\": 1,\n\"token\": \"" + Scanning.Token + "\"}";
        var message = Should.Throw<UsageException>(() => Read(text, type: "drill")).Message;
        message.ShouldBe("report.json:3: holds a secret or personal data, and the evidence branch forgets nothing. Take it out, or log only the file's digest with --digest-only");
        Read(text, digestOnly: true, type: "drill").ShouldHaveSingleItem().IsBundle.ShouldBeTrue();
    }

    [Theory]
    [InlineData("UTF-16")]
    [InlineData("gzip in gzip")]
    [InlineData("zip")]
    [InlineData("base64")]
    public void File_WithASecretInWhatItWraps_IsRefused(string wrapping)
    {
        var text = Encoding.UTF8.GetBytes("the token is " + Scanning.Token);
        byte[] content = wrapping switch
        {
            "UTF-16" => Encoding.Unicode.GetBytes("\uFEFFthe token is " + Scanning.Token),
            "gzip in gzip" => Packed(Packed(text)),
            "zip" => Zipped(text),
            _ => Encoding.ASCII.GetBytes($"data: {Convert.ToBase64String(text)}"),
        };

        var message = Should.Throw<UsageException>(() => Read(content, type: "drill")).Message;
        message.ShouldStartWith("report.json");
        message.ShouldContain(": holds a secret or personal data");
        message.ShouldNotContain(Scanning.Token[8..]);
    }

    [Fact]
    public void File_PackedWithASecretAtItsEnd_IsRefused()
    {
        var filler = string.Concat(Enumerable.Range(0, 250_000).Select(i => $"{{\"metric\":\"http_req_duration\",\"value\":{i * 7919 % 10007}}}\n"));
        Should.Throw<UsageException>(() => Read(Packed(filler + "{\"url\": \"http://x/?token=" + Scanning.Token + "\"}\n"), type: "drill")).Message
            .ShouldContain("holds a secret or personal data");
        Read(Packed(filler), type: "drill").Count.ShouldBe(2);
    }

    [Fact]
    public void File_PackedAndDamaged_IsRefused() =>
        Should.Throw<UsageException>(() => Read([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0], type: "drill")).Message
            .ShouldContain("what nobody looked through must not stand on a branch that forgets nothing");

    [Fact]
    public void File_LargerThanTheBranchTakes_IsLoggedByDigest() =>
        Read(new string('x', ThirdPartyFile.MaxStored + 1), type: "drill").ShouldHaveSingleItem().IsBundle.ShouldBeTrue();

    [Theory]
    [InlineData("sarif", "{}", "this is no SARIF log: it has no `runs`")]
    [InlineData("sarif", "not json", "report.json:1:")]
    [InlineData("sbom", """{"name":"x"}""", "this is neither CycloneDX nor SPDX")]
    [InlineData("tests", "<coverage/>", "this is a coverage report")]
    [InlineData("load", """{"a":1}""", "which is no load test's summary")]
    [InlineData("vex", """{"a":1}""", "this is neither OpenVEX")]
    [InlineData("provenance", """{"a":1}""", "this is neither a DSSE envelope")]
    public void File_ThatIsNotWhatItsTypeSays_IsRefused(string type, string text, string why)
    {
        foreach (var digestOnly in (bool[])[false, true])
        {
            var message = Should.Throw<UsageException>(() => Read(text, digestOnly, type)).Message;
            message.ShouldStartWith($"--type {type}: report.json");
            message.ShouldContain(why);
        }
    }

    [Theory]
    [InlineData("sbom", """{"bomFormat":"CycloneDX","specVersion":"1.6","components":[]}""", "CycloneDX 1.6")]
    [InlineData("tests", "<testsuites/>", "JUnit")]
    [InlineData("vex", """{"@context":"https://openvex.dev/ns/v0.2.0","statements":[]}""", "OpenVEX")]
    [InlineData("vex", """{"document":{"category":"csaf_vex"}}""", "CSAF VEX")]
    [InlineData("provenance", """{"_type":"https://in-toto.io/Statement/v1","predicateType":"x"}""", "in-toto")]
    public void File_ThatIsReadByItsType_SaysAsWhat(string type, string text, string format) =>
        Encoding.UTF8.GetString(SigstoreBundle.Read(Read(text, type: type)[0].Bytes, "b").Envelope.Payload.Span).ShouldContain($"\"format\":\"{format}\"");

    [Fact]
    public void Type_Unknown_IsWrongUsage() =>
        Should.Throw<UsageException>(() => Read("{}", type: "sraif")).Message
            .ShouldBe("--type sraif: not a type of evidence; did you mean \"sarif\"? it is one of sarif, sbom, tests, coverage, load, drill, secrets, vex, provenance, compliance, override, archive");

    [Theory]
    [InlineData("""{"metadata":{"tools":[{"vendor":"a","name":"syft","version":"1.2"}]}}""", "syft 1.2")]
    [InlineData("""{"metadata":{"tools":{"components":[{"name":"cdxgen"}]}}}""", "cdxgen")]
    [InlineData("""{"creationInfo":{"creators":["Organization: x","Tool: syft-1.2"]}}""", "syft-1.2")]
    [InlineData("""{"runs":[]}""", null)]
    [InlineData("""{"runs":{"tool":1},"metadata":[]}""", null)]
    [InlineData("[]", null)]
    [InlineData("<testsuites/>", null)]
    public void Tool_IsWhatTheFileSays(string text, string? tool) => ToolName.Of(Encoding.UTF8.GetBytes(text)).ShouldBe(tool);

    public void Dispose()
    {
        folder.Dispose();
        key.Dispose();
    }

    private static byte[] Zipped(byte[] content)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        using (var member = zip.CreateEntry("a.txt").Open())
        {
            member.Write(content);
        }

        return archive.ToArray();
    }

    private static byte[] Packed(string text) => Packed(Encoding.UTF8.GetBytes(text));

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private IReadOnlyList<BranchItem> Read(string text, bool digestOnly = false, string type = "sarif") => Read(Encoding.UTF8.GetBytes(text), digestOnly, type);

    private IReadOnlyList<BranchItem> Read(byte[] content, bool digestOnly = false, string type = "sarif")
    {
        var file = new FileInfo(Path.Combine(folder.Path, "report.json"));
        File.WriteAllBytes(file.FullName, content);
        return new ThirdPartyFile(GateCatalog.FileSecrets(TimeProvider.System, CancellationToken.None), key, Time).Read(file, type, "c0ffee", digestOnly);
    }
}
