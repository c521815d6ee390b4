using Gates.Doors.Docker;
using Gates.Formats.Foundation;
using Runner.Tests.Doors.Http;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Docker;

public sealed class DockerEngineTests : EngineOnASocket
{
    private const string Inspect = """
        {"Id":"sha256:aa","RepoTags":["shop:1"],"RepoDigests":["shop@sha256:bb"],"Created":"2026-01-02T03:04:05.123456789Z","Size":5000000000,
         "Config":{"User":"1000:1000","Entrypoint":["/bin/shop","serve"],"Labels":{"org.opencontainers.image.source":"https://example.org"}},"New":{"field":1}}
        """;

    [Fact]
    public async Task APing_IsAnsweredByAnEngine()
    {
        Server.Expect("GET /_ping", 200, "OK", "Api-Version: 1.41");
        using var engine = Engine();
        await engine.PingAsync(Token);
        Server.Verify();
    }

    [Fact]
    public async Task TheVersion_IsThatOfEngineAndMachine()
    {
        Server.Expect("GET /version", 200, Version20);
        using var engine = Engine();
        (await engine.VersionAsync(Token)).ShouldBe(new DockerVersion("20.10.24", new Version(1, 41), "linux", "amd64"));
        Server.Verify();
    }

    [Theory]
    [InlineData("1.41", "/v1.41")]
    [InlineData("1.60", "/v1.52")]
    public async Task AnImage_IsReadInAVersionOfTheApiThatBothKnow_AndThatIsAskedForOnce(string api, string prefix)
    {
        Server.Expect("GET /version", 200, Version20.Replace("1.41", api, StringComparison.Ordinal))
            .Expect($"GET {prefix}/images/shop:1/json", 200, Inspect)
            .Expect($"GET {prefix}/images/sha256:{new string('a', 64)}/json", 200, """{"Id":"sha256:aa","Config":null,"RepoDigests":null}""");
        using var engine = Engine();
        var image = await engine.InspectImageAsync("shop:1", Token);
        (image.Id, image.User, image.Size).ShouldBe(("sha256:aa", "1000:1000", 5_000_000_000));
        image.Digests.ShouldBe(["shop@sha256:bb"]);
        image.Entrypoint.ShouldBe(["/bin/shop", "serve"]);
        image.Labels.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["org.opencontainers.image.source"] = "https://example.org" });

        var bare = await engine.InspectImageAsync("sha256:" + new string('a', 64), Token);
        (bare.User, bare.Digests.Count, bare.Entrypoint.Count, bare.Labels.Count).ShouldBe(("", 0, 0, 0));
        Server.Verify();
    }

    [Theory]
    [InlineData("../../containers/json?all=1#")]
    [InlineData("shop/../../../containers/json")]
    [InlineData("shop:1?x=1")]
    [InlineData("shop:1/../json#")]
    [InlineData("shop 1")]
    [InlineData("Shop")]
    [InlineData("shop\r\nHost: x")]
    [InlineData("%2e%2e/x")]
    [InlineData("")]
    public async Task WhatIsNoReference_IsRefusedBeforeAnythingIsSent(string reference)
    {
        using var engine = Engine();
        (await Should.ThrowAsync<UsageException>(() => engine.InspectImageAsync(reference, Token))).Message.ShouldStartWith("\"");
        Server.Verify();
        Server.Heads.ShouldBeEmpty();
    }

    /// <summary>Why the door checks: nothing below it does.</summary>
    [Fact]
    public async Task ThePackageItself_SendsWhateverItIsGiven()
    {
        Server.Expect("GET /containers/json%3Fall=1%23/json", 200, "[]");
        using var engine = Engine();
        await Should.ThrowAsync<Exception>(() =>
            PackageClient.CallAsync(PackageClient.Of(PackageClient.Of(engine, "calls"), "unversioned"), "Images", "InspectImageAsync",
                "../containers/json?all=1#"));
        Server.Verify();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task AnEngineThatHangs_IsGivenItsTime(string beginning)
    {
        Server.ExpectAndHang("GET /version", beginning);
        var time = new ManualTime();
        using var engine = Engine(time: time);
        var asked = engine.VersionAsync(Token);
        await Server.AskedAsync(1, Token);
        asked.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(30));
        await FailsAsync(() => asked, "TimedOut", "it did not answer within 30 s; it hangs or is overloaded, restart it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task ACancellation_EndsItAtOnce(string beginning)
    {
        Server.ExpectAndHang("GET /version", beginning);
        using var engine = Engine(time: new ManualTime());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asked = engine.VersionAsync(cancel.Token);
        await Server.AskedAsync(1, Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task APortOfThisMachine_IsAskedWithoutAProxy()
    {
        using var port = new StrictServer();
        port.Expect("GET /_ping", 200, "OK", "Api-Version: 1.41");
        using var engine = new DockerEngine(DockerAddress.Parse("tcp://" + port.Authority), TimeProvider.System);
        await engine.PingAsync(Token);
        port.Verify();
    }
}
