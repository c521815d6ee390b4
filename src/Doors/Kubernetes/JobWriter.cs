using k8s.Models;

namespace Gates.Doors.Kubernetes;

/// <summary>A job as the cluster takes it: one pod, once, without the namespace's account and without a way to more rights.</summary>
internal static class JobWriter
{
    /// <value>Who asks for a job and never comes back leaves nothing behind.</value>
    private const int SecondsAfterEnd = 3_600;

    public static V1Job Job(JobOrder order)
    {
        var labels = new Dictionary<string, string>(order.Labels, StringComparer.Ordinal);
        return new V1Job
        {
            ApiVersion = V1Job.KubeGroup + "/" + V1Job.KubeApiVersion,
            Kind = V1Job.KubeKind,
            Metadata = new V1ObjectMeta { Name = order.Name, Labels = labels },
            Spec = new V1JobSpec
            {
                BackoffLimit = 0,
                ActiveDeadlineSeconds = (long)Math.Max(1, Math.Ceiling(order.Deadline.TotalSeconds)),
                TtlSecondsAfterFinished = SecondsAfterEnd,
                Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = labels }, Spec = PodSpec(order) },
            },
        };
    }

    private static V1PodSpec PodSpec(JobOrder order) =>
        new()
        {
            RestartPolicy = "Never",
            AutomountServiceAccountToken = false,
            HostNetwork = order.HasHostNetwork ? true : null,
            Containers =
            [
                new V1Container
                {
                    Name = "job",
                    Image = order.Image,
                    Command = order.Command.Count == 0 ? null : [.. order.Command],
                    ImagePullPolicy = order.IsImageLocal ? "Never" : null,
                    SecurityContext = new V1SecurityContext { AllowPrivilegeEscalation = false },
                },
            ],
        };
}
