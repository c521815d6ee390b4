using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.Attestation;
using Gates.Attestation.Envelopes;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Envelopes;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785 appendix B, IEEE 754 bits and their text.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Number_SampleOfTheStandard_IsWrittenAsThere(string bits, string text) =>
        CanonicalJson.Number(BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ShouldBe(text);

    [Theory]
    [InlineData(
        """{"b": 1, "a": [ {}, [], null, true ], "\u20ac": "\u000f\n\"\\/" }""",
        "{\"a\":[{},[],null,true],\"b\":1,\"\u20ac\":\"\\u000f\\n\\\"\\\\/\"}")]
    [InlineData("""{"\ud83d\ude02":1,"\ufb33":2,"1":3,"\u0080":4}""", "{\"1\":3,\"\u0080\":4,\"\ud83d\ude02\":1,\"\ufb33\":2}")]
    [InlineData("[1.0, 100e-2, 1E30, 4.50]", "[1,1,1e+30,4.5]")]
    public void Of_SortsByUtf16AndWritesWithoutSpace(string json, string expected) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(JsonElement.Parse(json))).ShouldBe(expected);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\":1}")]
    public void Of_LoneSurrogate_IsRefused(string json) =>
        Should.Throw<EvidenceFormatException>(() => CanonicalJson.Of(writer => writer.WriteRawValue(
            json,
            skipInputValidation: true))).Message.ShouldStartWith("the document: not acceptable JSON");

    [Fact]
    public void Parse_NotUtf8_IsRefused() =>
        Should.Throw<EvidenceFormatException>(() => EvidenceJson.Parse(
            new byte[] { (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}' },
            "d")).Message.ShouldStartWith("d: not acceptable JSON");
}
