using System.Text;
using System.Text.Json;
using Gates.Attestation;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Statements;

public sealed class StatementTests
{
    [Fact]
    public void ToBytes_IsCanonicalAndReadsBack()
    {
        var statement = new Statement([Subject.Commit("git", "ab12")], "https://example.com/p", JsonElement.Parse("""{"z": 1.50, "a": "x"}"""));
        var bytes = statement.ToBytes();
        Encoding.UTF8
            .GetString(bytes)
            .ShouldBe("""{"_type":"https://in-toto.io/Statement/v1","predicate":{"a":"x","z":1.5},"predicateType":"https://example.com/p","subject":[{"digest":{"gitCommit":"ab12"},"name":"git"}]}""");
        var again = Statement.Read(Envelope(bytes), "s");
        again.Subjects.ShouldHaveSingleItem().Digest["gitCommit"].ShouldBe("ab12");
        again.ToBytes().ShouldBe(bytes);
    }

    [Theory]
    [InlineData(
        """{"_type":"https://example.com","subject":[{"digest":{"sha256":"00"}}],"predicateType":"p","predicate":{}}""",
        "s: payload: _type: `https://example.com` is not https://in-toto.io/Statement/v1")]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"p","predicate":{}}""",
        "s: payload: subject: is empty: the statement is about nothing")]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"x","digest":{}}],"predicateType":"p","predicate":{}}""",
        "s: payload: subject[0].digest: is empty: a name alone identifies nothing")]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"x","digest":{"sha256":"00"}}],"predicateType":"p","predicate":1}""",
        "s: payload: predicate")]
    [InlineData("""{"_type":"https://in-toto.io/Statement/v1","_type":"x"}""", "s: payload: not acceptable JSON")]
    public void Read_NotAStatement_NamesThePlace(string payload, string message) =>
        Should.Throw<EvidenceFormatException>(() => Statement.Read(Envelope(Encoding.UTF8.GetBytes(payload)), "s")).Message.ShouldStartWith(message);

    [Fact]
    public void Read_OtherPayloadType_IsRefused() =>
        Should.Throw<EvidenceFormatException>(() => Statement.Read(
            Envelope("{}"u8.ToArray()) with { PayloadType = "application/json" },
            "s")).Message.ShouldContain("not an in-toto statement");

    private static DsseEnvelope Envelope(byte[] payload) => new(DsseEnvelope.InTotoType, payload, []);
}
