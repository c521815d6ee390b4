using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.PolicyAuthors;

/// <summary>
/// Follows <c>docs/policies.md</c> from its first block to its last, as a reader would: writes its files, types its commands, and sees what it says.
/// </summary>
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Repository.Combine("docs", "policies.md"));

    [Fact]
    public void EveryFileAndCommandOfTheGuideDoesWhatItSays()
    {
        Assert.SkipWhen(!ExternalProgram.Exists("node") || !ExternalProgram.Exists("npm"), "node or npm is not installed");
        using var repository = new TempRepository();
        repository.Commit();
        var commands = 0;
        foreach (Match block in Block().Matches(Guide))
        {
            var (info, content) = (block.Groups["info"].Value.Split(' '), block.Groups["content"].Value);
            switch (info)
            {
                case ["console"]:
                    commands += Type(repository, content);
                    break;
                case [_, var path]:
                    repository.Write(path, content);
                    break;
                default:
                    throw new InvalidOperationException($"a block of the guide is neither a file (```js path) nor a console: {content}");
            }
        }

        commands.ShouldBeGreaterThan(5);
        if (InstalledTypeScript.Missing is null)
        {
            InstalledTypeScript.LinkInto(repository.Path);
            GatesProcess.Run(repository.Path, ["test", "--types"]).ToString().ShouldNotContain("FAILED");
        }
    }

    [Fact]
    public void TheGuideIsShort() => Guide.Split('\n').Length.ShouldBeLessThanOrEqualTo(300);

    private static int Type(TempRepository repository, string console)
    {
        var prompts = Prompt().Matches(console);
        foreach (Match prompt in prompts)
        {
            var shown = ExternalProgram.Run(
                "bash", ["-c", prompt.Groups["command"].Value + " 2>&1"], repository.Path,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["PATH"] = Path.GetDirectoryName(Repository.Gates) + ":" + Environment.GetEnvironmentVariable("PATH"),
                    ["XDG_CACHE_HOME"] = Repository.Combine("artifacts", "cache"),
                    ["GITHUB_ACTIONS"] = "",
                }).Output;
            Plain(shown).ShouldBe(Plain(prompt.Groups["output"].Value), $"$ {prompt.Groups["command"].Value}\n{shown}");
        }

        return prompts.Count;
    }

    /// <summary>Times differ from run to run, and fetching the compiler happens once on a machine.</summary>
    private static string Plain(string output) => Time().Replace(Fetched().Replace(output, ""), "TIME").Trim();

    [GeneratedRegex(@"^```(?<info>[^\n]+)\n(?<content>[\s\S]*?)^```$", RegexOptions.Multiline, 5000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$ (?<command>[^\n]*)\n(?<output>(?:(?!\$ )[^\n]*\n?)*)", RegexOptions.Multiline, 5000)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"\b\d+(?:\.\d+)? (?:ms|s)\b", RegexOptions.None, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"^gates: fetched [^\n]*\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Fetched();
}
