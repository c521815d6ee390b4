namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>The CI systems whose files are YAML. GitHub's workflows have a reader of their own.</summary>
internal static class PipelineKinds
{
    public static IReadOnlyList<PipelineKind> All { get; } =
    [
        Kind(
            "GitLab pipeline",
            path => Name(path) is ".gitlab-ci.yaml" || Name(path).EndsWith(".gitlab-ci.yml", StringComparison.Ordinal) || In(path, ".gitlab/ci/"),
            ["image|name", "services[]|name", "*.image|name", "*.services[]|name"]) with
        {
            Variables = [new("variables.*|value"), new("*.variables.*|value")],
            Include = "include",
            IncludesOwnFiles = true,
        },
        Kind(
            "CircleCI configuration",
            path => In(path, ".circleci/"),
            ["jobs.*.docker[].image", "executors.*.docker[].image"]) with
        {
            Variables = [new("parameters.*|default"), new("jobs.*.parameters.*|default"), new("executors.*.parameters.*|default")],
            Include = "orbs",
        },
        Kind("Drone pipeline", path => Name(path) is ".drone.yml" or ".drone.yaml", ["steps[].image", "services[].image"]),
        Kind(
            "Woodpecker pipeline",
            path => Name(path) is ".woodpecker.yml" or ".woodpecker.yaml" || In(path, ".woodpecker/"),
            ["steps[].image", "steps.*.image", "services[].image", "services.*.image", "pipeline.*.image", "clone[].image", "clone.*.image"]),
        Kind(
            "Azure pipeline",
            path => Name(path).StartsWith("azure-pipelines", StringComparison.OrdinalIgnoreCase) || In(path, ".azure-pipelines/") || In(path, ".azuredevops/"),
            ["resources.containers[].image", "container|image", "**.jobs[].container|image", "jobs[].container|image"]) with
        {
            Variables = [new("variables.*"), new("**.variables.*")],
            Aliases = new("resources.containers[].container"),
            Include = "extends",
        },
        Kind(
            "Bitbucket pipeline",
            path => Name(path) is "bitbucket-pipelines.yml",
            ["image|name", "**.step.image|name", "**.services.*.image|name", "**.script[].pipe"]),
        Kind("Cloud Build configuration", path => Name(path).StartsWith("cloudbuild", StringComparison.Ordinal), ["steps[].name"]) with
        {
            Variables = [new("substitutions.*")],
        },
        Kind("ko configuration", path => Name(path) is ".ko.yaml" or ".ko.yml", ["defaultBaseImage", "baseImageOverrides.*"]),
        Kind("Cirrus configuration", path => Name(path) is ".cirrus.yml", ["container.image", "**.container.image"]),
        Kind("Semaphore pipeline", path => In(path, ".semaphore/"), ["**.containers[].image"]),
        Kind("Buildkite pipeline", path => In(path, ".buildkite/"), ["**.plugins[].*.image"]),
    ];

    /// <summary>What a file is by its path; <see langword="null"/> for none of them.</summary>
    public static string? Of(string path) => Find(path)?.Name;

    public static PipelineKind? Find(string path) => YamlSource.IsYaml(path) ? All.FirstOrDefault(kind => kind.Is(path)) : null;

    private static PipelineKind Kind(string name, Func<string, bool> isOne, string[] images) =>
        new() { Name = name, Is = isOne, Images = [.. images.Select(path => new NodePath(path))] };

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool In(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) || path.Contains("/" + folder, StringComparison.Ordinal);
}
