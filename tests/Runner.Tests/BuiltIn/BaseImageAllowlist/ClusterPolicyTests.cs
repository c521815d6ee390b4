using System.Text;
using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.BuiltIn.BaseImageAllowlist.Cluster;
using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.KyvernoTests;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>What a cluster runs, held against the policies of <c>allow-from</c>: as the pod that it is, and as what its owners made.</summary>
public sealed class ClusterPolicyTests
{
    private const string Set = """
        {"metadata":{"name":"web-7d","namespace":"shop","labels":{"set":"yes"},"ownerReferences":[{"kind":"Deployment","name":"web","controller":true}]},
         "apiVersion":"apps/v1","kind":"ReplicaSet"}
        """;

    private const string AcmeOnly = "spec: {containers: [{image: 'ghcr.io/acme/*'}]}";

    [Theory]
    [InlineData("[Pod]", "ghcr.io/acme/x:1", true)]
    [InlineData("[Pod]", "evil.io/x:1", false)]
    [InlineData("[Pod, Deployment, StatefulSet, Job, Rollout]", "public.ecr.aws/acme/x:1", true)]
    [InlineData("[Pod, Deployment, StatefulSet, Job, Rollout]", "evil.io/x:1", false)]
    [InlineData("[Deployment]", "evil.io/x:1", false)]
    [InlineData("[apps/v1/Deployment]", "ghcr.io/acme/x:1", true)]
    public async Task TheRuleOfAManifest_JudgesThePodThatRuns(string kinds, string image, bool isAllowed)
    {
        var running = await OneAsync(Rule(Acme, kinds), Set, Deployment("registry.example/other:1"), Pod(image, owner: "web-7d"));
        running.GetProperty("workload").GetString().ShouldBe("Deployment shop/web");
        IsAllowed(running).ShouldBe(isAllowed, running.GetRawText());
    }

    /// <summary>A pod knows its namespace, its labels and its name, and what made it has its own.</summary>
    [Theory]
    [InlineData("exclude: {any: [{resources: {namespaces: [shop]}}]}", true)]
    [InlineData("exclude: {any: [{resources: {namespaces: [till]}}]}", false)]
    [InlineData("exclude: {any: [{resources: {selector: {matchLabels: {app: web}}}}]}", true)]
    [InlineData("exclude: {any: [{resources: {selector: {matchLabels: {app: other}}}}]}", false)]
    [InlineData("exclude: {any: [{resources: {kinds: [Pod], names: ['web-7d-*']}}]}", true)]
    [InlineData("exclude: {any: [{resources: {kinds: [Pod], names: ['other-*']}}]}", false)]
    [InlineData("exclude: {any: [{subjects: [{kind: User, name: admin}]}]}", false)]
    public async Task WhatIsLeftOut_IsLeftOutOfTheCluster(string exclude, bool isAllowed) =>
        IsAllowed(await OneAsync(Rule(AcmeOnly, more: exclude), Set, Deployment("evil.io/x:1"), Pod("evil.io/x:1", owner: "web-7d"))).ShouldBe(isAllowed);

    [Theory]
    [InlineData("Deployment", "team: blue", false)]
    [InlineData("ReplicaSet", "set: 'yes'", false)]
    [InlineData("Pod", "app: web", false)]
    [InlineData("Deployment", "team: red", null)]
    [InlineData("Deployment", "app: web", null)]
    public async Task TheLabelsOfAnOwner_AreAskedOfTheOwner(string kind, string label, bool? isAllowed)
    {
        var policy = Rule(AcmeOnly, kinds: $"[{kind}], selector: {{matchLabels: {{{label}}}}}");
        var running = await OneAsync(policy, Set, Deployment("evil.io/x:1"), Pod("evil.io/x:1", owner: "web-7d"));
        IsAllowed(running).ShouldBeFalse();
        running.GetProperty("refusedBy").GetString()!.StartsWith("none of the rules", StringComparison.Ordinal).ShouldBe(isAllowed is null);
    }

