using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Packs;
using Gates.Attestation.Signing;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Runner.Tests.Attestation.Controls;
using Runner.Tests.Attestation.Sigstore;
using Runner.Tests.Attestation.Verification;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Signing;

/// <summary>What a key signs is stamped, and counts when the key has ended or was revoked since.</summary>
public sealed class TimestampedSignerTests : IDisposable
{
    private static readonly DateTimeOffset Signed = TestInstance.Signed;

    private readonly SigningBench bench = new();
    private readonly Ed25519PrivateKey key;
    private readonly string pem;

    public TimestampedSignerTests()
    {
        (key, var text) = Ed25519PrivateKey.Create();
        pem = new string(text);
    }

    public void Dispose()
    {
        key.Dispose();
        bench.Dispose();
    }

    [Fact]
    public async Task Sign_StampIsInTheBundle()
    {
        var bundle = await SignAsync();

        bench.Services.Verify("stamp");
        var read = ForeignBundle.Read(Encoding.UTF8.GetBytes(bundle), "b");
        read.KeyHint.ShouldBe(key.KeyId);
        BundleVerifier.ProvenTime(read, SigstoreKey.From(key.PublicKey.SubjectPublicKeyInfo.Span), bench.Instance.Roots(), null).ShouldBe(Signed);
        SigstoreBundle.Read(Encoding.UTF8.GetBytes(bundle), "b").Envelope.IsSignedBy(key.PublicKey).ShouldBeTrue();
    }

    [Fact]
    public async Task Verify_KeyThatHasEndedSince_StillHolds()
    {
        var bundle = await SignAsync();

        Problems(bundle, Entry(validTo: Signed.AddHours(1))).ShouldBeEmpty();
        Problems(bundle, Entry() with { Revoked = new KeyRevocation(Signed.AddHours(1), "lost") }).ShouldBeEmpty();
        Problems(bundle, Entry(validTo: Signed)).ShouldHaveSingleItem()
            .ShouldContain("was valid until 2026-11-22T12:00:00Z; the signature is of 2026-11-22T12:00:00Z");
        Problems(bundle, Entry() with { Revoked = new KeyRevocation(Signed, "lost") }).ShouldHaveSingleItem()
            .ShouldContain("was revoked at 2026-11-22T12:00:00Z");
    }

    [Fact]
    public async Task Verify_WithoutTheStamp_HoldsOnlyWhileTheKeyCounts()
    {
        var bundle = System.Text.Json.Nodes.JsonNode.Parse(await SignAsync())!;
        bundle["verificationMaterial"]!.AsObject().Remove("timestampVerificationData");

        Problems(bundle.ToJsonString(), Entry()).ShouldBeEmpty();
        Problems(bundle.ToJsonString(), Entry(validTo: Signed.AddHours(1))).ShouldHaveSingleItem().ShouldContain("no log entry proves");
    }

    [Fact]
    public async Task Pack_WhoseManifestIsStamped_ProvesTheTimeOfWhatItLists()
    {
        using var evidence = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("the evidence key has this seed.."));
        var files = new MemoryEvidence();
        files.Files["b.sigstore.json"] = SigstoreBundle.Sign(SigningBench.Statement, evidence).ToBytes();
        var release = new NamedRelease("v1", "4caeb2e69f7c3a205bcd25397ec4d0c437d0378c", "https://example.com/app", null);
        using var signer = await bench.OpenAsync(Request(), name => name == "GATES_RELEASE_KEY" ? pem : null);
        var manifest = await signer!.SignAsync(PackManifest.Of([Subject.Commit("app@v1", release.Commit)], release, files.Files), CancellationToken.None);
        files.Files["manifest.sigstore.json"] = manifest;
        KeyringEntry[] ended =
        [
            Entry(validTo: Signed.AddHours(1)) with { Use = KeyUse.Release },
            new(evidence.PublicKey, KeyUse.Evidence, Signed.AddDays(-1), Signed.AddHours(1)),
        ];

        Problems(files, ended).ShouldBeEmpty();
        var bare = System.Text.Json.Nodes.JsonNode.Parse(manifest)!;
        bare["verificationMaterial"]!.AsObject().Remove("timestampVerificationData");
        files.Files["manifest.sigstore.json"] = Encoding.UTF8.GetBytes(bare.ToJsonString());
        Problems(files, ended).Count().ShouldBe(2);
    }

    [Fact]
    public async Task SignedBy_KeyThatHasEndedSince_StillHolds()
    {
        var scope = Bench.Scope(("b.sigstore.json", await SignAsync())) with
        {
            Trust = Trust(Entry(validTo: Signed.AddHours(1))),
            Now = Signed.AddDays(30),
        };

        var result = await Bench.CheckAsync("type: signed_by", scope with { Sigstore = bench.Instance.Roots() });
        result.Holds.ShouldBeTrue(result.Detail);
        (await Bench.CheckAsync("type: signed_by", scope)).Holds.ShouldBeFalse("nobody is believed who could have stamped it");
    }

    [Fact]
    public async Task Sign_AuthorityThatNobodyKnows_IsNotKept()
    {
        using var other = new TestInstance();
        bench.RootFile = bench.Write("other.json", other.TrustedRoot().ToJsonString());

        (await SignAsync()).ShouldBe(
            "the timestamp of HOST does not hold by ROOT, so nobody would believe it, and it is not kept: it is of an authority that is not there");
    }

    [Fact]
    public async Task Sign_AuthorityThatFails_SignsNothing()
    {
        bench.Services.Before["stamp"] = new Queue<int>([400]);

        (await SignAsync()).ShouldStartWith("the timestamp authority at HOST: it answered 400");
    }

    private SigningRequest Request() =>
        new() { TimestampAuthority = new Uri(bench.Services.Address + "/stamps/api/v1/timestamp"), TrustedRoot = bench.RootFile };

    private Task<string> SignAsync() => bench.SignAsync(Request(), name => name == "GATES_RELEASE_KEY" ? pem : null);

    private static TrustedKeys Trust(params KeyringEntry[] entries) =>
        TrustedKeys.Read(KeyringJson.Write(Keyring.Empty with { Keys = entries }), "keyring.json");

    private KeyringEntry Entry(DateTimeOffset? validTo = null) =>
        new(key.PublicKey, KeyUse.Evidence, Signed.AddDays(-1), validTo ?? Signed.AddYears(1));

    private IEnumerable<string> Problems(string bundle, KeyringEntry entry)
    {
        var files = new MemoryEvidence();
        files.Files["b.sigstore.json"] = Encoding.UTF8.GetBytes(bundle);
        return Problems(files, entry);
    }

    private IEnumerable<string> Problems(MemoryEvidence files, params KeyringEntry[] entries)
    {
        var time = new Support.ManualTime();
        time.Advance(Signed.AddDays(30) - DateTimeOffset.UnixEpoch);
        var verifier = new EvidenceVerifier(Trust(entries), time, new KeylessTrust(bench.Instance.Roots(), null, null));
        return verifier.Verify(files).Problems.Select(one => one.Message);
    }
}
