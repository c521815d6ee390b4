using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>Whatever a bundle holds, it is refused in words, and no other exception ends the verification.</summary>
public sealed class HostileBundleTests : IDisposable
{
    private readonly TestInstance instance = new();

    public void Dispose() => instance.Dispose();

    [Fact]
    public void Verify_AnyByteOfTheCertificateFlipped_IsRefused() => Flip(
        json => json["verificationMaterial"]!["certificate"]!.AsObject(), "rawBytes", text => text.ShouldNotStartWith("signed by"));

    [Fact]
    public void Verify_AnyByteOfTheEntryFlipped_IsRefused() => Flip(
        json => json["verificationMaterial"]!["tlogEntries"]![0]!.AsObject(), "canonicalizedBody", text => text.ShouldNotStartWith("signed by"));

    [Fact]
    public void Verify_AnyByteOfTheTimestampFlipped_NeverBreaksTheVerifier() => Flip(
        json => json["verificationMaterial"]!["timestampVerificationData"]!["rfc3161Timestamps"]![0]!.AsObject(), "signedTimestamp", text => text.ShouldNotBeEmpty());

    [Fact]
    public void Verify_CutOffAnywhere_IsRefused()
    {
        var text = new TestBundle(instance) { IsTimestamped = true }.Text;
        var roots = instance.Roots();
        for (var length = 0; length < text.Length; length += 37)
        {
            TestBundle.Judge(text[..length], roots).ShouldNotStartWith("signed by");
        }
    }

    private void Flip(Func<JsonObject, JsonObject> owner, string key, Action<string> check)
    {
        var roots = instance.Roots();
        var json = new TestBundle(instance) { IsTimestamped = true }.Json();
        var bytes = Convert.FromBase64String((string)owner(json)[key]!);
        for (var at = 0; at < bytes.Length; at += 5)
        {
            bytes[at] ^= 0x11;
            owner(json)[key] = TestInstance.Text(bytes);
            bytes[at] ^= 0x11;
            check(TestBundle.Judge(json.ToJsonString(), roots));
        }
    }
}
