using Gates.Doors.Kubernetes;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

/// <summary>What is said when there is no answer: one line, with what was asked and what to do, and without the credential.</summary>
public sealed class KubernetesFailureTests : ClusterOnAPort
{
    public static TheoryData<int, string, string, string> Refusals => new()
    {
        { 401, Status("Unauthorized"), "CredentialRefused", "it does not know the credential: it is wrong, or has expired" },
        {
            403,
            Status($"pods is forbidden: {Secret}"),
            "Forbidden",
            "the account may not read pod p in namespace shop; give it a role that allows it (pods is forbidden: ***)"
        },
        { 404, Status("pods \\\"p\\\" not found"), "NotFound", "it cannot read pod p in namespace shop: there is none (pods \"p\" not found)" },
        {
            404,
            "<html>",
            "NotKubernetes",
            "its answer to \"read pod p in namespace shop\" is not what Kubernetes documents; check the server's address"
        },
        {
            409,
            Status("conflict"),
            "Conflict",
            "it cannot read pod p in namespace shop: there is one already, or it is being changed (conflict)"
        },
        { 422, Status("a\\u001b[2Jb"), "Refused", "it refused to read pod p in namespace shop with 422 (a\\u{1B}[2Jb)" },
        {
            503,
            "upstream",
            "Failed",
            "it failed to read pod p in namespace shop with 503; it is starting, overloaded, or down (no reason given)"
        },
        {
            302,
            "",
            "NotKubernetes",
            "it answered \"read pod p in namespace shop\" with a redirect, as login pages do; give the address of the API server itself"
        },
        { 200, "<html>", "NotKubernetes", "its answer to \"read pod p in namespace shop\" is not what Kubernetes documents; check the server's address" },
        { 200, "null", "NotKubernetes", "its answer to \"read pod p in namespace shop\" is not what Kubernetes documents; check the server's address" },
        {
            200,
            """{"metadata":{"creationTimestamp":"yesterday"}}""",
            "NotKubernetes",
            "its answer to \"read pod p in namespace shop\" is not what Kubernetes documents; check the server's address"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task ARefusal_IsSaidInOneLine(int status, string body, string fault, string why)
    {
        Server.Expect($"GET {Pods}/p", status, body, "Location: http://127.0.0.1:1/");
        await FailsAsync(() => Cluster.ReadPodAsync("shop", "p", Token), fault, why);
        Server.Verify();
    }

    [Fact]
    public async Task ABusyServer_IsGivenTheTimeThatItAsksFor()
    {
        Server.Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 7").Expect($"GET {Pods}/p", 429, Status("busy"))
            .Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 0").Expect($"GET {Pods}/p", 200, """{"metadata":{"name":"p"}}""");
        (await Cluster.ReadPodAsync("shop", "p", Token)).Name.ShouldBe("p");
        Time.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);
        Server.Verify();
    }

    [Fact]
    public async Task AServerThatIsBusyForTooLong_IsLeft()
    {
        Server.Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 40").Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 30");
        await FailsAsync(
            () => Cluster.ReadPodAsync("shop", "p", Token),
            "TooManyRequests",
            "it is too busy to read pod p in namespace shop: it asks for 30 s more, 40 of 60 s are used up; try again later");
        Server.Verify();
    }

    [Fact]
    public async Task AnAnswerThatIsTooLong_IsCutOff()
    {
        using var brief = Open(Time, new KubernetesLimits { Timeout = Limit, MaxAnswer = 1 << 20 });
        Server.Expect($"GET {Pods}/p", 200, new string(' ', (1 << 20) + 1));
        await FailsAsync(
            () => brief.ReadPodAsync("shop", "p", Token),
            "TooLarge",
            "its answer to \"read pod p in namespace shop\" is longer than 1 MiB; ask for less, with a label selector");
    }

    /// <summary>The package reads the body of an answer on a blocked thread, which no cancellation reaches.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task ACancellationAndATimeOut_EndItAtOnce(string beginning)
    {
        var still = new ManualTime();
        using var patient = Open(still);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Server.ExpectAndHang($"GET {Pods}/p", beginning);
        var asked = patient.ReadPodAsync("shop", "p", cancel.Token);
        await Server.AskedAsync(1, Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);

        Server.ExpectAndHang($"GET {Pods}/p", beginning);
        asked = patient.ReadPodAsync("shop", "p", Token);
        await Server.AskedAsync(2, Token);
        still.Advance(Limit);
        await FailsAsync(() => asked, "TimedOut", "it did not answer \"read pod p in namespace shop\" within 29 s; it hangs or is overloaded");
        Server.Verify();
    }

    [Fact]
    public async Task WithNobodyThere_ThatIsSaid()
    {
        Server.Dispose();
        var e = await Should.ThrowAsync<KubernetesException>(() => Cluster.VersionAsync(Token));
        e.Fault.ShouldBe(KubernetesFault.Unreachable);
        e.Message.ShouldEndWith("check the address and the network");
    }

    [Fact]
    public async Task AnotherCertificate_IsNotBelieved()
    {
        Server.Expect("GET /version/", 200, """{"gitVersion":"v1.31.2"}""");
        using var tls = new TlsFront("http://" + Server.Authority);
        using var other = new TlsFront("http://" + Server.Authority);
        using var right = Open(TimeProvider.System, address: tls.Address, authority: tls.Authority);
        (await right.VersionAsync(Token)).Text.ShouldBe("v1.31.2");
        using var wrong = Open(TimeProvider.System, address: tls.Address, authority: other.Authority);
        (await Should.ThrowAsync<KubernetesException>(() => wrong.VersionAsync(Token))).Fault.ShouldBe(KubernetesFault.CertificateRefused);

        // What comes through is at most the end of a connection on which nothing was asked.
        Server.Heads.Count(head => head.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(1);
    }
}
