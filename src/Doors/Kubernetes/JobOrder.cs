namespace Gates.Doors.Kubernetes;

/// <summary>A job to be run: one pod, once.</summary>
/// <param name="Namespace">Where.</param>
/// <param name="Name">Its name; its pods have the label <c>job-name</c> with it.</param>
/// <param name="Image">What it runs.</param>
/// <param name="Command">Program and arguments; the image's own when empty.</param>
/// <param name="Deadline">When the cluster ends it.</param>
internal sealed record JobOrder(string Namespace, string Name, string Image, IReadOnlyList<string> Command, TimeSpan Deadline)
{
    /// <value>Labels of the job and of its pod.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>Whether only an image that the node has is run; nothing is pulled then.</value>
    public bool IsImageLocal { get; init; }

    /// <value>Whether it has the node's network, as in clusters without one of their own.</value>
    public bool HasHostNetwork { get; init; }
}
