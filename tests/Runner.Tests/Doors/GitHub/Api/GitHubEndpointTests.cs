using Gates.Doors.GitHub.Api;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.GitHub.Api;

public sealed class GitHubEndpointTests
{
    [Fact]
    public void AJobSaysWhereItsServerIs()
    {
        var endpoint = Read(("GITHUB_API_URL", "https://git.acme.example/api/v3"), ("GITHUB_GRAPHQL_URL", "https://git.acme.example/api/graphql"));
        endpoint.Api.AbsoluteUri.ShouldBe("https://git.acme.example/api/v3/");
        endpoint.Repository.ShouldBe("acme/web");
        endpoint.Token.Reveal().ShouldBe("secret");
        endpoint.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData(
        "GITHUB_API_URL",
        "http://api.github.com",
        "GITHUB_API_URL: \"http://api.github.com\" is not an https address. For example: https://api.github.com")]
    [InlineData("GITHUB_API_URL", "https://user:pass@api.github.com", "is not an https address")]
    [InlineData(
        "GITHUB_GRAPHQL_URL",
        "https://evil.example/graphql",
        "GITHUB_GRAPHQL_URL is on another host than GITHUB_API_URL: evil.example and api.github.com.")]
    [InlineData("GITHUB_REPOSITORY", "acme", "GITHUB_REPOSITORY: \"acme\" is not a repository. It is written owner/name.")]
    [InlineData("GITHUB_REPOSITORY", "acme/..", "is not a repository")]
    [InlineData("GITHUB_REPOSITORY", "acme/web/../../user", "is not a repository")]
    [InlineData("GITHUB_REPOSITORY", "", "GITHUB_REPOSITORY is not set")]
    [InlineData("GITHUB_TOKEN", "", "GITHUB_TOKEN is not set. Add `env: { GITHUB_TOKEN: ${{ github.token }} }` to the step.")]
    [InlineData("GITHUB_TOKEN", "secret\n", "GITHUB_TOKEN holds a character that no token has, perhaps a line end.")]
    public void AWrongVariableIsNamed(string name, string value, string message) =>
        Should.Throw<UsageException>(() => Read((name, value))).Message.ShouldContain(message);

    [Theory]
    [InlineData("https://api.github.com", "https://uploads.github.com/x", true)]
    [InlineData("https://api.acme.ghe.com", "https://uploads.acme.ghe.com/x", true)]
    [InlineData("https://git.acme.example", "https://git.acme.example/api/uploads", true)]
    [InlineData("https://api.github.com", "https://uploads.github.com.evil.example/x", false)]
    [InlineData("https://api.github.com", "http://uploads.github.com/x", false)]
    [InlineData("https://api.github.com", "https://uploads.github.com:8443/x", false)]
    [InlineData("https://git.acme.example", "https://uploads.github.com/x", false)]
    public void UploadsGoToTheServersOwnHosts(string api, string upload, bool expected) =>
        HostFamily.AcceptsUploads(new Uri(api), new Uri(upload)).ShouldBe(expected);

    [Theory]
    [InlineData("refs/heads/main", "heads/main")]
    [InlineData("refs/heads/a/b#c", "heads/a/b%23c")]
    public void ARefBecomesAPath(string gitRef, string path) => ApiPath.Ref(gitRef).ShouldBe(path);

    [Theory]
    [InlineData("main")]
    [InlineData("refs/heads/../../../user")]
    [InlineData("refs/heads/a b")]
    [InlineData("refs/heads/a\nb")]
    [InlineData("refs/heads/.a")]
    [InlineData("refs/heads/")]
    public void WhatGitWouldRefuseIsNoRef(string gitRef) => Should.Throw<ArgumentException>(() => ApiPath.Ref(gitRef));

    [Fact]
    public void NoPartLeavesItsPlaceInAPath()
    {
        Should.Throw<ArgumentException>(() => ApiPath.Segment(".."));
        Should.Throw<ArgumentException>(() => ApiPath.Segments("a//b"));
        Should.Throw<ArgumentException>(() => ApiPath.Sha("abc"));
        Should.Throw<ArgumentOutOfRangeException>(() => ApiPath.Id(0));
        ApiPath.Segment("a/b?c#d[bot]").ShouldBe("a%2Fb%3Fc%23d%5Bbot%5D");
    }

    private static GitHubEndpoint Read(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_REPOSITORY"] = "acme/web", ["GITHUB_TOKEN"] = "secret" };
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return GitHubEndpoint.Read(all.GetValueOrDefault);
    }
}
