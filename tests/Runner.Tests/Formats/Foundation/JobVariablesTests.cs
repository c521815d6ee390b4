using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation;

public sealed class JobVariablesTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsJob_AsRunnersWriteIt(string? value, bool expected) =>
        JobVariables.IsJob(name => name == "GITHUB_ACTIONS" ? value : null).ShouldBe(expected);

    [Theory]
    [InlineData("https://github.com", "acme/shop", "https://github.com/acme/shop")]
    [InlineData("https://github.com/", "acme/shop", "https://github.com/acme/shop")]
    [InlineData("", "acme/shop", null)]
    [InlineData("https://github.com", "", null)]
    public void Address_NeedsServerAndName(string server, string name, string? expected) =>
        JobVariables.Address(variable => variable switch { "GITHUB_SERVER_URL" => server, "GITHUB_REPOSITORY" => name, _ => null }).ShouldBe(expected);
}
