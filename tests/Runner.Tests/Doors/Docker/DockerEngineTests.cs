using System.Net.Sockets;
using Gates.Doors.Docker;
using Gates.Formats.Foundation;
using Runner.Tests.Doors.Http;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Docker;

public sealed class DockerEngineTests : IDisposable
{
    private const string Version20 = """{"Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"}""";

    private const string Inspect = """
        {"Id":"sha256:aa","RepoTags":["shop:1"],"RepoDigests":["shop@sha256:bb"],"Created":"2026-01-02T03:04:05.123456789Z","Size":5000000000,
         "Config":{"User":"1000:1000","Entrypoint":["/bin/shop","serve"],"Labels":{"org.opencontainers.image.source":"https://example.org"}},"New":{"field":1}}
        """;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TempFolder folder = new();
    private readonly StrictServer server;
    private readonly string socket;

    public DockerEngineTests()
    {
        socket = Path.Combine(folder.Path, "s");
        server = new StrictServer(socket);
    }

    public static TheoryData<int, string, string, string> Answers => new()
    {
        { 404, """{"message":"No such image: shop:1"}""", "ImageUnknown", "it has no image \"shop:1\"; build or pull it first, nothing is pulled here" },
        { 400, """{"message":"client version 1.41 is too new.\u001b[31m"}""", "Refused", "it refused with 400: client version 1.41 is too new.\\u{1B}[31m" },
        { 403, """{"message":"authorization denied by plugin"}""", "Refused", "it refused with 403: authorization denied by plugin" },
        { 500, """{"message":"layer is broken"}""", "Failed", "it failed with 500: layer is broken; look into its log" },
        { 502, "<html>", "NotDocker", "what answers is not a Docker Engine: it answered 502 without the reason that Docker gives; check the address" },
        { 302, "", "NotDocker", "what answers is not a Docker Engine: it answered 302 with a redirect; check the address" },
        { 200, "<html>", "NotDocker", "its answer is not what Docker documents; check the address, or update Docker" },
        { 200, "null", "NotDocker", "its answer is not what Docker documents; check the address, or update Docker" },
        { 200, "{}", "NotDocker", "its answer is not what Docker documents; check the address, or update Docker" },
        { 200, """{"Id":"sha256:aa","Size":"x"}""", "NotDocker", "its answer is not what Docker documents; check the address, or update Docker" },
    };

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task APing_IsAnsweredByAnEngine()
    {
        server.Expect("GET /_ping", 200, "OK", "Api-Version: 1.41");
        using var engine = Engine();
        await engine.PingAsync(Token);
        server.Verify();
    }

    [Fact]
    public async Task TheVersion_IsThatOfEngineAndMachine()
    {
        server.Expect("GET /version", 200, Version20);
        using var engine = Engine();
        (await engine.VersionAsync(Token)).ShouldBe(new DockerVersion("20.10.24", new Version(1, 41), "linux", "amd64"));
        server.Verify();
    }

    [Theory]
    [InlineData("1.41", "/v1.41")]
    [InlineData("1.60", "/v1.52")]
    public async Task AnImage_IsReadInAVersionOfTheApiThatBothKnow_AndThatIsAskedForOnce(string api, string prefix)
    {
        server.Expect("GET /version", 200, Version20.Replace("1.41", api, StringComparison.Ordinal))
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
        server.Verify();
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
        server.Verify();
        server.Heads.ShouldBeEmpty();
    }

