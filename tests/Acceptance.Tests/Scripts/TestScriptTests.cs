using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Scripts;

/// <summary><c>./test</c>, over test projects of straw: what it counts, and what it never takes for success.</summary>
[SupportedOSPlatform("linux")]
public sealed class TestScriptTests : IDisposable
{
    private readonly StrawProjects straw = new();

    [Fact]
    public void TheLastLineAddsUpAllProjects()
    {
        straw.Project("One.Tests", StrawProjects.Results(3, 0, 1, 0), 0);
        straw.Project("Two.Tests", StrawProjects.Results(2, 0, 0, 0), 0);
        Test().ShouldBe((0, "5 passed, 0 failed, 1 skipped"));
    }

    [Theory]
    [InlineData(2, 0, 1, "3 passed, 2 failed, 0 skipped")]
    [InlineData(0, 1, 1, "3 passed, 1 failed, 0 skipped")]
    [InlineData(0, 0, 134, "3 passed, 1 failed, 0 skipped")]
    public void AFailureAnErrorOrABadExitFails(int failed, int errors, int exitCode, string expected)
    {
        straw.Project("One.Tests", StrawProjects.Results(3, failed, 0, errors), exitCode);
        Test().ShouldBe((1, expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<assemblies></assemblies>")]
    [InlineData("<assembly total=\"0\" passed=\"0\" failed=\"0\" skipped=\"0\" errors=\"0\" />")]
    public void AProjectThatRanNothingFails(string results)
    {
        straw.Project("One.Tests", StrawProjects.Results(1, 0, 0, 0), 0);
        straw.Project("Two.Tests", results, 0);
        Test().ShouldBe((1, "1 passed, 1 failed, 0 skipped"));
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "-h")]
    [InlineData(0, "One.Tests", "--help")]
    [InlineData(2, "--fast")]
    [InlineData(2, "One.Tests", "-x")]
    [InlineData(2, "--changed", "One.Tests")]
    [InlineData(2, "Two.Tests")]
    [InlineData(2, "")]
    public void HelpAndWrongUsageRunNothing(int exitCode, params string[] arguments)
    {
        straw.Project("One.Tests", StrawProjects.Results(1, 0, 0, 0), 0);
        straw.Root.WriteProgram("sdk/dotnet", $"#!/bin/bash\ntouch '{straw.Root.Path}/ran'\n");

        var result = straw.Run(arguments);

        result.ExitCode.ShouldBe(exitCode, result.ToString());
        (exitCode == 0 ? result.Output : result.Error).ShouldContain("usage: ./test [NAME ... | --changed]\n");
        (exitCode == 0 ? result.Error : result.Output).ShouldBe("");
        File.Exists(Path.Combine(straw.Root.Path, "ran")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("restore", "0 passed, 1 failed, 0 skipped")]
    [InlineData("build", "0 passed, 1 failed, 0 skipped")]
    [InlineData("format", "1 passed, 1 failed, 0 skipped")]
    public void AStepThatFailsFails(string step, string expected)
    {
        straw.Project("One.Tests", StrawProjects.Results(1, 0, 0, 0), 0);
        Test(step).ShouldBe((1, expected));
    }

    [Fact]
    public void TheAcceptanceTestsStartTheNativeProgram()
    {
        straw.Project(
            "Acceptance.Tests",
            StrawProjects.Results(1, 0, 0, 0),
            0,
            "[[ $GATES_TEST_PROGRAM == */artifacts/native/gates && $GATES_TEST_NATIVE == */artifacts/native ]] || exit 9");
        Test().ShouldBe((0, "1 passed, 0 failed, 0 skipped"));
        Test("publish").ShouldBe((1, "0 passed, 1 failed, 0 skipped"));
    }

    [Fact]
    public void WithoutACCompilerTheyStartTheOneWithItsRuntimeAndSaySo()
    {
        straw.Project(
            "Acceptance.Tests",
            StrawProjects.Results(1, 0, 0, 0),
            0,
            "[[ $GATES_TEST_PROGRAM == */artifacts/published/gates && -z ${GATES_TEST_NATIVE:-} ]] || exit 9");
        straw.Root.WriteProgram("publish", "#!/bin/bash\nexit 3\n");
        var result = straw.RunWithout("gcc", "clang");
        result.Output.ShouldEndWith("\n1 passed, 0 failed, 0 skipped\n", customMessage: result.ToString());
        result.Error.ShouldContain("no C compiler");
    }

    /// <summary>Each waits for the other; what each printed stands together.</summary>
    [Fact]
    public void ProjectsRunSideBySideAndAreShownOneAfterTheOther()
    {
        ExternalProgram.Run("mkfifo", [straw.Combine("there"), straw.Combine("back")]).Succeeded();
        straw.Project("One.Tests", StrawProjects.Results(1, 0, 0, 0), 0, "echo 'one begins'\necho > there\nread -r _ < back\necho 'one ends'");
        straw.Project("Two.Tests", StrawProjects.Results(2, 0, 0, 0), 0, "echo 'two begins'\nread -r _ < there\necho > back\necho 'two ends'");

        var result = straw.Run([]);

        result.Output.ShouldContain("one begins\none ends\n");
        result.Output.ShouldContain("two begins\ntwo ends\n");
        result.Output.ShouldEndWith("\n3 passed, 0 failed, 0 skipped\n");
    }

    [Fact]
    public async Task ASignal_StopsTheTestsToo()
    {
        ExternalProgram.Run("mkfifo", [straw.Combine("pid")]).Succeeded();
        straw.Project("One.Tests", StrawProjects.Results(1, 0, 0, 0), 0, "echo $$ > pid\nsleep 600");
        using var test = Process.Start(new ProcessStartInfo(straw.Combine("test"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = straw.SearchPath },
        })!;
        var process = int.Parse(await File.ReadAllTextAsync(straw.Combine("pid"), TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);

        ExternalProgram.Run("kill", ["-TERM", FormattableString.Invariant($"{test.Id}")]).Succeeded();
        var output = await test.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await test.WaitForExitAsync(TestContext.Current.CancellationToken);

        test.ExitCode.ShouldBe(143);
        output.ShouldNotContain("passed");
        Directory.Exists($"/proc/{process}").ShouldBeFalse();
    }

    [Fact]
    public void EveryScriptPassesShellcheck()
    {
        Assert.SkipUnless(ExternalProgram.Exists("shellcheck"), "shellcheck is not installed");
        string[] scripts = [
            "gates",
            "publish",
            "test",
            "tests/choice.sh",
            ".ci/run",
            "publish",
            "actions/setup/install.sh",
            "tests/Acceptance.Tests/ContainerAction/base-images",
            .. Directory.GetFiles(Repository.Combine(".github/release"))
        ];
        ExternalProgram.Run("shellcheck", ["--external-sources", .. scripts], Repository.Root).Output.ShouldBe("");
    }

    public void Dispose() => straw.Dispose();

    private (int ExitCode, string LastLine) Test(string failingStep = "")
    {
        var result = straw.Run([], failingStep);
        return (result.ExitCode, result.Output.TrimEnd('\n').Split('\n')[^1]);
    }
}
