using System.Runtime.Versioning;
using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary>What this project ships passes what it asks of others: the repository itself, its examples, and what <c>gates init</c> writes.</summary>
[SupportedOSPlatform("linux")]
public sealed class OwnGatesTests : IDisposable
{
    private const string Configuration = """
        version: 1
        gates:
          dlp-scan: {}
          base-image-allowlist: {}
          hermetic-build: {}

        """;

    private static readonly string Commit = string.Concat(Enumerable.Repeat("0123456789abcdef", 3))[..40];
    private static readonly string[] Used = ["README.md", "src/Runner/Commands/Init/StarterFiles.cs"];

    private readonly TempFolder copy = new();
    private readonly TempRepository repository = new();

    [Fact]
    public void ThisRepository_IsCleanUnderItsOwnGates()
    {
        using var output = new TempFolder();

        var run = GatesProcess.Run(Repository.Root, ["run", "--no-sign", "--out", output.Path]);

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        using var results = JsonDocument.Parse(output.Read("results.json"));
        results.RootElement.GetProperty("gates").EnumerateArray()
            .Select(gate => (gate.GetProperty("id").GetString(), gate.GetProperty("verdict").GetString()))
            .ShouldBe([("dlp-scan", "passed"), ("base-image-allowlist", "passed"), ("hermetic-build", "passed"), ("waivers", "passed")]);
    }

    [Fact]
    public void Examples_AreClean_ButForOurOwnUnreleasedActions()
    {
        AddExamples(Repository.Root);

        var findings = Findings();

        // No commit of ours is released yet, so none can be named; `pin-uses` names it with the first release.
        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => finding.Rule == "unpinned-action" && finding.Message.Contains("gates-ci/gates", StringComparison.Ordinal));
    }

    [Fact]
    public void ReleasedExamplesAndInit_AreClean()
    {
        CopyUses();
        ExternalProgram.Run(Repository.Combine(".github/release/pin-uses"), [Commit, "1.2.3", copy.Path])
            .Succeeded()
            .ShouldEndWith($"files use gates-ci/gates@{Commit} # v1.2.3\n");
        AddExamples(copy.Path);
        var starter = copy.Read("src/Runner/Commands/Init/StarterFiles.cs");
        starter.ShouldContain($"uses: gates-ci/gates@{Commit} # v1.2.3\n");
        GatesProcess.Run(repository.Path, ["init"]).ExitCode.ShouldBe(0);
        var written = File.ReadAllText(Path.Combine(repository.Path, ".github/workflows/gates.yml"));
        repository.Write(".github/workflows/gates.yml", written.Replace("gates-ci/gates@v1", $"gates-ci/gates@{Commit} # v1.2.3", StringComparison.Ordinal));

        Findings().ShouldBeEmpty();
    }

    [Fact]
    public void PinningAgain_NamesTheNewerRelease()
    {
        CopyUses();
        var script = Repository.Combine(".github/release/pin-uses");
        ExternalProgram.Run(script, [Commit, "1.2.3", copy.Path]).Succeeded();
        var newer = new string('b', 40);
        ExternalProgram.Run(script, [newer, "1.10.0", copy.Path]).Succeeded();

        foreach (var path in Directory.GetFiles(copy.Path, "*", SearchOption.AllDirectories))
        {
            File.ReadAllText(path).ShouldNotContain(Commit, customMessage: path);
        }

        copy.Read("README.md").ShouldContain($"- uses: gates-ci/gates@{newer} # v1.10.0\n");
    }

    [Theory]
    [InlineData("v1", "1.0.0", "pin-uses: \"v1\" is not a commit's full id, 40 hexadecimal digits\n")]
    [InlineData("0123456789abcdef0123456789abcdef01234567", "v1", "pin-uses: \"v1\" is not a version, such as 1.4.0\n")]
    public void WhatIsNoCommitOrVersion_IsRefused(string commit, string version, string message)
    {
        var result = ExternalProgram.Run(Repository.Combine(".github/release/pin-uses"), [commit, version, copy.Path]);
        (result.ExitCode, result.Error).ShouldBe((2, message));
    }

    [Fact]
    public void BaseImages_AreRenewedByTheirTags()
    {
        copy.Write("Dockerfile", File.ReadAllText(Repository.Combine("Dockerfile")));
        var digest = "sha256:" + new string('c', 64);
        copy.WriteProgram("bin/docker", $"#!/bin/bash\n[[ $1 == buildx && $2 == imagetools && $3 == inspect && $4 != *@* ]] && echo {digest}\n");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = $"{copy.Path}/bin:{Environment.GetEnvironmentVariable("PATH")}" };

        ExternalProgram.Run(Repository.Combine(".github/release/bump-bases"), [Path.Combine(copy.Path, "Dockerfile")], environment: environment).Succeeded();

        var lines = copy.Read("Dockerfile")
            .Split('\n')
            .Where(line => line.StartsWith("ARG ", StringComparison.Ordinal) && line.Contains("_IMAGE=", StringComparison.Ordinal))
            .ToList();
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(line => line.EndsWith("@" + digest, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        copy.Dispose();
        repository.Dispose();
    }

    private void CopyUses()
    {
        foreach (var path in Used.Concat(Directory.GetFiles(
            Repository.Combine("examples/workflows"),
            "*.yml").Select(path => Path.GetRelativePath(Repository.Root, path))))
        {
            copy.Write(path, File.ReadAllText(Repository.Combine(path)));
        }
    }

    private void AddExamples(string root)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(root, "examples/workflows"), "*.yml"))
        {
            repository.Write(".github/workflows/" + Path.GetFileName(path), File.ReadAllText(path));
        }
    }

    private List<(string Rule, string Message)> Findings()
    {
        repository.Write(".github/gates.yml", Configuration).Commit();
        GatesProcess.Run(repository.Path, ["run", "--no-sign"]).ExitCode.ShouldBeInRange(0, 1);
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));
        return [.. results.RootElement.GetProperty("gates").EnumerateArray()
            .SelectMany(gate => gate.GetProperty("findings").EnumerateArray())
            .Select(finding => (finding.GetProperty("rule").GetString()!, finding.GetProperty("message").GetString()!))];
    }
}
