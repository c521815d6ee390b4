using Gates.Formats.Settings;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>Which part of a cluster is looked at.</summary>
internal sealed class ClusterOptions
{
    [Option("Namespaces that are looked at; `*` stands for part of a name, and alone for all. Empty: no cluster is asked.")]
    public IReadOnlyList<string> Namespaces { get; set; } = [];

    [Option("Namespaces to leave out; `*` stands for part of a name.")]
    public IReadOnlyList<string> ExcludeNamespaces { get; set; } = ["kube-*"];

    [Option("A label selector for pods and workloads, such as app.kubernetes.io/part-of=shop. Empty: all.")]
    public string Labels { get; set; } = "";

    [Option("The kubeconfig's context. Empty: the only one, or that of the variable GATES_KUBE_CONTEXT.")]
    public string Context { get; set; } = "";

    [Option("Kinds of custom resources that hold containers, as group/version/Kind. Argo's Rollout is always looked for.")]
    public IReadOnlyList<string> Kinds { get; set; } = [];

    [Option("Images that nobody declares here and that may run all the same, such as the sidecars of a mesh.")]
    public IReadOnlyList<IgnoredImageOptions> Ignore { get; set; } = [];
}

/// <summary>An image that may run though nothing declares it.</summary>
internal sealed class IgnoredImageOptions
{
    [Option("The image, as an entry of `allow`.", Required = true)]
    public string Image { get; set; } = "";

    [Option("Why it runs.", Required = true)]
    public string Reason { get; set; } = "";

    [Option("The last day on which this holds, such as 2027-06-30.", Required = true)]
    public string Expires { get; set; } = "";
}
