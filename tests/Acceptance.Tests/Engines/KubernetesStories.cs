using System.Globalization;
using Gates.Doors.Kubernetes;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>The door to Kubernetes, against a real one.</summary>
public sealed class KubernetesStories : IClassFixture<TestNamespace>, IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TestNamespace space;
    private readonly TempFolder workspace = new();
    private readonly KubernetesCluster cluster;

    public KubernetesStories(TestNamespace space)
    {
        Assert.SkipUnless(Canary.KubernetesCluster.Missing is null, Canary.KubernetesCluster.Missing ?? "");
        this.space = space;
        cluster = Open(Kubeconfig.Read(Choice, TimeProvider.System));
    }

    private KubeconfigChoice Choice => new(space.Config, space.Context, workspace.Path);

    public void Dispose()
    {
        cluster?.Dispose();
        workspace.Dispose();
    }

    [Fact]
    public async Task ItSaysWhichItIs()
    {
        var version = await cluster.VersionAsync(Token);
        TestNamespace.Kubectl("version", "-o", "json").ShouldContain($"\"gitVersion\": \"{version.Text}\"");
    }

    [Fact]
    public async Task Pods_ComeInPages_BySelector_AndNoneIsMissing()
    {
        // Nobody runs them: no node has this name.
        space.Apply(string.Join(
            "\n---\n",
            Enumerable.Range(0, 7).Select(number => FormattableString.Invariant(
                $$"""
                apiVersion: v1
                kind: Pod
                metadata: { name: page-{{number}}, namespace: {{space.Name}}, labels: { app: pages, odd: "{{number % 2 == 1}}" } }
                spec: { nodeSelector: { none: none }, containers: [{ name: c, image: "shop:1" }] }
                """))));
        var all = await cluster.ListPodsAsync(space.Name, "app=pages", Token);
        all.Pods.Select(pod => pod.Name)
            .ShouldBe(Enumerable.Range(0, 7).Select(number => string.Create(CultureInfo.InvariantCulture, $"page-{number}")), ignoreOrder: true);
        (all.Pages, all.Restarted).ShouldBe((3, false));
        var odd = await cluster.ListPodsAsync(space.Name, "app in (pages, x),odd!=False", Token);
        odd.Pods.Count.ShouldBe(3);
        var pod = await cluster.ReadPodAsync(space.Name, "page-1", Token);
        (pod.Phase, pod.Labels["app"], pod.Containers.ShouldHaveSingleItem()).ShouldBe(("Pending", "pages", new PodContainer("c", "shop:1", "", false, 0)));
    }

    [Fact]
    public async Task ADeployment_IsRead()
    {
        space.Apply(
            $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: shop, namespace: {{space.Name}}, annotations: { example.org/weight: "20" } }
            spec:
              replicas: 2
              selector: { matchLabels: { app: shop } }
              template: { metadata: { labels: { app: shop } }, spec: { nodeSelector: { none: none }, containers: [{ name: c, image: "shop:1" }] } }
            """);
        var deployment = await cluster.ReadDeploymentAsync(space.Name, "shop", Token);
        (deployment.Name, deployment.Wanted, deployment.Available, deployment.Images[0], deployment.Annotations["example.org/weight"])
            .ShouldBe(("shop", 2, 0, "shop:1", "20"));
    }

    [Fact]
    public async Task AJob_RunsOnce_IsHeard_AndGoesWithItsPod()
    {
        Assert.SkipUnless(
            TestNamespace.Kubectl("get", "nodes", "-o", "name").Length > 0
                && ExternalProgram.Run("docker", ["image", "inspect", "local/busybox:1"]).ExitCode == 0,
            "needs a node with the image local/busybox:1");
        var order = new JobOrder(space.Name, "check", "local/busybox:1", ["sh", "-c", "echo heard; id -u"], TimeSpan.FromMinutes(2))
        {
            IsImageLocal = true,
            HasHostNetwork = true,
            Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["app"] = "check" },
        };
        await cluster.CreateJobAsync(order, Token);
        var again = await Should.ThrowAsync<KubernetesException>(() => cluster.CreateJobAsync(order, Token));
        again.Message.ShouldBe(
            $"Kubernetes at {space.Server.Authority}: it cannot create job check in namespace {space.Name}: there is one already, or it is being changed "
                + "(jobs.batch \"check\" already exists)");
        Pod? pod = null;
        await space.UntilAsync("the job's pod ends", async () =>
        {
            pod = (await cluster.ListPodsAsync(space.Name, "job-name=check,app=check", Token)).Pods.SingleOrDefault();
            return pod is { Phase: "Succeeded" or "Failed" };
        });
        pod!.Phase.ShouldBe("Succeeded");
        pod.Owners.ShouldBe(["Job/check"]);
        pod.Containers[0].ImageId.ShouldContain("sha256:");
        (await cluster.ReadPodLogAsync(space.Name, pod.Name, null, Token)).ShouldBe(new PodLog("heard\n0\n", false));
        using var brief = Open(Kubeconfig.Read(Choice, TimeProvider.System), new KubernetesLimits { MaxLog = 3 });
        (await brief.ReadPodLogAsync(space.Name, pod.Name, "job", Token)).ShouldBe(new PodLog("hea", true));

        await cluster.DeleteJobAsync(space.Name, "check", Token);
        await space.UntilAsync(
            "the pod goes with its job",
            async () => (await cluster.ListPodsAsync(space.Name, "job-name=check", Token)).Pods.Count == 0);
    }

    [Fact]
    public async Task WhatIsNotThere_IsSaid()
    {
        var e = await Should.ThrowAsync<KubernetesException>(() => cluster.ReadPodAsync(space.Name, "never", Token));
        e.Message.ShouldBe(
            $"Kubernetes at {space.Server.Authority}: it cannot read pod never in namespace {space.Name}: there is none (pods \"never\" not found)");
    }

    /// <summary>As in a pod, whose token the cluster's own folder holds; it may nothing, then something, and at last it is a token that nobody knows.</summary>
    [Fact]
    public async Task APodsOwnAccount_MayWhatItsRolesSay()
    {
        var mount = await space.MountAsync();
        using var pod = Open(PodAccount.Read(space.Server.Host, space.Server.Port.ToString(CultureInfo.InvariantCulture), mount));
        (await pod.VersionAsync(Token)).ShouldBe(await cluster.VersionAsync(Token));
        var e = await Should.ThrowAsync<KubernetesException>(() => pod.ListPodsAsync(space.Name, "", Token));
        e.Message.ShouldStartWith(
            $"Kubernetes at {space.Server.Authority}: the account may not list pods in namespace {space.Name}; "
                + "give it a role that allows it (pods is forbidden: "
                + $"User \"system:serviceaccount:{space.Name}:{TestNamespace.Account}\" cannot list resource \"pods\"");

        space.Apply(
            $$"""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: { name: reader, namespace: {{space.Name}} }
            rules: [{ apiGroups: [""], resources: [pods], verbs: [list] }]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: { name: reader, namespace: {{space.Name}} }
            roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
            subjects: [{ kind: ServiceAccount, name: {{TestNamespace.Account}}, namespace: {{space.Name}} }]
            """);
        await space.UntilAsync("the cluster hears of the role", async () =>
        {
            try
            {
                await pod.ListPodsAsync(space.Name, "", Token);
                return true;
            }
            catch (KubernetesException denied) when (denied.Fault == KubernetesFault.Forbidden)
            {
                return false;
            }
        });

        await File.WriteAllTextAsync(Path.Combine(mount, "token"), "rotated-away", Token);
        (await Should.ThrowAsync<KubernetesException>(() => pod.ListPodsAsync(space.Name, "", Token))).Fault.ShouldBe(KubernetesFault.CredentialRefused);
    }

    [Fact]
    public async Task AnotherAuthority_DidNotSignItsCertificate()
    {
        using var other = new TlsFront("http://127.0.0.1:1");
        var access = Kubeconfig.Read(Choice, TimeProvider.System);
        access.Authorities!.Clear();
        access.Authorities.ImportFromPem(other.Authority);
        using var stranger = Open(access);
        (await Should.ThrowAsync<KubernetesException>(() => stranger.VersionAsync(Token))).Fault.ShouldBe(KubernetesFault.CertificateRefused);
    }

    private static KubernetesCluster Open(KubernetesAccess access, KubernetesLimits? limits = null) =>
        new(access, TimeProvider.System, limits ?? new KubernetesLimits { PageSize = 3 });
}