    [Fact]
    public async Task AnException_ForWhatMadeThePod_CountsForIt()
    {
        const string Exception = "---\napiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: {name: e, namespace: shop}\nspec:\n"
            + "  exceptions: [{policyName: images, ruleNames: [registries]}]\n"
            + "  match: {any: [{resources: {kinds: [Deployment, ReplicaSet, Pod], names: ['web*'], namespaces: [shop]}}]}\n";
        string[] objects = [Set, Deployment("evil.io/x:1"), Pod("evil.io/x:1", owner: "web-7d")];
        foreach (var kinds in new[] { "[Pod]", "[Pod, Deployment, ReplicaSet]" })
        {
            IsAllowed(await OneAsync(Rule(AcmeOnly, kinds) + Exception, objects)).ShouldBeTrue(kinds);
            IsAllowed(await OneAsync(Rule(AcmeOnly, kinds) + Exception.Replace("web*", "till*", StringComparison.Ordinal), objects)).ShouldBeFalse(kinds);
        }
    }

    [Theory]
    [InlineData("spec: {=(initContainers): [{image: 'a.io/*'}], containers: [{image: 'b.io/*'}]}", true)]
    [InlineData("spec: {=(initContainers): [{image: 'b.io/*'}], containers: [{image: 'b.io/*'}]}", false)]
    [InlineData("spec: {(hostNetwork): true, =(initContainers): [{image: 'b.io/*'}], containers: [{image: 'b.io/*'}]}", true)]
    public async Task EachList_IsHeldAgainstItsOwnPart(string pattern, bool isAllowed)
    {
        const string Both = """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"shop","managedFields":[{}]},"status":{"phase":"Running"},
             "spec":{"hostNetwork":false,"initContainers":[{"name":"i","image":"a.io/x"}],"containers":[{"name":"c","image":"b.io/x"}]}}
            """;
        var running = (await LookAsync(Options(), Rule(pattern), Both)).GetProperty("running").EnumerateArray().ToList();
        running.Where(one => one.TryGetProperty("containerKind", out _)).ShouldHaveSingleItem().GetProperty("allowed").ValueKind
            .ShouldBe(isAllowed ? JsonValueKind.String : JsonValueKind.Null);
        IsAllowed(running.Single(one => !one.TryGetProperty("containerKind", out _))).ShouldBeTrue();
    }

