using System.Text.Json;
using Gates.Doors.Kubernetes;

namespace Gates.Pipeline;

/// <summary>What a gate needs to exist: the doors to the outside.</summary>
internal sealed record GateServices(TimeProvider Time)
{
    /// <value>Runs policies that a gate's own files name; <see langword="null"/> where none can run.</value>
    public IPolicyScripts? Scripts { get; init; }

    /// <value>
    /// Sends requests to the servers that settings name, and does not follow redirects; <see langword="null"/> where gates connect by themselves.
    /// </value>
    public HttpMessageHandler? Http { get; init; }

    /// <value>Reads the environment variables that settings name.</value>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    /// <value>
    /// Why no build may be run here, in words that follow "because"; <see langword="null"/> where one may. Somebody else's build never runs in a process that
    /// holds a key, and only where somebody asked for gates to be run.
    /// </value>
    public string? WhyNoBuild { get; init; } = "only `gates run` builds";

    /// <value>Verifies what others signed; <see langword="null"/> where nothing is verified.</value>
    public IAttestedFacts? Attested { get; init; }

    /// <value>Facts that stand in for those that are in no file, by kind, such as a case's; else they are asked for. Default: none.</value>
    public IReadOnlyDictionary<string, JsonElement> Given { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <value>Where a gate that takes long says how far it is; <see langword="null"/> where nobody listens.</value>
    public IProgress<GateProgress>? Progress { get; init; }

    /// <value>Where other people's files are, of which none says how a server is reached. Default: the current folder.</value>
    public string Workspace { get; init; } = Environment.CurrentDirectory;

    /// <value>Stands in for the cluster that the environment names; takes a context's name.</value>
    public Func<string, IClusterObjects>? Cluster { get; init; }

    /// <param name="context">A context of the kubeconfig; empty to leave it to the environment.</param>
    /// <exception cref="Formats.Foundation.EvaluationException">There is no cluster, or it is not to be used.</exception>
    public IClusterObjects OpenCluster(string context) =>
        Cluster is { } open ? open(context) : new ClusterFromEnvironment(Variables, Workspace, Time).Open(context);
}

/// <summary>
/// Verifies what others signed of files. Facts hold what was verified, and by which files, so that judging again needs neither keys nor network.
/// </summary>
internal interface IAttestedFacts
{
    /// <value>The files that say whom to believe; see <see cref="IRuledGate"/>.</value>
    IReadOnlyList<string> RuleFiles { get; }

    /// <summary>Writes an array: what is proven of each file, or of each thing that was asked.</summary>
    /// <param name="kind">The kind of fact.</param>
    /// <param name="queries">What was asked, as JSON.</param>
    /// <param name="about">The files, and those that say whom to believe.</param>
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="facts">Takes the array.</param>
    /// <returns>How many things it is about.</returns>
    /// <exception cref="Formats.Foundation.EvaluationException">Files cannot be read.</exception>
    int Write(string kind, IReadOnlyList<string> queries, GateContext about, Func<string, string?> variables, Utf8JsonWriter facts);
}
