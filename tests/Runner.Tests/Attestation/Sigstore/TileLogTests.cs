using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>Entries of Rekor v2, whose time only a timestamp authority proves.</summary>
public sealed class TileLogTests : IDisposable
{
    private readonly TestInstance instance = new();

    public void Dispose() => instance.Dispose();

    [Theory]
    [InlineData("imprint", "its timestamp is about another signature (message imprint)")]
    [InlineData("token", "its timestamp is damaged, or its signature is bad")]
    [InlineData("tail", "its timestamp is damaged")]
    [InlineData("late", "at 2026-11-22T14:00:00Z, when it was signed, its certificate (2026-11-22T11:59:00Z to 2026-11-22T12:09:00Z) does not hold: a "
        + "certificate of the chain did not count then")]
    [InlineData("ended", "the timestamp authority https://tsa.example.com counted until 2026-06-01T00:00:00Z, and its timestamp is of 2026-11-22T12:00:00Z")]
    [InlineData("none", "nothing proves when it was signed: it has neither the promise of a signature log nor a timestamp of an authority that is trusted")]
    public void Verify_LogOfTilesWithBadTimestamp_IsRefused(string mutation, string reason)
    {
        var json = new TestBundle(instance) { Entry = ("hashedrekord", "0.0.2"), IsTimestamped = mutation != "none" }.Json();
        var signature = Convert.FromBase64String((string)json["dsseEnvelope"]!["signatures"]![0]!["sig"]!);
        var good = instance.Stamps.Stamp(signature, TestInstance.Signed);
        if (mutation is not ("none" or "ended"))
        {
            BundleMutations.Stamp(json, mutation switch
            {
                "imprint" => instance.Stamps.Stamp([1], TestInstance.Signed),
                "token" => [.. good[..^1], (byte)(good[^1] ^ 1)],
                "tail" => [.. good, 0],
                _ => instance.Stamps.Stamp(signature, TestInstance.Signed.AddHours(2)),
            });
        }

        TestBundle.Judge(json.ToJsonString(), instance.Roots(root => BundleMutations.End(mutation == "ended" ? root["timestampAuthorities"]![0] : null))).ShouldBe(reason);
    }

    [Fact]
    public void Verify_CheckpointOfTilesUnderAnotherName_IsRefused()
    {
        var json = new TestBundle(instance) { Entry = ("hashedrekord", "0.0.2"), IsTimestamped = true }.Json();
        var entry = json["verificationMaterial"]!["tlogEntries"]![0]!;
        var body = Convert.FromBase64String((string)entry["canonicalizedBody"]!);
        json["verificationMaterial"]!["tlogEntries"] = new JsonArray(instance.TileEntry("hashedrekord", body, "other.example.com"));

        TestBundle.Judge(json.ToJsonString(), instance.Roots()).ShouldBe("its entry 7 of https://log.example.com: the log's key did not sign the "
            + "checkpoint; signed by other.example.com");
    }
}
