using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>What is about to be committed is judged, not what lies in the work tree.</summary>
public sealed class StagedStories : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void TokenThatIsStagedAndGoneFromTheWorkTree_Blocks()
    {
        repository.Write("a.txt", "x\n").Commit();
        repository.Write("s.env", $"TOKEN={Planted.GitHubToken}\n").Git("add", "s.env");
        repository.Write("s.env", "x\n");

        var run = Gates("run", "--staged", "--no-sign");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("s.env:1:7: error: GitHub personal access token");
    }

    [Fact]
    public void TokenThatIsNotStaged_DoesNot()
    {
        repository.Write("s.env", "x\n").Commit();
        repository.Write("s.env", $"TOKEN={Planted.GitHubToken}\n").Write("b.env", $"TOKEN={Planted.GitHubToken}\n").Write("c.txt", "y\n").Git("add", "c.txt");

        var run = Gates("run", "--staged", "--no-sign");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("1 file changed since");
    }

    [Fact]
    public void WhatHeadHasAlready_DoesNotBlock()
    {
        repository.Write("old.env", $"TOKEN={Planted.GitHubToken}\n").Commit();
        repository.Write("c.txt", "y\n").Git("add", "c.txt");

        Gates("run", "--staged", "--no-sign").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void BeforeTheFirstCommit_EverythingStagedCounts()
    {
        repository.Write("s.env", $"TOKEN={Planted.GitHubToken}\n").Git("add", "s.env");

        Gates("run", "--staged", "--no-sign").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Base_GoesNotWithIt()
    {
        repository.Write("a.txt", "x\n").Commit();

        var run = Gates("run", "--staged", "--base", "HEAD");

        (run.ExitCode, run.Error).ShouldBe((2, "gates: --staged compares what is staged with HEAD; leave --base away, or --staged\n"));
    }

    [Fact]
    public void GatesOverWhatABuildMade_AreLeftOutAndNamed()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates: { dlp-scan: , perf-budget: { with: { current: [\"k6/*.json\"] } } }\n").Git("add", "-A");

        var run = Gates("run", "--staged", "--no-sign");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ReplaceLineEndings(" ").ShouldContain("perf-budget did not run: it judges the results of a load test, which is not in the commit.");
    }

    [Theory]
    [InlineData("commit", "-q", "-m", "m")]
    [InlineData("commit", "-q", "-a", "-m", "m")]
    [InlineData("commit", "-q", "-m", "m", "s.env")]
    public void AsAHook_EveryKindOfCommitIsStopped(params string[] commit)
    {
        repository.Write("s.env", "x\n").Commit();
        var hook = Path.Combine(repository.Path, ".git/hooks/pre-commit");
        File.WriteAllText(hook, $"#!/bin/sh\nexec '{Repository.Gates}' run --staged --no-sign\n");
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        repository.Write("s.env", $"TOKEN={Planted.GitHubToken}\n");
        if (commit.Length == 4)
        {
            repository.Git("add", "s.env");
            repository.Write("s.env", "x\n");
        }

        Should.Throw<InvalidOperationException>(() => repository.Git(commit));

        repository.Git("rev-list", "--count", "HEAD").ShouldBe("1");
        repository.Git("checkout", "-q", "HEAD", "--", ".");
        repository.Write("s.env", "y\n").Git("add", "-A");
        repository.Git(commit);
        repository.Git("rev-list", "--count", "HEAD").ShouldBe("2");
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(repository.Path, arguments);
}
