using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Runner.Tests.Doors.Http;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class KubernetesClusterTests : IDisposable
{
    private const string Secret = "a-token-that-nobody-prints";
    private const string Pods = "/api/v1/namespaces/shop/pods";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    private readonly StrictServer server = new();
    private readonly ImpatientTime time = new(Limit);
    private readonly KubernetesCluster cluster;

    public KubernetesClusterTests() => cluster = Cluster(time);

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

    public void Dispose()
    {
        cluster.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task TheVersion_IsAskedAsTheAccount()
    {
        server.Expect("GET /version/", 200, """{"major":"1","minor":"31","gitVersion":"v1.31.2","platform":"linux/amd64"}""");
        (await cluster.VersionAsync(Token)).ShouldBe(new KubernetesVersion("v1.31.2", "linux/amd64"));
        server.Verify();
        server.Heads[0].ShouldContain($"Authorization: Bearer {Secret}");
        server.Heads[0].ShouldContain("User-Agent: gates/");
    }

    [Fact]
    public async Task AList_ComesInPages()
    {
        server.Expect($"GET {Pods}?labelSelector=app%3Dshop&limit=500", 200, List("a", "next=/&1"))
            .Expect($"GET {Pods}?continue=next%3D%2F%261&labelSelector=app%3Dshop&limit=500", 200, List("b", ""));
        var list = await cluster.ListPodsAsync("shop", "app=shop", Token);
        list.Pods.Select(pod => pod.Name).ShouldBe(["a", "b"]);
        (list.Pages, list.Restarted).ShouldBe((2, false));
        server.Verify();
    }

    [Fact]
    public async Task AListWhoseStateIsForgotten_IsBegunAgain_Once_AndSaysSo()
    {
        server.Expect($"GET {Pods}?limit=500", 200, List("a", "1")).Expect($"GET {Pods}?continue=1&limit=500", 410, Status("too old"))
            .Expect($"GET {Pods}?limit=500", 200, List("c", ""));
        var list = await cluster.ListPodsAsync("shop", "", Token);
        list.Pods.ShouldHaveSingleItem().Name.ShouldBe("c");
        (list.Pages, list.Restarted).ShouldBe((1, true));
        server.Verify();

        server.Expect($"GET {Pods}?limit=500", 200, List("a", "1")).Expect($"GET {Pods}?continue=1&limit=500", 410, Status("too old"))
            .Expect($"GET {Pods}?limit=500", 200, List("a", "2")).Expect($"GET {Pods}?continue=2&limit=500", 410, Status("too old"));
        await FailsAsync(
            () => cluster.ListPodsAsync("shop", "", Token),
            "Forgotten",
            "it has forgotten the state in which it began to list pods in namespace shop; try again (too old)");
        server.Verify();
    }

    [Fact]
    public async Task AListWithoutEnd_IsCutOff()
    {
        using var impatient = Cluster(time, new KubernetesLimits { Timeout = Limit, MaxPages = 2, PageSize = 1 });
        server.Expect($"GET {Pods}?limit=1", 200, List("a", "1")).Expect($"GET {Pods}?continue=1&limit=1", 200, List("a", "1"));
        await FailsAsync(
            () => impatient.ListPodsAsync("shop", "", Token),
            "TooLarge",
            "there are more than 2 pages of 1 to \"list pods in namespace shop\"; ask for less, with a label selector");
        server.Verify();
    }

    [Fact]
    public async Task APod_HasItsContainersWithWhatRuns()
    {
        server.Expect(
            $"GET {Pods}/shop-1",
            200,
            """
            {"metadata":{"name":"shop-1","labels":{"app":"shop"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"shop-7d","uid":"1"}]},
             "spec":{"initContainers":[{"name":"init","image":"init:1"}],
                     "containers":[{"name":"shop","image":"shop:1","resources":{"limits":{"cpu":"100m","memory":"1Gi"}}}],
                     "ephemeralContainers":[{"name":"debug","image":"busybox"}],"unknown":[1]},
             "status":{"phase":"Running","containerStatuses":[{"name":"shop","image":"shop:1","imageID":"shop@sha256:aa","ready":true,"restartCount":3}]}}
            """);
        var pod = await cluster.ReadPodAsync("shop", "shop-1", Token);
        (pod.Name, pod.Phase, pod.Labels["app"]).ShouldBe(("shop-1", "Running", "shop"));
        pod.Owners.ShouldBe(["ReplicaSet/shop-7d"]);
        pod.Containers.ShouldBe(
        [
            new PodContainer("init", "init:1", "", false, 0),
            new PodContainer("shop", "shop:1", "shop@sha256:aa", true, 3),
            new PodContainer("debug", "busybox", "", false, 0),
        ]);
        server.Verify();
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task ADeployment_SaysWhetherItsNumbersAreOfTheLastChange(int observed, bool isObserved)
    {
        server.Expect(
            "GET /apis/apps/v1/namespaces/shop/deployments/shop",
            200,
            $$$"""
            {"metadata":{"name":"shop","generation":2,"annotations":{"weight":"20"}},"spec":{"replicas":3,"template":{"spec":{"containers":[{"name":"s","image":"shop:2"}]} } },
             "status":{"observedGeneration":{{{observed}}},"updatedReplicas":2,"availableReplicas":1}}
            """);
        var deployment = await cluster.ReadDeploymentAsync("shop", "shop", Token);
        (deployment.Wanted, deployment.Updated, deployment.Available, deployment.IsObserved).ShouldBe((3, 2, 1, isObserved));
        (deployment.Annotations["weight"], deployment.Images[0]).ShouldBe(("20", "shop:2"));
        server.Verify();
    }

    [Theory]
    [InlineData("12345678", false)]
    [InlineData("123456789", true)]
    public async Task ALog_IsReadUpToItsLimit(string text, bool isCut)
    {
        using var brief = Cluster(time, new KubernetesLimits { Timeout = Limit, MaxLog = 8 });
        server.Expect($"GET {Pods}/shop-1/log?container=shop&limitBytes=9", 200, text);
        (await brief.ReadPodLogAsync("shop", "shop-1", "shop", Token)).ShouldBe(new PodLog("12345678", isCut));
        server.Verify();
    }

    [Fact]
    public async Task AJob_IsOnePodOnceWithoutRights_AndGoesWithItsPods()
    {
        server.Expect("POST /apis/batch/v1/namespaces/shop/jobs", 201, "{}")
            .Expect("DELETE /apis/batch/v1/namespaces/shop/jobs/check?propagationPolicy=Background", 200, Status("ok"));
        await cluster.CreateJobAsync(new JobOrder("shop", "check", "shop:1", ["test", "-x"], TimeSpan.FromMinutes(5)), Token);
        await cluster.DeleteJobAsync("shop", "check", Token);
        server.Verify();
        server.Bodies[0].ShouldBe(
            string.Concat(
                """{"apiVersion":"batch/v1","kind":"Job","metadata":{"labels":{},"name":"check"},""",
                """ "spec":{"activeDeadlineSeconds":300,"backoffLimit":0,"template":{"metadata":{"labels":{}},""",
                """ "spec":{"automountServiceAccountToken":false,"containers":[{"command":["test","-x"],"image":"shop:1","name":"job",""",
                """ "securityContext":{"allowPrivilegeEscalation":false}}],"restartPolicy":"Never"}},"ttlSecondsAfterFinished":3600}}""").Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task ARefusal_IsSaidInOneLine(int status, string body, string fault, string why)
    {
        server.Expect($"GET {Pods}/p", status, body, "Location: http://127.0.0.1:1/");
        await FailsAsync(() => cluster.ReadPodAsync("shop", "p", Token), fault, why);
        server.Verify();
    }

    [Fact]
    public async Task ABusyServer_IsGivenTheTimeThatItAsksFor()
    {
        server.Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 7").Expect($"GET {Pods}/p", 429, Status("busy"))
            .Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 0").Expect($"GET {Pods}/p", 200, """{"metadata":{"name":"p"}}""");
        (await cluster.ReadPodAsync("shop", "p", Token)).Name.ShouldBe("p");
        time.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);
        server.Verify();
    }

    [Fact]
    public async Task AServerThatIsBusyForTooLong_IsLeft()
    {
        server.Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 40").Expect($"GET {Pods}/p", 429, Status("busy"), "Retry-After: 30");
        await FailsAsync(
            () => cluster.ReadPodAsync("shop", "p", Token),
            "TooManyRequests",
            "it is too busy to read pod p in namespace shop: it asks for 30 s more, 40 of 60 s are used up; try again later");
        server.Verify();
    }

    [Theory]
    [InlineData("../../kube-system", "p")]
    [InlineData("shop", "../secrets/s?")]
    [InlineData("shop", "p/log")]
    [InlineData("shop", "p?watch=1")]
    [InlineData("shop", "%2e%2e")]
    public async Task WhatIsNoName_IsRefusedBeforeAnythingIsSent(string space, string name)
    {
        await Should.ThrowAsync<UsageException>(() => cluster.ReadPodAsync(space, name, Token));
        await Should.ThrowAsync<UsageException>(() => cluster.ReadDeploymentAsync(space, name, Token));
        await Should.ThrowAsync<UsageException>(() => cluster.ReadPodLogAsync(space, name, null, Token));
        await Should.ThrowAsync<UsageException>(() => cluster.ReadPodLogAsync("shop", "p", name + "?", Token));
        await Should.ThrowAsync<UsageException>(() => cluster.ListPodsAsync(space, name + "&x", Token));
        await Should.ThrowAsync<UsageException>(() => cluster.DeleteJobAsync(space, name, Token));
        await Should.ThrowAsync<UsageException>(() => cluster.CreateJobAsync(new JobOrder(space, name, "i", [], Limit), Token));
        server.Verify();
        server.Heads.ShouldBeEmpty();
    }

    /// <summary>Why the door checks: nothing below it does.</summary>
    [Fact]
    public async Task ThePackageItself_SendsWhateverItIsGiven()
    {
        server.Expect("GET /api/v1/namespaces/kube-system/secrets/s?x=/pods/p", 200, "{}");
        var client = PackageClient.Of(PackageClient.Of(cluster, "calls"), "client");
        await PackageClient.CallAsync(client, "CoreV1", "ReadNamespacedPodWithHttpMessagesAsync", "p", "../namespaces/kube-system/secrets/s?x=");
        server.Verify();
    }

    /// <summary>And why it waits: the package takes no notice of what a busy server asks for.</summary>
    [Fact]
    public async Task ThePackageItself_DoesNotWait()
    {
        server.Expect("GET /api/v1/namespaces/shop/pods/p", 429, Status("busy"), "Retry-After: 1");
        var client = PackageClient.Of(PackageClient.Of(cluster, "calls"), "client");
        var e = await Should.ThrowAsync<Exception>(() =>
            PackageClient.CallAsync(client, "CoreV1", "ReadNamespacedPodWithHttpMessagesAsync", "p", "shop"));
        e.Message.ShouldContain("TooManyRequests");
        server.Verify();
    }

    [Fact]
    public async Task AnAnswerThatIsTooLong_IsCutOff()
    {
        using var brief = Cluster(time, new KubernetesLimits { Timeout = Limit, MaxAnswer = 1 << 20 });
        server.Expect($"GET {Pods}/p", 200, new string(' ', (1 << 20) + 1));
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
        using var patient = Cluster(still);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        server.ExpectAndHang($"GET {Pods}/p", beginning);
        var asked = patient.ReadPodAsync("shop", "p", cancel.Token);
        await Until(() => server.Heads.Count == 1);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);

        server.ExpectAndHang($"GET {Pods}/p", beginning);
        asked = patient.ReadPodAsync("shop", "p", Token);
        await Until(() => server.Heads.Count == 2);
        still.Advance(Limit);
        await FailsAsync(() => asked, "TimedOut", "it did not answer \"read pod p in namespace shop\" within 29 s; it hangs or is overloaded");
        server.Verify();
    }

    [Fact]
    public async Task WithNobodyThere_ThatIsSaid()
    {
        server.Dispose();
        var e = await Should.ThrowAsync<KubernetesException>(() => cluster.VersionAsync(Token));
        e.Fault.ShouldBe(KubernetesFault.Unreachable);
        e.Message.ShouldEndWith("check the address and the network");
    }

    [Fact]
    public async Task AnotherCertificate_IsNotBelieved()
    {
        server.Expect("GET /version/", 200, """{"gitVersion":"v1.31.2"}""");
        using var tls = new TlsFront("http://" + server.Authority);
        using var other = new TlsFront("http://" + server.Authority);
        using var right = Cluster(TimeProvider.System, address: tls.Address, authority: tls.Authority);
        (await right.VersionAsync(Token)).Text.ShouldBe("v1.31.2");
        using var wrong = Cluster(TimeProvider.System, address: tls.Address, authority: other.Authority);
        (await Should.ThrowAsync<KubernetesException>(() => wrong.VersionAsync(Token))).Fault.ShouldBe(KubernetesFault.CertificateRefused);
        server.Verify();
    }

    private static string Status(string message) => $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{message}}","code":1}""";

    private static string List(string name, string next) =>
        $$$"""{"kind":"PodList","metadata":{"continue":"{{{next}}}"},"items":[{"metadata":{"name":"{{{name}}}"}}]}""";

    private static async Task Until(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(5, Token);
        }
    }

    private KubernetesCluster Cluster(TimeProvider clock, KubernetesLimits? limits = null, string? address = null, string? authority = null)
    {
        var authorities = new System.Security.Cryptography.X509Certificates.X509Certificate2Collection();
        authorities.ImportFromPem(authority);
        var access = new KubernetesAccess
        {
            Server = new Uri(address ?? "http://" + server.Authority),
            Token = _ => Task.FromResult(Secret),
            Authorities = authority is null ? null : authorities,
        };
        return new KubernetesCluster(access, clock, limits ?? new KubernetesLimits { Timeout = Limit });
    }

    private async Task FailsAsync(Func<Task> ask, string fault, string why)
    {
        var e = await Should.ThrowAsync<KubernetesException>(ask);
        (e.Fault.ToString(), e.Message).ShouldBe((fault, $"Kubernetes at {server.Authority}: {why}"));
    }
}
