using Gates.Formats.Foundation;
using Gates.Runner.Configuration;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class BreakGlassReaderTests
{
    [Fact]
    public void Read_WholeKey_HasThreeDaysUnlessItSays()
    {
        var read = Read("{ label: gates-override, by: [\"@acme/release-managers\", \"@ann\"] }")!;

        (read.Label, read.Days).ShouldBe(("gates-override", 3));
        read.By.ShouldBe(["@acme/release-managers", "@ann"]);
        Read("{ label: x, by: [\"@ann\"], days: 7 }")!.Days.ShouldBe(7);
        ConfigurationReader.Read("version: 1\ngates: { dlp-scan: {} }\n", "g.yml").BreakGlass.ShouldBeNull();
    }

    [Theory]
    [InlineData("{ label: x }", "break-glass.by")]
    [InlineData("{ by: [\"@a\"] }", "break-glass.label")]
    [InlineData("{ label: \"\", by: [\"@a\"] }", "is not the name of a label")]
    [InlineData("{ label: x, by: [] }", "is not a list of 1 to 20 people and teams")]
    [InlineData("{ label: x, by: \"@a\" }", "is not a list of 1 to 20 people and teams")]
    [InlineData("{ label: x, by: [ann] }", "is neither \"@login\" nor \"@organisation/team\"")]
    [InlineData("{ label: x, by: [\"@a b\"] }", "is neither \"@login\" nor \"@organisation/team\"")]
    [InlineData("{ label: x, by: [\"@a\"], days: 8 }", "days")]
    [InlineData("{ label: x, by: [\"@a\"], days: 0 }", "days")]
    [InlineData("{ label: x, by: [\"@a\"], day: 1 }", "did you mean \"days\"")]
    public void Read_AnythingElse_IsAProblemAtItsPlace(string value, string problem) =>
        Should.Throw<UsageException>(() => Read(value)).Message.ShouldContain(problem);

    private static BreakGlass? Read(string value) =>
        ConfigurationReader.Read($"version: 1\ngates: {{ dlp-scan: {{}} }}\nbreak-glass: {value}\n", "g.yml").BreakGlass;
}
