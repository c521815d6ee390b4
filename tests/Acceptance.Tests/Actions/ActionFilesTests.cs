using System.Text;
using Gates.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary>What can be said about the actions without running them.</summary>
public sealed class ActionFilesTests
{
    public static TheoryData<string> Manifests => [.. ActionManifest.All];

    public static TheoryData<string> ThinManifests => [.. ActionManifest.Files.Where(path => path != "action.yml")];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void EveryInputOfAnActionReachesTheProgram(string path)
    {
        var manifest = ActionManifest.Read(path);
        var used = manifest.Inputs.Keys.Where(name => manifest.Arguments.Any(argument => argument.Contains(
            $"${{{{ inputs.{name} }}}}",
            StringComparison.Ordinal)));

        // The token is read from INPUT_TOKEN: command lines are visible to every process.
        used.ShouldBe(manifest.Inputs.Keys.Where(name => name != "token"), ignoreOrder: true);
        manifest.Inputs.Values.ShouldAllBe(input => input.Description.Length > 20);
        string[] given = path switch
        {
            "actions/canary-slo/action.yml" => ["decision"],
            "actions/perf-budget/action.yml" => ["undecided"],
            _ => [],
        };
        manifest.Outputs.Keys.ShouldBe(manifest.Arguments[0] == "run" ? ["verdict", "failed", "results", "sarif", .. given] : []);
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void TheImageIsBuiltFromTheDockerfileAtTheRoot(string path)
    {
        var manifest = ActionManifest.Read(path);
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Combine(path))!, manifest.Image)).ShouldBe(Repository.Combine("Dockerfile"));
    }

    [Fact]
    public void EveryBuiltInGateHasItsAction()
    {
        foreach (var gate in Gates.BuiltIn.GateCatalog.All)
        {
            ActionManifest.Read($"actions/{gate.Id}/action.yml").Arguments.Take(3).ShouldBe(["run", "--gates", gate.Id]);
        }
    }

    [Theory]
    [MemberData(nameof(ThinManifests))]
    public void TheReadmeSaysWhatTheManifestSays(string path)
    {
        var manifest = ActionManifest.Read(path);
        var readme = File.ReadAllText(Path.ChangeExtension(Repository.Combine(path), null)[..^"action".Length] + "README.md");
        var tables = Tables(manifest);
        readme.EndsWith(tables, StringComparison.Ordinal).ShouldBeTrue($"{path}: the README must end with\n{tables}");
        readme.ShouldMatch($@"- uses: gates-ci/gates/{Path.GetDirectoryName(path)}@[0-9a-f]{{40}} # (before )?v\d+\.\d+\.\d+\n");
        readme.ShouldContain("contents: read");
    }

    [Fact]
    public void ReleasedActionsUseThePublishedImageByDigest()
    {
        var reference = "ghcr.io/gates-ci/gates@sha256:" + new string('a', 64);
        using var copy = new TempFolder();
        foreach (var path in ActionManifest.Files)
        {
            copy.Write(path, File.ReadAllText(Repository.Combine(path)));
        }

        ExternalProgram.Run(Repository.Combine(".github/release/pin-image"), [reference, copy.Path])
            .Succeeded()
            .ShouldBe($"{ActionManifest.All.Count} actions use docker://{reference}\n");
        foreach (var path in ActionManifest.All)
        {
            var (before, after) = (ActionManifest.Read(path), ActionManifest.Read(path, copy.Path));
            after.Image.ShouldBe($"docker://{reference}");
            copy.Read(path).Replace($"docker://{reference}", before.Image, StringComparison.Ordinal).ShouldBe(File.ReadAllText(Repository.Combine(path)));
        }
    }

    [Theory]
    [InlineData("ghcr.io/gates-ci/gates:1.0.0")]
    [InlineData("ghcr.io/gates-ci/gates@sha256:abc")]
    [InlineData("")]
    public void AnImageWithoutADigestIsNeverReleased(string reference)
    {
        var result = ExternalProgram.Run(Repository.Combine(".github/release/pin-image"), [reference, "/nonexistent"]);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe($"pin-image: \"{reference}\" is not an image by digest, such as ghcr.io/owner/name@sha256:…\n");
    }

    private static string Tables(ActionManifest manifest)
    {
        var text = new StringBuilder("## Inputs\n\n| input | meaning |\n|---|---|\n");
        foreach (var (name, input) in manifest.Inputs)
        {
            text.Append($"| `{name}` | {input.Description} |\n");
        }

        text.Append(manifest.Outputs.Count == 0 ? "" : "\n## Outputs\n\n| output | meaning |\n|---|---|\n");
        foreach (var (name, description) in manifest.Outputs)
        {
            text.Append($"| `{name}` | {description} |\n");
        }

        return text.ToString();
    }
}
