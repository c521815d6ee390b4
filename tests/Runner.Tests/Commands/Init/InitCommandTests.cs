using System.Text.RegularExpressions;
using Gates.Formats.Foundation;
using Gates.Runner.Commands.Init;
using Gates.Runner.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Init;

public sealed class InitCommandTests
{
    [Fact]
    public void A_configuration_and_a_workflow_are_written()
    {
        using var folder = new TempFolder();
        var output = new StringWriter();

        InitCommand.Run(folder.Info, output).ShouldBe(ExitCode.Holds);

        output.ToString().ShouldBe("wrote .github/gates.yml\nwrote .github/workflows/gates.yml\nwrote .github/gates-salt: commit it, and never change it\nTry it: `gates run`. What can be configured: `gates list`.\n");
        folder.Read(".github/gates.yml").ShouldStartWith("# yaml-language-server: $schema=https://");
        folder.Read(".github/workflows/gates.yml").ShouldMatch(@"uses: gates-ci/gates@(v1|[0-9a-f]{40} # v\d+\.\d+\.\d+)\n");
    }

    [Fact]
    public void The_starter_configuration_means_what_the_built_in_defaults_mean()
    {
        var starter = ConfigurationReader.Read(StarterFiles.Configuration, "gates.yml");
        var defaults = DefaultConfiguration.Create();

        starter.Gates.Select(g => (g.Id, g.Mode ?? starter.Mode)).ShouldBe(defaults.Gates.Select(g => (g.Id, g.Mode ?? defaults.Mode)));
        (starter.Timeout, starter.PolicyTimeout).ShouldBe((defaults.Timeout, defaults.PolicyTimeout));
    }

    [Fact]
    public void What_the_starter_configuration_suggests_in_comments_is_valid()
    {
        var lines = StarterFiles.Configuration.Split('\n').Select(line => Regex.Replace(line, "^( *)# (?=(  )*[a-z-]+:)(?!enforce: |yaml-)", "$1"));

        var configuration = ConfigurationReader.Read(string.Join('\n', lines), "gates.yml");

        configuration.Gates.Select(g => g.Id).ShouldBe(["dlp-scan", "base-image-allowlist", "hermetic-build", "image-tags-pinned", "no-latest-tags"]);
        configuration.Gates[1].EnforceAfter.ShouldNotBeNull();
        configuration.Environments.Keys.ShouldBe(["stage"]);
    }

    [Theory]
    [InlineData(".github/gates.yml")]
    [InlineData(".github/gates.yaml")]
    [InlineData(".github/workflows/gates.yml")]
    public void Nothing_is_overwritten_and_nothing_else_is_written(string taken)
    {
        using var folder = new TempFolder();
        folder.Write(taken, "mine");

        Should.Throw<UsageException>(() => InitCommand.Run(folder.Info, TextWriter.Null)).Message
            .ShouldBe($"{taken} exists already; `gates init` overwrites nothing and has written nothing");

        folder.Read(taken).ShouldBe("mine");
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public void A_link_is_not_followed_out_of_the_repository()
    {
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, ".github"), elsewhere.Path);

        Should.Throw<UsageException>(() => InitCommand.Run(folder.Info, TextWriter.Null)).Message
            .ShouldBe(".github is a symbolic link, which `gates init` does not follow");
        elsewhere.Info.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public void A_dangling_link_counts_as_taken()
    {
        using var folder = new TempFolder();
        folder.Info.CreateSubdirectory(".github");
        File.CreateSymbolicLink(Path.Combine(folder.Path, ".github/gates.yml"), "/nowhere/at/all");

        Should.Throw<UsageException>(() => InitCommand.Run(folder.Info, TextWriter.Null)).Message.ShouldStartWith(".github/gates.yml exists already");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Should.Throw<UsageException>(() => InitCommand.Run(new DirectoryInfo("/nowhere/at/all"), TextWriter.Null)).Message
            .ShouldBe("--workspace \"/nowhere/at/all\": there is no such folder");
}
