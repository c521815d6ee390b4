using Gates.Runner.Commands;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands;

public sealed class ErrorAnnotationsTests
{
    [Fact]
    public void EachProblemStandsOnItsLine() =>
        ErrorAnnotations.Of(".github/gates.yml:7:3: key `a`: 100% wrong\n.github/gates.yml:9: more").ShouldBe(
        [
            "::error file=.github/gates.yml,line=7,col=3,title=Gates::key `a`: 100%25 wrong",
            "::error file=.github/gates.yml,line=9,title=Gates::more",
        ]);

    [Fact]
    public void AnExcerptGoesWithItsProblem() =>
        ErrorAnnotations.Of("policies/a/policy.js:1:2: unexpected\n  a b\n   ^").ShouldBe(
            ["::error file=policies/a/policy.js,line=1,col=2,title=Gates::unexpected%0A  a b%0A   ^"]);

    [Theory]
    [InlineData("no place at all")]
    [InlineData("--set:1:1: not a file")]
    [InlineData(".github/gates.yml at the base 0123456789ab:7:3: not this file")]
    [InlineData("http://host:80: refused")]
    public void WhatStandsInNoFileStandsNowhere(string message) => ErrorAnnotations.Of(message).ShouldBe(["::error title=Gates::" + message]);

    [Fact]
    public void AHostileNameCannotBeginAnotherCommand() =>
        ErrorAnnotations.Of("a,line=1::x%0A:7:3: wrong").ShouldAllBe(line => !line.Contains('\n') && line.StartsWith("::error "));
}
