using Gates.Pipeline.Recognition;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Recognition;

public sealed class FixPlacesTests
{
    [Theory]
    [InlineData("  - run: npm install --omit=dev", "npm install", 10)]
    [InlineData("npm install\r", "npm install", 1)]
    [InlineData("npm install && npm install", "npm install", null)]
    [InlineData("npm installer", "npm install", null)]
    [InlineData("npm install-test", "npm install", null)]
    [InlineData("cnpm install", "npm install", null)]
    [InlineData("image: ghcr.io/acme/alpine:3.22", "alpine:3.22", null)]
    [InlineData("FROM alpine:3.22-slim", "alpine:3.22", null)]
    [InlineData("FROM alpine:3.22@sha256:00", "alpine:3.22", null)]
    [InlineData("image: \"alpine:3.22\"", "alpine:3.22", 9)]
    [InlineData("npm  install", "npm install", null)]
    [InlineData("npm install # \u202e", "npm install", null)]
    [InlineData("npm install # \u2028", "npm install", null)]
    [InlineData("\tnpm install", "npm install", 2)]
    [InlineData("", "npm install", null)]
    public void Place_TextThatStandsThereOnceAsAWord_HasItsColumn_AndAnythingElseNoFix(string line, string replace, int? column)
    {
        var tree = new MemoryTree(("a.yml", $"first\n{line}\nlast npm install\n"));

        new FixPlaces(tree).Place(Finding("a.yml", 2, replace)).Fix?.Column.ShouldBe(column);
        (new FixPlaces(tree).Place(Finding("a.yml", 2, replace)).Fix is null).ShouldBe(column is null);
    }

    [Fact]
    public void Place_LineOrFileThatIsNotThere_HasNoFix()
    {
        var tree = new MemoryTree(("a.yml", "x\n"));

        new FixPlaces(tree).Place(Finding("a.yml", 9, "x")).Fix.ShouldBeNull();
        new FixPlaces(tree).Place(Finding("b.yml", 1, "x")).Fix.ShouldBeNull();
        new FixPlaces(tree).Place(new Finding("r", Severity.Error, "m", Fix: new Fix("x", "y"))).Fix.ShouldBeNull();
    }

    [Fact]
    public void ApplyTo_ReplacesThatTextAndNothingElse() =>
        new Fix("npm install", "npm ci").ApplyTo("  - run: npm install  # as is").ShouldBe("  - run: npm ci  # as is");

    private static Finding Finding(string path, int line, string replace) =>
        new("r", Severity.Error, "m", new Location(path, line), Fix: new Fix(replace, "new"));
}
