using System.Text;
using Gates.Doors.Prometheus;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Prometheus;

/// <summary>The examples that Amazon publishes: those of its test suite, and the one of the IAM user guide.</summary>
public sealed class AwsSignatureTests
{
    private const string Key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static readonly DateTimeOffset Then = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("GET", "https://example.amazonaws.com/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "https://example.amazonaws.com/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "https://example.amazonaws.com/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    public void Sign_TheExamples_HaveTheirSignatures(string method, string url, string signature) =>
        Sign(method, url).ShouldBe(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature={signature}");

    [Fact]
    public void Sign_WhatIsCarried_CountsToo() =>
        Sign("POST", "https://example.amazonaws.com/", "a=b").ShouldNotBe(Sign("POST", "https://example.amazonaws.com/"));

    [Fact]
    public void ToString_HoldsNoKey() => new AwsSignature("r", "s", "A", Key, null).ToString().ShouldBe("s in r");

    private static string Sign(string method, string url, string body = "")
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), url);
        new AwsSignature("us-east-1", "service", "AKIDEXAMPLE", Key, null).Sign(message, Encoding.UTF8.GetBytes(body), Then);
        return message.Headers.GetValues("Authorization").ShouldHaveSingleItem();
    }
}
