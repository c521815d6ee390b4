using Gates.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Log;

public sealed class LogOriginTests
{
    [Theory]
    [InlineData("https://github.com/Acme/App.git", "github.com/acme/app")]
    [InlineData("https://user:secret@github.com/acme/app", "github.com/acme/app")]
    [InlineData("git@github.com:acme/app.git", "github.com/acme/app")]
    [InlineData("github.com:acme/app", "github.com/acme/app")]
    [InlineData("ssh://git@github.com:22/acme/app.git/", "github.com/acme/app")]
    [InlineData("/srv/git/app.git", "localhost/app")]
    [InlineData("/srv/git/app/", "localhost/app")]
    [InlineData("file:///srv/git/my app.git", "localhost/my-app")]
    public void Origin_OfAnAddress_IsItsHostAndPath(string url, string origin) => LogOrigin.Of(url).ShouldBe(origin);

    [Fact]
    public void Address_Shown_HasNoPassword() => LogOrigin.Shown("https://user:secret@github.com/acme/app").ShouldBe("https://github.com/acme/app");
}
