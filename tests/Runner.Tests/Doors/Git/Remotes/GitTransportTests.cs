using Gates.Doors.Git.Private;
using Gates.Doors.Git.Remotes;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Remotes;

public sealed class GitTransportTests
{
    [Theory]
    [InlineData("https://github.com/acme/shop.git", "https://github.com/acme/shop.git")]
    [InlineData("https://ghes.example.com:8443/acme/shop", "https://ghes.example.com:8443/acme/shop")]
    [InlineData("http://127.0.0.1:3000/acme/shop", "http://127.0.0.1:3000/acme/shop")]
    [InlineData("git@github.com:acme/shop.git", "git@github.com:acme/shop.git")]
    [InlineData("ssh://git@ghes.example.com:2222/acme/shop.git", "ssh://git@ghes.example.com:2222/acme/shop.git")]
    public void Address_OfAServer_IsBuiltAnew(string url, string built) => Outside().To(url, null, "/").Url.ShouldBe(built);

    [Theory]
    [InlineData("ext::sh -c touch% /tmp/x")]
    [InlineData("ext://sh")]
    [InlineData("git://github.com/acme/shop")]
    [InlineData("ftp://github.com/acme/shop")]
    [InlineData("http://github.com/acme/shop")]
    [InlineData("https://user:password@github.com/acme/shop")]
    [InlineData("https://github.com/acme/shop?x")]
    [InlineData("-oProxyCommand=touch:acme/shop")]
    [InlineData("ssh://-oProxyCommand=touch/acme/shop")]
    [InlineData("git@-oProxyCommand=x:acme/shop")]
    [InlineData("git@github.com:-acme/shop")]
    [InlineData("ssh://git@github.com/-acme")]
    [InlineData("--upload-pack=touch")]
    [InlineData("https://github.com/acme\n/shop")]
    [InlineData("file://host/acme/shop")]
    [InlineData("")]
    public void Address_ThatIsNoPlainServer_IsRefused(string url) =>
        Should.Throw<EvaluationException>(() => Outside().To(url, null, "/")).Message.ShouldStartWith("gates does not connect to the remote ");

    [Fact]
    public void Refusal_HoldsNoPassword() =>
        Should.Throw<EvaluationException>(() => Outside().To("https://user:hunter2@github.com/acme/shop", null, "/")).Message.ShouldNotContain("hunter2");

    [Theory]
    [InlineData("https://github.com/acme/shop.git", "https://github.com/acme/shop.git")]
    [InlineData("https://github.com/Acme/Shop", "https://github.com/acme/shop")]
    [InlineData("git@github.com:acme/shop.git", "https://github.com/acme/shop.git")]
    public void OwnRemote_InAJob_IsTheJobsRepository(string configured, string url) =>
        Job().Configured(configured, Nothing, "/").Url.ShouldBe(url);

    [Theory]
    [InlineData("https://github.com/evil/shop.git")]
    [InlineData("https://evil.example.com/acme/shop.git")]
    [InlineData("http://github.com/acme/shop.git")]
    [InlineData("/srv/acme/shop")]
    [InlineData("file:///srv/acme/shop")]
    public void OwnRemote_OfAnotherRepositoryInAJob_IsRefused(string configured) =>
        Should.Throw<EvaluationException>(() => Job().Configured(
            configured,
            Nothing,
            "/")).Message.ShouldEndWith("the job is of acme/shop on https://github.com");

    [Theory]
    [InlineData("git@github.com:acme/other.git")]
    [InlineData("/srv/acme/shop")]
    public void GivenAddress_InAJob_IsAWebAddress(string url) => Should.Throw<EvaluationException>(() => Job().To(url, null, "/"));

    [Theory]
    [InlineData("https://github.com/acme/shop", true)]
    [InlineData("https://github.com.evil.example.com/acme/shop", false)]
    [InlineData("https://evil.example.com/acme/shop", false)]
    public void Token_IsForTheJobsServerOnly(string url, bool expected) =>
        Job("token").To(url, null, "/").Settings.ContainsKey("credential.helper").ShouldBe(expected);

    [Theory]
    [InlineData("[http \"https://github.com/\"]\n\textraheader = AUTHORIZATION: basic eDp5\n", true)]
    [InlineData("[http \"https://evil.example.com/\"]\n\textraheader = AUTHORIZATION: basic eDp5\n", false)]
    [InlineData("[http]\n\textraheader = AUTHORIZATION: basic eDp5\n", false)]
    [InlineData("[http \"https://github.com/\"]\n\textraheader = X-Other: basic eDp5\n", false)]
    public void LoginThatTheCheckoutLeft_IsUsedForItsServer(string configuration, bool expected) =>
        Job()
            .To("https://github.com/acme/shop", GitConfiguration.Parse(configuration, "config"), "/").Settings
            .ContainsKey("credential.helper")
            .ShouldBe(expected);

    [Fact]
    public void Settings_HoldNoToken() =>
        string.Join(' ', Job("the-token").To("https://github.com/acme/shop", null, "/").Options).ShouldNotContain("the-token");

    [Fact]
    public void Ssh_IsPlain()
    {
        Assert.SkipUnless(ExternalProgram.Exists("ssh"), "ssh is not installed");
        var remote = Outside().To("git@github.com:acme/shop.git", null, "/");
        remote.Variables["GIT_SSH_COMMAND"].ShouldMatch("^'/[^']+/ssh' -oBatchMode=yes ");
    }

    private static GitConfiguration Nothing => GitConfiguration.Parse("", "config");

    private static GitTransport Outside() => new(static _ => null, null);

    private static GitTransport Job(string? token = null) => new(static name => name switch
    {
        "GITHUB_ACTIONS" => "true",
        "GITHUB_SERVER_URL" => "https://github.com",
        "GITHUB_REPOSITORY" => "acme/shop",
        _ => null,
    }, token);
}
