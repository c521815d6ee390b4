using Gates.Pipeline.Waivers;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Waivers;

public sealed class WaiverPlaceholderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("…")]
    [InlineData("...")]
    [InlineData("-")]
    [InlineData("?!")]
    [InlineData("@you")]
    [InlineData("\"@you\"")]
    [InlineData("you")]
    [InlineData("@owner")]
    [InlineData("@your-team")]
    [InlineData("TO" + "DO")]
    [InlineData("todo:")]
    [InlineData("FIX" + "ME")]
    [InlineData("reason")]
    [InlineData("<reason>")]
    [InlineData("<why it is fine>")]
    [InlineData("{reason}")]
    [InlineData("$REASON")]
    [InlineData("your reason here")]
    [InlineData("n/a")]
    public void Is_WhatSaysNothing_IsOne(string text)
    {
        WaiverPlaceholder.Is(text).ShouldBeTrue();
        Should.Throw<Exception>(() => Sample.Read(Sample.Text.Replace("\"@acme/docs\"", $"'{text}'", StringComparison.Ordinal)))
            .Message.ShouldContain("waivers[0].owner");
    }

    [Theory]
    [InlineData("@acme/docs")]
    [InlineData("@me")]
    [InlineData("@todorov")]
    [InlineData("r")]
    [InlineData("The reason is in SEC-12")]
    [InlineData("TO" + "DO(SEC-12): rotate it by May")]
    [InlineData("<b> in the guide's HTML")]
    [InlineData("テスト用の値")]
    public void Is_WhatSaysSomething_IsNone(string text)
    {
        WaiverPlaceholder.Is(text).ShouldBeFalse();
        var quoted = $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        Sample.Read(Sample.Text.Replace("\"@acme/docs\"", quoted, StringComparison.Ordinal)).Waivers[0].Owner.ShouldBe(text);
    }

    [Fact]
    public void Common_AllAreRefused() => WaiverPlaceholder.Common.ShouldAllBe(text => WaiverPlaceholder.Is(text));
}
