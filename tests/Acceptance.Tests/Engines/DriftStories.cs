using System.Text.Json;
using Acceptance.Tests.Canary;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>What a real Kubernetes runs, seen as the account whose rights the examples give.</summary>
public sealed class DriftStories : IClassFixture<TestNamespace>, IDisposable
{
    private const string User = "system:serviceaccount:";

    private readonly TestNamespace space;
    private readonly TempRepository repository = new();
    private readonly TempFolder outside = new();

    public DriftStories(TestNamespace space)
    {
        Assert.SkipUnless(KubernetesCluster.Missing is null, KubernetesCluster.Missing ?? "");
        this.space = space;
        space.Apply(Example("account.yaml"));
        space.Apply(Example("one-namespace.yaml"));

        // What a role gives is in force a moment after it is there.
        SpinWait.SpinUntil(() => CanI("list", "pods", space.Name) == "yes", TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        repository.Dispose();
        outside.Dispose();
    }

    [Theory]
    [InlineData("pods", "yes")]
    [InlineData("deployments.apps", "yes")]
    [InlineData("statefulsets.apps", "yes")]
    [InlineData("daemonsets.apps", "yes")]
    [InlineData("replicasets.apps", "yes")]
    [InlineData("jobs.batch", "yes")]
    [InlineData("cronjobs.batch", "yes")]
    [InlineData("secrets", "no")]
    [InlineData("configmaps", "no")]
    [InlineData("serviceaccounts", "no")]
    [InlineData("namespaces", "no")]
    public void TheAccount_MayListWorkloads_AndNothingElse(string resource, string answer)
    {
        CanI("list", resource, space.Name).ShouldBe(answer);
        foreach (var verb in new[] { "get", "watch", "create", "update", "patch", "delete" })
        {
            CanI(verb, resource, space.Name).ShouldBe("no", $"{verb} {resource}");
        }

        CanI("list", resource, "default").ShouldBe("no", "another namespace");
    }

    [Fact]
    public void OfTheWholeCluster_TheAccountMayListWorkloads_AndNothingElse()
    {
        var role = "gates-workloads-" + space.Name;
        space.Apply(Example("whole-cluster.yaml").Replace("gates-workloads", role, StringComparison.Ordinal));
        try
        {
            SpinWait.SpinUntil(() => CanI("list", "pods", "default") == "yes", TimeSpan.FromSeconds(30));
            CanI("list", "pods", "default").ShouldBe("yes");
            CanI("list", "secrets", "default").ShouldBe("no");
            CanI("get", "pods", "default").ShouldBe("no");
            CanI("create", "pods/exec", "default").ShouldBe("no");
        }
        finally
        {
            TestNamespace.Kubectl("delete", "clusterrole,clusterrolebinding", role);
        }
    }

    [Fact]
    public async Task AnImageThatDrifted_IsNamed_AtTheLineThatDeclaresIt()
    {
        var manifest = Manifest("local/busybox:2");
        repository.Write("k8s/web.yaml", manifest).Write(".github/gates.yml", Configuration).Commit();
        space.Apply(Manifest("local/busybox:1"));
        var isRun = await IsRunAsync();
        var run = GatesProcess.Run(repository.Path, ["run", "--no-sign", "--gates", "base-image-allowlist"], Environment());
        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        run.Output.ShouldContain("k8s/web.yaml:12:");
        run.Output.ShouldContain(
            $"(Deployment {space.Name}/web, container web) {(isRun ? "runs" : "would be run")}, and the repository declares "
                + "docker.io/local/busybox:2 (k8s/web.yaml:12). Roll out what is declared, or declare what runs. [running-not-declared]");
        using var evidence = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(repository.Path, ".gates/out/evidence/base-image-allowlist.json"), TestContext.Current.CancellationToken));
        var running = evidence.RootElement.GetProperty("facts").GetProperty("cluster").GetProperty("running")[0];
        (running.GetProperty("workload").GetString(), running.GetProperty("state").GetString()).ShouldBe(($"Deployment {space.Name}/web", "other-tag"));

