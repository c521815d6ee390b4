using Gates.Formats.Foundation;
using Gates.Runner.Commands.Pin;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Pin;

public sealed class ActionVersionsTests
{
    private static readonly Dictionary<string, string> Refs = new(StringComparer.Ordinal)
    {
        ["refs/heads/main"] = "c9",
        ["refs/heads/releases/v1"] = "c1",
        ["refs/heads/both"] = "c1",
        ["refs/heads/same"] = "c4",
        ["refs/tags/both"] = "c2",
        ["refs/tags/same"] = "c4",
        ["refs/tags/v1.9.0"] = "c1",
        ["refs/tags/v1.10.0"] = "c2",
        ["refs/tags/v1.11.0-rc.1"] = "c3",
        ["refs/tags/v4"] = "c4",
        ["refs/tags/v4.2"] = "c4",
        ["refs/tags/v4.2.1"] = "c4",
        ["refs/tags/v4.2.0"] = "c3",
        ["refs/tags/v40.1.1"] = "c4",
        ["refs/tags/v4.2.1\u001b[31m"] = "c4",
    };

    [Theory]
    [InlineData("v4", "c4", "v4.2.1")]
    [InlineData("v4.2", "c4", "v4.2.1")]
    [InlineData("v4.2.0", "c3", "v4.2.0")]
    [InlineData("main", "c9", "main")]
    [InlineData("releases/v1", "c1", "releases/v1")]
    [InlineData("same", "c4", "same")]
    public void AVersion_ComesToItsCommit_AndItsFullestName(string version, string commit, string name) =>
        ActionVersions.Resolve(Refs, version).ShouldBe(new ResolvedAction(commit, name));

    [Theory]
    [InlineData("v9", "there is no tag or branch \"v9\"")]
    [InlineData("0123abc", "there is no tag or branch \"0123abc\"; if it is a commit, write all 40 digits")]
    [InlineData("both", "both a tag and a branch are called \"both\", and they are not the same; name the commit")]
    public void WhatComesToNothing_IsSaid(string version, string why) =>
        Should.Throw<EvaluationException>(() => ActionVersions.Resolve(Refs, version)).Message.ShouldBe(why);

    [Theory]
    [InlineData("v4.2.0", "c4", "v4.2.1")]
    [InlineData("v1.9.0", "c2", "v1.10.0")]
    [InlineData("main", "c9", "main")]
    public void TheNewestOfAMajorVersion_IsThatOfItsTag_ElseTheHighest(string version, string commit, string name) =>
        ActionVersions.Newest(Refs, version).ShouldBe(new ResolvedAction(commit, name));
}
