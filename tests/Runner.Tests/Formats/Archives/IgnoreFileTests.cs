using Gates.Formats.Archives;
using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Archives;

public sealed class IgnoreFileTests
{
    [Theory]
    [InlineData("node_modules", "node_modules/a/b", true)]
    [InlineData("node_modules", "web/node_modules/a", false)]
    [InlineData("**/node_modules", "web/node_modules/a", true)]
    [InlineData("*.md\n!README.md", "README.md", false)]
    [InlineData("*.md\n!README.md", "NEWS.md", true)]
    [InlineData("*.md", "docs/NEWS.md", false)]
    [InlineData("/docs/", "docs/a", true)]
    [InlineData("./docs/../src", "src/a", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("**\n!src/**", "src/a/b", false)]
    [InlineData("*\n!src", "src/a", false)]
    [InlineData("# a\n\n  b  ", "b", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[^a-c]x", "bx", false)]
    [InlineData(@"a\*", "a*", true)]
    [InlineData(@"a\*", "ab", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("", "a", false)]
    public void APath_IsLeftOutAsDockerDoes(string text, string path, bool isIgnored) => IgnoreFile.Parse(text, ".dockerignore").Ignores(path)
        .ShouldBe(isIgnored);

    [Fact]
    public void TooManyPatterns_AreRefused() =>
        Should.Throw<DocumentException>(() => IgnoreFile.Parse(string.Join('\n', Enumerable.Range(0, 1_001)), ".dockerignore"))
            .Message.ShouldContain("there are more than 1000 patterns");
}
