namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>What is known of kinds of objects: by default every <c>image</c> in an object is one.</summary>
internal static class ManifestKinds
{
    /// <summary>Groups whose objects judge or change others: an image in them is a pattern. A dot in front stands for every group below.</summary>
    private static readonly string[] Policies =
    [
        "kyverno.io", ".kyverno.io", ".gatekeeper.sh", "policy.sigstore.dev", "policies.kubewarden.io", "wgpolicyk8s.io", "reports.kyverno.io",
        "admissionregistration.k8s.io", "templates.gatekeeper.sh", "constraints.gatekeeper.sh",
    ];

    /// <summary>Groups in which <c>image</c> is a disk, a picture or what a build makes, and schemas of other kinds.</summary>
    private static readonly string[] OtherImages =
    [
        "apiextensions.k8s.io", "infrastructure.cluster.x-k8s.io", "machine.openshift.io", "metal3.io", "hive.openshift.io", "karpenter.k8s.aws",
        ".cnrm.cloud.google.com", "backstage.io", "skaffold", "kustomize.config.k8s.io", "compute.aws.upbound.io", ".gcp.upbound.io", ".azure.upbound.io",
    ];

    public static bool IsPolicy(string group) => IsIn(Policies, group);

    public static bool HasOtherImages(string group) => IsIn(OtherImages, group);

    public static bool IsArgoWorkflow(string group, string kind) => group == "argoproj.io" && kind.EndsWith("Workflow", StringComparison.Ordinal)
        || group == "argoproj.io" && kind.EndsWith("WorkflowTemplate", StringComparison.Ordinal);

    public static string GroupOf(string apiVersion) => apiVersion.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? apiVersion[..slash] : "";

    private static bool IsIn(string[] groups, string group) =>
        Array.Exists(groups, known => known[0] == '.' ? group.EndsWith(known, StringComparison.Ordinal) : group == known);
}
