using Gates.Formats.CodeOwnership;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.CodeOwnership;

/// <summary>The examples of GitHub's documentation, and what its text adds.</summary>
public sealed class CodeOwnersTests
{
    [Theory]
    [InlineData("*", "a.js", true)]
    [InlineData("*", "a/b/c.js", true)]
    [InlineData("*.js", "a.js", true)]
    [InlineData("*.js", "a/b.js", true)]
    [InlineData("*.js", "a.jsx", false)]
    [InlineData("/build/logs/", "build/logs/a/b.log", true)]
    [InlineData("/build/logs/", "x/build/logs/a.log", false)]
    [InlineData("docs/*", "docs/getting-started.md", true)]
    [InlineData("docs/*", "docs/build-app/troubleshooting.md", false)]
    [InlineData("docs/*", "x/docs/a.md", false)]
    [InlineData("apps/", "apps/a.js", true)]
    [InlineData("apps/", "x/apps/y/a.js", true)]
    [InlineData("apps/", "apps", false)]
    [InlineData("/docs/", "docs/a/b.md", true)]
    [InlineData("/docs/", "x/docs/a.md", false)]
    [InlineData("/scripts", "scripts/a.sh", true)]
    [InlineData("/apps/github", "apps/github/a.rb", true)]
    [InlineData("/apps/github", "apps/githubs", false)]
    [InlineData("**/logs", "logs/a.log", true)]
    [InlineData("**/logs", "build/logs/a/b.log", true)]
    [InlineData("**/logs", "deeply/nested/logs", true)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**", "a/x/y", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("/*.md", "README.md", true)]
    [InlineData("/*.md", "docs/README.md", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData(@"with\ space/", "with space/a", true)]
    [InlineData(".github/gates.yml", ".github/gates.yml", true)]
    [InlineData(".github/gates.yml", ".github/gatesXyml", false)]
    [InlineData("/DOCS/", "docs/a.md", false)]
    public void APatternOwnsWhatGitHubSays(string pattern, string path, bool expected) =>
        (CodeOwners.Parse($"{pattern} @octocat").OwnersOf(path).Count == 1).ShouldBe(expected);

    [Fact]
    public void TheLastRuleThatMatchesCountsEvenWhenItNamesNobody()
    {
        var owners = CodeOwners.Parse("* @one # everybody's\n/src/ @two @acme/team three@example.com\n/src/free\n");
        owners.OwnersOf("README.md").ShouldBe(["@one"]);
        owners.OwnersOf("src/a.cs").ShouldBe(["@two", "@acme/team", "three@example.com"]);
        owners.OwnersOf("src/free/a.cs").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("!docs/ @octocat")]
    [InlineData("[ab].md @octocat")]
    [InlineData("\\#a @octocat")]
    [InlineData("docs/ octocat")]
    [InlineData("docs/ @octocat @acme/a/b")]
    [InlineData("/ @octocat")]
    public void ALineThatGitHubDoesNotSupportIsSkipped(string line)
    {
        var owners = CodeOwners.Parse($"* @one\n\n# a remark\n{line}\n");
        owners.Rules.Count.ShouldBe(1);
        owners.SkippedLines.ShouldBe([4]);
    }

    [Fact]
    public void WindowsLineEndsAreFine() => CodeOwners.Parse("* @one\r\n/a @two\r\n").OwnersOf("a").ShouldBe(["@two"]);

    [Fact]
    public void AHostilePatternCostsNoTime()
    {
        var owners = CodeOwners.Parse(string.Concat(Enumerable.Repeat("*a", 400)) + " @octocat");
        owners.OwnersOf(new string('a', 4000) + "b").ShouldBeEmpty();
    }
}
