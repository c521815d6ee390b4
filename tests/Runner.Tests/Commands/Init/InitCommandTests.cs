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

        output.ToString().ShouldBe("wrote .github/gates.yml\nwrote .github/workflows/gates.yml: for pull requests and pushes to main (there is no repository yet)\nwrote .github/gates-salt: commit it, and never change it\nTry it: `gates run`. Then commit the files. What can be configured: `gates list`.\n");
        folder.Read(".github/gates.yml").ShouldStartWith("# yaml-language-server: $schema=https://");
        folder.Read(".github/workflows/gates.yml").ShouldMatch(@"uses: gates-ci/gates@[0-9a-f]{40} # (before )?v\d+\.\d+\.\d+\n");
    }

    [Fact]
    public void The_workflow_names_the_branch_that_is_checked_out_before_any_commit()
    {
        using var repository = new TempRepository();
        repository.Git("symbolic-ref", "HEAD", "refs/heads/trunk");

        Pushes(repository.Info).ShouldBe(("[trunk]", "trunk (the current branch)"));
    }

    [Fact]
    public void What_origin_calls_its_default_branch_beats_the_one_that_is_checked_out()
    {
        using var repository = new TempRepository().Write("a", "1");
        var commit = repository.Commit();
        repository.Git("update-ref", "refs/remotes/origin/develop/next", commit);
        repository.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop/next");
        repository.Git("switch", "-q", "-c", "feature");

        Pushes(repository.Info).ShouldBe(("[develop/next]", "develop/next (origin's default branch)"));
    }

    [Theory]
    [InlineData("master", "master", null, "[master]")]
    [InlineData("main", "other", "other", "[other]")]
    [InlineData("only", "only", null, "[only]")]
    [InlineData("one", "two", null, "[main]")]
    public void On_no_branch_it_is_what_git_is_told_or_what_is_usual(string first, string second, string? configured, string expected)
    {
        using var repository = new TempRepository().Write("a", "1");
        repository.Commit();
        repository.Git("branch", "-m", first);
        if (second != first)
        {
            repository.Git("branch", second);
        }

        repository.Git("switch", "-q", "--detach");
        if (configured is not null)
        {
            repository.Git("config", "init.defaultBranch", configured);
        }

        Pushes(repository.Info).Branches.ShouldBe(expected);
    }

    [Fact]
    public void A_name_that_yaml_or_a_pattern_would_take_for_something_else_is_quoted() =>
        StarterFiles.Workflow("!a+b").ShouldContain("branches: [\"\\\\!a\\\\+b\"]");

    [Fact]
    public void In_a_folder_of_a_repository_the_files_go_where_github_reads_them()
    {
        using var repository = new TempRepository().Write("sub/a", "1");

        InitCommand.Run(new DirectoryInfo(Path.Combine(repository.Path, "sub")), TextWriter.Null).ShouldBe(ExitCode.Holds);

        File.Exists(Path.Combine(repository.Path, ".github/workflows/gates.yml")).ShouldBeTrue();
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

    private static (string Branches, string Said) Pushes(DirectoryInfo root)
    {
        var output = new StringWriter();
        InitCommand.Run(root, output);
        var workflow = File.ReadAllText(Path.Combine(root.FullName, ".github/workflows/gates.yml"));
        return (Regex.Match(workflow, "branches: (.*)").Groups[1].Value, Regex.Match(output.ToString(), "pushes to (.*)").Groups[1].Value);
    }
}
