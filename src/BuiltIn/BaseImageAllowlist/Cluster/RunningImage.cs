using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>An image that a cluster runs, or would run, for one container of a workload.</summary>
internal sealed record RunningImage
{
    public required RunningWorkload Workload { get; init; }

    public required string Container { get; init; }

    /// <value><c>container</c>, <c>init</c> or <c>ephemeral</c>.</value>
    public required string Kind { get; init; }

    /// <value>As the pod, or the template, names it.</value>
    public required string Written { get; init; }

    /// <value><see langword="null"/> when what is written is no image's name.</value>
    public ImageReference? Reference { get; init; }

    /// <value>The digest of what runs, as the node says; <see langword="null"/> when it knows none, or nothing runs.</value>
    public string? Digest { get; init; }

    /// <value>What the policies of <c>allow-from</c> say of it; <see langword="null"/> when there are none.</value>
    public ListAnswer? Answer { get; init; }

    /// <value>Whether it is a template's, of which no pod was seen.</value>
    public bool IsTemplate { get; init; }

    /// <value>How many pods run it.</value>
    public int Pods { get; init; }

    /// <value>The digests by which its content is known: the one that is written was checked when it was pulled.</value>
    public IEnumerable<string> Digests => new[] { Reference?.Digest, Digest }.OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>What has a container run: the controller at the end of the chain of owners, not one of its pods.</summary>
internal readonly record struct RunningWorkload(string Namespace, string Kind, string Name)
{
    public override string ToString() => Namespace.Length > 0 ? $"{Kind} {Namespace}/{Name}" : $"{Kind} {Name}";
}

/// <summary>What was seen of a cluster.</summary>
/// <param name="Server">Host and port of its API.</param>
/// <param name="Images">Sorted.</param>
/// <param name="Pods">How many pods were looked at.</param>
/// <param name="Workloads">How many controllers were.</param>
internal sealed record ClusterSnapshot(string Server, IReadOnlyList<RunningImage> Images, int Pods, int Workloads);
