using Gates.Formats.Foundation.Text;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Text;

public sealed class RemoteAddressTests
{
    [Theory]
    [InlineData("https://github.com/Acme/App.git", "github.com", "Acme/App")]
    [InlineData("https://user:secret@gitlab.example.com/group/part/app", "gitlab.example.com", "group/part/app")]
    [InlineData("git@github.com:acme/app.git", "github.com", "acme/app")]
    [InlineData("ssh://git@github.com:22/acme/app.git/", "github.com", "acme/app")]
    [InlineData("/srv/git/app.git", "localhost", "app")]
    [InlineData("file:///srv/git/app.git", "localhost", "app")]
    public void Address_InAnyForm_IsItsHostAndPath(string url, string host, string path) => RemoteAddress.From(url).ShouldBe(new RemoteAddress(host, path));
}
