using k8s.Models;

namespace Gates.Doors.Kubernetes;

/// <summary>The package's objects into ours. Whatever a server leaves out is empty, as Kubernetes means it.</summary>
internal static class KubernetesReader
{
    public static Pod Pod(V1Pod pod)
    {
        var (spec, status) = (pod.Spec, pod.Status);
        var states = Of(status?.InitContainerStatuses).Concat(Of(status?.ContainerStatuses)).Concat(Of(status?.EphemeralContainerStatuses)).ToList();
        var declared = Of(spec?.InitContainers).Concat(Of(spec?.Containers)).Select(one => (one.Name, one.Image))
            .Concat(Of(spec?.EphemeralContainers).Select(one => (one.Name, one.Image)));
        return new Pod(
            pod.Metadata?.Name ?? "",
            status?.Phase ?? "Unknown",
            Of(pod.Metadata?.Labels),
            [.. Of(pod.Metadata?.OwnerReferences).Select(owner => $"{owner.Kind}/{owner.Name}")],
            [.. declared.Select(one => Container(one.Name, one.Image, states.Find(state => state.Name == one.Name)))]);
    }

    public static Deployment Deployment(V1Deployment deployment)
    {
        var (spec, status) = (deployment.Spec, deployment.Status);
        return new Deployment(
            deployment.Metadata?.Name ?? "",
            Of(deployment.Metadata?.Annotations),
            [.. Of(spec?.Template?.Spec?.Containers).Select(container => container.Image ?? "")],
            spec?.Replicas ?? 1,
            status?.UpdatedReplicas ?? 0,
            status?.AvailableReplicas ?? 0,
            (status?.ObservedGeneration ?? 0) >= (deployment.Metadata?.Generation ?? 0));
    }

    private static PodContainer Container(string? name, string? image, V1ContainerStatus? state) =>
        new(name ?? "", image ?? "", state?.ImageID ?? "", state?.Ready ?? false, state?.RestartCount ?? 0);

    private static IEnumerable<T> Of<T>(IList<T>? list) => list ?? [];

    private static Dictionary<string, string> Of(IDictionary<string, string>? map) =>
        map is null ? new(StringComparer.Ordinal) : new(map, StringComparer.Ordinal);
}
