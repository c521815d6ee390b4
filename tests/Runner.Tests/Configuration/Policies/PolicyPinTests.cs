using Gates.Formats.Foundation;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration.Policies;

public sealed class PolicyPinTests
{
    private const string Sha = "9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e";

    [Theory]
    [InlineData("github:acme/policies/a@" + Sha)]
    [InlineData("github:acme-1/.github/policies/deep/a.js@" + Sha)]
    public void Parse_RepositoryPathAndCommit_IsReadAndWrittenAsItWas(string text) => PolicyPin.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("github:acme/policies/a@main", "names \"main\", a branch, a tag or a short id, which can come to mean another commit")]
    [InlineData("github:acme/policies/a@v1.2.0", "names \"v1.2.0\", a branch, a tag or a short id")]
    [InlineData("github:acme/policies/a@9c1e5b7", "names \"9c1e5b7\", a branch, a tag or a short id")]
    [InlineData(
        "github:acme/policies/a",
        "names no commit, so it could change without anybody here deciding it; write github:org/repository/path@ and the commit's 40 hexadecimal digits")]
    [InlineData("github:acme/policies@" + Sha, "names no policy in a repository")]
    [InlineData("github:acme/../a@" + Sha, "names no policy in a repository")]
    [InlineData("github:-acme/p/a@" + Sha, "names no policy in a repository")]
    [InlineData("github:acme/p/../../a@" + Sha, "has a path that leaves its folder with ..; paths stay inside the repository")]
    [InlineData("github:acme/p/a@9C1E5B7700AA41D2B3C4D5E6F708192A3B4C5D6E", "has a commit in capitals; write it in lower case")]
    public void Read_WhatIsNoPin_IsRefusedWithTheReason(string reference, string expected) =>
        Should.Throw<UsageException>(() => ConfigurationReader.Read(
            $"version: 1\ngates:\n  mine: {{ policy: \"{reference}\", facts: {{ files: [a] }} }}\n",
            "gates.yml"))
            .Message.ShouldContain($"\" {expected}");
}
