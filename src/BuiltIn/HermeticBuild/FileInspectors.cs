using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.GitHubFiles;
using Gates.BuiltIn.HermeticBuild.Locks;
using Gates.BuiltIn.HermeticBuild.Pipelines;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.BuiltIn.HermeticBuild.Versions;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Jenkinsfiles;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Tells by its path who looks at a file. A new kind of file is one line here.</summary>
internal sealed class FileInspectors
{
    private readonly Dictionary<string, IFileInspector> manifests;
    private readonly IReadOnlyList<(string Kind, Func<string, bool> IsNamed, IFileInspector Inspector)> kinds;

    public FileInspectors(RepositoryFiles files, IReadOnlyList<string> trustedActions)
    {
        var checks = new ScriptChecks(files);
        var pins = new ActionPins(trustedActions);
        var steps = new StepInspector(pins, new SetupPins(files), new ImageBuildActions(new BuildFiles(files)), checks);
        manifests = Manifests(files, checks);
        var dotnet = new DotnetVersions(files);
        var msbuild = new MsbuildCommands(checks);
        kinds =
        [
            ("workflow", WorkflowFinder.IsWorkflow, new WorkflowInspector(pins, steps)),
            ("action", WorkflowFinder.IsAction, new ActionInspector(pins, steps)),
            ("dockerfile", path => DockerfileFinder.IsDockerfile(path) && !DockerfileFinder.IsTemplate(path), new DockerfileInspector(checks)),
            .. PipelineForm.All.Select(form => ("pipeline", form.IsNamed, (IFileInspector)new PipelineInspector(checks, form))),
            ("pipeline", JenkinsSteps.IsJenkinsfile, new JenkinsInspector(checks)),
            ("pipeline", CloudBuildInspector.IsCloudBuild, new CloudBuildInspector(checks)),
            ("manifest", path => manifests.ContainsKey(Folders.NameOf(path)), new ByName(manifests)),
            ("manifest", RequirementsFile.IsRequirements, new RequirementsFile(files)),
            ("manifest", Named(name => Path.GetExtension(name) is ".csproj" or ".fsproj" or ".vbproj"), new Several(new NugetManifest(files), dotnet, msbuild)),
            ("manifest", Named(DotnetVersions.IsCentral), new Several(dotnet, msbuild)),
            ("manifest", Named(MsbuildCommands.IsMsbuild), msbuild),
            ("manifest", Named(GradleVersions.IsGradle), new GradleVersions(files)),
            ("manifest", Named(BazelFile.IsBazel), new BazelFile(files)),
            ("manifest", Named(NixFile.IsNix), new NixFile()),
            ("manifest", Named(name => name.EndsWith(".tf", StringComparison.Ordinal)), new TerraformFile(files)),
            ("version", Named(VersionFile.IsVersionFile), new VersionFile(files)),
            ("script", Named(IsMakefile), new ScriptFileInspector(checks, ScriptKind.Makefile)),
            ("script", Named(IsJustfile), new ScriptFileInspector(checks, ScriptKind.Justfile)),
            ("script", Named(name => Path.GetExtension(name) is ".sh" or ".bash"), new ScriptFileInspector(checks, ScriptKind.Shell)),
            ("script", Named(name => Path.GetExtension(name) is ".ps1" or ".psm1"), new ScriptFileInspector(checks, ScriptKind.PowerShell)),
            ("script", files.IsShellScript, new ScriptFileInspector(checks, ScriptKind.Shell)),
        ];
    }

    /// <returns>The kind of file and who inspects it; <see langword="null"/> when it is of no interest.</returns>
    public (string Kind, IFileInspector Inspector)? For(string path)
    {
        foreach (var (kind, isNamed, inspector) in kinds)
        {
            if (isNamed(path))
            {
                return (kind, inspector);
            }
        }

        return null;
    }

    private static Dictionary<string, IFileInspector> Manifests(RepositoryFiles files, ScriptChecks checks)
    {
        var toolchain = new ProjectToolchain();
        var wrapper = new WrapperProperties();
        var conda = new CondaEnvironment(files);
        var deno = new DenoManifest(files);
        return new Dictionary<string, IFileInspector>(TextManifest.All(files), StringComparer.Ordinal)
        {
            ["package.json"] = new Several(new NpmManifest(files), toolchain, new PackageScripts(checks)),
            ["Cargo.toml"] = new CargoManifest(files),
            ["go.mod"] = new Several(new GoManifest(files), toolchain),
            ["global.json"] = toolchain,
            ["pyproject.toml"] = new PyprojectManifest(files),
            ["Pipfile"] = new PyprojectManifest(files),
            ["composer.json"] = new ComposerManifest(files),
            ["deno.json"] = deno,
            ["deno.jsonc"] = deno,
            [".npmrc"] = new NpmSettings(),
            ["dotnet-tools.json"] = new DotnetTools(),
            ["pom.xml"] = new MavenVersions(files),
            ["gradle-wrapper.properties"] = wrapper,
            ["maven-wrapper.properties"] = wrapper,
            ["environment.yml"] = conda,
            ["environment.yaml"] = conda,
        };
    }

    private static Func<string, bool> Named(Func<string, bool> isNamed) => path => isNamed(Folders.NameOf(path));

    private static bool IsMakefile(string name) => name is "Makefile" or "makefile" or "GNUmakefile" || Path.GetExtension(name) == ".mk";

    private static bool IsJustfile(string name) =>
        name.Equals("justfile", StringComparison.OrdinalIgnoreCase) || name.Equals(".justfile", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(name) == ".just";

    /// <summary>Several looks at one file.</summary>
    private sealed class Several(params IFileInspector[] inspectors) : IFileInspector
    {
        public void Inspect(string path, string text, HermeticFacts facts)
        {
            foreach (var inspector in inspectors)
            {
                inspector.Inspect(path, text, facts);
            }
        }
    }

    private sealed class ByName(Dictionary<string, IFileInspector> inspectors) : IFileInspector
    {
        public void Inspect(string path, string text, HermeticFacts facts) => inspectors[Folders.NameOf(path)].Inspect(path, text, facts);
    }
}
