using System.Text;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Envelopes;

public sealed class SigstoreBundleTests
{
    [Fact]
    public void PreAuthEncoding_VectorOfTheProtocol_IsTheSame() =>
        Encoding.UTF8
            .GetString(PreAuthEncoding.Of("http://example.com/HelloWorld", "hello world"u8))
            .ShouldBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Fact]
    public void Read_WhatWasWritten_IsTheSameAndSigned()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var bundle = SigstoreBundle.Read(Bundle(key), "b.json");
        bundle.Hint.ShouldBe(key.KeyId);
        Encoding.UTF8.GetString(bundle.Envelope.Payload.Span).ShouldBe("""{"a":1}""");
        bundle.Envelope.IsSignedBy(key.PublicKey).ShouldBeTrue();
    }

    [Fact]
    public void IsSignedBy_OtherPayloadType_Refuses()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var envelope = SigstoreBundle.Read(Bundle(key), "b.json").Envelope;
        (envelope with { PayloadType = "text/plain" }).IsSignedBy(key.PublicKey).ShouldBeFalse();
    }

    [Fact]
    public void Read_Base64ForUrls_IsAccepted()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var envelope = DsseEnvelope.Sign("t", Encoding.UTF8.GetBytes("\u00bf\u00ff\u00fe???>>>"), key);
        var text = $$"""{"payload":"{{Url(envelope.Payload.Span)}}","payloadType":"t","signatures":[{"sig":"{{Url(envelope.Signatures[0].Bytes.Span)}}"}]}""";
        DsseEnvelope.Read(EvidenceJson.ParseElement(Encoding.UTF8.GetBytes(text), "e.json"), "e.json").IsSignedBy(key.PublicKey).ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"mediaType\": \"application/vnd", "\"mediaType\": \"text/vnd", "b.json: mediaType: `text/vnd")]
    [InlineData("\"payload\": \"", "\"payload\": \"?", "b.json: dsseEnvelope.payload: damaged base64")]
    [InlineData("\"payload\":", "\"payloat\":", "b.json: dsseEnvelope.payload: a text is wanted")]
    [InlineData("\"payloadType\":", "\"payload\": \"e30=\", \"payloadType\":", "b.json: not acceptable JSON: ")]
    [InlineData("\"dsseEnvelope\"", "\"messageSignature\"", "b.json: dsseEnvelope: missing: a signature over a bare file carries no statement")]
    [InlineData("\"hint\": \"", "\"hint\": \"x", "its envelope")]
    [InlineData("\"signatures\": [", "\"signatures\": [ {\"sig\":\"e30=\"}, ", "has 2 entries; a bundle has exactly one")]
    public void Read_Damaged_NamesThePlace(string old, string damage, string message)
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var text = Encoding.UTF8.GetString(Bundle(key));
        text.ShouldContain(old);
        Should.Throw<EvidenceFormatException>(() => SigstoreBundle.Read(
            Encoding.UTF8.GetBytes(text.Replace(old, damage, StringComparison.Ordinal)),
            "b.json")).Message.ShouldContain(message);
    }

    [Fact]
    public void Parse_NestedTooDeep_IsRefused() =>
        Should.Throw<EvidenceFormatException>(() => EvidenceJson.Parse(
            Encoding.UTF8.GetBytes(new string('[', 100) + new string(']', 100)),
            "b.json")).Message.ShouldContain("b.json: not acceptable JSON");

    private static byte[] Bundle(Ed25519PrivateKey key) => SigstoreBundle.Sign("""{"a":1}"""u8.ToArray(), key).ToBytes();

    private static string Url(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
