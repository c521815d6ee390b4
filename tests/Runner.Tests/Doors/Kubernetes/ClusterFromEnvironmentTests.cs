using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class ClusterFromEnvironmentTests : IDisposable
{
    private const string One =
        """
        apiVersion: v1
        kind: Config
        clusters: [{ name: c, cluster: { server: "https://cluster.example.org:6443" } }]
        contexts: [{ name: one, context: { cluster: c } }]
        """;

    private readonly TempFolder outside = new();
    private readonly TempFolder workspace = new();

    public void Dispose()
    {
        outside.Dispose();
        workspace.Dispose();
    }

    [Fact]
    public void TheOnlyContext_NeedsNoName()
    {
        using var cluster = Open(("KUBECONFIG", outside.Write("config", One)));
        cluster.Name.ShouldBe("cluster.example.org:6443");
    }

    [Fact]
    public void OfSeveralContexts_OneIsNamed()
    {
        const string Context = "{ name: one, context: { cluster: c } }";
        var both = Context + ", " + Context.Replace("one", "two", StringComparison.Ordinal);
        var path = outside.Write("config", One.Replace(Context, both, StringComparison.Ordinal));
        Refusal(("KUBECONFIG", path)).ShouldEndWith("it has several contexts; name one of \"one\", \"two\" in GATES_KUBE_CONTEXT");
        using var cluster = Open(("KUBECONFIG", path), ("GATES_KUBE_CONTEXT", "two"));
        cluster.Name.ShouldBe("cluster.example.org:6443");
    }

    [Fact]
    public void WithoutAny_ItSaysWhatToSet() =>
        Refusal().ShouldBe("there is no cluster to ask: set KUBECONFIG to a kubeconfig outside the workspace, or run in a pod with an account");

    [Fact]
    public void AFileOfTheWorkspace_IsNotBelieved() =>
        Refusal(("KUBECONFIG", workspace.Write("config", One))).ShouldContain("lies in the workspace");

    [Fact]
    public void SeveralFiles_AreNotMerged() =>
        Refusal(("KUBECONFIG", "/a:/b")).ShouldStartWith("KUBECONFIG names several files");

    /// <summary>A program runs only where the environment says so, and gets what that names.</summary>
    [Fact]
    public void AProgramForTheCredential_HasToBeAllowed()
    {
        var path = outside.Write(
            "config",
            One.Replace("{ cluster: c }", "{ cluster: c, user: u }", StringComparison.Ordinal)
                + "\nusers: [{ name: u, user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: sh } } }]\n");
        Refusal(("KUBECONFIG", path)).ShouldContain("has to be allowed explicitly");
        using var cluster = Open(("KUBECONFIG", path), ("GATES_KUBE_EXEC", "AWS_PROFILE"));
    }

    [Fact]
    public void APodWithoutItsAccount_SaysSo() =>
        Refusal(("KUBERNETES_SERVICE_HOST", "10.0.0.1"), ("KUBERNETES_SERVICE_PORT", "443")).ShouldContain("automountServiceAccountToken");

    private string Refusal(params (string Name, string Value)[] variables) => Should.Throw<EvaluationException>(() => Open(variables)).Message;

    private KubernetesCluster Open(params (string Name, string Value)[] variables)
    {
        var all = variables.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        return new ClusterFromEnvironment(all.GetValueOrDefault, workspace.Path, TimeProvider.System).Open("");
    }
}
