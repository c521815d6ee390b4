using Gates.Formats.Foundation;

namespace Gates.Doors.Kubernetes;

/// <summary>The cluster that the environment names. What a repository holds says neither where it is nor as whom it is asked.</summary>
/// <param name="Variables">Reads an environment variable; empty counts as unset.</param>
/// <param name="Workspace">Where other people's files are.</param>
/// <param name="Time">For time-outs and waits.</param>
internal sealed record ClusterFromEnvironment(Func<string, string?> Variables, string Workspace, TimeProvider Time)
{
    /// <value>The kubeconfig's path.</value>
    public const string Config = "KUBECONFIG";

    /// <value>Which context of it, where it has several.</value>
    public const string ContextVariable = "GATES_KUBE_CONTEXT";

    /// <value>The variables that the kubeconfig's <c>exec</c> program gets, with commas between; set to something, it allows that the program is run.</value>
    public const string ExecVariable = "GATES_KUBE_EXEC";

    private const string Host = "KUBERNETES_SERVICE_HOST";

    /// <param name="context">The context's name; empty to leave it to the environment.</param>
    /// <exception cref="EvaluationException">There is none, or it is not to be used; the message says what would be right.</exception>
    public KubernetesCluster Open(string context)
    {
        try
        {
            return new KubernetesCluster(Access(context), Time);
        }
        catch (UsageException e)
        {
            throw new EvaluationException(e.Message);
        }
    }

    private KubernetesAccess Access(string context)
    {
        if (Value(Config) is { } path)
        {
            return path.Contains(Path.PathSeparator, StringComparison.Ordinal)
                ? throw new UsageException($"{Config} names several files, and which of them says what is a matter of their order; name one")
                : Kubeconfig.Read(
                    new KubeconfigChoice(path, context.Length > 0 ? context : Value(ContextVariable) ?? "", Workspace) { ExecEnvironment = ExecEnvironment() },
                    Time);
        }

        return Value(Host) is { } host
            ? PodAccount.Read(host, Value("KUBERNETES_SERVICE_PORT"))
            : throw new UsageException($"there is no cluster to ask: set {Config} to a kubeconfig outside the workspace, or run in a pod with an account");
    }

    private Dictionary<string, string>? ExecEnvironment() =>
        Value(ExecVariable)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Append("HOME")
            .Distinct(StringComparer.Ordinal)
            .Where(name => Value(name) is not null)
            .ToDictionary(name => name, name => Value(name)!, StringComparer.Ordinal);

    private string? Value(string name) => Variables(name) is { Length: > 0 } value ? value : null;
}
