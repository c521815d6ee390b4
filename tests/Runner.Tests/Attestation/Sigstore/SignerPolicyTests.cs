using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gates.Attestation.Sigstore;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

public sealed class SignerPolicyTests : IDisposable
{
    private readonly TestInstance instance = new();

    public void Dispose() => instance.Dispose();

    [Theory]
    [InlineData("https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*", TestCertificates.Identity, true)]
    [InlineData(TestCertificates.Identity, TestCertificates.Identity, true)]
    [InlineData("https://github.com/acme/**", TestCertificates.Identity, true)]
    [InlineData("https://github.com/acme/*", TestCertificates.Identity, false)]
    [InlineData("https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*", "https://github.com/acme/app/.github/workflows/release.yml@refs/heads/x", false)]
    [InlineData("https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*", "https://github.com/acme/a/b/.github/workflows/release.yml@refs/tags/v1", false)]
    [InlineData("https://github.com/acme/*/.github/workflows/*@refs/tags/*", "https://github.com/acme/app/.github/workflows/evil.yml@x@refs/tags/v1", false)]
    [InlineData("*@acme.com", "a@evil.com@acme.com", false)]
    [InlineData("*@acme.com", "a@acme.com", true)]
    [InlineData("*@acme.com", "a@acme.com\n", false)]
    [InlineData("a.com", "abcom", false)]
    public void Fits_PatternAndIdentity(string pattern, string identity, bool fits) => SignerPolicy.Fits(pattern, identity).ShouldBe(fits);

    [Fact]
    public void Refusal_EachClaimOfTheCertificate_IsComparedAndNamed()
    {
        var signer = Signer();
        var wanted = new SignerPolicy
        {
            Identity = TestCertificates.Identity,
            Issuer = TestCertificates.Issuer,
            SourceRepository = "https://github.com/acme/*",
            SourceRef = "refs/tags/*",
            Workflow = "https://github.com/acme/**",
            RunnerEnvironment = "github-hosted",
            BuildTrigger = "push",
        };

        wanted.Refusal(signer).ShouldBeNull();
        (wanted with { Issuer = "https://accounts.example.com" }).Refusal(signer).ShouldBe($"is signed by {TestCertificates.Identity}, for whom "
            + $"{TestCertificates.Issuer} vouches, not https://accounts.example.com");
        (wanted with { Identity = "x" }).Refusal(signer).ShouldBe($"is signed with the identity {TestCertificates.Identity}, not x");
        (wanted with { SourceRepository = "https://github.com/evil/*" }).Refusal(signer).ShouldBe("is signed with the source repository "
            + "https://github.com/acme/app, not https://github.com/evil/*");
        (wanted with { SourceRef = "refs/heads/*" }).Refusal(signer).ShouldBe("is signed with the source ref refs/tags/v1.0.0, not refs/heads/*");
        (wanted with { RunnerEnvironment = "self-hosted" }).Refusal(signer).ShouldBe("is signed with the runner environment github-hosted, not self-hosted");
        (wanted with { BuildTrigger = "schedule" }).Refusal(signer).ShouldBe("is signed with the build trigger push, not schedule");
        wanted.Refusal(signer with { SourceRef = null }).ShouldBe($"is signed by {TestCertificates.Identity}, whose certificate names no source ref; "
            + "refs/tags/* is wanted");
    }

    private FulcioCertificate Signer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = instance.Certify(TestCertificates.Request(new PublicKey(key)));
        return FulcioCertificate.Read(certificate);
    }
}
