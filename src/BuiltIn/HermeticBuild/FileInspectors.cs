using Gates.BuiltIn.HermeticBuild.GitHubFiles;
using Gates.BuiltIn.HermeticBuild.Locks;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Tells by its path who looks at a file. A new kind of file is one line here.</summary>
internal sealed class FileInspectors
{
    private readonly IFileInspector workflows;
    private readonly IFileInspector actions;
    private readonly IFileInspector dockerfiles;
    private readonly IFileInspector makefiles;
    private readonly IFileInspector scripts;
    private readonly IFileInspector requirements;
    private readonly IFileInspector nuget;
    private readonly Dictionary<string, IFileInspector> manifests;

    public FileInspectors(RepositoryFiles files, IReadOnlyList<string> trustedActions)
    {
        var checks = new ScriptChecks(files);
        var pins = new ActionPins(trustedActions);
        var steps = new StepInspector(pins, new SetupPins(files), checks);
        workflows = new WorkflowInspector(pins, steps);
        actions = new ActionInspector(pins, steps);
        dockerfiles = new DockerfileInspector(checks);
        makefiles = new ScriptFileInspector(checks, isMakefile: true);
        scripts = new ScriptFileInspector(checks, isMakefile: false);
        requirements = new RequirementsFile(files);
        nuget = new NugetManifest(files);
        manifests = new Dictionary<string, IFileInspector>(TextManifest.All(files), StringComparer.Ordinal)
        {
            ["package.json"] = new NpmManifest(files),
            ["Cargo.toml"] = new CargoManifest(files),
            ["go.mod"] = new GoManifest(files),
            ["pyproject.toml"] = new PyprojectManifest(files),
            ["Pipfile"] = new PyprojectManifest(files),
            ["composer.json"] = new ComposerManifest(files),
        };
    }

    /// <returns>The kind of file and who inspects it; <see langword="null"/> when it is of no interest.</returns>
    public (string Kind, IFileInspector Inspector)? For(string path)
    {
        var name = Folders.NameOf(path);
        return WorkflowFinder.IsWorkflow(path) ? ("workflow", workflows)
            : WorkflowFinder.IsAction(path) ? ("action", actions)
            : DockerfileFinder.IsDockerfile(path) && !DockerfileFinder.IsTemplate(path) ? ("dockerfile", dockerfiles)
            : manifests.TryGetValue(name, out var manifest) ? ("manifest", manifest)
            : RequirementsFile.IsRequirements(path) ? ("manifest", requirements)
            : Path.GetExtension(name) is ".csproj" or ".fsproj" or ".vbproj" ? ("manifest", nuget)
            : name is "Makefile" or "makefile" or "GNUmakefile" || Path.GetExtension(name) == ".mk" ? ("script", makefiles)
            : Path.GetExtension(name) is ".sh" or ".bash" ? ("script", scripts)
            : null;
    }
}
