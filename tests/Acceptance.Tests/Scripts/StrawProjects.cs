using System.Runtime.Versioning;
using Support;

namespace Acceptance.Tests.Scripts;

/// <summary><c>./test</c> in a folder of its own, with an SDK and test projects of straw.</summary>
[SupportedOSPlatform("linux")]
internal sealed class StrawProjects : IDisposable
{
    public StrawProjects()
    {
        Root.WriteProgram("test", File.ReadAllText(Repository.Combine("test")));
        Root.Write("tests/choice.sh", File.ReadAllText(Repository.Combine("tests/choice.sh")));
        Root.WriteProgram("sdk/dotnet", "#!/bin/bash\n[[ $1 != \"${FAILING:-}\" ]]\n");
        Root.WriteProgram("publish", "#!/bin/bash\n[[ publish != \"${FAILING:-}\" ]] || exit 3\n");
        Root.WriteProgram("sdk/docker", "#!/bin/bash\nexit 1\n");
        foreach (var tool in new[] { "npm", "shellcheck" })
        {
            Root.WriteProgram($"sdk/{tool}", "#!/bin/bash\n");
        }
    }

    public TempFolder Root { get; } = new();

    public string SearchPath => $"{Root.Path}/sdk:{Environment.GetEnvironmentVariable("PATH")}";

    public static string Results(int passed, int failed, int skipped, int errors) =>
        $"<assemblies><assembly name=\"/a/b.dll\" passed=\"{passed}\" failed=\"{failed}\" skipped=\"{skipped}\" "
        + $"not-run=\"0\" total=\"{passed + failed + skipped}\" errors=\"{errors}\"></assembly></assemblies>";

    public string Combine(string path) => Path.Combine(Root.Path, path);

    /// <param name="name">The project's.</param>
    /// <param name="results">The file that it leaves.</param>
    /// <param name="exitCode">Its own.</param>
    /// <param name="before">Lines of shell that it runs first.</param>
    public void Project(string name, string results, int exitCode, string before = "")
    {
        Root.Write($"tests/{name}/{name}.csproj", "");
        Root.Write($"{name}.xml", results);
        Root.WriteProgram(
            $"artifacts/bin/{name}/release/{name}",
            $"#!/bin/bash\ncd '{Root.Path}' || exit\n{before}\ncp {name}.xml \"$2\"\nshift 4\necho \"$*\" > {name}.txt\nexit {exitCode}\n");
    }

    /// <summary>What a project was asked for beyond its results; <see langword="null"/> when it did not run.</summary>
    public string? Ran(string name) => File.Exists(Combine(name + ".txt")) ? Root.Read(name + ".txt") : null;

    /// <summary>On a machine that lacks some programs and lets nothing be installed.</summary>
    public ProgramOutput RunWithout(params string[] programs)
    {
        Root.WriteProgram("sdk/apt-get", "#!/bin/bash\nexit 100\n");
        var most = Directory.CreateDirectory(Combine("most")).FullName;
        foreach (var program in Directory.GetFiles("/usr/bin").Where(path => !programs.Contains(Path.GetFileName(path), StringComparer.Ordinal)))
        {
            File.CreateSymbolicLink(Path.Combine(most, Path.GetFileName(program)), program);
        }

        return Run([], searchPath: $"{Root.Path}/sdk:{most}");
    }

    public ProgramOutput Run(string[] arguments, string failingStep = "", string? searchPath = null)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = searchPath ?? SearchPath,
            ["FAILING"] = failingStep,
            ["GATES_TEST_NATIVE"] = "",
        };
        return ExternalProgram.Run(Path.Combine(Root.Path, "test"), arguments, "/", environment);
    }

    public void Dispose() => Root.Dispose();
}
