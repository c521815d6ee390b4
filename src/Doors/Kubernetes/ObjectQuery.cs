using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Doors.Kubernetes;

/// <summary>Which objects of a cluster are wanted.</summary>
/// <param name="ApiVersion">Group and version, such as <c>apps/v1</c>; <c>v1</c> of the core.</param>
/// <param name="Kind">Such as <c>Deployment</c>.</param>
internal sealed record ObjectQuery(string ApiVersion, string Kind)
{
    /// <value>The name in addresses, such as <c>deployments</c>; asked of the cluster when empty.</value>
    public string Plural { get; init; } = "";

    /// <value>Where; empty for everywhere.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <value>A label selector; empty for all.</value>
    public string Labels { get; init; } = "";

    /// <value>Whether a cluster that does not know the kind has none of it, and is no fault.</value>
    public bool IsOptional { get; init; }

    /// <value>Whether their metadata is enough.</value>
    public bool IsMetadataOnly { get; init; }

    /// <value>Where the API has the group and version.</value>
    public string Root => (ApiVersion.Contains('/', StringComparison.Ordinal) ? "apis/" : "api/") + ApiVersion;

    /// <exception cref="UsageException">A part of it could not stand in a request.</exception>
    public ObjectQuery Checked()
    {
        KubernetesNames.ApiVersion(ApiVersion);
        KubernetesNames.Kind(Kind);
        KubernetesNames.Selector(Labels);
        foreach (var space in Namespaces)
        {
            KubernetesNames.Label(space, "namespace");
        }

        if (Plural.Length > 0)
        {
            KubernetesNames.Label(Plural, "plural of a kind");
        }

        return this;
    }
}

/// <summary>Gives the objects of a cluster: a real one, or one that was written down.</summary>
internal interface IClusterObjects : IDisposable
{
    /// <value>Which cluster: its host and port.</value>
    string Name { get; }

    /// <summary>All that are wanted, each made into something smaller while the page it came in is there.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="read">Reads one of them.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="UsageException">The query is not valid; nothing was sent.</exception>
    /// <exception cref="EvaluationException">There is no answer, or more than the limits allow.</exception>
    Task<IReadOnlyList<T>> ListAsync<T>(ObjectQuery query, Func<ClusterObject, T> read, CancellationToken cancellationToken);
}

/// <summary>One object. It is there only while it is read.</summary>
/// <param name="Namespace">Empty for what has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">All of it, or its metadata.</param>
internal readonly record struct ClusterObject(string Namespace, string Name, JsonElement Content);
