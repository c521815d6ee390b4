using Gates.Doors.Processes;
using Gates.Doors.Registry;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Registry;

public sealed class RegistryLoginsTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TempFolder home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("ghcr.io", "ghcr.io", "a/b")]
    [InlineData("https://ghcr.io", "ghcr.io", "a/b")]
    [InlineData("https://ghcr.io/v2/", "ghcr.io", "a/b")]
    [InlineData("https://index.docker.io/v1/", "docker.io", "library/alpine")]
    [InlineData("docker.io", "docker.io", "library/alpine")]
    [InlineData("quay.io/acme", "quay.io", "acme/shop")]
    [InlineData("localhost:5000", "localhost:5000", "x")]
    public async Task ALogin_IsFoundByItsRegistry(string key, string domain, string path) =>
        (await Read(Auth(key)).FindAsync(domain, path, Token)).ShouldBe(new RegistryLogin("user", "pa:ss"));

    [Theory]
    [InlineData("ghcr.io", "ghcr.io.example", "a/b")]
    [InlineData("ghcr.io", "x.ghcr.io", "a/b")]
    [InlineData("quay.io/acme", "quay.io", "acme2/shop")]
    [InlineData("localhost:5000", "localhost:5001", "x")]
    [InlineData("https://index.docker.io/v1/", "index.example", "x")]
    public async Task ALogin_IsForNobodyElse(string key, string domain, string path) =>
        (await Read(Auth(key)).FindAsync(domain, path, Token)).ShouldBeNull();

    [Fact]
    public async Task TheNearestOfSeveral_Counts() =>
        (await Read("""{"auths":{"quay.io":{"auth":"YTpi"},"quay.io/acme":{"username":"near","password":"x"}}}""").FindAsync("quay.io", "acme/shop", Token))!
            .User.ShouldBe("near");

    [Fact]
    public async Task AProgram_IsAskedWhereTheFileIsTheUsersOwn()
    {
        using var bin = new TempFolder();
        bin.WriteProgram(
            "docker-credential-testing",
            "#!/bin/sh\nread server\n[ \"$1\" = get ] && [ \"$server\" = ghcr.io ] || exit 1\n"
                + "echo '{\"ServerURL\":\"x\",\"Username\":\"<token>\",\"Secret\":\"s\"}'\n");
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", bin.Path + ":" + path);
        try
        {
            (await Read("""{"credHelpers":{"ghcr.io":"testing"}}""").FindAsync("ghcr.io", "a", Token)).ShouldBe(new RegistryLogin("", "s", IsIdentity: true));
            (await Read("""{"credsStore":"testing"}""").FindAsync("quay.io", "a", Token)).ShouldBeNull("the program knows none");
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Fact]
    public async Task AFileOutsideOfTheHome_StartsNoProgram()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Write("config.json", """{"credsStore":"testing"}""");
        var logins = RegistryLogins.Read(name => name switch { "HOME" => home.Path, "DOCKER_CONFIG" => elsewhere.Path, _ => null });
        (await Should.ThrowAsync<RegistryException>(() => logins.FindAsync("ghcr.io", "a", Token))).Message
            .ShouldEndWith("names the program docker-credential-testing, which is run only for a file below your home; log in there");
    }

    [Theory]
    [InlineData("../../bin/sh")]
    [InlineData("a b")]
    public async Task WhatIsNoName_IsNoProgram(string name) =>
        (await Should.ThrowAsync<RegistryException>(() => Read($$"""{"credsStore":"{{name}}"}""").FindAsync("ghcr.io", "a", Token))).Fault
            .ShouldBe(RegistryFault.LoginUnusable);

    [Fact]
    public void AFileOfTheWorkspace_IsNotBelieved()
    {
        using var workspace = new TempFolder();
        ProgramFinder.Distrust(workspace.Path);
        workspace.Write("config.json", "{}");
        Should.Throw<RegistryException>(() => RegistryLogins.Read(name => name == "DOCKER_CONFIG" ? workspace.Path : null)).Message
            .ShouldContain("lies in the workspace, whose logins are not believed");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    public void WhatIsNoFileOfLogins_IsSaidWithoutItsText(string text) =>
        Should.Throw<RegistryException>(() => Read(text)).Message.ShouldEndWith("is not what `docker login` writes");

    [Fact]
    public async Task ABrokenLogin_IsSaidWithoutIt()
    {
        var e = await Should.ThrowAsync<RegistryException>(() => Read("""{"auths":{"ghcr.io":{"auth":"c2VjcmV0"}}}""").FindAsync("ghcr.io", "a", Token));
        e.Message.ShouldEndWith("`auths` of \"ghcr.io\" holds no user and password; log in again");
    }

    [Fact]
    public async Task WithoutFiles_ThereAreNone() =>
        (await RegistryLogins.Read(name => name == "HOME" ? home.Path : null).FindAsync("ghcr.io", "a", Token)).ShouldBeNull();

    private static string Auth(string key) => "{\"auths\":{\"" + key + "\":{\"auth\":\"dXNlcjpwYTpzcw==\"}}}";

    private RegistryLogins Read(string text)
    {
        home.Write(".docker/config.json", text);
        return RegistryLogins.Read(name => name == "HOME" ? home.Path : null);
    }
}
