using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A newcomer with nothing but the README: the first result after two commands, and out of the red with what the run itself prints.</summary>
public sealed partial class FirstHourStory : IDisposable
{
    private readonly TempRepository repository = new();

    public FirstHourStory()
    {
        repository.Write("docs/guide.md", $"export TOKEN={Planted.GitHubToken}\n");
        var another = string.Concat(Planted.GitHubToken.AsSpan(0, 20), new string([.. Planted.GitHubToken[20..].Reverse()]));
        repository.Write("docs/other.md", $"export TOKEN={another}\n");
        repository.Commit();
    }

    [Fact]
    public void TheReadmesFirstCommandsAreTwo()
    {
        var block = ReadmeBlock().Match(File.ReadAllText(Repository.Combine("README.md"))).Groups[1].Value;

        block.Trim().Split("&&").Length.ShouldBeLessThanOrEqualTo(3, block);
        GatesProcess.Run(repository.Path, ["run"]).Output.ShouldContain("docs/guide.md:1:");
    }

    [Fact]
    public void OneCommandThatTheRunPrints_WaivesWhatBlocks()
    {
        var red = GatesProcess.Run(repository.Path, ["run"]);
        red.ExitCode.ShouldBe(1, red.ToString());
        var command = red.Output.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("Waive: gates ", StringComparison.Ordinal));

        var waived = ExternalProgram.Run(
            "/bin/sh",
            ["-ec", command.Replace("Waive: gates", Repository.Gates, StringComparison.Ordinal)
                .Replace("'…'", "'Examples of the guide, both revoked'", StringComparison.Ordinal)
                .Replace("@you", "@acme/docs", StringComparison.Ordinal)],
            repository.Path);

        waived.ExitCode.ShouldBe(0, waived.ToString());
        repository.Commit();
        var green = GatesProcess.Run(repository.Path, ["run"]);
        green.ExitCode.ShouldBe(0, green.ToString());
        green.Output.ShouldContain("WAIVED");
    }

    [Fact]
    public void OneCommandThatTheRunPrints_BeginsWithToday()
    {
        for (var i = 0; i < 12; i++)
        {
            repository.Write($"old/{i}.env", $"TOKEN={Planted.GitHubToken[..^2]}{i:D2}\n");
        }

        repository.Commit();
        var red = GatesProcess.Run(repository.Path, ["run"]);
        red.ExitCode.ShouldBe(1, red.ToString());
        red.Output.Split('\n').Single(line => line.StartsWith("  Next ", StringComparison.Ordinal)).ShouldContain("`gates baseline`");

        GatesProcess.Run(repository.Path, ["baseline"]).ExitCode.ShouldBe(0);

        repository.Commit();
        GatesProcess.Run(repository.Path, ["run"]).ExitCode.ShouldBe(0);
    }

    public void Dispose() => repository.Dispose();

    [GeneratedRegex(@"## Use it here.*?```\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ReadmeBlock();
}
