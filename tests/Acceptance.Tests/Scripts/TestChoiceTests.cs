using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Scripts;

/// <summary>What <c>./test NAME</c> and <c>./test --changed</c> run, and that they say so.</summary>
[SupportedOSPlatform("linux")]
public sealed class TestChoiceTests : IDisposable
{
    private readonly StrawProjects straw = new();

    [Theory]
    [InlineData("JsonReaderTests", "-class One.Tests.Formats.JsonReaderTests\n")]
    [InlineData("One.Tests.Formats.JsonReaderTests", "-class One.Tests.Formats.JsonReaderTests\n")]
    [InlineData("Formats", "-class One.Tests.Formats.JsonReaderTests -class One.Tests.Formats.YamlReaderTests\n")]
    [InlineData("One.Tests", "\n")]
    public void ANameRunsWhatHasItAndNothingElse(string name, string arguments)
    {
        Classes();

        var result = straw.Run([name]);

        result.ExitCode.ShouldBe(0, result.ToString());
        straw.Ran("One.Tests").ShouldBe(arguments);
        straw.Ran("Two.Tests").ShouldBeNull();
        straw.Root.Read("dotnet.txt").ShouldBe("restore Gates.sln\nbuild tests/One.Tests\n");
        result.Output.ShouldEndWith("This was not the whole: ./test runs every test and checks the format.\n1 passed, 0 failed, 0 skipped\n");
    }

    [Theory]
    [InlineData("JsonReadrTest", "JsonReaderTests")]
    [InlineData("Tow.Tests", "Two.Tests")]
    [InlineData("Formats.Jsn", "Json")]
    [InlineData("formats", "Formats")]
    public void ANameThatNothingHas_IsRefusedWithTheNearest(string name, string nearest)
    {
        Classes();
        straw.Root.Write("tests/One.Tests/Json/A.cs", "[Fact]");

        var result = straw.Run(["JsonReaderTests", name]);

        result.ExitCode.ShouldBe(2, result.ToString());
        result.Error.ShouldStartWith($"test: no test project, class or namespace is named \"{name}\"; the nearest is \"{nearest}\"\nusage: ");
        File.Exists(straw.Combine("dotnet.txt")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("src/Formats/Yaml.cs", "Architecture.FileTests Formats.JsonReaderTests Formats.YamlReaderTests")]
    [InlineData("src/Formats/Deep/Deeper/Yaml.cs", "Architecture.FileTests Formats.JsonReaderTests Formats.YamlReaderTests")]
    [InlineData("src/Runner/Reports/Page.cs", "Architecture.FileTests Reports.PageTests")]
    [InlineData("tests/Runner.Tests/Formats/YamlReaderTests.cs", "Architecture.FileTests Formats.YamlReaderTests")]
    [InlineData("tests/Support/Helper.cs", "Architecture.FileTests Reports.PageTests")]
    [InlineData("tests/Runner.Tests/Reports/page.txt", "Architecture.FileTests Reports.PageTests")]
    public void AChangeRunsWhatMirrorsItAndTheArchitecture(string path, string classes)
    {
        CommitClasses();
        straw.Root.Write(path, "  [Fact] changed");

        var result = straw.Run(["--changed"]);

        result.ExitCode.ShouldBe(0, result.ToString());
        straw.Ran("Runner.Tests").ShouldBe(string.Join(' ', classes.Split(' ').Select(name => "-class Runner.Tests." + name)) + "\n");
        result.Output.ShouldContain(": 1 files\n");
        result.Output.ShouldContain("This was not the whole");
    }

    [Theory]
    [InlineData("src/Runner/Program.cs")]
    [InlineData("README.md")]
    public void AChangeThatNothingMirrors_IsSaid(string path)
    {
        CommitClasses();
        straw.Root.Write(path, "changed");

        straw.Run(["--changed"]).Error.ShouldBe($"test: {path}: nothing mirrors it; only ./test shows what it breaks\n");
        straw.Ran("Runner.Tests").ShouldBe("-class Runner.Tests.Architecture.FileTests\n");
    }

    /// <summary>Commits of a branch count from where it left the default branch.</summary>
    [Fact]
    public void AChangeThatIsCommittedOnABranch_Counts()
    {
        CommitClasses();
        Git("checkout", "-q", "-b", "topic");
        straw.Root.Write("src/Runner/Reports/Page.cs", "changed");
        Git("add", "--all");
        Git("commit", "-q", "-m", "a change");

        straw.Run(["--changed"]).ExitCode.ShouldBe(0);
        straw.Ran("Runner.Tests").ShouldBe("-class Runner.Tests.Architecture.FileTests -class Runner.Tests.Reports.PageTests\n");
    }

    [Fact]
    public void AChangeWithoutGit_RunsNothing()
    {
        Classes();
        var result = straw.Run(["--changed"]);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe("test: --changed asks git, which does not answer here\n");
        File.Exists(straw.Combine("dotnet.txt")).ShouldBeFalse();
    }

    public void Dispose() => straw.Dispose();

    /// <summary>Two projects; the first has two test classes in one folder.</summary>
    private void Classes()
    {
        straw.Root.WriteProgram("sdk/dotnet", $"#!/bin/bash\necho \"$1 $2\" >> '{straw.Root.Path}/dotnet.txt'\n");
        straw.Project("One.Tests", StrawProjects.Results(1, 0, 0, 0), 0);
        straw.Project("Two.Tests", StrawProjects.Results(1, 0, 0, 0), 0);
        straw.Root.Write("tests/One.Tests/Formats/JsonReaderTests.cs", "    [Fact]\n");
        straw.Root.Write("tests/One.Tests/Formats/YamlReaderTests.cs", "    [Theory]\n");
        straw.Root.Write("tests/One.Tests/Formats/Sample.cs", "");
    }

    private void CommitClasses()
    {
        straw.Project("Runner.Tests", StrawProjects.Results(1, 0, 0, 0), 0);
        straw.Root.Write(".gitignore", "/artifacts/\n*.xml\n*.txt\n!page.txt\n");
        straw.Root.Write("tests/Runner.Tests/Architecture/FileTests.cs", "    [Fact]\n");
        straw.Root.Write("tests/Runner.Tests/Formats/JsonReaderTests.cs", "    [Fact]\n");
        straw.Root.Write("tests/Runner.Tests/Formats/YamlReaderTests.cs", "    [Fact]\n");
        straw.Root.Write("tests/Runner.Tests/Reports/PageTests.cs", "    [Fact]\n    Helper.Help();\n");
        Git("init", "-q", "-b", "main");
        Git("add", "--all");
        Git("commit", "-q", "-m", "all");
    }

    private void Git(params string[] arguments) =>
        ExternalProgram.Run("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", .. arguments], straw.Root.Path).Succeeded();
}
