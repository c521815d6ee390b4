using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>The Kubernetes object that runs an image, as a policy of a cluster sees it.</summary>
/// <param name="Root">The object.</param>
/// <param name="Pod">What holds the <c>spec</c> with the containers: the object itself, or its template.</param>
/// <param name="List">The list that the container stands in, such as <c>initContainers</c>; another name where it is none.</param>
/// <param name="Container">The container, or what else holds the image.</param>
internal sealed record Workload(DocumentNode Root, DocumentNode Pod, string List, DocumentNode Container)
{
    public string Kind => Root.GetText("kind") ?? "";

    public string ApiVersion => Root.GetText("apiVersion") ?? "";

    /// <value>The group of the API; empty for the core's.</value>
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? ApiVersion[..slash] : "";

    public string? Name => Root.Get("metadata")?.GetText("name");

    /// <value><see langword="null"/> when only what applies the object knows it.</value>
    public string? Namespace => Root.Get("metadata")?.GetText("namespace");

    /// <value>Whether the pod that it made is judged as well, so that rules over pods are not about this object. Default: no.</value>
    public bool IsMaker { get; init; }

    /// <value>Whether rules over pods are about it: what makes pods is judged as the pods it makes.</value>
    public bool IsOfPods => IsContainer && !IsMaker;

    /// <value>Whether it stands in one of a pod's lists of containers.</value>
    public bool IsContainer => List is "containers" or "initContainers" or "ephemeralContainers";
}
