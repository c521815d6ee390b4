using System.Text;
using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.BuiltIn.BaseImageAllowlist.Cluster;
using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>What a cluster runs, held against files in memory; the cases of the gate show the rest.</summary>
public sealed class ClusterTests
{
    private const string A = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string B = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    [Theory]
    [InlineData("web:1", "web:1", null, "declared")]
    [InlineData("web:1", "docker.io/library/web:1", A, "declared")]
    [InlineData("web", "web:latest", A, "declared")]
    [InlineData("web:1", "web:1@" + A, A, "declared")]
    [InlineData("web:1@" + A, "web:1", A, "declared")]
    [InlineData("web:1@" + A, "other:9@" + A, A, "undeclared")]
    [InlineData("web:1@" + A, "web:1@" + A, B, "declared")]
    [InlineData("web@" + A, "web:1", B, "other-digest")]
    [InlineData("web:1@" + A, "web:1", B, "other-digest")]
    [InlineData("web:1@" + A, "web:1", null, "unknown-digest")]
    [InlineData("web:2", "web:1", A, "other-tag")]
    [InlineData("web:1", "web@" + A, A, "other-tag")]
    [InlineData("web:1", "evil/web:1", A, "undeclared")]
    [InlineData("web:1", "UPPER", A, "unresolved")]
    [InlineData("web:1", "$(kill)", A, "unresolved")]
    public async Task WhatRuns_StandsToWhatIsDeclared(string declared, string written, string? digest, string state)
    {
        var facts = await LookAsync(Options(), [Pod("web", written, digest)], ("k8s/web.yaml", Manifest(declared)));
        facts.GetProperty("running")[0].GetProperty("state").GetString().ShouldBe(state);
    }

    /// <summary>Only the digest of a repository is one; the id of a configuration names no content of a registry.</summary>
    [Theory]
    [InlineData("docker-pullable://x/web@" + A, A)]
    [InlineData("docker.io/library/web@" + A, A)]
    [InlineData("127.0.0.1:5000/web@" + A, A)]
    [InlineData("docker://" + A, null)]
    [InlineData(A, null)]
    [InlineData("web@sha256:short", null)]
    [InlineData("web@" + A + "\u001b[2J", null)]
    [InlineData("", null)]
    public void AnImageId_GivesItsDigest(string id, string? digest) => ObjectImages.DigestOf(id).ShouldBe(digest);

    [Fact]
    public async Task TwoContentsUnderOneTag_AreSeen()
    {
        var facts = await LookAsync(Options(), [Pod("a", "web:1", A), Pod("b", "web:1", B)], ("k8s/web.yaml", Manifest("web:1")));
        facts.GetProperty("running").EnumerateArray().Select(one => one.GetProperty("state").GetString()).ShouldAllBe(state => state == "several-contents");
        facts.GetProperty("running")[0].GetProperty("contents").EnumerateArray().Select(one => one.GetString()).ShouldBe([A, B]);
    }

