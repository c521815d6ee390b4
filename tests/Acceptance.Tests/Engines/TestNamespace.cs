using System.Text;
using System.Text.Json;
using Acceptance.Tests.Canary;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>A namespace of the real Kubernetes, with an account that may nothing, made once for all tests and gone after them.</summary>
public sealed class TestNamespace : IDisposable
{
    /// <value>Of this process: the one of the last run may still be going away.</value>
    public static readonly string Name = FormattableString.Invariant($"gates-door-test-{Environment.ProcessId}");

    /// <value>The account's name.</value>
    public const string Account = "nobody";

    private readonly TempFolder folder = new();

    public TestNamespace()
    {
        if (KubernetesCluster.Missing is not null)
        {
            return;
        }

        Apply(
            $$"""
            apiVersion: v1
            kind: Namespace
            metadata: { name: {{Name}} }
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: { name: {{Account}}, namespace: {{Name}} }
            ---
            apiVersion: v1
            kind: Secret
            type: kubernetes.io/service-account-token
            metadata: { name: {{Account}}, namespace: {{Name}}, annotations: { kubernetes.io/service-account.name: {{Account}} } }
            """);
        Config = Path.Combine(folder.Path, "kubeconfig");
        File.WriteAllText(Config, KubernetesCluster.Credentials);
        Context = Kubectl("config", "current-context");
        using var view = JsonDocument.Parse(Kubectl("config", "view", "--raw", "--minify", "-o", "json"));
        var cluster = view.RootElement.GetProperty("clusters")[0].GetProperty("cluster");
        Server = new Uri(cluster.GetProperty("server").GetString()!);
        Authority = cluster.TryGetProperty("certificate-authority", out var file)
            ? File.ReadAllText(file.GetString()!)
            : Encoding.UTF8.GetString(cluster.GetProperty("certificate-authority-data").GetBytesFromBase64());
    }

    /// <value>A kubeconfig of the cluster.</value>
    public string Config { get; } = "";

    /// <value>Its context.</value>
    public string Context { get; } = "";

    /// <value>The API server.</value>
    public Uri Server { get; } = new("https://nowhere");

    /// <value>The authority of its certificate, in PEM.</value>
    public string Authority { get; } = "";

    public static string Kubectl(params string[] arguments) => KubernetesCluster.Kubectl(arguments).Trim();

    /// <summary>Has the cluster make what a manifest says.</summary>
    public void Apply(string manifest) => Kubectl("apply", "-f", folder.Write("manifest.yaml", manifest));

    /// <summary>The account as a pod has it, in a folder.</summary>
    public async Task<string> MountAsync(CancellationToken cancellationToken)
    {
        var mount = Path.Combine(folder.Path, "serviceaccount");
        string token;
        while ((token = Kubectl("get", "secret", Account, "-n", Name, "-o", "jsonpath={.data.token}")).Length == 0)
        {
            await Task.Delay(100, cancellationToken);
        }

        folder.Write("serviceaccount/token", Encoding.UTF8.GetString(Convert.FromBase64String(token)));
        folder.Write("serviceaccount/namespace", Name);
        folder.Write("serviceaccount/ca.crt", Authority);
        return mount;
    }

    public void Dispose()
    {
        if (KubernetesCluster.Missing is null)
        {
            Kubectl("delete", "namespace", Name, "--wait=false");
        }

        folder.Dispose();
    }
}
