using Gates.Attestation.Auditing;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Auditing;

public sealed class ReleaseNumberTests
{
    /// <summary>The order of the specification's own example, and numbers as numbers.</summary>
    [Fact]
    public void Tags_AreInTheOrderOfSemanticVersioning()
    {
        string[] ordered =
        [
            "v1.0.0-alpha", "v1.0.0-alpha.1", "v1.0.0-alpha.beta", "v1.0.0-beta", "v1.0.0-beta.2", "v1.0.0-beta.11", "v1.0.0-rc.1", "v1.0.0",
            "v1.2.0", "v1.10.0", "v9.0.0", "v10.0.0", "v18446744073709551616.0.0",
        ];
        ordered.Reverse().OrderBy(tag => ReleaseNumber.Of(tag)).ShouldBe(ordered);
    }

    [Theory]
    [InlineData("v1.2.3", "v", null)]
    [InlineData("1.2.3", "", null)]
    [InlineData("app/v1.2.3", "app/v", null)]
    [InlineData("@acme/app@1.2.3", "@acme/app@", null)]
    [InlineData("v1.2.3-rc.1", "v", "rc.1")]
    [InlineData("v1.2.3-1.0.0", "v", "1.0.0")]
    [InlineData("release-1.2.3+build.7", "release-", null)]
    public void Tag_IsAVersion_HasItsLine(string tag, string prefix, string? preRelease)
    {
        var number = ReleaseNumber.Of(tag).ShouldNotBeNull();
        (number.Prefix, number.PreRelease).ShouldBe((prefix, preRelease));
        number.Numbers.ShouldBe(["1", "2", "3"]);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v2.1")]
    [InlineData("nightly")]
    [InlineData("docs-2026-12")]
    [InlineData("v1.2.3.4")]
    [InlineData("v1.2.3\n")]
    public void Tag_IsNoWholeVersion_IsNone(string tag) => ReleaseNumber.Of(tag).ShouldBeNull();
}
