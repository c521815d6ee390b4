using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Scripts;

/// <summary><c>./gates</c>, with an SDK of straw that counts how often it is asked.</summary>
[SupportedOSPlatform("linux")]
public sealed class EntryScriptTests : IDisposable
{
    private const string Dotnet = """
        #!/bin/bash
        echo "$1" >> "$CALLS"
        if [[ $1 == publish && -n ${BROKEN:-} ]]; then echo "Program.cs(1,1): error CS1002: ; expected"; exit 1; fi
        while (($# > 0)); do [[ $1 != --output ]] || out=$2; shift; done
        [[ -n ${out:-} ]] || exit 0
        printf '#!/bin/bash\necho "ran: $*"\nexit 7\n' > "$out/gates"
        chmod +x "$out/gates"
        """;

    private readonly TempFolder root = new();

    public EntryScriptTests()
    {
        Executable(root.Write("gates", File.ReadAllText(Repository.Combine("gates"))));
        Executable(root.Write("sdk/dotnet", Dotnet));
        root.Write("src/Runner/Program.cs", "");
        root.Write("policies/one/policy.js", "");
        root.Write("Directory.Build.props", "");
        root.Write("global.json", "");
    }

    [Fact]
    public void TheFirstRunBuildsAndLaterRunsDoNot()
    {
        var first = Gates("run", "a b");
        first.ExitCode.ShouldBe(7, first.ToString());
        first.Output.ShouldBe("ran: run a b\n");
        first.Error.ShouldBe("gates: building…\n");
        var second = Gates();
        second.Error.ShouldBe("");
        Publishes().ShouldBe(1);
    }

    [Theory]
    [InlineData("src/Runner/Program.cs")]
    [InlineData("src/Runner/New.cs")]
    [InlineData("policies/one/policy.js")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    public void AChangedSourceIsBuilt(string path)
    {
        Gates();
        File.SetLastWriteTimeUtc(root.Write(path, "changed"), DateTime.UnixEpoch.AddYears(100));
        Gates().Error.ShouldBe("gates: building…\n");
        Publishes().ShouldBe(2);
    }

    [Fact]
    public void ADeletedSourceIsNoticed()
    {
        Gates();
        File.Delete(Path.Combine(root.Path, "src/Runner/Program.cs"));
        Gates().Error.ShouldBe("gates: building…\n");
    }

    [Fact]
    public void ACaseIsNotASource()
    {
        root.Write("src/BuiltIn/One/cases/clean/a.txt", "");
        Gates();
        root.Write("src/BuiltIn/One/cases/clean/a.txt", "changed");
        Gates().Error.ShouldBe("");
    }

    [Fact]
    public void AFailedBuildSaysWhyAndExitsWith3()
    {
        var result = Gates(new Dictionary<string, string>(StringComparer.Ordinal) { ["BROKEN"] = "1" });
        result.ExitCode.ShouldBe(3);
        result.Output.ShouldBe("");
        result.Error.ShouldBe("gates: building…\nProgram.cs(1,1): error CS1002: ; expected\ngates: the build failed.\n");
        Gates().ExitCode.ShouldBe(7, "a broken build leaves nothing behind");
    }

    [Fact]
    public void RunsAtTheSameTimeBuildOnce()
    {
        var results = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Gates()).ToList();
        results.ShouldAllBe(result => result.ExitCode == 7);
        Publishes().ShouldBe(1);
    }

    [Fact]
    public void ASymbolicLinkElsewhereFindsTheRepository()
    {
        using var elsewhere = new TempFolder();
        var link = Path.Combine(elsewhere.Path, "g");
        File.CreateSymbolicLink(link, Path.Combine(root.Path, "gates"));
        Run(link, elsewhere.Path, []).Output.ShouldBe("ran: \n");
    }

    [Fact]
    public void WithoutAnSdkTheMessageSaysWhereToGetOne()
    {
        File.Delete(Path.Combine(root.Path, "sdk/dotnet"));
        var tools = Path.Combine(root.Path, "sdk");
        foreach (var tool in new[] { "bash", "find", "mkdir", "flock", "readlink" })
        {
            File.CreateSymbolicLink(Path.Combine(tools, tool), File.Exists("/usr/bin/" + tool) ? "/usr/bin/" + tool : "/bin/" + tool);
        }

        var result = ExternalProgram.Run(
            Path.Combine(root.Path, "gates"),
            [],
            root.Path,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = tools });
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldBe("gates: the .NET 10 SDK is not on PATH. Install it from https://dotnet.microsoft.com/download/dotnet/10.0\n");
    }

    public void Dispose() => root.Dispose();

    private int Publishes() => root.Read("calls").Split('\n').Count(call => call == "publish");

    private ProgramOutput Gates(params string[] arguments) => Run(Path.Combine(root.Path, "gates"), "/", [], arguments);

    private ProgramOutput Gates(Dictionary<string, string> environment) => Run(Path.Combine(root.Path, "gates"), "/", environment);

    private ProgramOutput Run(string program, string directory, Dictionary<string, string> environment, params string[] arguments)
    {
        environment["PATH"] = $"{root.Path}/sdk:{Environment.GetEnvironmentVariable("PATH")}";
        environment["CALLS"] = Path.Combine(root.Path, "calls");
        return ExternalProgram.Run(program, arguments, directory, environment);
    }

    private static void Executable(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
