using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Verification;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>What <c>gates verify</c> makes of a keyless bundle.</summary>
public sealed class KeylessVerificationTests : IDisposable
{
    private static readonly SignerPolicy Wanted = new() { Identity = "https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*", Issuer = TestCertificates.Issuer };

    private readonly TestInstance instance = new();
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        instance.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Verify_WantedSigner_HoldsAndIsNamed()
    {
        folder.Write("app.sigstore.json", new TestBundle(instance).Text);

        var report = Verify(new KeylessTrust(instance.Roots(), Wanted, null));

        report.Problems.ShouldBeEmpty();
        report.Verified.ShouldHaveSingleItem().Identity.ShouldBe(TestCertificates.Identity);
        report.Verified[0].Signed.ShouldBe(TestInstance.Signed);
    }

    [Fact]
    public void Verify_NobodyIsBelieved_IsRefused()
    {
        folder.Write("app.sigstore.json", new TestBundle(instance).Text);

        Problem(null).ShouldBe("app.sigstore.json: signed without a key of its own (keyless), and no trusted root of Sigstore is known: give "
            + "--trusted-root FILE, or keep one with `gates trust import FILE`");
        Problem(new KeylessTrust(instance.Roots(), null, null)).ShouldBe(
            $"app.sigstore.json: is signed by {TestCertificates.Identity}, for whom {TestCertificates.Issuer} vouches; anybody can sign so: say who "
                + "is believed, with --identity and --issuer");
        Problem(new KeylessTrust(instance.Roots(), Wanted with { Identity = "a@example.com" }, null)).ShouldBe(
            $"app.sigstore.json: is signed with the identity {TestCertificates.Identity}, not a@example.com");
    }

    [Fact]
    public void Verify_SignatureOverAFile_IsHeldAgainstTheFileBesideIt()
    {
        folder.Write("app", "app");
        folder.Write("app.sigstore.json", new TestBundle(instance) { Entry = ("hashedrekord", "0.0.1"), File = Encoding.UTF8.GetBytes("app") }.Text);
        var trust = new KeylessTrust(instance.Roots(), Wanted, null);

        var report = Verify(trust);
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldBe(["times: what the signatures bring along, from the logs and timestamp authorities of the trusted roots"]);
        report.Verified.ShouldHaveSingleItem().What.ShouldBe("signature of app");

        folder.Write("app", "evil");
        Problem(trust).ShouldStartWith("app.sigstore.json: it is about another file than app");
        Verify(trust with { Artifact = SignedArtifact.Of("elsewhere", Encoding.UTF8.GetBytes("app")) }).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Verify_ArtifactThatIsNoSubject_IsRefused()
    {
        folder.Write("app.sigstore.json", new TestBundle(instance).Text);

        Verify(new KeylessTrust(instance.Roots(), Wanted, SignedArtifact.Of("app", Encoding.UTF8.GetBytes("app")))).Problems.ShouldBeEmpty();
        Problem(new KeylessTrust(instance.Roots(), Wanted, SignedArtifact.Of("app", [1]))).ShouldBe("app: is not among the subjects of app.sigstore.json");
    }

    [Fact]
    public void Verify_BundleOfAKey_IsHeldAgainstTheArtifactAndItsOwnProofs()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = TrustedKeys.Read(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), "cosign.pub");
        var json = new TestBundle(instance) { Key = key, IsTimestamped = true, Entry = null }.Json();
        var material = json["verificationMaterial"]!.AsObject();
        material.Remove("certificate");
        material["publicKey"] = new JsonObject { ["hint"] = "" };
        folder.Write("app.sigstore.json", json.ToJsonString());
        var trust = new KeylessTrust(instance.Roots(), null, SignedArtifact.Of("app", Encoding.UTF8.GetBytes("app")));

        Verify(trust, keys).Problems.ShouldBeEmpty();
        Verify(trust with { Artifact = SignedArtifact.Of("app", [1]) }, keys).Problems.ShouldHaveSingleItem().Message.ShouldBe("app: is not among the subjects of app.sigstore.json");
        BundleMutations.Stamp(json, instance.Stamps.Stamp([1], TestInstance.Signed));
        folder.Write("app.sigstore.json", json.ToJsonString());
        Verify(trust, keys).Problems.ShouldHaveSingleItem().Message.ShouldBe("app.sigstore.json: its timestamp is about another signature (message imprint)");
    }

    [Fact]
    public void Verify_SignatureOfAKeyOverAFile_IsHeldAgainstTheFileBesideIt()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = TrustedKeys.Read(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), "cosign.pub");
        var json = new TestBundle(instance) { Key = key, Entry = null, File = Encoding.UTF8.GetBytes("app") }.Json();
        json["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = "x" } };
        folder.Write("app.sigstore.json", json.ToJsonString());
        folder.Write("app", "app");

        Verify(null, keys).Problems.ShouldBeEmpty();
        folder.Write("app", "evil");
        Verify(null, keys).Problems.ShouldHaveSingleItem().Message.ShouldBe("app.sigstore.json: not a signature of app by a key of cosign.pub");
    }

    [Fact]
    public void Verify_BundleUnderAnyName_IsReadWhenItIsNamedAlone()
    {
        var path = folder.Write("bundle.json", new TestBundle(instance).Text);

        new EvidenceVerifier(TrustedKeys.None, TimeProvider.System, new KeylessTrust(instance.Roots(), Wanted, null)).Verify(new SingleFile(path)).Holds.ShouldBeTrue();
    }

    private string Problem(KeylessTrust? trust) => Verify(trust).Problems.ShouldHaveSingleItem().Message;

    private VerificationReport Verify(KeylessTrust? trust, TrustedKeys? keys = null) =>
        new EvidenceVerifier(keys ?? TrustedKeys.None, TimeProvider.System, trust).Verify(new FolderEvidence(new DirectoryInfo(folder.Path)));
}
