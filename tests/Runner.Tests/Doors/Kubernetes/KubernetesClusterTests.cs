using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class KubernetesClusterTests : ClusterOnAPort
{
    [Fact]
    public async Task TheVersion_IsAskedAsTheAccount()
    {
        Server.Expect("GET /version/", 200, """{"major":"1","minor":"31","gitVersion":"v1.31.2","platform":"linux/amd64"}""");
        (await Cluster.VersionAsync(Token)).ShouldBe(new KubernetesVersion("v1.31.2", "linux/amd64"));
        Server.Verify();
        Server.Heads[0].ShouldContain($"Authorization: Bearer {Secret}");
        Server.Heads[0].ShouldContain("User-Agent: gates/");
    }

    [Fact]
    public async Task AList_ComesInPages()
    {
        Server.Expect($"GET {Pods}?labelSelector=app%3Dshop&limit=500", 200, List("a", "next=/&1"))
            .Expect($"GET {Pods}?continue=next%3D%2F%261&labelSelector=app%3Dshop&limit=500", 200, List("b", ""));
        var list = await Cluster.ListPodsAsync("shop", "app=shop", Token);
        list.Pods.Select(pod => pod.Name).ShouldBe(["a", "b"]);
        (list.Pages, list.Restarted).ShouldBe((2, false));
        Server.Verify();
    }

    [Fact]
    public async Task AListWhoseStateIsForgotten_IsBegunAgain_Once_AndSaysSo()
    {
        Server.Expect($"GET {Pods}?limit=500", 200, List("a", "1")).Expect($"GET {Pods}?continue=1&limit=500", 410, Status("too old"))
            .Expect($"GET {Pods}?limit=500", 200, List("c", ""));
        var list = await Cluster.ListPodsAsync("shop", "", Token);
        list.Pods.ShouldHaveSingleItem().Name.ShouldBe("c");
        (list.Pages, list.Restarted).ShouldBe((1, true));
        Server.Verify();

        Server.Expect($"GET {Pods}?limit=500", 200, List("a", "1")).Expect($"GET {Pods}?continue=1&limit=500", 410, Status("too old"))
            .Expect($"GET {Pods}?limit=500", 200, List("a", "2")).Expect($"GET {Pods}?continue=2&limit=500", 410, Status("too old"));
        await FailsAsync(
            () => Cluster.ListPodsAsync("shop", "", Token),
            "Forgotten",
            "it has forgotten the state in which it began to list pods in namespace shop; try again (too old)");
        Server.Verify();
    }

    [Fact]
    public async Task AListWithoutEnd_IsCutOff()
    {
        using var impatient = Open(Time, new KubernetesLimits { Timeout = Limit, MaxPages = 2, PageSize = 1 });
        Server.Expect($"GET {Pods}?limit=1", 200, List("a", "1")).Expect($"GET {Pods}?continue=1&limit=1", 200, List("a", "1"));
        await FailsAsync(
            () => impatient.ListPodsAsync("shop", "", Token),
            "TooLarge",
            "there are more than 2 pages of 1 to \"list pods in namespace shop\"; ask for less, with a label selector");
        Server.Verify();
    }

    [Fact]
    public async Task APod_HasItsContainersWithWhatRuns()
    {
        Server.Expect(
            $"GET {Pods}/shop-1",
            200,
            """
            {"metadata":{"name":"shop-1","labels":{"app":"shop"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"shop-7d","uid":"1"}]},
             "spec":{"initContainers":[{"name":"init","image":"init:1"}],
                     "containers":[{"name":"shop","image":"shop:1","resources":{"limits":{"cpu":"100m","memory":"1Gi"}}}],
                     "ephemeralContainers":[{"name":"debug","image":"busybox"}],"unknown":[1]},
             "status":{"phase":"Running","containerStatuses":[{"name":"shop","image":"shop:1","imageID":"shop@sha256:aa","ready":true,"restartCount":3}]}}
            """);
        var pod = await Cluster.ReadPodAsync("shop", "shop-1", Token);
        (pod.Name, pod.Phase, pod.Labels["app"]).ShouldBe(("shop-1", "Running", "shop"));
        pod.Owners.ShouldBe(["ReplicaSet/shop-7d"]);
        pod.Containers.ShouldBe(
        [
            new PodContainer("init", "init:1", "", false, 0),
            new PodContainer("shop", "shop:1", "shop@sha256:aa", true, 3),
            new PodContainer("debug", "busybox", "", false, 0),
        ]);
        Server.Verify();
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task ADeployment_SaysWhetherItsNumbersAreOfTheLastChange(int observed, bool isObserved)
    {
        Server.Expect(
            "GET /apis/apps/v1/namespaces/shop/deployments/shop",
            200,
            $$$"""
            {"metadata":{"name":"shop","generation":2,"annotations":{"weight":"20"}},
             "spec":{"replicas":3,"template":{"spec":{"containers":[{"name":"s","image":"shop:2"}]} } },
             "status":{"observedGeneration":{{{observed}}},"updatedReplicas":2,"availableReplicas":1}}
            """);
        var deployment = await Cluster.ReadDeploymentAsync("shop", "shop", Token);
        (deployment.Wanted, deployment.Updated, deployment.Available, deployment.IsObserved).ShouldBe((3, 2, 1, isObserved));
        (deployment.Annotations["weight"], deployment.Images[0]).ShouldBe(("20", "shop:2"));
        Server.Verify();
    }

    [Theory]
    [InlineData("12345678", false)]
    [InlineData("123456789", true)]
    public async Task ALog_IsReadUpToItsLimit(string text, bool isCut)
    {
        using var brief = Open(Time, new KubernetesLimits { Timeout = Limit, MaxLog = 8 });
        Server.Expect($"GET {Pods}/shop-1/log?container=shop&limitBytes=9", 200, text);
        (await brief.ReadPodLogAsync("shop", "shop-1", "shop", Token)).ShouldBe(new PodLog("12345678", isCut));
        Server.Verify();
    }

    [Fact]
    public async Task AJob_IsOnePodOnceWithoutRights_AndGoesWithItsPods()
    {
        Server.Expect("POST /apis/batch/v1/namespaces/shop/jobs", 201, "{}")
            .Expect("DELETE /apis/batch/v1/namespaces/shop/jobs/check?propagationPolicy=Background", 200, Status("ok"));
        await Cluster.CreateJobAsync(new JobOrder("shop", "check", "shop:1", ["test", "-x"], TimeSpan.FromMinutes(5)), Token);
        await Cluster.DeleteJobAsync("shop", "check", Token);
        Server.Verify();
        Server.Bodies[0].ShouldBe(
            string.Concat(
                """{"apiVersion":"batch/v1","kind":"Job","metadata":{"labels":{},"name":"check"},""",
                """ "spec":{"activeDeadlineSeconds":300,"backoffLimit":0,"template":{"metadata":{"labels":{}},""",
                """ "spec":{"automountServiceAccountToken":false,"containers":[{"command":["test","-x"],"image":"shop:1","name":"job",""",
                """ "securityContext":{"allowPrivilegeEscalation":false}}],"restartPolicy":"Never"}},"ttlSecondsAfterFinished":3600}}""")
                .Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../kube-system", "p")]
    [InlineData("shop", "../secrets/s?")]
    [InlineData("shop", "p/log")]
    [InlineData("shop", "p?watch=1")]
    [InlineData("shop", "%2e%2e")]
    public async Task WhatIsNoName_IsRefusedBeforeAnythingIsSent(string space, string name)
    {
        await Should.ThrowAsync<UsageException>(() => Cluster.ReadPodAsync(space, name, Token));
        await Should.ThrowAsync<UsageException>(() => Cluster.ReadDeploymentAsync(space, name, Token));
        await Should.ThrowAsync<UsageException>(() => Cluster.ReadPodLogAsync(space, name, null, Token));
        await Should.ThrowAsync<UsageException>(() => Cluster.ReadPodLogAsync("shop", "p", name + "?", Token));
        await Should.ThrowAsync<UsageException>(() => Cluster.ListPodsAsync(space, name + "&x", Token));
        await Should.ThrowAsync<UsageException>(() => Cluster.DeleteJobAsync(space, name, Token));
        await Should.ThrowAsync<UsageException>(() => Cluster.CreateJobAsync(new JobOrder(space, name, "i", [], Limit), Token));
        Server.Verify();
        Server.Heads.ShouldBeEmpty();
    }

    private static string List(string name, string next) =>
        $$$"""{"kind":"PodList","metadata":{"continue":"{{{next}}}"},"items":[{"metadata":{"name":"{{{name}}}"}}]}""";
}