    /// <summary>Why the door checks: nothing below it does.</summary>
    [Fact]
    public async Task ThePackageItself_SendsWhateverItIsGiven()
    {
        server.Expect("GET /containers/json%3Fall=1%23/json", 200, "[]");
        using var engine = Engine();
        await Should.ThrowAsync<Exception>(() =>
            PackageClient.CallAsync(PackageClient.Of(engine, "unversioned"), "Images", "InspectImageAsync", "../containers/json?all=1#"));
        server.Verify();
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task ARefusal_IsSaidInOneLine(int status, string body, string fault, string why)
    {
        server.Expect("GET /version", 200, Version20).Expect("GET /v1.41/images/shop:1/json", status, body, "Location: http://127.0.0.1:1/");
        using var engine = Engine();
        await FailsAsync(() => engine.InspectImageAsync("shop:1", Token), fault, why);
        server.Verify();
    }

    [Theory]
    [InlineData("""{"Version":"1.9","ApiVersion":"1.24"}""", "EngineTooOld", "Docker 1.9 speaks version 1.24 of the API, and 1.40 is the oldest that is read; update Docker")]
    [InlineData(
        """{"Version":"99","ApiVersion":"1.90","MinAPIVersion":"1.80"}""",
        "EngineTooNew",
        "Docker 99 speaks version 1.80 of the API or newer, and 1.52 is the newest that is read; update gates")]
    [InlineData("""{"ok":true}""", "NotDocker", "what answers is not a Docker Engine: its version is none; check the address")]
    public async Task AnEngineOfAnotherTime_IsNamed(string answer, string fault, string why)
    {
        server.Expect("GET /version", 200, answer);
        using var engine = Engine();
        await FailsAsync(() => engine.InspectImageAsync("shop:1", Token), fault, why);
        server.Verify();
    }

    /// <summary>The package is content with any answer to its ping.</summary>
    [Fact]
    public async Task AnotherServer_IsNoEngine()
    {
        server.Expect("GET /_ping", 200, "OK");
        using var engine = Engine();
        await FailsAsync(
            () => engine.PingAsync(Token),
            "NotDocker",
            "what answers is not a Docker Engine: its answer to a ping names no version of the API; check the address");
    }

    [Fact]
    public async Task WhatSpeaksNoHttp_IsNoEngine()
    {
        server.ExpectRaw("GET /_ping", "SSH-2.0-OpenSSH_9.2\r\n");
        using var engine = Engine();
        await FailsAsync(() => engine.PingAsync(Token), "NotDocker", "what answers is not a Docker Engine: it does not speak HTTP; check the address");
    }

    [Fact]
    public async Task AConnectionThatEnds_IsSaid()
    {
        server.ExpectRaw("GET /_ping", "HTTP/1.1 200 OK\r\nContent-Le");
        using var engine = Engine();
        await FailsAsync(
            () => engine.PingAsync(Token),
            "Unreachable",
            "it ended the connection without an answer; look into its log, or name the address of another with DOCKER_HOST");
    }

    [Fact]
    public async Task AnAnswerWithoutEnd_IsCutOff()
    {
        server.Expect("GET /version", 200, new string(' ', (1 << 20) + 1));
        using var engine = Engine(new DockerLimits { MaxAnswer = 1 << 20 });
        await FailsAsync(() => engine.VersionAsync(Token), "TooLarge", "its answer is longer than 1 MiB, which no image's description is");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task AnEngineThatHangs_IsGivenItsTime(string beginning)
    {
        server.ExpectAndHang("GET /version", beginning);
        var time = new ManualTime();
        using var engine = Engine(time: time);
        var asked = engine.VersionAsync(Token);
        await Until(() => server.Heads.Count == 1);
        asked.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(30));
        await FailsAsync(() => asked, "TimedOut", "it did not answer within 30 s; it hangs or is overloaded, restart it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task ACancellation_EndsItAtOnce(string beginning)
    {
        server.ExpectAndHang("GET /version", beginning);
        using var engine = Engine(time: new ManualTime());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asked = engine.VersionAsync(cancel.Token);
        await Until(() => server.Heads.Count == 1);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task WithoutASocket_ThatIsSaid()
    {
        server.Dispose();
        using var engine = Engine();
        await FailsAsync(() => engine.PingAsync(Token), "NoSocket", "there is no such socket; start Docker, or name the address of another with DOCKER_HOST");
    }

    [Fact]
    public async Task WithASocketOfNobody_ThatIsSaid()
    {
        server.Dispose();
        await File.WriteAllTextAsync(socket, "", Token);
        using var engine = Engine();
        await FailsAsync(() => engine.PingAsync(Token), "Unreachable", "nothing answers there; start Docker, or name the address of another with DOCKER_HOST");
    }

    /// <summary>Tests run as root, whom no permission stops.</summary>
    [Fact]
    public void WithoutPermission_ThatIsSaid()
    {
        var address = DockerAddress.Parse("");
        new DockerFailures(address, new DockerLimits()).OfSocket(SocketError.AccessDenied).Message.ShouldBe(
            "Docker at unix:///var/run/docker.sock: no permission for its socket; run as a user of the group that owns it (`ls -l /var/run/docker.sock`), "
                + "who is as good as root");
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

    private static async Task Until(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(5, Token);
        }
    }

    private DockerEngine Engine(DockerLimits? limits = null, TimeProvider? time = null) =>
        new(DockerAddress.Parse("unix://" + socket), time ?? TimeProvider.System, limits);

    private async Task FailsAsync(Func<Task> ask, string fault, string why)
    {
        var e = await Should.ThrowAsync<DockerException>(ask);
        (e.Fault.ToString(), e.Message).ShouldBe((fault, $"Docker at unix://{socket}: {why}"));
    }
}
