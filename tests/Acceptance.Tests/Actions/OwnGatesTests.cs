using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary>What this project ships passes what it asks of others: the repository itself, its examples, and what <c>gates init</c> writes.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class OwnGatesTests : IDisposable
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
    public void ExamplesAndInit_AreClean()
    {
        AddExamples(Repository.Root);
        GatesProcess.Run(repository.Path, ["init"]).ExitCode.ShouldBe(0);

        Findings().ShouldBeEmpty();
    }

    [Fact]
    public void WhatInitWrites_PassesItsOwnRunWithoutAWarning()
    {
        GatesProcess.Run(repository.Path, ["init"]).ExitCode.ShouldBe(0);
        repository.Commit();

        var run = GatesProcess.Run(repository.Path, ["run", "--no-sign"]);

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("PASSED: dlp-scan, base-image-allowlist and hermetic-build passed.");
        run.Output.ShouldNotContain("warning");
    }

    [Fact]
    public void OurOwnActions_AreEverywhereTheSameCommitAndThere()
    {
        var uses = Pinned()
            .SelectMany(path => OwnUse().Matches(File.ReadAllText(path)))
            .Select(match => (Action: match.Groups["action"].Value.TrimStart('/'), Pin: match.Groups["pin"].Value))
            .ToList();

        uses.Count.ShouldBeGreaterThan(20);
        uses.Select(use => use.Pin).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, string.Join('\n', uses));
        var pin = OwnPin().Match(uses[0].Pin);
        pin.Success.ShouldBeTrue(uses[0].Pin);
        Assert.SkipWhen(pin.Groups["version"].Value.Length == 0, "a release's commit is not on main");
        var commit = pin.Groups["commit"].Value;
        Assert.SkipUnless(ExternalProgram.Run("git", ["-C", Repository.Root, "cat-file", "-e", commit]).ExitCode == 0, "this clone is shallow");
        foreach (var action in uses.Select(use => use.Action).Distinct(StringComparer.Ordinal))
        {
            var file = Path.Combine(action, "action.yml");
            ExternalProgram.Run("git", ["-C", Repository.Root, "cat-file", "-e", $"{commit}:{file}"]).ExitCode.ShouldBe(0, file);
        }
    }

    [Fact]
    public void ExamplesThatForksRun_NeedNoVariables()
    {
        foreach (var path in Directory.GetFiles(Repository.Combine("examples/workflows"), "*.yml"))
        {
            var text = File.ReadAllText(path);
            if (text.Contains("pull_request:", StringComparison.Ordinal))
            {
                text.ShouldNotContain("vars.", customMessage: path);
            }
        }
    }

    [Fact]
    public void ReleasedExamplesAndInit_AreClean()
    {
        CopyUses();
        ExternalProgram.Run(Repository.Combine(".github/release/pin-uses"), [Commit, "1.2.3", copy.Path])
            .Succeeded()
            .ShouldEndWith($"files use gates-ci/gates@{Commit} # v1.2.3\n");
        AddExamples(copy.Path);
        copy.Read("src/Runner/Commands/Init/StarterFiles.cs").ShouldContain($"uses: gates-ci/gates@{Commit} # v1.2.3\n");

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

    private static IEnumerable<string> Pinned() => new[] { "examples", "actions", "docs" }
        .SelectMany(folder => Directory.GetFiles(Repository.Combine(folder), "*", SearchOption.AllDirectories))
        .Where(path => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal))
        .Append(Repository.Combine("src/Runner/Commands/Init/StarterFiles.cs"))
        .Append(Repository.Combine("README.md"));

    [GeneratedRegex(@"uses: gates-ci/gates(?<action>/[a-z/-]+)?@(?<pin>.*)", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnUse();

    [GeneratedRegex(@"^(?<commit>[0-9a-f]{40}) # (?<version>before )?v\d+\.\d+\.\d+$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnPin();

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
