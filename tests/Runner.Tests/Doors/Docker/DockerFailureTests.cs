using System.Net.Sockets;
using Gates.Doors.Docker;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Docker;

/// <summary>What is said when there is no answer: one line, with the address and what to do.</summary>
public sealed class DockerFailureTests : EngineOnASocket
{
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

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task ARefusal_IsSaidInOneLine(int status, string body, string fault, string why)
    {
        Server.Expect("GET /version", 200, Version20).Expect("GET /v1.41/images/shop:1/json", status, body, "Location: http://127.0.0.1:1/");
        using var engine = Engine();
        await FailsAsync(() => engine.InspectImageAsync("shop:1", Token), fault, why);
        Server.Verify();
    }

    [Theory]
    [InlineData(
        """{"Version":"1.9","ApiVersion":"1.24"}""",
        "EngineTooOld",
        "Docker 1.9 speaks version 1.24 of the API, and 1.40 is the oldest that is read; update Docker")]
    [InlineData(
        """{"Version":"99","ApiVersion":"1.90","MinAPIVersion":"1.80"}""",
        "EngineTooNew",
        "Docker 99 speaks version 1.80 of the API or newer, and 1.52 is the newest that is read; update gates")]
    [InlineData("""{"ok":true}""", "NotDocker", "what answers is not a Docker Engine: its version is none; check the address")]
    public async Task AnEngineOfAnotherTime_IsNamed(string answer, string fault, string why)
    {
        Server.Expect("GET /version", 200, answer);
        using var engine = Engine();
        await FailsAsync(() => engine.InspectImageAsync("shop:1", Token), fault, why);
        Server.Verify();
    }

    /// <summary>The package is content with any answer to its ping.</summary>
    [Fact]
    public async Task AnotherServer_IsNoEngine()
    {
        Server.Expect("GET /_ping", 200, "OK");
        using var engine = Engine();
        await FailsAsync(
            () => engine.PingAsync(Token),
            "NotDocker",
            "what answers is not a Docker Engine: its answer to a ping names no version of the API; check the address");
    }

    [Fact]
    public async Task WhatSpeaksNoHttp_IsNoEngine()
    {
        Server.ExpectRaw("GET /_ping", "SSH-2.0-OpenSSH_9.2\r\n");
        using var engine = Engine();
        await FailsAsync(() => engine.PingAsync(Token), "NotDocker", "what answers is not a Docker Engine: it does not speak HTTP; check the address");
    }

    [Fact]
    public async Task AConnectionThatEnds_IsSaid()
    {
        Server.ExpectRaw("GET /_ping", "HTTP/1.1 200 OK\r\nContent-Le");
        using var engine = Engine();
        await FailsAsync(
            () => engine.PingAsync(Token),
            "Unreachable",
            "it ended the connection without an answer; look into its log, or name the address of another with DOCKER_HOST");
    }

    [Fact]
    public async Task AnAnswerWithoutEnd_IsCutOff()
    {
        Server.Expect("GET /version", 200, new string(' ', (1 << 20) + 1));
        using var engine = Engine(new DockerLimits { MaxAnswer = 1 << 20 });
        await FailsAsync(() => engine.VersionAsync(Token), "TooLarge", "its answer is longer than 1 MiB, which no image's description is");
    }

    [Fact]
    public async Task WithoutASocket_ThatIsSaid()
    {
        Server.Dispose();
        using var engine = Engine();
        await FailsAsync(() => engine.PingAsync(Token), "NoSocket", "there is no such socket; start Docker, or name the address of another with DOCKER_HOST");
    }

    [Fact]
    public async Task WithASocketOfNobody_ThatIsSaid()
    {
        Server.Dispose();
        await File.WriteAllTextAsync(Socket, "", Token);
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
}
