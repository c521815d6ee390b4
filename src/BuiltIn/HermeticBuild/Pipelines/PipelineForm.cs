namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>How a CI system or a task runner writes its scripts in YAML.</summary>
/// <param name="Where">What its scripts are called in evidence.</param>
/// <param name="IsNamed">Whether a path is that of such a file.</param>
/// <param name="Keys">The keys whose values are scripts; those of one map run one after the other.</param>
internal sealed record PipelineForm(string Where, Func<string, bool> IsNamed, params string[] Keys)
{
    public static IReadOnlyList<PipelineForm> All { get; } =
    [
        new("pipeline", IsGitLab, "before_script", "script", "after_script"),
        new("pipeline", path => path.StartsWith(".circleci/", StringComparison.Ordinal) && IsYaml(path), "run", "command"),
        new("pipeline", IsAzure, "script", "bash", "pwsh", "powershell"),
        new("pipeline", path => Folders.NameOf(path) is "bitbucket-pipelines.yml", "script", "after-script"),
        new("pipeline", path =>
            Folders.NameOf(path) is ".travis.yml", "before_install", "install", "before_script", "script", "after_success", "before_deploy"),
        new("pipeline", path => IsYaml(path) && (Folders.NameOf(path) is ".drone.yml" or ".drone.yaml" || IsIn(path, ".woodpecker")
            || Folders.NameOf(path).StartsWith(".woodpecker.", StringComparison.Ordinal)), "commands"),
        new("pipeline", path => IsIn(path, ".buildkite") && IsYaml(path), "command", "commands"),
        new("task", path => Folders.NameOf(path).ToLowerInvariant() is "taskfile.yml" or "taskfile.yaml" or "taskfile.dist.yml" or "taskfile.dist.yaml",
            "sh", "cmds", "cmd"),
    ];

    public bool IsTask => Where == "task";

    private static bool IsGitLab(string path) =>
        IsYaml(path) && (Folders.NameOf(path) is var name && (name.EndsWith(".gitlab-ci.yml", StringComparison.Ordinal)
            || name.EndsWith(".gitlab-ci.yaml", StringComparison.Ordinal)) || IsIn(path, ".gitlab/ci") || IsIn(path, ".gitlab-ci"));

    private static bool IsAzure(string path) =>
        IsYaml(path) && (Folders.NameOf(path).StartsWith("azure-pipelines", StringComparison.Ordinal)
            || IsIn(path, ".azure-pipelines") || IsIn(path, ".azuredevops") || IsIn(path, "azure-pipelines"));

    private static bool IsIn(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool IsYaml(string path) => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal);
}