        // What is declared now is what runs.
        repository.Write("k8s/web.yaml", Manifest("local/busybox:1")).Commit();
        var again = GatesProcess.Run(repository.Path, ["run", "--no-sign", "--gates", "base-image-allowlist"], Environment());
        again.ExitCode.ShouldBe(0, again.Output + again.Error);
    }

    /// <summary>The policy that the cluster itself would hold, over what runs there: by the pod's labels, and by those of its deployment.</summary>
    [Fact]
    public async Task APolicyOfKyverno_JudgesWhatRuns_AndTheDriftIsAPage()
    {
        const string Policy = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: { name: images }
            spec:
              rules:
                - name: registries
                  match: { any: [{ resources: { kinds: [Pod, Deployment] } }] }
                  exclude: { any: [{ resources: { selector: { matchLabels: { LABEL } } } }] }
                  validate: { message: m, pattern: { spec: { containers: [{ image: "ghcr.io/acme/*" }] } } }
            """;
        var configuration = Configuration.Replace("allow: [\"local/**\"]", "allow-from: [policies/images.yaml]", StringComparison.Ordinal);
        repository.Write("k8s/web.yaml", Manifest("local/busybox:1")).Write(".github/gates.yml", configuration)
            .Write("policies/images.yaml", Policy.Replace("LABEL", "app: other", StringComparison.Ordinal)).Commit();
        space.Apply(Manifest("local/busybox:1"));
        var isRun = await IsRunAsync();
        var run = GatesProcess.Run(repository.Path, ["run", "--no-sign", "--gates", "base-image-allowlist"], Environment());
        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        run.Output.ShouldContain(
            $"(Deployment {space.Name}/web, container web) {(isRun ? "runs" : "would be run")}, and is not allowed: images/registries "
                + "(policies/images.yaml:9) asks for `ghcr.io/acme/*`.");
        var page = await File.ReadAllTextAsync(
            Path.Combine(repository.Path, ".gates/out/documents/base-image-allowlist/drift.md"), TestContext.Current.CancellationToken);
        page.ShouldContain($"| declared, not allowed | `Deployment {space.Name}/web` | `web` | `docker.io/local/busybox:1`");
        (await File.ReadAllTextAsync(Path.Combine(repository.Path, ".gates/out/summary.md"), TestContext.Current.CancellationToken))
            .ShouldContain("<details><summary>drift</summary>");

        // The pod and its deployment are left out by their labels: the template's are the pod's.
        repository.Write("policies/images.yaml", Policy.Replace("[Pod, Deployment]", "[Pod]", StringComparison.Ordinal)
            .Replace("LABEL", "app: web", StringComparison.Ordinal)).Commit();
        var leftOut = GatesProcess.Run(repository.Path, ["run", "--no-sign", "--gates", "base-image-allowlist"], Environment());
        leftOut.ExitCode.ShouldBe(0, leftOut.Output + leftOut.Error);
        leftOut.Output.ShouldNotContain("is not allowed: images");
    }

    /// <summary>Facts for a policy, and what happens without the right to have them.</summary>
    [Fact]
    public void APolicy_JudgesWhatTheClusterHas_OrIsNotEvaluated()
    {
        space.Apply(Manifest("local/busybox:1"));
        repository.Write(
            "policies/alone.js",
            """
            export function judge(evidence, settings, report) {
              for (const one of evidence.kubernetes.filter(({ object }) => object.spec.replicas < 2)) {
                report.error("alone", `${one.namespace}/${one.name} runs once.`);
              }
            }
            """);
        Configure("apps/v1, kind: Deployment");
        var run = GatesProcess.Run(repository.Path, ["run", "--no-sign"], Environment());
        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        run.Output.ShouldContain($"error: {space.Name}/web runs once. [alone]");

        Configure("v1, kind: Secret");
        var denied = GatesProcess.Run(repository.Path, ["run", "--no-sign"], Environment());
        denied.ExitCode.ShouldBe(3, denied.Output + denied.Error);
        denied.Output.ShouldContain($"`kubernetes` facts could not be had: Kubernetes at {space.Server.Authority}: the account may not list secrets");

        Configure("acme.example/v1, kind: Thing");
        GatesProcess.Run(repository.Path, ["run", "--no-sign"], Environment()).Output.ShouldContain("it does not serve acme.example/v1");

        void Configure(string kind) =>
            repository.Write(
                ".github/gates.yml",
                "version: 1\ngates:\n  alone:\n    policy: policies/alone.js\n"
                    + $"    facts: {{ kubernetes: [{{ apiVersion: {kind}, namespaces: [{space.Name}] }}] }}\n").Commit();
    }

    private string Configuration =>
        $"version: 1\ngates:\n  base-image-allowlist:\n    with: {{ allow: [\"local/**\"], cluster: {{ namespaces: [\"{space.Name}\"] }} }}\n";

    private string Manifest(string image) =>
        $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: {{space.Name}} }
        spec:
          replicas: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              hostNetwork: true
              containers:
                - { name: web, image: "{{image}}", imagePullPolicy: Never, command: [sleep, "100000"] }
        """;

    /// <summary>Whether there is a node that runs it; an API server alone has the templates.</summary>
    private async Task<bool> IsRunAsync()
    {
        if (TestNamespace.Kubectl("get", "nodes", "-o", "name").Length == 0
            || ExternalProgram.Run("docker", ["image", "inspect", "local/busybox:1"]).ExitCode != 0)
        {
            return false;
        }

        const string Ids = "jsonpath={.items[*].status.containerStatuses[*].imageID}";
        await space.UntilAsync(
            "the deployment's pod runs",
            () => Task.FromResult(
                TestNamespace.Kubectl("get", "pods", "-n", space.Name, "-l", "app=web", "-o", Ids).Contains("sha256:", StringComparison.Ordinal)));
        return true;
    }

    private string Example(string name) =>
        File.ReadAllText(Repository.Combine("examples/kubernetes/" + name))
            .Replace("namespace: shop", "namespace: " + space.Name, StringComparison.Ordinal)
            .Replace("namespace: gates\n", $"namespace: {space.Name}\n", StringComparison.Ordinal)
            .Replace("kind: Namespace\nmetadata:\n  name: gates\n", $"kind: Namespace\nmetadata:\n  name: {space.Name}\n", StringComparison.Ordinal);

    private string CanI(string verb, string resource, string where) =>
        ExternalProgram.Run(
            "kubectl", ["--kubeconfig", space.Config, "auth", "can-i", verb, resource, "--namespace", where, $"--as={User}{space.Name}:gates"]).Output.Trim();

    /// <summary>A kubeconfig of the account, with a token that ends by itself.</summary>
    private Dictionary<string, string> Environment()
    {
        var request = outside.Write(
            "request.json",
            """
            {"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest",
             "spec":{"audiences":["https://kubernetes.default.svc"],"expirationSeconds":600}}
            """);
        var address = $"/api/v1/namespaces/{space.Name}/serviceaccounts/gates/token";
        using var token = JsonDocument.Parse(TestNamespace.Kubectl("create", "--raw", address, "-f", request));
        outside.Write("authority.pem", space.Authority);
        var config = outside.Write(
            "kubeconfig",
            $$"""
            apiVersion: v1
            kind: Config
            clusters: [{ name: c, cluster: { server: "{{space.Server}}", certificate-authority: authority.pem } }]
            users: [{ name: u, user: { token: "{{token.RootElement.GetProperty("status").GetProperty("token").GetString()}}" } }]
            contexts: [{ name: x, context: { cluster: c, user: u } }]
            """);
        return new(StringComparer.Ordinal) { ["KUBECONFIG"] = config };
    }
}
