using System.Text;
using Gates.Doors.Registry;
using Gates.Formats.Dockerfiles;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Registry;

/// <summary>Logins, redirects and waiting.</summary>
public sealed class RegistryCallsTests : IDisposable
{
    private const string Ask = "GET /v2/acme/shop/manifests/1";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly string List = SampleImage.List();
    private static readonly string[] Type = ["Content-Type: " + SampleImage.Index];

    private readonly StrictServer server = new();
    private readonly StrictServer other = new();
    private readonly ImpatientTime time = new(new RegistryLimits().Timeout);

    private ImageReference Shop => ImageReference.Parse(server.Authority + "/acme/shop:1");

    public void Dispose()
    {
        server.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task ATokenOfTheTokenServer_IsUsedAgain()
    {
        server.Expect(Ask, 401, "", $"WWW-Authenticate: Bearer realm=\"http://{other.Authority}/token\",service=\"shop, and more\",scope=\"x\"")
            .Expect(Ask, 200, List, Type).Expect(Ask, 200, List, Type);
        other.Expect("GET /token?service=shop%2C%20and%20more&scope=repository%3Aacme%2Fshop%3Apull", 200, """{"token":"t1"}""");
        using var client = Client();
        await client.FetchAsync(Shop, Token);
        await client.FetchAsync(Shop, Token);
        server.Heads.Select(Authorization).ShouldBe([null, "Bearer t1", "Bearer t1"]);
        Authorization(other.Heads[0]).ShouldBeNull();
        server.Verify();
        other.Verify();
    }

    [Fact]
    public async Task ALogin_GoesToTheTokenServer_AndItsTokenToTheRegistry()
    {
        server.Expect(Ask, 401, "", $"WWW-Authenticate: Bearer realm=\"http://{other.Authority}/token?x=1\"").Expect(Ask, 200, List, Type);
        other.Expect("GET /token?x=1&scope=repository%3Aacme%2Fshop%3Apull", 200, """{"access_token":"t1"}""");
        using var client = Client("user", "pass");
        await client.FetchAsync(Shop, Token);
        Authorization(other.Heads[0]).ShouldBe("Basic " + Convert.ToBase64String("user:pass"u8));
        server.Heads.Select(Authorization).ShouldBe([null, "Bearer t1"]);
    }

    [Fact]
    public async Task AnIdentityToken_IsExchanged()
    {
        server.Expect(Ask, 401, "", $"WWW-Authenticate: Bearer realm=\"http://{other.Authority}/token\",service=s").Expect(Ask, 200, List, Type);
        other.Expect("POST /token", 200, """{"access_token":"t1"}""");
        using var client = Client(null, "refresh");
        await client.FetchAsync(Shop, Token);
        other.Bodies[0].ShouldBe("grant_type=refresh_token&service=s&scope=repository%3Aacme%2Fshop%3Apull&client_id=gates&refresh_token=refresh");
        Authorization(other.Heads[0]).ShouldBeNull();
    }

    [Fact]
    public async Task ABasicLogin_IsSentOnceItIsAskedFor()
    {
        server.Expect(Ask, 401, "", "WWW-Authenticate: Basic realm=\"shop\"").Expect(Ask, 200, List, Type);
        using var client = Client("user", "pass");
        await client.FetchAsync(Shop, Token);
        server.Heads.Select(Authorization).ShouldBe([null, "Basic " + Convert.ToBase64String("user:pass"u8)]);
    }

    [Fact]
    public async Task WithoutALogin_ItIsSaidHowToGetOne()
    {
        server.Expect(Ask, 401, "", "WWW-Authenticate: Basic realm=\"shop\"");
        using var client = Client();
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token));
        (e.Fault, e.Message).ShouldBe((
            RegistryFault.LoginNeeded, $"{Shop}: the registry {server.Authority}: it wants a login; run `docker login {server.Authority}`"));
    }

    [Fact]
    public async Task ALoginThatIsRefused_IsNotTriedForEver()
    {
        server.Expect(Ask, 401, "", "WWW-Authenticate: Basic realm=\"shop\"").Expect(Ask, 401, "", "WWW-Authenticate: Basic realm=\"shop\"");
        using var client = Client("user", "wrong-secret");
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token));
        e.Fault.ShouldBe(RegistryFault.LoginRefused);
        e.Message.ShouldNotContain("wrong-secret");
        server.Verify();
    }

    [Theory]
    [InlineData("http://registry.example/token")]
    [InlineData("ftp://127.0.0.1/token")]
    [InlineData("https://user:pass@127.0.0.1/token")]
    [InlineData("/token")]
    public async Task ATokenServerThatIsNotEncrypted_IsNotAsked(string realm)
    {
        server.Expect(Ask, 401, "", $"WWW-Authenticate: Bearer realm=\"{realm}\"");
        using var client = Client("user", "pass");
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token));
        e.Message.ShouldContain($"its token server {realm} is not asked");
        server.Verify();
    }

    [Fact]
    public async Task ATokenServerOfAnotherDomain_DoesNotGetTheLogin()
    {
        server.Expect(Ask, 401, "", "WWW-Authenticate: Bearer realm=\"https://registry.example/token\"");
        using var client = Client("user", "pass");
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token));
        e.Message.ShouldContain("its token server registry.example is not of the registry's domain, so the login is not sent there");
    }

    [Fact]
    public async Task ARedirectToAnotherHost_IsFollowedWithoutTheLogin()
    {
        server.Expect(Ask, 401, "", "WWW-Authenticate: Basic realm=\"shop\"").Expect(Ask, 307, "", $"Location: http://{other.Authority}/elsewhere?sig=1");
        other.Expect("GET /elsewhere?sig=1", 200, List, Type);
        using var client = Client("user", "pass");
        (await client.FetchAsync(Shop, Token)).Digest.ShouldBe(SampleImage.DigestOf(List));
        Authorization(other.Heads[0]).ShouldBeNull();
    }

    [Theory]
    [InlineData("http://registry.example/x", "http://registry.example")]
    [InlineData("file:///etc/passwd", "file://")]
    public async Task ARedirectWithoutEncryption_IsNotFollowed(string location, string said)
    {
        server.Expect(Ask, 302, "", "Location: " + location);
        using var client = Client();
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token));
        e.Fault.ShouldBe(RegistryFault.Redirected);
        e.Message.ShouldContain($"it redirects to {said}");
    }

    [Fact]
    public async Task RedirectsInACircle_End()
    {
        for (var i = 0; i < 6; i++)
        {
            server.Expect(Ask, 302, "", "Location: /v2/acme/shop/manifests/1");
        }

        using var client = Client();
        (await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token))).Message.ShouldContain("too many redirects");
        server.Verify();
    }

    [Fact]
    public async Task WhoIsAskedTooOften_IsAskedAgainWhenItSays()
    {
        server.Expect(Ask, 429, "", "Retry-After: 7").Expect(Ask, 503, "").Expect(Ask, 200, List, Type);
        using var client = Client();
        await client.FetchAsync(Shop, Token);
        time.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(2)]);
    }

    [Theory]
    [InlineData(429, "Retry-After: 3600", RegistryFault.TooManyRequests, 1)]
    [InlineData(500, "X-A: b", RegistryFault.Failed, 4)]
    [InlineData(403, "X-A: b", RegistryFault.LoginRefused, 1)]
    [InlineData(418, "X-A: b", RegistryFault.NotRegistry, 1)]
    public async Task ItIsNotAskedForEver_NorWaitedForLong(int status, string header, object fault, int times)
    {
        for (var i = 0; i < times; i++)
        {
            server.Expect(Ask, status, "", header);
        }

        using var client = Client();
        (await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token))).Fault.ShouldBe((RegistryFault)fault);
        server.Verify();
    }

    [Fact]
    public async Task ARegistryThatHangs_IsLeft()
    {
        server.ExpectAndHang(Ask);
        using var client = new RegistryClient(
            RegistryLogins.None, null, TimeProvider.System, limits: new RegistryLimits { Timeout = TimeSpan.FromMilliseconds(200) });
        (await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(Shop, Token))).Message
            .ShouldBe($"{Shop}: the registry {server.Authority}: it did not answer within 0.2 s; it hangs or is overloaded");
    }

    [Fact]
    public async Task WhatNobodyAnswers_IsSaid()
    {
        var nobody = Shop;
        server.Dispose();
        using var client = Client();
        var e = await Should.ThrowAsync<RegistryException>(() => client.FetchAsync(nobody, Token));
        (e.Fault, time.Waits.Count).ShouldBe((RegistryFault.Unreachable, 3));
    }

    [Fact]
    public async Task Referrers_AreReadInPages()
    {
        var digest = SampleImage.DigestOf("x");
        string One(string text) => SampleImage.List(SampleImage.Descriptor(SampleImage.Manifest, text, ",\"artifactType\":\"application/spdx+json\""));
        server.Expect("GET /v2/acme/shop/referrers/" + digest, 200, One("a"), [.. Type, $"Link: </v2/acme/shop/referrers/{digest}?last=a>; rel=\"next\""])
            .Expect($"GET /v2/acme/shop/referrers/{digest}?last=a", 200, One("b"), [.. Type, "Link: <http://registry.example/v2/x>; rel=\"next\""]);
        using var client = Client();
        var (attached, byTag) = await client.FetchReferrersAsync(Shop, digest, Token);
        (attached.Count, byTag, attached[1].ArtifactType).ShouldBe((2, false, "application/spdx+json"));
        server.Verify();
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(400, "")]
    [InlineData(200, "{}")]
    public async Task WithoutAListOfReferrers_TheTagStandsIn(int status, string body)
    {
        var digest = SampleImage.DigestOf("x");
        server.Expect("GET /v2/acme/shop/referrers/" + digest, status, body)
            .Expect("GET /v2/acme/shop/manifests/" + digest.Replace(':', '-'), 200, SampleImage.List(SampleImage.Descriptor("a/b", "c")), Type);
        using var client = Client();
        var (attached, byTag) = await client.FetchReferrersAsync(Shop, digest, Token);
        (attached.ShouldHaveSingleItem().MediaType, byTag).ShouldBe(("a/b", true));
        server.Verify();
    }

    private static string? Authorization(string head) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Authorization: ", StringComparison.Ordinal))?["Authorization: ".Length..];

    private RegistryClient Client(string? user = null, string? secret = null)
    {
        var entry = user is null ? $$"""{"identitytoken":"{{secret}}"}"""
            : $$"""{"auth":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"))}}"}""";
        var logins = secret is null ? RegistryLogins.None
            : RegistryLogins.Read(name => name == "DOCKER_AUTH_CONFIG" ? $$$"""{"auths":{"{{{server.Authority}}}":{{{entry}}}}}""" : null);
        return new RegistryClient(logins, null, time);
    }
}
