using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>What an action's inputs do on the command line.</summary>
public sealed class OverrideStories : IDisposable
{
    private readonly TempRepository repository = new();

    public OverrideStories() => repository.Write("src/key.py", $"token = \"{Planted.GitHubToken}\"\n").Commit();

    [Fact]
    public void InputsThatWereNotGivenChangeNothing() =>
        Run(
            "--config",
            "",
            "--gates",
            "",
            "--base",
            "",
            "--environment",
            "",
            "--out",
            "",
            "--set",
            "dlp-scan.mode=",
            "--set",
            "dlp-scan.with.exclude=").ExitCode.ShouldBe(1);

    [Theory]
    [InlineData("dlp-scan.mode=warn")]
    [InlineData("dlp-scan.with.exclude=docs/**\nsrc/**\n")]
    public void AnInputBeatsTheConfiguration(string set)
    {
        repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: { mode: enforce } }\n");
        Run("--set", set).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void AWrongInputIsAUsageErrorInOneLine()
    {
        var result = Run("--set", "dlp-scan.with.exclud=src/**");
        result.ExitCode.ShouldBe(2, result.ToString());
        result.Error.TrimEnd('\n').ShouldNotContain("\n");
        result.Error.ShouldContain("did you mean \"exclude\"?");
    }

    /// <summary>The command line library would read a file named by an argument that starts with <c>@</c>, and show its words in an error.</summary>
    [Fact]
    public void AnArgumentNeverNamesAFileToReadArgumentsFrom()
    {
        repository.Write("args.txt", "--words-of-the-file");
        var result = Run("--environment", "@args.txt");
        result.ExitCode.ShouldBe(2, result.ToString());
        result.ToString().ShouldNotContain("words-of-the-file");
    }

    public void Dispose() => repository.Dispose();

    private GatesOutput Run(params string[] arguments) => GatesProcess.Run(repository.Path, ["run", .. arguments]);
}
