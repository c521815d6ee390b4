using System.Security.Cryptography;
using System.Text;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Sigstore;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

public sealed class SigstoreKeyTests
{
    private static readonly byte[] Message = Encoding.ASCII.GetBytes("abc");

    [Fact]
    public void Verify_Ed25519ph_TakesTheVectorOfTheRfc()
    {
        // RFC 8032 §7.3.
        using var key = Ed25519PrivateKey.From(Convert.FromHexString("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42"));
        var signature = Convert.FromHexString(
            "98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae4131f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406");
        var info = key.PublicKey.SubjectPublicKeyInfo.Span;

        SigstoreKey.From("PKIX_ED25519_PH", info).Verify(Message, signature).ShouldBeTrue();
        SigstoreKey.From("PKIX_ED25519_PH", info).Verify([1], signature).ShouldBeFalse();
        SigstoreKey.From("PKIX_ED25519", info).Verify(Message, signature).ShouldBeFalse();
        SigstoreKey.From("PKIX_ED25519", info).Verify(Message, key.Sign(Message)).ShouldBeTrue();
        SigstoreKey.From(info).Verify(Message, signature).ShouldBeTrue();
    }

    [Theory]
    [InlineData("PKIX_RSA_PKCS1V15_2048_SHA256", true, false)]
    [InlineData("PKIX_RSA_PSS_2048_SHA256", false, true)]
    [InlineData("PKCS1_RSA_PKCS1V5", true, false)]
    [InlineData(null, true, true)]
    public void Verify_Rsa_TakesThePaddingThatIsNamed(string? details, bool pkcs1, bool pss)
    {
        using var rsa = RSA.Create(2048);
        var info = rsa.ExportSubjectPublicKeyInfo();
        var key = details is null ? SigstoreKey.From(info) : SigstoreKey.From(details, details.StartsWith("PKCS1_", StringComparison.Ordinal) ? rsa.ExportRSAPublicKey() : info);

        key.Verify(Message, rsa.SignData(Message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)).ShouldBe(pkcs1);
        key.Verify(Message, rsa.SignData(Message, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)).ShouldBe(pss);
        key.Verify(Message, [1, 2, 3]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("PKIX_ECDSA_P384_SHA_384")]
    [InlineData("PKIX_ED25519")]
    [InlineData("PKIX_RSA_PSS_2048_SHA256")]
    [InlineData("ML_DSA_65")]
    public void From_DetailsOfAnotherKey_AreRefused(string details)
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Should.Throw<EvidenceFormatException>(() => SigstoreKey.From(details, curve.ExportSubjectPublicKeyInfo()));
    }

    [Fact]
    public void From_WeakKey_IsRefused()
    {
        using var rsa = RSA.Create(1024);

        Should.Throw<EvidenceFormatException>(() => SigstoreKey.From(rsa.ExportSubjectPublicKeyInfo())).Message.ShouldContain("an RSA key of 1024 bits");
    }
}
