using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Acceptance.Tests.Canary;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>A namespace of the real Kubernetes, with an account that may nothing, made once for a class's tests and gone after them.</summary>
public sealed class TestNamespace : IDisposable
{
    /// <value>The account's name.</value>
    public const string Account = "nobody";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static int made;

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

    /// <value>Of one class of one process: others run beside it, and the one of the last run may still be going away.</value>
    public string Name { get; } = FormattableString.Invariant($"gates-door-test-{Environment.ProcessId}-{Interlocked.Increment(ref made)}");

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

    /// <summary>Waits for the cluster to come to it, and says what the cluster says when it does not.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        for (var patience = Stopwatch.StartNew(); !await isSo();)
        {
            if (patience.Elapsed > Patience)
            {
                throw new InvalidOperationException(
                    $"{what}: not within {Patience.TotalMinutes} minutes\n{Kubectl("get", "events", "-n", Name)}\n{Kubectl("describe", "nodes")}");
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The account as a pod has it, in a folder.</summary>
    public async Task<string> MountAsync()
    {
        var mount = Path.Combine(folder.Path, "serviceaccount");
        var token = "";
        await UntilAsync(
            "a token for the account",
            () => Task.FromResult((token = Kubectl("get", "secret", Account, "-n", Name, "-o", "jsonpath={.data.token}")).Length > 0));

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