    /// <summary>A base image that is built on is not declared to run.</summary>
    [Fact]
    public async Task WhatIsBuiltOn_IsNoDeclaration()
    {
        var facts = await LookAsync(Options(), [Pod("web", "web:1", A)], ("Dockerfile", "FROM web:1"));
        facts.GetProperty("running")[0].GetProperty("state").GetString().ShouldBe("undeclared");
        facts.GetProperty("idle").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task NamespacesAndLabels_SayWhatIsSeen()
    {
        var options = Options(one =>
        {
            one.Namespaces = ["shop-*", "till"];
            one.ExcludeNamespaces = ["shop-old"];
            one.Labels = "app";
        });
        string[] pods =
        [
            Pod("a", "web:1", A, "shop-1"), Pod("b", "web:1", A, "shop-old"), Pod("c", "web:1", A, "till"), Pod("d", "web:1", A, "other"),
            Pod("e", "web:1", A, "till", labels: "{}"),
        ];
        var facts = await LookAsync(options, pods, ("k8s/web.yaml", Manifest("web:1")));
        facts.GetProperty("running").EnumerateArray().Select(one => one.GetProperty("workload").GetString()).ShouldBe(["Pod shop-1/a", "Pod till/c"]);
        facts.GetProperty("pods").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task ACustomResource_IsLookedAtWhenItsKindIsNamed()
    {
        var worker = """
            {"apiVersion":"acme.example/v1","kind":"Worker","metadata":{"name":"w","namespace":"shop"},
             "spec":{"deep":[{"podTemplate":{"spec":{
               "initContainers":[{"name":"i","image":"init:1"}],"containers":[{"name":"c","image":"web:1"},{"name":"none"}]}}}]},
             "status":{"containers":[{"name":"not","image":"this:1"}]}}
            """;
        var facts = await LookAsync(Options(one => one.Kinds = ["acme.example/v1/Worker"]), [worker], ("k8s/web.yaml", Manifest("web:1")));
        facts.GetProperty("running").EnumerateArray()
            .Select(one => $"{one.GetProperty("workload")} {one.GetProperty("container")} {one.GetProperty("reference")} {one.GetProperty("pods")}")
            .ShouldBe(["Worker shop/w c docker.io/library/web:1 0", "Worker shop/w i docker.io/library/init:1 0"]);
    }

    /// <summary>A change that declares another image cannot have rolled it out.</summary>
    [Fact]
    public async Task WhatTheChangeDeclares_IsPending_AndTheClusterIsAskedOnce()
    {
        var asked = 0;
        var services = new GateServices(TimeProvider.System)
        {
            Cluster = _ => asked++ == 0 ? Recorded([Pod("web", "web:1", A)]) : throw new EvaluationException("again"),
        };
        var gate = new BaseImageAllowlistGate(Options(), services);
        var changes = ChangeSet.None with { Files = [new ChangedFile("k8s/web.yaml", null, false, [new LineRange(1, 1)])] };
        var head = await gate.InspectAsync(new GateContext(Tree(("k8s/web.yaml", Manifest("web:2"))), changes, default), CancellationToken.None);
        Findings(head).ShouldBe(
        [
            "warning image-unpinned k8s/web.yaml:7",
            "note drift-pending k8s/web.yaml:7: docker.io/library/web:1, " + A
                + " (Pod shop/web, container c) runs; the change declares something else, which is not rolled out yet.",
        ]);
        var atBase = await gate.InspectAsync(new GateContext(Tree(("k8s/web.yaml", Manifest("web:1"))), ChangeSet.None, default), CancellationToken.None);
        Findings(atBase).ShouldBe(["warning image-unpinned k8s/web.yaml:7"]);
        gate.ReachesOut.ShouldBeTrue();
        new BaseImageAllowlistGate(new BaseImageAllowlistOptions()).ReachesOut.ShouldBeFalse();
    }

    /// <summary>What is accepted for a while hangs on the message: it holds no number of pods, and no name of one that a controller made.</summary>
    [Fact]
    public async Task AFinding_IsCalledTheSame_HoweverManyPodsThereAre()
    {
        string Owned(int number) => Pod(FormattableString.Invariant($"web-7d-{number}"), "evil/web:1", A, owner: "web-7d");
        const string Set = """
            {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"web-7d","namespace":"shop",
              "ownerReferences":[{"kind":"Deployment","name":"web","controller":true}]}}
            """;
        var one = await JudgeAsync([Set, Owned(1)]);
        one.ShouldHaveSingleItem().ShouldStartWith(
            $"error running-not-declared : docker.io/evil/web:1, {A} (Deployment shop/web, container c) runs, and nothing");
        (await JudgeAsync([Set, .. Enumerable.Range(5, 9).Select(Owned)])).ShouldBe(one);
        (await JudgeAsync([Set, Owned(1), .. Enumerable.Range(0, 7).Select(number => Pod(FormattableString.Invariant($"p{number}"), "evil/web:1", A))]))
            .ShouldHaveSingleItem().ShouldContain("Pod shop/p3, container c; and more)");
    }

    [Fact]
    public async Task HostileText_StaysOneValue()
    {
        var pod = """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"shop"},
              "spec":{"containers":[{"name":"c\u001b[31m`x`","image":"LONG"},7,{"name":1,"image":[]}]},"status":[]}
            """
            .Replace("LONG", new string('`', 5_000), StringComparison.Ordinal);
        var finding = (await JudgeAsync([pod])).First(one => one.Contains("``", StringComparison.Ordinal));
        finding.ShouldStartWith("error running-unresolved");
        finding.Length.ShouldBeLessThan(8_192);
    }

    [Fact]
    public void WhatIsHalfSaid_IsRefused()
    {
        Refusal(one => (one.Namespaces, one.Labels) = ([], "app=x")).ShouldContain("does not say where to look");
        Refusal(one => one.Namespaces = ["Shop!"]).ShouldContain("is no namespace of Kubernetes");
        Refusal(one => one.Labels = "a=b&c").ShouldContain("is no label selector");
        Refusal(one => one.Kinds = ["Worker"]).ShouldContain("write group/version/Kind");
        Refusal(one => one.Ignore = [new() { Image = "a", Reason = "r", Expires = "soon" }]).ShouldContain("\"soon\" under `cluster.ignore` is no day");
        Refusal(one => one.Ignore = [new() { Image = "a", Reason = " ", Expires = "2030-01-01" }]).ShouldContain("gives no reason");
        Refusal(one => one.Ignore = [new() { Image = "**", Reason = "r", Expires = "2030-01-01" }]).ShouldContain("would allow everything");

        static string Refusal(Action<ClusterOptions> set) => Should.Throw<UsageException>(() => new BaseImageAllowlistGate(Options(set))).Message;
    }

    [Fact]
    public async Task WithoutACluster_TheGateIsNotEvaluated()
    {
        var gate = new BaseImageAllowlistGate(Options(), new GateServices(TimeProvider.System) { Variables = _ => null });
        var e = await Should.ThrowAsync<EvaluationException>(() => gate.InspectAsync(new GateContext(Tree(), ChangeSet.None, default), CancellationToken.None));
        e.Message.ShouldStartWith("what runs could not be seen: there is no cluster to ask: set KUBECONFIG");
    }

    private static BaseImageAllowlistOptions Options(Action<ClusterOptions>? set = null)
    {
        var options = new BaseImageAllowlistOptions { Cluster = new ClusterOptions { Namespaces = ["*"] } };
        set?.Invoke(options.Cluster);
        return options;
    }

    private static string Manifest(string image) =>
        $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - image: {image}\n      name: c\n";

    private static string Pod(string name, string image, string? digest, string space = "shop", string labels = """{"app":"x"}""", string? owner = null) =>
        JsonSerializer.Serialize(new
        {
            apiVersion = "v1",
            kind = "Pod",
            metadata = new
            {
                name,
                @namespace = space,
                labels = JsonDocument.Parse(labels).RootElement,
                ownerReferences = owner is null ? [] : new[] { new { kind = "ReplicaSet", name = owner, controller = true } },
            },
            spec = new { containers = new[] { new { name = "c", image } } },
            status = new { phase = "Running", containerStatuses = new[] { new { name = "c", imageID = digest is null ? "" : "x@" + digest } } },
        });

    private static RecordedCluster Recorded(IEnumerable<string> objects) => new([.. objects.Select(one => JsonDocument.Parse(one).RootElement)]);

    private static CaseTree Tree(params (string Path, string Text)[] files) =>
        new(files.Select(file => KeyValuePair.Create(file.Path, Encoding.UTF8.GetBytes(file.Text))));

    private static async Task<JsonElement> LookAsync(BaseImageAllowlistOptions options, string[] objects, params (string Path, string Text)[] files) =>
        (await InspectAsync(options, objects, files)).Facts.GetProperty("cluster");

    private static Task<Evidence> InspectAsync(BaseImageAllowlistOptions options, string[] objects, params (string Path, string Text)[] files) =>
        new BaseImageAllowlistGate(options, new GateServices(TimeProvider.System) { Cluster = _ => Recorded(objects) })
            .InspectAsync(new GateContext(Tree(files), ChangeSet.None, default), CancellationToken.None);

    private static async Task<IReadOnlyList<string>> JudgeAsync(string[] objects) => Findings(await InspectAsync(Options(), objects));

    private static IReadOnlyList<string> Findings(Evidence evidence)
    {
        var policy = PolicyScript.Load(ShippedPolicies.Default(GateIds.BuiltIn("base-image-allowlist")!));
        var settings = JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["allow"] = Array.Empty<string>() });
        var judgement = policy.Judge(evidence, settings, new PolicyLimits());
        return
        [
            .. judgement.Findings.Select(f =>
                $"{f.Severity.ToString().ToLowerInvariant()} {f.Rule} {(f.Location is { } at ? FormattableString.Invariant($"{at.Path}:{at.Line}") : "")}"
                    + (f.Rule == "image-unpinned" ? "" : $": {f.Message}")),
        ];
    }
}
