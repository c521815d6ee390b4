using System.Security.Cryptography;
using System.Text;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Assertions;

/// <summary>Statements as other tools make them: their digests, their kinds of keys, their line ends.</summary>
public sealed class ForeignStatementTests : IDisposable
{
    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Encoding.ASCII.GetBytes("a seed of thirty-two bytes......"));

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData("app", true)]
    [InlineData("evil", false)]
    public async Task Verify_ASubjectThatOnlySha512Names_IsCompared(string content, bool holds)
    {
        var subject = new Subject("app", new Dictionary<string, string>(StringComparer.Ordinal) { ["sha512"] = Sha512("app") });
        var scope = Released(("p.sigstore.json", Bench.Bundle(key, SignatureAssertionTests.Provenance, SignatureAssertionTests.Built, subject))) with
        {
            Artefacts = [new EvidenceItem("app", content.Length, Bench.Sha256(content)) { Sha512 = Sha512(content) }],
        };

        (await Bench.CheckAsync(SignatureAssertionTests.Verify, scope)).Holds.ShouldBe(holds);
    }

    [Fact]
    public async Task Verify_ASubjectOfWhichOneDigestIsAnothers_Fails()
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal) { ["sha256"] = Bench.Sha256("app"), ["sha512"] = Sha512("evil") };
        var subject = new Subject("app", digests);
        var scope = Released(("p.sigstore.json", Bench.Bundle(key, SignatureAssertionTests.Provenance, SignatureAssertionTests.Built, subject))) with
        {
            Artefacts = [new EvidenceItem("app", 3, Bench.Sha256("app")) { Sha512 = Sha512("app") }],
        };

        (await Bench.CheckAsync(SignatureAssertionTests.Verify, scope)).Holds.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ec")]
    [InlineData("rsa")]
    public async Task Verify_AKeyAsCosignMakesThem_IsTrustedBesideOthers(string kind)
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var pem = kind == "ec" ? ec.ExportSubjectPublicKeyInfoPem() : rsa.ExportSubjectPublicKeyInfoPem();
        var statement = Bench.Bundle(key, SignatureAssertionTests.Provenance, SignatureAssertionTests.Built, Subject.File("app", Bench.Sha256("app")));
        var payload = SigstoreBundle.Read(Encoding.UTF8.GetBytes(statement), "x").Envelope.Payload;
        string Envelope(string type) => $$"""
            {"payloadType":"{{DsseEnvelope.InTotoType}}","payload":"{{Convert.ToBase64String(payload.Span)}}",
             "signatures":[{"keyid":"","sig":"{{Convert.ToBase64String(Sign(PreAuthEncoding.Of(type, payload.Span)))}}"}]}
            """.ReplaceLineEndings("");
        byte[] Sign(byte[] content) => kind == "ec"
            ? ec.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            : rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var trust = TrustedKeys.Read(Encoding.UTF8.GetBytes(KeyPem.WritePublic(key.PublicKey) + pem), "mixed.pub");

        // Lines as a tool on Windows writes them.
        var good = Released(("p.intoto.jsonl", Envelope(DsseEnvelope.InTotoType) + "\r\n\r\n")) with { Trust = trust };
        var forged = Released(("p.intoto.jsonl", Envelope("application/other") + "\r\n")) with { Trust = trust };

        (await Bench.CheckAsync(SignatureAssertionTests.Verify, good)).Detail.ShouldStartWith("1 of 1 attestation, signed by ");
        (await Bench.CheckAsync(SignatureAssertionTests.Verify, good)).Holds.ShouldBeTrue();
        (await Bench.CheckAsync(SignatureAssertionTests.Verify, forged)).Holds.ShouldBeFalse();
    }

    private AssertionScope Released(params (string Path, string Text)[] files) =>
        SignatureAssertionTests.Released(key, SignatureAssertionTests.Built, files);

    private static string Sha512(string text) => Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(text)));
}
