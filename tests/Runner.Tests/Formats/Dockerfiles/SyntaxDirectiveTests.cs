using Gates.Formats.Dockerfiles;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

public sealed class SyntaxDirectiveTests
{
    [Theory]
    [InlineData("# syntax=docker/dockerfile:1\nFROM a", "docker/dockerfile:1", 1)]
    [InlineData("#SYNTAX = evil:1   rest\nFROM a", "evil:1", 1)]
    [InlineData("\uFEFF# escape=`\r\n# syntax=evil:1\r\nFROM a", "evil:1", 2)]
    [InlineData("#!/bin/x\n# syntax=evil:1\nFROM a", "evil:1", 2)]
    [InlineData("// syntax=evil:1\nanything", "evil:1", 1)]
    [InlineData("{ \"syntax\": \"evil:1\", \"x\": [] }", "evil:1", 1)]
    public void Image_InEveryFormThatTheBuilderKnows_IsFound(string text, string image, int line) =>
        SyntaxDirective.Find(text).ShouldBe(new DockerfileDirective("syntax", image, line));

    [Theory]
    [InlineData("FROM a\n# syntax=evil:1")]
    [InlineData("# a comment\n# syntax=evil:1\nFROM a")]
    [InlineData("# other=1\n# syntax=evil:1\nFROM a")]
    [InlineData("\n# syntax=evil:1\nFROM a")]
    [InlineData("{ \"syntax\": 1 }")]
    [InlineData("{ \"syntax\": ")]
    [InlineData("")]
    public void Comment_ThatIsNoDirective_IsNotTaken(string text) => SyntaxDirective.Find(text).ShouldBeNull();
}
