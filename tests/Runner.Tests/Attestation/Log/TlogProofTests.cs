using System.Text;
using Gates.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Log;

public sealed class TlogProofTests
{
    [Fact]
    public void Proof_WrittenAndRead_ProvesItsEntryWithoutTheLog()
    {
        using var log = TestLog.From(300);
        var written = log.Open().Proof(257);
        var leaf = TlogProof.Parse(written.Bytes, "p").Demand(log.Trusted, "p");
        leaf.Path.ShouldBe("audit/2026/11/22/257.json");
        Encoding.UTF8.GetString(written.Bytes).ShouldStartWith("c2sp.org/tlog-proof@v1\nextra ey");
    }

    [Fact]
    public void Proof_OfTheOnlyEntry_HasNoHashes()
    {
        using var log = TestLog.From(1);
        TlogProof.Parse(log.Open().Proof(0).Bytes, "p").Demand(log.Trusted, "p").Sequence.ShouldBe(0);
    }

    [Fact]
    public void Proof_WithAnyByteChanged_DoesNotHold()
    {
        using var log = TestLog.From(5);
        var bytes = log.Open().Proof(3).Bytes;
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            Should.Throw<LogException>(() => TlogProof.Parse(changed, "p").Demand(log.Trusted, "p"), $"byte {i}");
        }
    }

    [Theory]
    [InlineData("index 3", "index 2", "p: entry 2 and its 3 hashes do not lead to the signed root of 5 entries")]
    [InlineData("index 3", "index 03", "p: not a proof: line 3 is not \"index \" and a plain decimal number")]
    [InlineData("index 3\n", "index 3\nAAAA\n", "p: not a proof: line 4 is not a SHA-256 hash in base64")]
    [InlineData("extra ", "", "p: not a proof: line 2 is not \"extra \" and the entry in base64")]
    [InlineData("@v1", "@v2", "p: not a proof: it begins with \"c2sp.org/tlog-proof@v1\", an extra and an index line, and has at most 63 hashes")]
    [InlineData("\n\n", "\n", "p: not a proof: no empty line before its checkpoint")]
    public void Proof_NotInItsForm_IsRefused(string part, string instead, string message)
    {
        using var log = TestLog.From(5);
        var text = Encoding.UTF8.GetString(log.Open().Proof(3).Bytes).Replace(part, instead, StringComparison.Ordinal);
        Should.Throw<LogException>(() => TlogProof.Parse(Encoding.UTF8.GetBytes(text), "p").Demand(log.Trusted, "p")).Message.ShouldBe(message);
    }
}
