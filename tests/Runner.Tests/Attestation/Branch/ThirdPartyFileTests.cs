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
        var items = Read("""{"runs":[{"tool":{"driver":{"name":"Trivy","version":"0.50"}}}]}""");
        items.Select(item =>
            item.Path[..^(16 + 5)]).ShouldBe(["audit/2026/11/22/20261122T103000Z-sarif-3d008c7b34e219cb-", "audit/2026/11/22/20261122T103000Z-sarif-"]);
        items[1].Path.ShouldEndWith("-3d008c7b34e219cb.file");
        var bundle = SigstoreBundle.Read(items[0].Bytes, "b");
        bundle.Envelope.IsSignedBy(key.PublicKey).ShouldBeTrue();
        Encoding.UTF8.GetString(bundle.Envelope.Payload.Span).ShouldBe(
            """{"_type":"https://in-toto.io/Statement/v1","predicate":{"commit":"c0ffee","path":"audit/2026/11/22/20261122T103000Z-sarif-3d008c7b34e219cb.file","size":64,"time":"2026-11-22T10:30:00Z","tool":"Trivy 0.50","type":"sarif"},"predicateType":"https://github.com/gates-ci/gates/third-party-evidence/v0.1","subject":[{"digest":{"sha256":"3d008c7b34e219cb5717c3c4c8b095796564a37dd04c2babc4dce6a6ea9de278"},"name":"report.json"}]}""");
    }

    [Fact]
    public void File_WithASecret_IsRefusedByItsLineOnly()
    {
        var text = "{\n\"a\": 1,\n\"token\": \"" + Scanning.Token + "\"}";
        var message = Should.Throw<UsageException>(() => Read(text)).Message;
        message.ShouldBe("report.json:3: holds a secret or personal data, and the evidence branch forgets nothing. Take it out, or log only the file's digest with --digest-only");
        Read(text, digestOnly: true).ShouldHaveSingleItem().IsBundle.ShouldBeTrue();
    }

    [Fact]
    public void File_PackedWithASecretInIt_IsRefusedByItsLine()
    {
        var filler = string.Concat(Enumerable.Repeat("{\"metric\":\"http_req_duration\",\"value\":1}\n", 250_000));
        Should.Throw<UsageException>(() => Read(Packed(filler + "{\"url\": \"http://x/?token=" + Scanning.Token + "\"}\n"))).Message
            .ShouldStartWith("report.json:250001: holds a secret or personal data");
        Read(Packed(filler)).Count.ShouldBe(2);
    }

    [Fact]
    public void File_PackedAndDamaged_IsRefused() =>
        Should.Throw<UsageException>(() => Read([
            0x1f,
            0x8b,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        ])).Message.ShouldStartWith("report.json: begins like gzip, but cannot be unpacked: ");

    [Fact]
    public void File_LargerThanTheBranchTakes_IsLoggedByDigest() =>
        Read(new string('x', ThirdPartyFile.MaxStored + 1)).ShouldHaveSingleItem().IsBundle.ShouldBeTrue();

    [Fact]
    public void Type_Unknown_IsWrongUsage() =>
        Should.Throw<UsageException>(() => Read("{}", type: "sraif")).Message
            .ShouldBe("--type sraif: not a type of evidence; did you mean \"sarif\"? it is one of sarif, sbom, tests, coverage, load, drill, secrets, vex, provenance, compliance, override");

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

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private IReadOnlyList<BranchItem> Read(string text, bool digestOnly = false, string type = "sarif") => Read(Encoding.UTF8.GetBytes(text), digestOnly, type);

    private IReadOnlyList<BranchItem> Read(byte[] content, bool digestOnly = false, string type = "sarif")
    {
        var file = new FileInfo(Path.Combine(folder.Path, "report.json"));
        File.WriteAllBytes(file.FullName, content);
        return new ThirdPartyFile(GateCatalog.Secrets(TimeProvider.System, CancellationToken.None), key, Time).Read(file, type, "c0ffee", digestOnly);
    }
}
