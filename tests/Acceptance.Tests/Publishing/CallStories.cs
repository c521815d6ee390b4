using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>What a publish costs of the hourly thousand requests that a job's token has: as actions/publish/README.md says.</summary>
public sealed partial class CallStories : IDisposable
{
    private readonly PublishingJob job = new((".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n"));

    public void Dispose() => job.Dispose();

    [Theory]
    [InlineData(0, 0, 4)]
    [InlineData(50, 50, 6)]
    [InlineData(5_000, 1_000, 25)]
    public void Publish_OfSoManyFindings_TakesSoManyRequests(int findings, int annotations, int requests)
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", [("README.md", "# Web site\n"), .. Enumerable.Range(0, findings).Chunk(50).Select(File)]);
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");

        var published = job.PublishRunOf(pull);

        published.ExitCode.ShouldBe(0, published.ToString());
        var check = job.ChecksOf(pull).ShouldHaveSingleItem();
        check["annotations"]!.AsArray().Count.ShouldBe(annotations);
        if (findings > annotations)
        {
            ((string)check["output"]!["summary"]!).ShouldContain("**4,000 findings have no annotation**");
        }

        job.Server.Exchanges.Select(exchange => exchange.Request).Count().ShouldBe(requests, string.Join('\n', job.Server.Exchanges.Select(exchange => exchange.Request)));
        int.Parse(Stated().Match(published.Output).Groups[1].Value, CultureInfo.InvariantCulture).ShouldBe(requests);
        job.Server.Verify();
    }

    private static (string Path, string? Text) File(int[] numbers) =>
        ($"src/{numbers[0]}.env", string.Concat(numbers.Select(number => $"TOKEN_{number}={Planted.GitHubTokens(number)}\n")));

    [GeneratedRegex("GitHub: ([0-9]+) requests")]
    private static partial Regex Stated();
}
