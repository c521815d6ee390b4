using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Scripts;

/// <summary><c>./test</c>, over test projects of straw: what it counts, and what it never takes for success.</summary>
[SupportedOSPlatform("linux")]
public sealed class TestScriptTests : IDisposable
{
    private readonly TempFolder root = new();

    public TestScriptTests()
    {
        Executable("test", File.ReadAllText(Repository.Combine("test")));
        Executable("sdk/dotnet", "#!/bin/bash\n[[ $1 != \"${FAILING:-}\" ]]\n");
        Executable("sdk/docker", "#!/bin/bash\nexit 1\n");
        foreach (var tool in new[] { "npm", "shellcheck" })
        {
            Executable($"sdk/{tool}", "#!/bin/bash\n");
        }
    }

    [Fact]
    public void TheLastLineAddsUpAllProjects()
    {
        Project("One.Tests", Results(3, 0, 1, 0), 0);
        Project("Two.Tests", Results(2, 0, 0, 0), 0);
        Test().ShouldBe((0, "5 passed, 0 failed, 1 skipped"));
    }

    [Theory]
    [InlineData(2, 0, 1, "3 passed, 2 failed, 0 skipped")]
    [InlineData(0, 1, 1, "3 passed, 1 failed, 0 skipped")]
    [InlineData(0, 0, 134, "3 passed, 1 failed, 0 skipped")]
    public void AFailureAnErrorOrABadExitFails(int failed, int errors, int exitCode, string expected)
    {
        Project("One.Tests", Results(3, failed, 0, errors), exitCode);
        Test().ShouldBe((1, expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<assemblies></assemblies>")]
    [InlineData("<assembly total=\"0\" passed=\"0\" failed=\"0\" skipped=\"0\" errors=\"0\" />")]
    public void AProjectThatRanNothingFails(string results)
    {
        Project("One.Tests", Results(1, 0, 0, 0), 0);
        Project("Two.Tests", results, 0);
        Test().ShouldBe((1, "1 passed, 1 failed, 0 skipped"));
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "-h")]
    [InlineData(0, "One.Tests", "--help")]
    [InlineData(2, "--fast")]
    [InlineData(2, "One.Tests", "-x")]
    [InlineData(2, "")]
    public void HelpAndWrongUsageRunNothing(int exitCode, params string[] arguments)
    {
        Project("One.Tests", Results(1, 0, 0, 0), 0);
        Executable("sdk/dotnet", $"#!/bin/bash\ntouch '{root.Path}/ran'\n");

        var result = Run(arguments);

        result.ExitCode.ShouldBe(exitCode, result.ToString());
        (exitCode == 0 ? result.Output : result.Error).ShouldContain("usage: ./test [PROJECT ...]\n");
        (exitCode == 0 ? result.Error : result.Output).ShouldBe("");
        File.Exists(Path.Combine(root.Path, "ran")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("restore", "0 passed, 1 failed, 0 skipped")]
    [InlineData("build", "0 passed, 1 failed, 0 skipped")]
    [InlineData("format", "1 passed, 1 failed, 0 skipped")]
    public void AStepThatFailsFails(string step, string expected)
    {
        Project("One.Tests", Results(1, 0, 0, 0), 0);
        Test(step).ShouldBe((1, expected));
    }

    [Fact]
    public void EveryScriptPassesShellcheck()
    {
        Assert.SkipUnless(ExternalProgram.Exists("shellcheck"), "shellcheck is not installed");
        string[] scripts = [
            "gates",
            "test",
            ".ci/run",
            ".github/release/pin-image",
            ".github/release/pin-uses",
            ".github/release/bump-bases",
            "tests/Acceptance.Tests/ContainerAction/base-images"
        ];
        ExternalProgram.Run("shellcheck", scripts.Select(script => Repository.Combine(script))).Output.ShouldBe("");
    }

    public void Dispose() => root.Dispose();

    private static string Results(int passed, int failed, int skipped, int errors) =>
        $"<assemblies><assembly name=\"/a/b.dll\" passed=\"{passed}\" failed=\"{failed}\" skipped=\"{skipped}\" not-run=\"0\" total=\"{passed + failed + skipped}\" errors=\"{errors}\"></assembly></assemblies>";

    private void Project(string name, string results, int exitCode)
    {
        root.Write($"tests/{name}/{name}.csproj", "");
        root.Write($"{name}.xml", results);
        Executable($"artifacts/bin/{name}/release/{name}", $"#!/bin/bash\ncp '{root.Path}/{name}.xml' \"$2\"\nexit {exitCode}\n");
    }

    private (int ExitCode, string LastLine) Test(string failingStep = "")
    {
        var result = Run([], failingStep);
        return (result.ExitCode, result.Output.TrimEnd('\n').Split('\n')[^1]);
    }

    private ProgramOutput Run(string[] arguments, string failingStep = "")
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{root.Path}/sdk:{Environment.GetEnvironmentVariable("PATH")}",
            ["FAILING"] = failingStep,
        };
        return ExternalProgram.Run(Path.Combine(root.Path, "test"), arguments, "/", environment);
    }

    private void Executable(string path, string text) =>
        File.SetUnixFileMode(root.Write(path, text), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
