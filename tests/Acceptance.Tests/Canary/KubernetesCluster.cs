using Support;

namespace Acceptance.Tests.Canary;

/// <summary>A real Kubernetes that was started for tests. It is never the one that <c>KUBECONFIG</c> names, which may be somebody's own.</summary>
internal static class KubernetesCluster
{
    private const string Variable = "GATES_TEST_KUBECONFIG";

    /// <value>What is missing for tests with it; <see langword="null"/> when nothing is.</value>
    public static string? Missing => MissingClient ?? (File.Exists(ConfigPath) ? null : $"needs a Kubernetes for tests, whose kubeconfig {Variable} names");

    /// <value>What is missing for tests that need no more than the client.</value>
    public static string? MissingClient => ExternalProgram.Exists("kubectl") ? null : "needs kubectl (Debian: kubernetes-client)";

    public static string Credentials => File.ReadAllText(ConfigPath);

    /// <summary>Runs kubectl, which must succeed.</summary>
    public static string Kubectl(params string[] arguments) => ExternalProgram.Run("kubectl", ["--kubeconfig", ConfigPath, .. arguments]).Succeeded();

    private static string ConfigPath => Environment.GetEnvironmentVariable(Variable) ?? "";
}
