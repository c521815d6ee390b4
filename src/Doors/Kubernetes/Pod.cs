namespace Gates.Doors.Kubernetes;

/// <summary>A pod as the cluster has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phase"><c>Pending</c>, <c>Running</c>, <c>Succeeded</c>, <c>Failed</c> or <c>Unknown</c>.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Owners">What made it, for example <c>ReplicaSet/shop-7d</c>.</param>
/// <param name="Containers">Those that it began with, its own and the ephemeral ones.</param>
internal sealed record Pod(
    string Name,
    string Phase,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<string> Owners,
    IReadOnlyList<PodContainer> Containers);

/// <summary>A container of a pod.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Image">As declared.</param>
/// <param name="ImageId">What runs, with its digest; empty until it was started.</param>
/// <param name="IsReady">Whether it answers its probes.</param>
/// <param name="Restarts">How often it was started again.</param>
internal sealed record PodContainer(string Name, string Image, string ImageId, bool IsReady, int Restarts);

/// <summary>The pods that a selector finds.</summary>
/// <param name="Pods">All of them.</param>
/// <param name="Pages">How many answers they came in.</param>
/// <param name="Restarted">
/// Whether the list was begun again, because the server had forgotten the state that it began with: the pods are those of one moment, a later one.
/// </param>
internal sealed record PodList(IReadOnlyList<Pod> Pods, int Pages, bool Restarted);

/// <summary>What a container wrote.</summary>
/// <param name="Text">The beginning of it.</param>
/// <param name="IsCut">Whether there is more.</param>
internal sealed record PodLog(string Text, bool IsCut);
