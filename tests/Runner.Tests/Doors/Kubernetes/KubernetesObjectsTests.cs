using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class KubernetesObjectsTests : ClusterOnAPort
{
    private const string Kinds =
        """
        {"kind":"APIResourceList","resources":[
          {"name":"deployments","kind":"Deployment","namespaced":true,"verbs":["get","list"]},
          {"name":"deployments/scale","kind":"Scale","namespaced":true,"verbs":["get"]},
          {"name":"things","kind":"Thing","namespaced":false,"verbs":["list"]},
          {"name":"reviews","kind":"Review","namespaced":false,"verbs":["create"]}]}
        """;

    private const string Malformed = "its answer to \"list pods\" is not what Kubernetes documents; check the server's address";

    private const string Groups =
        """{"kind":"APIGroupList","groups":[{"name":"apps","versions":[{"groupVersion":"apps/v1"},{"groupVersion":"apps/v1beta1"}]}]}""";

    private static readonly ObjectQuery Deployments = new("apps/v1", "Deployment");

    [Fact]
    public async Task AKind_IsFoundThroughDiscovery_Once_AndListedInPages()
    {
        Server.Expect("GET /apis", 200, Groups).Expect("GET /apis/apps/v1", 200, Kinds)
            .Expect("GET /apis/apps/v1/deployments?limit=500&labelSelector=app%3Dshop", 200, List("a", "next=/&1"))
            .Expect("GET /apis/apps/v1/deployments?limit=500&labelSelector=app%3Dshop&continue=next%3D%2F%261", 200, List("b", ""))
            .Expect("GET /apis/apps/v1/things?limit=500", 200, """{"kind":"ThingList","items":[]}""");
        (await NamesAsync(Deployments with { Labels = "app=shop" })).ShouldBe(["shop/a", "shop/b"]);
        (await NamesAsync(new ObjectQuery("apps/v1", "Thing"))).ShouldBeEmpty();
        Server.Verify();
        Server.Heads.ShouldAllBe(head => head.Contains($"Authorization: Bearer {Secret}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EachNamespace_IsAskedByItself_AndAPluralNeedsNoDiscovery()
    {
        Server.Expect("GET /apis/argoproj.io/v1alpha1/namespaces/shop/rollouts?limit=500", 200, List("a", ""))
            .Expect("GET /apis/argoproj.io/v1alpha1/namespaces/till/rollouts?limit=500", 200, """{"kind":"RolloutList","items":null}""");
        var query = new ObjectQuery("argoproj.io/v1alpha1", "Rollout") { Plural = "rollouts", Namespaces = ["shop", "till", "shop"] };
        (await NamesAsync(query)).ShouldBe(["shop/a"]);
        Server.Verify();
    }

    [Fact]
    public async Task MetadataIsEnough_WhereNobodyNeedsMore()
    {
        Server.Expect("GET /api/v1/pods?limit=500", 200, List("a", ""));
        await NamesAsync(new ObjectQuery("v1", "Pod") { Plural = "pods", IsMetadataOnly = true });
        Server.Heads[0].ShouldContain("as=PartialObjectMetadataList");
    }

    [Fact]
    public async Task AKindThatIsNotServed_IsAFault_UnlessItMayBeAbsent()
    {
        var unknown = new ObjectQuery("argoproj.io/v1alpha1", "Rollout");
        Server.Expect("GET /apis", 200, Groups).Expect("GET /apis/apps/v1", 200, Kinds);
        (await NamesAsync(unknown with { IsOptional = true })).ShouldBeEmpty();
        await FailsAsync(
            () => NamesAsync(unknown), "NotFound", "it does not serve argoproj.io/v1alpha1; `kubectl api-versions` shows what it serves");
        await FailsAsync(
            () => NamesAsync(Deployments with { Kind = "Review" }),
            "NotFound",
            "apps/v1 has no kind Review that can be listed; it has Deployment, Thing");
        await FailsAsync(
            () => NamesAsync(Deployments with { Kind = "Thing", Namespaces = ["shop"] }),
            "Refused",
            "a Thing is in no namespace; leave the namespaces out");
        Server.Verify();
    }

    /// <summary>A real server answers such a question with a plain text, as any other server would.</summary>
    [Fact]
    public async Task AWrongServer_IsNoClusterWithoutTheKind()
    {
        Server.Expect("GET /apis", 404, "404 page not found");
        await FailsAsync(
            () => NamesAsync(new ObjectQuery("argoproj.io/v1alpha1", "Rollout") { IsOptional = true }),
            "NotKubernetes",
            "its answer to \"read its API groups\" is not what Kubernetes documents; check the server's address");
    }

    [Fact]
    public async Task WithoutARole_TheListIsNotEmpty_ItFails()
    {
        Server.Expect("GET /apis", 200, Groups)
            .Expect("GET /apis/apps/v1", 200, Kinds)
            .Expect("GET /apis/apps/v1/deployments?limit=500", 403, Status("deployments.apps is forbidden"));
        await FailsAsync(
            () => NamesAsync(Deployments with { IsOptional = true }),
            "Forbidden",
            "the account may not list deployments; give it a role that allows it (deployments.apps is forbidden)");
    }

    [Fact]
    public async Task AForgottenState_BeginsAgain_Once()
    {
        var query = Deployments with { Plural = "deployments" };
        const string First = "GET /apis/apps/v1/deployments?limit=500";
        Server.Expect(First, 200, List("a", "1")).Expect(First + "&continue=1", 410, Status("too old")).Expect(First, 200, List("c", ""));
        (await NamesAsync(query)).ShouldBe(["shop/c"]);
        Server.Expect(First, 200, List("a", "1")).Expect(First + "&continue=1", 410, Status("too old"))
            .Expect(First, 200, List("a", "2")).Expect(First + "&continue=2", 410, Status("too old"));
        await FailsAsync(
            () => NamesAsync(query), "Forgotten", "it has forgotten the state in which it began to list deployments; try again (too old)");
        Server.Verify();
    }

    [Fact]
    public async Task ABusyServer_IsWaitedFor()
    {
        Server.Expect("GET /api/v1/pods?limit=500", 429, Status("busy"), "Retry-After: 1").Expect("GET /api/v1/pods?limit=500", 200, List("a", ""));
        using var patient = Open(TimeProvider.System);
        (await patient.ListAsync(new ObjectQuery("v1", "Pod") { Plural = "pods" }, one => one.Name, Token)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task AServerThatHangs_IsLeft()
    {
        Server.ExpectAndHang("GET /api/v1/pods?limit=500");
        using var impatient = Open(TimeProvider.System, new KubernetesLimits { Timeout = TimeSpan.FromMilliseconds(200) });
        await FailsAsync(
            () => impatient.ListAsync(new ObjectQuery("v1", "Pod") { Plural = "pods" }, one => one.Name, Token),
            "TimedOut",
            "it did not answer \"list pods\" within 0.2 s; it hangs or is overloaded");
    }

    /// <summary>A list that goes on for ever, or by the same token.</summary>
    [Fact]
    public async Task AListWithoutEnd_IsCutOff()
    {
        var query = new ObjectQuery("v1", "Pod") { Plural = "pods" };
        using var impatient = Open(Time, new KubernetesLimits { Timeout = Limit, MaxPages = 2, PageSize = 1 });
        Server.Expect("GET /api/v1/pods?limit=1", 200, List("a", "1")).Expect("GET /api/v1/pods?limit=1&continue=1", 200, List("a", "2"));
        await FailsAsync(
            () => impatient.ListAsync(query, one => one.Name, Token),
            "TooLarge",
            "there are more than 2 pages of 1 to \"list pods\"; ask for less, with a label selector");
        Server.Expect("GET /api/v1/pods?limit=500", 200, List("a", "1")).Expect("GET /api/v1/pods?limit=500&continue=1", 200, List("a", "1"));
        await FailsAsync(() => NamesAsync(query), "NotKubernetes", Malformed);
        Server.Verify();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"PodList"}""")]
    [InlineData("""{"kind":"Pod","items":[]}""")]
    [InlineData("""{"kind":"PodList","items":{}}""")]
    [InlineData("""{"kind":"PodList","items":[1]}""")]
    [InlineData("""{"kind":"PodList","items":[{"metadata":{}}]}""")]
    [InlineData("""{"kind":"PodList","items":[{"metadata":{"name":1}}]}""")]
    [InlineData("""{"kind":"PodList","items":[{"metadata":{"name":"../x"}}]}""")]
    [InlineData("""{"kind":"PodList","items":[{"metadata":{"name":"a\u001b[2J"}}]}""")]
    [InlineData("""{"kind":"PodList","items":[{"metadata":{"name":"a","namespace":"b\nc"}}]}""")]
    [InlineData("""{"kind":"PodList","metadata":{"continue":7},"items":[]}""")]
    [InlineData("""{"kind":"PodList","items":[""")]
    public async Task WhatIsNoList_IsNoEmptyCluster(string answer)
    {
        Server.Expect("GET /api/v1/pods?limit=500", 200, answer);
        await FailsAsync(() => NamesAsync(new ObjectQuery("v1", "Pod") { Plural = "pods" }), "NotKubernetes", Malformed);
    }

    [Fact]
    public async Task ANameBeyondWhatKubernetesAllows_AndAnotherNamespace_AreNoAnswer()
    {
        var query = new ObjectQuery("v1", "Pod") { Plural = "pods" };
        Server.Expect("GET /api/v1/pods?limit=500", 200, List(new string('a', 254), ""));
        await FailsAsync(() => NamesAsync(query), "NotKubernetes", Malformed);
        Server.Expect("GET /api/v1/namespaces/till/pods?limit=500", 200, List("a", ""));
        await FailsAsync(
            () => NamesAsync(query with { Namespaces = ["till"] }),
            "NotKubernetes",
            "its answer to \"list pods in namespace till\" is not what Kubernetes documents; check the server's address");
    }

    [Theory]
    [InlineData("../v1", "Pod", "", "", "")]
    [InlineData("a/b/v1", "Pod", "", "", "")]
    [InlineData("v1?x", "Pod", "", "", "")]
    [InlineData("v1", "pod", "", "", "")]
    [InlineData("v1", "Pod/x", "", "", "")]
    [InlineData("v1", "Pod", "secrets/x", "", "")]
    [InlineData("v1", "Pod", "pods", "../kube-system", "")]
    [InlineData("v1", "Pod", "pods", "", "a=b&limit=0")]
    public async Task WhatIsNoQuery_IsRefusedBeforeAnythingIsSent(string version, string kind, string plural, string space, string labels)
    {
        var query = new ObjectQuery(version, kind) { Plural = plural, Namespaces = space.Length > 0 ? [space] : [], Labels = labels };
        await Should.ThrowAsync<UsageException>(() => NamesAsync(query));
        Server.Heads.ShouldBeEmpty();
    }

    private Task<IReadOnlyList<string>> NamesAsync(ObjectQuery query) => Cluster.ListAsync(query, one => $"{one.Namespace}/{one.Name}", Token);

    private static string List(string name, string next) =>
        $$$"""{"kind":"List","metadata":{"continue":"{{{next}}}"},"items":[{"metadata":{"namespace":"shop","name":"{{{name}}}"}}]}""";
}
