using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Tests.Actions;

/// <summary>GitHub's own parser, and an independent validator, accept every action and workflow that this repository shows or uses.</summary>
public sealed partial class GitHubParserTests(NpmTools tools) : IClassFixture<NpmTools>
{
    public static TheoryData<string> Files => [.. ActionManifest.Files, .. Workflows()];

    [Theory]
    [MemberData(nameof(Files))]
    public void GitHubsParserAcceptsTheFile(string path) =>
        Parse(Repository.Combine(path)).ShouldEndWith("\"errors\":[]}\n");

    [Theory]
    [MemberData(nameof(Files))]
    public void TheActionValidatorAcceptsTheFile(string path)
    {
        // Its schema is older than this permission, which GitHub's own parser knows.
        using var folder = new TempFolder();
        var text = File.ReadAllText(Repository.Combine(path)).Replace("      attestations: write\n", "", StringComparison.Ordinal);
        var copy = folder.Write(Path.GetFileName(path), text);
        var result = ExternalProgram.Run(tools.Find("node_modules", ".bin", "action-validator"), [copy]);
        result.ExitCode.ShouldBe(0, result.Error);
    }

    [Theory]
    [InlineData("workflow.yml", "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@v1\n        width: 1\n", "Unexpected value 'width'")]
    [InlineData("workflow.yml", "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ secret.a }}\n", "Unrecognized named-value: 'secret'")]
    [InlineData("action.yml", "name: a\nruns:\n  using: docker\n  image: Dockerfile\n", "Required property is missing: description")]
    public void TheParserWouldNoticeAMistake(string name, string text, string error)
    {
        using var folder = new TempFolder();
        Parse(folder.Write(name, text)).ShouldContain(error);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ActionsOfOthersArePinnedAndNameTheirVersion(string path)
    {
        var uses = UsesLine().Matches(File.ReadAllText(Repository.Combine(path))).Select(match => match.Groups["what"].Value.Trim())
            .Where(what => !what.StartsWith("gates-ci/gates", StringComparison.Ordinal) && what != "./");
        uses.Where(what => !PinnedUse().IsMatch(what)).ShouldBeEmpty();
    }

    [Fact]
    public void WorkflowsStartWithoutPermissionsAndKeepNoCredentials()
    {
        Workflows().Count().ShouldBeGreaterThan(4);
        foreach (var path in Workflows())
        {
            var text = File.ReadAllText(Repository.Combine(path));
            text.ShouldContain("\npermissions: {}\n", customMessage: path);
            foreach (var step in Steps(path))
            {
                Value(step, "run").ShouldNotContain("${{", customMessage: $"{path}: an expression inside a script is an injection");
                if (Value(step, "uses").StartsWith("actions/checkout@", StringComparison.Ordinal))
                {
                    Value((YamlMappingNode)step["with"], "persist-credentials").ShouldBe("false", path);
                }
            }
        }
    }

    private static IEnumerable<string> Workflows() =>
        new[] { ".github/workflows", "examples/workflows" }
            .SelectMany(folder => Directory.GetFiles(Repository.Combine(folder), "*.yml").Order(StringComparer.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Root, path));

    private static List<YamlMappingNode> Steps(string path)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.Combine(path));
        yaml.Load(reader);
        var steps = ((YamlMappingNode)yaml.Documents[0].RootNode["jobs"]).Children.Values
            .SelectMany(job => (YamlSequenceNode)job["steps"])
            .Cast<YamlMappingNode>()
            .ToList();
        steps.ShouldNotBeEmpty(path);
        return steps;
    }

    private static string Value(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value.ToString() : "";

    private string Parse(string path) => ExternalProgram.Run("node", [tools.Find("check-workflow.cjs"), path]).Succeeded();

    [GeneratedRegex(@"^\s*(- )?uses: (?<what>.+)$", RegexOptions.Multiline)]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedUse();
}
