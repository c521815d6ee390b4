using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

public sealed class MetricNameTests
{
    [Theory]
    [InlineData("http_req_duration", "http_req_duration")]
    [InlineData("http_req_duration{ status : 200 , name:\"home\" }", "http_req_duration{name:home,status:200}")]
    [InlineData("d{url:http://a/b}", "d{url:http://a/b}")]
    public void Parse_AsK6Does_CutsAtTheFirstColonAndTrims(string text, string expected) => MetricName.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("d{")]
    [InlineData("d}")]
    [InlineData("{a:b}")]
    [InlineData("d{a:}")]
    [InlineData("d{a}")]
    [InlineData("")]
    public void Parse_WhatK6Refuses_Throws(string text) => Should.Throw<FormatException>(() => MetricName.Parse(text));

    [Fact]
    public void Equals_TagsInAnotherOrder_IsTheSame() => MetricName.Parse("d{a:1,b:2}").ShouldBe(MetricName.Parse("d{b:2, a:1}"));
}
