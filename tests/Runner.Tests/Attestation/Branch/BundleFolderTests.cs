using Gates.Attestation;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Branch;

public sealed class BundleFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 30, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private readonly Ed25519PrivateKey log = Ed25519PrivateKey.From(Enumerable.Repeat((byte)1, 32).ToArray());
    private readonly Ed25519PrivateKey evidence = Ed25519PrivateKey.From(Enumerable.Repeat((byte)3, 32).ToArray());

    [Theory]
    [InlineData("""{"time":"2026-01-02T03:04:05Z"}""", "audit/2026/01/02/20260102T030405Z-dlp-scan-")]
    [InlineData("""{"gates":{"started":"2026-01-02T03:04:05Z"}}""", "audit/2026/01/02/20260102T030405Z-dlp-scan-")]
    [InlineData("""{"timeVerified":"2026-01-02T03:04:05Z"}""", "audit/2026/01/02/20260102T030405Z-dlp-scan-")]
    [InlineData("""{"time":"yesterday"}""", "audit/2026/11/22/20261122T103000Z-dlp-scan-")]
    [InlineData("{}", "audit/2026/11/22/20261122T103000Z-dlp-scan-")]
    public void Bundle_GoesWhereItsOwnTimePutsIt(string predicate, string path)
    {
        Write("dlp-scan", predicate, evidence);
        var item = Read().ShouldHaveSingleItem();
        item.Path.ShouldStartWith(path);
        item.Name.ShouldBe("dlp-scan");
        item.KeyId.ShouldBe(evidence.KeyId);
    }

    [Fact]
    public void Bundle_SignedWithTheLogsKey_IsRefused()
    {
        Write("dlp-scan", "{}", log);
        Should.Throw<EvidenceFormatException>(() => Read()).Message
            .ShouldBe($"bundles/dlp-scan.sigstore.json: signed with the log's own key {log.KeyId}; evidence and log have a key each, so that no signature can stand for another");
    }

    [Fact]
    public void Bundle_ThatNoTrustedKeySigned_IsRefused()
    {
        Write("dlp-scan", "{}", evidence);
        Read(TrustedKeys.Read(System.Text.Encoding.UTF8.GetBytes(KeyPem.WritePublic(evidence.PublicKey)), "trust.pem")).Count.ShouldBe(1);
        Should.Throw<EvidenceFormatException>(() => Read(TrustedKeys.Read(
            System.Text.Encoding.UTF8.GetBytes(KeyPem.WritePublic(log.PublicKey)),
            "trust.pem"))).Message
            .ShouldBe($"bundles/dlp-scan.sigstore.json: not signed by a key of trust.pem; it names the key {evidence.KeyId}");
    }

    [Fact]
    public void Folder_WithoutBundles_IsWrongUsage() =>
        Should.Throw<UsageException>(() => Read()).Message.ShouldBe($"{folder.Path}: there are no bundles/*.sigstore.json; `gates run --key FILE` writes them");

    [Fact]
    public void Bundle_BehindALink_IsRefused()
    {
        Write("a", "{}", evidence);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "bundles", "b.sigstore.json"), "a.sigstore.json");
        Should.Throw<EvidenceFormatException>(() => Read()).Message.ShouldBe("bundles/b.sigstore.json: a symbolic link");
    }

    public void Dispose()
    {
        log.Dispose();
        evidence.Dispose();
        folder.Dispose();
    }

    private IReadOnlyList<BranchItem> Read(TrustedKeys? trust = null) => new BundleFolder(folder.Info).Read(new EvidenceKeys(log, trust), Now);

    private void Write(string name, string predicate, Ed25519PrivateKey key)
    {
        var statement = new Statement(
            [Subject.File("f", new string('0', 64))],
            "https://example.com/p",
            EvidenceJson.ParseElement(System.Text.Encoding.UTF8.GetBytes(predicate), "p"));
        folder.Write($"bundles/{name}.sigstore.json", System.Text.Encoding.UTF8.GetString(SigstoreBundle.Sign(statement.ToBytes(), key).ToBytes()));
    }
}