    /// <summary>Nothing runs of it yet, so that its template is judged, as in a file.</summary>
    [Theory]
    [InlineData("[Pod]", false)]
    [InlineData("[Deployment]", false)]
    [InlineData("[StatefulSet], namespaces: [shop]", null)]
    public async Task ATemplateWithoutPods_IsJudgedAsAManifest(string kinds, bool? isAllowed)
    {
        var running = await OneAsync(Rule(AcmeOnly, kinds), Deployment("evil.io/x:1"));
        (running.GetProperty("pods").GetInt32(), IsAllowed(running)).ShouldBe((0, false));
        running.GetProperty("refusedBy").GetString()!.StartsWith("none of the rules", StringComparison.Ordinal).ShouldBe(isAllowed is null);
        IsAllowed(await OneAsync(Rule(AcmeOnly), Deployment("ghcr.io/acme/x:1"))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("repos: ['ghcr.io/acme/']", "", true)]
    [InlineData("repos: ['evil.io/']", "", false)]
    [InlineData("repos: ['evil.io/']", ", excludedNamespaces: ['sh*']", true)]
    [InlineData("repos: ['evil.io/']", ", labelSelector: {matchLabels: {app: web}}", false)]
    public async Task AConstraintOfGatekeeper_JudgesIt(string parameters, string match, bool isAllowed)
    {
        var constraint = "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sAllowedRepos\nmetadata: {name: repos}\nspec:\n"
            + $"  match: {{kinds: [{{apiGroups: [''], kinds: [Pod]}}]{match}}}\n  parameters: {{{parameters}}}\n";
        IsAllowed(await OneAsync(constraint, Set, Deployment("ghcr.io/acme/x:1"), Pod("ghcr.io/acme/x:1", owner: "web-7d"))).ShouldBe(isAllowed);
    }

    [Fact]
    public async Task TheFinding_NamesTheRule_AndAnEntryOfAllowIsEnough()
    {
        var policy = Rule(AcmeOnly);
        var finding = Findings(await InspectAsync(Options(), policy, Pod("evil.io/x:1"))).ShouldHaveSingleItem();
        finding.ShouldBe("error running-not-allowed: evil.io/x:1 (Pod shop/web-7d-x, container c) runs, and is not allowed: "
            + "images/registries (policy.yaml:9) asks for `ghcr.io/acme/*`; nothing in the repository declares it either.");
        var options = Options();
        options.Allow = ["evil.io/*"];
        (await LookAsync(options, policy, Pod("evil.io/x:1"))).GetProperty("running")[0].GetProperty("allowed").GetString().ShouldBe("evil.io/*");
        (await LookAsync(new() { Cluster = options.Cluster }, policy, Pod("evil.io/x:1"))).GetProperty("running")[0]
            .TryGetProperty("refusedBy", out _).ShouldBeFalse("there is no list");
    }

    /// <summary>A rule that is about images and cannot be read lets nothing pass for want of it.</summary>
    [Fact]
    public async Task ARuleThatCannotBeRead_IsSaid_AndAllowsNothing()
    {
        var policy = Rule("", validate: "cel: {expressions: [{expression: 'object.spec.containers.exists(c, c.image == \"x\")'}]}");
        var findings = Findings(await InspectAsync(Options(), policy, Pod("evil.io/x:1")));
        findings.ShouldContain(finding => finding.StartsWith("error policy-not-honoured", StringComparison.Ordinal));
        findings.ShouldContain(finding => finding.Contains("none of the rules in `allow-from` is about it", StringComparison.Ordinal));
    }

    private static bool IsAllowed(JsonElement running) => running.GetProperty("allowed").ValueKind == JsonValueKind.String;

    private static BaseImageAllowlistOptions Options() => new() { AllowFrom = ["policy.yaml"], Cluster = new ClusterOptions { Namespaces = ["*"] } };

    private static string Deployment(string image) =>
        """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","labels":{"team":"blue"}},
         "spec":{"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"c","image":"IMAGE"}]}}}}
        """.Replace("IMAGE", image, StringComparison.Ordinal);

    private static string Pod(string image, string? owner = null) =>
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-7d-x","namespace":"shop","labels":{"app":"web"},
          "ownerReferences":[{"kind":"ReplicaSet","name":"OWNER","controller":true}]},
         "spec":{"containers":[{"name":"c","image":"IMAGE"}]},"status":{"phase":"Running"}}
        """.Replace("IMAGE", image, StringComparison.Ordinal)
            .Replace(owner is null ? "\"ownerReferences\"" : "OWNER", owner ?? "\"none\"", StringComparison.Ordinal);

    /// <summary>The image that runs under the policy; templates of which another image runs are left aside.</summary>
    private static async Task<JsonElement> OneAsync(string policy, params string[] objects)
    {
        var all = (await LookAsync(Options(), policy, objects)).GetProperty("running").EnumerateArray().ToList();
        return all.OrderByDescending(one => one.GetProperty("pods").GetInt32()).First();
    }

    private static async Task<JsonElement> LookAsync(BaseImageAllowlistOptions options, string policy, params string[] objects) =>
        (await InspectAsync(options, policy, objects)).Facts.GetProperty("cluster");

    private static Task<Evidence> InspectAsync(BaseImageAllowlistOptions options, string policy, params string[] objects)
    {
        var services = new GateServices(TimeProvider.System) { Cluster = _ => new RecordedCluster([.. objects.Select(one => JsonElement.Parse(one))]) };
        var tree = new CaseTree([KeyValuePair.Create("policy.yaml", Encoding.UTF8.GetBytes(policy))]);
        return new BaseImageAllowlistGate(options, services).InspectAsync(new GateContext(tree, ChangeSet.None, default), CancellationToken.None);
    }

    private static List<string> Findings(Evidence evidence)
    {
        var policy = PolicyScript.Load(ShippedPolicies.Default(GateIds.BuiltIn("base-image-allowlist")!));
        var settings = JsonElement.Parse("""{"allow":[],"allow-from":["policy.yaml"]}""");
        return [.. policy.Judge(evidence, settings, new PolicyLimits()).Findings
            .Where(f => f.Rule != "running-not-declared")
            .Select(f => $"{f.Severity.ToString().ToLowerInvariant()} {f.Rule}: {f.Message}")];
    }
}
