using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Doors.Kubernetes;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>Reads the containers of pods and of whatever holds templates of pods. Any part may be missing, and be of another shape than documented.</summary>
internal static class ObjectImages
{
    private const int MaxDepth = 40;

    /// <value>Where a pod names its containers, where it says what runs, and how we call them.</value>
    private static readonly (string Spec, string Status, string Kind)[] Lists =
    [
        ("initContainers", "initContainerStatuses", "init"),
        ("containers", "containerStatuses", "container"),
        ("ephemeralContainers", "ephemeralContainerStatuses", "ephemeral"),
    ];

    /// <summary>The pod's containers with what runs; none when it has ended.</summary>
    public static PodImages Pod(ClusterObject pod)
    {
        var owner = Owner(pod) ?? new RunningWorkload(pod.Namespace, "Pod", pod.Name);
        var status = Map(pod.Content, "status");
        if (Text(status, "phase") is "Succeeded" or "Failed")
        {
            return new PodImages(owner, []);
        }

        var all = new List<ContainerImage>();
        foreach (var (spec, states, kind) in Lists)
        {
            var ids = Items(status, states).GroupBy(state => Text(state, "name"), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Text(group.First(), "imageID"), StringComparer.Ordinal);
            all.AddRange(Items(Map(pod.Content, "spec"), spec).Select(container => new ContainerImage(
                Text(container, "name"), kind, Text(container, "image"), DigestOf(ids.GetValueOrDefault(Text(container, "name"), "")))));
        }

        return new PodImages(owner, all);
    }

    /// <summary>The containers of every template in an object, at any depth.</summary>
    public static IReadOnlyList<ContainerImage> Template(ClusterObject one)
    {
        var all = new List<ContainerImage>();
        Walk(Map(one.Content, "spec"), all, 0);
        return all;
    }

    /// <summary>What controls an object; <see langword="null"/> when nothing does.</summary>
    public static RunningWorkload? Owner(ClusterObject one)
    {
        var owners = Items(Map(one.Content, "metadata"), "ownerReferences").ToList();
        var owner = owners.Find(owner => owner.TryGetProperty("controller", out var controls) && controls.ValueKind == JsonValueKind.True);
        return owner.ValueKind == JsonValueKind.Object ? new RunningWorkload(one.Namespace, Text(owner, "kind"), Text(owner, "name")) : null;
    }

    /// <summary>Whether a job has run to its end, so that its template is history.</summary>
    public static bool HasEnded(ClusterObject job) =>
        Items(Map(job.Content, "status"), "conditions").Any(one => Text(one, "type") is "Complete" or "Failed" && Text(one, "status") == "True");

    /// <summary>Of <c>docker-pullable://nginx@sha256:…</c> or <c>docker.io/library/nginx@sha256:…</c>; an id alone is that of a configuration.</summary>
    public static string? DigestOf(string imageId)
    {
        var at = imageId.LastIndexOf('@');
        return at >= 0 && Formats.Dockerfiles.ImageReference.TryParse("x" + imageId[at..], out var image, out _) ? image.Digest : null;
    }

    private static void Walk(JsonElement node, List<ContainerImage> into, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Walk(item, into, depth + 1);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var (list, _, kind) in Lists)
            {
                into.AddRange(Items(node, list)
                    .Where(container => Text(container, "image").Length > 0)
                    .Select(container => new ContainerImage(Text(container, "name"), kind, Text(container, "image"), null)));
            }

            foreach (var entry in node.EnumerateObject())
            {
                Walk(entry.Value, into, depth + 1);
            }
        }
    }

    private static JsonElement Map(JsonElement map, string key) =>
        map.ValueKind == JsonValueKind.Object && map.TryGetProperty(key, out var value) ? value : default;

    private static IEnumerable<JsonElement> Items(JsonElement map, string key) =>
        Map(map, key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static string Text(JsonElement map, string key) =>
        Map(map, key) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}

/// <summary>A container and its image, as an object of the cluster has it.</summary>
internal sealed record ContainerImage(string Container, string Kind, string Written, string? Digest)
{
    /// <value>What the policies of the cluster say of it; <see langword="null"/> when there are none.</value>
    public ListAnswer? Answer { get; init; }
}

/// <summary>A pod's containers.</summary>
internal sealed record PodImages(RunningWorkload Owner, IReadOnlyList<ContainerImage> Images);
